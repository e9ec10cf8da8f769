//! What went wrong with which file, before it is told.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::diag::problem::{Host, Output as Problem};
use crate::diag::{Diag, Fatal, Place};

use super::place::shown;

/// Why publishing stopped.
#[derive(Debug)]
pub(super) enum Fault {
    /// The operating system refused something.
    Io {
        path: PathBuf,
        error: io::Error,
    },
    /// The same, in a folder from which the previous site was taken away.
    Emptied {
        path: PathBuf,
        error: io::Error,
    },
    /// Another process has the folder.
    Locked {
        process: Option<u32>,
    },
    /// A file that is copied is no longer what it was.
    SourceGone {
        path: String,
    },
    /// The folder beside the output is not ours.
    Foreign {
        path: PathBuf,
        example: String,
    },
    /// Files of somebody else got into the site that was switched out.
    Stray {
        path: PathBuf,
        names: Vec<String>,
    },
    /// A link stands where the program keeps something of its own.
    Link {
        path: PathBuf,
    },
    Already(Fatal),
}

impl Fault {
    /// For `map_err`: an error at a path.
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Io { path, error }
    }

    /// The same, where it is no longer true that the previous site stands.
    pub(super) fn emptied(self) -> Self {
        match self {
            Self::Io { path, error } => Self::Emptied { path, error },
            other => other,
        }
    }

    /// Whether the system does not move a folder because it belongs to another layer or disk.
    pub(super) fn is_across(&self) -> bool {
        matches!(self, Self::Io { error, .. } if error.kind() == ErrorKind::CrossesDevices)
    }

    /// The problem, with paths relative to the root of the site where they are inside it.
    pub(super) fn into_fatal(self, root: &Path) -> Fatal {
        let problem = match self {
            Self::Io { path, error } if error.kind() == ErrorKind::PermissionDenied => {
                Host::NotAllowed { path: shown(root, &path), detail: error.to_string() }
            }
            Self::Io { path, error } => {
                Host::NotPublished { path: shown(root, &path), detail: error.to_string() }
            }
            Self::Emptied { path, error } => {
                Host::Emptied { path: shown(root, &path), detail: error.to_string() }
            }
            Self::Locked { process } => Host::Locked { process },
            Self::Foreign { path, example } => {
                let example = shown(root, &path.join(example));
                Host::ForeignOutput { example, count: 1 }
            }
            Self::Stray { path, names } => {
                let example = path.join(names.first().map_or("", String::as_str));
                Host::StrayOutput { example: shown(root, &example), count: names.len() }
            }
            Self::Link { path } => Host::LinkBeside { path: shown(root, &path) },
            Self::SourceGone { path } => {
                let diag = Diag::new(Place::Nowhere, Problem::SourceGone { path });
                return Fatal(Box::new(diag));
            }
            Self::Already(fatal) => return fatal,
        };
        Fatal::new(Place::Nowhere, problem)
    }
}
