//! Which parts of which documents were read while something was made.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::{Catalog, Entry};
use crate::model::Text;

/// The fields of a document, or its text: what can change by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentPart(u32);

impl DocumentPart {
    /// The fields of the document at a position.
    pub fn fields(at: usize) -> Self {
        Self(Self::number_of(at))
    }

    /// The text of the document at a position.
    pub fn text(at: usize) -> Self {
        Self(Self::number_of(at) | 1)
    }

    /// Whether it is the fields of a document.
    pub fn is_fields(self) -> bool {
        self.0.is_multiple_of(2)
    }

    /// Whether the fields or the text of the document at a position are among these.
    pub fn is_of(at: usize, parts: &BTreeSet<Self>) -> bool {
        parts.contains(&Self::fields(at)) || parts.contains(&Self::text(at))
    }

    /// No site has two thousand million documents.
    fn number_of(at: usize) -> u32 {
        u32::try_from(at.saturating_mul(2)).unwrap_or(u32::MAX - 1)
    }
}

/// What was read, sorted. Its copies share it: what is read for a list of many is large.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reads(Arc<[DocumentPart]>);

impl Reads {
    /// All of it, in its order.
    pub fn parts(&self) -> impl Iterator<Item = DocumentPart> {
        self.0.iter().copied()
    }

    /// Whether one of these was read.
    pub fn meets(&self, parts: &BTreeSet<DocumentPart>) -> bool {
        parts.iter().any(|part| self.0.binary_search(part).is_ok())
    }
}

impl FromIterator<DocumentPart> for Reads {
    fn from_iter<T: IntoIterator<Item = DocumentPart>>(parts: T) -> Self {
        let mut parts: Vec<DocumentPart> = parts.into_iter().collect();
        parts.sort_unstable();
        parts.dedup();
        Self(parts.into())
    }
}

/// What was noted while something was made.
#[derive(Debug, Default)]
struct Noted {
    parts: Vec<DocumentPart>,
    /// What was read for things that others show too.
    shared: Vec<Reads>,
}

impl Noted {
    fn reads(self) -> Reads {
        let Self { parts, shared } = self;
        // Many pages show the same long list, and read little else.
        let largest = shared.iter().max_by_key(|own| own.0.len());
        let is_all = |largest: &&Reads| {
            let others = shared.iter().filter(|own| !Arc::ptr_eq(&own.0, &largest.0));
            let mut rest = others.flat_map(Reads::parts).chain(parts.iter().copied());
            rest.all(|part| largest.0.binary_search(&part).is_ok())
        };
        if let Some(largest) = largest.filter(is_all) {
            return largest.clone();
        }
        parts.into_iter().chain(shared.iter().flat_map(Reads::parts)).collect()
    }
}

/// Notes what is read, where somebody wants to know.
#[derive(Debug, Default)]
pub(super) struct Recorder(Mutex<Option<Noted>>);

impl Recorder {
    fn swap(&self, other: Option<Noted>) -> Option<Noted> {
        std::mem::replace(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner), other)
    }

    fn note(&self, parts: impl IntoIterator<Item = DocumentPart>) {
        if let Some(noted) = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            noted.parts.extend(parts);
        }
    }

    fn note_shared(&self, reads: &Reads) {
        if let Some(noted) = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            noted.shared.push(reads.clone());
        }
    }
}

impl Catalog {
    /// Makes something from the catalogue and says what was read for it.
    pub fn reads_of<T>(&self, make: impl FnOnce(&Self) -> T) -> (T, Reads) {
        let recorder = Recorder(Mutex::new(Some(Noted::default())));
        let own = Self::noting(Arc::clone(&self.whole), recorder);
        let made = make(&own);
        (made, own.recorder.swap(None).map(Noted::reads).unwrap_or_default())
    }

    /// Makes a part of something and says what was read for that part. Only one thread makes
    /// it.
    pub fn reads_of_part<T>(&self, make: impl FnOnce() -> T) -> (T, Reads) {
        let around = self.recorder.swap(Some(Noted::default()));
        let made = make();
        let own = self.recorder.swap(around).map(Noted::reads).unwrap_or_default();
        self.note(&own);
        (made, own)
    }

    /// Makes a part of something of which nothing counts as read: whoever shows it knows otherwise
    /// when it changed.
    pub fn unread<T>(&self, make: impl FnOnce() -> T) -> T {
        let around = self.recorder.swap(None);
        let made = make();
        self.recorder.swap(around);
        made
    }

    /// Counts these as read for whatever is being made.
    pub fn note(&self, reads: &Reads) {
        self.recorder.note_shared(reads);
    }

    /// What stands below the fields of a document. It is noted that it was read: what is made
    /// from it has to be made again when it changes.
    pub fn text<'a>(&self, entry: &'a Entry) -> &'a Text {
        self.recorder.note([DocumentPart::text(entry.at)]);
        &entry.text
    }

    /// A document, of which it is noted that its fields were read.
    pub(super) fn read<'a>(&self, entry: &'a Entry) -> &'a Entry {
        self.recorder.note([DocumentPart::fields(entry.at)]);
        entry
    }

    /// The document at a position; its fields count as read.
    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at).map(|entry| self.read(entry))
    }

    /// Every document, shown or not, sorted by path; the fields of all count as read.
    pub fn entries(&self) -> &[Entry] {
        self.recorder.note(self.entries.iter().map(|entry| DocumentPart::fields(entry.at)));
        &self.entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(all: &[usize]) -> Reads {
        all.iter().map(|at| DocumentPart::fields(*at)).collect()
    }

    #[test]
    fn what_holds_all_that_was_read_is_shared_and_nothing_is_forgotten() {
        let long = reads(&[1, 2, 3, 4]);
        let noted = |parts: &[usize], shared: &[&Reads]| {
            let parts = parts.iter().map(|at| DocumentPart::fields(*at)).collect();
            Noted { parts, shared: shared.iter().map(|own| (*own).clone()).collect() }.reads()
        };
        for shared in [&[&long][..], &[&reads(&[3]), &long], &[&long, &long]] {
            assert!(Arc::ptr_eq(&noted(&[4, 2], shared).0, &long.0));
        }
        assert_eq!(noted(&[7, 2], &[&long]), reads(&[1, 2, 3, 4, 7]));
        assert_eq!(noted(&[2], &[&reads(&[9]), &long]), reads(&[1, 2, 3, 4, 9]));
        assert_eq!(noted(&[2, 2], &[]), reads(&[2]));
    }
}
