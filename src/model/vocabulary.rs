//! The lists of `vocabulary/`: topics, learning questions, sources, organisations, people,
//! consents, glossary, waves, open lists and jargon.

use crate::base::{Date, Period, Span, Spanned, When};
use crate::schema::{Field, Kind, Record, RefKind, Table, choices};

use super::head;

/// A text with its place.
type Text = Spanned<String>;

choices! {
    /// How far a learning question is answered.
    QuestionState {
        /// Not at all.
        Open = "open" "open",
        /// Partly.
        Partly = "partly" "deels",
        /// Answered.
        Answered = "answered" "beantwoord",
        /// Nobody asks it any more.
        Dropped = "dropped" "vervallen",
    }
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
    /// How near a source is to what it tells.
    Reliability {
        /// First hand.
        Primary = "primary" "primair",
        /// Second hand.
        Secondary = "secondary" "secundair",
        /// By the press.
        Press = "press" "pers",
    }
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

/// A subject of the evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its id.
    pub id: Text,
    /// Its fields, for the language of a page.
    pub record: Record,
    /// Topic id.
    pub parent: Option<Text>,
}

/// A question that the evaluation wants answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearningQuestion {
    /// Its id.
    pub id: Text,
    /// Its fields, for the language of a page.
    pub record: Record,
    /// Region ids, or `programme`.
    pub asked_by: Vec<Text>,
    /// Since when.
    pub since: Option<When>,
    /// How far it is answered, where somebody said so.
    pub state: Option<QuestionState>,
    /// Wave id.
    pub wave: Option<Text>,
}

/// An entry of the register of sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: Text,
    /// What it is.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
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

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// A person, by role.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// A record of consent. The proof never lives here; the id is its reference number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Its reference number.
    pub id: Text,
    /// When it was given.
    pub given: Option<Date>,
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

/// A term with its explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its id.
    pub id: Text,
    /// Its fields, for the language of a page.
    pub record: Record,
    /// Source id.
    pub source: Option<Text>,
}

/// A wave of measurement.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// A word of an open list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListWord {
    /// Its id.
    pub id: Text,
    /// Its fields, for the language of a page.
    pub record: Record,
}

/// A word that has a plainer one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jargon {
    /// The word.
    pub word: Text,
    /// The plainer one.
    pub plain: Text,
}

const ID: Field = Field::new("id", "id", Kind::Text)
    .required()
    .means(
        "Kenmerk: kleine letters, cijfers en streepjes.",
        "Id: lower-case letters, digits and hyphens.",
    )
    .example("samenwerking");

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

/// The fields of a learning question.
pub const QUESTION: Table = Table {
    name: "learning-question",
    groups: &[&[
        ID,
        Field::new("question", "vraag", Kind::Texts)
            .required()
            .means("De vraag.", "The question.")
            .example("Wat is zinvol om voort te zetten?"),
        Field::new("asked-by", "gesteld-door", Kind::List(&Kind::Text))
            .means(
                "Welke regio's dit vragen, of `programme`.",
                "Which regions ask it, or `programme`.",
            )
            .example("[programme]"),
        Field::new("since", "sinds", Kind::When)
            .means("Sinds wanneer.", "Since when.")
            .example("2019-06"),
        Field::new("state", "stand", Kind::Choice(&QuestionState::CHOICE))
            .means("Hoe ver; anders afgeleid.", "How far; otherwise derived.")
            .example("deels"),
        Field::new("wave", "meetronde", Kind::Ref(RefKind::Wave))
            .means("De meetronde.", "The wave of measurement.")
            .example("half-jaar-2020-2"),
    ]],
};

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
        .means("Voor welke kanalen.", "For which channels.")
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

