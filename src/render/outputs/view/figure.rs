//! Key figures, matrices, balances, maps.

use serde::Serialize;

use super::{Choice, Html, Link};

/// A key figure.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct KeyFigure {
    /// Its anchor; unique on the page.
    pub id: String,
    /// "minstens" or "circa" where the number is not exact; stands before it in small print.
    pub qualifier: Option<String>,
    /// The number as shown.
    pub value: String,
    /// The unit, or "van 35".
    pub unit: Option<String>,
    /// What was counted.
    pub label: String,
    /// The language of label, unit and definition, where that is not the page's.
    pub lang: Option<String>,
    /// result, target, input or activity.
    pub kind: Choice,
    /// The period in words.
    pub period: Option<String>,
    /// "12 van 35 regio's"
    pub coverage: Option<String>,
    /// How it was counted.
    pub definition: Option<String>,
    /// Where it comes from.
    pub source: Option<Link>,
}

/// A map that is drawn already, with a sentence below it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Map {
    /// The drawing with its list and table.
    pub html: Html,
    /// What it shows.
    pub note: Option<String>,
}

/// Which region has what: a table of marks.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Matrix {
    /// A prefix for ids, unique on the page.
    pub id: String,
    /// What the table shows.
    pub title: String,
    /// How to read it.
    pub note: Option<String>,
    /// The columns.
    pub columns: Vec<Link>,
    /// A row per region of which there is something.
    pub rows: Vec<MatrixRow>,
    /// What has no column, as no region has anything in it.
    pub empty: Vec<Link>,
    /// How many regions there is nothing of at all, as the beginning of a list.
    pub gaps: Option<String>,
    /// These regions.
    pub silent: Vec<Link>,
}

/// A row of a matrix.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MatrixRow {
    /// The region.
    pub label: Link,
    /// One per column.
    pub cells: Vec<MatrixCell>,
}

/// A cell of a matrix.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MatrixCell {
    /// `full`, `half` or `none`; also a class.
    pub id: String,
    /// What it says: "3", "ontvangen", "nog niets".
    pub text: String,
}

/// What the stories or findings about a topic say, for and against.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct BalanceRow {
    /// The topic.
    pub label: Link,
    /// Positive, mixed, no change, negative; in this order.
    pub parts: Vec<BalancePart>,
    /// All together.
    pub total: usize,
}

/// One side of a balance.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct BalancePart {
    /// `positive`, `mixed`, `no-change`, `negative`; also a class.
    pub id: String,
    /// The word.
    pub label: String,
    /// How many.
    pub count: usize,
    /// One per item, to draw it with; at most 40.
    pub items: Vec<bool>,
}
