//! The last catalogue with other fields and texts: most saves change one document, and nothing
//! that others are found by.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::RefKind;
use crate::model::{DocKind, Document};
use crate::schema::Reference;

use super::availability::Availability;
use super::build::field_uses;
use super::kept::{LastCatalog, Looked};
use super::reads::DocumentPart;
use super::relations::Ties;
use super::{Catalog, Entry, Input, Whole};

/// What is named, wherever that stands.
fn named(reference: &Reference) -> (RefKind, &str) {
    (reference.kind, &reference.id.value)
}

impl LastCatalog {
    /// What comes of the same with other fields and texts; `None` when anything changed that
    /// documents are found or put in order by.
    pub(super) fn with_changes(&self, input: &Input, documents: &[Document]) -> Option<Self> {
        let changed = self.changes(input, documents)?;
        let mut catalog = Catalog::from(Whole::clone(&self.catalog));
        // Nothing that is looked up asks what uses what: that is made from what it finds.
        for (entry, own) in catalog.whole_mut().entries.iter_mut().zip(documents) {
            if DocumentPart::is_of(entry.at, &changed) {
                entry.document = Arc::clone(&own.meta);
                entry.text = Arc::clone(&own.text);
            }
        }
        let pairs = catalog.entries.par_iter().zip(documents).zip(&self.texts);
        let texts = pairs.map(|((entry, own), known)| {
            let is_other =
                DocumentPart::is_of(entry.at, &changed) || known.reads.meets(&changed);
            if is_other {
                Arc::new(Looked::at(&catalog, entry, &own.asks))
            } else {
                Arc::clone(known)
            }
        });
        let texts: Vec<Arc<Looked>> = texts.collect();
        let mut pairs = texts.iter().zip(&self.texts);
        let same_uses = pairs.all(|(own, old)| Arc::ptr_eq(own, old) || own.uses == old.uses);
        if !same_uses {
            let mut uses = field_uses(&catalog);
            for own in &texts {
                uses.extend(&own.uses);
            }
            catalog.whole_mut().uses = Arc::new(uses);
        }
        for (own, entry) in texts.iter().zip(&mut catalog.whole_mut().entries) {
            entry.text_key = Some(own.key);
        }
        let ruled = self.ruled.again(&catalog, &changed, same_uses);
        let (given, early) = (self.given.clone(), Arc::clone(&self.early));
        Some(Self { catalog, texts, given, documents: documents.len(), early, ruled })
    }

    /// The fields and texts that are others, when nothing else is.
    fn changes(&self, input: &Input, documents: &[Document]) -> Option<BTreeSet<DocumentPart>> {
        let is_same_input = self.given.as_ref().is_some_and(|own| own.is_as(input));
        let all = [self.documents, self.catalog.entries.len()];
        if !is_same_input || all != [documents.len(); 2] {
            return None;
        }
        let mut changed = BTreeSet::new();
        for (entry, own) in self.catalog.entries.iter().zip(documents) {
            let (is_other, has_other_text) =
                (entry.document != own.meta, entry.text != own.text);
            if !is_other && !has_other_text {
                continue;
            }
            let references = [&own.text.references, &entry.text.references];
            let [now, before] = references.map(|all| all.iter().map(named));
            if !now.eq(before) {
                return None;
            }
            if is_other {
                if !self.is_found_as_before(entry, own) {
                    return None;
                }
                changed.insert(DocumentPart::fields(entry.at));
            }
            if has_other_text {
                changed.insert(DocumentPart::text(entry.at));
            }
        }
        Some(changed)
    }

    /// Whether index and relations have a document with other fields as they had it.
    fn is_found_as_before(&self, before: &Entry, document: &Document) -> bool {
        let catalog = &self.catalog;
        let meta = &document.meta;
        let (today, audience) = (catalog.today, catalog.audience);
        let now = Entry {
            document: Arc::clone(meta),
            availability: Availability::of(meta.kind, &meta.head, today, audience),
            ..before.clone()
        };
        // Others are found by the names of regions and by the activities of their plans.
        meta.kind != DocKind::Region
            && now.has_same_outline(before)
            && Ties::of(catalog, &now) == Ties::of(catalog, before)
    }
}

impl Input {
    /// Whether all is the same but for the documents.
    fn is_as(&self, other: &Self) -> bool {
        // Named one by one, so that a new part cannot be forgotten.
        let Self {
            config,
            documents: _,
            vocabulary,
            media,
            media_files,
            companions,
            data,
            records,
            as_is,
            strings,
            today,
            audience,
            style,
        } = other;
        (&self.config, &self.vocabulary, &self.media) == (config, vocabulary, media)
            && (&self.media_files, &self.companions) == (media_files, companions)
            && (&self.data, &self.records, &self.as_is) == (data, records, as_is)
            && &self.strings == strings
            && (&self.today, &self.audience, &self.style) == (today, audience, style)
    }
}
