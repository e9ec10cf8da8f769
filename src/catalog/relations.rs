//! What was found out once of how documents stand to each other, so that no page has to look for it.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::base::Lang;
use crate::model::{DocKind, KeyFigure};

use super::edition::corrections;
use super::figures::figures_of;
use super::glossary::{self, TermFinder};
use super::lists::Lists;
use super::query::newest_first;
use super::query_regions::Coverage;
use super::references::Referred;
use super::{Catalog, Entry};

/// Positions of documents stand newest first, but for those that were corrected.
#[derive(Debug, Clone, Default)]
pub(crate) struct Relations {
    /// Positions of shown documents, per type and language.
    pub(super) shown: BTreeMap<(DocKind, Lang), Vec<usize>>,
    /// Region id to the positions of documents about it or seen in it.
    pub(super) by_region: BTreeMap<String, Vec<usize>>,
    /// Topic id to the positions of documents about it.
    pub(super) by_topic: BTreeMap<String, Vec<usize>>,
    /// Question id to the positions of documents that answer it.
    pub(super) by_question: BTreeMap<String, Vec<usize>>,
    /// Document position to the positions of documents that name it in a field.
    pub(super) back: BTreeMap<usize, Vec<usize>>,
    /// Positions of documents that say what they replace or what replaces them, sorted.
    pub(super) replacing: Vec<usize>,
    /// Positions of shown documents that were corrected.
    pub(super) corrected: Vec<usize>,
    /// The regions that each document names, by their numbers.
    pub(super) regions: Lists,
    /// What finds the terms of the glossary, per language.
    pub(super) terms: BTreeMap<Lang, TermFinder>,
    /// How often regions and topics are named together, per language, once somebody asked.
    pub(super) coverage: BTreeMap<Lang, OnceLock<Arc<Coverage>>>,
}

impl Relations {
    /// All that counts: what finds terms is made from the lists and the settings, and the coverage from what
    /// counts.
    fn parts(&self) -> impl Eq + Hash {
        let Self { shown, by_region, by_topic, by_question, back, .. } = self;
        let Self { corrected, regions, replacing, terms: _, coverage: _, .. } = self;
        ((shown, by_region, by_topic, by_question, back), (corrected, regions, replacing))
    }
}

impl PartialEq for Relations {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for Relations {}

impl Hash for Relations {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

/// What of the fields of a document ties it to lists and to other documents. With its outline and with
/// what its references lead to, relations and index follow from this, and from nothing else of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ties<'a> {
    /// The regions that it names, by their numbers.
    regions: Vec<u32>,
    topics: Vec<&'a str>,
    answers: Vec<&'a str>,
    /// The ids of its key figures.
    figures: Vec<&'a str>,
    replaces: bool,
    is_corrected: bool,
}

impl<'a> Ties<'a> {
    pub(super) fn of(catalog: &Catalog, entry: &'a Entry) -> Self {
        let head = &entry.document.head;
        let figures = figures_of(&entry.document).iter();
        Self {
            regions: catalog.named_regions(entry),
            topics: head.topics.iter().map(|id| id.as_str()).collect(),
            answers: head.answers.iter().map(|id| id.as_str()).collect(),
            figures: figures.map(|own: &KeyFigure| own.id.as_str()).collect(),
            replaces: !(head.replaces.is_empty() && head.replaced_by.is_empty()),
            is_corrected: corrections(entry).next().is_some(),
        }
    }
}

/// The relations of a catalogue that has its documents and its index.
pub(super) fn relations(catalog: &Catalog) -> Relations {
    let mut relations = Relations::default();
    let newest = newest(catalog);
    of_languages(catalog, &newest, &mut relations);
    let tied = |entry| (Ties::of(catalog, entry), referred(catalog, entry));
    let tied: Vec<(Ties<'_>, Vec<usize>)> = catalog.entries.par_iter().map(tied).collect();
    let mut by_region: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for at in newest {
        let Some((ties, referred)) = tied.get(at) else { continue };
        for number in &ties.regions {
            add(by_region.entry(*number).or_default(), at);
        }
        for id in &ties.topics {
            add(relations.by_topic.entry((*id).to_owned()).or_default(), at);
        }
        for id in &ties.answers {
            add(relations.by_question.entry((*id).to_owned()).or_default(), at);
        }
        for to in referred {
            add(relations.back.entry(*to).or_default(), at);
        }
    }
    let names = &catalog.index.regions;
    let by_region = by_region.into_iter();
    relations.by_region = by_region
        .filter_map(|(number, own)| Some((names.id_of(number)?.to_owned(), own)))
        .collect();
    for (at, (ties, _)) in tied.iter().enumerate() {
        relations.regions.push(&ties.regions);
        if ties.replaces {
            relations.replacing.push(at);
        }
        if ties.is_corrected && catalog.entries.get(at).is_some_and(Entry::is_shown) {
            relations.corrected.push(at);
        }
    }
    relations
}

/// What readers of each language see, and what finds the terms in what they read.
fn of_languages(catalog: &Catalog, newest: &[usize], relations: &mut Relations) {
    for lang in &catalog.config.langs {
        for kind in DocKind::FOLDERS.iter().chain([&DocKind::Home]) {
            let shown = shown(catalog, newest, *kind, lang);
            relations.shown.insert((*kind, lang.clone()), shown);
        }
        let words = catalog.vocabulary.glossary.iter().enumerate().flat_map(|(at, term)| {
            let own = term.record.text_in("term", lang.as_str()).map(|text| text.value);
            let forms = own.map(|word| glossary::forms(&word)).unwrap_or_default();
            let abbreviation = term.record.text("abbreviation").map(|text| text.value);
            forms.into_iter().chain(abbreviation).map(move |word| (at, word))
        });
        let finder = TermFinder::new(words);
        relations.terms.extend(finder.map(|finder| (lang.clone(), finder)));
        relations.coverage.insert(lang.clone(), OnceLock::new());
    }
}

/// The documents that a document names in its fields and components.
fn referred(catalog: &Catalog, entry: &Entry) -> Vec<usize> {
    let document = |reference| match catalog.refer(reference, Some(&entry.document.path)) {
        Ok(Referred::Document(to)) => Some(to),
        _ => None,
    };
    entry.text.references.iter().filter_map(document).collect()
}

/// Adds the position of a document, once: it comes after those that are there.
fn add(positions: &mut Vec<usize>, at: usize) {
    if positions.last() != Some(&at) {
        positions.push(at);
    }
}

/// The positions of all documents, newest first.
fn newest(catalog: &Catalog) -> Vec<usize> {
    let mut all: Vec<&Entry> = catalog.entries.iter().collect();
    all.par_sort_unstable_by(|a, b| newest_first(a, b));
    all.into_iter().map(|entry| entry.at).collect()
}

/// The positions of the shown documents of a type: those of the language, and the main
/// language's where it has none.
fn shown(catalog: &Catalog, newest: &[usize], kind: DocKind, lang: &Lang) -> Vec<usize> {
    let is_shown = |at: &&usize| {
        let Some(entry) = catalog.entries.get(**at) else { return false };
        let is_own = || {
            let own = entry.document.lang == *lang;
            own || catalog.index.document(kind, &entry.document.id, lang) == Some(**at)
        };
        entry.kind() == kind && entry.is_shown() && is_own()
    };
    newest.iter().filter(is_shown).copied().collect()
}
