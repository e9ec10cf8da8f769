//! The home page.

use serde::Serialize;

use super::{Card, EventRow, FindingRow, Html, KeyFigure, Link, Map, QuestionRow};

/// The home page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Home {
    /// What the programme learns, in one sentence.
    pub title: String,
    /// What the site is for.
    pub lead: Option<String>,
    /// The language of that, where it is not the page's.
    pub lead_lang: Option<String>,
    /// The language of title and text, where that is not the page's.
    pub lang: Option<String>,
    /// The first steps, the most important first.
    pub actions: Vec<Link>,
    /// How much there is to read, by section.
    pub tallies: Vec<Tally>,
    /// The regions.
    pub map: Option<Map>,
    /// The same as a list.
    pub map_list: Option<Link>,
    /// The newest factsheet.
    pub factsheet: Option<LeadFactsheet>,
    /// Three findings.
    pub findings: Vec<FindingRow>,
    /// All of them.
    pub all_findings: Option<Link>,
    /// Open learning questions.
    pub questions: Vec<QuestionRow>,
    /// All of them.
    pub all_questions: Option<Link>,
    /// The newest stories; the first is shown large.
    pub stories: Vec<Card>,
    /// All of them.
    pub all_stories: Option<Link>,
    /// The next meeting.
    pub event: Option<EventRow>,
    /// All of them.
    pub all_events: Option<Link>,
    /// The newest edition.
    pub newsletter: Option<Link>,
    /// All editions.
    pub all_newsletters: Option<Link>,
    /// Where to subscribe.
    pub subscribe: Option<Link>,
    /// How to take part.
    pub band: Option<Band>,
    /// The body of the home page's document.
    pub body: Option<Html>,
}

/// How many documents a section has.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Tally {
    /// The number.
    pub count: usize,
    /// What was counted: "verhalen".
    pub label: String,
    /// Where they stand, relative to the site's start.
    pub url: String,
}

/// The newest factsheet, large.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct LeadFactsheet {
    /// The factsheet.
    pub card: Card,
    /// Its first key figure that is a result.
    pub figure: Option<KeyFigure>,
}

/// A band of terms with an answer each.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Band {
    /// Its anchor.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// The terms.
    pub entries: Vec<BandEntry>,
}

/// A term of a band.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct BandEntry {
    /// The term, or for whom.
    pub term: String,
    /// The language of that, where it is not the page's.
    pub term_lang: Option<String>,
    /// The answer.
    pub html: Html,
}
