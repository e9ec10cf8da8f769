//! The index that browsers search in.

use std::sync::Arc;
use std::thread;

use crate::catalog::Catalog;
use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};
use crate::output::{Artifact, Content};
use crate::render::outputs::search::{self, Searchable};

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

/// Makes the index while something else is done. A thread of its own, for the indexer waits
/// for threads of the pool that does the other work.
pub(super) fn beside<T>(
    pages: &[Searchable],
    work: impl FnOnce() -> T,
) -> (Result<Vec<Artifact>, Fatal>, T) {
    thread::scope(|scope| {
        let index = scope.spawn(|| index(pages));
        let done = work();
        (index.join().unwrap_or_else(|_| Err(failed("the indexer stopped"))), done)
    })
}

fn failed(detail: &str) -> Fatal {
    let path = search::FOLDER.to_owned();
    Fatal::new(Place::Nowhere, Host::NotPublished { path, detail: detail.to_owned() })
}
