//! What was said of texts that are still the same.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::{FileId, Lang};
use crate::diag::Diag;

use super::Rules;

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
    pub(super) fn put(&self, rules: Rules, said: BTreeMap<FileId, Said>) {
        let last = Look { rules: Some(rules), said };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = last;
    }
}

impl Look {
    /// What was said of a file, when it was this text in this language.
    pub(super) fn of(&self, file: FileId, text: &Arc<str>, lang: &Lang) -> Option<&Said> {
        let is_same = |own: &&Said| Arc::ptr_eq(&own.text, text) || own.text == *text;
        self.said.get(&file).filter(is_same).filter(|own| own.lang == *lang)
    }
}
