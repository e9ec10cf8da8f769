//! One build at a time for one output folder.

#![expect(clippy::disallowed_methods, reason = "the door out keeps its own files")]

use std::fs::{self, DirBuilder, File, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::path::PathBuf;

use crate::plain;

use super::Beside;
use super::fault::Fault;
use super::place::Spot;
use super::tree;

/// How often the lock file is opened again when another build takes it away under our hands.
const ATTEMPTS: usize = 100;

/// The lock, for as long as it lives. The kernel lets go of it when the process dies, however
/// it dies.
#[derive(Debug)]
pub(super) struct Lock {
    beside: PathBuf,
    /// When it was taken by the clock of the file system, in nanoseconds.
    pub taken: i128,
    /// Held for its lock.
    _file: File,
}

/// Makes the folder beside the output and locks it, or says who has it.
pub(super) fn take(spot: &Spot) -> Result<Lock, Fault> {
    let path = spot.of(Beside::Lock);
    for _ in 0..ATTEMPTS {
        make(spot)?;
        let mut file = match plain::open_or_make(&path) {
            Ok(file) => file,
            // A build that ends without a site takes the folder away.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err(Fault::at(&path)(error)),
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                let _ = file.read_to_string(&mut text);
                return Err(Fault::Locked { process: text.trim().parse().ok() });
            }
            Err(TryLockError::Error(error)) => return Err(Fault::at(&path)(error)),
        }
        // The file may have been taken away between opening and locking.
        if plain::is_at(&file, &path) {
            let written =
                file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id()));
            let found = written.and_then(|()| file.metadata()).map_err(Fault::at(&path))?;
            let taken = tree::Mark::of(&found).written;
            return Ok(Lock { beside: spot.beside.clone(), taken, _file: file });
        }
    }
    Err(Fault::Locked { process: None })
}

/// Makes the folder, or looks through the one that is there. A link in its place or in it is none of
/// a build: by way of it something else would be written to.
fn make(spot: &Spot) -> Result<(), Fault> {
    let beside = &spot.beside;
    match DirBuilder::new().create(beside) {
        Ok(()) => return Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(Fault::at(beside)(error)),
    }
    if plain::is_link(beside) {
        return Err(Fault::Link { path: beside.clone() });
    }
    let entries = match fs::read_dir(beside) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Fault::at(beside)(error)),
    };
    for entry in entries {
        let entry = entry.map_err(Fault::at(beside))?;
        let name = entry.file_name();
        if !name.to_str().is_some_and(Beside::is_ours) {
            let example = name.to_string_lossy().into_owned();
            return Err(Fault::Foreign { path: beside.clone(), example });
        }
        if entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
            return Err(Fault::Link { path: entry.path() });
        }
    }
    Ok(())
}

impl Lock {
    /// Removes everything that is kept beside the output.
    pub(super) fn forget(&self) -> Result<(), Fault> {
        let kept = Beside::ALL.iter().filter(|own| **own != Beside::Lock);
        for name in kept.flat_map(|own| [own.as_str().to_owned(), own.half()]) {
            let path = self.beside.join(name);
            let removed = match fs::symlink_metadata(&path) {
                Ok(found) if found.is_dir() => fs::remove_dir_all(&path),
                Ok(_) => fs::remove_file(&path),
                Err(error) => Err(error),
            };
            match removed {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(Fault::at(&path)(error));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While the lock is held nobody else changes the folder. It goes when only the lock is
        // in it; otherwise removing it fails, which is right.
        let kept = fs::read_dir(&self.beside).map_or(0, Iterator::count) > 1;
        if !kept {
            let _ = fs::remove_file(self.beside.join(Beside::Lock.as_str()));
            let _ = fs::remove_dir(&self.beside);
        }
    }
}
