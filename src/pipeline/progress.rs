//! How far a build is.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};

/// What a build is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Station {
    /// Reads and parses files.
    Read,
    /// Loads the theme.
    Theme,
    /// Brings everything together.
    Catalog,
    /// Makes pages.
    Pages,
    /// Makes pictures in their sizes.
    Pictures,
    /// Collects and checks what was made.
    Check,
    /// Writes the site.
    Publish,
    /// Asks other sites.
    Web,
}

/// How far a build is; a copy sees the same.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    station: AtomicU8,
    /// How many things this station makes; 0 where nobody counts.
    all: AtomicUsize,
    done: AtomicUsize,
}

impl Progress {
    /// Says what is done now.
    pub fn reach(&self, station: Station) {
        self.count(station, 0);
    }

    /// Says what is done now, and how many times.
    pub(super) fn count(&self, station: Station, all: usize) {
        self.0.done.store(0, Ordering::Relaxed);
        self.0.all.store(all, Ordering::Relaxed);
        self.0.station.store(station as u8, Ordering::Relaxed);
    }

    /// Says that one more is done.
    pub(super) fn step(&self) {
        self.0.done.fetch_add(1, Ordering::Relaxed);
    }

    /// What is done now.
    pub fn station(&self) -> Station {
        match self.0.station.load(Ordering::Relaxed) {
            0 => Station::Read,
            1 => Station::Theme,
            2 => Station::Catalog,
            3 => Station::Pages,
            4 => Station::Pictures,
            5 => Station::Check,
            6 => Station::Publish,
            _ => Station::Web,
        }
    }

    /// How many are done, and of how many; `None` where nobody counts.
    pub fn counted(&self) -> Option<(usize, usize)> {
        let all = self.0.all.load(Ordering::Relaxed);
        (all > 0).then(|| (self.0.done.load(Ordering::Relaxed).min(all), all))
    }
}
