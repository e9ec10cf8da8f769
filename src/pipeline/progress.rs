//! How far a build is.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// What a build is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Station {
    /// Reads and parses files.
    Read,
    /// Loads the theme.
    Theme,
    /// Brings everything together.
    Catalog,
    /// Makes pages and pictures.
    Render,
    /// Collects and checks what was made.
    Check,
    /// Writes the site.
    Publish,
}

/// How far a build is; a copy sees the same.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<AtomicU8>);

impl Progress {
    /// Says what is done now.
    pub fn reach(&self, station: Station) {
        self.0.store(station as u8, Ordering::Relaxed);
    }

    /// What is done now.
    pub fn station(&self) -> Station {
        match self.0.load(Ordering::Relaxed) {
            0 => Station::Read,
            1 => Station::Theme,
            2 => Station::Catalog,
            3 => Station::Render,
            4 => Station::Check,
            _ => Station::Publish,
        }
    }
}
