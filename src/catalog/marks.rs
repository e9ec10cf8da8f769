//! The fingerprints of a catalogue, by which a later run of the program knows what changed.

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::FileId;
use crate::store::{Key, KeyMaker};

use super::query::Relations;
use super::{Catalog, Entry, Whole};

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
    // Named one by one, so that a new part cannot be forgotten.
    let Whole {
        config,
        today,
        vocabulary,
        addresses,
        audience,
        entries,
        index,
        data,
        records,
        media,
        unread,
        unmarked,
        lost_media,
        uses,
        relations,
        strings,
    } = &**catalog;
    // What finds terms is made from the lists and the settings.
    let Relations { shown, by_region, by_topic, by_question, back, terms: _ } = relations;
    let settings = (config, today, vocabulary, addresses, audience, strings);
    let files = (data, records, media, unread, unmarked, lost_media);
    let found = (index, uses, (shown, by_region, by_topic, by_question, back));
    let start = KeyMaker::of("catalogue", "1").value(&(settings, files, found));
    let fields: Vec<Key> = entries.par_iter().map(fields).collect();
    fields.iter().fold(start, |key, own| key.part(own.as_bytes())).key()
}

fn fields(entry: &Entry) -> Key {
    let Entry { document, availability, url, at, text: _ } = entry;
    KeyMaker::of("fields", "1").value(&(document, availability, url, at)).key()
}
