//! The fingerprints of a catalogue, by which a later run of the program knows what changed.

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::FileId;
use crate::store::{Key, KeyMaker};

use super::{Catalog, Entry};

/// What a catalogue was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    /// Of everything but the texts: where it is the same, at most texts changed.
    pub but_for_texts: Key,
    /// Of each text, by the position of its document.
    pub texts: Vec<Key>,
}

impl Marks {
    /// The fingerprints of a catalogue. `source` gives the text of a file.
    pub fn of(catalog: &Catalog, source: impl Fn(FileId) -> Option<Arc<str>> + Sync) -> Self {
        let text = |entry: &Entry| {
            let source = source(entry.document.file).unwrap_or_default();
            KeyMaker::of("text", "1").value(&entry.text).part(source.as_bytes()).key()
        };
        Self {
            but_for_texts: but_for_texts(catalog),
            texts: catalog.entries.par_iter().map(text).collect(),
        }
    }
}

fn but_for_texts(catalog: &Catalog) -> Key {
    let fields: Vec<Key> = catalog.entries.par_iter().map(fields).collect();
    let start = KeyMaker::of("catalogue", "1");
    let start = start.value(&catalog.but_for_documents()).value(&catalog.uses);
    fields.iter().fold(start, |key, own| key.part(own.as_bytes())).key()
}

fn fields(entry: &Entry) -> Key {
    let Entry { document, availability, url, at, text: _ } = entry;
    KeyMaker::of("fields", "1").value(&(document, availability, url, at)).key()
}
