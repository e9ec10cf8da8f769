//! Work of an earlier build that a change of documents does not touch.
//!
//! Most saves change fields or the text of one document. What was made without reading them, from
//! lists and settings that are the same, would come out the same: it is not made again, not even
//! to find out that it is the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::base::{OutPath, Span};
use crate::catalog::{Catalog, DocumentPart, Reads};
use crate::output::{Artifact, Content, KeptFile, Output};
use crate::plan::Page;
use crate::store::Key;

use super::draw_pages::Drawn;
use super::kept_pages::KeptPages;
use super::loaded_theme::Dress;
use super::units::{Batch, Unit};

/// What a build made, and what was read of documents for it.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// Which pages there were, where a build in this process may want to know.
    pub(super) plan: Option<Arc<[Page]>>,
    /// How each of them came to be.
    pub(super) pages: Sittings,
    /// Files beside the pages, each unit by its name.
    pub(super) beside: BTreeMap<String, Batch>,
    /// What was read for what all pages share.
    pub(super) shared: Reads,
}

/// How a page came to be.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Sitting {
    pub(super) reads: Reads,
    /// What it shows of all documents, which are not among what it read.
    pub(super) order: Option<Key>,
    pub(super) key: Option<Key>,
    pub(super) pictures: Vec<(OutPath, Key)>,
    pub(super) left_out: Vec<OutPath>,
    pub(super) claimed_by: Option<Span>,
}

impl Work {
    /// Nothing yet but what was read for what all pages share.
    pub(super) fn new(shared: Reads) -> Self {
        Self { shared, ..Self::default() }
    }

    /// Remembers how a page came to be.
    pub(super) fn add_page(&mut self, drawn: &mut Drawn) {
        let sitting = Sitting {
            // What is read for a list of many is large.
            reads: std::mem::take(&mut drawn.reads),
            order: drawn.order,
            key: drawn.key,
            pictures: drawn
                .pictures
                .iter()
                .map(|(own, key)| (own.path.clone(), *key))
                .collect(),
            left_out: drawn.left_out.clone(),
            claimed_by: drawn.artifact.claimed_by,
        };
        self.pages.push(drawn.artifact.path.clone(), sitting);
    }

    /// Remembers files that stand beside the pages.
    pub(super) fn add_unit(&mut self, name: String, unit: &Unit) {
        self.beside.extend(Batch::of(unit).map(|own| (name, own)));
    }
}

/// How pages came to be, in the order of the plan.
#[derive(Debug, Default)]
pub(super) struct Sittings {
    own: Vec<(OutPath, Sitting)>,
    /// Where they stand: looked up for a page that stands elsewhere than it did.
    by_path: OnceLock<BTreeMap<OutPath, usize>>,
}

impl Sittings {
    fn push(&mut self, path: OutPath, sitting: Sitting) {
        self.own.push((path, sitting));
    }

    /// How a page came to be that probably stands at a place.
    fn near(&self, at: usize, path: &OutPath) -> Option<&Sitting> {
        let found = self.own.get(at).filter(|(own, _)| own == path);
        found.map_or_else(|| self.get(path), |(_, sitting)| Some(sitting))
    }

    /// How the page at a path came to be.
    pub(super) fn get(&self, path: &OutPath) -> Option<&Sitting> {
        let places = || self.own.iter().enumerate().map(|(at, (path, _))| (path.clone(), at));
        let by_path = self.by_path.get_or_init(|| places().collect());
        self.own.get(*by_path.get(path)?).map(|(_, sitting)| sitting)
    }

    /// Every page.
    pub(super) fn all(&self) -> impl Iterator<Item = &(OutPath, Sitting)> {
        self.own.iter()
    }

    /// Forgets pages at these paths: of several that claimed one it is not known which one stands
    /// there.
    pub(super) fn forget(&mut self, paths: &[OutPath]) {
        if !paths.is_empty() {
            self.own.retain(|(own, _)| !paths.contains(own));
            self.by_path = OnceLock::new();
        }
    }
}

impl FromIterator<(OutPath, Sitting)> for Sittings {
    fn from_iter<T: IntoIterator<Item = (OutPath, Sitting)>>(pages: T) -> Self {
        Self { own: pages.into_iter().collect(), by_path: OnceLock::new() }
    }
}

/// What pages are made from.
#[derive(Debug)]
pub(super) struct MadeFrom {
    pub(super) catalog: Catalog,
    /// The theme.
    pub(super) dress: Arc<Dress>,
}

/// A build that was made from the same but for parts of some documents.
#[derive(Debug, Clone)]
pub(super) struct Untouched<'a> {
    work: &'a Work,
    made: Made<'a>,
    changed: BTreeSet<DocumentPart>,
}

