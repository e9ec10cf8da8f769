//! The files that commands write: new ones where none are, ones of ours that are written anew, and
//! those whose name the user gave.

#![expect(clippy::disallowed_methods, reason = "the door through which commands write")]

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};
use crate::{plain, store};

/// Writes a new file with the folders around it. One that is there stays as it is
/// (`AlreadyExists`); of one that cannot be written whole nothing stays.
pub(super) fn new_file(at: &Path, bytes: &[u8]) -> io::Result<()> {
    at.parent().map_or(Ok(()), fs::create_dir_all)?;
    let mut new = File::create_new(at)?;
    new.write_all(bytes).and_then(|()| new.flush()).inspect_err(|_| {
        // What went wrong first is what is told.
        let _ = fs::remove_file(at);
    })
}

/// Writes a file below a folder anew, in one step. Whoever may propose a change may put a link
/// there: nothing is written by way of one, be it the file itself or a folder around it.
pub(super) fn replace(root: &Path, path: &str, bytes: &[u8]) -> Result<(), Fatal> {
    let at = root.join(path);
    if let Some(link) = store::link_within(root, &at) {
        let path = link.strip_prefix(root).unwrap_or(&link).display().to_string();
        return Err(Fatal::new(Place::Nowhere, Host::LinkBeside { path }));
    }
    let by_way_of = at.with_extension("lerend-new");
    let made = at.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| plain::write(&at, &by_way_of, bytes))
        .map_err(|own| unwritable(&at, &own))
}

/// Writes a file that the user named, wherever that leads.
pub(super) fn named(at: &Path, bytes: &[u8]) -> Result<(), Fatal> {
    fs::write(at, bytes).map_err(|error| unwritable(at, &error))
}

/// Whether a file that the user named can be written, before the work that it is to tell of. It
/// stays as it is, and one that is not there is not there after.
pub(super) fn can_be_named(at: &Path) -> Result<(), Fatal> {
    let tried = match fs::metadata(at) {
        Ok(own) if own.is_file() || own.is_dir() => {
            File::options().append(true).open(at).map(drop)
        }
        // What is opened and closed has ended for the reader of a pipe.
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match File::create_new(at) {
            Ok(_) => fs::remove_file(at),
            // A link to what is not there yet.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    };
    tried.map_err(|error| unwritable(at, &error))
}

/// A file that cannot be written.
pub(super) fn unwritable(at: &Path, error: &io::Error) -> Fatal {
    let detail = format!("{}: {error}", at.display());
    Fatal::new(Place::Nowhere, Host::Unwritable { detail })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_file_is_written_anew_and_never_by_way_of_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (root, outside) = (folder.path().join("site"), folder.path().join("elders"));
        fs::create_dir_all(&root).unwrap();
        fs::create_dir_all(&outside).unwrap();
        for text in ["een", "twee"] {
            replace(&root, "a/b.json", text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(root.join("a/b.json")).unwrap(), text);
        }
        assert_eq!(fs::read_dir(root.join("a")).unwrap().count(), 1);
        fs::write(outside.join("b.json"), "van een ander").unwrap();
        symlink(outside.join("b.json"), root.join("b.json")).unwrap();
        symlink(&outside, root.join("c")).unwrap();
        for path in ["b.json", "c/b.json", "c/nieuw/b.json"] {
            let fatal = replace(&root, path, b"x").unwrap_err();
            assert_eq!(fatal.0.problem.code().name, "host/foreign-output", "{path}");
        }
        assert_eq!(fs::read_to_string(outside.join("b.json")).unwrap(), "van een ander");
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_was_named_may_be_a_link() {
        let folder = tempfile::tempdir().unwrap();
        symlink(folder.path().join("a"), folder.path().join("b")).unwrap();
        named(&folder.path().join("b"), b"x").unwrap();
        assert_eq!(fs::read(folder.path().join("a")).unwrap(), b"x");
    }

    #[test]
    fn a_file_that_was_named_is_tried_and_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("oud"), "oud").unwrap();
        symlink(at("nergens"), at("link")).unwrap();
        for name in ["oud", "nieuw", "link"] {
            can_be_named(&at(name)).unwrap();
        }
        assert_eq!(fs::read_to_string(at("oud")).unwrap(), "oud");
        assert!(!at("nieuw").exists() && fs::read_link(at("link")).is_ok());
        for name in ["", "geen/map", "oud/bestand"] {
            assert!(can_be_named(&at(name)).is_err(), "{name}");
        }
    }
}
