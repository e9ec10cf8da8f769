//! Footnotes in mail, where no link leads to them: a number in the text, and below the text what
//! it stands for.

use crate::base::Span;
use crate::model::body::{Block, Body, Inline, Resolved};

/// The blocks of a body, which stands at a place, with its footnotes below them.
pub(super) fn with_notes(body: &Body<Resolved>, place: Span) -> Vec<Block<Resolved>> {
    let mut blocks = body.blocks.clone();
    if body.footnotes.is_empty() {
        return blocks;
    }
    number_blocks(&mut blocks);
    for note in &body.footnotes {
        let mut own = note.blocks.clone();
        number_blocks(&mut own);
        let number = Inline::Text(format!("[{}] ", note.number));
        match own.first_mut() {
            Some(Block::Paragraph { content, .. }) => content.insert(0, number),
            _ => own.insert(0, Block::Paragraph { content: vec![number], span: place }),
        }
        blocks.extend(own);
    }
    blocks
}

fn number_blocks(blocks: &mut [Block<Resolved>]) {
    for block in blocks {
        match block {
            Block::Heading(heading) => number(&mut heading.content),
            Block::Paragraph { content, .. } => number(content),
            Block::Quote(inner) | Block::Alert { blocks: inner, .. } => number_blocks(inner),
            Block::List(list) => {
                list.items.iter_mut().for_each(|item| number_blocks(&mut item.blocks));
            }
            Block::Definitions(all) => {
                for own in all {
                    number(&mut own.term);
                    own.details.iter_mut().for_each(|inner| number_blocks(inner));
                }
            }
            Block::Table(table) => {
                let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
                cells.for_each(|cell| number(cell));
            }
            Block::Code { .. }
            | Block::Figure(_)
            | Block::Component { .. }
            | Block::RawHtml(_)
            | Block::Rule => {}
        }
    }
}

fn number(content: &mut [Inline<Resolved>]) {
    for inline in content {
        match inline {
            Inline::FootnoteReference { number, .. } => {
                *inline = Inline::Text(format!(" [{number}]"));
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                number(inner);
            }
            Inline::Link(link) => number(&mut link.content),
            _ => {}
        }
    }
}
