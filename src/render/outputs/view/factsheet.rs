//! A factsheet.

use serde::Serialize;

use super::{
    Answers, Band, BodySection, Card, Certainty, Colophon, Fact, FindingRow, Head, Html,
    KeyFigure, Link, Map,
};

/// A factsheet.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Factsheet {
    /// Its top.
    pub head: Head,
    /// Its number.
    pub number: Option<String>,
    /// One line under the title.
    pub certainty: Certainty,
    /// That the sample was drawn up from public sources, and the like.
    pub sample: Option<String>,
    /// Its picture.
    pub picture: Option<Html>,
    /// At a glance.
    pub figures: Vec<KeyFigure>,
    /// How sure, how broad, how recent.
    pub answers: Answers,
    /// The learning questions it answers.
    pub questions: Vec<Link>,
    /// The parts of its body, without those below; the first may stand without a heading.
    pub sections: Vec<BodySection>,
    /// The findings.
    pub findings: Vec<FindingRow>,
    /// Where it was seen.
    pub map: Option<Map>,
    /// Stories that show it.
    pub examples: Vec<Card>,
    /// A story that shows otherwise.
    pub counterexample: Option<Card>,
    /// What you can do, per audience.
    pub actions: Option<Band>,
    /// How we know.
    pub how: Option<BodySection>,
    /// How it was looked into.
    pub method: Vec<Fact>,
    /// The footnotes of the body.
    pub footnotes: Option<Html>,
    /// Further reading.
    pub related: Vec<Card>,
    /// What it says about itself.
    pub colophon: Colophon,
}
