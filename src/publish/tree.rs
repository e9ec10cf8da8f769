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
        let mut tree = match fs::symlink_metadata(root) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            _ => Self::read_folder(root, "")?,
        };
        let mut open = tree.folders.clone();
        while !open.is_empty() {
            let level: Vec<_> =
                open.par_iter().map(|folder| Self::read_folder(root, folder)).collect();
            open.clear();
            for found in level {
                let found = found?;
                open.extend_from_slice(&found.folders);
                tree.files.extend(found.files);
                tree.folders.extend(found.folders);
                tree.others.extend(found.others);
            }
        }
        tree.files.sort_unstable();
        tree.folders.sort_unstable();
        tree.others.sort_unstable();
        Ok(tree)
    }

    /// The names in one folder, with the folder before them.
    fn read_folder(root: &Path, folder: &str) -> Result<Self, Fault> {
        let mut tree = Self::default();
        let path = root.join(folder);
        for entry in fs::read_dir(&path).map_err(Fault::at(&path))? {
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
                tree.folders.push(full);
            } else {
                tree.others.push(full);
            }
        }
        Ok(tree)
    }

    /// The marks of all files that are still there.
    pub(super) fn marks(&self, root: &Path) -> Result<BTreeMap<&str, Mark>, Fault> {
        let mark = |name: &String| {
            let path = root.join(name);
            match fs::symlink_metadata(&path) {
                Ok(found) => Ok(Some(Mark::of(&found))),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                Err(error) => Err(Fault::at(&path)(error)),
            }
        };
        let marks: Vec<_> = self.files.par_iter().map(mark).collect();
        let mut there = BTreeMap::new();
        for (name, mark) in self.files.iter().zip(marks) {
            if let Some(mark) = mark? {
                there.insert(name.as_str(), mark);
            }
        }
        Ok(there)
    }
}

/// The manifest of a site in a folder, where it is whole.
pub(super) fn manifest(folder: &Path) -> Result<Option<Manifest>, Fault> {
    let path = folder.join(MANIFEST);
    match fs::symlink_metadata(&path) {
        Ok(found) if found.is_file() => {
            Ok(Manifest::read(&fs::read(&path).map_err(Fault::at(&path))?))
        }
        _ => Ok(None),
    }
}

/// Everything in an output folder that no build wrote, sorted.
pub(super) fn foreign(tree: &Tree, manifest: Option<&Manifest>) -> Vec<String> {
    let known = manifest.map(Manifest::paths).unwrap_or_default();
    let is_foreign =
        |name: &&String| !known.contains(name.as_str()) && !KEEPERS.contains(&name.as_str());
    let files = tree.files.iter().filter(|name| is_foreign(name));
    let mut foreign: Vec<_> = files.chain(&tree.others).cloned().collect();
    foreign.sort_unstable();
    foreign
}
