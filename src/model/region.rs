//! Regions: names and municipalities in time, plans, and what was received from them.

use crate::base::{Date, Spanned, When};
use crate::schema::{Field, Kind, Record, RefKind, Table, choices};

use super::figure::{KEY_FIGURE, KeyFigure};
use super::head;

/// A text with its place.
type Text = Spanned<String>;

choices! {
    /// Whether a region was interviewed.
    Interview {
        /// Not chosen.
        None = "none" "geen",
        /// Chosen.
        Selected = "selected" "gekozen",
        /// Held.
        Done = "done" "gedaan",
    }
    /// How far an activity is.
    ActivityState {
        /// Not begun.
        NotStarted = "not-started" "niet-begonnen",
        /// Under way.
        Running = "running" "loopt",
        /// Changed on the way.
        Changed = "changed" "aangepast",
        /// Stopped.
        Stopped = "stopped" "gestopt",
        /// Done.
        Done = "done" "klaar",
    }
    /// What a region may hand in or be heard through.
    EvidenceKind {
        /// A report on progress.
        ProgressReport = "progress-report" "voortgangsrapportage",
        /// The region's own evaluation at the end.
        RegionalEvaluation = "regional-evaluation" "regionaal-evaluatiedocument",
        /// Findings from the learning agenda.
        LearningAgenda = "learning-agenda" "leeragenda",
        /// A meeting.
        Meeting = "meeting" "bijeenkomst",
        /// What the support team told.
        SupportTeam = "support-team" "ondersteuningsteam",
        /// A talk with the evaluator.
        Interview = "interview" "interview",
    }
}

/// A region.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Region {
    /// Its official code.
    pub code: String,
    /// Its names in time.
    pub names: Vec<Named>,
    /// Other names, accepted wherever a region is named.
    pub aliases: Vec<Text>,
    /// Its central municipality.
    pub centre: Option<String>,
    /// Region ids; those whose tiles touch when none were written.
    pub neighbours: Vec<Text>,
    /// Its provinces.
    pub provinces: Vec<String>,
    /// Its municipalities in time.
    pub municipalities: Vec<Municipality>,
    /// Column and row of its tile, from 0.
    pub tile: Option<(u16, u16)>,
    /// Its action plan.
    pub plan: Option<Plan>,
    /// Organisation id.
    pub contact: Option<Text>,
    /// Whether it was interviewed; `None` when nobody said.
    pub interview: Option<Interview>,
    /// Question ids.
    pub asks: Vec<Text>,
    /// What was received from it.
    pub evidence: Vec<Evidence>,
}

/// A name for some time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Named {
    /// The name.
    pub name: Text,
    /// From when.
    pub from: Option<When>,
    /// Until when.
    pub to: Option<When>,
}

/// A municipality that belongs, or belonged, to a region.
pub type Municipality = Named;

/// A region's action plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Plan {
    /// Its title.
    pub title: Option<String>,
    /// When it was signed.
    pub signed: Option<When>,
    /// Report id.
    pub report: Option<Text>,
    /// What it aims at; targets.
    pub goals: Vec<KeyFigure>,
    /// What it does.
    pub activities: Vec<Activity>,
}

/// An activity of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Activity {
    /// Its id, unique over all regions.
    pub id: Text,
    /// Its title.
    pub title: String,
    /// What was expected of it.
    pub expected: Option<String>,
    /// How far it is.
    pub state: Option<ActivityState>,
}

/// Something that was, or is to be, received from a region.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// What it is.
    pub kind: EvidenceKind,
    /// Wave id.
    pub wave: Option<Text>,
    /// To be handed in by then.
    pub due: Option<Date>,
    /// Adopted on this day.
    pub adopted: Option<Date>,
    /// Received then.
    pub received: Option<When>,
    /// Source id.
    pub source: Option<Text>,
}

const NAMED: Table = Table {
    name: "name",
    groups: &[&[
        Field::new("name", "naam", Kind::Text)
            .required()
            .means("De naam.", "The name.")
            .example("Vijfheerenlanden"),
        Field::new("from", "van", Kind::When)
            .means("Vanaf wanneer.", "From when.")
            .example("2019"),
        Field::new("to", "tot", Kind::When)
            .means("Tot en met wanneer.", "Until when.")
            .example("2021"),
    ]],
};

