//! A finished pack, open for reading.

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::Key;
use super::format::{MAGIC, PLACE, Place, TAIL};
use crate::plain;

/// What a pack has under a key.
#[derive(Debug)]
pub(super) enum Stored {
    Bytes(Vec<u8>),
    /// There is an entry, and its bytes are not what was written.
    Damaged,
    Nothing,
}

/// A finished pack. Its file stays readable when another build takes it away.
#[derive(Debug)]
pub(super) struct Pack {
    path: PathBuf,
    file: File,
    /// How many packs came before it, roughly.
    age: u64,
    /// The size of its file in bytes.
    size: u64,
    /// The places of all entries, sorted by key.
    index: Vec<u8>,
    /// Which entries this build used, in the order of the index.
    used: Vec<AtomicBool>,
}

impl Pack {
    /// Opens a pack; `None` when it is none, or damaged where it matters.
    pub(super) fn open(path: &Path) -> Option<Self> {
        Self::read_from(plain::open(path).ok()?, path.to_owned())
    }

    /// Reads the index of an open pack, which has or had this name.
    pub(super) fn read_from(file: File, path: PathBuf) -> Option<Self> {
        let age = path.file_stem()?.to_str()?.split_once('-')?.0.parse().ok()?;
        let size = file.metadata().ok()?.len();
        let mut start = [0; MAGIC.len()];
        file.read_exact_at(&mut start, 0).ok()?;
        let mut tail = [0; TAIL];
        file.read_exact_at(&mut tail, size.checked_sub(TAIL as u64)?).ok()?;
        let (count, rest) = tail.split_first_chunk::<8>()?;
        let (hash, end) = rest.split_first_chunk::<32>()?;
        if start != *MAGIC || end != MAGIC {
            return None;
        }
        let count = u64::from_le_bytes(*count);
        let length = count.checked_mul(PLACE as u64)?;
        let at = size.checked_sub(TAIL as u64)?.checked_sub(length)?;
        let mut index = vec![0; usize::try_from(length).ok()?];
        file.read_exact_at(&mut index, at).ok()?;
        if *blake3::hash(&index).as_bytes() != *hash {
            return None;
        }
        let used = std::iter::repeat_with(AtomicBool::default);
        let used = used.take(usize::try_from(count).ok()?).collect();
        Some(Self { path, file, age, size, index, used })
    }

    pub(super) fn age(&self) -> u64 {
        self.age
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Counts every entry as used.
    pub(super) fn use_all(&self) {
        for used in &self.used {
            used.store(true, Ordering::Relaxed);
        }
    }

    /// Whether there is an entry of a key.
    pub(super) fn holds(&self, key: &Key) -> bool {
        self.place(key).is_some()
    }

    /// Counts the entry of a key as used; `false` when there is none.
    pub(super) fn touch(&self, key: &Key) -> bool {
        let place = self.place(key);
        if let Some(used) = place.and_then(|(at, _)| self.used.get(at)) {
            used.store(true, Ordering::Relaxed);
        }
        place.is_some()
    }

    /// The bytes of a key, which counts as used from now on.
    pub(super) fn get(&self, key: &Key) -> Stored {
        let Some((at, place)) = self.place(key) else { return Stored::Nothing };
        if let Some(used) = self.used.get(at) {
            used.store(true, Ordering::Relaxed);
        }
        self.read(&place).map_or(Stored::Damaged, Stored::Bytes)
    }

    /// The bytes at a place, when they are what was written.
    pub(super) fn read(&self, place: &Place) -> Option<Vec<u8>> {
        if place.start.checked_add(place.length)? > self.size {
            return None;
        }
        let mut bytes = vec![0; usize::try_from(place.length).ok()?];
        self.file.read_exact_at(&mut bytes, place.start).ok()?;
        place.is_of(&bytes).then_some(bytes)
    }

    /// Every entry: its key, its place, and whether it was used.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Key, Place, bool)> {
        let places = self.index.chunks_exact(PLACE).filter_map(Place::read);
        places
            .zip(&self.used)
            .map(|((key, place), used)| (key, place, used.load(Ordering::Relaxed)))
    }

    /// The number of a key in the index, and its place.
    fn place(&self, key: &Key) -> Option<(usize, Place)> {
        let (mut low, mut high) = (0, self.used.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let at = middle.checked_mul(PLACE)?;
            let (found, place) = Place::read(self.index.get(at..)?)?;
            match found.cmp(key) {
                std::cmp::Ordering::Equal => return Some((middle, place)),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}
