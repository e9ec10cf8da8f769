//! Shows the site while it is being written: from memory, with a reload on every change.
//!
//! A browser on this machine is the only visitor: other hosts, names and origins are refused,
//! and nothing is looked up but the paths of the output.

mod browser;
mod content_type;
mod desk;
mod guard;
mod http;
mod item;
mod lookup;
mod page;
mod policy;
mod range;
mod reload;
mod server;
mod watch;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod traversal_tests;
#[cfg(test)]
mod watch_tests;

use std::path::PathBuf;
use std::sync::Arc;

use crate::base::PREVIEW_PORT;
use crate::diag::Language;
use crate::output::Output;

pub use item::{Group, Item, Items};
pub use server::Server;

/// Where to listen.
#[derive(Debug, Clone)]
pub struct Options {
    /// A name or number of this machine; `127.0.0.1` keeps visitors from elsewhere out.
    pub host: String,
    /// The port; 0 lets the system choose one.
    pub port: u16,
    /// The language of the overlay with problems.
    pub language: Language,
}

impl Default for Options {
    fn default() -> Self {
        Self { host: "127.0.0.1".to_owned(), port: PREVIEW_PORT, language: Language::default() }
    }
}

/// What a build made.
#[derive(Debug, Default)]
pub struct Rebuilt {
    /// The site; `None` when it has errors, and then the last good one stays.
    pub output: Option<Arc<Output>>,
    /// Errors, which are laid over the page.
    pub errors: Vec<Item>,
    /// What else asks for attention.
    pub notices: Items,
}

/// What to watch for changes.
#[derive(Debug, Clone, Default)]
pub struct Watched {
    /// Folders and files; they need not be there yet.
    pub roots: Vec<PathBuf>,
}
