//! From content tree to finished site.

use std::path::PathBuf;
use std::time::Duration;

use super::Options;
use crate::base::SourcePath;
use crate::diag::problem::Host;
use crate::diag::{Diag, Fatal, Place, SourceMap};
use crate::vfs::{Disk, Env, Files};

/// What came of a build.
#[derive(Debug, Default)]
pub struct Built {
    /// Everything that was noted on the way, in any order.
    pub diags: Vec<Diag>,
    /// The texts that the diagnostics point into.
    pub sources: SourceMap,
    /// What was written; `None` when nothing was, because of errors or because the build only
    /// had to look.
    pub published: Option<Published>,
    /// How long each station took, in their order.
    pub timings: Vec<(&'static str, Duration)>,
}

/// A site that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// How many files it has.
    pub files: usize,
    /// The folder it stands in.
    pub folder: PathBuf,
}

/// Builds the site below `options.root`. `Fatal` is exit status 2: there is no site, or it
/// cannot be read or written.
pub fn build(options: &Options, _env: &Env) -> Result<Built, Fatal> {
    // The stations are plugged in here.
    let files = Disk::open(&options.root)?;
    let site = SourcePath::new("content/site.yaml");
    match site.map(|path| files.read(&path)).transpose()?.flatten() {
        Some(_) => Ok(Built::default()),
        None => Err(Fatal::new(Place::Nowhere, Host::NoSite)),
    }
}
