//! Which names stand in which folders, without listing those that are as they were.
//!
//! A folder's mark tells what stood in it as long as no name comes or goes: every file system notes
//! when that happened last, and unlike the time of writing nobody can set that time by hand. Its
//! clock is coarse, so a listing is known only of a folder that was at rest: whose mark was older,
//! by that same clock, than the moment at which this build took the output folder.

#![expect(clippy::disallowed_methods, reason = "the door out looks at what it wrote")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::fault::Fault;

/// What tells a folder from what it was earlier: its number on the file system and when a name
/// last came or went, in nanoseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FolderMark {
    inode: u64,
    changed: i128,
}

impl FolderMark {
    fn of(found: &Metadata) -> Self {
        let changed =
            i128::from(found.ctime()) * 1_000_000_000 + i128::from(found.ctime_nsec());
        Self { inode: found.ino(), changed }
    }
}

/// The names in one folder, without those below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Names {
    /// Plain files.
    files: Vec<String>,
    folders: Vec<String>,
    /// Links, devices and names that are no UTF-8: nothing that a build writes.
    others: Vec<String>,
}

impl Names {
    fn list(path: &Path) -> std::io::Result<Self> {
        let mut names = Self::default();
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            match entry.file_name().into_string() {
                Ok(name) if kind.is_file() => names.files.push(name),
                Ok(name) if kind.is_dir() => names.folders.push(name),
                Ok(name) => names.others.push(name),
                Err(name) => names.others.push(name.to_string_lossy().into_owned()),
            }
        }
        Ok(names)
    }

    /// Whether it can be kept as lines, and holds only what a build writes.
    fn is_plain(&self) -> bool {
        let mut names = self.files.iter().chain(&self.folders);
        self.others.is_empty() && names.all(|name| !name.contains('\n'))
    }
}

/// The names in folders with these marks, in which nobody but a build put any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Known(BTreeMap<FolderMark, Arc<Names>>);

const FIRST_LINE: &str = "lerend folders 1";

impl Known {
    /// How many folders are known.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// What either knows.
    #[must_use]
    pub(super) fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// With another name for a file, in every folder.
    #[cfg(test)]
    pub(super) fn renamed(self, from: &str, to: &str) -> Self {
        let rename = |(mark, names): (FolderMark, Arc<Names>)| {
            let mut names = Names::clone(&names);
            names
                .files
                .iter_mut()
                .filter(|name| *name == from)
                .for_each(|name| to.clone_into(name));
            (mark, names.into())
        };
        Self(self.0.into_iter().map(rename).collect())
    }

    /// As bytes that `from_bytes` reads.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut text = format!("{FIRST_LINE}\n");
        for (FolderMark { inode, changed }, names) in &self.0 {
            let _ = writeln!(text, "={inode} {changed}");
            for (sign, names) in [('-', &names.files), ('/', &names.folders)] {
                for name in names {
                    let _ = writeln!(text, "{sign}{name}");
                }
            }
        }
        text.into_bytes()
    }

    /// What an earlier build knew. Bytes that it cannot have written are known to nobody.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        std::str::from_utf8(bytes).ok().and_then(Self::read).unwrap_or_default()
    }

    fn read(text: &str) -> Option<Self> {
        let mut all: Vec<(FolderMark, Names)> = Vec::new();
        for line in text.strip_prefix(FIRST_LINE)?.lines().skip(1) {
            if let Some(mark) = line.strip_prefix('=') {
                let (inode, changed) = mark.split_once(' ')?;
                let mark =
                    FolderMark { inode: inode.parse().ok()?, changed: changed.parse().ok()? };
                all.push((mark, Names::default()));
            } else if let Some(name) = line.strip_prefix('-') {
                all.last_mut()?.1.files.push(name.to_owned());
            } else {
                all.last_mut()?.1.folders.push(line.strip_prefix('/')?.to_owned());
            }
        }
        Some(Self(all.into_iter().map(|(mark, names)| (mark, names.into())).collect()))
    }
}

/// A folder with the names in it.
#[derive(Debug)]
struct Listed {
    path: String,
    names: Arc<Names>,
    /// Whether they are known from when it was looked through.
    is_known: bool,
}

impl Listed {
    fn paths<'a>(&'a self, names: &'a [String]) -> impl Iterator<Item = String> + 'a {
        names.iter().map(|name| path(&self.path, name))
    }
}

/// What stands in a folder and below it.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Every folder by its path, relative, with `/`; the first is the root, without a name. Each
    /// stands before what is in it.
    folders: Vec<Listed>,
    /// What is known from now on of those that were at rest.
    pub known: Known,
}

impl Listing {
    /// The paths of all folders below the root.
    pub(super) fn folders(&self) -> impl Iterator<Item = &str> {
        self.folders.iter().skip(1).map(|own| own.path.as_str())
    }

    /// The paths of the plain files.
    pub(super) fn files(&self) -> impl Iterator<Item = String> {
        self.folders.iter().flat_map(|own| own.paths(&own.names.files))
    }

    /// The same of folders in which a name may have come since they were looked through.
    pub(super) fn new_files(&self) -> impl Iterator<Item = String> {
        let new = self.folders.iter().filter(|own| !own.is_known);
        new.flat_map(|own| own.paths(&own.names.files))
    }

    /// The paths of what no build writes.
    pub(super) fn others(&self) -> impl Iterator<Item = String> {
        self.folders.iter().flat_map(|own| own.paths(&own.names.others))
    }
}

fn path(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// What one folder holds.
struct Looked {
    mark: FolderMark,
    names: Arc<Names>,
    is_known: bool,
}

/// Lists folders, with what is known of them.
#[derive(Debug, Default)]
pub(super) struct Lister {
    pub known: Known,
    /// The moment, by the clock of the file system in nanoseconds, after which nothing is at rest.
    pub taken: i128,
}

impl Lister {
    /// Lists a folder and what is below it; one that is not there is empty.
    pub(super) fn list(&self, root: &Path) -> Result<Listing, Fault> {
        let mut all = Listing::default();
        match fs::symlink_metadata(root) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(all),
            _ => {
                let looked = self.look(root)?;
                self.add(&mut all, String::new(), looked);
            }
        }
        let mut seen = 0;
        while seen < all.folders.len() {
            let level = all.folders.get(seen..).unwrap_or_default();
            let below = level.iter().flat_map(|own| own.paths(&own.names.folders));
            let below: Vec<String> = below.collect();
            let looked: Vec<_> =
                below.par_iter().map(|path| self.look(&root.join(path))).collect();
            seen = all.folders.len();
            for (path, looked) in below.into_iter().zip(looked) {
                self.add(&mut all, path, looked?);
            }
        }
        Ok(all)
    }

    /// The names in one folder and its mark, which is from before it was listed: what comes in between
    /// has it listed again.
    fn look(&self, path: &Path) -> Result<Looked, Fault> {
        let found = fs::symlink_metadata(path).map_err(Fault::at(path))?;
        let mark = FolderMark::of(&found);
        if let Some(names) = self.known.0.get(&mark) {
            return Ok(Looked { mark, names: Arc::clone(names), is_known: true });
        }
        let names = Names::list(path).map_err(Fault::at(path))?;
        Ok(Looked { mark, names: names.into(), is_known: false })
    }

    fn add(&self, all: &mut Listing, path: String, looked: Looked) {
        let Looked { mark, names, is_known } = looked;
        if mark.changed < self.taken && names.is_plain() {
            all.known.0.insert(mark, Arc::clone(&names));
        }
        all.folders.push(Listed { path, names, is_known });
    }
}
