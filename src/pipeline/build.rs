//! From content tree to published site.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::timings::{Clock, Timings};
use super::unchanged::{self, Last, Record, Told};
use super::{Options, Purpose, Rebuild, Reuse, Run, Standing, Station, Task};
use crate::base::SourcePath;
use crate::catalog::Catalog;
use crate::config;
use crate::diag::problem::Host;
use crate::diag::{Diag, Fatal, Problem, SourceMap};
use crate::output::{Output, Spool};
use crate::publish::{self, Beside, Location};
use crate::vfs::{Disk, Files, Ledger};

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
    /// What was told of the last build, when nothing changed since and nothing was done.
    pub unchanged: Option<Told>,
    /// What can be kept for the next build.
    pub record: Option<Record>,
}

/// A site that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// How many files it has.
    pub files: usize,
    /// The folder it stands in.
    pub folder: PathBuf,
}

/// Builds the site below the root that the options name. `Fatal` is exit status 2: there is no site, or it
/// cannot be read or written.
pub fn build(task: Task<'_>) -> Result<Built, Fatal> {
    on_threads(task.options.jobs, || run(task))
}

/// Does work on this many threads; on as many as there are cores where it is `None`.
pub fn on_threads<T: Send>(jobs: Option<usize>, work: impl FnOnce() -> T + Send) -> T {
    let pool = jobs.map(|jobs| rayon::ThreadPoolBuilder::new().num_threads(jobs).build());
    match pool {
        Some(Ok(pool)) => pool.install(work),
        // The machine gives no threads: the work is the same on others.
        None | Some(Err(_)) => work(),
    }
}

/// The spool of a site that is only looked at: where nobody asks for a page, its bytes go when
/// it was read.
#[derive(Debug)]
struct Nowhere;

impl Spool for Nowhere {
    fn take(&self, _: &[u8]) -> Result<u64, Fatal> {
        Ok(0)
    }
}

fn run(task: Task<'_>) -> Result<Built, Fatal> {
    let Task { options, env } = task;
    let files = Disk::open(&options.root)?;
    let folder = folder(options);
    // A folder that may not be written to is refused before any work is done.
    let destination = folder.as_ref().map(|own| open(own, task)).transpose()?;
    let mut clock = Clock::start();
    let mut run = None;
    let standing = match (&destination, &options.reuse) {
        (None, _) if options.purpose == Purpose::Compare => Standing::Unknown,
        (None, _) => Standing::NotAsked,
        (Some(_), Reuse::Nothing | Reuse::Read(_)) => Standing::Unknown,
        (Some(destination), Reuse::Store(_)) => {
            let standing = destination.standing();
            if let Some(last) = Last::find(destination, task, &files, &standing) {
                return Ok(unchanged(last, options, folder));
            }
            run = destination.kept(Beside::Run).and_then(|bytes| Run::from_bytes(&bytes));
            Standing::Files(standing)
        }
    };
    let ledger = Ledger::new(&files);
    let mut rebuild = Rebuild::new(options.clone(), env.clone()).over(standing, run);
    rebuild = match &destination {
        Some(destination) => rebuild.spooling(Arc::new(destination.spool()?)),
        None if options.purpose == Purpose::Compare => rebuild.squeezing(),
        None => rebuild.spooling(Arc::new(Nowhere)),
    };
    let made = rebuild.site(&ledger)?;
    drop(rebuild);
    clock.lap("site");
    let mut built = Built {
        diags: made.diags,
        sources: made.sources,
        published: None,
        output: made.output.clone(),
        catalog: Some(made.catalog),
        timings: made.timings,
        unchanged: None,
        record: None,
    };
    let Some(((output, destination), folder)) = made.output.zip(destination).zip(folder) else {
        return Ok(built);
    };
    options.progress.reach(Station::Publish);
    let report = destination.publish(&output, &files)?;
    if let Some(run) = &made.run {
        destination.keep(Beside::Run, &run.to_bytes());
    }
    clock.lap("publish");
    built.timings.stations.extend(clock.taken.stations.pop());
    let files = report.written + report.unchanged;
    built.published = Some(Published { files, folder: options.root.join(folder) });
    let time_zone = built.catalog.as_ref().map(|own| own.config.time_zone.value.clone());
    // What was wrong beside the site is looked at again every time.
    let no_store = |diag: &Diag| matches!(diag.problem, Problem::Host(Host::NoStore { .. }));
    if let (Some(time_zone), Some(seen)) = (time_zone, ledger.seen())
        && unchanged::is_wanted(options)
        && !built.diags.iter().any(no_store)
    {
        let last = Last::of(task, &time_zone, seen, &output);
        built.record = Some(Record { destination, last });
    }
    Ok(built)
}

/// The folder to publish to, where a site is published.
fn folder(options: &Options) -> Option<PathBuf> {
    match &options.purpose {
        Purpose::Publish(folder) => {
            Some(folder.clone().unwrap_or_else(|| PathBuf::from("public")))
        }
        Purpose::Check | Purpose::Compare => None,
    }
}

fn open(folder: &Path, task: Task<'_>) -> Result<publish::Destination, Fatal> {
    let Task { options, env } = task;
    let (root, output) = (options.root.clone(), options.root.join(folder));
    publish::Destination::open(&Location { root, output, home: env.home.clone() })
}

fn unchanged(last: Last, options: &Options, folder: Option<PathBuf>) -> Built {
    let folder = options.root.join(folder.unwrap_or_default());
    let published = Some(Published { files: last.files, folder });
    Built { published, unchanged: Some(last.told), ..Built::default() }
}

/// Whether there is a site below a root at all.
pub fn exists(files: &dyn Files) -> Result<bool, Fatal> {
    let path = SourcePath::new(config::PATH);
    Ok(path.map(|path| files.read(&path)).transpose()?.flatten().is_some())
}
