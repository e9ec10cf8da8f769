//! What an earlier run of the program made from what, so that this one need not look at pages
//! that would come out the same.
//!
//! It is written beside the output folder, whose pages it is about. Whatever cannot be read, or
//! was made from something else than other texts, counts as not there.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{FileId, OutPath, Span};
use crate::catalog::{Catalog, Marks, Reads};
use crate::diag::{Diag, Place, SourceMap};
use crate::store::{Key, KeyMaker};

use super::Options;
use super::dress::Dress;
use super::last::asked;
use super::untouched::{Sitting, Work};

/// What a build made, and from what.
#[derive(Debug)]
pub struct Run {
    /// Of everything but the texts.
    made_from: Key,
    texts: Vec<Key>,
    /// The positions of documents of whose language nothing was said.
    quiet: BTreeSet<usize>,
    pub(super) work: Work,
}

impl Run {
    /// The fingerprints of what is being made, with nothing made yet.
    pub(super) fn new(
        catalog: &Catalog,
        sources: &SourceMap,
        (dress, options): (&Dress, &Options),
    ) -> Self {
        let marks = Marks::of(catalog, |file| sources.shared_text(file));
        let made_from = KeyMaker::of("run", env!("LEREND_FINGERPRINT"))
            .part(asked(options).as_bytes())
            .part(dress.key().as_bytes())
            .part(marks.but_for_texts.as_bytes())
            .key();
        let (quiet, work) = (BTreeSet::new(), Work::default());
        Self { made_from, texts: marks.texts, quiet, work }
    }

    /// The positions of the texts that changed since an earlier run; `None` when anything else
    /// changed too.
    pub(super) fn changed_since(&self, before: &Self) -> Option<BTreeSet<usize>> {
        let is_same =
            self.made_from == before.made_from && self.texts.len() == before.texts.len();
        let pairs = self.texts.iter().zip(&before.texts).enumerate();
        let changed = pairs.filter_map(|(at, (own, old))| (own != old).then_some(at));
        is_same.then(|| changed.collect())
    }

    /// The documents of which nothing was said and nothing changed since.
    pub(super) fn quiet_but(&self, changed: &BTreeSet<usize>) -> BTreeSet<usize> {
        self.quiet.difference(changed).copied().collect()
    }

    /// Remembers of which documents nothing was said.
    pub(super) fn set_quiet(&mut self, catalog: &Catalog, said: &[Diag]) {
        let file = |diag: &Diag| match diag.place {
            Place::Span(span) => Some(span.file),
            _ => None,
        };
        let told: BTreeSet<FileId> = said.iter().filter_map(file).collect();
        let entries = catalog.entries().iter().enumerate();
        let quiet = entries.filter(|(_, own)| !told.contains(&own.document.file));
        self.quiet = quiet.map(|(at, _)| at).collect();
    }

    /// With what was made.
    pub(super) fn with(self, work: &mut Work) -> Self {
        Self { work: std::mem::take(work), ..self }
    }

    /// As bytes, for a later run.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let page = |(path, own): (&OutPath, &Sitting)| {
            Some((path.to_string(), Page::of(own, own.key.as_ref()?)))
        };
        let written = Written {
            made_from: self.made_from.to_string(),
            texts: self.texts.iter().map(Key::to_string).collect(),
            quiet: self.quiet.iter().copied().collect(),
            shared: self.work.shared.positions().collect(),
            pages: self.work.pages.iter().filter_map(page).collect(),
        };
        serde_json::to_vec(&written).unwrap_or_default()
    }

    /// What `to_bytes` made.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let Written { made_from, texts, quiet, shared, pages } =
            serde_json::from_slice(bytes).ok()?;
        let page = |(path, page): (String, Page)| Some((OutPath::new(&path)?, page.sitting()?));
        let work = Work {
            pages: pages.into_iter().map(page).collect::<Option<_>>()?,
            beside: BTreeMap::new(),
            shared: shared.into_iter().collect(),
        };
        Some(Self {
            made_from: Key::parse(&made_from)?,
            texts: texts.iter().map(|own| Key::parse(own)).collect::<Option<_>>()?,
            quiet: quiet.into_iter().collect(),
            work,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Written {
    made_from: String,
    texts: Vec<String>,
    quiet: Vec<usize>,
    shared: Vec<usize>,
    pages: BTreeMap<String, Page>,
}

#[derive(Serialize, Deserialize)]
struct Page {
    key: String,
    reads: Vec<usize>,
    pictures: Vec<(String, String)>,
    left_out: Vec<String>,
    claimed_by: Option<(u32, u32, u32)>,
}

impl Page {
    fn of(sitting: &Sitting, key: &Key) -> Self {
        let Sitting { reads, key: _, pictures, left_out, claimed_by } = sitting;
        let picture = |(path, key): &(OutPath, Key)| (path.to_string(), key.to_string());
        Self {
            key: key.to_string(),
            reads: reads.positions().collect(),
            pictures: pictures.iter().map(picture).collect(),
            left_out: left_out.iter().map(OutPath::to_string).collect(),
            claimed_by: claimed_by.map(|span| (span.file.0, span.start, span.end)),
        }
    }

    fn sitting(self) -> Option<Sitting> {
        let Self { key, reads, pictures, left_out, claimed_by } = self;
        let picture =
            |(path, key): &(String, String)| Some((OutPath::new(path)?, Key::parse(key)?));
        Some(Sitting {
            reads: reads.into_iter().collect::<Reads>(),
            key: Some(Key::parse(&key)?),
            pictures: pictures.iter().map(picture).collect::<Option<_>>()?,
            left_out: left_out.iter().map(|own| OutPath::new(own)).collect::<Option<_>>()?,
            claimed_by: claimed_by.map(|(file, start, end)| Span {
                file: FileId(file),
                start,
                end,
            }),
        })
    }
}
