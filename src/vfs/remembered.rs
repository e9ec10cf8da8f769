//! Files of which is remembered what was found out, until somebody tells that they changed.
//!
//! To list a site of ten thousand files and to ask the mark of each takes longer than to make the
//! one page that was saved.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use super::{Disk, Files, Folder, Listing, Mark};
use crate::base::SourcePath;
use crate::diag::{Fatal, Place};

/// What changed on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// Nobody knows.
    Anything,
    /// What stands, or stood, at these whole paths, with links followed.
    Paths(BTreeSet<PathBuf>),
}

/// Files on disk, with what is known of them.
#[derive(Debug)]
pub struct Remembered {
    disk: Disk,
    known: RwLock<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// What each folder held.
    lists: BTreeMap<Folder, Listing>,
    marks: ByPath,
    /// What was known of files without a mark when they were first read.
    states: ByPath,
}

/// Marks that are only looked up, ten thousand before every page: nothing depends on their order.
#[expect(clippy::disallowed_types, reason = "no order of it is seen")]
type ByPath = std::collections::HashMap<SourcePath, Mark>;

impl Remembered {
    /// Files of which nothing is known yet.
    pub fn new(disk: Disk) -> Self {
        Self { disk, known: RwLock::default() }
    }

    /// Forgets what may be otherwise now.
    pub fn forget(&self, touched: &Touched) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let forgotten: Option<Vec<bool>> = match touched {
            Touched::Anything => None,
            Touched::Paths(paths) => {
                paths.iter().map(|path| known.forget(path, self.disk.real())).collect()
            }
        };
        match forgotten {
            Some(lists) if lists.contains(&true) => known.lists.clear(),
            Some(_) => {}
            None => *known = Known::default(),
        }
    }

    /// Looks whether anything is otherwise than is remembered, and forgets everything then: a
    /// system need not tell of every change, and of none in a folder that it is not yet watching.
    pub fn forget_if_outdated(&self) -> bool {
        let is_other = {
            let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
            let mut lists = known.lists.iter();
            let mut states = known.marks.iter().chain(&known.states);
            lists
                .any(|(folder, own)| self.disk.list(folder).map_or(true, |found| found != *own))
                || states.any(|(path, own)| self.disk.state(path).as_ref() != Some(own))
        };
        if is_other {
            self.forget(&Touched::Anything);
        }
        is_other
    }
}

impl Files for Remembered {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.lists.get(folder) {
            return Ok(found.clone());
        }
        drop(known);
        let found = self.disk.list(folder)?;
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.lists.insert(folder.clone(), found.clone());
        Ok(found)
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        // Before it is read: what is written meanwhile is otherwise.
        let state = self.disk.state(path);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if !known.marks.contains_key(path) {
            // The first since it was forgotten is what a build may have seen; one who reads it again,
            // as a browser does, has no build follow.
            if let Some(state) = state {
                known.states.entry(path.clone()).or_insert(state);
            }
        }
        drop(known);
        self.disk.read(path)
    }

    /// A browser asks for parts: no build follows from what it reads.
    fn read_part(
        &self,
        path: &SourcePath,
        part: Range<usize>,
    ) -> Result<Option<Arc<[u8]>>, Fatal> {
        self.disk.read_part(path, part)
    }

    fn size(&self, path: &SourcePath) -> Option<u64> {
        self.disk.size(path)
    }

    fn mark(&self, path: &SourcePath) -> Option<Mark> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(mark) = known.marks.get(path) {
            return Some(mark.clone());
        }
        drop(known);
        let mark = self.disk.mark(path)?;
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.states.remove(path);
        known.marks.insert(path.clone(), mark.clone());
        Some(mark)
    }
}

impl Known {
    /// Forgets what stood at a path, and says whether lists may be otherwise too; `None` when it
    /// is not clear what that was.
    fn forget(&mut self, path: &Path, root: &Path) -> Option<bool> {
        let own = SourcePath::new(path.strip_prefix(root).ok()?.to_str()?)?;
        let (_, list) =
            self.lists.iter().find(|(folder, _)| folder.path_within(&own).is_some())?;
        let was_file = list.files.binary_search(&own).is_ok();
        let was_more = list.files.iter().any(|file| is_below(file, own.as_str()))
            || list.diags.iter().any(|diag| diag.place == Place::File(own.clone()));
        self.marks.remove(&own);
        self.states.remove(&own);
        // A link is another kind of file.
        let found = path.symlink_metadata();
        if was_file && found.as_ref().is_ok_and(Metadata::is_file) {
            return Some(false);
        }
        if !was_file && !was_more && found.is_err() {
            // A file that stood beside another while that was saved.
            return Some(false);
        }
        for known in [&mut self.marks, &mut self.states] {
            known.retain(|file, _| !is_below(file, own.as_str()));
        }
        Some(true)
    }
}

