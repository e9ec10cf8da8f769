//! Which files of the content tree a document's page is made from.

use std::collections::BTreeSet;

use crate::base::{Lang, RefKind, SourcePath};
use crate::model::DocKind;

use super::references::Referred;
use super::sent::record_path;
use super::{Catalog, Entry};

/// What a page is made from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Ingredients {
    /// The files of documents.
    pub documents: BTreeSet<SourcePath>,
    /// The files of media; each has a sidecar beside it.
    pub media: BTreeSet<SourcePath>,
    /// The data files.
    pub data: BTreeSet<SourcePath>,
    /// The names of the lists.
    pub lists: BTreeSet<&'static str>,
}

impl Ingredients {
    /// Adds those of another page.
    pub fn extend(&mut self, other: Self) {
        self.documents.extend(other.documents);
        self.media.extend(other.media);
        self.data.extend(other.data);
        self.lists.extend(other.lists);
    }
}

impl Catalog {
    /// What the page of the document at a position is made from: the document, what it names
    /// in fields and text, what names it, and of a region everything about it.
    pub fn ingredients(&self, at: usize) -> Ingredients {
        let Some(entry) = self.entries.get(at) else { return Ingredients::default() };
        let lang = &entry.document.lang;
        let mut positions = BTreeSet::from([at]);
        let mut lists = BTreeSet::new();
        for reference in &entry.text.references {
            lists.extend(list_of(reference.kind));
            if let Ok(Referred::Document(to)) =
                self.refer(reference, Some(&entry.document.path))
            {
                positions.insert(self.read_at(to, lang));
            }
        }
        let linked = self.uses.documents.iter().filter(|(_, from)| from.contains(&at));
        positions.extend(linked.map(|(to, _)| *to));
        let figures = self.uses.figures.iter().filter(|(_, from)| from.contains(&at));
        positions.extend(figures.map(|(figure, _)| figure.document));
        let is_read =
            |at: &&usize| self.entries.get(**at).is_some_and(|own| self.is_read_in(own, lang));
        let naming = self.relations.back.get(&self.main_version(entry)).into_iter().flatten();
        positions.extend(naming.filter(is_read));
        if entry.kind() == DocKind::Region {
            let about = self.relations.by_region.get(&entry.document.id).into_iter().flatten();
            positions.extend(about.filter(is_read));
            lists.insert("questions");
        }
        if self.uses.sources.values().any(|from| from.contains(&at)) {
            lists.insert("sources");
        }
        if !entry.document.head.audience.is_empty() {
            lists.insert("lists");
        }
        let used = self.uses.media.iter().filter(|(_, from)| from.contains(&at));
        let media: Vec<_> = used.filter_map(|(id, _)| self.media.get(id)).collect();
        if media.iter().any(|own| !own.item.consents.is_empty()) {
            lists.insert("consents");
        }
        let data = self.uses.data.iter().filter(|(_, from)| from.contains(&at));
        let record = self.sent_record(entry).map(|_| record_path(entry.document.path.as_str()));
        let record = record.and_then(|path| SourcePath::new(&path));
        Ingredients {
            documents: self.paths(&positions),
            media: media.iter().filter_map(|own| own.item.file.clone()).collect(),
            data: data.map(|(path, _)| path.clone()).chain(record).collect(),
            lists,
        }
    }

    /// The version of a document that readers of a language see.
    fn read_at(&self, at: usize, lang: &Lang) -> usize {
        let version =
            |entry: &Entry| self.index.document(entry.kind(), &entry.document.id, lang);
        self.entries.get(at).and_then(version).unwrap_or(at)
    }

    /// The same of all documents that are shown and fit.
    pub fn ingredients_of(&self, fits: impl Fn(&Entry) -> bool) -> Ingredients {
        let shown = self.entries.iter().filter(|entry| entry.is_shown() && fits(entry));
        let documents = shown.map(|entry| entry.document.path.clone()).collect();
        Ingredients { documents, ..Ingredients::default() }
    }

    fn paths(&self, positions: &BTreeSet<usize>) -> BTreeSet<SourcePath> {
        let entries = positions.iter().filter_map(|at| self.entries.get(*at));
        let own = |entry: &&Entry| entry.is_shown() || positions.len() == 1;
        entries.filter(own).map(|entry| entry.document.path.clone()).collect()
    }
}

/// The list that holds what an id names.
fn list_of(kind: RefKind) -> Option<&'static str> {
    Some(match kind {
        RefKind::Topic => "topics",
        RefKind::Question => "questions",
        RefKind::Source | RefKind::Evidence => "sources",
        RefKind::Organisation | RefKind::Owner => "organisations",
        RefKind::Person => "people",
        RefKind::Consent => "consents",
        RefKind::Wave => "waves",
        RefKind::Term => "glossary",
        _ => return None,
    })
}
