//! Reports and other documents, with their files.

use crate::base::{Date, Period, Spanned};
use crate::schema::{Field, Kind, Need, Record, RefKind, Rule, Table, choices};

use super::head;

/// A text with its place.
type Text = Spanned<String>;

choices! {
    /// What a report is.
    ReportKind {
        /// On the way.
        Interim = "interim-report" "tussenrapportage",
        /// At the end.
        Final = "final-report" "eindrapport",
        /// On progress.
        Progress = "progress-report" "voortgangsrapportage",
        /// By a region itself.
        Regional = "regional-evaluation" "regionaal-evaluatiedocument",
        /// To parliament.
        Letter = "letter-to-parliament" "kamerbrief",
        /// A plan.
        Plan = "action-plan" "actieplan",
        /// Research.
        Study = "study" "onderzoek",
        /// Of a meeting.
        Minutes = "minutes" "verslag",
        /// How to do something.
        Guide = "guide" "handreiking",
    }
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Report {
    /// What it is.
    pub kind: Option<ReportKind>,
    /// Organisation id.
    pub author: Option<Text>,
    /// Which time it is about.
    pub period: Option<Period>,
    /// Organisation id.
    pub commissioned_by: Option<Text>,
    /// When it was delivered.
    pub delivered: Option<Date>,
    /// When and under which number it went to parliament.
    pub sent_to_parliament: Option<SentToParliament>,
    /// Its own reference.
    pub reference: Option<String>,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// Its files.
    pub files: Vec<ReportFile>,
    /// Its chapters.
    pub contents: Vec<String>,
    /// Its main points, in our own words.
    pub main_points: Vec<String>,
    /// Media ids.
    pub materials: Vec<Text>,
    /// Where it is archived.
    pub archive_url: Option<String>,
    /// Its entry in the register of sources.
    pub source: Option<Text>,
    /// Questionnaire id: the questions that a region answered with it.
    pub questionnaire: Option<Text>,
}

/// When and under which number a report went to parliament.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SentToParliament {
    /// When.
    pub date: Option<Date>,
    /// Dossier.
    pub dossier: Option<String>,
    /// Number within the dossier.
    pub number: Option<String>,
}

/// A file of a report: of this site or elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ReportFile {
    /// Media id.
    pub media: Option<Text>,
    /// Address elsewhere.
    pub url: Option<String>,
    /// Its language.
    pub language: Option<String>,
}

const SENT: Table = Table {
    name: "sent-to-parliament",
    groups: &[&[
        Field::new("date", "datum", Kind::Date)
            .means("Wanneer.", "When.")
            .example("2021-03-18"),
        Field::new("dossier", "dossier", Kind::Text)
            .means("Het dossier.", "The dossier.")
            .example("\"34352\""),
        Field::new("number", "nummer", Kind::Text)
            .means("Het nummer.", "The number.")
            .example("231"),
    ]],
};

const FILE: Table = Table {
    name: "file",
    groups: &[&[
        Field::new("media", "media", Kind::Ref(RefKind::Media))
            .means("Een bestand van deze site.", "A file of this site.")
            .example("tussenrapportage"),
        Field::new("url", "url", Kind::Url)
            .need(Need::Without("media"))
            .means("Een adres elders.", "An address elsewhere.")
            .example("https://voorbeeld.example/rapport.pdf"),
        Field::new("language", "taal", Kind::Lang)
            .means("De taal.", "The language.")
            .example("nl"),
    ]],
};

/// The fields of a report.
pub(super) const REPORT: Table =
    Table { name: "report", groups: &[head::DATED, OWN, head::WITH_TOPICS, head::COMMON] };

