//! From content tree to published site.

use std::path::PathBuf;
use std::sync::Arc;

use super::timings::{Clock, Timings};
use super::{Options, Purpose, Rebuild, Reuse, Standing, Station};
use crate::base::SourcePath;
use crate::catalog::Catalog;
use crate::config;
use crate::diag::{Diag, Fatal, SourceMap};
use crate::output::Output;
use crate::publish::{self, Location};
use crate::vfs::{Disk, Env, Files};

/// What came of a build.
#[derive(Debug, Default)]
pub struct Built {
    /// Everything that was noted on the way, sorted by place.
    pub diags: Vec<Diag>,
    /// The texts that the diagnostics point into.
    pub sources: SourceMap,
    /// What was written; `None` when nothing was, because of errors or because the build only
    /// had to look.
    pub published: Option<Published>,
    /// The site; `None` when errors keep it from being made.
    pub output: Option<Arc<Output>>,
    /// All documents, as the site was made from them.
    pub catalog: Option<Catalog>,
    /// How long the stations took.
    pub timings: Timings,
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
pub fn build(options: &Options, env: &Env) -> Result<Built, Fatal> {
    match options.jobs {
        None => run(options, env),
        Some(jobs) => match rayon::ThreadPoolBuilder::new().num_threads(jobs).build() {
            Ok(pool) => pool.install(|| run(options, env)),
            // The machine gives no threads: the work is the same on one.
            Err(_) => run(options, env),
        },
    }
}

fn run(options: &Options, env: &Env) -> Result<Built, Fatal> {
    let files = Disk::open(&options.root)?;
    let folder = match &options.purpose {
        Purpose::Publish(folder) => {
            Some(folder.clone().unwrap_or_else(|| PathBuf::from("public")))
        }
        Purpose::Check => None,
    };
    // A folder that may not be written to is refused before any work is done.
    let destination = match &folder {
        Some(output) => {
            let output = options.root.join(output);
            let location =
                Location { root: options.root.clone(), output, home: env.home.clone() };
            Some(publish::Destination::open(&location)?)
        }
        None => None,
    };
    let mut clock = Clock::start();
    let standing = match (&destination, &options.reuse) {
        (None, _) => Standing::NotAsked,
        (Some(_), Reuse::Nothing) => Standing::Unknown,
        (Some(destination), Reuse::Store(_)) => Standing::Files(destination.standing()?),
    };
    let made = Rebuild::new(options.clone(), env.clone()).over(standing).site(&files)?;
    clock.lap("site");
    let mut built = Built {
        diags: made.diags,
        sources: made.sources,
        published: None,
        output: made.output.clone(),
        catalog: Some(made.catalog),
        timings: made.timings,
    };
    if let (Some(output), Some(destination), Some(folder)) = (&made.output, destination, folder)
    {
        options.progress.reach(Station::Publish);
        let report = destination.publish(output, &files)?;
        clock.lap("publish");
        built.timings.stations.extend(clock.taken.stations.pop());
        built.published = Some(Published {
            files: report.written + report.unchanged,
            folder: options.root.join(folder),
        });
    }
    Ok(built)
}

/// Whether there is a site below a root at all.
pub fn exists(files: &dyn Files) -> Result<bool, Fatal> {
    let path = SourcePath::new(config::PATH);
    Ok(path.map(|path| files.read(&path)).transpose()?.flatten().is_some())
}