const TILE: Table = Table {
    name: "tile",
    groups: &[&[
        Field::new("col", "kolom", Kind::Count)
            .required()
            .means("Kolom op de kaart, vanaf 0.", "Column on the map, from 0.")
            .example("5"),
        Field::new("row", "rij", Kind::Count)
            .required()
            .means("Rij op de kaart, vanaf 0.", "Row on the map, from 0.")
            .example("3"),
    ]],
};

const ACTIVITY: Table = Table {
    name: "activity",
    groups: &[&[
        Field::new("id", "id", Kind::Text)
            .required()
            .means("Kenmerk, uniek over alle regio's.", "Id, unique over all regions.")
            .example("mooie-dag"),
        Field::new("title", "titel", Kind::Text)
            .required()
            .means("Wat het is.", "What it is.")
            .example("Medewerker Mooie Dag"),
        Field::new("expected", "verwacht", Kind::Text)
            .means("Wat ervan verwacht werd.", "What was expected of it.")
            .example("Nieuwe functies voor mensen zonder zorgdiploma"),
        Field::new("state", "stand", Kind::Choice(&ActivityState::CHOICE))
            .means("Hoe ver het is.", "How far it is.")
            .example("klaar"),
    ]],
};

const PLAN: Table = Table {
    name: "plan",
    groups: &[&[
        Field::new("title", "titel", Kind::Text)
            .means("Titel van het plan.", "Title of the plan.")
            .example("Doe-agenda Twente"),
        Field::new("signed", "ondertekend", Kind::When)
            .means("Wanneer ondertekend.", "When it was signed.")
            .example("2019-06-28"),
        Field::new("report", "rapport", Kind::Ref(RefKind::Report))
            .means("Het plan als rapport.", "The plan as a report.")
            .example("actieplan-twente"),
        Field::new("goals", "doelen", Kind::List(&Kind::Record(&KEY_FIGURE)))
            .means("De doelen, als kerncijfers.", "The goals, as key figures."),
        Field::new("activities", "activiteiten", Kind::List(&Kind::Record(&ACTIVITY)))
            .means("De activiteiten.", "The activities."),
    ]],
};

const EVIDENCE: Table = Table {
    name: "evidence",
    groups: &[&[
        Field::new("kind", "soort", Kind::Choice(&EvidenceKind::CHOICE))
            .required()
            .means("Wat het is.", "What it is.")
            .example("voortgangsrapportage"),
        Field::new("wave", "meetronde", Kind::Ref(RefKind::Wave))
            .means("De meetronde.", "The wave of measurement.")
            .example("half-jaar-2020-2"),
        Field::new("due", "verwacht-op", Kind::Date)
            .means("Wanneer het er moet zijn.", "When it is due.")
            .example("2021-01-31"),
        Field::new("adopted", "vastgesteld", Kind::Date)
            .means("Wanneer vastgesteld.", "When it was adopted.")
            .example("2021-01-20"),
        Field::new("received", "ontvangen", Kind::When)
            .means("Wanneer ontvangen.", "When it was received.")
            .example("2021-01-25"),
        Field::new("source", "bron", Kind::Ref(RefKind::Source))
            .means("De bron.", "The source.")
            .example("rivierenland-poa"),
    ]],
};

/// The fields of a region.
pub(super) const REGION: Table =
    Table { name: "region", groups: &[head::UNDATED, OWN, head::MAYBE_TOPICS, head::COMMON] };

