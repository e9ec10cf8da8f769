//! One tree over another: files above win one by one. The only overlay there is.

use std::ops::Range;
use std::sync::Arc;

use super::{Files, Folder, Listing, Mark};
use crate::base::SourcePath;
use crate::diag::Fatal;

/// The files of `over`, and of `under` where `over` has none.
#[derive(Debug, Clone, Copy)]
pub struct Overlay<A, B> {
    over: A,
    under: B,
}

impl<A: Files, B: Files> Overlay<A, B> {
    /// Lays one tree over another.
    pub fn new(over: A, under: B) -> Self {
        Self { over, under }
    }
}

impl<A: Files, B: Files> Files for Overlay<A, B> {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        let mut over = self.over.list(folder)?;
        over.files.extend(self.under.list(folder)?.files);
        over.files.sort_unstable();
        over.files.dedup();
        Ok(over)
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        match self.over.read(path)? {
            Some(bytes) => Ok(Some(bytes)),
            None => self.under.read(path),
        }
    }

    fn size(&self, path: &SourcePath) -> Option<u64> {
        self.over.size(path).or_else(|| self.under.size(path))
    }
}

impl<F: Files + ?Sized> Files for &F {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        (**self).list(folder)
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        (**self).read(path)
    }

    fn read_part(
        &self,
        path: &SourcePath,
        part: Range<usize>,
    ) -> Result<Option<Arc<[u8]>>, Fatal> {
        (**self).read_part(path, part)
    }

    fn size(&self, path: &SourcePath) -> Option<u64> {
        (**self).size(path)
    }

    fn mark(&self, path: &SourcePath) -> Option<Mark> {
        (**self).mark(path)
    }
}
