//! The files of media items: pictures derived in their sizes, the rest as it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{SourcePath, UrlPath};
use crate::catalog::{Catalog, MediaEntry};
use crate::diag::{Diag, Fatal};
use crate::media::{self, Plan};
use crate::output::{Artifact, Content};
use crate::vfs::Files;

use super::Pictures;

/// The files of every media item that is used and may be shown.
pub(super) fn artifacts(
    catalog: &Catalog,
    files: &dyn Files,
    pictures: Pictures,
) -> Result<(Vec<Artifact>, Vec<Diag>), Fatal> {
    let used: Vec<&MediaEntry> = catalog
        .media_entries()
        .filter(|entry| entry.allowed.site && catalog.uses_media(&entry.item.id))
        .collect();
    let made: Vec<Result<Made, Fatal>> =
        used.par_iter().map(|entry| of(catalog, entry, files, pictures)).collect();
    let mut artifacts = Vec::new();
    let mut diags = Vec::new();
    for made in made {
        let made = made?;
        artifacts.extend(made.artifacts);
        diags.extend(made.diag);
    }
    Ok((artifacts, diags))
}

#[derive(Default)]
struct Made {
    artifacts: Vec<Artifact>,
    diag: Option<Diag>,
}

fn of(
    catalog: &Catalog,
    entry: &MediaEntry,
    files: &dyn Files,
    pictures: Pictures,
) -> Result<Made, Fatal> {
    let (Some(path), Some(facts)) = (&entry.item.file, &entry.facts) else {
        return Ok(Made::default());
    };
    let mut made = Made::default();
    if facts.derived.is_none() {
        made.artifacts.extend(copy(&catalog.original(entry), path));
        if let (Some(url), Some(captions)) = (catalog.captions_url(entry), &entry.captions) {
            made.artifacts.extend(copy(&url, captions));
        }
        return Ok(made);
    }
    if pictures == Pictures::Skip {
        return Ok(made);
    }
    let mut wanted: BTreeMap<u32, UrlPath> = BTreeMap::new();
    for file in catalog.page_files(entry) {
        wanted.insert(file.width, file.url);
    }
    if entry.allowed.newsletter {
        for file in catalog.mail_files(entry) {
            wanted.insert(file.width, file.url);
        }
    }
    let Some(bytes) = files.read(path)? else { return Ok(made) };
    match media::derive(&bytes, &Plan::new(wanted.keys().copied().collect())) {
        Ok(derived) => {
            for file in derived {
                if let Some(url) = wanted.get(&file.width) {
                    made.artifacts.extend(artifact(url, Content::Bytes(Arc::from(file.bytes))));
                }
            }
        }
        Err(problem) => made.diag = Some(Diag::of_file(path.clone(), problem)),
    }
    Ok(made)
}

fn copy(url: &UrlPath, path: &SourcePath) -> Option<Artifact> {
    artifact(url, Content::Copy(path.clone()))
}

pub(super) fn artifact(url: &UrlPath, content: Content) -> Option<Artifact> {
    Some(Artifact { path: url.file()?, content, claimed_by: None })
}
