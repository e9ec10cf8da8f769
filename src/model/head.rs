//! What every document has.

use crate::base::{Date, Period, Spanned};
use crate::schema::{Data, Field, Kind, Need, Record, RefKind, Rule, Table, choices};

/// A text with its place.
type Text = Spanned<String>;

choices! {
    /// What a change to a published document was.
    ChangeKind {
        /// Something was wrong; shown on the page, in the feed and in the next newsletter.
        Correction = "correction" "correctie",
        /// Something was added.
        Addition = "addition" "aanvulling",
        /// Only words or form changed.
        Editorial = "editorial" "redactie",
    }
    /// How much the evidence carries, from one voice to repeated research.
    Strength {
        /// One or some voices.
        Experience = "experience" "ervaring",
        /// Several regions or independent sources agree.
        Pattern = "pattern" "patroon",
        /// Systematic research without comparison.
        Researched = "researched" "onderzocht",
        /// Research that compared.
        Compared = "compared" "vergeleken",
        /// Found again, independently.
        Replicated = "replicated" "herhaald",
        /// Not enough to say.
        Insufficient = "insufficient" "onvoldoende",
    }
}

/// What every document has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The title.
    pub title: Text,
    /// One sentence that says what it is about.
    pub summary: Option<Text>,
    /// The day of publication.
    pub date: Option<Spanned<Date>>,
    /// The day of the last change.
    pub updated: Option<Date>,
    /// The changes since publication.
    pub changes: Vec<Change>,
    /// Not to be shown yet.
    pub draft: bool,
    /// Shown through this day.
    pub expires: Option<Date>,
    /// Shown from this day.
    pub embargo: Option<Date>,
    /// To be checked before this day.
    pub review_by: Option<Date>,
    /// Taken back: the page stays as a notice.
    pub withdrawn: Option<Withdrawn>,
    /// The regions it is about.
    pub regions: Regions,
    /// Topic ids.
    pub topics: Vec<Text>,
    /// Ids of the learning questions it answers.
    pub answers: Vec<Text>,
    /// Audience ids.
    pub audience: Vec<Text>,
    /// Organisation or person id.
    pub owner: Option<Text>,
    /// Media id.
    pub image: Option<Text>,
    /// SPDX id or `all-rights-reserved`.
    pub licence: Option<Text>,
    /// Old addresses.
    pub aliases: Vec<Text>,
    /// Ids of the documents it replaces.
    pub replaces: Vec<Text>,
    /// Ids of the documents that replace it.
    pub replaced_by: Vec<Text>,
    /// Texts for the newsletter instead of its own.
    pub newsletter: NewsletterText,
    /// Made up to show the form; left out of counts.
    pub sample: bool,
}

/// A change to a published document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// When.
    pub date: Option<Date>,
    /// What.
    pub text: String,
    /// Of what kind.
    pub kind: ChangeKind,
}

/// That a document was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// When.
    pub date: Option<Date>,
    /// Why.
    pub reason: String,
}

/// Which regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Regions {
    /// Every region.
    All,
    /// These, as written.
    Some(Vec<Text>),
}

/// Texts for the newsletter instead of a document's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewsletterText {
    /// In place of the title.
    pub title: Option<Text>,
    /// In place of the summary.
    pub text: Option<Text>,
    /// In place of the image: media id.
    pub image: Option<Text>,
}

/// A source that a document rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceUse {
    /// Source id.
    pub source: Text,
    /// The pages, as written.
    pub pages: Option<String>,
}

/// How strong the evidence is said to be, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The step.
    pub strength: Strength,
    /// Where the step stands.
    pub span: crate::base::Span,
    /// Why.
    pub why: Option<Text>,
    /// Organisation id.
    pub by: Option<Text>,
    /// When.
    pub date: Option<Date>,
}

const CHANGE: Table = Table {
    name: "change",
    groups: &[&[
        Field::new("date", "datum", Kind::Date)
            .required()
            .means("Wanneer.", "When.")
            .example("2021-05-01"),
        Field::new("text", "tekst", Kind::Text)
            .required()
            .means("Wat er veranderde.", "What changed.")
            .example("Het aantal regio's was 11, niet 12"),
        Field::new("kind", "soort", Kind::Choice(&ChangeKind::CHOICE))
            .means(
                "Een correctie staat op de pagina, in de feed en in de volgende nieuwsbrief.",
                "A correction stands on the page, in the feed and in the next newsletter.",
            )
            .example("correction"),
    ]],
};

