//! What tells a file from what may stand there later, without reading it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Where the system keeps a file, its size, and when it was written and changed: two files
/// with the same mark at the same path have the same bytes. A program that maps a file into its
/// memory and writes there can change it without its mark for as long as the map stands; those
/// that people write texts with do not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark(Arc<[u8]>);

impl Mark {
    /// A mark of everything that is known.
    pub(super) fn new(known: &[u8]) -> Self {
        Self(known.into())
    }
}
