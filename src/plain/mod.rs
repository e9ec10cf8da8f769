//! Files that the program keeps for itself, beside the output folder and in the store.
//!
//! Whoever may propose a change to a site may put a link where such a file will be. So none of
//! them is read or written by way of a link: what that leads to is no business of the program.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

#[cfg(test)]
mod tests;

/// Whether a link stands at a path, wherever it leads.
pub fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink())
}

/// Opens a file to read it. What is no plain file is an error.
pub fn open(path: &Path) -> io::Result<File> {
    opened(OpenOptions::new().read(true), path)
}

/// Opens a file to read and write it, as it is; one that is not there is made.
pub fn open_or_make(path: &Path) -> io::Result<File> {
    opened(OpenOptions::new().read(true).write(true).create(true).truncate(false), path)
}

/// Whether an open file is the one that has a name now: it may have been taken away, or replaced,
/// between opening and locking.
pub fn is_at(file: &File, path: &Path) -> bool {
    let place = |found: io::Result<fs::Metadata>| found.ok().map(|own| (own.dev(), own.ino()));
    let own = place(file.metadata());
    own.is_some() && own == place(fs::symlink_metadata(path))
}

/// The bytes of a file.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a file in one step, by way of another name in the same folder. A link at either name is
/// replaced; what it leads to stays as it is. After an error nothing is left at the other name.
pub fn write(path: &Path, by_way_of: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = made_anew(by_way_of)?;
    let written = file.write_all(bytes).and_then(|()| fs::rename(by_way_of, path));
    if written.is_err() {
        let _ = fs::remove_file(by_way_of);
    }
    written
}

/// A new file, in the place of one that a killed process left.
fn made_anew(path: &Path) -> io::Result<File> {
    match File::create_new(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            File::create_new(path)
        }
        made => made,
    }
}

fn opened(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let file = without_links(options).open(path)?;
    // A device never ends.
    if !file.metadata()?.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    Ok(file)
}

/// A link is an error, and nobody waits for the other end of a pipe.
fn without_links(options: &mut OpenOptions) -> &mut OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt as _;

    options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed())
}
