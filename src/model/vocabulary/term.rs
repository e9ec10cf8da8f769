//! Terms of the glossary.

use crate::schema::{Field, Kind, Record, RefKind, Table};

use super::{ID, Text, id_of};

/// A term with its explanation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    /// Its id.
    pub id: Text,
    /// Its fields, for the language of a page.
    pub record: Record,
    /// Source id.
    pub source: Option<Text>,
}

/// The fields of a glossary term.
pub const TERM: Table = Table {
    name: "term",
    groups: &[&[
        ID.example("doe-agenda"),
        Field::new("term", "begrip", Kind::Texts)
            .required()
            .means("Het woord.", "The word.")
            .example("doe-agenda"),
        Field::new("plain", "uitleg", Kind::Texts)
            .required()
            .means("De uitleg in gewone woorden.", "The explanation in plain words.")
            .example("Het plan van een regio"),
        Field::new("abbreviation", "afkorting", Kind::Text)
            .means("De afkorting.", "The abbreviation.")
            .example("PoW"),
        Field::new("source", "bron", Kind::Ref(RefKind::Source))
            .means("De bron.", "The source.")
            .example("pow-aanpak"),
    ]],
};

impl Term {
    /// Takes a term from a record.
    pub fn from_record(record: &Record) -> Self {
        Self { id: id_of(record), source: record.text("source"), record: record.clone() }
    }
}
