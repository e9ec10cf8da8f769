//! The fingerprints of a catalogue, by which a later run of the program knows what changed.

use rayon::prelude::*;

use crate::model::{Meta, Text};
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
        let of_entry = |entry: &Entry| {
            let fields = fields(entry);
            // What is said of a text may point at its fields.
            let text = KeyMaker::of("text", "2").value(&entry.text_key).part(fields.as_bytes());
            (fields, text.key())
        };
        let entries = || catalog.entries.par_iter().map(of_entry).unzip();
        let (outline, (fields, texts)) = rayon::join(|| outline(catalog), entries);
        Self { outline, fields, texts }
    }
}

fn outline(catalog: &Catalog) -> Key {
    let start = KeyMaker::of("catalogue", "1");
    let start = start.value(&catalog.but_for_documents()).value(&catalog.uses);
    catalog.entries.iter().fold(start, |key, own| key.value(&own.outline())).key()
}

/// Of what the fields are read from: that takes less time than all of the fields. Two of them may be those
/// of another translation.
fn fields(entry: &Entry) -> Key {
    let Text { source, range, .. } = &*entry.text;
    let Meta { kind, id, lang, file, path, head, front: _, is_readable } = &*entry.document;
    let given = (head.embargo, &head.withdrawn);
    KeyMaker::of("fields", "2")
        .part(source.get(..range.start).unwrap_or_default().as_bytes())
        .value(&(kind, id, lang, file, path, is_readable, given))
        .key()
}
