//! The folder of the store.
//!
//! It is one when the tag says so. A folder without the tag becomes one when it is empty, or when
//! nothing stands in it but what a build makes that is killed before the tag is whole. Only files
//! with the names of a store are ever removed, and nothing is written by way of a link.

#![expect(clippy::disallowed_methods, reason = "the side door keeps its own files")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf, absolute};

use super::found::Found;
use super::names::{self, IGNORE, PACKS, TAG};
use super::pack::Pack;
use crate::diag::problem::NoStore;
use crate::plain;

pub(super) const TAG_TEXT: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
    # What lerend keeps between builds. It can be removed at any time.\n";

pub(super) const IGNORE_TEXT: &str = "*\n";

/// Why a folder cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Other things stand there.
    Taken,
    /// A link stands in the place of one of its files.
    Linked(PathBuf),
    /// What the operating system said.
    System(String),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::System(error.to_string())
    }
}

impl From<Trouble> for NoStore {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Taken => Self::Taken,
            Trouble::Linked(path) => Self::Linked(path.display().to_string()),
            Trouble::System(detail) => Self::System(detail),
        }
    }
}

/// What removing a store came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cleaned {
    /// There was none.
    Nothing,
    /// The folder is gone.
    Gone,
    /// What is of the store is gone, and these files of somebody else stay.
    Left(Vec<PathBuf>),
}

/// Makes the folder, or takes it when it is ours, and returns the folder of the packs.
pub(super) fn prepare(folder: &Path) -> Result<PathBuf, Trouble> {
    claim(folder)?;
    let packs = folder.join(PACKS);
    match fs::create_dir(&packs) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error.into()),
        _ => Ok(packs),
    }
}

/// Keeps a file beside the packs, by a name that the store knows.
pub fn note(folder: &Path, name: &str, text: &str) -> Result<(), Trouble> {
    claim(folder)?;
    Ok(write(folder, name, text)?)
}

/// Makes the folder a store, or finds that it is one.
fn claim(folder: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(folder)?;
    let found = Found::of(folder)?;
    found.may_be_used()?;
    // The tag comes last: where it is, the rest is.
    if !found.is_ignored {
        write(folder, IGNORE, IGNORE_TEXT)?;
    }
    if !found.is_tagged {
        write(folder, TAG, TAG_TEXT)?;
    }
    Ok(())
}

fn write(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    let by_way_of = folder.join(names::on_its_way(name));
    plain::write(&folder.join(name), &by_way_of, text.as_bytes())
}

/// Whether a folder is a store.
pub fn is_there(folder: &Path) -> bool {
    plain::read(&folder.join(TAG)).is_ok_and(|text| text == TAG_TEXT.as_bytes())
}

/// Looks whether a folder is a store or could become one: nothing else stands there.
pub fn look(folder: &Path) -> Result<(), Trouble> {
    match Found::of(folder) {
        Ok(found) => found.may_be_used(),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The first link on the way from the root of a site to a folder in it. Who named the folder need not
/// know of that link: it comes with the files of the site, from whoever may change those. A link
/// outside the site is of who owns the machine, and followed.
pub fn link_within(root: &Path, folder: &Path) -> Option<PathBuf> {
    let roots = [straight(root)?, fs::canonicalize(root).ok()?];
    let is_in_site = |at: &Path| roots.iter().any(|own| at != own && at.starts_with(own));
    let folder = straight(folder)?;
    let ways: Vec<&Path> = folder.ancestors().collect();
    let linked = ways.into_iter().rev().find(|at| is_in_site(at) && plain::is_link(at));
    linked.map(Path::to_owned)
}

/// A whole path without `.` and `..`.
fn straight(path: &Path) -> Option<PathBuf> {
    let mut straight = PathBuf::new();
    for part in absolute(path).ok()?.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                straight.pop();
            }
            _ => straight.push(part),
        }
    }
    Some(straight)
}

/// The packs that can be read, the newest first.
pub(super) fn packs(folder: &Path) -> Vec<Pack> {
    let mut paths = named(folder, names::is_pack);
    paths.reverse();
    paths.iter().filter_map(|path| Pack::open(path)).collect()
}

/// The files in a folder of which the name is such, sorted.
pub(super) fn named(folder: &Path, is_such: fn(&str) -> bool) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let such = entries.flatten().filter(|own| own.file_name().to_str().is_some_and(is_such));
    let mut paths: Vec<PathBuf> = such.map(|entry| entry.path()).collect();
    paths.sort_unstable();
    paths
}

/// Removes a store. A folder that is none is an error, and so is one with a link in it that cannot
/// be told to be a store.
pub fn clean(folder: &Path) -> Result<Cleaned, Trouble> {
    let found = match Found::of(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Cleaned::Nothing),
        found => found?,
    };
    if !found.is_tagged {
        found.may_be_used()?;
    }
    // A link goes like a file: what it leads to stays.
    for path in found.packs.iter().chain(&found.beside) {
        gone(fs::remove_file(path))?;
    }
    if found.foreign.is_empty() {
        gone(fs::remove_dir(folder.join(PACKS)))?;
        // One that was named by way of a link.
        gone(fs::canonicalize(folder).and_then(fs::remove_dir))?;
        return Ok(Cleaned::Gone);
    }
    if found.has_packs {
        // It stays when one of the others is in it.
        let _ = fs::remove_dir(folder.join(PACKS));
    }
    Ok(Cleaned::Left(found.foreign))
}

fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
