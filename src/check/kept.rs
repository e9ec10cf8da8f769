//! What was found in pages that are still the same.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::OutPath;
use crate::diag::Diag;
use crate::output::{File, Ids, Kind, Output};
use crate::store::{Key, KeyMaker};

use super::Rules;
use super::links::Found;

/// So many files are looked at by one thread at a time.
const AT_ONCE: usize = 512;

/// What came of looking at the links of a whole site.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Looked {
    /// Of the rules; `None` when nothing was looked at.
    rules: Option<Key>,
    /// Of all places that a link can lead to.
    places: Option<Key>,
    /// The faults of the pages that have any.
    found: BTreeMap<OutPath, Found>,
    /// All that was said, for as long as this process remembers it.
    #[serde(skip)]
    said: Option<Arc<[Diag]>>,
}

/// An earlier look, and which pages are the same as then.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// What came of it.
    pub looked: &'a Looked,
    /// Whether a page is what it was.
    pub is_same: &'a (dyn Fn(&OutPath) -> bool + Sync),
    /// What was looked at then, where it is still there.
    pub output: Option<&'a Output>,
}

impl fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Known").field("looked", self.looked).finish_non_exhaustive()
    }
}

impl Looked {
    /// A look in which nothing was found yet.
    pub(super) fn at(output: &Output, rules: &Rules<'_>, known: Option<&Known<'_>>) -> Self {
        let same = known.filter(|own| own.output.is_some_and(|old| is_same(old, output)));
        let places = same.and_then(|own| own.looked.places).unwrap_or_else(|| places(output));
        Self { rules: Some(key(rules)), places: Some(places), ..Self::default() }
    }

    /// With the faults of pages.
    pub(super) fn with(self, found: impl Iterator<Item = (OutPath, Found)>) -> Self {
        Self { found: found.filter(|(_, own)| !own.is_empty()).collect(), ..self }
    }

    /// With all that was said.
    pub(super) fn saying(self, said: &[Diag]) -> Self {
        Self { said: Some(said.into()), ..self }
    }

    /// Whether the links of a page that is the same lead to the same.
    pub(super) fn leads_as(&self, other: &Self) -> bool {
        self.rules.is_some() && (self.rules, self.places) == (other.rules, other.places)
    }
}

impl Known<'_> {
    /// All that was said, when a look at this site would find the same: its pages have what they
    /// had, whatever their texts say.
    pub(super) fn said(&self, output: &Output, rules: &Rules<'_>) -> Option<Arc<[Diag]>> {
        let said = self.looked.said.as_ref()?;
        let has_same = |(one, other): ((&OutPath, &File), (&OutPath, &File))| {
            one.0 == other.0 && one.1.facts.markup == other.1.facts.markup
        };
        let old = self.output?;
        let is_same = self.looked.rules == Some(key(rules))
            && old.files().len() == output.files().len()
            && old.files().zip(output.files()).all(has_same);
        is_same.then(|| Arc::clone(said))
    }

    /// What was found in a page, when it was this one.
    pub(super) fn of(&self, path: &OutPath) -> Option<Found> {
        (self.is_same)(path).then(|| self.looked.found.get(path).cloned().unwrap_or_default())
    }
}

/// The fingerprint of rules.
fn key(rules: &Rules<'_>) -> Key {
    let key = KeyMaker::of("rules of links", env!("LEREND_FINGERPRINT"));
    key.part(format!("{rules:?}").as_bytes()).key()
}

/// A place that a link can lead to: a file, and the anchors in it.
fn place<'a>((path, file): (&'a OutPath, &'a File)) -> (&'a OutPath, Option<(Kind, &'a Ids)>) {
    (path, file.facts.markup.as_deref().map(|own| (own.kind, &own.ids)))
}

/// Whether two sites have the same places. Most files are the very same.
fn is_same(one: &Output, other: &Output) -> bool {
    let is_very_same = |one: &File, other: &File| match (&one.facts.markup, &other.facts.markup)
    {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    let mut pairs = one.files().zip(other.files());
    one.files().len() == other.files().len()
        && pairs.all(|(one, other)| {
            one.0 == other.0 && is_very_same(one.1, other.1) || place(one) == place(other)
        })
}

/// The fingerprint of every place that a link can lead to.
fn places(output: &Output) -> Key {
    let files: Vec<_> = output.files().collect();
    let some = files.par_chunks(AT_ONCE).map(|some| {
        let start = KeyMaker::of("places of some", "1");
        some.iter().fold(start, |key, own| key.value(&place(*own))).key()
    });
    let all: Vec<Key> = some.collect();
    let start = KeyMaker::of("places", env!("LEREND_FINGERPRINT"));
    all.iter().fold(start, |key, own| key.part(own.as_bytes())).key()
}
