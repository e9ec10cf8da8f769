//! What stands in a folder on disk.

#![expect(clippy::disallowed_methods, reason = "the door out looks at what it wrote")]

use std::collections::BTreeMap;
use std::fs::{self, DirEntry, Metadata};
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
    /// Plain files, each with what told it from others when its folder was read.
    pub files: BTreeMap<String, Mark>,
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
    /// Reads what stands below a folder; a folder that is not there is empty.
    pub(super) fn read(root: &Path) -> Result<Self, Fault> {
        let mut all = Found::default();
        match fs::symlink_metadata(root) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            _ => all.add(Found::read(root, "")?),
        }
        let mut seen = 0;
        while seen < all.folders.len() {
            let level = all.folders.get(seen..).unwrap_or_default();
            let level: Vec<_> =
                level.par_iter().map(|folder| Found::read(root, folder)).collect();
            seen = all.folders.len();
            for found in level {
                all.add(found?);
            }
        }
        all.folders.sort_unstable();
        all.others.sort_unstable();
        let files = all.files.into_iter().collect();
        Ok(Self { files, folders: all.folders, others: all.others })
    }
}

/// What was found in folders, in the order of the file system.
#[derive(Debug, Default)]
struct Found {
    files: Vec<(String, Mark)>,
    folders: Vec<String>,
    others: Vec<String>,
}

impl Found {
    /// What stands in one folder, with the folder before every name.
    fn read(root: &Path, folder: &str) -> Result<Self, Fault> {
        let mut found = Self::default();
        let path = root.join(folder);
        for entry in fs::read_dir(&path).map_err(Fault::at(&path))? {
            let entry = entry.map_err(Fault::at(&path))?;
            found.entry(folder, &entry).map_err(Fault::at(&entry.path()))?;
        }
        Ok(found)
    }

    /// Asked of the folder that is open: the way to it is not walked again for every file.
    fn entry(&mut self, folder: &str, entry: &DirEntry) -> std::io::Result<()> {
        let name = entry.file_name();
        let slash = if folder.is_empty() { "" } else { "/" };
        let full = format!("{folder}{slash}{}", name.to_string_lossy());
        let kind = entry.file_type()?;
        if name.to_str().is_none() || !(kind.is_file() || kind.is_dir()) {
            self.others.push(full);
        } else if kind.is_dir() {
            self.folders.push(full);
        } else {
            match entry.metadata() {
                Ok(found) => self.files.push((full, Mark::of(&found))),
                // It went after it was listed.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn add(&mut self, other: Self) {
        self.files.extend(other.files);
        self.folders.extend(other.folders);
        self.others.extend(other.others);
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
    let files = tree.files.keys().filter(|name| is_foreign(name));
    let mut foreign: Vec<_> = files.chain(&tree.others).cloned().collect();
    foreign.sort_unstable();
    foreign
}
