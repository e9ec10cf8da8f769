//! The problems of one file, so many as are worth telling.

use std::ops::Range;

use crate::base::{OffsetMap, Span, nearest};
use crate::diag::problem::Markdown;
use crate::diag::{Diag, Noted, Place};

/// So many problems of one file are told; a file of a megabyte could have a million.
const MOST: usize = 200;
/// So many letters are compared in search of near words, for all problems of a file together.
const MOST_COMPARED: usize = 200_000;

/// Collects the problems of one file.
pub(super) struct Notes<'a> {
    map: &'a OffsetMap,
    diags: Vec<Diag>,
    left_out: usize,
    /// Where the first problem is that was left out.
    left_out_from: Option<Place>,
    compared: usize,
}

impl<'a> Notes<'a> {
    pub(super) fn new(map: &'a OffsetMap) -> Self {
        Self { map, diags: Vec::new(), left_out: 0, left_out_from: None, compared: 0 }
    }

    /// The place in the file of a range of the text.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.map.span(range)
    }

    /// Where the text stands.
    pub(super) fn map(&self) -> &'a OffsetMap {
        self.map
    }

    /// Notes a problem at a range of the text.
    pub(super) fn add(&mut self, range: Range<usize>, problem: Markdown) {
        let diag = Diag::at(self.span(range), problem);
        self.add_diag(diag);
    }

    /// Notes a problem that has its place already. Errors are never left out: nothing is
    /// published until the last of them is solved.
    pub(super) fn add_diag(&mut self, diag: Diag) {
        if self.diags.len() < MOST || (diag.is_error() && self.diags.len() < 10 * MOST) {
            self.diags.push(diag);
        } else {
            self.left_out += 1;
            let from = self.left_out_from.get_or_insert_with(|| diag.place.clone());
            if diag.place < *from {
                *from = diag.place;
            }
        }
    }

    /// Takes over what was noted about a part of the text.
    pub(super) fn take<T>(&mut self, noted: Noted<T>) -> T {
        for diag in noted.diags {
            self.add_diag(diag);
        }
        noted.value
    }

    /// The known word that is near, as long as looking for it is affordable.
    pub(super) fn nearest<'w>(
        &mut self,
        written: &str,
        known: impl Iterator<Item = &'w str>,
    ) -> Option<String> {
        let mut near: Vec<&str> = Vec::new();
        // A comparison takes the product of the lengths.
        for candidate in known {
            let is_near = candidate.len().abs_diff(written.len()) <= 6;
            self.compared += if is_near { candidate.len() * written.len() } else { 1 };
            if self.compared > MOST_COMPARED {
                return None;
            }
            near.extend(is_near.then_some(candidate));
        }
        nearest(written, near).map(str::to_owned)
    }

    /// The problems in the order of their places.
    pub(super) fn finish(mut self) -> Vec<Diag> {
        self.diags.sort_by(|a, b| a.place.cmp(&b.place));
        if let Some(from) = self.left_out_from {
            self.diags.push(Diag::new(from, Markdown::More { count: self.left_out }));
        }
        self.diags
    }
}
