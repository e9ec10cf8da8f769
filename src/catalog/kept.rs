//! What was looked up for texts that are still the same.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diag::Diag;
use crate::model::body::{Body, Resolved, Written};

use super::reads::Reads;
use super::resolve::Uses;
use super::{Catalog, Entry};

/// What was looked up for each text when the catalogue was made last.
#[derive(Debug, Default)]
pub struct Kept(Mutex<Option<Last>>);

/// The last catalogue and how its texts became what they are.
#[derive(Debug)]
pub(super) struct Last {
    catalog: Catalog,
    anchors: Vec<Vec<String>>,
    texts: Vec<Looked>,
}

/// A text as it was written and as it was resolved.
#[derive(Debug, Clone)]
pub(super) struct Looked {
    /// `None` when it is not kept for a next time.
    pub(super) written: Option<Arc<Body<Written>>>,
    pub(super) body: Arc<Body<Resolved>>,
    pub(super) diags: Vec<Diag>,
    pub(super) uses: Uses,
    /// The other texts that were read for it.
    pub(super) reads: Reads,
}

/// The texts of a last catalogue that need not be looked at again.
#[derive(Debug)]
pub(super) struct Standing<'a> {
    texts: &'a [Looked],
    changed: BTreeSet<usize>,
}

impl Kept {
    pub(super) fn take(&self) -> Option<Last> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    pub(super) fn put(&self, catalog: &Catalog, anchors: Vec<Vec<String>>, texts: Vec<Looked>) {
        let last = Last { catalog: catalog.clone(), anchors, texts };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(last);
    }
}

impl Last {
    /// What stands when nothing but texts changed; `None` when anything else did that texts may
    /// lead to.
    pub(super) fn standing(
        &self,
        (catalog, anchors): (&Catalog, &[Vec<String>]),
        bodies: &[Arc<Body<Written>>],
    ) -> Option<Standing<'_>> {
        if *anchors != self.anchors || !catalog.is_same_but_for_texts(&self.catalog) {
            return None;
        }
        let entries = catalog.entries.iter().zip(&self.catalog.entries);
        let texts = bodies.iter().zip(&self.texts).zip(entries);
        let is_changed = |((body, own), (now, before)): (_, (&Entry, &Entry))| {
            let (body, own): (&Arc<_>, &Looked) = (body, own);
            let is_same = own.written.as_ref().is_some_and(|own| Arc::ptr_eq(own, body));
            !is_same || now.text.first_paragraph != before.text.first_paragraph
        };
        let changed =
            texts.enumerate().filter_map(|(at, text)| is_changed(text).then_some(at)).collect();
        Some(Standing { texts: &self.texts, changed })
    }
}

impl Standing<'_> {
    /// A text that is the same and leads to the same.
    pub(super) fn get(&self, at: usize) -> Option<&Looked> {
        let is_touched = |own: &&Looked| own.reads.meets(&self.changed);
        self.texts.get(at).filter(|own| !self.changed.contains(&at) && !is_touched(own))
    }
}
