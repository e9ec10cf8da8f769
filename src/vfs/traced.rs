//! Files that note what was asked of them, so that it can be found out later whether the
//! answers would still be the same.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Files, Folder, Listing};
use crate::base::SourcePath;
use crate::diag::{Diag, Fatal};

/// Files under observation.
pub struct Traced<'a> {
    files: &'a dyn Files,
    asked: Mutex<Vec<Asked>>,
}

/// What was asked of files, with the answers.
#[derive(Debug, Clone, Default)]
pub struct Trace(Vec<Asked>);

#[derive(Debug, Clone)]
enum Asked {
    List(Folder, Vec<SourcePath>, Vec<Diag>),
    Read(SourcePath, Option<Arc<[u8]>>),
}

impl<'a> Traced<'a> {
    /// Observes files.
    pub fn new(files: &'a dyn Files) -> Self {
        Self { files, asked: Mutex::default() }
    }

    /// What was asked so far.
    pub fn into_trace(self) -> Trace {
        Trace(self.asked.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn note(&self, asked: Asked) {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
    }
}

impl fmt::Debug for Traced<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Traced").finish_non_exhaustive()
    }
}

impl Files for Traced<'_> {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        let found = self.files.list(folder)?;
        self.note(Asked::List(folder.clone(), found.files.clone(), found.diags.clone()));
        Ok(found)
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        let found = self.files.read(path)?;
        self.note(Asked::Read(path.clone(), found.clone()));
        Ok(found)
    }
}

impl Trace {
    /// Whether these files would give the same answers.
    pub fn holds(&self, files: &dyn Files) -> Result<bool, Fatal> {
        for asked in &self.0 {
            let is_same = match asked {
                Asked::List(folder, paths, diags) => {
                    let found = files.list(folder)?;
                    found.files == *paths && found.diags == *diags
                }
                Asked::Read(path, bytes) => files.read(path)? == *bytes,
            };
            if !is_same {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vfs::Memory;

    fn path(path: &str) -> SourcePath {
        SourcePath::new(path).unwrap()
    }

    #[test]
    fn other_bytes_another_file_and_a_file_that_comes_are_noticed() {
        let mut files = Memory::default();
        files.insert(path("themes/a/x.css"), *b"x");
        let traced = Traced::new(&files);
        traced.list(&Folder::of_theme("a").unwrap()).unwrap();
        traced.read(&path("themes/a/x.css")).unwrap();
        traced.read(&path("styles/y.css")).unwrap();
        let trace = traced.into_trace();
        assert!(trace.holds(&files).unwrap());
        files.insert(path("content/a.md"), *b"a");
        assert!(trace.holds(&files).unwrap());
        let with = |name: &str, bytes: &[u8]| {
            let mut other = files.clone();
            other.insert(path(name), bytes);
            trace.holds(&other).unwrap()
        };
        assert!(!with("themes/a/x.css", b"y"));
        assert!(!with("themes/a/z.css", b""));
        assert!(!with("styles/y.css", b""));
    }
}
