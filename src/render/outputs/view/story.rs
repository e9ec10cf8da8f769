//! A story from practice.

use serde::Serialize;

use super::{Card, Choice, Colophon, Fact, FindingRow, Head, Html, Link};

/// A story from practice.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Story {
    /// Its top.
    pub head: Head,
    /// film, article, …
    pub form: Choice,
    /// Which way it went, when not positive.
    pub direction: Option<Choice>,
    /// The picture or player.
    pub media: Option<Html>,
    /// Outcome, why it matters, contribution, lesson; those that the body does not tell.
    pub points: Vec<Fact>,
    /// How much the programme contributed.
    pub share: Option<String>,
    /// What else contributed.
    pub other_causes: Option<String>,
    /// The body, without what stands at its top.
    pub body: Html,
    /// Quotations.
    pub quotes: Vec<Quote>,
    /// What another region needs for it.
    pub transfer: Vec<Fact>,
    /// Who speaks, as may be shown.
    pub people: Vec<String>,
    /// The same, each with its language where that is not the page's.
    pub speakers: Vec<Link>,
    /// Why it was chosen.
    pub selected: Option<String>,
    /// The activity of the region's plan.
    pub activity: Option<Link>,
    /// Findings that rest on it.
    pub findings: Vec<FindingRow>,
    /// Factsheets that show it.
    pub factsheets: Vec<Card>,
    /// Further stories.
    pub related: Vec<Card>,
    /// What it says about itself.
    pub colophon: Colophon,
}

/// A quotation.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Quote {
    /// The words.
    pub text: String,
    /// Who said them, as may be shown.
    pub by: Option<String>,
    /// The language of that, when not the page's.
    pub by_lang: Option<String>,
    /// The language, when not the page's.
    pub lang: Option<String>,
}
