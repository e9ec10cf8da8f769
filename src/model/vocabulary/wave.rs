//! Waves of measurement.

use crate::base::Period;
use crate::model::head;
use crate::schema::{Field, Kind, Record, RefKind, Table};

use super::{ID, Text, id_of};

/// A wave of measurement.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Wave {
    /// Its id.
    pub id: Text,
    /// Its fields, for the language of a page.
    pub record: Record,
    /// Which time it covers.
    pub period: Option<Period>,
    /// Region ids.
    pub deep_dive: Vec<Text>,
}

/// The fields of a wave.
pub const WAVE: Table = Table {
    name: "wave",
    groups: &[&[
        ID.example("half-jaar-2020-2"),
        Field::new("label", "label", Kind::Texts)
            .required()
            .means("De naam.", "The name.")
            .example("Tweede helft 2020"),
        head::PERIOD,
        Field::new("method", "methode", Kind::Texts)
            .means("Hoe er gemeten is.", "How it was measured.")
            .example("Gesprekken met alle regio's"),
        Field::new("deep-dive", "verdieping", Kind::List(&Kind::Ref(RefKind::Region)))
            .means(
                "Welke regio's dieper bekeken zijn.",
                "Which regions were looked at more deeply.",
            )
            .example("[twente]"),
    ]],
};

impl Wave {
    /// Takes a wave from a record.
    pub fn from_record(record: &Record) -> Self {
        Self {
            id: id_of(record),
            period: head::period(record),
            deep_dive: record.texts("deep-dive"),
            record: record.clone(),
        }
    }
}
