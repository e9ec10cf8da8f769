//! Where the output goes, and where it may not go.

#![expect(clippy::disallowed_methods, reason = "the door out makes the output's parent folder")]

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf, absolute};

use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};
use crate::output::{MANIFEST, Manifest};

use super::Beside;
use super::fault::Fault;

/// Folders of a site that are never output and never hold it.
const SOURCES: &[&str] = &["content", "themes", ".git", STORE];
/// The folder of the store, where no other is named.
const STORE: &str = ".lerend";

/// Where the output goes.
#[derive(Debug, Clone)]
pub struct Location {
    /// The root of the site.
    pub root: PathBuf,
    /// The output folder; relative ones are relative to the root.
    pub output: PathBuf,
    /// The home folder of the user, where known.
    pub home: Option<PathBuf>,
}

/// The folders on disk, with every link followed.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    /// The output folder, which need not be there yet.
    pub live: PathBuf,
    /// The folder beside it with the lock, the staging tree and the stamp.
    pub beside: PathBuf,
}

impl Spot {
    pub(super) fn tree(&self) -> PathBuf {
        self.of(Beside::Tree)
    }

    pub(super) fn old(&self) -> PathBuf {
        self.of(Beside::Old)
    }

    /// Where something stands in the folder beside the output.
    pub(super) fn of(&self, own: Beside) -> PathBuf {
        self.beside.join(own.as_str())
    }

    /// Where it is written before it gets its name.
    pub(super) fn half(&self, own: Beside) -> PathBuf {
        self.beside.join(own.half())
    }
}

/// Works out the folders and refuses an output that would take something with it.
pub(super) fn find(location: &Location) -> Result<Spot, Fatal> {
    let root = &location.root;
    let told = |fault: Fault| fault.into_fatal(root);
    let live = real(&root.join(&location.output)).map_err(told)?;
    let real_root = real(root).map_err(told)?;
    let path = shown(root, &live);
    let refused = |problem| Err(Fatal::new(Place::Nowhere, problem));

    let mut protected = vec![real_root.clone()];
    protected.extend(location.home.as_deref().map(real).transpose().map_err(told)?);
    for source in SOURCES {
        let source = real(&root.join(source)).map_err(told)?;
        if live.starts_with(&source) && live != source {
            return refused(Host::OutputInside { path, inside: shown(root, &source) });
        }
        protected.push(source);
    }
    let above = live.ancestors().skip(1).take_while(|own| **own != real_root);
    if let Some(site) = above.into_iter().find(|own| is_site(own)) {
        return refused(Host::OutputInside { path, inside: shown(root, site) });
    }
    if let Some(held) = protected.iter().find(|held| held.starts_with(&live)) {
        return refused(Host::UnsafeOutput { path, holds: shown(root, held) });
    }
    let (Some(parent), Some(name)) = (live.parent(), live.file_name()) else {
        return refused(Host::UnsafeOutput { path: path.clone(), holds: path });
    };
    match fs::metadata(&live) {
        Ok(found) if !found.is_dir() => return refused(Host::OutputNoFolder { path }),
        Ok(_) if is_mounted(&live) => return refused(Host::OutputMounted { path }),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(parent).map_err(Fault::at(parent)).map_err(told)?;
        }
        Err(error) => return Err(told(Fault::at(&live)(error))),
    }
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push("-lerend");
    Ok(Spot { beside: parent.join(hidden), live })
}

/// Whether another file system begins at a folder, or a part of the same: a system that does not tell refuses to
/// move it, once the site is made.
#[cfg(target_os = "linux")]
fn is_mounted(folder: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty())
        .is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(not(target_os = "linux"))]
fn is_mounted(_: &Path) -> bool {
    false
}

/// Whether a folder is one that a build made.
fn is_site(folder: &Path) -> bool {
    fs::read(folder.join(MANIFEST)).is_ok_and(|bytes| Manifest::read(&bytes).is_some())
}

/// The folder of the site that a store would become a part of: its output, or one with sources.
pub fn around_store(location: &Location, store: &Path) -> Option<String> {
    let root = &location.root;
    let store = real(store).ok()?;
    let folders = SOURCES.iter().filter(|name| **name != STORE).map(|name| root.join(name));
    let mut folders = folders.chain([root.join(&location.output)]);
    let around =
        folders.find_map(|own| real(&own).ok().filter(|own| store.starts_with(own)))?;
    Some(shown(root, &around))
}

/// The path with links followed as far as it is there. Unlike `fs::canonicalize` it need not
/// be there.
fn real(path: &Path) -> Result<PathBuf, Fault> {
    let mut real = PathBuf::new();
    for component in absolute(path).map_err(Fault::at(path))?.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            Component::Normal(_) | Component::RootDir | Component::Prefix(_) => {
                real.push(component);
                match fs::canonicalize(&real) {
                    Ok(found) => real = found,
                    Err(error) if error.kind() == ErrorKind::NotFound => {}
                    Err(error) => return Err(Fault::at(&real)(error)),
                }
            }
        }
    }
    Ok(real)
}

/// A path for messages: relative to the root where it is inside it.
pub(super) fn shown(root: &Path, path: &Path) -> String {
    let real_root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let short = path.strip_prefix(&real_root).or_else(|_| path.strip_prefix(root));
    match short.unwrap_or(path) {
        short if short.as_os_str().is_empty() => ".".to_owned(),
        short => short.to_string_lossy().into_owned(),
    }
}
