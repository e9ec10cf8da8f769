//! Hard words that have a plain one.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diag::Diag;
use crate::diag::problem::Prose;
use crate::model::vocabulary;
use crate::parse::markdown::Passage;

/// The list of the site, by the first word of each.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Jargon {
    by_first: BTreeMap<String, Vec<Entry>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Entry {
    words: Vec<String>,
    plain: String,
}

impl Jargon {
    pub(super) fn of(list: &[vocabulary::Jargon]) -> Self {
        let mut by_first: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for own in list {
            let words: Vec<String> =
                own.word.split_whitespace().map(str::to_lowercase).collect();
            if let Some(first) = words.first().cloned() {
                let plain = own.plain.value.clone();
                by_first.entry(first).or_default().push(Entry { words, plain });
            }
        }
        Self { by_first }
    }

    /// Each hard word of a document once, where it stands first.
    pub(super) fn in_passages(&self, passages: &[&Passage]) -> Vec<Diag> {
        let mut told = BTreeSet::new();
        let mut diags = Vec::new();
        if self.by_first.is_empty() {
            return diags;
        }
        for passage in passages {
            let lower = lower(&passage.text);
            let words = words(&lower);
            let word = |range: &Range<usize>| lower.get(range.clone()).unwrap_or_default();
            for (at, range) in words.iter().enumerate() {
                let Some(entries) = self.by_first.get(word(range)) else { continue };
                // The longest of those that begin with this word.
                let fits = |entry: &&Entry| {
                    let here = words.iter().skip(at).map(word);
                    entry.words.len() <= words.len() - at
                        && here
                            .take(entry.words.len())
                            .eq(entry.words.iter().map(String::as_str))
                };
                let found = entries.iter().filter(fits).max_by_key(|entry| entry.words.len());
                let Some(entry) = found.filter(|own| told.insert(&own.words)) else { continue };
                let last = words.get(at + entry.words.len() - 1).unwrap_or(range);
                let place = range.start..last.end;
                let written = passage.text.get(place.clone()).unwrap_or_default().to_owned();
                let problem = Prose::Jargon { word: written, plain: entry.plain.clone() };
                diags.push(Diag::at(passage.place(place), problem));
            }
        }
        diags
    }
}

/// A text in small letters, as long as it was: letters whose small form is longer or shorter
/// stay as they are, so that places hold.
fn lower(text: &str) -> String {
    let small = |c: char| {
        let small = c.to_lowercase().next().filter(|own| own.len_utf8() == c.len_utf8());
        small.unwrap_or(c)
    };
    text.chars().map(small).collect()
}

/// Where the words of a text stand.
fn words(text: &str) -> Vec<Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_part(*c)) {
        let end = at + c.len_utf8();
        match found.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => found.push(at..end),
        }
    }
    found
}
