//! The fingerprints of a catalogue, by which a later run of the program knows what changed.

use rayon::prelude::*;

use crate::model::Text;
use crate::store::{Key, KeyMaker};

use super::{Catalog, Entry};

/// What a catalogue was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    /// Of everything but the documents: where it is the same, at most fields and texts changed
    /// of documents that are otherwise what and where they were.
    pub outline: Key,
    /// Of the fields of each document, by its position.
    pub fields: Vec<Key>,
    /// Of the text of each.
    pub texts: Vec<Key>,
}

impl Marks {
    /// The fingerprints of a catalogue.
    pub fn of(catalog: &Catalog) -> Self {
        let text = |entry: &Entry| {
            let Text { source, range, .. } = &*entry.text;
            // What is said of a text may point at its fields.
            let above = source.get(..range.start).unwrap_or_default();
            KeyMaker::of("text", "1").value(&entry.text_key).part(above.as_bytes()).key()
        };
        Self {
            outline: outline(catalog),
            fields: catalog.entries.par_iter().map(fields).collect(),
            texts: catalog.entries.par_iter().map(text).collect(),
        }
    }
}

fn outline(catalog: &Catalog) -> Key {
    let start = KeyMaker::of("catalogue", "1");
    let start = start.value(&catalog.but_for_documents()).value(&catalog.uses);
    catalog.entries.iter().fold(start, |key, own| key.value(&own.outline())).key()
}

fn fields(entry: &Entry) -> Key {
    KeyMaker::of("fields", "1").value(&entry.document).key()
}
