//! Puts a staged site on disk for good.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::fault::Fault;

/// Up to this many files and folders are put on disk one by one; more of them all at once.
const FEW: usize = 128;

/// What staging changed in the tree.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Changes<'a> {
    /// Files with new bytes.
    files: BTreeSet<&'a str>,
    /// Folders in which a name came or went. The root has no name.
    folders: BTreeSet<&'a str>,
}

impl<'a> Changes<'a> {
    /// A file was written, or a finished one moved here.
    pub(super) fn written(&mut self, path: &'a str) {
        self.files.insert(path);
        self.named(path);
    }

    /// A name came or went: of a folder, or of a file whose bytes are on disk already. That a
    /// file is on disk does not say that its name is.
    pub(super) fn named(&mut self, path: &'a str) {
        self.folders.insert(path.rsplit_once('/').map_or("", |(folder, _)| folder));
    }

    /// Makes sure that all of it survives a power cut, before it is switched in.
    pub(super) fn put_on_disk(&self, root: &Path) -> Result<(), Fault> {
        if self.files.len() + self.folders.len() > FEW && sync_all_at_once(root)? {
            return Ok(());
        }
        // Files first: a name on disk leads to bytes on disk.
        sync_each(root, &self.files)?;
        sync_each(root, &self.folders)
    }
}

fn sync_each(root: &Path, paths: &BTreeSet<&str>) -> Result<(), Fault> {
    let paths: Vec<PathBuf> = paths.iter().map(|path| root.join(path)).collect();
    let sync = |path: &PathBuf| {
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

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes folders")]
mod tests {
    use super::*;

    #[test]
    fn every_folder_in_which_a_name_came_is_put_on_disk_up_to_the_root() {
        let mut changes = Changes::default();
        for folder in ["a", "a/b"] {
            changes.named(folder);
        }
        changes.written("a/b/index.html");
        changes.named("c/linked.html");
        assert_eq!(changes.files, ["a/b/index.html"].into());
        assert_eq!(changes.folders, ["", "a", "a/b", "c"].into());
        let root = tempfile::tempdir().unwrap();
        // What is not there cannot be put on disk: each of them is asked for.
        assert!(changes.put_on_disk(root.path()).is_err());
        std::fs::create_dir_all(root.path().join("a/b")).unwrap();
        File::create_new(root.path().join("a/b/index.html")).unwrap();
        assert!(changes.put_on_disk(root.path()).is_err());
        std::fs::create_dir(root.path().join("c")).unwrap();
        changes.put_on_disk(root.path()).unwrap();
    }
}
