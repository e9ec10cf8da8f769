//! Runs the stations.

mod build;
mod options;

pub use build::{Built, Published, build};
pub use options::{Links, Options, Pictures, Purpose, Strictness, Visibility};
