//! What a body asks of the catalogue.

use serde::{Deserialize, Serialize};

use crate::base::{FileId, Span};

use super::body::{Block, Body, Inline, Picture, Written, plain_text};
use super::component::Component;
use super::{Known, RawLink, To};

/// Something that a body names and that has to be looked up.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Ask {
    /// Where a link leads.
    Link {
        /// The link.
        raw: RawLink,
        /// Its words, of a link to a key figure: they have to agree with the figure.
        words: Option<String>,
    },
    /// What is shown for a picture.
    Medium(Box<Picture<Written>>),
    /// What is drawn for a component. It is not written down.
    #[serde(skip)]
    Component {
        /// The component.
        component: Box<Component>,
        /// Where it stands.
        span: Span,
    },
}

impl Ask {
    /// The same in a file of another number.
    pub fn move_to(&mut self, file: FileId) {
        match self {
            Self::Link { raw, .. } => raw.span.file = file,
            Self::Medium(picture) => {
                picture.span.file = file;
                picture.medium.span.file = file;
            }
            // It is not written down, so it never comes from elsewhere.
            Self::Component { .. } => {}
        }
    }
}

impl Body<Written> {
    /// All that it asks, in the order in which `resolve` looks things up.
    pub fn into_asks(self) -> Vec<Ask> {
        let mut asks = Vec::new();
        of_blocks(self.blocks, &mut asks);
        for note in self.footnotes {
            of_blocks(note.blocks, &mut asks);
        }
        asks
    }
}

fn of_blocks(blocks: Vec<Block<Written>>, asks: &mut Vec<Ask>) {
    for block in blocks {
        of_block(block, asks);
    }
}

fn of_block(block: Block<Written>, asks: &mut Vec<Ask>) {
    match block {
        Block::Heading(heading) => of_inlines(heading.content, asks),
        Block::Paragraph { content, .. } => of_inlines(content, asks),
        Block::Quote(inner) | Block::Alert { blocks: inner, .. } => of_blocks(inner, asks),
        Block::List(list) => list.items.into_iter().for_each(|own| of_blocks(own.blocks, asks)),
        Block::Definitions(all) => {
            for own in all {
                of_inlines(own.term, asks);
                own.details.into_iter().for_each(|inner| of_blocks(inner, asks));
            }
        }
        Block::Table(table) => {
            let cells = table.head.into_iter().chain(table.rows.into_iter().flatten());
            cells.for_each(|cell| of_inlines(cell, asks));
        }
        Block::Figure(picture) => asks.push(Ask::Medium(picture)),
        Block::Component { component, span } => asks.push(Ask::Component { component, span }),
        Block::Code { .. } | Block::RawHtml(_) | Block::Rule => {}
    }
}

fn of_inlines(content: Vec<Inline<Written>>, asks: &mut Vec<Ask>) {
    for inline in content {
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                of_inlines(inner, asks);
            }
            Inline::Link(link) => {
                let is_figure = matches!(link.target.to, To::Known { kind: Known::Figure, .. });
                let words = is_figure.then(|| plain_text(&link.content));
                asks.push(Ask::Link { raw: link.target, words });
                of_inlines(link.content, asks);
            }
            Inline::Picture(picture) => asks.push(Ask::Medium(picture)),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::FootnoteReference { .. }
            | Inline::Term(_)
            | Inline::RawHtml(_)
            | Inline::SoftBreak
            | Inline::LineBreak => {}
        }
    }
}
