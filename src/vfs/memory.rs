//! Files in memory: tests, and the theme that is part of the program.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Files, Folder, Listing, Mark, is_ignored};
use crate::base::SourcePath;
use crate::diag::Fatal;

/// A tree of files in memory. It imitates no links, permissions or folders without files.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<SourcePath, Arc<[u8]>>,
}

impl Memory {
    /// Adds or replaces a file.
    pub fn insert(&mut self, path: SourcePath, bytes: impl Into<Arc<[u8]>>) {
        self.files.insert(path, bytes.into());
    }

    /// Removes a file.
    pub fn remove(&mut self, path: &SourcePath) {
        self.files.remove(path);
    }
}

impl Files for Memory {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        let below = |path: &&SourcePath| folder.path_within(path).is_some();
        let kept = |path: &&SourcePath| !path.as_str().split('/').any(is_ignored);
        let files = self.files.keys().filter(below).filter(kept).cloned().collect();
        Ok(Listing { files, diags: Vec::new() })
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        Ok(self.files.get(path).map(Arc::clone))
    }

    fn mark(&self, path: &SourcePath) -> Option<Mark> {
        self.files.get(path).map(|bytes| Mark::new(bytes))
    }
}
