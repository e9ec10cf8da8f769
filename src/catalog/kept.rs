//! The last catalogue, so that only what changed is brought together and looked up again.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diag::{Diag, Noted};
use crate::model::Ask;
use crate::store::Key;

use super::reads::{DocumentPart, Reads};
use super::resolve::{Lookup, Uses};
use super::ruled::Ruled;
use super::{Catalog, Entry, Input, body, unused_files};

/// The catalogue that was made last, while a site is made again and again.
#[derive(Debug, Default)]
pub struct KeptCatalog(Mutex<Option<LastCatalog>>);

/// The last catalogue and how it became what it is.
#[derive(Debug)]
pub(super) struct LastCatalog {
    pub(super) catalog: Catalog,
    pub(super) texts: Vec<Arc<Looked>>,
    /// What it was made from, but for the documents; `None` when it is not kept.
    pub(super) given: Option<Arc<Input>>,
    /// So many documents were given, of which some may have been left out.
    pub(super) documents: usize,
    /// What was wrong with how things stand together.
    pub(super) early: Arc<[Diag]>,
    /// What the rules said.
    pub(super) ruled: Ruled,
}

/// What came of looking things up for a text.
#[derive(Debug, Clone)]
pub(super) struct Looked {
    /// The fingerprint of the text with everything looked up.
    pub(super) key: Key,
    pub(super) diags: Vec<Diag>,
    pub(super) uses: Uses,
    /// What was read for it of other documents.
    pub(super) reads: Reads,
}

/// The texts of a last catalogue that need not be looked at again.
#[derive(Debug)]
pub(super) struct Standing<'a> {
    texts: &'a [Arc<Looked>],
    changed: BTreeSet<DocumentPart>,
}

impl KeptCatalog {
    pub(super) fn take(&self) -> Option<LastCatalog> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    pub(super) fn put(&self, last: LastCatalog) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(last);
    }
}

impl Looked {
    /// Looks up what the text of a document asks.
    pub(super) fn at(catalog: &Catalog, entry: &Entry, asks: &[Ask]) -> Self {
        let ((answers, diags, uses), reads) = catalog.reads_of(|catalog| {
            let mut lookup = Lookup::new(catalog, entry.at);
            let answers: Vec<_> = asks.iter().map(|ask| lookup.answer(ask)).collect();
            (answers, lookup.diags, lookup.uses)
        });
        let key = body::key(&entry.text, &answers);
        Self { key, diags, uses, reads }
    }
}

impl LastCatalog {
    /// The catalogue, with all that is wrong.
    pub(super) fn noted(&self) -> Noted<Catalog> {
        let of_texts = self.texts.iter().flat_map(|own| &own.diags);
        let diags = self.early.iter().chain(of_texts).chain(self.ruled.diags());
        let mut diags: Vec<Diag> = diags.cloned().collect();
        diags.extend(unused_files::media(&self.catalog, &diags));
        Noted::new(self.catalog.clone(), diags)
    }

    /// What stands when nothing but fields and texts of documents changed; `None` when anything
    /// else did that texts may lead to.
    pub(super) fn standing(&self, catalog: &Catalog) -> Option<Standing<'_>> {
        if !catalog.has_same_outline(&self.catalog) {
            return None;
        }
        let pairs = catalog.entries.iter().zip(&self.catalog.entries);
        let changed = pairs.flat_map(|(own, before)| {
            own.changed_parts(before, |own, before| own.text == before.text)
        });
        let changed = changed.collect();
        Some(Standing { texts: &self.texts, changed })
    }
}

impl Standing<'_> {
    /// A text that is the same and leads to the same.
    pub(super) fn get(&self, at: usize) -> Option<&Arc<Looked>> {
        let is_own = DocumentPart::is_of(at, &self.changed);
        self.texts.get(at).filter(|own| !is_own && !own.reads.meets(&self.changed))
    }
}
