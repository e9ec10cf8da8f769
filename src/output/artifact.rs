//! One finished file.

use std::sync::Arc;

use crate::base::{OutPath, SourcePath, Span};

/// A finished file and where it goes.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// Where it goes.
    pub path: OutPath,
    /// What it holds.
    pub content: Content,
    /// The place in the sources that claims this path, for messages about collisions.
    pub claimed_by: Option<Span>,
}

/// What a finished file holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// The bytes of an input file, unchanged.
    Copy(SourcePath),
}
