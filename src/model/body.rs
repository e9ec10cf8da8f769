//! The tree of a document's Markdown, generic over its stage: as written, or resolved
//! against the whole catalogue.

use std::fmt::Debug;
use std::hash::Hash;

use serde::{Deserialize, Serialize};

use crate::base::Span;

use super::component::Component;
use super::drawing::{Drawing, Medium};
use super::{RawLink, Target};

/// What links, pictures and components are at a stage.
pub trait Stage: Debug + Clone + PartialEq + Eq + Hash {
    /// A link's target.
    type Link: Debug + Clone + PartialEq + Eq + Hash;
    /// A picture's, film's or audio's source.
    type Medium: Debug + Clone + PartialEq + Eq + Hash;
    /// A component.
    type Component: Debug + Clone + PartialEq + Eq + Hash;
}

/// As written in one file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Written;

/// Checked against the catalogue; carries all that drawing needs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Resolved;

impl Stage for Written {
    type Link = RawLink;
    type Medium = RawLink;
    /// Boxed, or every paragraph would take as much memory as a chart.
    type Component = Box<Component>;
}

impl Stage for Resolved {
    type Link = Target;
    /// `None`: the item may not be shown (consent, draft); nothing of it is drawn.
    type Medium = Option<Box<Medium>>;
    type Component = Box<Drawing>;
}

/// The body of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Body<S: Stage> {
    /// The blocks in order.
    pub blocks: Vec<Block<S>>,
    /// The footnotes that are referred to, in the order of their first reference.
    pub footnotes: Vec<Footnote<S>>,
}

impl<S: Stage> Default for Body<S> {
    fn default() -> Self {
        Self { blocks: Vec::new(), footnotes: Vec::new() }
    }
}

/// A footnote's text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Footnote<S: Stage> {
    /// Its number, from 1.
    pub number: u32,
    /// How often it is referred to.
    pub references: u32,
    /// The text.
    pub blocks: Vec<Block<S>>,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block<S: Stage> {
    /// A heading.
    Heading(Heading<S>),
    /// A paragraph.
    Paragraph {
        /// Its text.
        content: Vec<Inline<S>>,
        /// Where it stands.
        span: Span,
    },
    /// A block quotation.
    Quote(Vec<Block<S>>),
    /// `> [!NOTE]` and its kin.
    Alert {
        /// Which of the five.
        kind: AlertKind,
        /// The text.
        blocks: Vec<Block<S>>,
    },
    /// A list.
    List(List<S>),
    /// A definition list.
    Definitions(Vec<Definition<S>>),
    /// A table.
    Table(Box<Table<S>>),
    /// A block of code.
    Code {
        /// The language that was named.
        language: Option<String>,
        /// The code.
        text: String,
    },
    /// A picture, film or audio alone in a paragraph.
    Figure(Box<Picture<S>>),
    /// A component.
    Component {
        /// What it is.
        component: S::Component,
        /// Where the fenced block stands.
        span: Span,
    },
    /// Raw HTML, to be shown as the text it is.
    RawHtml(String),
    /// A thematic break.
    Rule,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Heading<S: Stage> {
    /// 1 to 6, as written.
    pub level: u8,
    /// Its anchor, unique in the document.
    pub id: String,
    /// Its text.
    pub content: Vec<Inline<S>>,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of alerts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AlertKind {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

/// A list, numbered or not.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct List<S: Stage> {
    /// The first number of a numbered list.
    pub start: Option<u64>,
    /// The items.
    pub items: Vec<ListItem<S>>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ListItem<S: Stage> {
    /// For a task: whether it is done.
    pub task: Option<bool>,
    /// The text. In a tight list the paragraphs are drawn without `<p>`.
    pub blocks: Vec<Block<S>>,
    /// Whether the item is tight.
    pub tight: bool,
}

/// A term with its definitions.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Definition<S: Stage> {
    /// The term.
    pub term: Vec<Inline<S>>,
    /// What it means, once or more.
    pub details: Vec<Vec<Block<S>>>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Table<S: Stage> {
    /// The alignment of each column.
    pub columns: Vec<Align>,
    /// The cells of the head row.
    pub head: Vec<Vec<Inline<S>>>,
    /// The cells of the other rows.
    pub rows: Vec<Vec<Vec<Inline<S>>>>,
}

/// The alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    /// As the language goes.
    Start,
    /// In the middle.
    Center,
    /// At the end, as numbers stand.
    End,
}

/// A picture, film, audio or document that is shown in place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(bound(
    serialize = "S::Medium: Serialize",
    deserialize = "S::Medium: Deserialize<'de>"
))]
pub struct Picture<S: Stage> {
    /// What is shown.
    pub medium: S::Medium,
    /// The alternative text as written in Markdown; empty when none was.
    pub alt: String,
    /// The title, which becomes the caption.
    pub title: String,
    /// Where it stands.
    pub span: Span,
}

/// A piece of running text. What is rare is boxed: a body is mostly texts, and each takes as
/// much memory as the largest of these.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Inline<S: Stage> {
    /// Text, smart punctuation applied.
    Text(String),
    /// Code.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline<S>>),
    /// Strong emphasis.
    Strong(Vec<Inline<S>>),
    /// Struck out.
    Strike(Vec<Inline<S>>),
    /// A link.
    Link(Box<Link<S>>),
    /// A picture among words.
    Picture(Box<Picture<S>>),
    /// A reference to a footnote.
    FootnoteReference {
        /// The footnote's number.
        number: u32,
        /// Which reference to this footnote it is, from 1.
        occurrence: u32,
    },
    /// A term of the glossary at its first use on the page; only in a resolved body.
    Term(Box<TermUse>),
    /// Raw HTML, to be shown as the text it is.
    RawHtml(String),
    /// A line end that is only white space.
    SoftBreak,
    /// A line end that was asked for.
    LineBreak,
}

/// A term of the glossary where it is explained.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TermUse {
    /// The words as written.
    pub text: String,
    /// What it means, in plain words.
    pub plain: String,
    /// The anchor of the term on the glossary page.
    pub anchor: String,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link<S: Stage> {
    /// Where it leads.
    pub target: S::Link,
    /// The words.
    pub content: Vec<Inline<S>>,
    /// The place of the words.
    pub span: Span,
}

/// The plain text of running text, without footnote numbers.
pub fn plain_text<S: Stage>(content: &[Inline<S>]) -> String {
    let mut out = String::new();
    each_plain(content, &mut |text| out.push_str(text));
    out
}

/// Hands over the plain text of running text piece by piece.
pub fn each_plain<S: Stage>(content: &[Inline<S>], sink: &mut impl FnMut(&str)) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::RawHtml(text) => sink(text),
            Inline::Term(term) => sink(&term.text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                each_plain(inner, sink);
            }
            Inline::Link(link) => each_plain(&link.content, sink),
            Inline::Picture(picture) => sink(&picture.alt),
            Inline::FootnoteReference { .. } => {}
            Inline::SoftBreak | Inline::LineBreak => sink(" "),
        }
    }
}
