//! The door in: files of the site and its theme, from disk or from memory, and what the
//! surroundings say (`Env`), read once.

mod disk;
mod env;
mod folder;
mod ledger;
mod mark;
mod memory;
mod opened;
mod overlay;
mod remembered;
mod traced;

use std::ops::Range;
use std::sync::Arc;

use crate::base::SourcePath;
use crate::diag::{Diag, Fatal};

pub use disk::Disk;
pub use env::Env;
pub use folder::Folder;
pub use ledger::{Ledger, Seen};
pub use mark::Mark;
pub use memory::Memory;
pub use overlay::Overlay;
pub use remembered::{Remembered, Touched};
pub use traced::{Trace, Traced};

/// What a listing found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// Every file, sorted by path.
    pub files: Vec<SourcePath>,
    /// What was left out and why: links that lead outside, names that are not UTF-8 or have a `\`.
    pub diags: Vec<Diag>,
}

/// The bytes of a file with its mark.
pub type Marked = (Arc<[u8]>, Option<Mark>);

/// A tree of files. Paths are relative to the root of the site: `content/…`, `themes/…`.
pub trait Files: Sync {
    /// All files below a folder, sorted. A folder that is not there is empty. Dotfiles,
    /// backup files of editors and `README.md` are left out.
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal>;

    /// The bytes of a file. `None` when there is no such file.
    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal>;

    /// The same, with the mark that the file had before it was read; without one where it cannot be told
    /// from what may stand there later.
    fn read_marked(&self, path: &SourcePath) -> Result<Option<Marked>, Fatal> {
        let mark = self.mark(path);
        Ok(self.read(path)?.map(|bytes| (bytes, mark)))
    }

    /// Some bytes of a file: those of this range that it has. `None` when there is no such file.
    fn read_part(
        &self,
        path: &SourcePath,
        part: Range<usize>,
    ) -> Result<Option<Arc<[u8]>>, Fatal> {
        let part = |bytes: Arc<[u8]>| {
            let end = part.end.min(bytes.len());
            Arc::from(bytes.get(part.start.min(end)..end).unwrap_or_default())
        };
        Ok(self.read(path)?.map(part))
    }

    /// How many bytes a file has, where that is known without reading it.
    fn size(&self, _path: &SourcePath) -> Option<u64> {
        None
    }

    /// What tells the file at a path from what may stand there later. `None` when it is not
    /// there, or when that cannot be told without reading it.
    fn mark(&self, _path: &SourcePath) -> Option<Mark> {
        None
    }
}

/// Whether a name is one that editors, systems and hosts leave beside the content: it is no
/// content. `.well-known` is where others look for what a site says of itself (RFC 8615).
pub fn is_ignored(name: &str) -> bool {
    let of_windows = ["thumbs.db", "desktop.ini"];
    (name.starts_with('.') && name != ".well-known")
        || name.starts_with("~$")
        || of_windows.iter().any(|own| name.eq_ignore_ascii_case(own))
        || name.ends_with('~')
        || name.rsplit_once('.').is_some_and(|(_, ending)| ending == "swp")
        || name == "README.md"
        || (name.starts_with('#') && name.ends_with('#'))
}
