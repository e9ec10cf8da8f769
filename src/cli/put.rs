//! A new file where none is.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// Writes a new file with the folders around it. One that is there stays as it is
/// (`AlreadyExists`); of one that cannot be written whole nothing stays.
#[expect(clippy::disallowed_methods, reason = "for the commands that add a file to a site")]
pub(super) fn new_file(at: &Path, bytes: &[u8]) -> io::Result<()> {
    at.parent().map_or(Ok(()), fs::create_dir_all)?;
    let mut new = File::create_new(at)?;
    new.write_all(bytes).and_then(|()| new.flush()).inspect_err(|_| {
        // What went wrong first is what is told.
        let _ = fs::remove_file(at);
    })
}
