//! The files of media items: pictures derived in their sizes, the rest as it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{SourcePath, UrlPath};
use crate::catalog::{Catalog, MediaEntry};
use crate::diag::problem::Media;
use crate::diag::{Diag, Fatal};
use crate::media::{self, Plan};
use crate::output::{Artifact, Content};
use crate::store::{KeyMaker, Store};
use crate::vfs::Files;

use super::Pictures;

/// The files of every media item that is used and may be shown.
pub(super) fn artifacts(
    catalog: &Catalog,
    (files, store): (&dyn Files, Option<&Store>),
    pictures: Pictures,
) -> Result<(Vec<Artifact>, Vec<Diag>), Fatal> {
    let used: Vec<&MediaEntry> = catalog
        .media_entries()
        .filter(|entry| entry.allowed.site && catalog.shows_media(&entry.item.id))
        .collect();
    let made: Vec<Result<Made, Fatal>> =
        used.par_iter().map(|entry| of(catalog, entry, (files, store), pictures)).collect();
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
    (files, store): (&dyn Files, Option<&Store>),
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
    let widths: Vec<u32> = wanted.keys().copied().collect();
    match derived(&bytes, &widths, store) {
        Ok(files) => {
            for (width, bytes) in files {
                if let Some(url) = wanted.get(&width) {
                    made.artifacts.extend(artifact(url, Content::Bytes(Arc::from(bytes))));
                }
            }
        }
        Err(problem) => made.diag = Some(Diag::of_file(path.clone(), problem)),
    }
    Ok(made)
}

/// The picture in each width: from the store when all of them are there, otherwise made.
fn derived(
    bytes: &[u8],
    widths: &[u32],
    store: Option<&Store>,
) -> Result<Vec<(u32, Vec<u8>)>, Media> {
    let source = KeyMaker::of("picture", env!("LEREND_MEDIA_FINGERPRINT")).part(bytes);
    let key = |width: u32| source.clone().number(width.into()).key();
    let kept = |width: &u32| Some((*width, store?.get(&key(*width))?));
    if let Some(kept) = widths.iter().map(kept).collect() {
        return Ok(kept);
    }
    let made = media::derive(bytes, &Plan::new(widths.to_vec()))?;
    let made = made.into_iter().map(|file| (file.width, file.bytes));
    Ok(made
        .inspect(|(width, bytes)| {
            if let Some(store) = store {
                store.put(&key(*width), bytes);
            }
        })
        .collect())
}

fn copy(url: &UrlPath, path: &SourcePath) -> Option<Artifact> {
    artifact(url, Content::Copy(path.clone()))
}

pub(super) fn artifact(url: &UrlPath, content: Content) -> Option<Artifact> {
    Some(Artifact { path: url.file()?, content, claimed_by: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_store_holds_is_not_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("store")).unwrap();
        // No picture: only the store can give files of it.
        let bytes = b"geen beeld";
        assert!(derived(bytes, &[480], Some(&store)).is_err());
        let source = KeyMaker::of("picture", env!("LEREND_MEDIA_FINGERPRINT")).part(bytes);
        store.put(&source.clone().number(480).key(), b"klein");
        assert_eq!(derived(bytes, &[480], Some(&store)), Ok(vec![(480, b"klein".to_vec())]));
        assert!(derived(bytes, &[480, 960], Some(&store)).is_err());
    }
}
