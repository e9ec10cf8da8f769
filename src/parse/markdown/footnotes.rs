//! Footnotes: labels while reading, numbers in the order of the first reference afterwards.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::Span;
use crate::diag::Diag;
use crate::diag::problem::Markdown;
use crate::model::body::{Block, Body, Footnote, Inline, Written};

use super::notes::Notes;

/// The longest label that is looked for.
const LONGEST_LABEL: usize = 100;

/// The footnotes of a text while it is read. In the tree a reference carries the key of its
/// label until `number` gives it a number.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    keys: BTreeMap<String, u32>,
    definitions: BTreeMap<u32, Definition>,
    /// References without a definition: label and place.
    unknown: Vec<(String, Range<usize>)>,
}

#[derive(Debug)]
struct Definition {
    label: String,
    span: Span,
    blocks: Vec<Block<Written>>,
}

impl Footnotes {
    /// A reference by its label.
    pub(super) fn reference(&mut self, label: &str) -> Inline<Written> {
        Inline::FootnoteReference { number: self.key(label), occurrence: 0 }
    }

    /// The text of a footnote, which stands at a place. Of two with one label the first counts.
    pub(super) fn define(
        &mut self,
        label: String,
        blocks: Vec<Block<Written>>,
        place: Range<usize>,
        notes: &mut Notes<'_>,
    ) {
        let key = self.key(&label);
        let span = notes.span(place);
        match self.definitions.get(&key) {
            Some(first) => {
                let problem = Markdown::DuplicateFootnote { label };
                notes.add_diag(Diag::at(span, problem).related(first.span));
            }
            None => {
                self.definitions.insert(key, Definition { label, span, blocks });
            }
        }
    }

    /// Looks for `[^label]` in a range of text that the parser took for plain words: it does
    /// so when there is no such footnote.
    pub(super) fn look_for_unknown(&mut self, source: &str, range: Range<usize>) {
        let Some(text) = source.get(range.clone()) else { return };
        for (at, _) in text.match_indices('[') {
            let start = range.start + at;
            if let Some(label) = label_at(source, start) {
                self.unknown.push((label.to_owned(), start..start + label.len() + 3));
            }
        }
    }

    fn key(&mut self, label: &str) -> u32 {
        let next = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        *self.keys.entry(label.to_lowercase()).or_insert(next)
    }

    /// Numbers the references in the blocks, then those in the footnotes themselves, and puts
    /// the footnotes into that order.
    pub(super) fn number(
        mut self,
        mut blocks: Vec<Block<Written>>,
        notes: &mut Notes<'_>,
    ) -> Body<Written> {
        for (label, place) in std::mem::take(&mut self.unknown) {
            let known = self.definitions.values().map(|known| known.label.as_str());
            let nearest = notes.nearest(&label, known);
            notes.add(place, Markdown::UnknownFootnote { label, nearest });
        }
        let mut numbers = Numbers::default();
        numbers.in_blocks(&mut blocks);
        let mut footnotes = Vec::new();
        while let Some(&key) = numbers.order.get(footnotes.len()) {
            let definition = self.definitions.remove(&key);
            let mut inner = definition.map(|known| known.blocks).unwrap_or_default();
            numbers.in_blocks(&mut inner);
            let number = u32::try_from(footnotes.len() + 1).unwrap_or(u32::MAX);
            footnotes.push(Footnote { number, references: 0, blocks: inner });
        }
        for (footnote, key) in footnotes.iter_mut().zip(&numbers.order) {
            footnote.references = numbers.by_key.get(key).map_or(0, |seen| seen.references);
        }
        for unused in self.definitions.into_values() {
            let problem = Markdown::UnusedFootnote { label: unused.label };
            notes.add_diag(Diag::at(unused.span, problem));
        }
        Body { blocks, footnotes }
    }
}

/// The label of `[^label]` at an offset, unless the bracket is escaped or a link follows.
fn label_at(source: &str, start: usize) -> Option<&str> {
    let before = source.get(..start)?;
    let slashes = before.bytes().rev().take_while(|byte| *byte == b'\\').count();
    let rest = source.get(start..)?.strip_prefix("[^")?;
    let end = rest.bytes().take(LONGEST_LABEL).position(|byte| byte == b']')?;
    let label = rest.get(..end)?;
    let follows = rest.get(end + 1..)?;
    let fits = !label.is_empty() && !label.contains(|c: char| c.is_whitespace() || c == '[');
    (slashes % 2 == 0 && fits && !follows.starts_with(['(', '['])).then_some(label)
}

/// The numbers given so far.
#[derive(Debug, Default)]
struct Numbers {
    by_key: BTreeMap<u32, Seen>,
    /// The keys in the order of their numbers.
    order: Vec<u32>,
}

#[derive(Debug)]
struct Seen {
    number: u32,
    references: u32,
}

impl Numbers {
    fn in_blocks(&mut self, blocks: &mut [Block<Written>]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.in_text(&mut heading.content),
                Block::Paragraph { content, .. } => self.in_text(content),
                Block::Quote(inner) | Block::Alert { blocks: inner, .. } => {
                    self.in_blocks(inner);
                }
                Block::List(list) => {
                    for item in &mut list.items {
                        self.in_blocks(&mut item.blocks);
                    }
                }
                Block::Definitions(all) => {
                    for one in all {
                        self.in_text(&mut one.term);
                        for inner in &mut one.details {
                            self.in_blocks(inner);
                        }
                    }
                }
                Block::Table(table) => {
                    for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
                        self.in_text(cell);
                    }
                }
                Block::Code { .. }
                | Block::Figure(_)
                | Block::Component { .. }
                | Block::RawHtml(_)
                | Block::Rule => {}
            }
        }
    }

    fn in_text(&mut self, content: &mut [Inline<Written>]) {
        for inline in content {
            match inline {
                Inline::FootnoteReference { number, occurrence } => {
                    let order = &mut self.order;
                    let seen = self.by_key.entry(*number).or_insert_with_key(|key| {
                        order.push(*key);
                        let number = u32::try_from(order.len()).unwrap_or(u32::MAX);
                        Seen { number, references: 0 }
                    });
                    seen.references += 1;
                    (*number, *occurrence) = (seen.number, seen.references);
                }
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                    self.in_text(inner);
                }
                Inline::Link(link) => self.in_text(&mut link.content),
                Inline::Text(_)
                | Inline::Code(_)
                | Inline::Picture(_)
                | Inline::Term { .. }
                | Inline::RawHtml(_)
                | Inline::SoftBreak
                | Inline::LineBreak => {}
            }
        }
    }
}
