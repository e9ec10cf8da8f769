//! Documents that belong beside another one.

use crate::base::{Lang, Spanned};
use crate::model::DocKind;

use super::query::newest_first;
use super::{Catalog, Entry, first_time};

/// The types that are news.
pub(super) const NEWS: [DocKind; 6] = [
    DocKind::Factsheet,
    DocKind::Story,
    DocKind::Finding,
    DocKind::Report,
    DocKind::Event,
    DocKind::Blueprint,
];
/// So many of them are the newest.
const NEWEST: usize = 50;

impl Catalog {
    /// The shown documents of all types that are news which readers could see last, newest first.
    pub fn newest(&self, lang: &Lang) -> Vec<&Entry> {
        // Each list is in the order of dates; a document under embargo came later. Only those that are
        // found count as read.
        let is_late = |entry: &Entry| {
            let head = &entry.document.head;
            head.embargo > head.date.as_ref().map(|date| date.value)
        };
        let is_candidate = |(at, entry): &(usize, &Entry)| *at < NEWEST || is_late(entry);
        let of_kind =
            |kind: &DocKind| self.listed(*kind, lang).enumerate().filter(is_candidate);
        let mut entries: Vec<&Entry> =
            NEWS.iter().flat_map(of_kind).map(|(_, entry)| entry).collect();
        let seen_from = |entry: &Entry| entry.document.head.visible_from();
        entries
            .sort_by(|a, b| seen_from(b).cmp(&seen_from(a)).then_with(|| newest_first(a, b)));
        entries.truncate(NEWEST);
        entries.into_iter().map(|entry| self.read(entry)).collect()
    }

    /// Shown documents of these types that share a topic with a document, newest first, at
    /// most so many; without itself and without those that `is_there` already.
    pub fn related<'a>(
        &'a self,
        entry: &Entry,
        kinds: &[DocKind],
        limit: usize,
        is_there: impl Fn(&Entry) -> bool,
    ) -> Vec<&'a Entry> {
        let lang = &entry.document.lang;
        let topics = &entry.document.head.topics;
        let fits = |other: &Entry| {
            let own = &other.document.head.topics;
            let shares = own.iter().any(|id| topics.iter().any(|own| own.value == id.value));
            shares && !std::ptr::eq(other, entry) && !is_there(other)
        };
        // Each list is sorted by date already, so that a few looks are enough. Who shares a topic
        // is in the relations, so that those who do not are not read.
        let mut all: Vec<&Entry> = kinds
            .iter()
            .flat_map(|kind| self.listed(*kind, lang).filter(|other| fits(other)).take(limit))
            .map(|entry| self.read(entry))
            .collect();
        all.sort_by(|a, b| newest_first(a, b));
        all.truncate(limit);
        all
    }

    /// The shown documents of its type before and after a document, in the order of their
    /// list. `None` for a document that is not in it.
    pub fn beside(&self, entry: &Entry) -> (Option<&Entry>, Option<&Entry>) {
        let key = (entry.kind(), entry.document.lang.clone());
        let Some(shown) = self.relations.shown.get(&key) else { return (None, None) };
        // A long list needs no walk.
        let Ok(here) = self.place_of(entry, shown) else { return (None, None) };
        let at = |index: Option<usize>| {
            index.and_then(|index| shown.get(index)).and_then(|at| self.entry(*at))
        };
        (at(here.checked_sub(1)), at(here.checked_add(1)))
    }

    /// The shown documents of a type that name this one in a field, newest first.
    pub fn naming_of(&self, kind: DocKind, entry: &Entry) -> Vec<&Entry> {
        let mut all = self.naming(entry);
        all.retain(|own| own.kind() == kind);
        all
    }

    /// The shown documents that this one replaces: those that it says, and those that say so.
    pub fn replaced_by_this(&self, entry: &Entry) -> Vec<&Entry> {
        let said = &entry.document.head.replaces;
        self.succession(entry, said, |other| &other.document.head.replaced_by)
    }

    /// The shown documents that replace this one: those that it says, and those that say so.
    pub fn successors(&self, entry: &Entry) -> Vec<&Entry> {
        let said = &entry.document.head.replaced_by;
        self.succession(entry, said, |other| &other.document.head.replaces)
    }

    /// Who is on the other side of `replaces` and `replaced-by`, whichever side says so.
    fn succession<'a>(
        &'a self,
        entry: &Entry,
        said: &[Spanned<String>],
        mirror: impl Fn(&Entry) -> &[Spanned<String>],
    ) -> Vec<&'a Entry> {
        let lang = &entry.document.lang;
        let is = |id: &Spanned<String>, other: &Entry| {
            self.any(id, lang).is_some_and(|own| std::ptr::eq(own, other))
        };
        let mut all: Vec<&Entry> = said
            .iter()
            .filter_map(|id| self.any(id, lang))
            .filter(|own| own.is_shown())
            .filter(first_time())
            .collect();
        // A region is named by hundreds of documents, of which hardly any replaces one.
        let relations = &self.relations;
        let naming = relations.back.get(&self.main_version(entry)).into_iter().flatten();
        let tells = |at: &&usize| relations.replacing.binary_search(at).is_ok();
        for other in self.shown_at(naming.filter(tells)) {
            if !self.is_read_in(other, lang) {
                continue;
            }
            let names_it = mirror(other).iter().any(|id| is(id, entry));
            if names_it && !all.iter().any(|own| std::ptr::eq(*own, other)) {
                all.push(other);
            }
        }
        all
    }
}
