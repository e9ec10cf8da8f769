//! What was made of texts that are still the same.

use std::sync::{Arc, Mutex, PoisonError};

use crate::base::{FileId, Lang, SourcePath};
use crate::catalog;
use crate::diag::Noted;
use crate::lint;
use crate::model::Document;
use crate::vfs::Mark;

use super::read_media::MediaFile;

/// What earlier builds in this process made of each file of the content.
#[derive(Debug, Default)]
pub(super) struct KeptTexts {
    read: Mutex<LastRead>,
    /// What was looked up for each.
    pub(super) catalog: catalog::KeptCatalog,
    /// What was said of the language of each.
    pub(super) language: lint::LastLook,
}

/// What was read last.
#[derive(Debug, Default)]
pub(super) struct LastRead {
    /// The main language then: a document has it whose name says no other.
    pub(super) main: Option<Lang>,
    /// Every file of the content.
    pub(super) files: Row<Kept>,
}

/// What was made of a file, with the mark that it had.
#[derive(Debug, Default)]
pub(super) enum Kept {
    /// Nothing that can be known again.
    #[default]
    Nothing,
    /// A document; without a mark it has to be read again to be known.
    Document(Option<Mark>, Arc<Parsed>),
    /// Another text.
    Text(Mark, Arc<str>),
    /// What a media file says of itself.
    Media(Mark, Noted<MediaFile>),
}

/// A document with what it was parsed from, in the language that it has.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) file: FileId,
    pub(super) lang: Lang,
    pub(super) text: Arc<str>,
    pub(super) document: Noted<Document>,
}

/// Values by path, sorted. Most often a path stands where it stood, so that nothing has to be
/// looked for.
#[derive(Debug)]
pub(super) struct Row<T>(Vec<(SourcePath, T)>);

impl<T> Default for Row<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Row<T> {
    /// Values of paths that are sorted.
    pub(super) fn of(paths: impl Iterator<Item = (SourcePath, T)>) -> Self {
        Self(paths.collect())
    }

    /// The value of a path that probably stands at a place.
    pub(super) fn get(&self, at: usize, path: &SourcePath) -> Option<&T> {
        let found = self.0.get(at).filter(|(own, _)| own == path);
        let found = found.or_else(|| {
            let at = self.0.binary_search_by(|(own, _)| own.cmp(path)).ok()?;
            self.0.get(at)
        });
        found.map(|(_, value)| value)
    }
}

impl Parsed {
    /// Whether it was parsed from the same.
    pub(super) fn is_of(&self, file: FileId, text: &Arc<str>, lang: &Lang) -> bool {
        // Most often it is the very same text.
        let is_same_text = Arc::ptr_eq(&self.text, text) || self.text == *text;
        self.file == file && self.lang == *lang && is_same_text
    }
}

impl KeptTexts {
    /// What was read last; nothing of it is kept any more.
    pub(super) fn take(&self) -> LastRead {
        std::mem::take(&mut *self.read.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Keeps what was read for the next time.
    pub(super) fn put(&self, read: LastRead) {
        *self.read.lock().unwrap_or_else(PoisonError::into_inner) = read;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_found_where_it_stood_and_where_it_came_to_stand() {
        let path = |name: &str| SourcePath::new(name).unwrap();
        let values = [("a", 1), ("b", 2), ("d", 4)];
        let row = Row::of(values.into_iter().map(|(name, value)| (path(name), value)));
        for (at, name, value) in
            [(1, "b", Some(2)), (0, "d", Some(4)), (9, "a", Some(1)), (2, "c", None)]
        {
            assert_eq!(row.get(at, &path(name)).copied(), value, "{name}");
        }
    }
}
