//! What an earlier run of the program made from what, so that this one need not look at pages
//! that would come out the same.
//!
//! It is written beside the output folder, whose pages it is about. Whatever cannot be read, or
//! was made from something else than other fields and texts, counts as not there.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::OutPath;
use crate::catalog::{Catalog, DocumentPart, Marks, Reads};
use crate::check::Looked;
use crate::diag::Diag;
use crate::lint::Told;
use crate::store::{Key, KeyMaker};

use super::Options;
use super::loaded_theme::Dress;
use super::saying::{self, Saying};
use super::unchanged::asked;
use super::units::Batch;
use super::untouched::{Sitting, Work};

/// What a build made, and from what.
#[derive(Debug)]
pub struct Run {
    /// Of everything but the documents.
    made_from: Key,
    fields: Vec<Key>,
    texts: Vec<Key>,
    /// What was said of the texts.
    pub(super) told: Told,
    pub(super) work: Work,
    /// What was found in the links of the pages.
    pub(super) links: Looked,
}

impl Run {
    /// The fingerprints of what is being made, with nothing made yet.
    pub(super) fn new(catalog: &Catalog, dress: &Dress, options: &Options) -> Self {
        let marks = Marks::of(catalog);
        let made_from = KeyMaker::of("run", env!("LEREND_FINGERPRINT"))
            .part(asked(options).as_bytes())
            .part(dress.key().as_bytes())
            .part(marks.outline.as_bytes())
            .key();
        let Marks { fields, texts, .. } = marks;
        let (told, work, links) = Default::default();
        Self { made_from, fields, texts, told, work, links }
    }

    /// What changed of documents since an earlier run; `None` when anything else changed too.
    pub(super) fn changed_since(&self, before: &Self) -> Option<BTreeSet<DocumentPart>> {
        let is_same = self.made_from == before.made_from
            && self.texts.len() == before.texts.len()
            && self.fields.len() == before.fields.len();
        let texts = others(&self.texts, &before.texts).map(DocumentPart::text);
        let fields = others(&self.fields, &before.fields).map(DocumentPart::fields);
        is_same.then(|| texts.chain(fields).collect())
    }

    /// With what was said of the texts, what was made and what was found in its links.
    pub(super) fn with(self, told: Told, work: &mut Work, links: &mut Looked) -> Self {
        Self { told, work: std::mem::take(work), links: std::mem::take(links), ..self }
    }

    /// What a page was made from.
    pub(super) fn key_of(&self, path: &OutPath) -> Option<&Key> {
        self.work.pages.get(path)?.key.as_ref()
    }

    /// As bytes, for a later run.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        // Of a text of which more was said than can be written down, it is said again.
        let told = |said: Option<&Arc<[Diag]>>| saying::all(said?);
        let beside = self.work.beside.iter();
        let written = Written {
            made_from: &self.made_from,
            fields: &self.fields,
            texts: &self.texts,
            told: self.told.all().map(told).collect(),
            shared: &self.work.shared,
            pages: self.work.pages.all().filter(|(_, own)| own.key.is_some()).collect(),
            beside: beside.filter(|(_, own)| own.can_be_written()).collect(),
            links: &self.links,
        };
        postcard::to_allocvec(&written).unwrap_or_default()
    }

    /// What `to_bytes` made.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let Read { made_from, fields, texts, told, shared, pages, beside, links } =
            postcard::from_bytes(bytes).ok()?;
        let said =
            |said: Option<Vec<Saying>>| Some(said?.into_iter().map(Saying::diag).collect());
        let (pages, beside) = (pages.into_iter().collect(), beside.into_iter().collect());
        let work = Work { pages, beside, ..Work::new(shared) };
        let told = told.into_iter().map(said).collect();
        Some(Self { made_from, fields, texts, told, work, links })
    }
}

/// A run as it is written.
#[derive(Serialize)]
struct Written<'a> {
    made_from: &'a Key,
    fields: &'a [Key],
    texts: &'a [Key],
    told: Vec<Option<Vec<Saying>>>,
    shared: &'a Reads,
    pages: Vec<&'a (OutPath, Sitting)>,
    beside: Vec<(&'a String, &'a Batch)>,
    links: &'a Looked,
}

/// The same as it is read.
#[derive(Deserialize)]
struct Read {
    made_from: Key,
    fields: Vec<Key>,
    texts: Vec<Key>,
    told: Vec<Option<Vec<Saying>>>,
    shared: Reads,
    pages: Vec<(OutPath, Sitting)>,
    beside: Vec<(String, Batch)>,
    links: Looked,
}

/// What was said of the documents of which nothing changed.
pub(super) fn told_but(told: &Told, changed: &BTreeSet<DocumentPart>) -> Told {
    let same = |(at, said): (usize, Option<&Arc<[Diag]>>)| {
        said.filter(|_| !DocumentPart::is_of(at, changed)).cloned()
    };
    told.all().enumerate().map(same).collect()
}

/// Where two lists differ.
fn others(own: &[Key], before: &[Key]) -> impl Iterator<Item = usize> {
    let pairs = own.iter().zip(before).enumerate();
    pairs.filter(|(_, (own, old))| own != old).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, Span};
    use crate::diag::problem::Prose;

    #[test]
    fn what_was_said_of_texts_survives_being_written_and_read() {
        let place = Span::new(FileId(7), 12, 40);
        let long = Diag::at(place, Prose::LongSentence { words: 27, most: 20 });
        let jargon =
            Diag::at(place, Prose::Jargon { word: "inzet".into(), plain: "werk".into() });
        // What cannot be written down whole is not: that text is looked at again.
        let other = long.clone().related(Span::top(FileId(8)));
        let run = Run {
            made_from: KeyMaker::of("run", "1").key(),
            fields: Vec::new(),
            texts: Vec::new(),
            told: [
                Some([long.clone(), jargon].into()),
                Some([].into()),
                Some([other].into()),
                Some([long].into()),
            ]
            .into_iter()
            .collect(),
            work: Work::default(),
            links: Looked::default(),
        };
        let read = Run::from_bytes(&run.to_bytes()).unwrap();
        let expected = [run.told.get(0), run.told.get(1), None, run.told.get(3)];
        assert_eq!(read.told.all().collect::<Vec<_>>(), expected);
        // Of a document that changed nothing is known.
        let told = told_but(&read.told, &BTreeSet::from([DocumentPart::text(3)]));
        assert_eq!((told.get(0), told.get(3)), (run.told.get(0), None));
        assert!(Run::from_bytes(b"geen aantekeningen").is_none());
    }
}
