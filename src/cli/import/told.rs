//! What there is to tell of a draft, with the place where it stands.

use crate::base::{FileId, Span};
use crate::diag::{Diag, Problem, SourceMap};

/// Something to tell of a line of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    /// The line, from 1. No line of a draft is added or taken away once it is there.
    pub(super) line: usize,
    /// What to point at in the line; all of it when that is not there.
    pub(super) mark: String,
    pub(super) problem: Problem,
}

impl Note {
    pub(super) fn new(line: usize, mark: &str, problem: impl Into<Problem>) -> Self {
        Self { line, mark: mark.to_owned(), problem: problem.into() }
    }

    /// The same so many lines further down.
    pub(super) fn below(self, lines: usize) -> Self {
        Self { line: self.line + lines, ..self }
    }

    /// As a problem at its place.
    pub(super) fn diag(self, file: FileId, sources: &SourceMap) -> Diag {
        let line = sources.line(file, self.line);
        let is_there = !self.mark.is_empty() && line.contains(&self.mark);
        let mark = if is_there { self.mark.as_str() } else { line.trim() };
        let start = sources.line_start(file, self.line) + line.find(mark).unwrap_or_default();
        Diag::at(Span::new(file, start, start + mark.len()), self.problem)
    }
}
