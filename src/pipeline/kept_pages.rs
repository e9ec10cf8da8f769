//! Pages of earlier builds that need not be made again.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::OutPath;
use crate::catalog::DocumentPart;
use crate::check::Looked;
use crate::diag::Fatal;
use crate::lint::Told;
use crate::output::{Artifact, Content, Facts, Hash, Held, KeptFile, Output, Spool, Squeezer};
use crate::store::{Key, KeyMaker, Store};

use super::untouched::{MadeFrom, Work};

/// What the output folder holds.
#[derive(Debug, Clone, Default)]
pub enum Standing {
    /// It is not known, or nothing is published.
    #[default]
    Unknown,
    /// These files, each with the hash of its bytes.
    Files(BTreeMap<String, Hash>),
    /// Nobody will ask for bytes: the facts of a page are enough.
    NotAsked,
}

impl Standing {
    fn holds(&self, path: &OutPath, hash: &Hash) -> bool {
        match self {
            Self::Unknown => false,
            Self::Files(files) => files.get(path.as_str()) == Some(hash),
            Self::NotAsked => true,
        }
    }
}

/// The pages of a build that was made in this process, with what each was made from.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    pub(super) output: Arc<Output>,
    pub(super) keys: BTreeMap<OutPath, Key>,
    pub(super) made_from: Option<MadeFrom>,
    /// How it was made.
    pub(super) work: Work,
    /// What was found in its links.
    pub(super) links: Looked,
    /// What was said of its texts.
    pub(super) told: Told,
}

impl Earlier {
    /// What changed of documents since; `None` when anything else changed too.
    pub(super) fn changed(&self, now: &MadeFrom) -> Option<BTreeSet<DocumentPart>> {
        let before = self.made_from.as_ref()?;
        let is_same = Arc::ptr_eq(&now.dress, &before.dress);
        is_same.then(|| now.catalog.changed_since(&before.catalog))?
    }
}

/// The key of the facts of a file whose bytes have a key of their own in the store. The bytes are
/// found again by another version of the program; what facts there are is its own.
fn facts_key(of: &Key) -> Key {
    KeyMaker::of("facts", env!("LEREND_FINGERPRINT")).part(of.as_bytes()).key()
}

/// Where pages of earlier builds are found.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct KeptPages<'a> {
    pub(super) earlier: Option<&'a Earlier>,
    pub(super) store: Option<&'a Store>,
    pub(super) standing: Option<&'a Standing>,
    /// Where the bytes of new files go; they stay in memory without one.
    pub(super) spool: Option<&'a dyn Spool>,
    /// What makes the bytes of new files smaller that stay in memory.
    pub(super) squeezer: Option<&'a Squeezer>,
    /// Whether files that readers seldom ask for are made when somebody does.
    pub(super) is_served: bool,
}

impl KeptPages<'_> {
    /// Whether there is anything to find, or to keep for later.
    pub(super) fn is_used(&self) -> bool {
        self.earlier.is_some() || self.store.is_some_and(Store::keeps)
    }

    /// Whether a later build is told how each page came to be.
    pub(super) fn remembers(&self) -> bool {
        self.earlier.is_some() || matches!(self.standing, Some(Standing::Files(_)))
    }

    /// The file at a path that was made from the same: from memory, or of the output folder.
    pub(super) fn find(&self, path: &OutPath, key: &Key) -> Option<KeptFile> {
        self.in_memory(path, key).or_else(|| {
            let facts = Facts::from_bytes(&self.store?.get(key)?)?;
            self.standing?
                .holds(path, &facts.hash)
                .then_some(KeptFile { facts, held: Held::InPlace })
        })
    }

    /// The same for a file whose bytes are in the store under `key`, with what its facts are
    /// kept by.
    pub(super) fn find_made(&self, path: &OutPath, key: &Key) -> (Option<KeptFile>, Key) {
        let facts = facts_key(key);
        let known = self.find(path, &facts);
        if let (Some(_), Some(store)) = (&known, self.store) {
            store.touch(key);
        }
        (known, facts)
    }

    /// What is known about a file that was made from the same, wherever its bytes are.
    pub(super) fn facts(&self, path: &OutPath, key: &Key) -> Option<Facts> {
        let earlier = self.earlier.filter(|own| own.keys.get(path) == Some(key));
        let known = earlier.and_then(|own| own.output.get(path.as_str()));
        known
            .map(|(_, file)| file.facts.clone())
            .or_else(|| Facts::from_bytes(&self.store?.get(key)?))
    }

    /// A new file: its bytes go to the spool, unless the output folder holds them already.
    pub(super) fn finished(
        &self,
        path: &OutPath,
        bytes: impl AsRef<[u8]> + Into<Arc<[u8]>>,
    ) -> Result<Content, Fatal> {
        let Some(spool) = self.spool else {
            let squeezed = self.squeezer.and_then(|own| own.squeeze(path, bytes.as_ref()));
            return Ok(squeezed.map_or_else(|| Content::Bytes(bytes.into()), Content::Squeezed));
        };
        let bytes = bytes.as_ref();
        let facts = Facts::of(path, bytes, None);
        let is_there = self.standing.is_some_and(|own| own.holds(path, &facts.hash));
        let held = if is_there { Held::InPlace } else { Held::Spooled(spool.take(bytes)?) };
        Ok(Content::Kept(KeptFile { facts, held }))
    }

    /// The same for a file with its bytes.
    pub(super) fn settled(&self, artifact: Artifact) -> Result<Artifact, Fatal> {
        let Artifact { path, content, claimed_by } = artifact;
        let content = match content {
            Content::Bytes(bytes) => self.finished(&path, bytes)?,
            other => other,
        };
        Ok(Artifact { path, content, claimed_by })
    }

    fn in_memory(&self, path: &OutPath, key: &Key) -> Option<KeptFile> {
        let earlier = self.earlier.filter(|own| own.keys.get(path) == Some(key))?;
        let (_, file) = earlier.output.get(path.as_str())?;
        Some(KeptFile { facts: file.facts.clone(), held: file.content.held()? })
    }

    /// Runs `draw` with the question whether a page is known, and returns what it drew and the
    /// page that was known.
    pub(super) fn ask<T>(
        &self,
        path: &OutPath,
        draw: impl FnOnce(Option<&dyn Fn(&Key) -> bool>) -> T,
    ) -> (T, Option<KeptFile>) {
        if !self.is_used() {
            return (draw(None), None);
        }
        let found = Cell::new(None);
        let drawn = draw(Some(&|key| {
            let kept = self.find(path, key);
            let is_known = kept.is_some();
            found.set(kept);
            is_known
        }));
        (drawn, found.take())
    }

    /// Keeps the facts of pages for later builds. A site that is made again and again keeps its
    /// own in memory: nothing is written while an editor waits.
    pub(super) fn keep(&self, keys: &BTreeMap<OutPath, Key>, output: &Output) {
        if self.earlier.is_some() {
            return;
        }
        let Some(store) = self.store.filter(|store| store.keeps()) else { return };
        for (path, key) in keys {
            if let Some((_, file)) = output.get(path.as_str())
                && !store.holds(key)
            {
                store.put(key, &file.facts.to_bytes());
            }
        }
    }
}
