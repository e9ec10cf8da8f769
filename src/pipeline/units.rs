//! Files that are made together and stand beside the pages.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{OutPath, SourcePath, Span};
use crate::catalog::{Catalog, Reads};
use crate::diag::{Diag, Fatal, Noted};
use crate::output::{Artifact, Content, Hash, KeptFile};
use crate::store::{Key, KeyMaker};

use super::kept_pages::KeptPages;
use super::timings::{Clock, Span as TimeSpan};
use super::untouched::Untouched;
use super::{Measure, saying};

/// Files that are made together, with what is wrong with them.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) reads: Reads,
    /// What they show of all documents, which are not among what they read.
    pub(super) order: Option<Key>,
    pub(super) files: Noted<Vec<Artifact>>,
    /// How long it took, where it was made and that was asked for.
    pub(super) span: Option<TimeSpan>,
}

impl Unit {
    /// What the facts of its files are kept by. They follow from the path and the bytes alone.
    pub(super) fn keys(&self) -> impl Iterator<Item = (OutPath, Key)> {
        let made = self.files.value.iter();
        made.filter_map(|own| Some((own.path.clone(), made_key(own)?)))
    }
}

/// What the facts of a file beside the pages are kept by; `None` when they are not known yet.
fn made_key(own: &Artifact) -> Option<Key> {
    let Content::Kept(KeptFile { facts, .. }) = &own.content else { return None };
    Some(key_of(&own.path, &facts.hash))
}

/// What the facts of a file beside the pages are kept by that has these bytes.
pub(super) fn key_of(path: &OutPath, hash: &Hash) -> Key {
    let key = KeyMaker::of("beside", env!("LEREND_FINGERPRINT"));
    key.part(path.as_str().as_bytes()).part(hash.as_bytes()).key()
}

/// How a unit came to be.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Batch {
    reads: Reads,
    order: Option<Key>,
    files: Vec<(OutPath, Origin, Option<Span>)>,
    #[serde(with = "saying")]
    diags: Vec<Diag>,
}

/// What a file of a unit holds.
#[derive(Debug, Serialize, Deserialize)]
enum Origin {
    /// What was made for it; its facts are kept by this key.
    Made(Option<Key>),
    /// An input file.
    Copy(SourcePath),
}

impl Batch {
    /// Whether a later run can be told all of it.
    pub(super) fn can_be_written(&self) -> bool {
        saying::all(&self.diags).is_some()
    }

    /// How this one came to be; `None` when that cannot be said of one of its files.
    pub(super) fn of(unit: &Unit) -> Option<Self> {
        let file = |own: &Artifact| {
            let origin = match &own.content {
                Content::Copy(source, _) => Origin::Copy(source.clone()),
                Content::Later(_) => return None,
                _ => Origin::Made(made_key(own)),
            };
            Some((own.path.clone(), origin, own.claimed_by))
        };
        Some(Self {
            reads: unit.reads.clone(),
            order: unit.order,
            files: unit.files.value.iter().map(file).collect::<Option<_>>()?,
            diags: unit.files.diags.clone(),
        })
    }

    pub(super) fn reads(&self) -> &Reads {
        &self.reads
    }

    pub(super) fn order(&self) -> Option<Key> {
        self.order
    }

    /// The unit as it was made; `content` finds a file that was made for it.
    pub(super) fn again(
        &self,
        content: impl Fn(&OutPath, Option<&Key>) -> Option<Content>,
    ) -> Option<Unit> {
        let again = |(path, origin, claimed_by): &(OutPath, Origin, Option<Span>)| {
            let content = match origin {
                Origin::Made(key) => content(path, key.as_ref())?,
                Origin::Copy(source) => Content::Copy(source.clone(), None),
            };
            Some(Artifact { path: path.clone(), content, claimed_by: *claimed_by })
        };
        let files: Option<Vec<Artifact>> = self.files.iter().map(again).collect();
        let files = Noted { value: files?, diags: self.diags.clone() };
        Some(Unit { reads: self.reads.clone(), order: self.order, files, span: None })
    }
}

/// What a unit is called.
#[derive(Clone, Copy)]
pub(super) struct Label<'a> {
    /// What it is, for `--timings`.
    pub(super) what: &'static str,
    /// Its own name, by which it is found again.
    pub(super) name: &'a str,
    /// What it shows of all documents.
    pub(super) order: Option<Key>,
}

/// Where units are made, or found made.
#[derive(Clone, Copy)]
pub(super) struct Bench<'a> {
    pub(super) kept: KeptPages<'a>,
    pub(super) untouched: Option<&'a Untouched<'a>>,
    pub(super) clock: &'a Clock,
    pub(super) measure: Measure,
}

impl Bench<'_> {
    /// A unit as an earlier build made it, or made now from the catalogue.
    pub(super) fn unit(
        &self,
        catalog: &Catalog,
        label: Label<'_>,
        make: impl FnOnce(&Catalog) -> Result<Noted<Vec<Artifact>>, Fatal>,
    ) -> Result<(String, Unit), Fatal> {
        let Label { what, name, order } = label;
        if let Some(known) = self.untouched.and_then(|own| own.unit(name, order)) {
            return Ok((name.to_owned(), known));
        }
        let ((made, reads), span) = self.clock.measure(what, name, || catalog.reads_of(make));
        let Noted { value, diags } = made?;
        // The index is settled a part at a time, by a thread that has no pool to share that work with.
        let is_settled = |own: &Artifact| !matches!(own.content, Content::Bytes(_));
        let settled: Result<_, Fatal> = if value.iter().all(is_settled) {
            Ok(value)
        } else {
            value.into_par_iter().map(|own| self.kept.settled(own)).collect()
        };
        let span = Some(span).filter(|_| self.measure == Measure::Pages);
        let files = Noted { value: settled?, diags };
        Ok((name.to_owned(), Unit { reads, order, files, span }))
    }
}
