//! What the machine says, read once when the program starts.

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::base::Date;
use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};

/// What the machine says.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// The current folder.
    pub folder: PathBuf,
    /// The folder of the whole repository, where a build service says it: `GITHUB_WORKSPACE` or
    /// `CI_PROJECT_DIR`.
    pub workspace: Option<PathBuf>,
    /// The home folder of the user.
    pub home: Option<PathBuf>,
    /// `LANG`.
    pub lang: Option<String>,
    /// `SOURCE_DATE_EPOCH`, as written.
    pub source_date_epoch: Option<String>,
    /// Whether diagnostics go to a terminal that shows colours, and nobody set `NO_COLOR`.
    pub colour: bool,
    /// Whether somebody watches a terminal: not in a build service.
    pub watched: bool,
    /// Columns of the terminal, where known.
    pub columns: Option<usize>,
    /// The clock when the program started: seconds since 1970.
    pub clock: i64,
    /// Whether the clock goes on.
    pub goes_on: bool,
}

/// Columns of the terminal that messages go to; a shell keeps `COLUMNS` to itself.
fn columns() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(std::io::stderr()).ok()?;
    Some(usize::from(size.ws_col)).filter(|columns| *columns > 0)
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
fn clock() -> i64 {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(passed.as_secs()).unwrap_or(i64::MAX)
}

impl Surroundings {
    /// Reads them.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    pub fn read() -> Self {
        let var = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let dumb = var("TERM").is_some_and(|term| term == "dumb");
        Self {
            // Without a current folder every relative path fails later, with its own message.
            folder: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            workspace: var("GITHUB_WORKSPACE")
                .or_else(|| var("CI_PROJECT_DIR"))
                .map(PathBuf::from),
            home: var("HOME").map(PathBuf::from),
            lang: var("LANG"),
            source_date_epoch: var("SOURCE_DATE_EPOCH"),
            colour: std::io::stderr().is_terminal() && var("NO_COLOR").is_none() && !dumb,
            watched: std::io::stderr().is_terminal() && var("CI").is_none() && !dumb,
            columns: var("COLUMNS").and_then(|columns| columns.parse().ok()).or_else(columns),
            clock: clock(),
            goes_on: true,
        }
    }

    /// The moment of the build: `SOURCE_DATE_EPOCH`, or the clock. A value that is no number
    /// of seconds is refused, because a build that must be repeatable would not be.
    pub(super) fn now(&self) -> Result<i64, Fatal> {
        let Some(epoch) = &self.source_date_epoch else {
            return Ok(if self.goes_on { clock() } else { self.clock });
        };
        let moment = epoch.trim().parse().ok().filter(|own| Date::KNOWN_SECONDS.contains(own));
        moment.ok_or_else(|| {
            Fatal::new(Place::Nowhere, Host::NoMoment { written: epoch.clone() })
        })
    }
}
