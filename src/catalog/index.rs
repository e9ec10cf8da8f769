//! Looking things up by id.

use std::collections::BTreeMap;

use crate::base::{Lang, RefKind, SourcePath};
use crate::model::{DocKind, Front};
use crate::parse::Vocabulary;

use super::Entry;
use super::figures::{FigureRef, figures};
use super::region_names::RegionNames;

/// Positions by id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Index {
    documents: BTreeMap<(DocKind, String), Vec<(Lang, usize)>>,
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
    /// Activity id to the region's position and the activity's own.
    pub(super) activities: BTreeMap<String, (usize, usize)>,
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

    pub(super) fn of(entries: &[Entry], vocabulary: &Vocabulary) -> Self {
        let mut index = Self { regions: RegionNames::of(entries), ..Self::default() };
        for (at, Entry { document, .. }) in entries.iter().enumerate() {
            let key = (document.kind, document.id.clone());
            index.documents.entry(key).or_default().push((document.lang.clone(), at));
            index.by_path.insert(document.path.clone(), at);
            if let Front::Region(region) = &document.front {
                let activities = region.plan.iter().flat_map(|plan| &plan.activities);
                for (n, activity) in activities.enumerate() {
                    index.activities.entry(activity.id.value.clone()).or_insert((at, n));
                }
            }
        }
        index.figures = figures(entries);
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

    /// The document of a type with an id, in a language or else in the first there is.
    pub(super) fn document(&self, kind: DocKind, id: &str, lang: &Lang) -> Option<usize> {
        let versions = self.documents.get(&(kind, id.to_owned()))?;
        let own = versions.iter().find(|(version, _)| version == lang);
        own.or_else(|| versions.first()).map(|(_, at)| *at)
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
    pub(super) fn versions(&self, kind: DocKind, id: &str) -> &[(Lang, usize)] {
        self.documents.get(&(kind, id.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// Every path of a document, for suggestions.
    pub(super) fn paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.by_path.keys()
    }
}
