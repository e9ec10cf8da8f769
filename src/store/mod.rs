//! The side door: bytes that are costly to make, kept between builds by key.
//!
//! A key is the fingerprint of everything that the bytes depend on, so what is kept is never
//! out of date: it is right or it is not found. Every entry is checked when it is read; one
//! that is damaged counts as not there and is made again. The store knows nothing of what it
//! keeps, and a build gives the same site with it, without it, and with half of it.
//!
//! In the folder (`.lerend` by default):
//!
//! | name | what |
//! | --- | --- |
//! | `CACHEDIR.TAG` | says that the folder is ours and need not be backed up |
//! | `.gitignore` | keeps it out of version control |
//! | `packs/<age>-<hash>.pack` | entries of a finished build with their index; never changed |
//! | `packs/<process>-<n>.new` | entries of a build that runs, locked by it |
//! | `packs/lock` | held while small packs are made into a large one |
//! | `next-change.json`, `next-change.ics` | what builds tell about the site |
//! | `<name>.<process>.new` | one of these files while it is written |
//!
//! A build that is killed leaves a `.new` without a lock; the next one takes over what it
//! holds. Builds at the same time share the folder: each writes a pack of its own.

mod names;
mod found;
mod folder;
mod format;
mod key;
mod pack;
mod writer;
mod merge;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod folder_tests;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

pub use self::folder::{Cleaned, Trouble, clean, is_there, link_within, look, note};
pub use self::key::{Key, KeyMaker};

use self::pack::Pack;
use self::writer::Writer;

/// A store that is open, or one that keeps nothing.
#[derive(Debug, Default)]
pub struct Store {
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    /// The folder of the packs.
    packs_folder: PathBuf,
    /// The newest first.
    packs: Vec<Pack>,
    /// Nothing is added to it.
    is_fixed: bool,
    state: Mutex<State>,
}

/// What this build added.
#[derive(Debug, Default)]
struct State {
    writer: Option<Writer>,
    /// Keys whose entry was damaged: they are written again although they are there.
    damaged: BTreeSet<Key>,
    /// Why nothing more is kept.
    trouble: Option<String>,
}

impl Store {
    /// A store that keeps nothing.
    pub fn none() -> Self {
        Self::default()
    }

    /// Opens the store in a folder, which is made when it is not there; a folder that holds other
    /// things, or a link where a file of the store belongs, is refused.
    pub fn open(folder: &Path) -> Result<Self, Trouble> {
        let packs_folder = folder::prepare(folder)?;
        let store = Self::of(packs_folder, false);
        store.take_over();
        Ok(store)
    }

    /// Opens the store in a folder to read from it; nothing is written there.
    pub fn read(folder: &Path) -> Result<Self, Trouble> {
        look(folder)?;
        Ok(Self::of(folder.join(names::PACKS), true))
    }

    fn of(packs_folder: PathBuf, is_fixed: bool) -> Self {
        let packs = folder::packs(&packs_folder);
        let state = Mutex::new(State::default());
        Self { open: Some(Open { packs_folder, packs, is_fixed, state }) }
    }

    /// Whether anything may be found in it.
    pub fn keeps(&self) -> bool {
        self.open.is_some()
    }

    /// The bytes of a key, when they are there and whole.
    pub fn get(&self, key: &Key) -> Option<Vec<u8>> {
        let open = self.open.as_ref()?;
        let mut damaged = false;
        for pack in &open.packs {
            match pack.get(key) {
                pack::Stored::Bytes(bytes) => return Some(bytes),
                pack::Stored::Damaged => damaged = true,
                pack::Stored::Nothing => {}
            }
        }
        let mut state = open.state();
        if damaged {
            state.damaged.insert(*key);
        }
        state.writer.as_ref()?.get(key)
    }

    /// Whether there are bytes of a key, whole or not, from an earlier build.
    pub fn holds(&self, key: &Key) -> bool {
        self.open.iter().flat_map(|open| &open.packs).any(|pack| pack.holds(key))
    }

    /// Counts the bytes of a key as used in this build, which did not need to read them.
    pub fn touch(&self, key: &Key) {
        let packs = self.open.iter().flat_map(|open| &open.packs);
        let _ = packs.into_iter().any(|pack| pack.touch(key));
    }

    /// Keeps the bytes of a key.
    pub fn put(&self, key: &Key, bytes: &[u8]) {
        let Some(open) = self.open.as_ref().filter(|own| !own.is_fixed) else { return };
        let mut state = open.state();
        let is_there = open.packs.iter().any(|pack| pack.holds(key));
        if is_there && !state.damaged.contains(key) {
            return;
        }
        state.put(&open.packs_folder, key, bytes);
    }

    /// The bytes of a key, made and kept when they are not there.
    pub fn get_or<E>(
        &self,
        key: &Key,
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        if let Some(bytes) = self.get(key) {
            return Ok(bytes);
        }
        let bytes = make()?;
        self.put(key, &bytes);
        Ok(bytes)
    }

    /// Puts what was added on disk, for this and for later builds, and brings the store below
    /// `max_bytes`: what this build used is kept first, then what is newest. The error is what
    /// the operating system said; the store is as good as it was.
    pub fn commit(&mut self, max_bytes: u64) -> Result<(), String> {
        let Some(open) = self.open.as_mut().filter(|own| !own.is_fixed) else { return Ok(()) };
        open.finish();
        merge::merge(&open.packs_folder, &mut open.packs, max_bytes);
        open.state().trouble.take().map_or(Ok(()), Err)
    }

    /// Takes over what killed builds left.
    fn take_over(&self) {
        let Some(open) = &self.open else { return };
        for orphan in writer::orphans(&open.packs_folder) {
            orphan.entries(|key, bytes| self.put(key, bytes));
            orphan.remove();
        }
    }
}

impl Open {
    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        // What a thread that panicked left is checked when it is read.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes a pack of what was added.
    fn finish(&mut self) {
        let age = self.packs.first().map_or(0, Pack::age).saturating_add(1);
        let mut state = self.state();
        let finished = state.writer.take().map(|writer| writer.finish(age));
        let pack = match finished {
            Some(Ok(pack)) => Some(pack),
            Some(Err(error)) => {
                state.trouble.get_or_insert(error.to_string());
                None
            }
            None => None,
        };
        drop(state);
        if let Some(pack) = pack {
            pack.use_all();
            self.packs.insert(0, pack);
        }
    }
}

impl State {
    fn put(&mut self, folder: &Path, key: &Key, bytes: &[u8]) {
        if self.trouble.is_some() {
            return;
        }
        let writer = match self.writer.take() {
            Some(writer) => Ok(writer),
            None => Writer::create(folder),
        };
        match writer.and_then(|writer| writer.with(key, bytes)) {
            Ok(writer) => self.writer = Some(writer),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // A build that ends early has made things too.
        if let Some(open) = &mut self.open {
            open.finish();
        }
    }
}
