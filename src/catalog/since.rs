//! What changed since an earlier catalogue.

use std::collections::BTreeSet;

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
            && self.is_same_but_for_entries(before)
            && pairs.all(|(own, old)| own.is_same_but_for_text(old))
    }

    fn is_same_but_for_entries(&self, before: &Self) -> bool {
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
        *config == before.config
            && *today == before.today
            && *vocabulary == before.vocabulary
            && *addresses == before.addresses
            && *audience == before.audience
            && *index == before.index
            && *data == before.data
            && *records == before.records
            && *media == before.media
            && *unread == before.unread
            && *unmarked == before.unmarked
            && *lost_media == before.lost_media
            && relations.are_same(&before.relations)
            && *strings == before.strings
    }
}

impl Relations {
    /// Whether they are the same. What finds terms is made from the lists and the settings.
    fn are_same(&self, before: &Self) -> bool {
        let Self { shown, by_region, by_topic, by_question, back, terms: _ } = self;
        *shown == before.shown
            && *by_region == before.by_region
            && *by_topic == before.by_topic
            && *by_question == before.by_question
            && *back == before.back
    }
}
