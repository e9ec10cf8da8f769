//! Consent of people, by reference number.

use crate::base::{Date, Span, Spanned};
use crate::schema::{Field, Kind, Record, RefKind, Table, choices};

use super::{ID, Text, id_of};

choices! {
    /// Through which channel something may be shown.
    Channel {
        /// This site.
        Site = "site" "site",
        /// The newsletter.
        Newsletter = "newsletter" "nieuwsbrief",
        /// Social media.
        Social = "social" "sociaal",
        /// The press.
        Press = "press" "pers",
        /// The archive.
        Archive = "archive" "archief",
    }
}

/// A record of consent. The proof never lives here; the id is its reference number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Consent {
    /// Its reference number.
    pub id: Text,
    /// When it was given: it holds from this day on.
    pub given: Option<Spanned<Date>>,
    /// Through which day it holds.
    pub until: Option<Spanned<Date>>,
    /// When it was withdrawn.
    pub withdrawn: Option<Spanned<Date>>,
    /// For which channels.
    pub scope: Vec<Channel>,
    /// Whether the person is a minor.
    pub minor: bool,
    /// Whether a parent's consent is named.
    pub parent: bool,
    /// Where it stands.
    pub span: Span,
}

const CONSENT_OWN: &[Field] = &[
    Field::new("given", "gegeven", Kind::Date)
        .required()
        .means("Wanneer gegeven.", "When it was given.")
        .example("2021-01-15"),
    Field::new("until", "tot", Kind::Date)
        .means("Tot en met wanneer zij geldt.", "Through which day it holds.")
        .example("2023-01-15"),
    Field::new("withdrawn", "ingetrokken", Kind::Date)
        .means("Wanneer ingetrokken.", "When it was withdrawn.")
        .example("2022-06-01"),
    Field::new("scope", "bereik", Kind::List(&Kind::Choice(&Channel::CHOICE)))
        .required()
        .means(
            "Voor welke kanalen. Voor pers en archief maakt de site niets: die zijn voor wie iets doorgeeft, en staan in het overzicht van `lerend media`.",
            "For which channels. Nothing is made for press and archive: they are for who passes things on, and stand in the register of `lerend media`.",
        )
        .example("[site, newsletter]"),
    Field::new("minor", "minderjarig", Kind::YesNo)
        .means("Of het om een minderjarige gaat.", "Whether it is a minor.")
        .example("nee"),
    Field::new("parent-ref", "ouder-nummer", Kind::Text)
        .means("Nummer van de toestemming van een ouder.", "Number of a parent's consent.")
        .example("VOORBEELD-002"),
];

/// The fields of a consent of `consents.yaml`.
pub const CONSENT: Table =
    Table { name: "consent", groups: &[&[ID.example("VOORBEELD-001")], CONSENT_OWN] };

/// The fields of a consent that is written in place.
pub const CONSENT_INLINE: Table = Table {
    name: "consent",
    groups: &[
        &[Field::new("ref", "nummer", Kind::Ref(RefKind::Consent))
            .required()
            .means("Nummer van de toestemming.", "Number of the consent.")
            .example("VOORBEELD-001")],
        CONSENT_OWN,
    ],
};

impl Consent {
    /// The day from which it holds, where that is still to come.
    pub fn holds_from(&self, today: Date) -> Option<&Spanned<Date>> {
        self.given.as_ref().filter(|given| given.value > today)
    }

    /// Takes a consent from a record; its reference number stands at `id` or `ref`.
    pub fn from_record(record: &Record) -> Self {
        Self {
            id: record.text("ref").unwrap_or_else(|| id_of(record)),
            given: record.date("given"),
            until: record.date("until"),
            withdrawn: record.date("withdrawn"),
            scope: record
                .texts("scope")
                .iter()
                .filter_map(|word| Channel::parse(word))
                .collect(),
            minor: record.yes("minor"),
            parent: record.has("parent-ref"),
            span: record.span,
        }
    }
}
