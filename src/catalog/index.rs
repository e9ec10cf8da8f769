//! Looking things up by id.

use std::collections::BTreeMap;

use crate::base::{Lang, RefKind, SourcePath};
use crate::model::{DocKind, Front};
use crate::parse::Vocabulary;

use super::Entry;
use super::figures::{FigureRef, figures};
use super::references::plain_id;
use super::region_names::RegionNames;

/// A document in one language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Version {
    pub(super) lang: Lang,
    /// Its position in the catalogue.
    pub(super) at: usize,
    is_shown: bool,
}

/// Positions by id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Index {
    /// All versions of each; that of the site's main language comes first.
    documents: BTreeMap<(DocKind, String), Vec<Version>>,
    by_path: BTreeMap<SourcePath, usize>,
    pub(super) regions: RegionNames,
    pub(super) topics: BTreeMap<String, usize>,
    pub(super) questions: BTreeMap<String, usize>,
    pub(super) sources: BTreeMap<String, usize>,
    pub(super) organisations: BTreeMap<String, usize>,
    pub(super) people: BTreeMap<String, usize>,
    pub(super) consents: BTreeMap<String, usize>,
    pub(super) waves: BTreeMap<String, usize>,
    pub(super) terms: BTreeMap<String, usize>,
    pub(super) figures: BTreeMap<String, Vec<FigureRef>>,
    /// The region in whose plan an activity stands, in the main language where it has that.
    pub(super) activities: BTreeMap<String, usize>,
}

impl Index {
    /// The list in which a reference of a kind is looked up by its id; `None` of a kind that is looked
    /// up otherwise.
    pub(super) fn list(&self, kind: RefKind) -> Option<&BTreeMap<String, usize>> {
        Some(match kind {
            RefKind::Topic => &self.topics,
            RefKind::Question => &self.questions,
            RefKind::Source => &self.sources,
            RefKind::Organisation => &self.organisations,
            RefKind::Person => &self.people,
            RefKind::Consent => &self.consents,
            RefKind::Wave => &self.waves,
            RefKind::Term => &self.terms,
            _ => return None,
        })
    }

    pub(super) fn of(entries: &[Entry], vocabulary: &Vocabulary, main: &Lang) -> Self {
        let mut index = Self { regions: RegionNames::of(entries), ..Self::default() };
        for (at, entry) in entries.iter().enumerate() {
            let document = &entry.document;
            let key = (document.kind, document.id.clone());
            let version =
                Version { lang: document.lang.clone(), at, is_shown: entry.is_shown() };
            let versions = index.documents.entry(key).or_default();
            let place = if version.lang == *main { 0 } else { versions.len() };
            versions.insert(place, version);
            index.by_path.insert(document.path.clone(), at);
            if let Front::Region(region) = &document.front {
                let activities = region.plan.iter().flat_map(|plan| &plan.activities);
                let lang = |at: usize| entries.get(at).map(|own| &own.document.lang);
                for activity in activities {
                    let first = index.activities.entry(activity.id.value.clone()).or_insert(at);
                    if document.lang == *main && lang(*first) != Some(main) {
                        *first = at;
                    }
                }
            }
        }
        index.figures = figures(entries, main);
        let ids = |ids: Vec<&str>| {
            let mut map = BTreeMap::new();
            for (at, id) in ids.into_iter().enumerate() {
                map.entry(id.to_owned()).or_insert(at);
            }
            map
        };
        index.topics = ids(vocabulary.topics.iter().map(|own| own.id.as_str()).collect());
        index.questions = ids(vocabulary.questions.iter().map(|own| own.id.as_str()).collect());
        index.sources = ids(vocabulary.sources.iter().map(|own| own.id.as_str()).collect());
        index.organisations =
            ids(vocabulary.organisations.iter().map(|own| own.id.as_str()).collect());
        index.people = ids(vocabulary.people.iter().map(|own| own.id.as_str()).collect());
        index.consents = ids(vocabulary.consents.iter().map(|own| own.id.as_str()).collect());
        index.waves = ids(vocabulary.waves.iter().map(|own| own.id.as_str()).collect());
        index.terms = ids(vocabulary.glossary.iter().map(|own| own.id.as_str()).collect());
        index
    }

    /// The document of a type with an id, in a language or else in the first there is. The type
    /// may stand before the id, as everywhere in a file.
    pub(super) fn document(&self, kind: DocKind, id: &str, lang: &Lang) -> Option<usize> {
        let plain = plain_id(kind, id).to_owned();
        let versions = self.documents.get(&(kind, plain))?.iter();
        // What nobody sees yet does not stand in the way of what everybody does.
        let best = versions.min_by_key(|own| (!own.is_shown, own.lang != *lang));
        best.map(|own| own.at)
    }

    /// The document in a file.
    pub(super) fn at_path(&self, path: &SourcePath) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// Every type that has a document with this id.
    pub(super) fn kinds_of(&self, id: &str) -> Vec<DocKind> {
        let all = DocKind::FOLDERS.iter().copied();
        all.filter(|kind| self.documents.contains_key(&(*kind, id.to_owned()))).collect()
    }

    /// The ids of a type, for suggestions.
    pub(super) fn ids(&self, kind: DocKind) -> impl Iterator<Item = &str> {
        let from = (kind, String::new());
        let of_kind =
            self.documents.range(from..).take_while(move |((own, _), _)| *own == kind);
        of_kind.map(|((_, id), _)| id.as_str())
    }

    /// All versions of a document, by language.
    pub(super) fn versions(&self, kind: DocKind, id: &str) -> &[Version] {
        self.documents.get(&(kind, id.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// Every path of a document, for suggestions.
    pub(super) fn paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.by_path.keys()
    }
}
