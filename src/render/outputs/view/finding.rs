//! A finding.

use serde::Serialize;

use super::{Answers, Card, Certainty, Choice, Colophon, Fact, Head, Html, Link, Map};

/// A finding.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Finding {
    /// Its top; the lead is the statement.
    pub head: Head,
    /// The verdict.
    pub verdict: Choice,
    /// One line under the title.
    pub certainty: Certainty,
    /// Its picture.
    pub picture: Option<Html>,
    /// How sure, how broad, how recent.
    pub answers: Answers,
    /// Under which conditions it works.
    pub conditions: Option<String>,
    /// Expected, seen, why, what to change.
    pub course: Vec<Fact>,
    /// What to do with it.
    pub advice: Option<Choice>,
    /// Who does what with it.
    pub follow_up: Vec<Fact>,
    /// The activities it is about.
    pub about: Vec<Link>,
    /// The body.
    pub body: Html,
    /// What supports and what contradicts it.
    pub evidence: Vec<EvidenceRow>,
    /// Where it was seen.
    pub map: Option<Map>,
    /// The learning questions it answers.
    pub questions: Vec<Link>,
    /// Factsheets it stands in.
    pub factsheets: Vec<Card>,
    /// What it says about itself.
    pub colophon: Colophon,
}

/// A document that bears on a finding.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EvidenceRow {
    /// The document.
    pub link: Link,
    /// What it is and where.
    pub kind: Option<String>,
    /// supports, nuances, contradicts.
    pub supports: Choice,
}
