//! Files on disk, below one root and never outside it.

#![expect(clippy::disallowed_methods, reason = "this is the door through which files come in")]

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{Files, Folder, Listing, Mark, is_ignored};
use crate::base::SourcePath;
use crate::diag::problem::{Host, Tree};
use crate::diag::{Diag, Fatal, Place};

/// The largest file that is read: films may be large, texts never are.
const LARGEST: u64 = 2 << 30;

/// Seconds after which a file system surely gives another time to what is written anew.
const SETTLED: i64 = 3;

/// The files below a folder on disk.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
    /// The root with every link followed, against which links are checked.
    real: PathBuf,
}

impl Disk {
    /// Opens the tree below a folder, which must exist.
    pub fn open(root: &Path) -> Result<Self, Fatal> {
        let real = fs::canonicalize(root).map_err(|error| {
            // It is no place in the site: all of its path is told.
            let detail = format!("{}: {error}", root.display());
            Fatal::new(Place::Nowhere, Host::Unreadable { detail })
        })?;
        Ok(Self { root: root.to_owned(), real })
    }

    /// The folder, with every link followed.
    pub(super) fn real(&self) -> &Path {
        &self.real
    }

    /// The mark of a file, also of one that was written just now: it may be written again and
    /// have the same one. Of a link it is that of the file to which it leads.
    pub(super) fn state(&self, path: &SourcePath) -> Option<Mark> {
        state(&fs::metadata(self.root.join(path.as_str())).ok()?)
    }

    /// Whether a link leads to something below the root that is no secret of a tool, such as
    /// `.git`.
    fn stays_inside(&self, path: &Path) -> bool {
        let Ok(real) = fs::canonicalize(path) else { return false };
        let hidden = |part: &OsStr| part.to_str().is_none_or(|name| name.starts_with('.'));
        real.strip_prefix(&self.real).is_ok_and(|below| !below.iter().any(hidden))
    }
}

impl Files for Disk {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        let mut listing = Listing::default();
        let start = self.root.join(folder.as_str());
        match fs::symlink_metadata(&start) {
            Err(_) => return Ok(listing),
            Ok(found) if found.is_symlink() && !self.stays_inside(&start) => {
                let path = SourcePath::new(folder.as_str());
                listing.diags.extend(path.map(|path| Diag::of_file(path, Tree::OutsideLink)));
                return Ok(listing);
            }
            Ok(_) => {}
        }
        let walk = walkdir::WalkDir::new(&start).follow_links(false).into_iter();
        let kept = |entry: &walkdir::DirEntry| {
            entry.depth() == 0 || !entry.file_name().to_str().is_some_and(is_ignored)
        };
        for entry in walk.filter_entry(kept) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&start);
                let path = path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy();
                let detail =
                    error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                Fatal::new(place(&path), Host::Unreadable { detail })
            })?;
            if entry.file_type().is_dir() {
                continue;
            }
            let relative = entry.path().strip_prefix(&self.root).unwrap_or(entry.path());
            let shown = with_slashes(relative);
            let Some(path) = SourcePath::new(&shown) else { continue };
            if relative.to_str().is_none() || shown.contains('\\') {
                let problem = Tree::BadName { name: shown, suggestion: None };
                listing.diags.push(Diag::of_file(path, problem));
            } else if entry.file_type().is_symlink()
                && (!self.stays_inside(entry.path()) || entry.path().is_dir())
            {
                listing.diags.push(Diag::of_file(path, Tree::OutsideLink));
            } else if entry.file_type().is_file() && is_text(&path) {
                // How large it is shows when it is read.
                listing.files.push(path);
            } else {
                match fs::metadata(entry.path()).map(|found| (found.is_file(), found.len())) {
                    Ok((true, bytes)) if bytes > LARGEST => {
                        let problem = Tree::TooLarge { bytes, limit: LARGEST };
                        listing.diags.push(Diag::of_file(path, problem));
                    }
                    Ok((true, _)) => listing.files.push(path),
                    _ => listing.diags.push(Diag::of_file(path, Tree::NotAFile)),
                }
            }
        }
        listing.files.sort_unstable();
        Ok(listing)
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        let full = self.root.join(path.as_str());
        let found = match fs::symlink_metadata(&full) {
            // Only listed paths are read, and no listing goes through a linked folder: a link
            // can only be the file itself.
            Ok(found) if found.is_symlink() && !self.stays_inside(&full) => return Ok(None),
            Ok(found) if found.is_symlink() => fs::metadata(&full),
            other => other,
        };
        let size = match found {
            Ok(found) if found.is_file() => found.len(),
            Ok(_) => return Ok(None),
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                return Ok(None);
            }
            Err(error) => return Err(unreadable(path.as_str(), &error)),
        };
        if size > LARGEST {
            let problem = Tree::TooLarge { bytes: size, limit: LARGEST };
            return Err(Fatal::new(Place::File(path.clone()), problem));
        }
        fs::read(&full)
            .map(|bytes| Some(bytes.into()))
            .map_err(|error| unreadable(path.as_str(), &error))
    }

    fn mark(&self, path: &SourcePath) -> Option<Mark> {
        mark(&fs::symlink_metadata(self.root.join(path.as_str())).ok()?)
    }
}

/// A path with `/` between its segments. Only on Windows does `\` stand there as well; elsewhere it is
/// a letter of a name, which no address and no path of another system can have.
fn with_slashes(path: &Path) -> String {
    let shown = path.to_string_lossy();
    if cfg!(windows) { shown.replace('\\', "/") } else { shown.into_owned() }
}

/// Whether a file is read whole and as a text, as most are.
fn is_text(path: &SourcePath) -> bool {
    matches!(path.extension(), "md" | "yaml" | "csv")
}

/// The mark of a file. A link has none: what it leads to has a life of its own. Neither has a
/// file that was written just now: it may be written again before the clock of the file system
/// ticks.
fn mark(found: &fs::Metadata) -> Option<Mark> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let settled = i64::try_from(now).ok()?.checked_sub(SETTLED)?;
    let is_settled = found.mtime() < settled && found.ctime() < settled;
    state(found).filter(|_| is_settled)
}

/// What is known of a file now.
fn state(found: &fs::Metadata) -> Option<Mark> {
    found.is_file().then(|| {
        let place = [found.dev(), found.ino(), found.size()].map(u64::to_le_bytes);
        let (written, changed) = (found.mtime(), found.ctime());
        let times = [written, found.mtime_nsec(), changed, found.ctime_nsec()];
        Mark::new(&[place.as_flattened(), times.map(i64::to_le_bytes).as_flattened()].concat())
    })
}

fn unreadable(path: &str, error: &std::io::Error) -> Fatal {
    Fatal::new(place(path), Host::Unreadable { detail: error.to_string() })
}

fn place(path: &str) -> Place {
    SourcePath::new(path).map_or(Place::Nowhere, Place::File)
}
