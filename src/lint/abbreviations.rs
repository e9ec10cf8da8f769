//! Abbreviations that are nowhere explained.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::base::Lang;
use crate::diag::Diag;
use crate::diag::problem::Prose;
use crate::parse::Vocabulary;
use crate::parse::markdown::Passage;

/// What everybody knows, in any language.
const COMMON: &[&str] = &["EU", "PDF", "CSV", "ID", "QR", "TV", "USB", "CC", "URL"];
const COMMON_NL: &[&str] =
    &["BTW", "BV", "CAO", "CV", "HBO", "MBO", "NS", "OV", "VN", "WC", "WO", "WW"];
const COMMON_EN: &[&str] = &["AM", "PM", "UK", "UN", "US", "USA", "VAT"];

/// The abbreviations that the site explains or uses as a name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Known {
    words: BTreeSet<String>,
}

impl Known {
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        let mut words = BTreeSet::new();
        let terms = vocabulary.glossary.iter().map(|own| &own.record);
        let names = vocabulary.organisations.iter().map(|own| &own.record);
        for record in terms.chain(names) {
            for key in ["abbreviation", "term", "name"] {
                let text = record.text_in(key, "").map(|text| text.value).unwrap_or_default();
                words.extend(
                    capitals(&text).filter_map(|range| text.get(range)).map(str::to_owned),
                );
            }
        }
        for own in &vocabulary.organisations {
            words.insert(own.id.to_uppercase());
        }
        Self { words }
    }

    /// Each unexplained abbreviation of a document once, where it stands first.
    pub(super) fn unexplained(&self, passages: &[&Passage], lang: &Lang) -> Vec<Diag> {
        let common = if lang.is_dutch() { COMMON_NL } else { COMMON_EN };
        let passages: Vec<&Passage> =
            passages.iter().copied().filter(|own| has_capitals(&own.text)).collect();
        let explained: BTreeSet<&str> = passages
            .iter()
            .flat_map(|own| capitals(&own.text).map(|range| (&own.text, range)))
            .filter(|(text, range)| is_explained(text, range))
            .filter_map(|(text, range)| text.get(range))
            .collect();
        let mut told = BTreeSet::new();
        let mut diags = Vec::new();
        for passage in passages {
            for range in capitals(&passage.text) {
                let word = passage.text.get(range.clone()).unwrap_or_default();
                let is_known = self.words.contains(word)
                    || explained.contains(word)
                    || COMMON.contains(&word)
                    || common.contains(&word)
                    || is_numeral(word)
                    || is_shouted(&passage.text, &range);
                if !is_known && told.insert(word) {
                    let problem = Prose::Abbreviation { word: word.to_owned() };
                    diags.push(Diag::at(passage.place(range), problem));
                }
            }
        }
        diags
    }
}

/// Whether it stands between brackets behind its words, or is followed by them in brackets.
fn is_explained(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let in_brackets = before.ends_with('(') && after.starts_with([')', ',', ';']);
    in_brackets || after.trim_start().starts_with('(')
}

/// Whether it is a number as the Romans wrote it: part II, chapter XIV.
fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Whether the word beside it stands in capitals too: then they are no abbreviations.
fn is_shouted(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let is_capitals = |word: &str| {
        let word = word.trim_end_matches(['.', ',', '!', '?', ':', ';']);
        word.chars().count() > 1 && word.chars().all(char::is_uppercase)
    };
    let has_space = |text: &str| text.starts_with(char::is_whitespace);
    let next = after.split_whitespace().next().filter(|_| has_space(after));
    let last = before.split_whitespace().next_back();
    let last = last.filter(|word| {
        before.ends_with(char::is_whitespace) && word.ends_with(char::is_uppercase)
    });
    next.is_some_and(is_capitals) || last.is_some_and(is_capitals)
}

/// Whether two capitals stand side by side, which few paragraphs have.
fn has_capitals(text: &str) -> bool {
    let mut last = false;
    text.chars().any(|c| {
        let own = c.is_uppercase();
        std::mem::replace(&mut last, own) && own
    })
}

/// The words of two to six capitals.
fn capitals(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '&');
    let mut start = 0;
    text.split(move |c| !is_part(c)).filter_map(move |part| {
        let from = start;
        // The character that ended the part is one that stands between words.
        let end = from + part.len();
        start =
            end + text.get(end..).and_then(|own| own.chars().next()).map_or(0, char::len_utf8);
        // Nearly every word begins with a small letter.
        if !part.starts_with(char::is_uppercase) {
            return None;
        }
        let word = part.trim_end_matches(['.', '\'', '’', '-']);
        let letters = word.chars().count();
        let fits = (2..=6).contains(&letters) && word.chars().all(char::is_uppercase);
        fits.then_some(from..from + word.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_in_capitals_are_abbreviations() {
        let text = "De VNG, het UWV en A, NL-2021, iPad en de SER.";
        let found: Vec<&str> = capitals(text).filter_map(|range| text.get(range)).collect();
        assert_eq!(found, ["VNG", "UWV", "SER"]);
    }

    #[test]
    fn brackets_explain() {
        let text = "De Sociaal-Economische Raad (SER) en het CPB (Centraal Planbureau).";
        let explained: Vec<bool> =
            capitals(text).map(|range| is_explained(text, &range)).collect();
        assert_eq!(explained, [true, true]);
        let lone = "De SER zegt";
        assert!(capitals(lone).all(|range| !is_explained(lone, &range)));
    }
}