const WITHDRAWN: Table = Table {
    name: "withdrawn",
    groups: &[&[
        Field::new("date", "datum", Kind::Date)
            .required()
            .means("Wanneer.", "When.")
            .example("2021-06-01"),
        Field::new("reason", "reden", Kind::Text)
            .required()
            .means("Waarom.", "Why.")
            .example("De cijfers bleken niet te kloppen"),
    ]],
};

const NEWSLETTER: Table = Table {
    name: "newsletter",
    groups: &[&[
        Field::new("title", "titel", Kind::Text)
            .means("In plaats van de titel.", "In place of the title.")
            .example("Kort nieuws uit Twente"),
        Field::new("text", "tekst", Kind::Text)
            .means("In plaats van de samenvatting.", "In place of the summary.")
            .example("Wat werkte er in Twente?"),
        Field::new("image", "beeld", Kind::Ref(RefKind::Media))
            .means("In plaats van het beeld.", "In place of the image.")
            .example("verhaal-twente"),
    ]],
};

/// A source, or a source with pages.
pub(super) const SOURCE_USE: Table = Table {
    name: "source",
    groups: &[&[
        Field::new("source", "bron", Kind::Ref(RefKind::Source))
            .required()
            .means(
                "De bron, uit `vocabulary/sources.yaml`.",
                "The source, from `vocabulary/sources.yaml`.",
            )
            .example("kplusv-2021"),
        Field::new("pages", "paginas", Kind::Text)
            .means("De bladzijden.", "The pages.")
            .example("12-14"),
    ]],
};

const TITLE: Field = Field::new("title", "titel", Kind::Text)
    .required()
    .means(
        "De titel: zegt wat er gevonden is, zonder punt, tot 90 tekens.",
        "The title: says what was found, no full stop, up to 90 characters.",
    )
    .example("\"Vertrouwen opbouwen kostte tijd\"");
const DATE: Field = Field::new("date", "datum", Kind::Date)
    .means(
        "Datum van publicatie; zichtbaar vanaf die dag.",
        "Date of publication; visible from that day.",
    )
    .example("2021-03-18");
const TOPICS: Field =
    Field::new("topics", "onderwerpen", Kind::List(&Kind::Ref(RefKind::Topic)))
        .means(
            "Waar het over gaat, uit `vocabulary/topics.yaml`.",
            "What it is about, from `vocabulary/topics.yaml`.",
        )
        .example("[samenwerking]");

/// Title and a date that must be there.
pub(super) const DATED: &[Field] = &[TITLE, DATE.required()];
/// Title and a date that may be left out.
pub(super) const UNDATED: &[Field] = &[TITLE, DATE];
/// At least one topic.
pub(super) const WITH_TOPICS: &[Field] = &[TOPICS.required().rule(Rule::Items(1, 99))];
/// Topics that may be left out.
pub(super) const MAYBE_TOPICS: &[Field] = &[TOPICS];
/// The fields of a judgement that every type shares but the step itself.
pub(super) const JUDGEMENT: &[Field] = &[
    Field::new("strength-why", "waarom-sterkte", Kind::Text)
        .means(
            "Waarom deze sterkte; anders de tekst onder \"Zo weten we dit\".",
            "Why this strength; otherwise the text below \"How we know\".",
        )
        .example("Eén rapport, geen vergelijking"),
    Field::new("strength-by", "sterkte-door", Kind::Ref(RefKind::Organisation))
        .means("Wie dat vond.", "Who judged so.")
        .example("kplusv"),
    Field::new("strength-date", "sterkte-datum", Kind::Date)
        .means("Wanneer.", "When.")
        .example("2021-02-18"),
];
/// The step, which must be there.
pub(super) const STRENGTH: &[Field] =
    &[Field::new("strength", "sterkte", Kind::Choice(&Strength::CHOICE))
        .required()
        .means("Hoe zeker dit is.", "How sure this is.")
        .example("patroon")];

