//! A region, and all regions.

use serde::Serialize;

use super::{
    Card, Choice, Colophon, Day, Fact, FindingRow, Head, Html, KeyFigure, Letter, Link, Map,
    Matrix, QuestionRow,
};

/// Everything known of one region.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Region {
    /// Its top.
    pub head: Head,
    /// Centre, provinces, contact.
    pub facts: Vec<Fact>,
    /// Where it lies.
    pub map: Option<Map>,
    /// What it planned.
    pub plan: Option<Plan>,
    /// Its stories.
    pub stories: Vec<Card>,
    /// What to say when it has none.
    pub no_story: Option<Invitation>,
    /// Findings about it.
    pub findings: Vec<FindingRow>,
    /// Factsheets that saw it.
    pub factsheets: Vec<Card>,
    /// What it made that others can use.
    pub blueprints: Vec<Card>,
    /// Figures about it.
    pub figures: Vec<KeyFigure>,
    /// Reports of it or about it.
    pub reports: Vec<Card>,
    /// What it answered when it evaluated for itself.
    pub own_evaluations: Vec<OwnEvaluation>,
    /// What it asks, and who can answer.
    pub asks: Vec<AskedQuestion>,
    /// What was received from it.
    pub evidence: Vec<EvidenceReceived>,
    /// Whether it was spoken to.
    pub interview: Option<String>,
    /// The regions beside it.
    pub neighbours: Vec<Link>,
    /// What these are: its neighbours, or where it names none those beside it on the map.
    pub neighbours_are: String,
    /// Its municipalities.
    pub municipalities: Vec<String>,
    /// The body.
    pub body: Html,
    /// Its feed.
    pub feed: Option<Link>,
    /// What it says about itself.
    pub colophon: Option<Colophon>,
}

/// A questionnaire that a region answered.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OwnEvaluation {
    /// The page with the answers.
    pub link: Link,
    /// When it was filled in.
    pub date: Option<Day>,
    /// The answers.
    pub answers: Vec<Answer>,
}

/// An answer to a question.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Answer {
    /// The question.
    pub question: String,
    /// What the region answered.
    pub html: Html,
}

/// The plan of a region.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Plan {
    /// Its title.
    pub title: String,
    /// When it was signed.
    pub signed: Option<Day>,
    /// The plan itself.
    pub report: Option<Link>,
    /// Its goals; all of kind target.
    pub goals: Vec<KeyFigure>,
    /// What it does.
    pub activities: Vec<Activity>,
}

/// An activity of a plan.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Activity {
    /// Its anchor.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What was expected of it.
    pub expected: Option<String>,
    /// not-started, running, changed, stopped, done.
    pub state: Option<Choice>,
    /// Stories and findings about it.
    pub links: Vec<Link>,
}

/// A question of a region with what others know of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AskedQuestion {
    /// The question.
    pub question: QuestionRow,
    /// What others made that answers it.
    pub answers: Vec<Link>,
}

/// A document that a region was to hand in.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EvidenceReceived {
    /// What it is.
    pub kind: String,
    /// For which round.
    pub wave: Option<String>,
    /// The language of that, where it is not the page's.
    pub wave_lang: Option<String>,
    /// How that round was measured.
    pub method: Option<String>,
    /// The language of that, where it is not the page's.
    pub method_lang: Option<String>,
    /// When it was to come.
    pub due: Option<Day>,
    /// When those who made it agreed to it.
    pub adopted: Option<Day>,
    /// When it came.
    pub received: Option<Day>,
    /// received, due, late.
    pub state: Choice,
    /// Its entry among the sources.
    pub source: Option<Link>,
}

/// Words that invite to hand something in.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Invitation {
    /// The words.
    pub text: String,
    /// How.
    pub link: Option<Link>,
}

/// All regions: map, coverage, municipalities.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Regions {
    /// Its top.
    pub head: Head,
    /// Its introduction.
    pub intro: Option<Html>,
    /// The map.
    pub map: Option<Map>,
    /// The same as a table.
    pub rows: Vec<RegionRow>,
    /// The heads of its columns, without the first.
    pub columns: Vec<String>,
    /// Region by topic, region by source.
    pub matrices: Vec<Matrix>,
    /// "Zoek je gemeente"
    pub municipalities: Vec<Letter<Municipality>>,
}

/// A region in the table of all regions.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RegionRow {
    /// The region.
    pub region: Link,
    /// One per column.
    pub cells: Vec<String>,
}

/// A municipality and the region it belongs to.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Municipality {
    /// Its name.
    pub name: String,
    /// The region.
    pub region: Link,
}
