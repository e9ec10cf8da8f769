//! What stands in a folder on disk.

#![expect(clippy::disallowed_methods, reason = "the door out looks at what it wrote")]

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rayon::prelude::*;

use crate::output::{MANIFEST, Manifest};

use super::fault::Fault;
use super::listing::Listing;

/// Files that keep an empty output folder in version control. They stay.
pub(super) const KEEPERS: &[&str] = &[".gitkeep", ".gitignore"];

/// What stands in a folder and below it. Paths are relative, with `/`, and sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tree {
    /// Plain files, each with what told it from others when it was looked at.
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
    /// Looks at every file of a folder that was listed.
    pub(super) fn of(root: &Path, listing: &Listing) -> Result<Self, Fault> {
        let names: Vec<_> = listing.files().collect();
        let marks: Vec<_> = names.par_iter().map(|name| mark(&root.join(name))).collect();
        let mut tree = Self::default();
        for (name, mark) in names.into_iter().zip(marks) {
            // One without a mark went after it was listed.
            tree.files.extend(mark?.map(|mark| (name, mark)));
        }
        tree.folders.extend(listing.folders().map(str::to_owned));
        tree.folders.sort_unstable();
        tree.others.extend(listing.others());
        tree.others.sort_unstable();
        Ok(tree)
    }
}

/// Removes everything that was listed in a folder, which stays: the manifest last, as long as it is there
/// the next build knows the rest for its own.
pub(super) fn empty(root: &Path, listing: &Listing) -> Result<(), Fault> {
    let (last, files): (Vec<_>, Vec<_>) = listing.files().partition(|name| name == MANIFEST);
    for name in files {
        let path = root.join(name);
        fs::remove_file(&path).map_err(Fault::at(&path))?;
    }
    let mut folders: Vec<&str> = listing.folders().collect();
    // What is in a folder goes before it.
    folders.sort_unstable_by(|a, b| b.cmp(a));
    for name in folders {
        let path = root.join(name);
        fs::remove_dir(&path).map_err(Fault::at(&path))?;
    }
    last.iter().try_for_each(|name| {
        let path = root.join(name);
        fs::remove_file(&path).map_err(Fault::at(&path))
    })
}

fn mark(path: &Path) -> Result<Option<Mark>, Fault> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(Mark::of(&found))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Fault::at(path)(error)),
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

/// Everything in an output folder that no build wrote, sorted. What is in folders that are as they were was
/// looked through then.
pub(super) fn foreign(root: &Path, listing: &Listing) -> Result<Vec<String>, Fault> {
    let mut foreign: Vec<String> = listing.others().collect();
    let mut new = listing.new_files().peekable();
    if new.peek().is_some() {
        let manifest = manifest(root)?;
        let known = manifest.as_ref().map(Manifest::paths).unwrap_or_default();
        let is_foreign =
            |name: &String| !known.contains(name.as_str()) && !KEEPERS.contains(&name.as_str());
        match manifest {
            Some(_) => foreign.extend(new.filter(is_foreign)),
            // Nobody knows what a build wrote.
            None => foreign.extend(listing.files().filter(is_foreign)),
        }
    }
    foreign.sort_unstable();
    Ok(foreign)
}
