//! Puts new files on disk for good.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

use rayon::prelude::*;

use super::fault::Fault;

/// Up to this many new files are put on disk one by one; more of them all at once.
const FEW: usize = 64;

/// Makes sure that the new files survive a power cut, before they are switched in.
pub(super) fn put_on_disk(root: &Path, written: &BTreeSet<&str>) -> Result<(), Fault> {
    if written.len() > FEW && sync_all_at_once(root)? {
        return Ok(());
    }
    let mut paths: Vec<_> = written.iter().map(|path| root.join(path)).collect();
    let folders: BTreeSet<_> =
        paths.iter().filter_map(|path| path.parent()).map(Path::to_owned).collect();
    paths.extend(folders);
    let sync = |path: &std::path::PathBuf| {
        File::open(path).and_then(|file| file.sync_all()).map_err(Fault::at(path))
    };
    let done: Vec<_> = paths.par_iter().map(sync).collect();
    done.into_iter().collect()
}

/// Puts the whole file system on disk, where the system can do that: `false` where not.
#[cfg(target_os = "linux")]
fn sync_all_at_once(root: &Path) -> Result<bool, Fault> {
    let folder = File::open(root).map_err(Fault::at(root))?;
    rustix::fs::syncfs(&folder).map_err(|error| Fault::at(root)(error.into()))?;
    Ok(true)
}

#[cfg(not(target_os = "linux"))]
fn sync_all_at_once(_: &Path) -> Result<bool, Fault> {
    Ok(false)
}