/// Where the files are that it made.
#[derive(Debug, Clone, Copy)]
enum Made<'a> {
    /// In memory.
    Here(&'a Output),
    /// In the output folder, and what is known of them in the store.
    InPlace(KeptPages<'a>),
}

impl<'a> Untouched<'a> {
    /// What stands of a build in this process, since which these changed.
    pub(super) fn since(
        work: &'a Work,
        output: &'a Output,
        changed: BTreeSet<DocumentPart>,
    ) -> Option<Self> {
        Self::but_for(work, Made::Here(output), changed)
    }

    /// The same of an earlier run of the program, since which these changed.
    pub(super) fn since_run(
        work: &'a Work,
        kept: KeptPages<'a>,
        changed: BTreeSet<DocumentPart>,
    ) -> Option<Self> {
        Self::but_for(work, Made::InPlace(kept), changed)
    }

    fn but_for(
        work: &'a Work,
        made: Made<'a>,
        changed: BTreeSet<DocumentPart>,
    ) -> Option<Self> {
        (!work.shared.meets(&changed)).then_some(Self { work, made, changed })
    }

    /// The pages that there were, and are again: which ones there are follows from nothing that
    /// changed.
    pub(super) fn plan(&self) -> Option<Arc<[Page]>> {
        self.work.plan.clone()
    }

    /// How the page at a path came to be, which probably stood at a place.
    pub(super) fn sitting(&self, at: usize, path: &OutPath) -> Option<&'a Sitting> {
        self.work.pages.near(at, path)
    }

    /// What a page shows of all documents. That follows from their fields: where none of those
    /// changed it is not found out again.
    pub(super) fn order_of(
        &self,
        sitting: &Sitting,
        find: impl FnOnce() -> Option<Key>,
    ) -> Option<Key> {
        let are_fields_same = !self.changed.iter().any(|part| part.is_fields());
        if are_fields_same { sitting.order } else { find() }
    }

    /// The page at a path, unless something changed that it was made from.
    pub(super) fn page(
        &self,
        path: &OutPath,
        sitting: &Sitting,
        order: Option<Key>,
    ) -> Option<Drawn> {
        if sitting.order != order || sitting.reads.meets(&self.changed) {
            return None;
        }
        let again = |path: &OutPath, key: Option<&Key>, claimed_by| {
            let content = self.content(path, key)?;
            Some(Artifact { path: path.clone(), content, claimed_by })
        };
        let pictures: Option<Vec<(Artifact, Key)>> = sitting
            .pictures
            .iter()
            .map(|(path, key)| Some((again(path, Some(key), None)?, *key)))
            .collect();
        Some(Drawn {
            artifact: again(path, sitting.key.as_ref(), sitting.claimed_by)?,
            key: sitting.key,
            pictures: pictures?,
            left_out: sitting.left_out.clone(),
            span: None,
            reads: sitting.reads.clone(),
            order,
        })
    }

    /// Files that stand beside the pages, unless something changed that they were made from.
    pub(super) fn unit(&self, name: &str, order: Option<Key>) -> Option<Unit> {
        let batch = self.work.beside.get(name).filter(|own| own.order() == order)?;
        if batch.reads().meets(&self.changed) {
            return None;
        }
        batch.again(|path, key| self.content(path, key))
    }

    fn content(&self, path: &OutPath, key: Option<&Key>) -> Option<Content> {
        match self.made {
            Made::Here(output) => {
                let (_, file) = output.get(path.as_str())?;
                let held = file.content.held()?;
                Some(Content::Kept(KeptFile { facts: file.facts.clone(), held }))
            }
            Made::InPlace(kept) => Some(Content::Kept(kept.find(path, key?)?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(path: &str) -> Drawn {
        let content = Content::Bytes(Arc::from(*b"x"));
        let artifact =
            Artifact { path: OutPath::new(path).unwrap(), content, claimed_by: None };
        let (key, span, reads, order) = (None, None, Reads::default(), None);
        Drawn { artifact, key, pictures: Vec::new(), left_out: Vec::new(), span, reads, order }
    }

    #[test]
    fn of_a_path_that_several_pages_claim_nothing_is_known() {
        let mut work = Work::default();
        for path in ["a/index.html", "b/index.html", "a/index.html", "a/index.html"] {
            work.add_page(&mut drawn(path));
        }
        work.pages.forget(&[OutPath::new("a/index.html").unwrap()]);
        let known: Vec<&str> = work.pages.all().map(|(path, _)| path.as_str()).collect();
        assert_eq!(known, ["b/index.html"]);
        for (at, path) in [(0, "a/index.html"), (1, "b/index.html"), (0, "b/index.html")] {
            let path = OutPath::new(path).unwrap();
            let is_known = work.pages.near(at, &path).is_some();
            assert_eq!(is_known, path.as_str() == "b/index.html");
        }
    }
}