fn is_below(path: &SourcePath, folder: &str) -> bool {
    path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests change files")]
mod tests {
    use std::fs;

    use super::*;

    /// A site of some files that were written long ago.
    struct Site {
        folder: tempfile::TempDir,
        files: Remembered,
    }

    impl Site {
        fn of(paths: &[&str]) -> Self {
            let folder = tempfile::tempdir().unwrap();
            let files = Remembered::new(Disk::open(folder.path()).unwrap());
            let site = Self { folder, files };
            for path in paths {
                site.write(path, "een");
            }
            site.files.list(&Folder::CONTENT).unwrap();
            site
        }

        fn at(&self, path: &str) -> PathBuf {
            self.folder.path().canonicalize().unwrap().join(path)
        }

        fn write(&self, path: &str, text: &str) {
            let at = self.at(path);
            fs::create_dir_all(at.parent().unwrap()).unwrap();
            fs::write(&at, text).unwrap();
        }

        fn listed(&self) -> Vec<String> {
            let found = self.files.list(&Folder::CONTENT).unwrap();
            found.files.iter().map(ToString::to_string).collect()
        }

        fn touch(&self, paths: &[&str]) {
            let paths = paths.iter().map(|path| self.at(path)).collect();
            self.files.forget(&Touched::Paths(paths));
        }
    }

    #[test]
    fn a_file_that_came_is_listed_once_that_is_told() {
        let site = Site::of(&["content/a.md"]);
        site.write("content/b.md", "twee");
        assert_eq!(site.listed(), ["content/a.md"]);
        site.touch(&["content/b.md"]);
        assert_eq!(site.listed(), ["content/a.md", "content/b.md"]);
    }

    #[test]
    fn what_went_and_what_moved_with_its_folder_is_noticed() {
        let site = Site::of(&["content/a.md", "content/b/c.md", "content/d.md"]);
        fs::remove_file(site.at("content/a.md")).unwrap();
        site.touch(&["content/a.md"]);
        assert_eq!(site.listed(), ["content/b/c.md", "content/d.md"]);
        fs::rename(site.at("content/b"), site.at("content/e")).unwrap();
        site.touch(&["content/b"]);
        assert_eq!(site.listed(), ["content/d.md", "content/e/c.md"]);
        fs::remove_file(site.at("content/d.md")).unwrap();
        fs::create_dir(site.at("content/d.md")).unwrap();
        site.touch(&["content/d.md"]);
        assert_eq!(site.listed(), ["content/e/c.md"]);
    }

    #[test]
    fn a_save_by_way_of_another_file_changes_no_list() {
        let site = Site::of(&["content/a.md"]);
        // Nobody told of this one.
        site.write("content/b.md", "twee");
        site.write("content/a.md.new", "drie");
        fs::rename(site.at("content/a.md.new"), site.at("content/a.md")).unwrap();
        site.touch(&["content/a.md.new", "content/a.md"]);
        assert_eq!(site.listed(), ["content/a.md"]);
        // It is found when somebody looks.
        assert!(site.files.forget_if_outdated());
        assert_eq!(site.listed(), ["content/a.md", "content/b.md"]);
        assert!(!site.files.forget_if_outdated());
    }

    #[test]
    fn what_is_not_known_to_be_of_the_site_makes_everything_forgotten() {
        for touched in
            [Touched::Anything, Touched::Paths([PathBuf::from("/elders/a.md")].into())]
        {
            let site = Site::of(&["content/a.md"]);
            site.write("content/b.md", "twee");
            site.files.forget(&touched);
            assert_eq!(site.listed(), ["content/a.md", "content/b.md"], "{touched:?}");
        }
    }

    #[test]
    fn a_link_in_the_place_of_a_file_is_noticed_and_so_is_that_it_went() {
        let site = Site::of(&["content/a.md"]);
        site.write("elders.md", "twee");
        let problems = || site.files.list(&Folder::CONTENT).unwrap().diags.len();
        fs::remove_file(site.at("content/a.md")).unwrap();
        std::os::unix::fs::symlink("/elders.md", site.at("content/a.md")).unwrap();
        site.touch(&["content/a.md"]);
        assert_eq!((site.listed().len(), problems()), (0, 1));
        fs::remove_file(site.at("content/a.md")).unwrap();
        site.touch(&["content/a.md"]);
        assert_eq!((site.listed().len(), problems()), (0, 0));
    }

    #[test]
    fn a_file_to_which_a_link_leads_is_noticed_when_it_changes() {
        let site = Site::of(&["content/a.md"]);
        site.write("elders.md", "een");
        std::os::unix::fs::symlink("../elders.md", site.at("content/b.md")).unwrap();
        site.touch(&["content/b.md"]);
        let b = SourcePath::new("content/b.md").unwrap();
        assert_eq!(site.listed(), ["content/a.md", "content/b.md"]);
        assert_eq!(site.files.read(&b).unwrap().as_deref(), Some(&b"een"[..]));
        assert!(!site.files.forget_if_outdated());
        site.write("elders.md", "en twee");
        assert!(site.files.forget_if_outdated());
    }

    #[test]
    fn a_mark_stays_until_it_is_told_or_seen_that_the_file_changed() {
        let site = Site::of(&["content/a.md", "content/b.md", "content/c.md"]);
        let paths = ["content/a.md", "content/b.md", "content/c.md"];
        let [a, b, c] = paths.map(|own| SourcePath::new(own).unwrap());
        let old = || Mark::new(b"oud");
        for path in [&a, &b] {
            site.files.known.write().unwrap().marks.insert(path.clone(), old());
        }
        // One that comes between others keeps what is known of those.
        site.write("content/aa.md", "een");
        site.touch(&["content/a.md", "content/aa.md", "content/aa.md.new"]);
        // What was written just now has none.
        assert_eq!([&a, &b].map(|own| site.files.mark(own)), [None, Some(old())]);
        assert!(site.files.forget_if_outdated());
        assert_eq!(site.files.mark(&b), None);
        // It is noticed when that is written again, also when it was read again before.
        assert!(!site.files.forget_if_outdated());
        site.files.read(&c).unwrap();
        site.write("content/c.md", "twee");
        site.files.read(&c).unwrap();
        assert!(site.files.forget_if_outdated());
    }
}
