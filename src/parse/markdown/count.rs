//! The words of a text.

use crate::model::body::{Block, Inline, Stage, each_plain, plain_text};

/// How many words the blocks have: headings, text, lists and tables; code, components and
/// pictures have none.
pub(in crate::parse) fn words<S: Stage>(blocks: &[Block<S>]) -> usize {
    blocks.iter().map(of_block).sum()
}

/// The plain text of the first paragraph that stands in no list or quote.
pub(in crate::parse) fn first_paragraph<S: Stage>(blocks: &[Block<S>]) -> Option<String> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph { content, .. } => {
            let text = plain_text(content).split_whitespace().collect::<Vec<_>>().join(" ");
            (!text.is_empty()).then_some(text)
        }
        _ => None,
    })
}

fn of_block<S: Stage>(block: &Block<S>) -> usize {
    match block {
        Block::Heading(heading) => of_text(&heading.content),
        Block::Paragraph { content, .. } => of_text(content),
        Block::Quote(inner) | Block::Alert { blocks: inner, .. } => words(inner),
        Block::List(list) => list.items.iter().map(|item| words(&item.blocks)).sum(),
        Block::Definitions(all) => all
            .iter()
            .map(|one| {
                let details: usize = one.details.iter().map(|inner| words(inner)).sum();
                of_text(&one.term) + details
            })
            .sum(),
        Block::Table(table) => {
            let cells = table.head.iter().chain(table.rows.iter().flatten());
            cells.map(|cell| of_text(cell)).sum()
        }
        Block::Code { .. }
        | Block::Figure(_)
        | Block::Component { .. }
        | Block::RawHtml(_)
        | Block::Rule => 0,
    }
}

fn of_text<S: Stage>(content: &[Inline<S>]) -> usize {
    let mut words = Words::default();
    each_plain(content, &mut |text| words.add(text));
    words.add(" ");
    words.count
}

/// Counts words in a text that comes in pieces.
#[derive(Default)]
struct Words {
    count: usize,
    /// Whether a letter or digit was in the word that is open; marks alone are no word.
    is_open: bool,
}

impl Words {
    fn add(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.count += usize::from(std::mem::take(&mut self.is_open));
            } else {
                self.is_open = self.is_open || c.is_alphanumeric();
            }
        }
    }
}
