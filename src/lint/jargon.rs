//! Hard words that have a plain one.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Diag;
use crate::diag::problem::Prose;
use crate::model::vocabulary;
use crate::parse::markdown::Passage;

/// The list of the site, by the first word of each.
pub(super) struct Jargon {
    by_first: BTreeMap<String, Vec<Entry>>,
}

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
        for passage in passages {
            let words = words(&passage.text);
            for (at, (start, word)) in words.iter().enumerate() {
                let Some(entries) = self.by_first.get(word) else { continue };
                // The longest of those that begin with this word.
                let fits = |entry: &&Entry| {
                    let here = words.iter().skip(at).map(|(_, word)| word);
                    entry.words.len() <= words.len() - at
                        && entry.words.iter().eq(here.take(entry.words.len()))
                };
                let found = entries.iter().filter(fits).max_by_key(|entry| entry.words.len());
                let Some(entry) = found.filter(|own| told.insert(own.words.clone())) else {
                    continue;
                };
                let last = words.get(at + entry.words.len() - 1);
                let end = last.map_or(*start, |(start, word)| start + word.len());
                let written = passage.text.get(*start..end).unwrap_or_default().to_owned();
                let problem = Prose::Jargon { word: written, plain: entry.plain.clone() };
                diags.push(Diag::at(passage.place(*start..end), problem));
            }
        }
        diags
    }
}

/// The words of a text in lower case, with where they start. A hyphen belongs to its word.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    for (at, c) in text.char_indices() {
        let is_letter = c.is_alphanumeric() || c == '-' || c == '\'' || c == '’';
        if is_letter {
            if !inside {
                found.push((at, String::new()));
            }
            if let Some((_, word)) = found.last_mut() {
                // One letter for one, so that places hold.
                let lower =
                    c.to_lowercase().next().filter(|own| own.len_utf8() == c.len_utf8());
                word.push(lower.unwrap_or(c));
            }
        }
        inside = is_letter;
    }
    found
}
