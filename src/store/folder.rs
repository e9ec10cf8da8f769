//! The folder of the store.

#![expect(clippy::disallowed_methods, reason = "the side door keeps its own files")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::pack::Pack;

/// Where the packs are, in the folder of the store.
const PACKS: &str = "packs";

/// The name by which programs that make backups know a folder that can be made again.
const TAG: &str = "CACHEDIR.TAG";

const TAG_TEXT: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
    # What lerend keeps between builds. It can be removed at any time.\n";

/// Every name in a store's folder.
const OURS: &[&str] = &[TAG, ".gitignore", PACKS, "next-change.json", "next-change.ics"];

/// Why a folder cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Other things stand there.
    Taken,
    /// What the operating system said.
    System(String),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::System(error.to_string())
    }
}

/// Makes the folder, or takes it when it is ours, and returns the folder of the packs.
pub(super) fn prepare(folder: &Path) -> Result<PathBuf, Trouble> {
    let packs = folder.join(PACKS);
    fs::create_dir_all(folder)?;
    if !is_ours(folder) {
        // Another build may be making it at this moment.
        if !has_only_ours(folder)? {
            return Err(Trouble::Taken);
        }
        fs::write(folder.join(TAG), TAG_TEXT)?;
        fs::write(folder.join(".gitignore"), "*\n")?;
    }
    fs::create_dir_all(&packs)?;
    Ok(packs)
}

/// Whether a folder is a store.
pub fn is_there(folder: &Path) -> bool {
    is_ours(folder)
}

/// Whether a folder is a store or could become one: nothing else stands there.
pub fn is_free(folder: &Path) -> bool {
    match has_only_ours(folder) {
        Ok(is_free) => is_free || is_ours(folder),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

fn has_only_ours(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if !OURS.iter().any(|own| name == *own) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_ours(folder: &Path) -> bool {
    fs::read_to_string(folder.join(TAG)).is_ok_and(|text| text == TAG_TEXT)
}

/// The packs that can be read, the newest first.
pub(super) fn packs(folder: &Path) -> Vec<Pack> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pack"))
        .collect();
    paths.sort_unstable();
    paths.iter().rev().filter_map(|path| Pack::open(path)).collect()
}

/// Removes a store; `Ok(false)` when there is none. A folder that is no store is an error.
pub fn clean(folder: &Path) -> Result<bool, Trouble> {
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
        Ok(_) => {}
    }
    if !is_free(folder) {
        return Err(Trouble::Taken);
    }
    fs::remove_dir_all(folder)?;
    Ok(true)
}
