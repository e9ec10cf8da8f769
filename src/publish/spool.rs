//! Finished files on their way to the staging tree.
//!
//! A page is written as soon as it is made, to `new/` beside the output folder, and moves from
//! there to its place in the staging tree when the whole site stands. So a site of any size
//! needs no more memory than what is known about its files.

#![expect(clippy::disallowed_methods, reason = "this is the door through which files go out")]

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::diag::Fatal;
use crate::output;

use super::Beside;
use super::Destination;
use super::fault::Fault;
use super::place::Spot;

/// How many folders a spool has: threads that make a file in one folder wait for each other.
const SHELVES: u64 = 16;

/// Takes finished files. What was not published goes when the output folder is let go of.
#[derive(Debug)]
pub struct Spool {
    root: PathBuf,
    spot: Spot,
    next: AtomicU64,
}

impl Destination {
    /// An empty spool. There is one at a time: another one begins anew.
    pub fn spool(&self) -> Result<Spool, Fatal> {
        self.told(empty(&self.spot))?;
        for number in 0..SHELVES {
            let folder = self.spot.shelf(number);
            self.told(fs::create_dir_all(&folder).map_err(Fault::at(&folder)))?;
        }
        let (root, spot) = (self.root.clone(), self.spot.clone());
        Ok(Spool { root, spot, next: AtomicU64::new(0) })
    }
}

/// Removes what was not published.
pub(super) fn empty(spot: &Spot) -> Result<(), Fault> {
    let folder = spot.spool();
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Fault::at(&folder)(error))
        }
        _ => Ok(()),
    }
}

impl Spot {
    pub(super) fn spool(&self) -> PathBuf {
        self.of(Beside::New)
    }

    fn shelf(&self, number: u64) -> PathBuf {
        self.spool().join((number % SHELVES).to_string())
    }

    /// The file that a spool has under a number.
    pub(super) fn spooled(&self, number: u64) -> PathBuf {
        self.shelf(number).join(number.to_string())
    }
}

impl output::Spool for Spool {
    fn take(&self, bytes: &[u8]) -> Result<u64, Fatal> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let path = self.spot.spooled(number);
        // The folder is new, and so is every file in it.
        match fs::File::create_new(&path).and_then(|mut file| file.write_all(bytes)) {
            Ok(()) => Ok(number),
            Err(error) => Err(Fault::at(&path)(error).into_fatal(&self.root)),
        }
    }
}
