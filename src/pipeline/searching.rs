//! The index that browsers search in.

use std::sync::Arc;
use std::thread;

use crate::base::OutPath;
use crate::catalog::Catalog;
use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};
use crate::output::{Artifact, Content};
use crate::render::outputs::search::{self, Searchable};
use crate::store::{Key, KeyMaker};

use super::kept_pages::KeptPages;
use super::{Links, Options, Search};

/// Whether the site has a search box. From disk a browser may fetch nothing, so a site that is
/// read from disk has none.
pub(super) fn is_wanted(options: &Options) -> bool {
    cfg!(feature = "search")
        && options.search != Search::Skip
        && options.links == Links::Folders
}

/// What the index is made from; nothing for a site without search.
pub fn searchable(catalog: &Catalog, options: &Options) -> Vec<Searchable> {
    if is_wanted(options) { search::pages(catalog) } else { Vec::new() }
}

/// The files of the index.
pub fn index(pages: &[Searchable]) -> Result<Vec<Artifact>, Fatal> {
    let files = search::index(pages).map_err(|detail| failed(&detail))?;
    let artifact = |(path, bytes)| Artifact {
        path,
        content: Content::Bytes(Arc::from(bytes)),
        claimed_by: None,
    };
    Ok(files.into_iter().map(artifact).collect())
}

/// Makes the index while something else is done, unless it is known from the same pages. A
/// thread of its own, for the indexer waits for threads of the pool that does the other work.
pub(super) fn beside<T>(
    pages: &[Searchable],
    kept: KeptPages<'_>,
    work: impl FnOnce() -> T,
) -> (Result<Index, Fatal>, T) {
    let key = key(pages);
    if let Some(known) = known(&key, kept) {
        return (Ok(known), work());
    }
    let (files, done) = thread::scope(|scope| {
        let index = scope.spawn(|| index(pages));
        let done = work();
        (index.join().unwrap_or_else(|_| Err(failed("the indexer stopped"))), done)
    });
    let made = files.and_then(|files| {
        let paths: Vec<&str> = files.iter().map(|own| own.path.as_str()).collect();
        if let Some(store) = kept.store {
            store.put(&key, paths.join("\n").as_bytes());
        }
        let file = |own: Artifact| Ok((file_key(&key, &own.path), kept.settled(own)?));
        files.into_iter().map(file).collect()
    });
    (made, done)
}

/// The files of an index, each with what its facts are kept by.
pub(super) type Index = Vec<(Key, Artifact)>;

fn key(pages: &[Searchable]) -> Key {
    let key = KeyMaker::of("search-index", env!("LEREND_FINGERPRINT"));
    let add = |key: KeyMaker, own: &Searchable| {
        key.part(own.url.as_bytes()).part(own.html.as_bytes())
    };
    pages.iter().fold(key, add).key()
}

fn file_key(of: &Key, path: &OutPath) -> Key {
    KeyMaker::of("search-file", "1").part(of.as_bytes()).part(path.as_str().as_bytes()).key()
}

/// The index that was made from the same pages, when every file of it is still there.
fn known(key: &Key, kept: KeptPages<'_>) -> Option<Index> {
    let paths = String::from_utf8(kept.store?.get(key)?).ok()?;
    let file = |path: &str| {
        let path = OutPath::new(path)?;
        let file_key = file_key(key, &path);
        let content = Content::Kept(kept.find(&path, &file_key)?);
        Some((file_key, Artifact { path, content, claimed_by: None }))
    };
    paths.lines().map(file).collect()
}

fn failed(detail: &str) -> Fatal {
    let path = search::FOLDER.to_owned();
    Fatal::new(Place::Nowhere, Host::NotPublished { path, detail: detail.to_owned() })
}
