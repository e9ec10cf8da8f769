//! What was made of texts that are still the same.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::{FileId, Lang, SourcePath};
use crate::check;
use crate::diag::Noted;
use crate::lint;
use crate::model::Document;
use crate::model::body::Written;
use crate::vfs::Mark;

use super::read::MediaFile;

/// What earlier builds in this process made of each file of the content.
#[derive(Debug, Default)]
pub(super) struct KeptTexts {
    documents: Mutex<BTreeMap<SourcePath, Arc<Parsed>>>,
    media: Mutex<BTreeMap<SourcePath, (Mark, Noted<MediaFile>)>>,
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
    document: Noted<Document<Written>>,
}

impl KeptTexts {
    /// The document of a text: parsed, unless it was.
    pub(super) fn document(
        &self,
        (path, file): (&SourcePath, FileId),
        (text, lang): (&Arc<str>, &Lang),
        parse: impl FnOnce() -> Noted<Document<Written>>,
    ) -> Noted<Document<Written>> {
        let known = locked(&self.documents).get(path).cloned();
        let is_same =
            |own: &Arc<Parsed>| own.file == file && own.lang == *lang && own.text == *text;
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
        locked(&self.documents).retain(|path, _| is_there(path));
        locked(&self.media).retain(|path, _| is_there(path));
    }
}

fn locked<T>(own: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    own.lock().unwrap_or_else(PoisonError::into_inner)
}
