//! Reads what media files say of themselves.

use std::collections::BTreeMap;
use std::time::Duration;

use rayon::prelude::*;

use crate::base::SourcePath;
use crate::catalog::{Companion, FileFacts};
use crate::diag::{Diag, Fatal, Noted};
use crate::media;
use crate::model::MediaItem;
use crate::output::Hash;
use crate::vfs::{Files, Mark};

use super::kept_texts::{Kept, LastRead};

/// Files of more bytes than this are read one at a time, so that memory stays bounded.
const HEAVY_BYTES: u64 = 32 << 20;

/// Whether a file of so many bytes is read while no other such file is.
pub(super) fn is_heavy(bytes: u64) -> bool {
    bytes > HEAVY_BYTES
}

/// A media file as it was read.
#[derive(Debug, Clone)]
pub(super) struct MediaFile {
    pub(super) facts: FileFacts,
    /// How long a film lasts, where it says so.
    length: Option<Duration>,
}

fn length(facts: &media::Facts) -> Option<Duration> {
    match facts {
        media::Facts::Film { duration, .. } => *duration,
        _ => None,
    }
}

/// Checks captions, against the length of the film whose sidecar names them.
pub(super) fn captions(
    companions: &BTreeMap<SourcePath, Companion>,
    media: &[MediaItem],
    files: &BTreeMap<SourcePath, MediaFile>,
    diags: &mut Vec<Diag>,
) {
    for (path, own) in companions.iter().filter(|(path, _)| path.extension() == "vtt") {
        let film = media.iter().find(|item| {
            let file = |name: &str| item.file.as_ref()?.join(name);
            let mut named = item.record.by_language("captions").into_iter();
            named.any(|(_, name)| file(name).as_ref() == Some(path))
        });
        let file = film.and_then(|item| files.get(item.file.as_ref()?));
        let length = file.and_then(|file| file.length);
        media::captions(path, own.text.as_bytes(), length).into_value(diags);
    }
}

/// A media file: its position, its mark where that is asked for, and what it says of itself.
type MediaRead = (usize, Option<Mark>, Noted<MediaFile>);

/// What the media files at these positions say of themselves; in this process found out once as long
/// as their marks stay the same. Nothing of one that went after it was listed.
pub(super) fn media_files(
    files: &dyn Files,
    paths: &[SourcePath],
    positions: &[usize],
    last: Option<&LastRead>,
) -> Result<Vec<MediaRead>, Fatal> {
    let read = |path: &SourcePath| -> Result<_, Fatal> {
        let Some(bytes) = files.read(path)? else { return Ok(None) };
        let facts = media::probe(path, &bytes);
        let file = |facts: media::Facts| MediaFile {
            length: length(&facts),
            facts: of(&facts, &bytes),
        };
        Ok(Some(facts.map(file)))
    };
    let found = positions.par_iter().filter_map(|at| {
        let path = paths.get(*at)?;
        let mark = last.and_then(|_| files.mark(path));
        let own = match last.and_then(|last| last.files.get(*at, path)) {
            Some(Kept::Media(known, own)) if mark.as_ref() == Some(known) => {
                Some(Ok(Some(own.clone())))
            }
            _ if files.size(path).is_some_and(is_heavy) => None,
            _ => Some(read(path)),
        };
        Some((*at, path, mark, own))
    });
    let found: Vec<_> = found.collect();
    let all = found.into_iter().map(|(at, path, mark, own)| {
        let own = own.unwrap_or_else(|| read(path))?;
        Ok(own.map(|own| (at, mark, own)))
    });
    all.filter_map(Result::transpose).collect()
}

fn of(facts: &media::Facts, bytes: &[u8]) -> FileFacts {
    use media::Facts;
    let (size, pages, derived) = match facts {
        Facts::Picture(own) => (Some((own.width, own.height)), None, Some(own.encoding)),
        Facts::Drawing { width, height } => (Some((*width, *height)), None, None),
        Facts::Pdf(own) => (None, own.pages, None),
        Facts::Film { size, .. } => (*size, None, None),
        Facts::Office { .. } | Facts::Audio { .. } | Facts::Captions(_) | Facts::Unusable => {
            (None, None, None)
        }
    };
    let hash = Hash::of(bytes);
    let (hash, whole_hash) = (hash.short(), hash.to_string());
    let is_flat = matches!(facts, Facts::Picture(own) if own.is_flat);
    let bytes = bytes.len() as u64;
    FileFacts { hash, whole_hash, bytes, size, pages, derived, is_flat }
}