/// The fields of a glossary term.
pub const TERM: Table = Table {
    name: "term",
    groups: &[&[
        ID.example("doe-agenda"),
        Field::new("term", "begrip", Kind::Texts)
            .required()
            .means("Het woord.", "The word.")
            .example("doe-agenda"),
        Field::new("plain", "uitleg", Kind::Texts)
            .required()
            .means("De uitleg in gewone woorden.", "The explanation in plain words.")
            .example("Het plan van een regio"),
        Field::new("abbreviation", "afkorting", Kind::Text)
            .means("De afkorting.", "The abbreviation.")
            .example("PoW"),
        Field::new("source", "bron", Kind::Ref(RefKind::Source))
            .means("De bron.", "The source.")
            .example("pow-aanpak"),
    ]],
};

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

/// The fields of a word of an open list.
pub const LIST_WORD: Table = Table {
    name: "word",
    groups: &[&[
        ID.example("gemeente"),
        Field::new("label", "label", Kind::Texts)
            .required()
            .means("De naam.", "The name.")
            .example("Gemeente"),
    ]],
};

/// The open lists.
pub const LISTS: Table = Table {
    name: "lists",
    groups: &[&[
        Field::new("audience", "voor-wie", Kind::List(&Kind::Record(&LIST_WORD)))
            .means("Voor wie iets is.", "For whom something is."),
        Field::new("perspective", "perspectief", Kind::List(&Kind::Record(&LIST_WORD)))
            .means("Vanuit wie een verhaal verteld is.", "Whose view a story gives."),
        Field::new("domain", "gebied", Kind::List(&Kind::Record(&LIST_WORD)))
            .means("Waar een verandering zat.", "Where a change was."),
    ]],
};

/// The fields of a jargon word.
pub const JARGON: Table = Table {
    name: "jargon",
    groups: &[&[
        Field::new("id", "id", Kind::Text).means("Kenmerk.", "Id.").example("creeren"),
        Field::new("word", "woord", Kind::Text)
            .required()
            .means("Het moeilijke woord.", "The difficult word.")
            .example("creëren"),
        Field::new("plain", "gewoon", Kind::Text)
            .required()
            .means("Het gewone woord.", "The plain word.")
            .example("maken"),
    ]],
};

/// The id of a record; empty and already reported when it is not there.
pub fn id_of(record: &Record) -> Text {
    record.text("id").unwrap_or_else(|| Spanned::new(String::new(), record.span))
}

impl Topic {
    /// Takes a topic from a record.
    pub fn from_record(record: &Record) -> Self {
        Self { id: id_of(record), parent: record.text("parent"), record: record.clone() }
    }
}

impl LearningQuestion {
    /// Takes a question from a record.
    pub fn from_record(record: &Record) -> Self {
        Self {
            id: id_of(record),
            asked_by: record.texts("asked-by"),
            since: record.when("since").map(|when| when.value),
            state: record.choice("state", QuestionState::parse),
            wave: record.text("wave"),
            record: record.clone(),
        }
    }
}

impl Source {
    /// Takes a source from a record.
    pub fn from_record(record: &Record) -> Self {
        let plain = |key: &str| record.text(key).map(|text| text.value);
        Self {
            id: id_of(record),
            kind: record.choice("kind", SourceKind::parse).unwrap_or(SourceKind::Web),
            title: record.plain("title"),
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

impl Consent {
    /// Takes a consent from a record; its reference number stands at `id` or `ref`.
    pub fn from_record(record: &Record) -> Self {
        Self {
            id: record.text("ref").unwrap_or_else(|| id_of(record)),
            given: record.date("given").map(|date| date.value),
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

impl Term {
    /// Takes a term from a record.
    pub fn from_record(record: &Record) -> Self {
        Self { id: id_of(record), source: record.text("source"), record: record.clone() }
    }
}

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

impl ListWord {
    /// Takes a word from a record.
    pub fn from_record(record: &Record) -> Self {
        Self { id: id_of(record), record: record.clone() }
    }
}

impl Jargon {
    /// Takes a word from a record.
    pub fn from_record(record: &Record) -> Self {
        let text =
            |key| record.text(key).unwrap_or_else(|| Spanned::new(String::new(), record.span));
        Self { word: text("word"), plain: text("plain") }
    }
}