const OWN: &[Field] = &[
    Field::new("kind", "soort", Kind::Choice(&ReportKind::CHOICE))
        .required()
        .means("Wat het is.", "What it is.")
        .example("tussenrapportage"),
    Field::new("author", "auteur", Kind::Ref(RefKind::Organisation))
        .required()
        .means("Welke organisatie het maakte.", "Which organisation made it.")
        .example("kplusv"),
    head::PERIOD,
    Field::new("commissioned-by", "opdrachtgever", Kind::Ref(RefKind::Organisation))
        .means("Wie de opdracht gaf.", "Who commissioned it.")
        .example("szw"),
    Field::new("delivered", "opgeleverd", Kind::Date)
        .means("Wanneer opgeleverd.", "When it was delivered.")
        .example("2021-02-18"),
    Field::new("sent-to-parliament", "aangeboden", Kind::Record(&SENT)).means(
        "Wanneer en onder welk nummer aan de Tweede Kamer aangeboden.",
        "When and under which number it was sent to parliament.",
    ),
    Field::new("reference", "kenmerk", Kind::Text)
        .means("Het eigen kenmerk.", "Its own reference.")
        .example("1019224-027"),
    Field::new("pages", "paginas", Kind::Count)
        .means("Hoeveel bladzijden.", "How many pages.")
        .example("52"),
    Field::new("files", "bestanden", Kind::List(&Kind::Record(&FILE)))
        .means("De bestanden.", "The files."),
    Field::new("contents", "inhoud", Kind::List(&Kind::Text))
        .means("De hoofdstukken.", "The chapters.")
        .example("[Inleiding, Aanpak, Uitkomsten]"),
    Field::new("main-points", "hoofdpunten", Kind::List(&Kind::Text))
        .rule(Rule::Items(3, 7))
        .means(
            "Drie tot zeven hoofdpunten, in eigen woorden.",
            "Three to seven main points, in your own words.",
        )
        .example("[Vertrouwen kost tijd, Corona vertraagde de plannen, Contact helpt]"),
    Field::new("materials", "materiaal", Kind::List(&Kind::Ref(RefKind::Media)))
        .means("Materiaal erbij.", "Its materials.")
        .example("[tijdlijn-programma]"),
    Field::new("archive-url", "archiefadres", Kind::Url)
        .means("Waar het gearchiveerd is.", "Where it is archived.")
        .example("https://voorbeeld.example/archief"),
    Field::new("source", "bron", Kind::Ref(RefKind::Source))
        .means("Zijn regel in het bronnenregister.", "Its entry in the register of sources.")
        .example("kplusv-2021"),
    Field::new("questionnaire", "vragenlijst", Kind::Ref(RefKind::Questionnaire))
        .means(
            "De vragenlijst die een regio hiermee invulde; de antwoorden staan ook op haar pagina.",
            "The questionnaire that a region answered with it; the answers stand on its page too.",
        )
        .example("tien-vragen"),
];

impl Report {
    /// Takes a report from a record.
    pub fn from_record(record: &Record) -> Self {
        let plain = |own: &Record, key: &str| own.text(key).map(|text| text.value);
        let lines = |key| record.texts(key).into_iter().map(|text| text.value).collect();
        Self {
            kind: record.choice("kind", ReportKind::parse),
            author: record.text("author"),
            period: head::period(record),
            commissioned_by: record.text("commissioned-by"),
            delivered: record.date("delivered").map(|date| date.value),
            sent_to_parliament: record.record("sent-to-parliament").map(|own| {
                SentToParliament {
                    date: own.date("date").map(|date| date.value),
                    dossier: plain(own, "dossier"),
                    number: plain(own, "number"),
                }
            }),
            reference: plain(record, "reference"),
            pages: record.count("pages"),
            files: record.records("files", |own| ReportFile {
                media: own.text("media"),
                url: plain(own, "url"),
                language: plain(own, "language"),
            }),
            contents: lines("contents"),
            main_points: lines("main-points"),
            materials: record.texts("materials"),
            archive_url: plain(record, "archive-url"),
            source: record.text("source"),
            questionnaire: record.text("questionnaire"),
        }
    }
}
