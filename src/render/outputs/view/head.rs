//! The top of a page.

use serde::Serialize;

use super::{Day, Link};

/// What stands at the top of the main part.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Head {
    /// What the page is: "Factsheet".
    pub kind: Option<String>,
    /// Who made it.
    pub by: Vec<Link>,
    /// When.
    pub day: Option<Day>,
    /// When it was last changed.
    pub updated: Option<Day>,
    /// Further facts beside the date: region, form, duration.
    pub facts: Vec<Link>,
    /// The heading of the page; never empty.
    pub title: String,
    /// The language of the heading, where that is not the page's.
    pub lang: Option<String>,
    /// One to three sentences.
    pub lead: Option<String>,
    /// Their language, where that is not the page's.
    pub lead_lang: Option<String>,
}

/// One line that says how far to trust it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Certainty {
    /// "Onderzocht"
    pub strength: String,
    /// "12 van 35 regio's gesproken", "tot eind 2020"
    pub rest: Vec<String>,
}

/// How sure, how broad, how recent: always in one place.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Answers {
    /// How sure.
    pub sure: StepMeter,
    /// How broadly was looked.
    pub broad: TickMeter,
    /// How recent it is.
    pub recent: Recent,
}

/// A meter of five steps.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct StepMeter {
    /// Each step, and whether it is reached.
    pub steps: Vec<bool>,
    /// "Onderzocht"
    pub label: String,
    /// Why it is not more or less.
    pub why: Option<String>,
    /// Who judged it, and when.
    pub by: Option<String>,
}

/// A tick for every region.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TickMeter {
    /// Each region, and whether it was looked at; may be empty where there are too many.
    pub ticks: Vec<bool>,
    /// "12 van 35 regio's"
    pub label: String,
    /// How they were looked at.
    pub note: Option<String>,
}

/// How recent it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Recent {
    /// "Tot eind 2020"
    pub label: String,
    /// When it was checked.
    pub note: Option<String>,
}

impl StepMeter {
    /// A meter of five with so many steps reached.
    pub fn of(reached: usize, label: impl Into<String>) -> Self {
        let steps = (0..5).map(|step| step < reached).collect();
        Self { steps, label: label.into(), ..Self::default() }
    }
}

impl TickMeter {
    /// A tick for each region, the first ones filled.
    pub fn of(reached: usize, all: usize, label: impl Into<String>) -> Self {
        let ticks = (0..all).map(|tick| tick < reached).collect();
        Self { ticks, label: label.into(), note: None }
    }
}
