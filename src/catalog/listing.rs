//! Lists of documents, and how long ones are cut into pages.
//!
//! What stands on a page of a list follows from the outline and the relations: only the documents
//! that stand there count as read, so that the other pages of the list stand when one changes.

use std::ops::Range;

use crate::base::Lang;
use crate::config::Section;
use crate::model::{DocKind, Front, Meta, StoryDirection};

use super::address::indexes;
use super::{Catalog, Entry, newest_first};

/// The shown documents of a type about something, newest first.
#[derive(Debug, Clone, Copy)]
pub struct Listing<'a> {
    /// Their type.
    pub kind: DocKind,
    /// Their language.
    pub lang: &'a Lang,
    /// What they are about.
    pub about: Subject<'a>,
}

/// What the documents of a list are about.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// Anything.
    Any,
    /// A topic, by its id.
    Topic(&'a str),
    /// A region, by its id: about it or seen in it.
    Region(&'a str),
    /// A learning question that they answer, by its id.
    Question(&'a str),
}

impl Catalog {
    /// How many documents a list holds. None of them counts as read.
    pub fn length(&self, list: Listing<'_>) -> usize {
        self.in_list(list).count()
    }

    /// How many documents of a list are no made-up samples. None of them counts as read.
    pub fn real_length(&self, list: Listing<'_>) -> usize {
        self.in_list(list).filter(|entry| !entry.document.head.sample).count()
    }

    /// Which way the stories about a topic point that are no made-up samples. None of them counts as
    /// read.
    pub fn directions(&self, topic: &str, lang: &Lang) -> Vec<StoryDirection> {
        let about = Subject::Topic(topic);
        let stories = self.in_list(Listing { kind: DocKind::Story, lang, about });
        let real = stories.filter(|entry| !entry.document.head.sample);
        let direction = |entry: &Entry| match &entry.document.front {
            Front::Story(story) => Some(story.direction),
            _ => None,
        };
        real.filter_map(direction).collect()
    }

    /// All documents of a list.
    pub(super) fn list(&self, list: Listing<'_>) -> Vec<&Entry> {
        self.in_list(list).map(|entry| self.read(entry)).collect()
    }

    /// The documents on a page of a list, the first page being 0.
    pub fn on_page(&self, list: Listing<'_>, at: usize) -> Vec<&Entry> {
        let range = self.page_range(at);
        let own = self.in_list(list).skip(range.start).take(range.len());
        own.map(|entry| self.read(entry)).collect()
    }

    /// How many shown documents rest on a source: those of a language, and the main language's
    /// where it has none. None of them counts as read.
    pub fn length_of_source(&self, source: &str, lang: &Lang) -> usize {
        self.on_source(source, lang).count()
    }

    /// The first of those documents, newest first.
    pub fn newest_on_source(&self, source: &str, lang: &Lang, most: usize) -> Vec<&Entry> {
        self.read_on_source(source, lang, 0..most)
    }

    /// Those of the documents that stand on a page of the source, the first page being 0.
    pub fn on_page_of_source(&self, source: &str, lang: &Lang, at: usize) -> Vec<&Entry> {
        self.read_on_source(source, lang, self.page_range(at))
    }

    fn read_on_source(&self, source: &str, lang: &Lang, range: Range<usize>) -> Vec<&Entry> {
        // Their order follows from the outline.
        let mut all: Vec<&Entry> = self.on_source(source, lang).collect();
        all.sort_unstable_by(|a, b| newest_first(a, b));
        let own = all.into_iter().skip(range.start).take(range.len());
        own.map(|entry| self.read(entry)).collect()
    }

    fn on_source(&self, source: &str, lang: &Lang) -> impl Iterator<Item = &Entry> {
        let positions = self.uses.sources.get(source).into_iter().flatten();
        let entries = positions.filter_map(|at| self.entries.get(*at));
        entries.filter(move |entry| {
            let Meta { kind, id, lang: own, .. } = &*entry.document;
            let stands_in = || self.index.document(*kind, id, lang) == Some(entry.at);
            entry.is_shown() && (own == lang || stands_in())
        })
    }

    /// What the document at a position is, and its id. It does not count as read.
    pub fn named_at(&self, at: usize) -> Option<(DocKind, &str)> {
        self.entries.get(at).map(|entry| (entry.kind(), entry.document.id.as_str()))
    }

    /// Into how many pages a list of so many items is cut: at least one.
    pub fn pages_of(&self, items: usize) -> usize {
        self.page_of_item(items.saturating_sub(1)) + 1
    }

    /// The page that an item of a list stands on, by its position.
    pub fn page_of_item(&self, at: usize) -> usize {
        at.checked_div(self.config.per_page).unwrap_or_default()
    }

    /// What stands on a page `at` of a run of items in a list; the first of them is item `first`
    /// of that list.
    pub fn share_of<'t, T>(&self, items: &'t [T], first: usize, at: usize) -> &'t [T] {
        let range = self.page_range(at);
        let within = |position: usize| position.saturating_sub(first).min(items.len());
        items.get(within(range.start)..within(range.end)).unwrap_or_default()
    }

    /// The positions of the items on a page of a list.
    fn page_range(&self, at: usize) -> Range<usize> {
        match self.config.per_page {
            0 => 0..usize::MAX,
            items => at.saturating_mul(items)..at.saturating_add(1).saturating_mul(items),
        }
    }

    /// The documents of the index from A to Z: those with a page of their own.
    pub fn documents_of_index(&self, lang: &Lang) -> impl Iterator<Item = &Entry> {
        self.in_index(lang).map(|entry| self.read(entry))
    }

    /// The sections of the index from A to Z: all but itself.
    pub fn sections_of_index(&self) -> impl Iterator<Item = Section> {
        indexes().filter(|section| *section != Section::Search)
    }

    /// How many lines the index from A to Z has.
    pub fn length_of_index(&self, lang: &Lang) -> usize {
        let words = &self.vocabulary;
        let of_lists = words.topics.len() + words.questions.len();
        let labels = self.labels_of_index(lang).len();
        self.in_index(lang).count() + of_lists + self.sections_of_index().count() + labels
    }

    fn in_index(&self, lang: &Lang) -> impl Iterator<Item = &Entry> {
        let introduces = |entry: &Entry| {
            entry.kind() == DocKind::Page
                && self.addresses.introduced_by(&entry.document.id, lang).is_some()
        };
        let all = DocKind::FOLDERS.iter().flat_map(|kind| self.listed(*kind, lang));
        all.filter(move |entry| !introduces(entry))
    }

    fn in_list(&self, list: Listing<'_>) -> impl Iterator<Item = &Entry> {
        let Listing { kind, lang, about } = list;
        let relations = &self.relations;
        let positions = match about {
            Subject::Any => relations.shown.get(&(kind, lang.clone())),
            Subject::Topic(id) => relations.by_topic.get(id),
            Subject::Region(id) => relations.by_region.get(id),
            Subject::Question(id) => relations.by_question.get(id),
        };
        // Of documents that a language does not have, others stand in.
        let is_in = move |entry: &&Entry| {
            matches!(about, Subject::Any)
                || entry.is_shown() && entry.kind() == kind && self.is_read_in(entry, lang)
        };
        let entries = positions.into_iter().flatten().filter_map(|at| self.entries.get(*at));
        entries.filter(is_in)
    }
}
