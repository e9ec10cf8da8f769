//! Which paths are taken: two files that some file system takes for one are refused.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::base::OutPath;
use crate::diag::Place;

use super::{Artifact, Content, MANIFEST};

/// The longest path that every host and file system takes, in bytes.
const LONGEST: usize = 1000;

/// Names that are devices on Windows, with any ending.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

/// A file that has its place.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub path: OutPath,
    /// Where somebody wrote it; nowhere for a file that the build makes by itself.
    pub by: Option<Place>,
}

impl Claim {
    pub(super) fn of(artifact: &Artifact) -> Self {
        let source = match &artifact.content {
            Content::Copy(source, _) => Some(Place::File(source.clone())),
            _ => None,
        };
        let by = artifact.claimed_by.map(Place::Span).or(source);
        Self { path: artifact.path.clone(), by }
    }
}

/// Why a place is refused.
#[derive(Debug, Clone)]
pub(super) enum Clash {
    /// Another file has this path, or one that is taken for it.
    With(Claim),
    /// The path is a folder of this file.
    FolderOf(Claim),
    /// This file stands where the path needs a folder.
    Below(Claim),
    Reserved,
    Unportable,
}

/// Every place that is taken, by a key that is the same for paths taken for one.
#[derive(Debug, Clone, Default)]
pub(super) struct Claims {
    files: BTreeMap<String, Claim>,
    /// Every folder, with a file below it.
    folders: BTreeMap<String, Claim>,
}

impl Claims {
    /// Takes a place, or says why it cannot be had.
    pub(super) fn claim(&mut self, claim: &Claim) -> Result<(), Clash> {
        let path = claim.path.as_str();
        if path == MANIFEST {
            return Err(Clash::Reserved);
        }
        if path.len() > LONGEST || path.split('/').any(is_unportable) {
            return Err(Clash::Unportable);
        }
        let key = key(path);
        if let Some(other) = self.files.get(&key) {
            return Err(Clash::With(other.clone()));
        }
        if let Some(below) = self.folders.get(&key) {
            return Err(Clash::FolderOf(below.clone()));
        }
        if let Some(file) = folders(&key).find_map(|folder| self.files.get(folder)) {
            return Err(Clash::Below(file.clone()));
        }
        for folder in folders(&key) {
            if self.folders.contains_key(folder) {
                break;
            }
            self.folders.insert(folder.to_owned(), claim.clone());
        }
        self.files.insert(key, claim.clone());
        Ok(())
    }
}

/// The folders of a path, the deepest first.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(path.rsplit_once('/'), |(folder, _)| folder.rsplit_once('/'))
        .map(|(folder, _)| folder)
}

/// What is the same for paths that some file system takes for one.
fn key(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    // To upper case first, so that `ß` and `SS` meet.
    path.nfd().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
}

fn is_unportable(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or_default();
    let numbered = |port: &str| {
        stem.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(port))
            && matches!(stem.as_bytes(), [_, _, _, b'1'..=b'9'])
    };
    segment.ends_with(['.', ' '])
        || DEVICES.iter().any(|device| device.eq_ignore_ascii_case(stem))
        || numbered("com")
        || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim_all(paths: &[&str]) -> String {
        let mut claims = Claims::default();
        let mut outcome = String::new();
        for path in paths {
            let claim = Claim { path: OutPath::new(path).unwrap(), by: None };
            outcome.push_str(match claims.claim(&claim) {
                Ok(()) => "ok ",
                Err(Clash::With(_)) => "same ",
                Err(Clash::FolderOf(_)) => "folder ",
                Err(Clash::Below(_)) => "below ",
                Err(Clash::Reserved) => "reserved ",
                Err(Clash::Unportable) => "unportable ",
            });
        }
        outcome
    }

    #[test]
    fn paths_that_a_file_system_takes_for_one_are_refused() {
        assert_eq!(claim_all(&["a/index.html", "a/index.html"]), "ok same ");
        assert_eq!(claim_all(&["Foo.html", "foo.html"]), "ok same ");
        assert_eq!(claim_all(&["caf\u{e9}.html", "cafe\u{301}.html"]), "ok same ");
        assert_eq!(claim_all(&["straße.html", "STRASSE.html"]), "ok same ");
        assert_eq!(claim_all(&["a/b", "a/c", "b"]), "ok ok ok ");
    }

    #[test]
    fn a_path_is_a_file_or_a_folder_and_not_both() {
        assert_eq!(claim_all(&["a/b/c", "a", "a/b"]), "ok folder folder ");
        assert_eq!(claim_all(&["a", "a/b/c"]), "ok below ");
    }

    #[test]
    fn names_that_do_not_travel_are_refused() {
        assert_eq!(
            claim_all(&["con/index.html", "NUL.txt", "com1.html", "a./b", "b ", "concept/a"]),
            "unportable unportable unportable unportable unportable ok "
        );
        assert_eq!(claim_all(&["a/".repeat(600).trim_end_matches('/')]), "unportable ");
        assert_eq!(claim_all(&["manifest.json", "a/manifest.json"]), "reserved ok ");
    }
}
