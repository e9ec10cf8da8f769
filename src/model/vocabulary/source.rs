//! Sources: what documents rest on.

use crate::base::{Date, Lang, When};
use crate::schema::{Field, Kind, Record, RefKind, Table, choices};

use super::{ID, Text, id_of};

choices! {
    /// What a source is.
    SourceKind {
        /// A report.
        Report = "report" "rapport",
        /// A letter.
        Letter = "letter" "brief",
        /// A web page.
        Web = "web" "webpagina",
        /// A talk.
        Interview = "interview" "interview",
        /// Registered data.
        Registration = "registration" "registratie",
        /// Data.
        Dataset = "dataset" "dataset",
        /// A meeting.
        Meeting = "meeting" "bijeenkomst",
        /// A law.
        Law = "law" "wet",
        /// A newspaper, radio or television.
        Press = "press" "pers",
    }
}

choices! {
    /// How near a source is to what it tells.
    Reliability {
        /// First hand.
        Primary = "primary" "primair",
        /// Second hand.
        Secondary = "secondary" "secundair",
        /// By the press.
        Press = "press" "pers",
    }
}

/// An entry of the register of sources.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Source {
    /// Its id.
    pub id: Text,
    /// What it is.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// The language of its title, where that is not the site's.
    pub language: Option<Lang>,
    /// Who made it.
    pub author: String,
    /// When.
    pub date: Option<When>,
    /// Where it stands.
    pub url: Option<String>,
    /// When it was read.
    pub accessed: Option<Date>,
    /// Where a copy stands.
    pub archive_url: Option<String>,
    /// How near it is to what it tells.
    pub reliability: Option<Reliability>,
    /// Source ids.
    pub based_on: Vec<Text>,
    /// Report id.
    pub report: Option<Text>,
}

/// The fields of a source.
pub const SOURCE: Table = Table {
    name: "source",
    groups: &[&[
        ID,
        Field::new("kind", "soort", Kind::Choice(&SourceKind::CHOICE))
            .required()
            .means("Wat het is.", "What it is.")
            .example("rapport"),
        Field::new("title", "titel", Kind::Text)
            .required()
            .means("De titel.", "The title.")
            .example("Tussenrapportage"),
        Field::new("language", "taal", Kind::Lang)
            .means(
                "De taal van de titel, als dat niet de taal van de site is.",
                "The language of the title, where that is not the language of the site.",
            )
            .example("en"),
        Field::new("author", "auteur", Kind::Text)
            .required()
            .means("Wie het maakte.", "Who made it.")
            .example("KplusV"),
        Field::new("date", "datum", Kind::When)
            .means("Wanneer.", "When.")
            .example("2021-02-18"),
        Field::new("url", "url", Kind::Url)
            .means("Waar het staat.", "Where it stands.")
            .example("https://voorbeeld.example/"),
        Field::new("accessed", "geraadpleegd", Kind::Date)
            .means("Wanneer gelezen.", "When it was read.")
            .example("2026-11-23"),
        Field::new("archive-url", "archiefadres", Kind::Url)
            .means("Waar een kopie staat.", "Where a copy stands.")
            .example("https://voorbeeld.example/archief"),
        Field::new("reliability", "betrouwbaarheid", Kind::Choice(&Reliability::CHOICE))
            .means("Uit de eerste hand of niet.", "First hand or not.")
            .example("primair"),
        Field::new("based-on", "gebaseerd-op", Kind::List(&Kind::Ref(RefKind::Source)))
            .means("Op welke bronnen het zelf rust.", "Which sources it rests on itself.")
            .example("[kplusv-2021]"),
        Field::new("report", "rapport", Kind::Ref(RefKind::Report))
            .means("Het rapport op deze site.", "The report on this site.")
            .example("tussenrapportage-2021"),
    ]],
};

impl Source {
    /// Takes a source from a record.
    pub fn from_record(record: &Record) -> Self {
        let plain = |key: &str| record.text(key).map(|text| text.value);
        Self {
            id: id_of(record),
            kind: record.choice("kind", SourceKind::parse).unwrap_or(SourceKind::Web),
            title: record.plain("title"),
            language: record.text("language").and_then(|text| Lang::new(&text)),
            author: record.plain("author"),
            date: record.when("date").map(|when| when.value),
            url: plain("url"),
            accessed: record.date("accessed").map(|date| date.value),
            archive_url: plain("archive-url"),
            reliability: record.choice("reliability", Reliability::parse),
            based_on: record.texts("based-on"),
            report: record.text("report"),
        }
    }
}
