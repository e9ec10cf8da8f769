//! Files on disk, below one root and never outside it.

#![expect(clippy::disallowed_methods, reason = "this is the door through which files come in")]

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::ops::Range;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{SystemTime, UNIX_EPOCH};

use super::opened::Opened;
use super::{Files, Folder, Listing, Mark, Marked, is_ignored};
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
    /// Folders that no link leads out of, as was seen since something was listed last.
    inside: Arc<RwLock<BTreeSet<String>>>,
}

impl Disk {
    /// Opens the tree below a folder, which must exist.
    pub fn open(root: &Path) -> Result<Self, Fatal> {
        let real = fs::canonicalize(root).map_err(|error| {
            // It is no place in the site: all of its path is told.
            let detail = format!("{}: {error}", root.display());
            Fatal::new(Place::Nowhere, Host::Unreadable { detail })
        })?;
        Ok(Self { root: root.to_owned(), real, inside: Arc::default() })
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

    /// The link on the way to a place that leads out of the tree, be it the place itself or a
    /// folder around it.
    fn link_outside<'a>(&self, path: &'a str) -> Option<&'a str> {
        let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
        let mut ways = ends.filter_map(|end| path.get(..end));
        ways.find(|way| {
            let full = self.root.join(way);
            let found = fs::symlink_metadata(&full);
            found.is_ok_and(|found| found.is_symlink()) && !self.stays_inside(&full)
        })
    }

    /// Whether one of the folders around a file is a link out of the tree.
    fn is_in_outside(&self, path: &SourcePath) -> bool {
        let folder = path.folder();
        if self.inside.read().unwrap_or_else(PoisonError::into_inner).contains(folder) {
            return false;
        }
        let is_outside = self.link_outside(folder).is_some();
        if !is_outside {
            let mut inside = self.inside.write().unwrap_or_else(PoisonError::into_inner);
            inside.insert(folder.to_owned());
        }
        is_outside
    }

    /// A file that is open; `None` when there is no such file.
    fn opened(&self, path: &SourcePath) -> Result<Option<Opened>, Fatal> {
        if self.is_in_outside(path) {
            return Ok(None);
        }
        let full = self.root.join(path.as_str());
        let opened = Opened::open(&full, || self.stays_inside(&full));
        opened.map_err(|error| unreadable(path.as_str(), &error))
    }
}

impl Files for Disk {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        self.inside.write().unwrap_or_else(PoisonError::into_inner).clear();
        let mut listing = Listing::default();
        let start = self.root.join(folder.as_str());
        if let Some(link) = self.link_outside(folder.as_str()) {
            let path = SourcePath::new(link);
            listing.diags.extend(path.map(|path| Diag::of_file(path, Tree::OutsideLink)));
            return Ok(listing);
        }
        if fs::symlink_metadata(&start).is_err() {
            return Ok(listing);
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
            let shown = relative.to_string_lossy();
            let Some(path) = SourcePath::new(&shown) else { continue };
            if relative.to_str().is_none() || shown.contains('\\') {
                let problem = Tree::BadName { name: shown.into_owned(), suggestion: None };
                listing.diags.push(Diag::of_file(path, problem));
            } else if entry.file_type().is_symlink()
                // What is published as it is shows all that it leads to.
                && (path.as_is().is_some()
                    || !self.stays_inside(entry.path())
                    || entry.path().is_dir())
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
        Ok(self.read_marked(path)?.map(|(bytes, _)| bytes))
    }

    fn read_marked(&self, path: &SourcePath) -> Result<Option<Marked>, Fatal> {
        let Some(opened) = self.opened(path)? else { return Ok(None) };
        let bytes = opened.found.len();
        if bytes > LARGEST {
            let problem = Tree::TooLarge { bytes, limit: LARGEST };
            return Err(Fatal::new(Place::File(path.clone()), problem));
        }
        let mark = mark(&opened.found).filter(|_| !opened.is_link);
        let bytes = opened.whole().map_err(|error| unreadable(path.as_str(), &error))?;
        Ok(Some((bytes, mark)))
    }

    fn read_part(
        &self,
        path: &SourcePath,
        part: Range<usize>,
    ) -> Result<Option<Arc<[u8]>>, Fatal> {
        let Some(opened) = self.opened(path)? else { return Ok(None) };
        opened.piece(part).map(Some).map_err(|error| unreadable(path.as_str(), &error))
    }

    fn size(&self, path: &SourcePath) -> Option<u64> {
        Some(fs::metadata(self.root.join(path.as_str())).ok()?.len())
    }

    fn mark(&self, path: &SourcePath) -> Option<Mark> {
        mark(&fs::symlink_metadata(self.root.join(path.as_str())).ok()?)
    }
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

fn unreadable(path: &str, error: &io::Error) -> Fatal {
    Fatal::new(place(path), Host::Unreadable { detail: error.to_string() })
}

fn place(path: &str) -> Place {
    SourcePath::new(path).map_or(Place::Nowhere, Place::File)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_part_comes_what_the_file_has() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.mp4"), "0123456789").unwrap();
        let disk = Disk::open(folder.path()).unwrap();
        let film = SourcePath::new("a.mp4").unwrap();
        let part = |part| disk.read_part(&film, part).unwrap().unwrap().to_vec();
        assert_eq!(part(2..5), b"234");
        assert_eq!(part(8..99), b"89");
        assert_eq!(part(20..30), b"");
        assert_eq!(disk.size(&film), Some(10));
        let none = SourcePath::new("b.mp4").unwrap();
        assert_eq!(disk.read_part(&none, 0..1).unwrap(), None);
    }
}
