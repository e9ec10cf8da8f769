//! Index pages of sections.

use serde::Serialize;

use super::{BalanceRow, Card, Filter, FindingRow, Group, Head, Html, Link};

/// The index of a section.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Section {
    /// Its top.
    pub head: Head,
    /// The section: `stories`; also a class.
    pub id: String,
    /// Its introduction.
    pub intro: Option<Html>,
    /// What can be filtered by.
    pub filters: Vec<Filter>,
    /// Where to find parts of a list that is cut and cannot be filtered.
    pub ways: Vec<Filter>,
    /// Its documents.
    pub groups: Vec<Group<Card>>,
    /// What to say when there are none.
    pub empty: Option<String>,
    /// Its feed.
    pub feed: Option<Link>,
    /// Where to subscribe to the newsletter, in its archive.
    pub subscribe: Option<Link>,
}

/// The index of findings: what works and what does not.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Ledger {
    /// Its top.
    pub head: Head,
    /// Its introduction.
    pub intro: Option<Html>,
    /// A line per topic.
    pub balance: Vec<BalanceRow>,
    /// What can be filtered by.
    pub filters: Vec<Filter>,
    /// Where to find parts of a list that is cut and cannot be filtered.
    pub ways: Vec<Filter>,
    /// The findings, by verdict.
    pub groups: Vec<Group<FindingRow>>,
    /// What to say when there are none.
    pub empty: Option<String>,
    /// Its feed.
    pub feed: Option<Link>,
}
