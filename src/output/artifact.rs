//! One finished file.

use std::sync::Arc;

use crate::base::{OutPath, SourcePath, Span};

use super::Facts;

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
    /// What an earlier build made.
    Kept(Kept),
}

impl Content {
    /// The bytes, where they are in memory.
    pub fn bytes(&self) -> Option<&Arc<[u8]>> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Kept(kept) => kept.bytes.as_ref(),
            Self::Copy(_) => None,
        }
    }
}

/// A file of an earlier build that stays as it is.
#[derive(Debug, Clone)]
pub struct Kept {
    /// What is known about it.
    pub facts: Facts,
    /// Its bytes; `None` when the output folder holds them at the same path.
    pub bytes: Option<Arc<[u8]>>,
}
