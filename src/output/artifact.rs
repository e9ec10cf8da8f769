//! One finished file.

use std::fmt;
use std::sync::Arc;

use crate::base::{OutPath, SourcePath, Span};
use crate::diag::Fatal;

use super::{Facts, Squeezed};

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
    /// These bytes, in less memory.
    Squeezed(Squeezed),
    /// The bytes of an input file, unchanged; with what is known about them, where that is known.
    Copy(SourcePath, Option<Facts>),
    /// What need not be looked at again.
    Kept(KeptFile),
    /// Bytes that are made when somebody asks for them. Only in a site that is served: while nobody
    /// asked, its facts are those of an empty file.
    Later(Later),
}

impl Content {
    /// The bytes, where they are in memory or can be made.
    pub fn bytes(&self) -> Option<Arc<[u8]>> {
        if let Self::Later(own) = self {
            return Some(own.bytes());
        }
        match self.held()? {
            Held::Memory(bytes) => Some(bytes),
            Held::Squeezed(own) => own.bytes(),
            Held::InPlace | Held::Spooled(_) => None,
        }
    }

    /// Where the bytes are; `None` of a copy and of what is still to be made.
    pub fn held(&self) -> Option<Held> {
        match self {
            Self::Bytes(bytes) => Some(Held::Memory(Arc::clone(bytes))),
            Self::Squeezed(own) => Some(Held::Squeezed(own.clone())),
            Self::Kept(kept) => Some(kept.held.clone()),
            Self::Copy(..) | Self::Later(_) => None,
        }
    }
}

/// Bytes that are made when somebody asks for them, every time anew: nothing of them stays in
/// memory.
#[derive(Clone)]
pub struct Later(Arc<dyn Fn() -> Vec<u8> + Send + Sync>);

impl Later {
    /// Bytes that this makes, the same every time.
    pub fn new(make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self(Arc::new(make))
    }

    /// Makes them.
    pub fn bytes(&self) -> Arc<[u8]> {
        (self.0)().into()
    }
}

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Later").finish_non_exhaustive()
    }
}

/// A file whose facts are known.
#[derive(Debug, Clone)]
pub struct KeptFile {
    /// What is known about it.
    pub facts: Facts,
    /// Where its bytes are.
    pub held: Held,
}

/// Where the bytes of a file are.
#[derive(Debug, Clone)]
pub enum Held {
    /// In memory.
    Memory(Arc<[u8]>),
    /// In memory, in less of it.
    Squeezed(Squeezed),
    /// In the output folder, at the same path; or nobody asks for them.
    InPlace,
    /// With the spool that took them, under this number.
    Spooled(u64),
}

/// Takes the bytes of finished files while others are still being made, so that they need not
/// all be in memory.
pub trait Spool: fmt::Debug + Send + Sync {
    /// Takes bytes and returns their number. `Fatal` when they cannot be written.
    fn take(&self, bytes: &[u8]) -> Result<u64, Fatal>;
}
