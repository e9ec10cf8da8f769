//! The last catalogue with other texts: most saves change the text of one document, and nothing
//! that others are found by.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::RefKind;
use crate::model::Document;
use crate::schema::Reference;

use super::build::field_uses;
use super::kept::{Last, Looked};
use super::reads::Part;
use super::{Catalog, Input, Whole, rules};

/// What changed, when it was texts only.
struct Changed {
    texts: BTreeSet<Part>,
    /// Whether something that a text names stands at another place in it now.
    moves: bool,
}

/// What is named, wherever that stands.
fn named(reference: &Reference) -> (RefKind, &str) {
    (reference.kind, &reference.id.value)
}

impl Last {
    /// What comes of the same with other texts; `None` when anything else changed too.
    pub(super) fn with_texts(&self, input: &Input, documents: &[Document]) -> Option<Self> {
        let changed = self.changed_texts(input, documents)?;
        let mut catalog = Catalog::from(Whole::clone(&self.catalog));
        // Nothing that is looked up asks what uses what: that is made from what it finds.
        for (entry, own) in catalog.whole_mut().entries.iter_mut().zip(documents) {
            if changed.texts.contains(&Part::text(entry.at)) {
                entry.text = own.text.clone();
            }
        }
        let pairs = catalog.entries.par_iter().zip(documents).zip(&self.texts);
        let texts = pairs.map(|((entry, own), known)| {
            let is_other =
                Part::is_of(entry.at, &changed.texts) || known.reads.meets(&changed.texts);
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
        let (_, reads) = &*self.ruled;
        let stands = same_uses && !changed.moves && !reads.meets(&changed.texts);
        let ruled = if stands {
            Arc::clone(&self.ruled)
        } else {
            Arc::new(catalog.reads_of(rules::all))
        };
        let (given, early) = (self.given.clone(), Arc::clone(&self.early));
        Some(Self { catalog, texts, given, early, ruled })
    }

    /// The texts that are others, when nothing else is.
    fn changed_texts(&self, input: &Input, documents: &[Document]) -> Option<Changed> {
        let is_same_input = self.given.as_ref().is_some_and(|own| own.is_as(input));
        if !is_same_input || documents.len() != self.catalog.entries.len() {
            return None;
        }
        let mut changed = Changed { texts: BTreeSet::new(), moves: false };
        for (entry, own) in self.catalog.entries.iter().zip(documents) {
            if entry.document != own.meta {
                return None;
            }
            if !entry.text.is_as(&own.text) {
                let (now, before) = (&own.text.references, &entry.text.references);
                if !now.iter().map(named).eq(before.iter().map(named)) {
                    return None;
                }
                changed.moves |= now != before;
                changed.texts.insert(Part::text(entry.at));
            }
        }
        Some(changed)
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
            strings,
            today,
            audience,
            style,
        } = other;
        (&self.config, &self.vocabulary, &self.media) == (config, vocabulary, media)
            && (&self.media_files, &self.companions) == (media_files, companions)
            && (&self.data, &self.records, &self.strings) == (data, records, strings)
            && (&self.today, &self.audience, &self.style) == (today, audience, style)
    }
}
