//! Things that several pages show and that are made once.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::catalog::{Catalog, Reads};

/// So many values are kept; what is rarer is made again.
const MOST: usize = 256;

/// Values by key, each with what was read for it. A value depends on its key alone, so that it
/// does not matter which page comes first.
#[derive(Debug)]
pub(super) struct Memo<T>(Mutex<BTreeMap<String, (T, Reads)>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Memo<T> {
    /// The value of a key, made when nobody asked for it yet. Two pages that ask at the same
    /// time may both make it.
    pub(super) fn get_or(&self, catalog: &Catalog, key: &str, make: impl FnOnce() -> T) -> T {
        let (value, reads) = self.found_or(key, || catalog.reads_of_part(make));
        catalog.note(&reads);
        value
    }

    /// The same for a value of which nothing counts as read.
    pub(super) fn get_or_unread(
        &self,
        catalog: &Catalog,
        key: &str,
        make: impl FnOnce() -> T,
    ) -> T {
        self.found_or(key, || (catalog.unread(make), Reads::default())).0
    }

    fn found_or(&self, key: &str, make: impl FnOnce() -> (T, Reads)) -> (T, Reads) {
        let values = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = values().get(key) {
            return known.clone();
        }
        let made = make();
        let mut values = values();
        if values.len() < MOST {
            values.insert(key.to_owned(), made.clone());
        }
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::DocumentPart;
    use crate::render::outputs::trial::Trial;

    #[test]
    fn a_value_is_made_once_per_key_and_its_texts_count_for_everybody_who_asks() {
        let trial =
            Trial::of(&[("content/pages/a.md", "---\ntitle: A\n---\nTekst die telt.\n")]);
        let entry = trial.entry("content/pages/a.md");
        let memo = Memo::default();
        let ask = |key: &str, otherwise: usize| {
            trial.catalog.reads_of(|catalog| {
                let text = || catalog.text(entry).first_paragraph.as_deref().map(str::len);
                memo.get_or(catalog, key, || text().unwrap_or_default() + otherwise)
            })
        };
        let (first, reads) = ask("a", 1);
        assert_eq!(ask("a", 2), (first, reads.clone()));
        assert_eq!(ask("b", 3).0, first + 2);
        assert!(
            reads.meets(&[DocumentPart::text(0)].into())
                && !reads.meets(&[DocumentPart::text(1)].into())
        );
        let (_, none) = trial.catalog.reads_of(|catalog| memo.get_or(catalog, "c", || 0));
        assert!(!none.meets(&[DocumentPart::text(0)].into()));
    }
}
