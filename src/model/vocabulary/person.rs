//! People, by role.

use crate::schema::{Field, Kind, Record, RefKind, Table};

use super::{ID, Text, id_of};

/// A person, by role.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Person {
    /// Its id.
    pub id: Text,
    /// Its fields, for the language of a page.
    pub record: Record,
    /// Organisation id.
    pub organisation: Option<Text>,
    /// The name, only with consent.
    pub name: Option<Text>,
    /// Consent id.
    pub consent: Option<Text>,
}

/// The fields of a person.
pub const PERSON: Table = Table {
    name: "person",
    groups: &[&[
        ID,
        Field::new("role", "functie", Kind::Texts)
            .required()
            .means("De functie.", "The role.")
            .example("projectleider"),
        Field::new("organisation", "organisatie", Kind::Ref(RefKind::Organisation))
            .means("De organisatie.", "The organisation.")
            .example("uwv"),
        Field::new("name", "naam", Kind::Text)
            .means("De naam, alleen met toestemming.", "The name, only with consent."),
        Field::new("consent", "toestemming", Kind::Ref(RefKind::Consent))
            .means("Nummer van de toestemming.", "Number of the consent.")
            .example("VOORBEELD-001"),
    ]],
};

impl Person {
    /// Takes a person from a record.
    pub fn from_record(record: &Record) -> Self {
        Self {
            id: id_of(record),
            organisation: record.text("organisation"),
            name: record.text("name"),
            consent: record.text("consent"),
            record: record.clone(),
        }
    }
}
