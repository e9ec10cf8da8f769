//! Terms of the glossary, explained at their first use on a page.

use std::collections::BTreeSet;

use crate::base::Lang;
use crate::model::body::{Inline, Resolved, TermUse};

use super::Catalog;

/// The terms that a page has already explained.
#[derive(Debug, Default)]
pub(super) struct TermsSeen {
    seen: BTreeSet<usize>,
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
        let mut rest = text;
        while let Some((start, length, term)) = self.first_term(rest, lang, &seen.seen) {
            seen.seen.insert(term);
            let (before, from) = rest.split_at(start);
            let (word, after) = from.split_at(length);
            if !before.is_empty() {
                out.push(Inline::Text(before.to_owned()));
            }
            let Some(own) = self.vocabulary.glossary.get(term) else { break };
            out.push(Inline::Term(Box::new(TermUse {
                text: word.to_owned(),
                plain: own
                    .record
                    .text_in("plain", lang.as_str())
                    .map(|text| text.value)
                    .unwrap_or_default(),
                anchor: own.id.value.clone(),
            })));
            rest = after;
        }
        if !rest.is_empty() || out.is_empty() {
            out.push(Inline::Text(rest.to_owned()));
        }
        out
    }

    /// The first term in a text that was not seen: where it starts, its length in bytes, and
    /// its position in the glossary. The longer of two that start together.
    fn first_term(
        &self,
        text: &str,
        lang: &Lang,
        seen: &BTreeSet<usize>,
    ) -> Option<(usize, usize, usize)> {
        let mut best: Option<(usize, usize, usize)> = None;
        for (at, words) in self.relations.terms(lang) {
            if seen.contains(at) {
                continue;
            }
            for word in words {
                let Some(start) = find_word(text, word) else { continue };
                let better = best.is_none_or(|(own, length, _)| {
                    start < own || (start == own && word.len() > length)
                });
                if better {
                    best = Some((start, word.len(), *at));
                }
            }
        }
        best
    }
}

/// Where a whole word stands in a text.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = text.get(from..)?.find(word) {
        let start = from + found;
        let end = start + word.len();
        let part = |c: char| c.is_alphanumeric() || c == '-';
        let before = text.get(..start)?.chars().next_back().is_some_and(part);
        let after = text.get(end..)?.chars().next().is_some_and(part);
        if !before && !after {
            return Some(start);
        }
        from = end;
    }
    None
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

    #[test]
    fn only_whole_words_are_terms() {
        assert_eq!(find_word("de doe-agenda's en een doe-agenda.", "doe-agenda"), Some(3));
        assert_eq!(find_word("PoWer en PoW", "PoW"), Some(9));
        assert_eq!(find_word("sub-PoW", "PoW"), None);
    }
}
