//! Finished files, and the site as a value.

mod artifact;

pub use artifact::{Artifact, Content};
