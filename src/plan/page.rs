//! A page to be made.

use crate::base::{Lang, OutPath, UrlPath};
use crate::config::Section;
use crate::model::DocKind;

/// A page to be made: what it shows and where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What it shows.
    pub kind: PageKind,
    /// Its language.
    pub lang: Lang,
    /// Its address.
    pub url: UrlPath,
    /// Where its file goes; `None` when no file can be there.
    pub path: Option<OutPath>,
    /// Which page of its lists it is, where they are cut; the first is 0.
    pub part: usize,
    /// Into how many pages its lists are cut.
    pub parts: usize,
}

impl Page {
    /// A page with the whole of its lists.
    pub fn new(kind: PageKind, lang: Lang, url: UrlPath) -> Self {
        Self { kind, lang, path: url.file(), url, part: 0, parts: 1 }
    }
}

/// What a page shows. Numbers are positions in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// Home.
    Home,
    /// A document.
    Document(usize),
    /// The notice that stands in place of a withdrawn document.
    Withdrawn(usize),
    /// An old address of a document.
    Redirect {
        /// The document.
        of: usize,
        /// Which of its old addresses.
        alias: usize,
    },
    /// The index of a section that lists documents.
    Section(Section),
    /// All findings, for and against.
    Findings,
    /// All regions: map, coverage, municipalities.
    Regions,
    /// All topics.
    Topics,
    /// One topic.
    Topic(usize),
    /// The board of learning questions.
    Questions,
    /// One learning question.
    Question(usize),
    /// The register of sources.
    Sources,
    /// Everything that rests on one source, where that is much.
    Source(usize),
    /// The glossary.
    Glossary,
    /// Media credits.
    Credits,
    /// The copy desk of an edition.
    Desk(usize),
    /// A copy desk of the newest documents.
    NewestDesk,
    /// Search, and everything from A to Z.
    Search,
    /// The page for addresses that lead nowhere.
    NotFound,
    /// An Atom feed.
    Feed(FeedOf),
}

/// What a feed holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedOf {
    /// Everything new.
    Site,
    /// One type of document.
    Type(DocKind),
    /// What is about one region, by its position.
    Region(usize),
}

impl PageKind {
    /// The template that draws it, for kinds that have one of their own; documents have one per
    /// type.
    pub fn template(self, document: Option<DocKind>) -> &'static str {
        match self {
            Self::Home => "pages/home.html",
            Self::Document(_) => match document {
                Some(DocKind::Factsheet) => "pages/factsheet.html",
                Some(DocKind::Story) => "pages/story.html",
                Some(DocKind::Finding) => "pages/finding.html",
                Some(DocKind::Region) => "pages/region.html",
                Some(DocKind::Report) => "pages/report.html",
                Some(DocKind::Event) => "pages/event.html",
                Some(DocKind::Newsletter) => "pages/newsletter.html",
                Some(DocKind::Questionnaire) => "pages/questionnaire.html",
                Some(DocKind::Blueprint) => "pages/blueprint.html",
                _ => "pages/page.html",
            },
            Self::Withdrawn(_) => "pages/withdrawn.html",
            Self::Redirect { .. } => "pages/redirect.html",
            Self::Section(_) => "pages/section.html",
            Self::Findings => "pages/findings.html",
            Self::Regions => "pages/regions.html",
            Self::Topics => "pages/topics.html",
            Self::Topic(_) => "pages/topic.html",
            Self::Questions => "pages/questions.html",
            Self::Question(_) => "pages/question.html",
            Self::Sources => "pages/sources.html",
            Self::Source(_) => "pages/source.html",
            Self::Glossary => "pages/glossary.html",
            Self::Credits => "pages/credits.html",
            Self::Desk(_) | Self::NewestDesk => "pages/desk.html",
            Self::Search => "pages/search.html",
            Self::NotFound => "pages/not_found.html",
            Self::Feed(_) => "xml/atom.xml",
        }
    }
}
