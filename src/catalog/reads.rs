//! Which texts were read while something was made.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Catalog, Entry};
use crate::model::Text;
use crate::model::body::Resolved;

/// The positions of documents whose text was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Reads(BTreeSet<usize>);

impl Reads {
    /// The positions, in their order.
    pub fn positions(&self) -> impl Iterator<Item = usize> {
        self.0.iter().copied()
    }

    /// Whether one of the positions is among them.
    pub fn meets(&self, positions: &BTreeSet<usize>) -> bool {
        positions.iter().any(|at| self.0.contains(at))
    }
}

impl FromIterator<usize> for Reads {
    fn from_iter<T: IntoIterator<Item = usize>>(positions: T) -> Self {
        Self(positions.into_iter().collect())
    }
}

/// Notes what is read, where somebody wants to know.
#[derive(Debug, Default)]
pub(super) struct Recorder(Mutex<Option<Reads>>);

impl Recorder {
    fn swap(&self, other: Option<Reads>) -> Option<Reads> {
        std::mem::replace(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner), other)
    }

    fn note(&self, positions: impl IntoIterator<Item = usize>) {
        if let Some(reads) = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            reads.0.extend(positions);
        }
    }
}

impl Catalog {
    /// Makes something from the catalogue and says which texts were read for it.
    pub fn reads_of<T>(&self, make: impl FnOnce(&Self) -> T) -> (T, Reads) {
        let own = Self {
            whole: Arc::clone(&self.whole),
            recorder: Recorder(Mutex::new(Some(Reads::default()))),
        };
        let made = make(&own);
        (made, own.recorder.swap(None).unwrap_or_default())
    }

    /// Makes a part of something and says which texts were read for that part. Only one thread
    /// makes it.
    pub fn reads_of_part<T>(&self, make: impl FnOnce() -> T) -> (T, Reads) {
        let around = self.recorder.swap(Some(Reads::default()));
        let made = make();
        let own = self.recorder.swap(around).unwrap_or_default();
        self.note(&own);
        (made, own)
    }

    /// Counts these as read for whatever is being made.
    pub fn note(&self, reads: &Reads) {
        self.recorder.note(reads.0.iter().copied());
    }

    /// What stands below the fields of a document. It is noted that it was read: what is made
    /// from it has to be made again when it changes.
    pub fn text<'a>(&self, entry: &'a Entry) -> &'a Text<Resolved> {
        self.recorder.note([entry.at]);
        &entry.text
    }
}
