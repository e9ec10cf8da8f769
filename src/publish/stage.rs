//! Makes the staging tree hold the new site, writing as little as possible.

#![expect(clippy::disallowed_methods, reason = "this is the door through which files go out")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use rayon::prelude::*;

use crate::output::{MANIFEST, Output};
use crate::vfs::Files;

use super::Beside;
use super::Report;
use super::durable::Changes;
use super::fault::Fault;
use super::listing::{Known, Lister};
use super::place::Spot;
use super::stamp::Stamp;
use super::tree::{self, Mark, Tree};
use super::wanted::{self, Wanted};

/// What staging came to.
#[derive(Debug)]
pub(super) enum Staging {
    /// The output folder holds this site already.
    Same(Report),
    /// The staging tree holds it and can be switched in. With what is known of the folders in it.
    Ready(Report, Known),
}

/// Removes the staging tree, as far as that goes.
pub(super) fn discard(spot: &Spot) {
    let _ = fs::remove_dir_all(spot.tree());
    let _ = fs::remove_file(spot.half(Beside::Stamp));
}

/// How a file came into the staging tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// As a second name of the file in the output folder.
    Linked,
    Written,
}

/// A file in its place, by its path.
type Placed<'a> = (&'a str, (Mark, Step));

/// A site that is to be staged.
pub(super) struct Job<'a> {
    spot: &'a Spot,
    stamp: &'a Stamp,
    /// What stood in the output folder when the build began.
    live: &'a BTreeMap<String, Mark>,
    wanted: BTreeMap<&'a str, Wanted<'a>>,
    files: &'a dyn Files,
}

impl<'a> Job<'a> {
    /// What there is to do for this output, where this tree stands in the output folder.
    pub(super) fn new(
        spot: &'a Spot,
        stamp: &'a Stamp,
        live: &'a Tree,
        output: &'a Output,
        files: &'a dyn Files,
    ) -> Result<Self, Fault> {
        let wanted = wanted::all(output, &spot.live, live)?;
        Ok(Self { spot, stamp, live: &live.files, wanted, files })
    }

    /// Stages the site. After an error the output folder is untouched, and the staging tree gone
    /// unless it holds files of somebody else.
    pub(super) fn stage(&self, lister: &Lister) -> Result<Staging, Fault> {
        let report = self.report();
        if report.written == 0 && report.removed == 0 {
            return Ok(Staging::Same(report));
        }
        // Before anything of it goes. A tree with files of somebody else stays as it is.
        let (base, known) = base(self.spot, lister)?;
        match self.run(&base) {
            Ok(bytes) => Ok(Staging::Ready(Report { bytes, ..report }, known)),
            Err(fault) => {
                discard(self.spot);
                Err(fault)
            }
        }
    }

    fn is_live(&self, path: &str, wanted: &Wanted<'_>) -> bool {
        wanted.is_keeper() || self.stamp.hash(self.live.get(path)) == Some(wanted.hash)
    }

    fn report(&self) -> Report {
        let unchanged =
            self.wanted.iter().filter(|(path, file)| self.is_live(path, file)).count();
        let is_removed = |path: &&String| !self.wanted.contains_key(path.as_str());
        let removed = self.live.keys().filter(is_removed).count();
        Report { written: self.wanted.len() - unchanged, unchanged, removed, bytes: 0 }
    }

    /// Does it all on the tree that is there, and returns how many bytes of new files were written.
    fn run(&self, base: &Tree) -> Result<u64, Fault> {
        let root = self.spot.tree();
        let is_kept = |(path, mark): &(&str, Mark)| {
            let wanted = self.wanted.get(path).map(|wanted| wanted.hash);
            *path != MANIFEST && wanted.is_some() && self.stamp.hash(Some(mark)) == wanted
        };
        let marks = base.files.iter().map(|(path, mark)| (path.as_str(), *mark));
        let kept: BTreeMap<&str, Mark> = marks.filter(is_kept).collect();
        let folders = self.folders();
        let mut changes = Changes::default();
        // The root as well: its permissions are set.
        changes.named("");
        let gone = base.files.keys().filter(|path| !kept.contains_key(path.as_str()));
        for path in gone.chain(&base.folders) {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            if folders.contains(folder) && !folders.contains(path.as_str()) {
                changes.named(path);
            }
        }
        clear(&root, base, &kept, &folders)?;
        self.make_folders(&root, base, &folders, &mut changes)?;

        let mut stamp = Stamp::default();
        let mut bytes = 0;
        for (path, (mark, step)) in self.place_all(&root, &kept)? {
            let Some(wanted) = self.wanted.get(path) else { continue };
            stamp.note(mark, wanted.hash);
            if step == Step::Written {
                bytes += if self.is_live(path, wanted) { 0 } else { mark.size };
                changes.written(path);
            } else {
                changes.named(path);
            }
        }
        changes.put_on_disk(&root)?;
        for mark in kept.values().chain(self.live.values()) {
            if let Some(hash) = self.stamp.hash(Some(mark)) {
                stamp.note(*mark, hash);
            }
        }
        stamp.write(self.spot)?;
        Ok(bytes)
    }

