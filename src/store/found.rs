//! What stands in a folder that is a store, or may become one.

#![expect(clippy::disallowed_methods, reason = "the side door keeps its own files")]

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use super::folder::{IGNORE_TEXT, TAG_TEXT, Trouble};
use super::names::{self, IGNORE, LOCK, PACKS, TAG};
use crate::plain;

/// What stands in a folder.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The tag is whole.
    pub is_tagged: bool,
    /// Something keeps it out of version control, whoever wrote that.
    pub is_ignored: bool,
    /// There is a folder of packs.
    pub has_packs: bool,
    /// Files and links with the name of a pack, or of what belongs to the packs.
    pub packs: Vec<PathBuf>,
    /// Files and links with the other names of a store. The tag comes last.
    pub beside: Vec<PathBuf>,
    /// A link by the name of a file of the store.
    link: Option<PathBuf>,
    /// Everything else.
    pub foreign: Vec<PathBuf>,
}

impl Found {
    pub(super) fn of(folder: &Path) -> io::Result<Self> {
        let mut found = Self::default();
        for entry in sorted(folder)? {
            found.add(&entry)?;
        }
        let is_tag = |path: &PathBuf| path.file_name().is_some_and(|name| name == TAG);
        // Packs have names that nobody else gives: beside them a tag of which the text is damaged
        // is ours too.
        let has_pack = found.packs.iter().any(|own| has_name_of_pack(own));
        if has_pack && found.foreign.iter().all(|own| is_tag(own) && own.is_file()) {
            found.beside.append(&mut found.foreign);
        }
        found.beside.sort_by_key(is_tag);
        Ok(found)
    }

    fn add(&mut self, entry: &DirEntry) -> io::Result<()> {
        let (path, name, kind) = (entry.path(), entry.file_name(), entry.file_type()?);
        let name = name.to_str().unwrap_or_default();
        self.is_ignored |= name == IGNORE;
        if name == PACKS && kind.is_dir() {
            self.has_packs = true;
            return self.add_packs(&path);
        }
        let is_ours = names::is_beside(name) || (name == PACKS && kind.is_symlink());
        if is_ours && kind.is_symlink() {
            self.link.get_or_insert_with(|| path.clone());
            self.beside.push(path);
        } else if is_ours && kind.is_file() && self.is_as_written(&path, name) {
            self.beside.push(path);
        } else {
            self.foreign.push(path);
        }
        Ok(())
    }

    fn add_packs(&mut self, folder: &Path) -> io::Result<()> {
        for entry in sorted(folder)? {
            let (path, name, kind) = (entry.path(), entry.file_name(), entry.file_type()?);
            let name = name.to_str().unwrap_or_default();
            let is_ours = name == LOCK || names::is_pack(name) || names::is_unfinished(name);
            if is_ours && kind.is_symlink() {
                self.link.get_or_insert_with(|| path.clone());
            }
            if is_ours && (kind.is_file() || kind.is_symlink()) {
                self.packs.push(path);
            } else {
                self.foreign.push(path);
            }
        }
        Ok(())
    }

    /// Whether a file of which others have one too holds what the store writes, or the beginning of
    /// that: the machine may have stopped.
    fn is_as_written(&mut self, path: &Path, name: &str) -> bool {
        let text = match name {
            TAG => TAG_TEXT,
            IGNORE => IGNORE_TEXT,
            _ => return true,
        };
        let Ok(bytes) = plain::read(path) else { return false };
        self.is_tagged |= name == TAG && bytes == text.as_bytes();
        text.as_bytes().starts_with(&bytes)
    }

    /// Whether the folder is a store or can become one.
    pub(super) fn may_be_used(&self) -> Result<(), Trouble> {
        match &self.link {
            Some(link) => Err(Trouble::Linked(link.clone())),
            None if self.is_tagged || self.foreign.is_empty() => Ok(()),
            None => Err(Trouble::Taken),
        }
    }
}

/// Whether a file has the name of a finished pack.
fn has_name_of_pack(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(names::is_pack)
}

/// What stands in a folder, in an order that is always the same.
fn sorted(folder: &Path) -> io::Result<Vec<DirEntry>> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(DirEntry::file_name);
    Ok(entries)
}
