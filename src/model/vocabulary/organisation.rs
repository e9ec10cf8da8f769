//! Organisations.

use crate::schema::{Field, Kind, Record, Table, choices};

use super::{ID, Text, id_of};

choices! {
    /// What an organisation is.
    OrganisationKind {
        /// National government.
        National = "national" "rijk",
        /// A municipality.
        Municipality = "municipality" "gemeente",
        /// The employee insurance agency.
        Uwv = "uwv" "uwv",
        /// Of employers.
        Employers = "employers" "werkgevers",
        /// A trade union.
        Union = "union" "vakbond",
        /// Education.
        Education = "education" "onderwijs",
        /// Research.
        Research = "research" "onderzoek",
        /// Carries out.
        Implementer = "implementer" "uitvoerder",
        /// Another.
        Other = "other" "anders",
    }
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Organisation {
    /// Its id.
    pub id: Text,
    /// Its fields, for the language of a page.
    pub record: Record,
    /// What it is.
    pub kind: Option<OrganisationKind>,
    /// Its site.
    pub url: Option<String>,
    /// Its mail address.
    pub email: Option<Text>,
}

/// The fields of an organisation.
pub const ORGANISATION: Table = Table {
    name: "organisation",
    groups: &[&[
        ID,
        Field::new("name", "naam", Kind::Texts)
            .required()
            .means("De naam.", "The name.")
            .example("Redactie"),
        Field::new("kind", "soort", Kind::Choice(&OrganisationKind::CHOICE))
            .means("Wat het is.", "What it is.")
            .example("onderzoek"),
        Field::new("url", "url", Kind::Url)
            .means("De website.", "The site.")
            .example("https://voorbeeld.example/"),
        Field::new("email", "e-mail", Kind::Text)
            .means(
                "Het e-mailadres; staat ook bij `emails` in `site.yaml`.",
                "The mail address; also listed at `emails` in `site.yaml`.",
            )
            .example("redactie@voorbeeld.example"),
    ]],
};

impl Organisation {
    /// Takes an organisation from a record.
    pub fn from_record(record: &Record) -> Self {
        Self {
            id: id_of(record),
            kind: record.choice("kind", OrganisationKind::parse),
            url: record.text("url").map(|text| text.value),
            email: record.text("email"),
            record: record.clone(),
        }
    }
}
