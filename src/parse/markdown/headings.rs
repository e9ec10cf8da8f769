//! The anchors of headings, as code hosts make them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::{Span, anchor};
use crate::diag::Diag;
use crate::diag::problem::Markdown;

use super::notes::Notes;

/// The anchor of a heading without letters.
const NAMELESS: &str = "section";

/// The anchors given so far.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    given: BTreeMap<String, Given>,
}

#[derive(Debug)]
struct Given {
    /// The last number put behind it.
    last: usize,
    /// The heading that has it.
    span: Span,
}

impl Anchors {
    /// An anchor made from a heading's words; `-1` and so on when it is taken.
    pub(super) fn automatic(&mut self, words: &str, span: Span) -> String {
        let made = anchor(words.trim());
        let base = if made.is_empty() { NAMELESS.to_owned() } else { made };
        let mut id = base.clone();
        while self.given.contains_key(&id) {
            let number = self.given.get_mut(&base).map_or(1, |given| {
                given.last += 1;
                given.last
            });
            id = format!("{base}-{number}");
        }
        self.given.insert(id.clone(), Given { last: 0, span });
        id
    }

    /// An anchor that was written as `{#id}` in the heading at a place.
    pub(super) fn written(
        &mut self,
        id: &str,
        at: Range<usize>,
        notes: &mut Notes<'_>,
    ) -> String {
        let span = notes.span(at.clone());
        let clean: String = id
            .chars()
            .map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' })
            .collect();
        if clean != id {
            let suggestion = clean.clone();
            notes.add(at, Markdown::BadAnchor { id: id.to_owned(), suggestion });
        }
        if let Some(first) = self.given.get(&clean) {
            let problem = Markdown::DuplicateAnchor { id: clean.clone() };
            notes.add_diag(Diag::at(span, problem).related(first.span));
            return self.automatic(&clean, span);
        }
        self.given.insert(clean.clone(), Given { last: 0, span });
        clean
    }
}
