//! The index of a site that is served: it follows the site.

use std::collections::{BTreeMap, BTreeSet};

use super::Options;
use super::searching::{index, key, parts};
use crate::catalog::{Catalog, DocumentPart, Reads};
use crate::diag::Fatal;
use crate::output::Artifact;
use crate::render::outputs::search::IndexPart;
use crate::store::Key;

/// The index as it was made last.
#[derive(Debug, Default)]
pub struct ServedIndex {
    of: Option<Catalog>,
    /// By folder.
    parts: BTreeMap<String, Made>,
}

/// A part, with what it was made from.
#[derive(Debug, Clone)]
struct Made {
    order: Key,
    reads: Reads,
    key: Key,
    files: Vec<Artifact>,
}

impl ServedIndex {
    /// The files of the index of a catalogue; `None` when they would be those of the last time. Only
    /// parts are made that show what changed. `Fatal` when the indexer fails.
    pub fn files(
        &mut self,
        catalog: &Catalog,
        options: &Options,
    ) -> Result<Option<Vec<Artifact>>, Fatal> {
        let changed = self.of.as_ref().and_then(|before| catalog.changed_since(before));
        let parts = parts(catalog, options);
        let mut is_same = parts.len() == self.parts.len();
        let mut made = BTreeMap::new();
        for part in parts {
            let last = self.parts.get(&part.folder);
            let own = self.part(&part, catalog, changed.as_ref())?;
            is_same &= last.is_some_and(|last| last.key == own.key);
            made.insert(part.folder, own);
        }
        (self.of, self.parts) = (Some(catalog.clone()), made);
        let files = || self.parts.values().flat_map(|own| own.files.iter().cloned()).collect();
        Ok((!is_same).then(files))
    }

    fn part(
        &self,
        part: &IndexPart,
        catalog: &Catalog,
        changed: Option<&BTreeSet<DocumentPart>>,
    ) -> Result<Made, Fatal> {
        let last = self.parts.get(&part.folder).filter(|own| own.order == part.order());
        if let (Some(own), Some(changed)) = (last, changed)
            && !own.reads.meets(changed)
        {
            return Ok(own.clone());
        }
        let (pages, reads) = catalog.reads_of(|own| part.searchable(own));
        let key = key(part, &pages);
        let files = match last.filter(|own| own.key == key) {
            Some(own) => own.files.clone(),
            None => index(part, &pages)?,
        };
        Ok(Made { order: part.order(), reads, key, files })
    }
}
