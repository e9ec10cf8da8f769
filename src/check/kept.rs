//! What was found in pages that are still the same.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::OutPath;
use crate::output::{Markup, Output};

use super::Rules;
use super::links::Found;

/// What was found when a site was looked at last.
#[derive(Debug, Default)]
pub struct Kept(Mutex<Last>);

/// One look at a whole site.
#[derive(Debug, Default)]
pub(super) struct Last {
    rules: String,
    /// Every file, with what a browser finds in it.
    files: BTreeMap<OutPath, Option<Arc<Markup>>>,
    /// The faults of the pages that have any.
    found: BTreeMap<OutPath, Found>,
}

impl Kept {
    /// Takes the last look out; an empty one when the rules were others, or when there are
    /// other files or places to link to than then.
    pub(super) fn take(&self, output: &Output, rules: &Rules<'_>) -> Last {
        let last = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let leads_to_the_same = last.rules == format!("{rules:?}")
            && last.files.len() == output.files().len()
            && last.files.iter().zip(output.files()).all(|(old, (path, file))| {
                old.0 == path && same_places(old.1.as_ref(), file.facts.markup.as_ref())
            });
        if leads_to_the_same { last } else { Last::default() }
    }

    /// Keeps a look for the next time.
    pub(super) fn put(
        &self,
        output: &Output,
        rules: &Rules<'_>,
        found: BTreeMap<OutPath, Found>,
    ) {
        let file = |(path, file): (&OutPath, &crate::output::File)| {
            (path.clone(), file.facts.markup.clone())
        };
        let files = output.files().map(file).collect();
        let last = Last { rules: format!("{rules:?}"), files, found };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = last;
    }
}

/// Whether links to the places of a file lead somewhere in the other one too.
fn same_places(old: Option<&Arc<Markup>>, new: Option<&Arc<Markup>>) -> bool {
    match (old, new) {
        (None, None) => true,
        (Some(old), Some(new)) => {
            Arc::ptr_eq(old, new) || (old.kind == new.kind && old.ids == new.ids)
        }
        _ => false,
    }
}

impl Last {
    /// What was found in a page, when it was this one.
    pub(super) fn of(&self, path: &OutPath, markup: &Arc<Markup>) -> Option<Found> {
        let old = self.files.get(path)?.as_ref()?;
        let is_same = Arc::ptr_eq(old, markup);
        is_same.then(|| self.found.get(path).cloned().unwrap_or_default())
    }
}
