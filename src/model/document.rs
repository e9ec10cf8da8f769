//! A document: one source file of the content tree, parsed.

use std::ops::Range;
use std::sync::Arc;

use crate::base::{FileId, Lang, SourcePath};
use crate::schema::{Record, Reference, Table};
use crate::store::Key;

use super::{
    Ask, Blueprint, Event, Factsheet, Finding, Head, Newsletter, Questionnaire, Region, Report,
    Story,
};

/// The types of documents. Each has a folder of the content tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocKind {
    /// `index.md`
    Home,
    /// `pages/`
    Page,
    /// `factsheets/`
    Factsheet,
    /// `stories/`
    Story,
    /// `findings/`
    Finding,
    /// `regions/`
    Region,
    /// `reports/`
    Report,
    /// `events/`
    Event,
    /// `newsletters/`
    Newsletter,
    /// `questionnaires/`
    Questionnaire,
    /// `blueprints/`
    Blueprint,
}

impl DocKind {
    /// Every type that has a folder.
    pub const FOLDERS: &'static [Self] = &[
        Self::Page,
        Self::Factsheet,
        Self::Story,
        Self::Finding,
        Self::Region,
        Self::Report,
        Self::Event,
        Self::Newsletter,
        Self::Questionnaire,
        Self::Blueprint,
    ];

    /// The folder below `content/`; empty for home.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Home => "",
            Self::Page => "pages",
            Self::Factsheet => "factsheets",
            Self::Story => "stories",
            Self::Finding => "findings",
            Self::Region => "regions",
            Self::Report => "reports",
            Self::Event => "events",
            Self::Newsletter => "newsletters",
            Self::Questionnaire => "questionnaires",
            Self::Blueprint => "blueprints",
        }
    }

    /// The English word, as in `type:id`.
    pub fn as_str(self) -> &'static str {
        self.table().name
    }

    /// The Dutch word, as in `type:id`.
    pub fn dutch(self) -> &'static str {
        match self {
            Self::Home | Self::Page => "pagina",
            Self::Factsheet => "factsheet",
            Self::Story => "verhaal",
            Self::Finding => "bevinding",
            Self::Region => "regio",
            Self::Report => "rapport",
            Self::Event => "bijeenkomst",
            Self::Newsletter => "nieuwsbrief",
            Self::Questionnaire => "vragenlijst",
            Self::Blueprint => "handreiking",
        }
    }

    /// Reads the word in either language.
    pub fn parse(word: &str) -> Option<Self> {
        Self::FOLDERS
            .iter()
            .copied()
            .find(|kind| kind.as_str() == word || kind.dutch() == word || kind.folder() == word)
    }

    /// Its fields.
    pub fn table(self) -> &'static Table {
        match self {
            Self::Home | Self::Page => &super::page::PAGE,
            Self::Factsheet => &super::factsheet::FACTSHEET,
            Self::Story => &super::story::STORY,
            Self::Finding => &super::finding::FINDING,
            Self::Region => &super::region::REGION,
            Self::Report => &super::report::REPORT,
            Self::Event => &super::event::EVENT,
            Self::Newsletter => &super::newsletter::NEWSLETTER,
            Self::Questionnaire => &super::questionnaire::QUESTIONNAIRE,
            Self::Blueprint => &super::blueprint::BLUEPRINT,
        }
    }
}

/// What a document's type adds to its head.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Front {
    /// Home or an ordinary page.
    Page,
    /// A factsheet.
    Factsheet(Box<Factsheet>),
    /// A story.
    Story(Box<Story>),
    /// A finding.
    Finding(Box<Finding>),
    /// A region.
    Region(Box<Region>),
    /// A report.
    Report(Box<Report>),
    /// A meeting.
    Event(Box<Event>),
    /// An edition.
    Newsletter(Box<Newsletter>),
    /// A questionnaire.
    Questionnaire(Box<Questionnaire>),
    /// A blueprint.
    Blueprint(Box<Blueprint>),
}

impl Front {
    /// Takes what a type adds from a record.
    pub fn from_record(kind: DocKind, record: &Record) -> Self {
        match kind {
            DocKind::Home | DocKind::Page => Self::Page,
            DocKind::Factsheet => Self::Factsheet(Box::new(Factsheet::from_record(record))),
            DocKind::Story => Self::Story(Box::new(Story::from_record(record))),
            DocKind::Finding => Self::Finding(Box::new(Finding::from_record(record))),
            DocKind::Region => Self::Region(Box::new(Region::from_record(record))),
            DocKind::Report => Self::Report(Box::new(Report::from_record(record))),
            DocKind::Event => Self::Event(Box::new(Event::from_record(record))),
            DocKind::Newsletter => Self::Newsletter(Box::new(Newsletter::from_record(record))),
            DocKind::Questionnaire => {
                Self::Questionnaire(Box::new(Questionnaire::from_record(record)))
            }
            DocKind::Blueprint => Self::Blueprint(Box::new(Blueprint::from_record(record))),
        }
    }
}

/// One source file of the content tree, parsed. Its copies share what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Document {
    /// What its place and its fields say.
    pub meta: Arc<Meta>,
    /// What stands below the fields.
    pub text: Arc<Text>,
    /// What the text asks of the catalogue.
    pub asks: Arc<[Ask]>,
}

/// What the place of a document and its fields say: all that lists need, and nothing that
/// changes when only its text is edited.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Meta {
    /// Its type.
    pub kind: DocKind,
    /// Its id, unique within its type and language.
    pub id: String,
    /// Its language.
    pub lang: Lang,
    /// Its file.
    pub file: FileId,
    /// Where its file stands.
    pub path: SourcePath,
    /// What every document has.
    pub head: Head,
    /// What its type adds.
    pub front: Front,
    /// Whether its fields could be read; if not, what it lacks says nothing.
    pub is_readable: bool,
}

/// What stands below the fields of a document. Its tree is not kept: it takes twice the memory
/// of the text, and is wanted for few pages at a time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Text {
    /// The whole file.
    pub source: Arc<str>,
    /// Where in it the text stands.
    pub range: Range<usize>,
    /// The fingerprint of what stands there.
    pub key: Key,
    /// Its first paragraph, as plain text.
    pub first_paragraph: Option<Box<str>>,
    /// The anchors of its headings.
    pub anchors: Box<[String]>,
    /// The ids that the fields and the components of the text name, each with its place.
    pub references: Box<[Reference]>,
}

impl Text {
    /// The text, as it is written.
    pub fn as_str(&self) -> &str {
        self.source.get(self.range.clone()).unwrap_or_default()
    }
}
