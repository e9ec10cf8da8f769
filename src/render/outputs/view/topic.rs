//! Topics and learning questions.

use serde::Serialize;

use super::{
    BalanceRow, Card, Choice, Day, Filter, FindingRow, Group, Head, Html, Link, Map,
    QuestionRow,
};

/// A topic.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Topic {
    /// Its top; the lead is the definition.
    pub head: Head,
    /// The topic it belongs to.
    pub parent: Option<Link>,
    /// Topics that belong to it.
    pub children: Vec<Link>,
    /// Other words for it.
    pub synonyms: Vec<String>,
    /// Their language, where it is not the page's.
    pub synonyms_lang: Option<String>,
    /// For and against.
    pub balance: Option<BalanceRow>,
    /// How much each region told of it.
    pub map: Option<Map>,
    /// Findings about it.
    pub findings: Vec<FindingRow>,
    /// Factsheets about it.
    pub factsheets: Vec<Card>,
    /// Stories about it.
    pub stories: Vec<Card>,
    /// What other regions can use for it.
    pub blueprints: Vec<Card>,
    /// Reports about it.
    pub reports: Vec<Card>,
    /// Learning questions about it.
    pub questions: Vec<QuestionRow>,
    /// What to say when nothing is about it.
    pub empty: Option<String>,
    /// Its feed.
    pub feed: Option<Link>,
}

/// All topics.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Topics {
    /// Its top.
    pub head: Head,
    /// Its introduction.
    pub intro: Option<Html>,
    /// The topics.
    pub rows: Vec<TopicRow>,
}

/// A topic in the list of all.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TopicRow {
    /// The topic.
    pub link: Link,
    /// What it is.
    pub definition: String,
    /// The language of that, where it is not the page's.
    pub definition_lang: Option<String>,
    /// "3 factsheets", "5 verhalen"
    pub facts: Vec<String>,
    /// Topics that belong to it.
    pub children: Vec<Link>,
}

/// A learning question.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct LearningQuestion {
    /// Its top; the title is the question.
    pub head: Head,
    /// open, partly, answered, dropped.
    pub state: Choice,
    /// Who asks it.
    pub asked_by: Vec<Link>,
    /// Since when.
    pub since: Option<Day>,
    /// Findings that answer it.
    pub findings: Vec<FindingRow>,
    /// Factsheets that answer it.
    pub factsheets: Vec<Card>,
    /// Stories that answer it.
    pub stories: Vec<Card>,
    /// Reports that answer it.
    pub reports: Vec<Card>,
    /// What is missing.
    pub missing: Option<String>,
    /// How to help.
    pub hand_in: Option<Link>,
}

/// The board of learning questions.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Board {
    /// Its top.
    pub head: Head,
    /// Its introduction.
    pub intro: Option<Html>,
    /// What can be filtered by.
    pub filters: Vec<Filter>,
    /// open, partly, answered.
    pub groups: Vec<Group<QuestionRow>>,
}
