//! A questionnaire: a form that works on paper and saves in the browser.

use serde::Serialize;

use super::{Choice, Colophon, Head, Html, Link};

/// A questionnaire.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Questionnaire {
    /// Its top.
    pub head: Head,
    /// The document's id; answers are kept under it.
    pub id: String,
    /// For whom it is.
    pub audience: Option<String>,
    /// When to fill it in.
    pub when: Option<String>,
    /// The body.
    pub body: Html,
    /// The regions to choose from, for whom it is filled in.
    pub regions: Vec<Choice>,
    /// The questions.
    pub questions: Vec<FormQuestion>,
    /// Where to hand in the answers.
    pub hand_in: Option<Link>,
    /// What it says about itself.
    pub colophon: Colophon,
}

/// A question of a form.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FormQuestion {
    /// Its id; unique in the form.
    pub id: String,
    /// Its number, from 1.
    pub number: usize,
    /// The question.
    pub text: String,
    /// What helps to answer it.
    pub help: Option<String>,
    /// `open`, `scale-5`, `yes-no`, `number`.
    pub kind: String,
    /// The answers to choose from, for scales and yes or no.
    pub choices: Vec<Choice>,
}
