//! What is open while the tree is built: one frame per element that has begun.

use std::ops::Range;

use pulldown_cmark::LinkType;

use crate::model::body::{AlertKind, Block, Definition, Inline, ListItem, Table, Written};

use super::code::CodeText;

/// An element that has begun and not yet ended.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) kind: Kind,
    /// The blocks in it so far.
    pub(super) blocks: Vec<Block<Written>>,
    /// The running text in it so far.
    pub(super) inlines: Vec<Inline<Written>>,
    /// Where that text stands.
    pub(super) words: Option<Range<usize>>,
}

/// What it is, with what only it has.
#[derive(Debug)]
pub(super) enum Kind {
    Root,
    Paragraph,
    Heading { level: u8, id: Option<String> },
    Quote,
    Alert(AlertKind),
    List { start: Option<u64>, items: Vec<ListItem<Written>> },
    Item { task: Option<bool>, tight: bool },
    Footnote(String),
    Definitions(Vec<Definition<Written>>),
    Term,
    Detail,
    Table(Table<Written>),
    Head(Vec<Cell>),
    Row(Vec<Cell>),
    Cell,
    Code(CodeText),
    Html(String),
    Emphasis,
    Strong,
    Strike,
    Link(Destination),
    Picture { destination: Destination, title: String },
}

/// The text of a table's cell.
pub(super) type Cell = Vec<Inline<Written>>;

/// Where a link or picture leads, as the parser read it.
#[derive(Debug)]
pub(super) struct Destination {
    /// How it was written.
    pub(super) form: LinkType,
    /// The address.
    pub(super) address: String,
    /// The label, of a link by label.
    pub(super) label: String,
}

impl Frame {
    pub(super) fn new(kind: Kind) -> Self {
        Self { kind, blocks: Vec::new(), inlines: Vec::new(), words: None }
    }

    /// Adds to the running text.
    pub(super) fn push(&mut self, inline: Inline<Written>, range: Range<usize>) {
        self.saw(range);
        match (self.inlines.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => self.inlines.push(inline),
        }
    }

    /// Running text reaches up to here.
    pub(super) fn saw(&mut self, range: Range<usize>) {
        let start = self.words.as_ref().map_or(range.start, |words| words.start);
        self.words = Some(start..range.end);
    }

    /// Takes the running text out, with its place.
    pub(super) fn take_text(&mut self) -> Option<(Vec<Inline<Written>>, Range<usize>)> {
        let words = self.words.take()?;
        Some((std::mem::take(&mut self.inlines), words))
    }

    /// Whether text directly in it is a paragraph of its own, as in the items of a tight list.
    pub(super) fn holds_blocks(&self) -> bool {
        matches!(
            self.kind,
            Kind::Root
                | Kind::Quote
                | Kind::Alert(_)
                | Kind::Item { .. }
                | Kind::Footnote(_)
                | Kind::Detail
        )
    }
}

impl Kind {
    /// Whether it stands in running text.
    pub(super) fn is_inline(&self) -> bool {
        matches!(
            self,
            Self::Emphasis | Self::Strong | Self::Strike | Self::Link(_) | Self::Picture { .. }
        )
    }
}
