//! Blanks of texts: `{name}`, which the program fills in.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::nearest;

/// Blanks of every text: what the programme calls its regions.
const EVERYWHERE: [&str; 4] = ["region", "regions", "Region", "Regions"];

/// The blanks of each text, in all languages.
#[derive(Debug, Default)]
pub(super) struct Known(BTreeMap<String, BTreeSet<String>>);

/// A blank that nothing fills in.
#[derive(Debug)]
pub(super) struct Unfilled {
    /// Its name.
    pub(super) blank: String,
    /// One of the text that is near.
    pub(super) nearest: Option<String>,
    /// Those that the text has.
    pub(super) known: Vec<String>,
}

impl Known {
    pub(super) fn add(&mut self, key: String, text: &str) {
        self.0.entry(key).or_default().extend(blanks(text).map(str::to_owned));
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// A blank that the text does not have in any language, nor for another number.
    pub(super) fn unfilled(&self, key: &str, text: &str) -> Option<Unfilled> {
        let plain = key.strip_suffix(".u").unwrap_or(key);
        let other = plain.strip_suffix("_one").map(|stem| format!("{stem}_many"));
        let keys = [Some(key.to_owned()), Some(plain.to_owned()), other];
        let filled: BTreeSet<&str> = keys
            .iter()
            .flatten()
            .filter_map(|key| self.0.get(key))
            .flatten()
            .map(String::as_str)
            .chain(EVERYWHERE)
            .collect();
        let blank = blanks(text).find(|blank| !filled.contains(blank))?;
        let of_text = filled.iter().filter(|own| !EVERYWHERE.contains(own)).copied();
        Some(Unfilled {
            blank: blank.to_owned(),
            nearest: nearest(blank, of_text.clone()).map(str::to_owned),
            known: of_text.map(str::to_owned).collect(),
        })
    }
}

/// The blanks of a text: `{name}`.
fn blanks(text: &str) -> impl Iterator<Item = &str> {
    let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    names.map(|(name, _)| name).filter(|name| !name.is_empty())
}
