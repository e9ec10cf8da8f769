//! Jargon and its plain words.

use crate::base::Spanned;
use crate::schema::{Field, Kind, Record, Table};

use super::Text;

/// A word that has a plainer one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Jargon {
    /// The word.
    pub word: Text,
    /// The plainer one.
    pub plain: Text,
}

/// The fields of a jargon word.
pub const JARGON: Table = Table {
    name: "jargon",
    groups: &[&[
        Field::new("id", "id", Kind::Text).means("Kenmerk.", "Id.").example("creeren"),
        Field::new("word", "woord", Kind::Text)
            .required()
            .means("Het moeilijke woord.", "The difficult word.")
            .example("creëren"),
        Field::new("plain", "gewoon", Kind::Text)
            .required()
            .means("Het gewone woord.", "The plain word.")
            .example("maken"),
    ]],
};

impl Jargon {
    /// Takes a word from a record.
    pub fn from_record(record: &Record) -> Self {
        let text =
            |key| record.text(key).unwrap_or_else(|| Spanned::new(String::new(), record.span));
        Self { word: text("word"), plain: text("plain") }
    }
}
