//! What was said of texts that are still the same.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::{FileId, Lang};
use crate::diag::Diag;

use super::Rules;

/// What was said of texts, by the position of their document; of some, nothing. Its copies share it:
/// a large site has tens of thousands of hints.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told(Arc<[Option<Arc<[Diag]>>]>);

impl Told {
    /// What was said of the document at a position; `None` when nothing is known of it.
    pub fn get(&self, at: usize) -> Option<&Arc<[Diag]>> {
        self.0.get(at)?.as_ref()
    }

    /// What was said of each document, by its position.
    pub fn all(&self) -> impl Iterator<Item = Option<&Arc<[Diag]>>> {
        self.0.iter().map(Option::as_ref)
    }

    /// Everything that was said.
    pub fn each(&self) -> impl Iterator<Item = &Diag> {
        self.0.iter().flatten().flat_map(|own| own.iter())
    }

    /// Of so many documents, with what is said of some of them.
    pub(super) fn with(
        self,
        count: usize,
        news: impl Iterator<Item = (usize, Arc<[Diag]>)>,
    ) -> Self {
        let mut all: Vec<_> = (0..count).map(|at| self.get(at).cloned()).collect();
        for (at, own) in news {
            if let Some(place) = all.get_mut(at) {
                *place = Some(own);
            }
        }
        Self(all.into())
    }
}

impl FromIterator<Option<Arc<[Diag]>>> for Told {
    fn from_iter<T: IntoIterator<Item = Option<Arc<[Diag]>>>>(all: T) -> Self {
        Self(all.into_iter().collect())
    }
}

/// What was said of each document when it was looked at last.
#[derive(Debug, Default)]
pub struct LastLook(Mutex<Look>);

/// One look at all documents.
#[derive(Debug, Default)]
pub(super) struct Look {
    rules: Option<Rules>,
    said: BTreeMap<FileId, Said>,
}

/// A document and what was said of it.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub text: Arc<str>,
    pub lang: Lang,
    pub diags: Arc<[Diag]>,
}

impl LastLook {
    /// Takes the last look out; an empty one when the rules were others.
    pub(super) fn take(&self, rules: &Rules) -> Look {
        let last = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if last.rules.as_ref() == Some(rules) { last } else { Look::default() }
    }

    /// Keeps a look for the next time.
    pub(super) fn put(&self, rules: Rules, look: Look) {
        let last = Look { rules: Some(rules), ..look };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = last;
    }
}

impl Look {
    /// Adds what was said of files. What was said of others stays: it is known again by its text.
    pub(super) fn add(&mut self, said: impl Iterator<Item = (FileId, Said)>) {
        self.said.extend(said);
    }

    /// What was said of a file, when it was this text in this language.
    pub(super) fn of(&self, file: FileId, text: &Arc<str>, lang: &Lang) -> Option<&Said> {
        let is_same = |own: &&Said| Arc::ptr_eq(&own.text, text) || own.text == *text;
        self.said.get(&file).filter(is_same).filter(|own| own.lang == *lang)
    }
}
