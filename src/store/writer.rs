//! A pack while it is written, and those that killed builds left.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

use super::Key;
use super::folder;
use super::format::{HEAD, MAGIC, Place, head, read_head};
use super::names;
use super::pack::Pack;
use crate::plain;

/// How much is gathered before it is written, in bytes.
const BUFFER: usize = 1 << 20;

/// How many names are tried for a new file: another machine that shares the folder may have
/// a process of the same number.
const ATTEMPTS: u32 = 1000;

/// A pack to which entries are added.
#[derive(Debug)]
pub(super) struct Writer {
    folder: PathBuf,
    path: PathBuf,
    /// Locked for as long as it is open.
    file: File,
    /// What is not written yet.
    buffer: Vec<u8>,
    /// How many bytes are written.
    written: u64,
    places: BTreeMap<Key, Place>,
}

impl Writer {
    /// Begins a pack in a folder.
    pub(super) fn create(folder: &Path) -> io::Result<Self> {
        for attempt in 0..ATTEMPTS {
            let path = folder.join(names::unfinished(attempt));
            // Only one of those who try a name gets it: looking first whether it is there
            // would let two in.
            let opened = OpenOptions::new().read(true).write(true).create_new(true).open(&path);
            let file = match opened {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                other => other?,
            };
            file.lock()?;
            // Before it was locked somebody may have taken it for what a killed build left.
            if !plain::is_at(&file, &path) {
                continue;
            }
            return Ok(Self {
                folder: folder.to_owned(),
                path,
                file,
                buffer: MAGIC.to_vec(),
                written: 0,
                places: BTreeMap::new(),
            });
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Adds an entry; one that is there already stays.
    pub(super) fn put(&mut self, key: &Key, bytes: &[u8]) -> io::Result<()> {
        if self.places.contains_key(key) {
            return Ok(());
        }
        let at = self.written + self.buffer.len() as u64;
        let head = head(key, bytes);
        let Some((_, place)) = read_head(&head, at) else { return Ok(()) };
        self.buffer.extend_from_slice(&head);
        self.buffer.extend_from_slice(bytes);
        self.places.insert(*key, place);
        if self.buffer.len() >= BUFFER { self.flush() } else { Ok(()) }
    }

    /// The same with another entry. Where that cannot be written nothing is left: on a full disk the
    /// next build could do no more with it.
    pub(super) fn with(mut self, key: &Key, bytes: &[u8]) -> io::Result<Self> {
        match self.put(key, bytes) {
            Ok(()) => Ok(self),
            Err(error) => {
                self.discard();
                Err(error)
            }
        }
    }

    /// The bytes of an entry that was added.
    pub(super) fn get(&self, key: &Key) -> Option<Vec<u8>> {
        let place = self.places.get(key)?;
        let length = usize::try_from(place.length).ok()?;
        let bytes = if place.start >= self.written {
            let at = usize::try_from(place.start - self.written).ok()?;
            self.buffer.get(at..at.checked_add(length)?)?.to_vec()
        } else {
            let mut bytes = vec![0; length];
            self.file.read_exact_at(&mut bytes, place.start).ok()?;
            bytes
        };
        place.is_of(&bytes).then_some(bytes)
    }

    /// How many bytes there are.
    pub(super) fn size(&self) -> u64 {
        self.written + self.buffer.len() as u64
    }

    /// Writes the index and gives the pack its name; from then on others can read it. After an error
    /// nothing is left.
    pub(super) fn finish(mut self, age: u64) -> io::Result<Pack> {
        match self.close(age) {
            // By this file and not by its name: another build may have brought it together with
            // others by now.
            Ok(path) => Pack::read_from(self.file, path)
                .ok_or_else(|| io::ErrorKind::InvalidData.into()),
            Err(error) => {
                self.discard();
                Err(error)
            }
        }
    }

    fn close(&mut self, age: u64) -> io::Result<PathBuf> {
        let mut index = Vec::new();
        for (key, place) in &self.places {
            place.write(key, &mut index);
        }
        let hash = blake3::hash(&index);
        self.buffer.extend_from_slice(&index);
        self.buffer.extend_from_slice(&(self.places.len() as u64).to_le_bytes());
        self.buffer.extend_from_slice(hash.as_bytes());
        self.buffer.extend_from_slice(MAGIC);
        self.flush()?;
        let short: String = hash.to_hex().chars().take(names::HASH).collect();
        let path = self.folder.join(names::pack(age, &short));
        fs::rename(&self.path, &path)?;
        Ok(path)
    }

    /// Gives up and leaves nothing.
    pub(super) fn discard(self) {
        let _ = fs::remove_file(&self.path);
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.write_all(&self.buffer)?;
        self.written += self.buffer.len() as u64;
        self.buffer.clear();
        Ok(())
    }
}

/// A pack that a killed build left.
#[derive(Debug)]
pub(super) struct Orphan {
    path: PathBuf,
    /// Locked, so that no other build takes it over too.
    file: File,
}

/// The packs in a folder that nobody writes any more.
pub(super) fn orphans(folder: &Path) -> Vec<Orphan> {
    let paths = folder::named(folder, names::is_unfinished);
    paths.into_iter().filter_map(orphan).collect()
}

fn orphan(path: PathBuf) -> Option<Orphan> {
    let file = plain::open(&path).ok()?;
    file.try_lock().ok()?;
    // It may have been finished, or taken over, between opening and locking.
    plain::is_at(&file, &path).then_some(Orphan { path, file })
}

impl Orphan {
    /// Every whole entry up to the first that is not.
    pub(super) fn entries(&self, mut each: impl FnMut(&Key, &[u8])) {
        let mut file = io::BufReader::new(&self.file);
        let size = self.file.metadata().map_or(0, |found| found.len());
        let mut magic = [0; MAGIC.len()];
        if file.read_exact(&mut magic).is_err() || magic != *MAGIC {
            return;
        }
        let mut head = [0; HEAD];
        while file.read_exact(&mut head).is_ok() {
            let Ok(at) = file.stream_position() else { return };
            let Some((key, place)) = read_head(&head, at.saturating_sub(HEAD as u64)) else {
                return;
            };
            if place.length > size.saturating_sub(at) {
                return;
            }
            let mut bytes = vec![0; usize::try_from(place.length).unwrap_or(0)];
            if file.read_exact(&mut bytes).is_err() || !place.is_of(&bytes) {
                return;
            }
            each(&key, &bytes);
        }
    }

    pub(super) fn remove(self) {
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test looks at the disk")]
mod tests {
    use super::*;
    use crate::store::KeyMaker;

    #[test]
    fn a_pack_that_cannot_be_written_is_not_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let key = KeyMaker::of("proef", "1").key();
        let names = || fs::read_dir(folder.path()).unwrap().count();
        // What is open to read only takes no more than a full disk.
        let full = || {
            let writer = Writer::create(folder.path()).unwrap();
            let file = File::open(&writer.path).unwrap();
            Writer { file, ..writer }
        };
        assert!(full().with(&key, &vec![0; BUFFER]).is_err());
        assert_eq!(names(), 0);
        assert!(full().with(&key, b"aap").unwrap().finish(1).is_err());
        assert_eq!(names(), 0);
    }
}
