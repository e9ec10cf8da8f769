//! Topics: the subjects of the evaluation.

use crate::schema::{Field, Kind, Record, RefKind, Table};

use super::{ID, Text, id_of};

/// A subject of the evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Topic {
    /// Its id.
    pub id: Text,
    /// Its fields, for the language of a page.
    pub record: Record,
    /// Topic id.
    pub parent: Option<Text>,
}

/// The fields of a topic.
pub const TOPIC: Table = Table {
    name: "topic",
    groups: &[&[
        ID,
        Field::new("label", "label", Kind::Texts)
            .required()
            .means("De naam.", "The name.")
            .example("Samenwerking"),
        Field::new("definition", "definitie", Kind::Texts)
            .required()
            .means("Wat het betekent.", "What it means.")
            .example("Hoe partijen samen aan werk helpen"),
        Field::new("parent", "valt-onder", Kind::Ref(RefKind::Topic))
            .means("Het onderwerp waar het onder valt.", "The topic it belongs to.")
            .example("werkwijzen"),
        Field::new("synonyms", "synoniemen", Kind::List(&Kind::Text))
            .means("Andere woorden ervoor.", "Other words for it.")
            .example("[partnerschap]"),
    ]],
};

impl Topic {
    /// Takes a topic from a record.
    pub fn from_record(record: &Record) -> Self {
        Self { id: id_of(record), parent: record.text("parent"), record: record.clone() }
    }
}
