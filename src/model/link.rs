//! Links as written, and links known to lead somewhere.

use serde::{Deserialize, Serialize};

use crate::base::{Span, UrlPath};

/// A link as written in Markdown, sorted by what it names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RawLink {
    /// Where it leads.
    pub to: To,
    /// The place of the address, not of the whole link.
    pub span: Span,
}

/// What a written address names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum To {
    /// A file by its path relative to the page's own: `../stories/drenthe.md#leren`.
    File {
        /// The path as written, percent-decoding done, without the fragment.
        path: String,
        /// What stands after `#`.
        fragment: Option<String>,
    },
    /// A place on the same page: `#leren`.
    Anchor(String),
    /// Something known by its id: `region:twente`.
    Known {
        /// What it is.
        kind: Known,
        /// Its id, alias or number.
        id: String,
        /// What stands after `#`.
        fragment: Option<String>,
    },
    /// An address elsewhere, `http:` or `https:`.
    External(String),
    /// A mail address or telephone number, with its scheme.
    Contact(String),
    /// An address that must not be followed: `javascript:` and its kin, or none at all.
    /// Already reported; its words stay.
    Refused,
}

/// What can be named by an id in a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Known {
    /// `region:`
    Region,
    /// `source:` (bron:)
    Source,
    /// `figure:` (cijfer:)
    Figure,
    /// `topic:` (onderwerp:)
    Topic,
    /// `question:` (leervraag:)
    Question,
    /// `media:`
    Media,
    /// `factsheet:`
    Factsheet,
    /// `story:` (verhaal:)
    Story,
    /// `finding:` (bevinding:)
    Finding,
    /// `report:` (rapport:)
    Report,
    /// `event:` (bijeenkomst:)
    Event,
    /// `newsletter:` (nieuwsbrief:)
    Newsletter,
    /// `questionnaire:` (vragenlijst:)
    Questionnaire,
    /// `blueprint:` (handreiking:)
    Blueprint,
    /// `page:` (pagina:)
    Page,
    /// `term:` (begrip:)
    Term,
}

impl Known {
    /// Every scheme with its Dutch alias.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Region, "region", "regio"),
        (Self::Source, "source", "bron"),
        (Self::Figure, "figure", "cijfer"),
        (Self::Topic, "topic", "onderwerp"),
        (Self::Question, "question", "leervraag"),
        (Self::Media, "media", "beeld"),
        (Self::Factsheet, "factsheet", "feitenblad"),
        (Self::Story, "story", "verhaal"),
        (Self::Finding, "finding", "bevinding"),
        (Self::Report, "report", "rapport"),
        (Self::Event, "event", "bijeenkomst"),
        (Self::Newsletter, "newsletter", "nieuwsbrief"),
        (Self::Questionnaire, "questionnaire", "vragenlijst"),
        (Self::Blueprint, "blueprint", "handreiking"),
        (Self::Page, "page", "pagina"),
        (Self::Term, "term", "begrip"),
    ];

    /// Reads a scheme, English or Dutch.
    pub fn parse(scheme: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, english, dutch)| *english == scheme || *dutch == scheme)
            .map(|(kind, _, _)| *kind)
    }
}

/// A link that is known to exist, or that has lost its target.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A page or file of this site.
    Site {
        /// Its address.
        url: UrlPath,
        /// The place on it.
        fragment: Option<String>,
    },
    /// A document to download.
    Document {
        /// Its address.
        url: UrlPath,
        /// "PDF, 12 pagina's, 340 kB".
        facts: String,
    },
    /// A place on the same page.
    Here(String),
    /// An address elsewhere.
    External(String),
    /// A mail address or telephone number, with its scheme.
    Contact(String),
    /// Nothing to follow: the words stay, the link goes.
    Nothing,
}

impl Target {
    /// What stands behind the words of a link: of a document, what somebody is about to
    /// download, as ` (PDF, 12 pagina's, 340 kB)`.
    pub fn behind_words(&self) -> String {
        match self {
            Self::Document { facts, .. } => format!(" ({facts})"),
            _ => String::new(),
        }
    }
}
