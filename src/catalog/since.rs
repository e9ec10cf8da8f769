//! What changed since an earlier catalogue.

use std::collections::BTreeSet;
use std::hash::Hash;

use super::query::Relations;
use super::{Catalog, Entry, Whole};

impl Catalog {
    /// The positions of the documents whose text changed, when nothing else did: no field, no
    /// list, no setting, nothing that others ask. `None` when anything else changed too.
    pub fn texts_changed_since(&self, before: &Self) -> Option<BTreeSet<usize>> {
        let pairs = || self.entries.iter().zip(&before.entries);
        let is_same = self.is_same_but_for_texts(before) && self.uses == before.uses;
        let changed = |(at, (own, old)): (usize, (&Entry, &Entry))| {
            (!own.has_same_text(old)).then_some(at)
        };
        is_same.then(|| pairs().enumerate().filter_map(changed).collect())
    }

    /// Whether all is the same but for texts and for what they use.
    pub(super) fn is_same_but_for_texts(&self, before: &Self) -> bool {
        let mut pairs = self.entries.iter().zip(&before.entries);
        self.entries.len() == before.entries.len()
            && self.but_for_documents() == before.but_for_documents()
            && pairs.all(|(own, old)| own.is_same_but_for_text(old))
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
            media,
            unread,
            unmarked,
            lost_media,
            uses: _,
            relations,
            strings,
        } = &**self;
        // What finds terms is made from the lists and the settings.
        let Relations { shown, by_region, by_topic, by_question, back, terms: _ } = relations;
        let settings = (config, today, vocabulary, addresses, audience, strings);
        let files = (data, records, media, unread, unmarked, lost_media);
        (settings, files, (index, shown, by_region, by_topic, by_question, back))
    }
}
