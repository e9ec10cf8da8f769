//! What every document has.

mod fields;

use crate::base::{Date, Period, Spanned};
use crate::schema::{Data, Record, choices};

pub(super) use fields::*;

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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Head {
    /// The title.
    pub title: Text,
    /// One sentence that says what it is about.
    pub summary: Option<Text>,
    /// The day of publication.
    pub date: Option<Spanned<Date>>,
    /// The day of the last change.
    pub updated: Option<Spanned<Date>>,
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Change {
    /// When.
    pub date: Option<Spanned<Date>>,
    /// What.
    pub text: String,
    /// Of what kind.
    pub kind: ChangeKind,
}

/// That a document was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Withdrawn {
    /// When.
    pub date: Option<Date>,
    /// Why.
    pub reason: String,
}

/// Which regions.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Regions {
    /// Every region.
    All,
    /// These, as written.
    Some(Vec<Text>),
}

/// Texts for the newsletter instead of a document's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct NewsletterText {
    /// In place of the title.
    pub title: Option<Text>,
    /// In place of the summary.
    pub text: Option<Text>,
    /// In place of the image: media id.
    pub image: Option<Text>,
}

/// A source that a document rests on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SourceUse {
    /// Source id.
    pub source: Text,
    /// The pages, as written.
    pub pages: Option<String>,
}

/// How strong the evidence is said to be, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Judgement {
    /// The step.
    pub strength: Strength,
    /// Whether it was written, as a step that there is.
    pub is_written: bool,
    /// Where the step stands.
    pub span: crate::base::Span,
    /// Why.
    pub why: Option<Text>,
    /// Organisation id.
    pub by: Option<Text>,
    /// When.
    pub date: Option<Date>,
}

impl Head {
    /// The first day on which it can be seen: its date or its embargo, whichever is later.
    pub fn visible_from(&self) -> Option<Date> {
        self.date.as_ref().map(|date| date.value).max(self.embargo)
    }

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
            updated: record.date("updated"),
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

impl Head {
    /// The day of the last change that it tells, or that its editor calls so: the same on pages, in feeds and
    /// in open data.
    pub fn updated_on(&self) -> Option<Date> {
        self.days_of_change().map(|date| date.value).max()
    }

    /// The days on which it says that it changed.
    pub fn days_of_change(&self) -> impl Iterator<Item = &Spanned<Date>> {
        self.changes.iter().filter_map(|change| change.date.as_ref()).chain(&self.updated)
    }
}

impl Change {
    /// The day of it.
    pub fn day(&self) -> Option<Date> {
        self.date.as_ref().map(|date| date.value)
    }

    fn from_record(record: &Record) -> Self {
        Self {
            date: record.date("date"),
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
        let strength = record.choice("strength", Strength::parse);
        Self {
            strength: strength.unwrap_or(Strength::Insufficient),
            is_written: strength.is_some(),
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
        Self { strength, is_written: false, span, why: None, by: None, date: None }
    }
}

/// The period of a record.
pub(super) fn period(record: &Record) -> Option<Period> {
    record.period("period").map(|period| period.value)
}
