//! Reports, meetings and blueprints.

use serde::Serialize;

use super::{Card, Choice, Colophon, Fact, FindingRow, Head, Html, Link};

/// A report or other document.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Report {
    /// Its top.
    pub head: Head,
    /// Its picture.
    pub picture: Option<Html>,
    /// Author, commissioned by, delivered, sent to parliament, reference, pages.
    pub facts: Vec<Fact>,
    /// What it says, in our own words.
    pub main_points: Vec<String>,
    /// Its table of contents.
    pub contents: Vec<String>,
    /// Its files, with kind, pages and size as note.
    pub files: Vec<Link>,
    /// Pictures and films that belong to it.
    pub materials: Option<Html>,
    /// The headings of a long body, to choose from.
    pub toc: Vec<Choice>,
    /// The body.
    pub body: Html,
    /// What rests on it.
    pub used_in: Vec<Card>,
    /// The page with all of it, where there is more.
    pub all_uses: Option<Link>,
    /// What it says about itself.
    pub colophon: Colophon,
}

/// A meeting.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Event {
    /// Its top.
    pub head: Head,
    /// Its picture.
    pub picture: Option<Html>,
    /// When, for machines.
    pub start: String,
    /// When, in words.
    pub when: String,
    /// Where.
    pub places: Vec<String>,
    /// Where online.
    pub online: Option<Link>,
    /// Who holds it.
    pub organiser: Option<Link>,
    /// The `.ics` file.
    pub calendar: Option<Link>,
    /// What is on.
    pub programme: Vec<String>,
    /// What came of it.
    pub results: Vec<FindingRow>,
    /// Pictures, films and documents.
    pub materials: Option<Html>,
    /// The body.
    pub body: Html,
    /// What it says about itself.
    pub colophon: Colophon,
}

/// Something that other regions can use.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Blueprint {
    /// Its top.
    pub head: Head,
    /// Its picture.
    pub picture: Option<Html>,
    /// Costs and the like.
    pub facts: Vec<Fact>,
    /// The steps.
    pub steps: Vec<String>,
    /// Who is needed.
    pub roles: Vec<String>,
    /// What it takes.
    pub conditions: Option<String>,
    /// The regions that used it.
    pub used_in: Vec<Link>,
    /// Stories about it.
    pub stories: Vec<Card>,
    /// The headings of a long body, to choose from.
    pub toc: Vec<Choice>,
    /// The body.
    pub body: Html,
    /// What it says about itself.
    pub colophon: Colophon,
}
