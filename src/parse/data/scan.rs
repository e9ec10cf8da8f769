//! The records of a CSV text, cell by cell, with their places.

use crate::base::{FileId, Span, Spanned};
use crate::diag::Diag;
use crate::diag::problem::Data;

use super::separator;

/// One row as it stands in the file.
#[derive(Debug)]
pub(super) struct Record {
    /// Its cells; at least one.
    pub(super) cells: Vec<Spanned<String>>,
    /// Where it ends; an empty span.
    pub(super) end: Span,
}

/// Reads a text from front to back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scanner<'a> {
    file: FileId,
    text: &'a str,
    at: usize,
    separator: char,
    is_done: bool,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(file: FileId, text: &'a str) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let first = Self { file, text, at, separator: ',', is_done: false };
        Self { separator: separator::of(|separator| Self { separator, ..first }), ..first }
    }

    /// The next row; `None` at the end and behind a quote that is not closed.
    pub(super) fn record(&mut self, diags: &mut Vec<Diag>) -> Option<Record> {
        if self.is_done || self.rest().is_empty() {
            return None;
        }
        let mut cells = Vec::new();
        loop {
            self.skip_spaces();
            let cell = match self.rest().strip_prefix('"') {
                Some(_) => self.quoted(diags)?,
                None => self.bare(diags),
            };
            cells.push(cell);
            let end = self.span(self.at, self.at);
            match self.take() {
                Some(c) if c == self.separator => {}
                Some('\r') => {
                    if self.rest().starts_with('\n') {
                        self.at += 1;
                    }
                    return Some(Record { cells, end });
                }
                _ => return Some(Record { cells, end }),
            }
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end)
    }

    fn take(&mut self) -> Option<char> {
        let next = self.rest().chars().next()?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn skip_spaces(&mut self) {
        let rest = self.rest();
        let is_space = |c: char| matches!(c, ' ' | '\t') && c != self.separator;
        self.at += rest.len() - rest.trim_start_matches(is_space).len();
    }

    /// Up to the next separator or line end, which stays.
    fn take_to_end_of_cell(&mut self) -> &'a str {
        let rest = self.rest();
        let ends = |c: char| c == self.separator || c == '\n' || c == '\r';
        let cell = rest.split(ends).next().unwrap_or_default();
        self.at += cell.len();
        cell
    }

    fn bare(&mut self, diags: &mut Vec<Diag>) -> Spanned<String> {
        let start = self.at;
        let written = self.take_to_end_of_cell().trim_end();
        let span = self.span(start, start + written.len());
        if let Some(quote) = written.find('"') {
            let place = self.span(start + quote, start + quote + 1);
            diags.push(Diag::at(place, Data::StrayQuote));
        }
        Spanned::new(written.to_owned(), span)
    }

    /// A cell in quotes, of which the place is what stands between them.
    fn quoted(&mut self, diags: &mut Vec<Diag>) -> Option<Spanned<String>> {
        let open = self.at;
        self.at += 1;
        let mut value = String::new();
        loop {
            let Some((before, after)) = self.rest().split_once('"') else {
                diags.push(Diag::at(self.span(open, open + 1), Data::UnclosedQuote));
                self.is_done = true;
                return None;
            };
            value.push_str(before);
            self.at += before.len() + 1;
            if !after.starts_with('"') {
                break;
            }
            value.push('"');
            self.at += 1;
        }
        let close = self.at - 1;
        let behind = self.take_to_end_of_cell();
        if !behind.trim().is_empty() {
            diags.push(Diag::at(self.span(close, self.at), Data::StrayQuote));
        }
        Some(Spanned::new(value, self.span(open + 1, close)))
    }
}
