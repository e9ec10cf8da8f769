//! What changed since an earlier catalogue.

use std::collections::BTreeSet;
use std::hash::Hash;

use super::reads::DocumentPart;
use super::{Catalog, Entry, Whole};

impl Catalog {
    /// What changed, when it was fields and texts of documents that are otherwise what and
    /// where they were: no list, no setting, no relation, nothing that others are found by.
    /// `None` when anything else changed too.
    pub fn changed_since(&self, before: &Self) -> Option<BTreeSet<DocumentPart>> {
        let is_same = self.has_same_outline(before) && self.uses == before.uses;
        let pairs = self.entries.iter().zip(&before.entries);
        let changed =
            pairs.flat_map(|(own, before)| own.changed_parts(before, Entry::has_same_text));
        is_same.then(|| changed.collect())
    }

    /// Whether all is the same but for the fields and texts of documents and for what the texts
    /// use.
    pub(super) fn has_same_outline(&self, before: &Self) -> bool {
        let mut pairs = self.entries.iter().zip(&before.entries);
        self.entries.len() == before.entries.len()
            && self.but_for_documents() == before.but_for_documents()
            && pairs.all(|(own, old)| own.has_same_outline(old))
    }

    /// Everything but the documents and what their texts use, to be compared.
    pub(super) fn but_for_documents(&self) -> impl PartialEq + Hash {
        // Named one by one, so that a new part cannot be forgotten.
        let Whole {
            config,
            today,
            vocabulary,
            addresses,
            audience,
            entries: _,
            index,
            data,
            records,
            as_is,
            media,
            unread,
            unmarked,
            lost_media,
            uses: _,
            relations,
            strings,
        } = &**self;
        let settings = (config, today, vocabulary, addresses, audience, strings);
        let files = (data, records, as_is, (media, unread, unmarked, lost_media));
        (settings, files, (index, relations))
    }
}
