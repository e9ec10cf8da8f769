//! Meetings.

use crate::base::{Date, Spanned};
use crate::schema::{Field, Kind, Record, RefKind, Table, choices};

use super::head;

/// A day, and hour and minute where they were written.
type Moment = (Date, Option<(u8, u8)>);

choices! {
    /// What kind of meeting it is.
    EventKind {
        /// For the whole country.
        National = "national" "landelijk",
        /// For a region.
        Regional = "regional" "regionaal",
        /// To learn from each other.
        Learning = "learning-session" "leersessie",
        /// Online, to listen.
        Webinar = "webinar" "webinar",
    }
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Event {
    /// When it starts.
    pub start: Option<Moment>,
    /// When it ends.
    pub end: Option<Moment>,
    /// Of what kind.
    pub kind: Option<EventKind>,
    /// Where.
    pub places: Vec<String>,
    /// Whether one can take part online.
    pub online: bool,
    /// Where one takes part online.
    pub online_url: Option<String>,
    /// Organisation id: who holds it.
    pub organiser: Option<String>,
    /// What happens, in order.
    pub programme: Vec<String>,
    /// Finding ids.
    pub results: Vec<Spanned<String>>,
    /// Media ids.
    pub materials: Vec<Spanned<String>>,
}

/// The fields of a meeting.
pub(super) const EVENT: Table =
    Table { name: "event", groups: &[head::DATED, OWN, head::MAYBE_TOPICS, head::COMMON] };

const OWN: &[Field] = &[
    Field::new("start", "begin", Kind::Moment)
        .required()
        .means(
            "Wanneer het begint, met of zonder tijd.",
            "When it starts, with or without a time.",
        )
        .example("2021-03-15 13:30"),
    Field::new("end", "einde", Kind::Moment)
        .means("Wanneer het eindigt.", "When it ends.")
        .example("2021-03-15 16:00"),
    Field::new("kind", "soort", Kind::Choice(&EventKind::CHOICE))
        .means("Wat voor bijeenkomst.", "What kind of meeting.")
        .example("landelijk"),
    Field::new("places", "plaatsen", Kind::List(&Kind::Text))
        .means("Waar.", "Where.")
        .example("[Utrecht]"),
    Field::new("online", "online", Kind::YesNo)
        .means("Of je online kunt meedoen.", "Whether one can take part online.")
        .example("ja"),
    Field::new("online-url", "online-adres", Kind::Url)
        .means(
            "Het adres waar je online meedoet.",
            "The address at which one takes part online.",
        )
        .example("https://elders.example/meekijken"),
    Field::new("organiser", "organisator", Kind::Ref(RefKind::Organisation))
        .means("Wie de bijeenkomst houdt.", "Who holds the meeting.")
        .example("bureau"),
    Field::new("programme", "programma", Kind::List(&Kind::Text))
        .means("Het programma, in volgorde.", "The programme, in order."),
    Field::new("results", "uitkomsten", Kind::List(&Kind::Ref(RefKind::Finding)))
        .means("Welke bevindingen eruit kwamen.", "Which findings came of it.")
        .example("[persoonlijk-contact]"),
    Field::new("materials", "materiaal", Kind::List(&Kind::Ref(RefKind::Media)))
        .means("Materiaal erbij.", "Its materials.")
        .example("[tijdlijn-programma]"),
];

impl Event {
    /// Takes a meeting from a record.
    pub fn from_record(record: &Record) -> Self {
        let lines = |key| record.texts(key).into_iter().map(|text| text.value).collect();
        Self {
            start: record.moment("start"),
            end: record.moment("end"),
            kind: record.choice("kind", EventKind::parse),
            places: lines("places"),
            online: record.yes("online") || record.text("online-url").is_some(),
            online_url: record.text("online-url").map(|text| text.value),
            organiser: record.text("organiser").map(|text| text.value),
            programme: lines("programme"),
            results: record.texts("results"),
            materials: record.texts("materials"),
        }
    }
}