/// The fields that every document may have.
pub(super) const COMMON: &[Field] = &[
    Field::new("summary", "samenvatting", Kind::Text).rule(Rule::BetweenChars(60, 160)).means("De kern in één zin, 60 tot 160 tekens; anders de eerste alinea.", "The core in one sentence, 60 to 160 characters; otherwise the first paragraph.").example("\"Regio's bouwden eerst vertrouwen op. Dat hielp, maar kostte tijd die voor uitvoeren bedoeld was.\""),
    Field::new("updated", "bijgewerkt", Kind::Date).means("Laatst veranderd.", "Last changed.").example("2021-05-01"),
    Field::new("changes", "wijzigingen", Kind::List(&Kind::Record(&CHANGE))).means("Wat er na publicatie veranderde.", "What changed after publication."),
    Field::new("draft", "concept", Kind::YesNo).means("Nog niet tonen.", "Not shown yet.").example("ja"),
    Field::new("expires", "verloopt", Kind::Date).means("Zichtbaar tot en met deze dag.", "Visible through this day.").example("2022-12-31"),
    Field::new("embargo", "embargo", Kind::Date).means("Zichtbaar vanaf deze dag.", "Visible from this day.").example("2021-03-18"),
    Field::new("review-by", "controleren-voor", Kind::Date).means("Voor deze dag opnieuw nakijken.", "To be checked again before this day.").example("2022-03-01"),
    Field::new("withdrawn", "ingetrokken", Kind::Record(&WITHDRAWN)).means("Ingetrokken: de pagina blijft als bericht, de inhoud gaat weg.", "Withdrawn: the page stays as a notice, its content goes."),
    Field::new("regions", "regios", Kind::Regions).means("Over welke regio's het gaat; anders alle.", "Which regions it is about; otherwise all.").example("[twente, drenthe]"),
    Field::new("answers", "beantwoordt", Kind::List(&Kind::Ref(RefKind::Question))).means("Welke leervragen het beantwoordt.", "Which learning questions it answers.").example("[voortzetten]"),
    Field::new("audience", "voor-wie", Kind::List(&Kind::Open("audience"))).means("Voor wie, uit `vocabulary/lists.yaml`.", "For whom, from `vocabulary/lists.yaml`.").example("[gemeente, werkgever]"),
    Field::new("owner", "beheerder", Kind::Ref(RefKind::Owner)).means("Wie het bijhoudt: een organisatie of functie.", "Who maintains it: an organisation or role.").example("redactie"),
    Field::new("image", "beeld", Kind::Ref(RefKind::Media)).means("Het beeld erbij.", "The picture with it.").example("verhaal-twente"),
    Field::new("licence", "licentie", Kind::Text).means("Onder welke licentie; anders die van de site.", "Under which licence; otherwise the site's.").example("CC-BY-4.0"),
    Field::new("aliases", "oude-adressen", Kind::List(&Kind::Text)).means("Oude adressen; wie daar komt, wordt doorgestuurd.", "Old addresses; who comes there is sent on.").example("[evaluatie/oud/]"),
    Field::new("replaces", "vervangt", Kind::List(&Kind::Ref(RefKind::Document))).means("Wat dit vervangt.", "What this replaces.").example("[factsheet:oud]"),
    Field::new("replaced-by", "vervangen-door", Kind::List(&Kind::Ref(RefKind::Document))).means("Wat dit vervangen heeft.", "What has replaced this.").example("[factsheet:nieuw]"),
    Field::new("newsletter", "nieuwsbrief", Kind::Record(&NEWSLETTER)).means("Andere tekst of beeld in de nieuwsbrief.", "Another text or picture in the newsletter."),
    Field::new("sample", "voorbeeld", Kind::Choice(&crate::schema::Choice { options: &[("fictional", "fictief")] })).means("Verzonnen om de vorm te laten zien; telt nergens mee.", "Made up to show the form; counts nowhere.").example("fictional"),
];

/// Where something was seen: required for what claims something.
pub(super) const SEEN_IN: &[Field] = &[Field::new("seen-in", "gezien-in", Kind::Regions)
    .required()
    .means(
        "Waar dit gezien is: regio's, of `all`.",
        "Where this was observed: regions, or `all`.",
    )
    .example("[twente]")];
