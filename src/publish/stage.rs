//! Makes the staging tree hold the new site, writing as little as possible.

#![expect(clippy::disallowed_methods, reason = "this is the door through which files go out")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use rayon::prelude::*;

use crate::output::Output;
use crate::vfs::Files;

use super::Report;
use super::durable;
use super::fault::Fault;
use super::place::Spot;
use super::stamp::Stamp;
use super::tree::{Mark, Tree};
use super::wanted::{self, Wanted};

/// What staging came to.
#[derive(Debug)]
pub(super) enum Staging {
    /// The output folder holds this site already.
    Same(Report),
    /// The staging tree holds it and can be switched in.
    Ready(Report),
}

/// Stages a site. After an error the staging tree is gone and the output folder untouched.
pub(super) fn stage(
    (spot, live_tree): (&Spot, &Tree),
    output: &Output,
    files: &dyn Files,
) -> Result<Staging, Fault> {
    let live_marks = live_tree.marks(&spot.live)?;
    let wanted = wanted::all(output, (&spot.live, live_tree))?;
    let stamp = Stamp::read(spot);
    let job = Job { spot, stamp, live: live_marks, wanted, files };

    let report = job.report();
    if report.written == 0 && report.removed == 0 {
        return Ok(Staging::Same(report));
    }
    match job.run() {
        Ok(bytes) => Ok(Staging::Ready(Report { bytes, ..report })),
        Err(fault) => {
            discard(spot);
            Err(fault)
        }
    }
}

/// Removes the staging tree, as far as that goes.
pub(super) fn discard(spot: &Spot) {
    let _ = fs::remove_dir_all(spot.tree());
    let _ = fs::remove_file(spot.beside.join("stamp.new"));
}

/// How a file came into the staging tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// As a second name of the file in the output folder.
    Linked,
    Written,
}

struct Job<'a> {
    spot: &'a Spot,
    stamp: Stamp,
    live: BTreeMap<&'a str, Mark>,
    wanted: BTreeMap<&'a str, Wanted<'a>>,
    files: &'a dyn Files,
}

impl Job<'_> {
    fn is_live(&self, path: &str, wanted: &Wanted<'_>) -> bool {
        wanted.is_keeper() || self.stamp.hash(self.live.get(path)) == Some(wanted.hash)
    }

    fn report(&self) -> Report {
        let unchanged =
            self.wanted.iter().filter(|(path, file)| self.is_live(path, file)).count();
        let removed = self.live.keys().filter(|path| !self.wanted.contains_key(*path)).count();
        Report { written: self.wanted.len() - unchanged, unchanged, removed, bytes: 0 }
    }

    /// Does it all and returns how many bytes of new files were written.
    fn run(&self) -> Result<u64, Fault> {
        let root = self.spot.tree();
        let base = base(&root)?;
        let marks = base.marks(&root)?;
        let kept: BTreeMap<&str, Mark> = marks
            .into_iter()
            .filter(|(path, mark)| {
                let wanted = self.wanted.get(path).map(|wanted| wanted.hash);
                wanted.is_some() && self.stamp.hash(Some(mark)) == wanted
            })
            .collect();
        self.clear(&root, &base, &kept)?;
        self.make_folders(&root, &base)?;

        let steps: Vec<_> =
            self.wanted.iter().filter(|(path, _)| !kept.contains_key(*path)).collect();
        let done: Vec<_> =
            steps.par_iter().map(|(path, file)| self.place(&root, path, file)).collect();
        let mut stamp = Stamp::default();
        let mut bytes = 0;
        let mut changed = BTreeSet::new();
        for ((path, wanted), done) in steps.iter().zip(done) {
            let (mark, step) = done?;
            stamp.note(mark, wanted.hash);
            if step == Step::Written {
                bytes += if self.is_live(path, wanted) { 0 } else { mark.size };
                changed.insert(**path);
            }
        }
        durable::put_on_disk(&root, &changed)?;
        for mark in kept.values().chain(self.live.values()) {
            if let Some(hash) = self.stamp.hash(Some(mark)) {
                stamp.note(*mark, hash);
            }
        }
        stamp.write(self.spot)?;
        Ok(bytes)
    }

    /// Takes away what has no place in the new site.
    fn clear(
        &self,
        root: &Path,
        base: &Tree,
        kept: &BTreeMap<&str, Mark>,
    ) -> Result<(), Fault> {
        let surplus: Vec<_> =
            base.files.iter().filter(|path| !kept.contains_key(path.as_str())).collect();
        let removed: Vec<_> = surplus
            .par_iter()
            .map(|path| {
                let path = root.join(path);
                fs::remove_file(&path).map_err(Fault::at(&path))
            })
            .collect();
        removed.into_iter().collect::<Result<(), _>>()?;
        let needed = self.folders();
        for folder in base.folders.iter().rev().filter(|f| !needed.contains(f.as_str())) {
            let path = root.join(folder);
            fs::remove_dir(&path).map_err(Fault::at(&path))?;
        }
        Ok(())
    }

    fn make_folders(&self, root: &Path, base: &Tree) -> Result<(), Fault> {
        fs::create_dir_all(root).map_err(Fault::at(root))?;
        let there: BTreeSet<&str> = base.folders.iter().map(String::as_str).collect();
        for folder in self.folders().difference(&there) {
            let path = root.join(folder);
            fs::create_dir(&path).map_err(Fault::at(&path))?;
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
            return Ok((*mark, Step::Linked));
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

/// The tree that was switched out last. One in which something stands that no build wrote
/// is thrown away.
fn base(root: &Path) -> Result<Tree, Fault> {
    match fs::symlink_metadata(root) {
        Ok(found) if found.is_dir() => {
            let tree = Tree::read(root)?;
            if tree.others.is_empty() {
                return Ok(tree);
            }
            fs::remove_dir_all(root).map_err(Fault::at(root))?;
        }
        Ok(_) => fs::remove_file(root).map_err(Fault::at(root))?,
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(Fault::at(root)(error)),
    }
    Ok(Tree::default())
}
