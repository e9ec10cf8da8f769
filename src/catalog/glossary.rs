//! Terms of the glossary, explained at their first use on a page; the only user of
//! `aho-corasick`.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

use crate::base::Lang;
use crate::model::body::{Inline, Resolved, TermUse};

use super::Catalog;

/// The terms that a page has already explained.
#[derive(Debug, Default)]
pub(super) struct TermsSeen {
    seen: BTreeSet<usize>,
}

/// Finds the terms of a language, all at once.
#[derive(Debug, Clone)]
pub(super) struct TermFinder {
    automaton: AhoCorasick,
    /// Position in the glossary of each word that is looked for.
    terms: Vec<usize>,
}

/// Where a term stands in a text, in bytes, and its position in the glossary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Found {
    start: usize,
    end: usize,
    term: usize,
}

impl TermFinder {
    /// For words with the positions of their terms. `None` when there are none, or more than
    /// memory holds.
    pub(super) fn new(words: impl IntoIterator<Item = (usize, String)>) -> Option<Self> {
        let (terms, words): (Vec<usize>, Vec<String>) =
            words.into_iter().filter(|(_, word)| !word.is_empty()).unzip();
        let automaton = (!words.is_empty()).then(|| AhoCorasick::new(&words).ok())??;
        Some(Self { automaton, terms })
    }

    /// Every term that stands in a text as a whole word, in order; the longer of two that start
    /// together first.
    fn all(&self, text: &str) -> Vec<Found> {
        let mut all: Vec<Found> = self
            .automaton
            .find_overlapping_iter(text)
            .filter(|own| is_word(text, own.start(), own.end()))
            .filter_map(|own| {
                let term = *self.terms.get(own.pattern().as_usize())?;
                Some(Found { start: own.start(), end: own.end(), term })
            })
            .collect();
        all.sort_by_key(|own| (own.start, Reverse(own.end)));
        all
    }
}

impl Catalog {
    /// A stretch of text with the terms marked that the page has not explained yet.
    pub(super) fn with_terms(
        &self,
        text: &str,
        lang: &Lang,
        seen: &mut TermsSeen,
    ) -> Vec<Inline<Resolved>> {
        let mut out = Vec::new();
        let mut from = 0;
        let finder = self.relations.terms.get(lang);
        for found in finder.into_iter().flat_map(|own| own.all(text)) {
            if found.start < from || seen.seen.contains(&found.term) {
                continue;
            }
            let Some(own) = self.vocabulary.glossary.get(found.term) else { continue };
            seen.seen.insert(found.term);
            let before = text.get(from..found.start).unwrap_or_default();
            if !before.is_empty() {
                out.push(Inline::Text(before.to_owned()));
            }
            out.push(Inline::Term(Box::new(TermUse {
                text: text.get(found.start..found.end).unwrap_or_default().to_owned(),
                plain: own
                    .record
                    .text_in("plain", lang.as_str())
                    .map(|text| text.value)
                    .unwrap_or_default(),
                anchor: own.id.value.clone(),
            })));
            from = found.end;
        }
        let rest = text.get(from..).unwrap_or_default();
        if !rest.is_empty() || out.is_empty() {
            out.push(Inline::Text(rest.to_owned()));
        }
        out
    }
}

/// Whether what stands between two places of a text is no part of a longer word.
fn is_word(text: &str, start: usize, end: usize) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '-';
    let before = text.get(..start).and_then(|own| own.chars().next_back());
    let after = text.get(end..).and_then(|own| own.chars().next());
    !before.is_some_and(part) && !after.is_some_and(part)
}

/// A term's words as they may stand in a text: as given, and with a capital.
pub(super) fn forms(word: &str) -> Vec<String> {
    let mut chars = word.chars();
    let capital: String = chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect());
    if capital == word { vec![capital] } else { vec![word.to_owned(), capital] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &[&str], text: &str) -> Vec<(usize, usize)> {
        let words = words.iter().enumerate().map(|(at, word)| (at, (*word).to_owned()));
        let finder = TermFinder::new(words).unwrap();
        finder.all(text).into_iter().map(|own| (own.start, own.term)).collect()
    }

    #[test]
    fn only_whole_words_are_terms() {
        let doe = ["doe-agenda"];
        assert_eq!(found(&doe, "de doe-agenda's en een doe-agenda."), [(3, 0), (23, 0)]);
        assert_eq!(found(&["PoW"], "PoWer en PoW"), [(9, 0)]);
        assert_eq!(found(&["PoW"], "sub-PoW"), []);
    }

    #[test]
    fn the_longer_of_two_that_start_together_comes_first() {
        let words = ["banen", "banen bij", "bij"];
        assert_eq!(found(&words, "banen bij ons"), [(0, 1), (0, 0), (6, 2)]);
        // The longer one is no whole word here.
        assert_eq!(found(&words, "banen bijna"), [(0, 0)]);
        assert!(TermFinder::new([(0, String::new())]).is_none());
    }
}
