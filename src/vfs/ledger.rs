//! What a build read, so that a later one can find out without reading that nothing changed.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::{Files, Folder, Listing, Mark};
use crate::base::SourcePath;
use crate::diag::Fatal;

/// Files of which it is noted what was asked.
pub struct Ledger<'a> {
    files: &'a dyn Files,
    notes: Mutex<Notes>,
}

/// What was asked, in the order in which threads came by: put in order once, at the end.
#[derive(Debug, Default)]
struct Notes {
    folders: Vec<(String, Vec<String>)>,
    files: Vec<(SourcePath, Option<Mark>)>,
    /// Something was seen that cannot be recognised later without reading it.
    is_unsure: bool,
}

/// The names in the folders that were listed, and the marks of the files that were read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    folders: BTreeMap<String, Vec<String>>,
    /// `None` of a file that was not there.
    files: BTreeMap<String, Option<Mark>>,
}

impl<'a> Ledger<'a> {
    /// Notes what is asked of files.
    pub fn new(files: &'a dyn Files) -> Self {
        Self { files, notes: Mutex::default() }
    }

    /// What was seen; `None` when it could not be recognised later.
    pub fn seen(self) -> Option<Seen> {
        let notes = self.notes.into_inner().unwrap_or_else(PoisonError::into_inner);
        let files = notes.files.into_iter().map(|(path, mark)| (path.to_string(), mark));
        let seen = Seen { folders: once(notes.folders)?, files: once(files.collect())? };
        (!notes.is_unsure).then_some(seen)
    }

    fn note(&self, add: impl FnOnce(&mut Notes)) {
        add(&mut self.notes.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl fmt::Debug for Ledger<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ledger").finish_non_exhaustive()
    }
}

impl Files for Ledger<'_> {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        let found = self.files.list(folder)?;
        let names = names(&found);
        self.note(|notes| match names {
            Some(names) => notes.folders.push((folder.to_string(), names)),
            None => notes.is_unsure = true,
        });
        Ok(found)
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        let found = self.files.read_marked(path)?;
        let is_unsure = matches!(found, Some((_, None)));
        let (bytes, mark) = found.unzip();
        self.note(|notes| {
            notes.is_unsure |= is_unsure;
            notes.files.push((path.clone(), mark.flatten()));
        });
        Ok(bytes)
    }

    fn size(&self, path: &SourcePath) -> Option<u64> {
        self.files.size(path)
    }

    fn mark(&self, path: &SourcePath) -> Option<Mark> {
        self.files.mark(path)
    }
}

impl Seen {
    /// Whether these files are the same without any doubt.
    pub fn is_same(&self, files: &dyn Files) -> bool {
        let folder = |(folder, known): (&String, &Vec<String>)| {
            let found = Folder::new(folder).map(|folder| files.list(&folder));
            found
                .is_some_and(|found| found.is_ok_and(|own| names(&own).as_ref() == Some(known)))
        };
        let file = |(path, known): (&String, &Option<Mark>)| {
            SourcePath::new(path).is_some_and(|path| match known {
                Some(known) => files.mark(&path).as_ref() == Some(known),
                None => files.read(&path).is_ok_and(|found| found.is_none()),
            })
        };
        self.folders.iter().all(folder) && self.files.iter().all(file)
    }
}

/// What was seen by its name; `None` when the same was seen differently.
fn once<T: PartialEq>(mut notes: Vec<(String, T)>) -> Option<BTreeMap<String, T>> {
    notes.sort_by(|(one, _), (other, _)| one.cmp(other));
    notes.dedup();
    let count = notes.len();
    let seen: BTreeMap<_, _> = notes.into_iter().collect();
    (seen.len() == count).then_some(seen)
}

/// The names of a listing; `None` when there was something to say about it.
fn names(listing: &Listing) -> Option<Vec<String>> {
    let name = |path: &SourcePath| path.to_string();
    listing.diags.is_empty().then(|| listing.files.iter().map(name).collect())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes files and their times")]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use super::*;
    use crate::vfs::{Disk, Memory};

    fn path(path: &str) -> SourcePath {
        SourcePath::new(path).unwrap()
    }

    fn seen(root: &Path) -> Option<Seen> {
        let disk = Disk::open(root).unwrap();
        let ledger = Ledger::new(&disk);
        for path in ledger.list(&Folder::CONTENT).unwrap().files {
            ledger.read(&path).unwrap();
        }
        ledger.read(&path("content/later.md")).unwrap();
        ledger.seen()
    }

    #[test]
    fn a_file_that_was_just_written_may_be_written_again_unseen() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        fs::write(folder.path().join("content/a.md"), "a").unwrap();
        assert_eq!(seen(folder.path()), None);
        // A time that is to come is no better.
        let file = fs::File::options().write(true).open(folder.path().join("content/a.md"));
        file.unwrap().set_modified(SystemTime::now() + Duration::from_hours(1)).unwrap();
        assert_eq!(seen(folder.path()), None);
    }

    #[test]
    fn what_was_seen_in_two_ways_cannot_be_recognised() {
        let note = |name: &str, mark| (name.to_owned(), mark);
        let (a, b) = (note("a", 1), note("b", 2));
        let seen = once(vec![b.clone(), a.clone(), b.clone()]).unwrap();
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [a.clone(), b]);
        assert_eq!(once(vec![a, note("a", 2)]), None);
    }

    #[test]
    fn other_names_other_bytes_and_files_that_come_are_noticed() {
        let known = |files: &[(&str, &str)]| {
            let mut own = Memory::default();
            for (name, text) in files {
                own.insert(path(name), text.as_bytes());
            }
            own
        };
        let files = known(&[("content/a.md", "1"), ("content/b.md", "1")]);
        let ledger = Ledger::new(&files);
        ledger.list(&Folder::CONTENT).unwrap();
        ledger.read(&path("content/a.md")).unwrap();
        ledger.read(&path("styles/own.css")).unwrap();
        let seen = ledger.seen().unwrap();
        assert!(seen.is_same(&files));
        for other in [
            known(&[("content/a.md", "2"), ("content/b.md", "1")]),
            known(&[("content/a.md", "1")]),
            known(&[("content/a.md", "1"), ("content/b.md", "1"), ("content/c.md", "1")]),
            known(&[("content/a.md", "1"), ("content/b.md", "1"), ("styles/own.css", "1")]),
        ] {
            assert!(!seen.is_same(&other), "{other:?}");
        }
        let unread = known(&[("content/a.md", "1"), ("content/b.md", "2")]);
        assert!(seen.is_same(&unread));
        let written = serde_json::to_vec(&seen).unwrap();
        assert_eq!(serde_json::from_slice::<Seen>(&written).unwrap(), seen);
    }
}
