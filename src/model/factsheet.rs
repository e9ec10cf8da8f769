//! Factsheets: what was found, how sure that is, and what to do with it.

use crate::base::{Period, Span, Spanned};
use crate::schema::{Field, Kind, Record, RefKind, Rule, Table, choices};

use super::figure::{KEY_FIGURE, KeyFigure};
use super::head::{self, Judgement, Regions, SourceUse};

choices! {
    /// How something was looked into.
    MethodKind {
        /// Talks.
        Interviews = "interviews" "interviews",
        /// Questions on paper or screen.
        Survey = "survey" "vragenlijst",
        /// Reading documents.
        Documents = "documents" "documenten",
        /// A meeting.
        Meeting = "meeting" "bijeenkomst",
        /// Registered data.
        Registration = "registration" "registratie",
        /// Reading research.
        Literature = "literature" "literatuur",
    }
}

/// A factsheet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Factsheet {
    /// Which time it is about.
    pub period: Option<Period>,
    /// Where it was observed.
    pub seen_in: Regions,
    /// Where that stands.
    pub seen_in_span: Option<Span>,
    /// What it rests on.
    pub sources: Vec<SourceUse>,
    /// How sure it is.
    pub judgement: Judgement,
    /// Its key figures, at most five.
    pub figures: Vec<KeyFigure>,
    /// Finding ids.
    pub findings: Vec<Spanned<String>>,
    /// How it was looked into.
    pub method: Method,
    /// What to do, per audience.
    pub actions: Vec<Action>,
    /// Story ids.
    pub examples: Vec<Spanned<String>>,
    /// Story id.
    pub counterexample: Option<Spanned<String>>,
    /// CSV paths.
    pub data: Vec<Spanned<String>>,
    /// Wave id.
    pub wave: Option<Spanned<String>>,
    /// Its number in the series.
    pub number: Option<String>,
}

/// How something was looked into.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Method {
    /// The ways.
    pub kinds: Vec<MethodKind>,
    /// How many answered.
    pub respondents: Option<u32>,
    /// What it cannot say.
    pub limits: Option<String>,
}

/// What an audience can do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Action {
    /// Audience: an id, or words from the body.
    pub audience: String,
    /// What to do.
    pub text: String,
}

const METHOD: Table = Table {
    name: "method",
    groups: &[&[
        Field::new("kind", "soort", Kind::List(&Kind::Choice(&MethodKind::CHOICE)))
            .means("Hoe er gekeken is.", "How it was looked into.")
            .example("[interviews]"),
        Field::new("respondents", "respondenten", Kind::Count)
            .means("Hoeveel mensen er meededen.", "How many people took part.")
            .example("24"),
        Field::new("limits", "grenzen", Kind::Text)
            .means("Wat dit niet kan zeggen.", "What this cannot say.")
            .example("Er is niet vergeleken"),
    ]],
};

const ACTION: Table = Table {
    name: "action",
    groups: &[&[
        Field::new("audience", "voor-wie", Kind::Ref(RefKind::Audience))
            .required()
            .means("Voor wie.", "For whom.")
            .example("gemeente"),
        Field::new("text", "tekst", Kind::Text)
            .required()
            .means("Wat die kan doen.", "What they can do.")
            .example("Spreek af hoelang inrichten mag duren"),
    ]],
};

/// The fields of a factsheet.
pub(super) const FACTSHEET: Table = Table {
    name: "factsheet",
    groups: &[
        head::DATED,
        &[head::PERIOD.required()],
        head::SEEN_IN,
        head::WITH_TOPICS,
        head::SOURCES_NEEDED,
        head::STRENGTH,
        head::JUDGEMENT,
        OWN,
        head::COMMON,
    ],
};

const OWN: &[Field] = &[
    Field::new("figures", "kerncijfers", Kind::List(&Kind::Record(&KEY_FIGURE)))
        .rule(Rule::Items(0, 5))
        .means("Nul tot vijf kerncijfers.", "None to five key figures."),
    Field::new("findings", "bevindingen", Kind::List(&Kind::Ref(RefKind::Finding)))
        .means("De bevindingen erbij.", "Its findings.")
        .example("[vertrouwen-kost-tijd]"),
    Field::new("method", "methode", Kind::Record(&METHOD))
        .means("Hoe er gekeken is.", "How it was looked into."),
    Field::new("actions", "acties", Kind::List(&Kind::Record(&ACTION))).means(
        "Wat elk kan doen; anders de lijst onder \"Wat kun je doen\".",
        "What each can do; otherwise the list below \"What can you do\".",
    ),
    Field::new("examples", "voorbeelden", Kind::List(&Kind::Ref(RefKind::Story)))
        .means("Verhalen die het laten zien.", "Stories that show it.")
        .example("[drenthe]"),
    Field::new("counterexample", "tegenvoorbeeld", Kind::Ref(RefKind::Story))
        .means("Een verhaal waar het anders liep.", "A story where it went otherwise.")
        .example("gorinchem"),
    Field::new("data", "data", Kind::List(&Kind::Ref(RefKind::Data)))
        .means("Databestanden erbij.", "Its data files.")
        .example("[../data/doelen.csv]"),
    Field::new("wave", "meetronde", Kind::Ref(RefKind::Wave))
        .means("De meetronde.", "The wave of measurement.")
        .example("half-jaar-2020-2"),
    Field::new("number", "nummer", Kind::Text)
        .means("Nummer in de reeks.", "Number in the series.")
        .example("3"),
];

impl Factsheet {
    /// Takes a factsheet from a record.
    pub fn from_record(record: &Record) -> Self {
        let method = record.record("method").map(|own| Method {
            kinds: own
                .texts("kind")
                .iter()
                .filter_map(|kind| MethodKind::parse(kind))
                .collect(),
            respondents: own.count("respondents"),
            limits: own.text("limits").map(|text| text.value),
        });
        Self {
            period: head::period(record),
            seen_in: Regions::from_record(record, "seen-in"),
            seen_in_span: record.value_span("seen-in"),
            sources: SourceUse::list(record),
            judgement: Judgement::from_record(record),
            figures: record.records("figures", KeyFigure::from_record),
            findings: record.texts("findings"),
            method: method.unwrap_or_default(),
            actions: record.records("actions", |own| Action {
                audience: own.plain("audience"),
                text: own.plain("text"),
            }),
            examples: record.texts("examples"),
            counterexample: record.text("counterexample"),
            data: record.texts("data"),
            wave: record.text("wave"),
            number: record.text("number").map(|text| text.value),
        }
    }
}
