//! Words of the open lists of `lists.yaml`.

use crate::schema::{Field, Kind, Record, Table};

use super::{ID, Text, id_of};

/// A word of an open list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ListWord {
    /// Its id.
    pub id: Text,
    /// Its fields, for the language of a page.
    pub record: Record,
}

/// The fields of a word of an open list.
pub const LIST_WORD: Table = Table {
    name: "word",
    groups: &[&[
        ID.example("gemeente"),
        Field::new("label", "label", Kind::Texts)
            .required()
            .means("De naam.", "The name.")
            .example("Gemeente"),
    ]],
};

/// The open lists.
pub const LISTS: Table = Table {
    name: "lists",
    groups: &[&[
        Field::new("audience", "voor-wie", Kind::List(&Kind::Record(&LIST_WORD)))
            .means("Voor wie iets is.", "For whom something is."),
        Field::new("perspective", "perspectief", Kind::List(&Kind::Record(&LIST_WORD)))
            .means("Vanuit wie een verhaal verteld is.", "Whose view a story gives."),
        Field::new("domain", "gebied", Kind::List(&Kind::Record(&LIST_WORD)))
            .means("Waar een verandering zat.", "Where a change was."),
    ]],
};

impl ListWord {
    /// Takes a word from a record.
    pub fn from_record(record: &Record) -> Self {
        Self { id: id_of(record), record: record.clone() }
    }
}
