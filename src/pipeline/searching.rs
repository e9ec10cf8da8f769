//! The index that browsers search in.

use std::fmt::Write as _;
use std::sync::Arc;
use std::thread;

use crate::base::OutPath;
use crate::catalog::Catalog;
use crate::diag::problem::Host;
use crate::diag::{Fatal, Noted, Place};
use crate::output::{Artifact, Content, Hash, KeptFile};
use crate::render::outputs::search::{self, IndexPart, Searchable};
use crate::store::{Key, KeyMaker};

use super::units::{Bench, Label, Unit, key_of};
use super::{Links, Options, Search};

/// Whether the site has a search box. From disk a browser may fetch nothing, so a site that is
/// read from disk has none.
pub(super) fn is_wanted(options: &Options) -> bool {
    cfg!(feature = "search")
        && options.search != Search::Skip
        && options.links == Links::Folders
}

/// The parts of the index; none for a site without search.
pub(super) fn parts(catalog: &Catalog, options: &Options) -> Vec<IndexPart> {
    if is_wanted(options) { search::parts(catalog) } else { Vec::new() }
}

/// The fingerprint of what a part is made from.
pub(super) fn key(part: &IndexPart, pages: &[Searchable]) -> Key {
    let key = KeyMaker::of("search-index", env!("LEREND_FINGERPRINT"));
    let key = key.part(part.folder.as_bytes()).part(part.order().as_bytes());
    let add = |key: KeyMaker, own: &Searchable| {
        key.part(own.url.as_bytes()).part(own.html.as_bytes())
    };
    pages.iter().fold(key, add).key()
}

/// The files of a part.
pub(super) fn index(part: &IndexPart, pages: &[Searchable]) -> Result<Vec<Artifact>, Fatal> {
    let files = search::index(part, pages).map_err(|detail| failed(&detail))?;
    let artifact = |(path, bytes)| Artifact {
        path,
        content: Content::Bytes(Arc::from(bytes)),
        claimed_by: None,
    };
    Ok(files.into_iter().map(artifact).collect())
}

/// Makes the index while something else is done, a part at a time, but for the parts that are
/// known. A thread of its own, for the indexer waits for threads of the pool that does the other
/// work.
pub(super) fn beside<T>(
    catalog: &Catalog,
    parts: &[IndexPart],
    bench: Bench<'_>,
    work: impl FnOnce() -> T,
) -> (Result<Vec<(String, Unit)>, Fatal>, T) {
    let all = || parts.iter().map(|part| unit(catalog, part, bench)).collect();
    thread::scope(|scope| {
        let index = scope.spawn(all);
        let done = work();
        (index.join().unwrap_or_else(|_| Err(failed("the indexer stopped"))), done)
    })
}

/// A part, as an earlier build made it or made now.
fn unit(
    catalog: &Catalog,
    part: &IndexPart,
    bench: Bench<'_>,
) -> Result<(String, Unit), Fatal> {
    let name = format!("{}{}", search::FOLDER, part.folder);
    let label = Label { what: "search", name: &name, order: Some(part.order()) };
    bench.unit(catalog, label, |catalog| {
        let pages = part.searchable(catalog);
        let key = key(part, &pages);
        if let Some(known) = known(&key, bench) {
            return Ok(Noted::clean(known));
        }
        let files = index(part, &pages)?.into_iter().map(|own| bench.kept.settled(own));
        let files = files.collect::<Result<Vec<_>, _>>()?;
        keep(&key, &files, bench);
        Ok(Noted::clean(files))
    })
}

/// Keeps which files a part has: a line for each, its fingerprint and its path.
fn keep(key: &Key, files: &[Artifact], bench: Bench<'_>) {
    let Some(store) = bench.kept.store else { return };
    let mut lines = String::new();
    for own in files {
        let Content::Kept(KeptFile { facts, .. }) = &own.content else { return };
        let _ = writeln!(lines, "{} {}", facts.hash, own.path);
    }
    store.put(key, lines.as_bytes());
}

/// The files of a part that was made from the same, when every one of them is still there.
fn known(key: &Key, bench: Bench<'_>) -> Option<Vec<Artifact>> {
    let lines = String::from_utf8(bench.kept.store?.get(key)?).ok()?;
    let file = |line: &str| {
        let (hash, path) = line.split_once(' ')?;
        let (hash, path) = (Hash::parse(hash)?, OutPath::new(path)?);
        let kept = bench.kept.find(&path, &key_of(&path, &hash));
        let content = Content::Kept(kept.filter(|own| own.facts.hash == hash)?);
        Some(Artifact { path, content, claimed_by: None })
    };
    lines.lines().map(file).collect()
}

fn failed(detail: &str) -> Fatal {
    Fatal::new(Place::Nowhere, Host::NoSearchIndex { detail: detail.to_owned() })
}
