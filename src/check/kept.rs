//! What was found in pages that are still the same.

use std::collections::BTreeMap;
use std::fmt;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::OutPath;
use crate::output::{File, Output};
use crate::store::{Key, KeyMaker};

use super::Rules;
use super::links::Found;

/// So many files are looked at by one thread at a time.
const AT_ONCE: usize = 512;

/// What came of looking at the links of a whole site.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Looked {
    /// Of the rules and of all places that a link can lead to; `None` when nothing was looked at.
    leads_to: Option<Key>,
    /// The faults of the pages that have any.
    found: BTreeMap<OutPath, Found>,
}

/// An earlier look, and which pages are the same as then.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// What came of it.
    pub looked: &'a Looked,
    /// Whether a page is what it was.
    pub is_same: &'a (dyn Fn(&OutPath) -> bool + Sync),
}

impl fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Known").field("looked", self.looked).finish_non_exhaustive()
    }
}

impl Looked {
    /// A look in which nothing was found yet.
    pub(super) fn at(output: &Output, rules: &Rules<'_>) -> Self {
        Self { leads_to: Some(places(output, rules)), found: BTreeMap::new() }
    }

    /// With the faults of pages.
    pub(super) fn with(self, found: impl Iterator<Item = (OutPath, Found)>) -> Self {
        Self { found: found.filter(|(_, own)| !own.is_empty()).collect(), ..self }
    }

    /// Whether the links of a page that is the same lead to the same.
    pub(super) fn leads_as(&self, other: &Self) -> bool {
        self.leads_to.is_some() && self.leads_to == other.leads_to
    }
}

impl Known<'_> {
    /// What was found in a page, when it was this one.
    pub(super) fn of(&self, path: &OutPath) -> Option<Found> {
        (self.is_same)(path).then(|| self.looked.found.get(path).cloned().unwrap_or_default())
    }
}

/// The fingerprint of the rules and of every place that a link can lead to.
fn places<'a>(output: &'a Output, rules: &Rules<'_>) -> Key {
    let start = KeyMaker::of("links", env!("LEREND_FINGERPRINT"));
    let start = start.part(format!("{rules:?}").as_bytes());
    let place = |(path, file): &(&'a OutPath, &'a File)| {
        (*path, file.facts.markup.as_deref().map(|own| (own.kind, &own.ids)))
    };
    let files: Vec<_> = output.files().collect();
    let some = files.par_chunks(AT_ONCE).map(|some| {
        let start = KeyMaker::of("links of some", "1");
        some.iter().map(place).fold(start, |key, own| key.value(&own)).key()
    });
    let all: Vec<Key> = some.collect();
    all.iter().fold(start, |key, own| key.part(own.as_bytes())).key()
}
