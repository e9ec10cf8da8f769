//! What an earlier run of the program made from what, so that this one need not look at pages
//! that would come out the same.
//!
//! It is written beside the output folder, whose pages it is about. Whatever cannot be read, or
//! was made from something else than other fields and texts, counts as not there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::{FileId, OutPath, Span};
use crate::catalog::{Catalog, Marks, Part, Reads};
use crate::diag::problem::Prose;
use crate::diag::{Diag, Place, Problem};
use crate::lint::Told;
use crate::store::{Key, KeyMaker};

use super::Options;
use super::dress::Dress;
use super::last::asked;
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
}

impl Run {
    /// The fingerprints of what is being made, with nothing made yet.
    pub(super) fn new(catalog: &Catalog, (dress, options): (&Dress, &Options)) -> Self {
        let marks = Marks::of(catalog);
        let made_from = KeyMaker::of("run", env!("LEREND_FINGERPRINT"))
            .part(asked(options).as_bytes())
            .part(dress.key().as_bytes())
            .part(marks.outline.as_bytes())
            .key();
        let (told, work) = (Told::new(), Work::default());
        Self { made_from, fields: marks.fields, texts: marks.texts, told, work }
    }

    /// What changed of documents since an earlier run; `None` when anything else changed too.
    pub(super) fn changed_since(&self, before: &Self) -> Option<BTreeSet<Part>> {
        let is_same = self.made_from == before.made_from
            && self.texts.len() == before.texts.len()
            && self.fields.len() == before.fields.len();
        let texts = others(&self.texts, &before.texts).map(Part::text);
        let fields = others(&self.fields, &before.fields).map(Part::fields);
        is_same.then(|| texts.chain(fields).collect())
    }

    /// What was said of the texts that did not change since.
    pub(super) fn told_but(&self, changed: &BTreeSet<Part>) -> Told {
        let same = self.told.iter().filter(|(at, _)| !Part::is_of(**at, changed));
        same.map(|(at, said)| (*at, Arc::clone(said))).collect()
    }

    /// With what was said of the texts and what was made.
    pub(super) fn with(self, told: Told, work: &mut Work) -> Self {
        Self { told, work: std::mem::take(work), ..self }
    }

    /// As bytes, for a later run.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let page = |(path, own): (&OutPath, &Sitting)| {
            Some((path.to_string(), Page::of(own, own.key.as_ref()?)))
        };
        // Of a text of which more was said than can be written down, it is said again.
        let told = |(at, said): (&usize, &Arc<[Diag]>)| {
            Some((*at, said.iter().map(Saying::of).collect::<Option<_>>()?))
        };
        let written = Written {
            made_from: self.made_from.to_string(),
            fields: self.fields.iter().map(Key::to_string).collect(),
            texts: self.texts.iter().map(Key::to_string).collect(),
            told: self.told.iter().filter_map(told).collect(),
            shared: numbers(&self.work.shared),
            pages: self.work.pages.iter().filter_map(page).collect(),
        };
        postcard::to_allocvec(&written).unwrap_or_default()
    }

    /// What `to_bytes` made.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let Written { made_from, fields, texts, told, shared, pages } =
            postcard::from_bytes(bytes).ok()?;
        let page = |(path, page): (String, Page)| Some((OutPath::new(&path)?, page.sitting()?));
        let said = |(at, said): (usize, Vec<Saying>)| {
            (at, said.into_iter().map(Saying::diag).collect())
        };
        let pages = pages.into_iter().map(page).collect::<Option<_>>()?;
        let work = Work { pages, ..Work::new(reads(shared)) };
        Some(Self {
            made_from: Key::parse(&made_from)?,
            fields: fields.iter().map(|own| Key::parse(own)).collect::<Option<_>>()?,
            texts: texts.iter().map(|own| Key::parse(own)).collect::<Option<_>>()?,
            told: told.into_iter().map(said).collect(),
            work,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Written {
    made_from: String,
    fields: Vec<String>,
    texts: Vec<String>,
    told: Vec<(usize, Vec<Saying>)>,
    shared: Vec<u32>,
    pages: BTreeMap<String, Page>,
}

/// Where two lists differ.
fn others(own: &[Key], before: &[Key]) -> impl Iterator<Item = usize> {
    let pairs = own.iter().zip(before).enumerate();
    pairs.filter(|(_, (own, old))| own != old).map(|(at, _)| at)
}

fn numbers(reads: &Reads) -> Vec<u32> {
    reads.parts().map(Part::number).collect()
}

fn reads(numbers: Vec<u32>) -> Reads {
    numbers.into_iter().map(Part::of_number).collect()
}

/// File, first byte, one past the last.
type Range = (u32, u32, u32);

fn range(span: Span) -> Range {
    (span.file.0, span.start, span.end)
}

fn span((file, start, end): Range) -> Span {
    Span { file: FileId(file), start, end }
}

/// What was said of a place in a text.
#[derive(Serialize, Deserialize)]
struct Saying {
    problem: Prose,
    place: Range,
}

impl Saying {
    fn of(diag: &Diag) -> Option<Self> {
        match (&diag.problem, &diag.place) {
            (Problem::Prose(problem), Place::Span(span)) if diag.related.is_empty() => {
                Some(Self { problem: problem.clone(), place: range(*span) })
            }
            _ => None,
        }
    }

    fn diag(self) -> Diag {
        Diag::at(span(self.place), self.problem)
    }
}

#[derive(Serialize, Deserialize)]
struct Page {
    key: String,
    reads: Vec<u32>,
    pictures: Vec<(String, String)>,
    left_out: Vec<String>,
    claimed_by: Option<Range>,
}

impl Page {
    fn of(sitting: &Sitting, key: &Key) -> Self {
        let Sitting { reads, key: _, pictures, left_out, claimed_by } = sitting;
        let picture = |(path, key): &(OutPath, Key)| (path.to_string(), key.to_string());
        Self {
            key: key.to_string(),
            reads: numbers(reads),
            pictures: pictures.iter().map(picture).collect(),
            left_out: left_out.iter().map(OutPath::to_string).collect(),
            claimed_by: claimed_by.map(range),
        }
    }

    fn sitting(self) -> Option<Sitting> {
        let Self { key, reads: parts, pictures, left_out, claimed_by } = self;
        let picture =
            |(path, key): &(String, String)| Some((OutPath::new(path)?, Key::parse(key)?));
        Some(Sitting {
            reads: reads(parts),
            key: Some(Key::parse(&key)?),
            pictures: pictures.iter().map(picture).collect::<Option<_>>()?,
            left_out: left_out.iter().map(|own| OutPath::new(own)).collect::<Option<_>>()?,
            claimed_by: claimed_by.map(span),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            told: Told::from([
                (0, [long.clone(), jargon].into()),
                (1, [].into()),
                (2, [other].into()),
                (3, [long].into()),
            ]),
            work: Work::default(),
        };
        let read = Run::from_bytes(&run.to_bytes()).unwrap();
        let told = read.told_but(&BTreeSet::from([Part::text(3)]));
        let expected: Told = [0, 1].map(|at| (at, Arc::clone(&run.told[&at]))).into();
        assert_eq!(told, expected);
        assert!(Run::from_bytes(b"geen aantekeningen").is_none());
    }
}