/// The sources it rests on, which must be there.
pub(super) const SOURCES_NEEDED: &[Field] = &[SOURCES.required().rule(Rule::Items(1, 99))];
/// The sources it rests on.
pub(super) const SOURCES: Field =
    Field::new("sources", "bronnen", Kind::List(&Kind::RefOrRecord(&SOURCE_USE)))
        .means(
            "Waar het op rust, uit `vocabulary/sources.yaml`.",
            "What it rests on, from `vocabulary/sources.yaml`.",
        )
        .example("[kplusv-2021]");

impl Head {
    /// Takes the fields every document has from a record.
    pub fn from_record(record: &Record, id: &str) -> Self {
        let title =
            record.text("title").unwrap_or_else(|| Spanned::new(id.to_owned(), record.span));
        let newsletter = record.record("newsletter").map(|own| NewsletterText {
            title: own.text("title"),
            text: own.text("text"),
            image: own.text("image"),
        });
        Self {
            title,
            summary: record.text("summary"),
            date: record.date("date"),
            updated: record.date("updated").map(|date| date.value),
            changes: record.records("changes", Change::from_record),
            draft: record.yes("draft"),
            expires: record.date("expires").map(|date| date.value),
            embargo: record.date("embargo").map(|date| date.value),
            review_by: record.date("review-by").map(|date| date.value),
            withdrawn: record.record("withdrawn").map(|own| Withdrawn {
                date: own.date("date").map(|date| date.value),
                reason: own.plain("reason"),
            }),
            regions: Regions::from_record(record, "regions"),
            topics: record.texts("topics"),
            answers: record.texts("answers"),
            audience: record.texts("audience"),
            owner: record.text("owner"),
            image: record.text("image"),
            licence: record.text("licence"),
            aliases: record.texts("aliases"),
            replaces: record.texts("replaces"),
            replaced_by: record.texts("replaced-by"),
            newsletter: newsletter.unwrap_or_default(),
            sample: record.has("sample"),
        }
    }
}

impl Change {
    fn from_record(record: &Record) -> Self {
        Self {
            date: record.date("date").map(|date| date.value),
            text: record.plain("text"),
            kind: record.choice("kind", ChangeKind::parse).unwrap_or(ChangeKind::Editorial),
        }
    }
}

impl Regions {
    /// Takes regions from a field; all when it is not there.
    pub fn from_record(record: &Record, key: &str) -> Self {
        if record.has(key) && !record.is_all(key) {
            Self::Some(record.texts(key))
        } else {
            Self::All
        }
    }
}

impl SourceUse {
    /// Takes the sources from a record.
    pub fn list(record: &Record) -> Vec<Self> {
        let one = |item: &Spanned<Data>| {
            let record = item.as_record()?;
            let pages = record.text("pages").map(|pages| pages.value);
            Some(Self { source: record.text("source")?, pages })
        };
        record.list("sources").iter().filter_map(one).collect()
    }
}

impl Judgement {
    /// Takes the judgement from a record.
    pub fn from_record(record: &Record) -> Self {
        Self {
            strength: record
                .choice("strength", Strength::parse)
                .unwrap_or(Strength::Insufficient),
            span: record
                .text("strength")
                .map_or_else(|| record.key_span("strength"), |text| text.span),
            why: record.text("strength-why"),
            by: record.text("strength-by"),
            date: record.date("strength-date").map(|date| date.value),
        }
    }

    /// A judgement that a type fixes itself.
    pub fn fixed(strength: Strength, span: crate::base::Span) -> Self {
        Self { strength, span, why: None, by: None, date: None }
    }
}

/// The period of a record.
pub(super) fn period(record: &Record) -> Option<Period> {
    record.period("period").map(|period| period.value)
}

/// A period field.
pub(super) const PERIOD: Field = Field::new("period", "periode", Kind::Period)
    .means("Over welke tijd het gaat.", "Which time it is about.")
    .example("2019-06");

/// A needed field of the plain kind, for tables whose fields need no condition.
pub(super) const fn need_when(field: Field, key: &'static str, value: &'static str) -> Field {
    field.need(Need::When(key, value))
}
