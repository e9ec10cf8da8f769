//! What was looked up for texts that are still the same.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diag::Diag;
use crate::model::body::{Body, Resolved, Written};

use super::reads::{Part, Reads};
use super::resolve::Uses;
use super::{Catalog, Entry};

/// What was looked up for each text when the catalogue was made last.
#[derive(Debug, Default)]
pub struct Kept(Mutex<Option<Last>>);

/// The last catalogue and how its texts became what they are.
#[derive(Debug)]
pub(super) struct Last {
    catalog: Catalog,
    texts: Vec<Arc<Looked>>,
}

/// A text as it was written and as it was resolved.
#[derive(Debug, Clone)]
pub(super) struct Looked {
    /// `None` when it is not kept for a next time.
    pub(super) written: Option<Arc<Body<Written>>>,
    pub(super) body: Arc<Body<Resolved>>,
    pub(super) diags: Vec<Diag>,
    pub(super) uses: Uses,
    /// What was read for it of other documents.
    pub(super) reads: Reads,
}

/// A text as it is written now and as it was looked at, and its document now and before.
type Pairs<'a> = ((&'a Arc<Body<Written>>, &'a Arc<Looked>), (&'a Entry, &'a Entry));

/// The texts of a last catalogue that need not be looked at again.
#[derive(Debug)]
pub(super) struct Standing<'a> {
    texts: &'a [Arc<Looked>],
    changed: BTreeSet<Part>,
}

impl Kept {
    pub(super) fn take(&self) -> Option<Last> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    pub(super) fn put(&self, catalog: &Catalog, texts: Vec<Arc<Looked>>) {
        let last = Last { catalog: catalog.clone(), texts };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(last);
    }
}

impl Last {
    /// What stands when nothing but fields and texts of documents changed; `None` when anything
    /// else did that texts may lead to.
    pub(super) fn standing(
        &self,
        catalog: &Catalog,
        bodies: &[Arc<Body<Written>>],
    ) -> Option<Standing<'_>> {
        if !catalog.has_same_outline(&self.catalog) {
            return None;
        }
        let entries = catalog.entries.iter().zip(&self.catalog.entries);
        let texts = bodies.iter().zip(&self.texts).zip(entries);
        let is_changed = |((body, own), (now, before)): &Pairs<'_>| {
            let is_same = own.written.as_ref().is_some_and(|own| Arc::ptr_eq(own, body));
            !is_same || now.text.first_paragraph != before.text.first_paragraph
        };
        let texts = texts.filter(is_changed).map(|(_, (now, _))| Part::text(now.at));
        let fields = catalog.entries.iter().zip(&self.catalog.entries);
        let fields = fields.filter(|(now, before)| !now.has_same_fields(before));
        let changed = texts.chain(fields.map(|(now, _)| Part::fields(now.at))).collect();
        Some(Standing { texts: &self.texts, changed })
    }
}

impl Standing<'_> {
    /// A text that is the same and leads to the same.
    pub(super) fn get(&self, at: usize) -> Option<&Arc<Looked>> {
        let is_own = Part::is_of(at, &self.changed);
        self.texts.get(at).filter(|own| !is_own && !own.reads.meets(&self.changed))
    }
}
