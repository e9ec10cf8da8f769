//! What was made of texts that are still the same.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::{FileId, Lang, SourcePath};
use crate::catalog;
use crate::check;
use crate::diag::Noted;
use crate::lint;
use crate::model::Document;
use crate::vfs::Mark;

use super::read::MediaFile;

/// What earlier builds in this process made of each file of the content.
#[derive(Debug, Default)]
pub(super) struct KeptTexts {
    texts: Mutex<BTreeMap<SourcePath, (Mark, Arc<str>)>>,
    documents: Mutex<BTreeMap<SourcePath, Arc<Parsed>>>,
    media: Mutex<BTreeMap<SourcePath, (Mark, Noted<MediaFile>)>>,
    /// What was looked up for each.
    pub(super) catalog: catalog::Kept,
    /// What was said of the language of each.
    pub(super) language: lint::Kept,
    /// What was said of the links of each page.
    pub(super) links: check::Kept,
}

/// A document with what it was parsed from.
#[derive(Debug)]
struct Parsed {
    file: FileId,
    lang: Lang,
    text: Arc<str>,
    document: Noted<Document>,
}

impl KeptTexts {
    /// The text of a file: read, unless it stands there as it did. `None` when it is no text.
    pub(super) fn text<E>(
        &self,
        path: &SourcePath,
        mark: Option<Mark>,
        read: impl FnOnce() -> Result<Option<Arc<str>>, E>,
    ) -> Result<Option<Arc<str>>, E> {
        let Some(mark) = mark else { return read() };
        if let Some((own, text)) = locked(&self.texts).get(path)
            && *own == mark
        {
            return Ok(Some(Arc::clone(text)));
        }
        let text = read()?;
        if let Some(text) = &text {
            locked(&self.texts).insert(path.clone(), (mark, Arc::clone(text)));
        }
        Ok(text)
    }

    /// The document of a text: parsed, unless it was.
    pub(super) fn document(
        &self,
        (path, file): (&SourcePath, FileId),
        (text, lang): (&Arc<str>, &Lang),
        parse: impl FnOnce() -> Noted<Document>,
    ) -> Noted<Document> {
        let known = locked(&self.documents).get(path).cloned();
        let is_same = |own: &Arc<Parsed>| {
            own.file == file && own.lang == *lang && is_same_text(&own.text, text)
        };
        if let Some(known) = known.filter(is_same) {
            return known.document.clone();
        }
        let document = parse();
        let (text, lang) = (Arc::clone(text), lang.clone());
        let parsed = Parsed { file, lang, text, document: document.clone() };
        locked(&self.documents).insert(path.clone(), Arc::new(parsed));
        document
    }

    /// What a media file says of itself: read, unless it stands there as it did.
    pub(super) fn media<E>(
        &self,
        path: &SourcePath,
        mark: Option<Mark>,
        read: impl FnOnce() -> Result<Noted<MediaFile>, E>,
    ) -> Result<Noted<MediaFile>, E> {
        let Some(mark) = mark else { return read() };
        let known = locked(&self.media).get(path).cloned();
        if let Some((_, known)) = known.filter(|(own, _)| *own == mark) {
            return Ok(known);
        }
        let file = read()?;
        locked(&self.media).insert(path.clone(), (mark, file.clone()));
        Ok(file)
    }

    /// Forgets files that are no longer there.
    pub(super) fn keep_only(&self, files: &[SourcePath]) {
        let is_there = |path: &SourcePath| files.binary_search(path).is_ok();
        locked(&self.texts).retain(|path, _| is_there(path));
        locked(&self.documents).retain(|path, _| is_there(path));
        locked(&self.media).retain(|path, _| is_there(path));
    }
}

/// Most often it is the very same one.
fn is_same_text(one: &Arc<str>, other: &Arc<str>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

fn locked<T>(own: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    own.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vfs::{Files as _, Memory};

    #[test]
    fn a_text_is_read_again_only_when_its_mark_changed() {
        let kept = KeptTexts::default();
        let path = SourcePath::new("content/a.md").unwrap();
        let mut files = Memory::default();
        let ask = |files: &Memory| {
            let mut was_read = false;
            let read = || {
                was_read = true;
                let bytes = files.read(&path).map_err(|_| ())?.unwrap();
                Ok(std::str::from_utf8(&bytes).ok().map(Arc::from))
            };
            let text: Result<_, ()> = kept.text(&path, files.mark(&path), read);
            (text.unwrap(), was_read)
        };
        let text = |text: &str| Some(Arc::<str>::from(text));
        files.insert(path.clone(), *b"een");
        assert_eq!(ask(&files), (text("een"), true));
        assert_eq!(ask(&files), (text("een"), false));
        files.insert(path.clone(), *b"twee");
        assert_eq!(ask(&files), (text("twee"), true));
        // What is no text is never kept.
        files.insert(path.clone(), [0xff]);
        assert_eq!(ask(&files), (None, true));
        assert_eq!(ask(&files), (None, true));
    }
}