    fn make_folders<'b>(
        &self,
        root: &Path,
        base: &'b Tree,
        folders: &BTreeSet<&'b str>,
        changes: &mut Changes<'b>,
    ) -> Result<(), Fault> {
        fs::create_dir_all(root).map_err(Fault::at(root))?;
        let there: BTreeSet<&str> = base.folders.iter().map(String::as_str).collect();
        for folder in folders.difference(&there) {
            let path = root.join(folder);
            fs::create_dir(&path).map_err(Fault::at(&path))?;
            changes.named(folder);
        }
        // The new folder is as open as the one that it replaces, and its owner can write to it.
        match fs::metadata(&self.spot.live) {
            Ok(found) => {
                let mode = Permissions::from_mode(found.mode() | 0o700);
                fs::set_permissions(root, mode).map_err(Fault::at(root))
            }
            Err(_) => Ok(()),
        }
    }

    /// Every folder of the new site.
    fn folders(&self) -> BTreeSet<&str> {
        let mut folders = BTreeSet::new();
        for path in self.wanted.keys() {
            let mut rest = *path;
            while let Some((folder, _)) = rest.rsplit_once('/') {
                if !folders.insert(folder) {
                    break;
                }
                rest = folder;
            }
        }
        folders
    }

    /// Brings every file that is not kept to its place, the manifest after all others.
    fn place_all(
        &self,
        root: &Path,
        kept: &BTreeMap<&str, Mark>,
    ) -> Result<Vec<Placed<'_>>, Fault> {
        let missing = self.wanted.iter().filter(|(path, _)| !kept.contains_key(*path));
        let (last, steps): (Vec<_>, Vec<_>) = missing.partition(|(path, _)| **path == MANIFEST);
        let place = |(path, file): &(&&'_ str, &Wanted<'_>)| self.place(root, path, file);
        let done: Vec<_> = steps.par_iter().map(place).collect();
        let mut done = done.into_iter().collect::<Result<Vec<_>, _>>()?;
        for step in &last {
            done.push(place(step)?);
        }
        let paths = steps.into_iter().chain(last).map(|(path, _)| *path);
        Ok(paths.zip(done).collect())
    }

    fn place(
        &self,
        root: &Path,
        path: &str,
        wanted: &Wanted<'_>,
    ) -> Result<(Mark, Step), Fault> {
        let to = root.join(path);
        if let Some(mark) = self.live.get(path).filter(|_| self.is_live(path, wanted))
            && fs::hard_link(self.spot.live.join(path), &to).is_ok()
        {
            let found = fs::symlink_metadata(&to).map_err(Fault::at(&to))?;
            if Mark::of(&found) == *mark {
                return Ok((*mark, Step::Linked));
            }
            // Somebody wrote to it since the build began.
            fs::remove_file(&to).map_err(Fault::at(&to))?;
        }
        if let Some(number) = wanted.spooled() {
            let moved = fs::rename(self.spot.spooled(number), &to);
            let found = moved.and_then(|()| fs::symlink_metadata(&to));
            return found
                .map(|found| (Mark::of(&found), Step::Written))
                .map_err(Fault::at(&to));
        }
        let bytes = wanted.bytes(path, self.files)?;
        let write = || {
            let mut file = OpenOptions::new().write(true).create_new(true).open(&to)?;
            file.write_all(&bytes)?;
            file.metadata()
        };
        write().map(|found| (Mark::of(&found), Step::Written)).map_err(Fault::at(&to))
    }
}

/// Takes away what has no place in the new site, the manifest first: a tree without one is half made.
fn clear(
    root: &Path,
    base: &Tree,
    kept: &BTreeMap<&str, Mark>,
    folders: &BTreeSet<&str>,
) -> Result<(), Fault> {
    let remove = |path: &&String| {
        let path = root.join(path);
        fs::remove_file(&path).map_err(Fault::at(&path))
    };
    let surplus = base.files.keys().filter(|path| !kept.contains_key(path.as_str()));
    let (first, surplus): (Vec<_>, Vec<_>) = surplus.partition(|path| *path == MANIFEST);
    first.iter().try_for_each(remove)?;
    let removed: Vec<_> = surplus.par_iter().map(remove).collect();
    removed.into_iter().collect::<Result<(), _>>()?;
    for folder in base.folders.iter().rev().filter(|own| !folders.contains(own.as_str())) {
        let path = root.join(folder);
        fs::remove_dir(&path).map_err(Fault::at(&path))?;
    }
    Ok(())
}

/// Whether the staging tree can be put elsewhere: one in a layer of a container image cannot, and is made anew in
/// the uppermost. A build that is killed in between leaves it as `old`, where the next finds it.
fn can_move(spot: &Spot) -> Result<bool, Fault> {
    let (tree, old) = (&spot.tree(), &spot.old());
    match fs::rename(tree, old) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => Ok(false),
        moved => {
            moved.and_then(|()| fs::rename(old, tree)).map(|()| true).map_err(Fault::at(tree))
        }
    }
}

/// The tree to stage on: the site that was switched out last, or what a killed build left of one. It
/// is an error when files of somebody else stand in it.
///
/// Those can be there when a build was killed at the moment of the switch, and they must not go with
/// the tree. While a build changes the tree it has no manifest, and what stands in it then was made
/// by that build; links and the like, which none makes, are reason to begin anew.
pub(super) fn base(spot: &Spot, lister: &Lister) -> Result<(Tree, Known), Fault> {
    let root = &spot.tree();
    match fs::symlink_metadata(root) {
        Ok(found) if found.is_dir() => {
            let listing = lister.list(root)?;
            let names = tree::foreign(root, &listing)?;
            if !names.is_empty() && tree::manifest(root)?.is_some() {
                return Err(Fault::Stray { path: root.clone(), names });
            }
            let tree = Tree::of(root, &listing)?;
            if tree.others.is_empty() && can_move(spot)? {
                return Ok((tree, listing.known));
            }
            fs::remove_dir_all(root).map_err(Fault::at(root))?;
        }
        Ok(_) => fs::remove_file(root).map_err(Fault::at(root))?,
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(Fault::at(root)(error)),
    }
    Ok((Tree::default(), Known::default()))
}
