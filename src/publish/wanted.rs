//! What the output folder has to hold.

#![expect(clippy::disallowed_methods, reason = "the door out keeps the folder's own file")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::SourcePath;
use crate::output::{Content, Hash, Held, MANIFEST, Output, Squeezed};
use crate::vfs::Files;

use super::fault::Fault;
use super::tree::{KEEPERS, Tree};

/// A file that has to be there.
#[derive(Debug, Clone)]
pub(super) struct Wanted<'a> {
    pub hash: Hash,
    source: Source<'a>,
}

#[derive(Debug, Clone)]
enum Source<'a> {
    Borrowed(&'a [u8]),
    Owned(Vec<u8>),
    /// What the output folder itself holds.
    Keeper(Vec<u8>),
    Copy(&'a SourcePath),
    /// What this file in the output folder held when the site was made.
    Standing(PathBuf),
    /// What the spool has under this number.
    Spooled(u64),
}

/// All files by path: the output, its manifest, and what keeps the folder in version control.
/// `live` stands in the folder now.
pub(super) fn all<'a>(
    output: &'a Output,
    folder: &Path,
    live: &'a Tree,
) -> Result<BTreeMap<&'a str, Wanted<'a>>, Fault> {
    let mut all = BTreeMap::new();
    for keeper in live.files.keys().filter(|name| KEEPERS.contains(&name.as_str())) {
        let path = folder.join(keeper);
        let bytes = fs::read(&path).map_err(Fault::at(&path))?;
        all.insert(
            keeper.as_str(),
            Wanted { hash: Hash::of(&bytes), source: Source::Keeper(bytes) },
        );
    }
    for (path, file) in output.files() {
        let gone = || Fault::SourceGone { path: path.to_string() };
        let whole = |own: &Squeezed| own.bytes().map(|own| Source::Owned(own.to_vec()));
        let source = match &file.content {
            Content::Bytes(bytes) => Source::Borrowed(bytes),
            Content::Squeezed(own) => whole(own).ok_or_else(gone)?,
            Content::Copy(source, _) => Source::Copy(source),
            // What its bytes will be is not known, so nobody could tell later what stands there.
            Content::Later(_) => return Err(gone()),
            Content::Kept(kept) => match &kept.held {
                Held::Memory(bytes) => Source::Borrowed(bytes),
                Held::Squeezed(own) => whole(own).ok_or_else(gone)?,
                Held::InPlace => Source::Standing(folder.join(path.as_str())),
                Held::Spooled(number) => Source::Spooled(*number),
            },
        };
        all.insert(path.as_str(), Wanted { hash: file.facts.hash, source });
    }
    let (bytes, hash) = output.manifest();
    all.insert(MANIFEST, Wanted { hash: *hash, source: Source::Borrowed(bytes) });
    Ok(all)
}

impl Wanted<'_> {
    /// Whether the file belongs to the folder and not to the site.
    pub(super) fn is_keeper(&self) -> bool {
        matches!(self.source, Source::Keeper(_))
    }

    /// Its number with the spool, if it is there.
    pub(super) fn spooled(&self) -> Option<u64> {
        match self.source {
            Source::Spooled(number) => Some(number),
            _ => None,
        }
    }

    /// The bytes of a file that is not spooled; an error when a copied file is no longer what it was.
    pub(super) fn bytes(&self, path: &str, files: &dyn Files) -> Result<Bytes<'_>, Fault> {
        match &self.source {
            Source::Borrowed(bytes) => Ok(Bytes::Borrowed(bytes)),
            Source::Owned(bytes) | Source::Keeper(bytes) => Ok(Bytes::Borrowed(bytes)),
            Source::Copy(source) => match files.read(source).map_err(Fault::Already)? {
                Some(bytes) if Hash::of(&bytes) == self.hash => Ok(Bytes::Shared(bytes)),
                _ => Err(Fault::SourceGone { path: path.to_owned() }),
            },
            Source::Spooled(_) => Err(Fault::SourceGone { path: path.to_owned() }),
            Source::Standing(standing) => match fs::read(standing) {
                Ok(bytes) if Hash::of(&bytes) == self.hash => Ok(Bytes::Shared(bytes.into())),
                _ => Err(Fault::SourceGone { path: path.to_owned() }),
            },
        }
    }
}

/// Bytes to be written.
#[derive(Debug)]
pub(super) enum Bytes<'a> {
    Borrowed(&'a [u8]),
    Shared(Arc<[u8]>),
}

impl std::ops::Deref for Bytes<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Borrowed(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }
}
