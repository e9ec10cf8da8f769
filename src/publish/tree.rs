//! What stands in a folder on disk.

#![expect(clippy::disallowed_methods, reason = "the door out looks at what it wrote")]

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rayon::prelude::*;

use super::fault::Fault;
use crate::output::{MANIFEST, Manifest};

/// Files that keep an empty output folder in version control. They stay.
pub(super) const KEEPERS: &[&str] = &[".gitkeep", ".gitignore"];

/// The names in a folder and below it, relative, with `/`, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tree {
    /// Plain files.
    pub files: Vec<String>,
    /// Folders; each stands before what is in it.
    pub folders: Vec<String>,
    /// Links, devices and names that are no UTF-8: nothing that a build writes.
    pub others: Vec<String>,
}

/// What tells a file from what stood there earlier: its number on the file system, its size
/// and when it was written, in nanoseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    pub inode: u64,
    pub size: u64,
    pub written: i128,
}

impl Mark {
    pub(super) fn of(found: &Metadata) -> Self {
        let written =
            i128::from(found.mtime()) * 1_000_000_000 + i128::from(found.mtime_nsec());
        Self { inode: found.ino(), size: found.size(), written }
    }
}

impl Tree {
    /// Reads the names below a folder; a folder that is not there is empty.
    pub(super) fn read(root: &Path) -> Result<Self, Fault> {
        let mut tree = Self::default();
        let mut open = vec![String::new()];
        while let Some(folder) = open.pop() {
            let path = root.join(&folder);
            let entries = match fs::read_dir(&path) {
                Ok(entries) => entries,
                Err(error) if error.kind() == ErrorKind::NotFound && folder.is_empty() => break,
                Err(error) => return Err(Fault::at(&path)(error)),
            };
            for entry in entries {
                let entry = entry.map_err(Fault::at(&path))?;
                let kind = entry.file_type().map_err(Fault::at(&path))?;
                let name = entry.file_name();
                let slash = if folder.is_empty() { "" } else { "/" };
                let full = format!("{folder}{slash}{}", name.to_string_lossy());
                if name.to_str().is_none() {
                    tree.others.push(full);
                } else if kind.is_file() {
                    tree.files.push(full);
                } else if kind.is_dir() {
                    tree.folders.push(full.clone());
                    open.push(full);
                } else {
                    tree.others.push(full);
                }
            }
        }
        tree.files.sort_unstable();
        tree.folders.sort_unstable();
        tree.others.sort_unstable();
        Ok(tree)
    }

    /// The marks of all files.
    pub(super) fn marks(&self, root: &Path) -> Result<BTreeMap<&str, Mark>, Fault> {
        let mark = |name: &String| {
            let path = root.join(name);
            fs::symlink_metadata(&path).map(|found| Mark::of(&found)).map_err(Fault::at(&path))
        };
        let marks: Vec<_> = self.files.par_iter().map(mark).collect();
        self.files.iter().zip(marks).map(|(name, mark)| Ok((name.as_str(), mark?))).collect()
    }
}

/// Everything in an output folder that no build wrote, sorted.
pub(super) fn foreign(live: &Path) -> Result<Vec<String>, Fault> {
    let tree = Tree::read(live)?;
    let path = live.join(MANIFEST);
    let manifest = match fs::symlink_metadata(&path) {
        Ok(found) if found.is_file() => {
            Manifest::read(&fs::read(&path).map_err(Fault::at(&path))?)
        }
        _ => None,
    };
    let known = manifest.as_ref().map(Manifest::paths).unwrap_or_default();
    let is_foreign =
        |name: &String| !known.contains(name.as_str()) && !KEEPERS.contains(&name.as_str());
    let mut foreign: Vec<_> = tree.files.into_iter().filter(is_foreign).collect();
    foreign.extend(tree.others);
    foreign.sort_unstable();
    Ok(foreign)
}
