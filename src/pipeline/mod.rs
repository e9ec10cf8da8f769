//! Runs the stations: read, parse, bring together, plan, render, collect, check, publish.

mod assets;
mod beside;
mod build;
mod options;
mod pictures;
mod places;
mod read;
mod site;

pub use build::{Built, Published, build, exists};
pub use options::{Links, Options, Pictures, Purpose, Strictness, Visibility};
pub use site::{SiteBuilt, site};