const OWN: &[Field] = &[
    Field::new("code", "code", Kind::Text)
        .required()
        .means("Officiële code.", "Official code.")
        .example("AM05"),
    Field::new("names", "namen", Kind::List(&Kind::Record(&NAMED)))
        .means("De namen in de tijd.", "The names in time."),
    Field::new("aliases-of-name", "ook-bekend-als", Kind::List(&Kind::Text))
        .means(
            "Andere namen; overal te gebruiken waar een regio genoemd wordt.",
            "Other names, accepted wherever a region is named.",
        )
        .example("[Hart van Brabant]"),
    Field::new("centre", "centrumgemeente", Kind::Text)
        .means("De centrumgemeente.", "The central municipality.")
        .example("Enschede"),
    Field::new("neighbours", "buren", Kind::List(&Kind::Ref(RefKind::Region)))
        .means(
            "Buurregio's. Noem je er geen, dan staan er de regio's die op de kaart naast deze liggen.",
            "Neighbouring regions. Without any, those beside it on the map are shown as such.",
        )
        .example("[achterhoek]"),
    Field::new("provinces", "provincies", Kind::List(&Kind::Text))
        .means("De provincies.", "The provinces.")
        .example("[Overijssel]"),
    Field::new("municipalities", "gemeenten", Kind::List(&Kind::Record(&NAMED)))
        .means("De gemeenten, in de tijd.", "The municipalities, in time."),
    Field::new("tile", "tegel", Kind::Record(&TILE))
        .means("Plaats op de tegelkaart.", "Place on the tile map.")
        .example("{col: 5, row: 3}"),
    Field::new("plan", "plan", Kind::Record(&PLAN)).means("Het actieplan.", "The action plan."),
    Field::new("contact", "contact", Kind::Ref(RefKind::Organisation))
        .means("Bij wie je terechtkunt.", "Whom to turn to.")
        .example("redactie"),
    Field::new("interview", "interview", Kind::Choice(&Interview::CHOICE))
        .means("Of de regio geïnterviewd is.", "Whether the region was interviewed.")
        .example("gekozen"),
    Field::new("asks", "vraagt", Kind::List(&Kind::Ref(RefKind::Question)))
        .means("Welke leervragen de regio heeft.", "Which learning questions the region has.")
        .example("[voortzetten]"),
    Field::new("evidence", "ontvangen-stukken", Kind::List(&Kind::Record(&EVIDENCE)))
        .means("Wat van de regio ontvangen is.", "What was received from the region."),
];

impl Region {
    /// Takes a region from a record.
    pub fn from_record(record: &Record) -> Self {
        let cell =
            |own: &Record, key| own.count(key).and_then(|count| u16::try_from(count).ok());
        Self {
            code: record.plain("code"),
            names: record.records("names", Named::from_record),
            aliases: record.texts("aliases-of-name"),
            centre: record.text("centre").map(|text| text.value),
            neighbours: record.texts("neighbours"),
            provinces: record.texts("provinces").into_iter().map(|text| text.value).collect(),
            municipalities: record.records("municipalities", Named::from_record),
            tile: record
                .record("tile")
                .and_then(|own| Some((cell(own, "col")?, cell(own, "row")?))),
            plan: record.record("plan").map(Plan::from_record),
            contact: record.text("contact"),
            interview: record.choice("interview", Interview::parse),
            asks: record.texts("asks"),
            evidence: record
                .records("evidence", Evidence::from_record)
                .into_iter()
                .flatten()
                .collect(),
        }
    }
}

impl Named {
    fn from_record(record: &Record) -> Self {
        Self {
            name: record
                .text("name")
                .unwrap_or_else(|| Spanned::new(String::new(), record.span)),
            from: record.when("from").map(|when| when.value),
            to: record.when("to").map(|when| when.value),
        }
    }
}

impl Plan {
    fn from_record(record: &Record) -> Self {
        Self {
            title: record.text("title").map(|text| text.value),
            signed: record.when("signed").map(|when| when.value),
            report: record.text("report"),
            goals: record.records("goals", KeyFigure::from_record),
            activities: record.records("activities", |own| Activity {
                id: own.text("id").unwrap_or_else(|| Spanned::new(String::new(), own.span)),
                title: own.plain("title"),
                expected: own.text("expected").map(|text| text.value),
                state: own.choice("state", ActivityState::parse),
            }),
        }
    }
}

impl Evidence {
    fn from_record(record: &Record) -> Option<Self> {
        Some(Self {
            kind: record.choice("kind", EvidenceKind::parse)?,
            wave: record.text("wave"),
            due: record.date("due").map(|date| date.value),
            adopted: record.date("adopted").map(|date| date.value),
            received: record.when("received").map(|when| when.value),
            source: record.text("source"),
        })
    }
}
