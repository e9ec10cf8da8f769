//! CSV files: text → a table in which every cell has its place in the file.
//!
//! RFC 4180, strictly, with three kindnesses: comma, semicolon or tab as the header shows, spaces
//! around a cell without quotes do not count, and rows without any text are skipped.

mod column;
mod scan;
mod separator;

use std::collections::BTreeMap;

use crate::base::{FileId, Span, Spanned, nearest};
use crate::diag::problem::Data;
use crate::diag::{Diag, Noted};

use super::conflict;
use scan::Scanner;

pub use column::{numbers, unclear};

/// No more problems of one file than somebody can read.
const MAX_DIAGS: usize = 100;

/// A data file: its header row and the rows below it, all of the same length.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<Spanned<String>>,
    /// The rows, one cell per column, as written; empty where there is no value.
    pub rows: Vec<Vec<Spanned<String>>>,
}

impl Table {
    /// The index of the column with this name; capitals do not count where nothing else fits.
    /// A name that no column has is a problem of the place where it was written.
    pub fn column(&self, name: &str) -> Result<usize, Data> {
        let find = |fits: &dyn Fn(&str) -> bool| self.columns.iter().position(|c| fits(c));
        let folded = name.to_lowercase();
        find(&|column| column == name)
            .or_else(|| find(&|column| column.to_lowercase() == folded))
            .ok_or_else(|| {
                let known: Vec<String> = self.columns.iter().map(|c| c.value.clone()).collect();
                let nearest = nearest(name, known.iter().map(String::as_str));
                let nearest = nearest.map(str::to_owned);
                Data::UnknownColumn { name: name.to_owned(), nearest, known }
            })
    }
}

/// Reads a CSV file. Rows that are wrong are reported and left out; behind a quote that is
/// not closed nothing is read.
pub fn read(file: FileId, text: &str) -> Noted<Table> {
    let Noted { value: settled, mut diags } = conflict::of_data(file, text);
    let mut scanner = Scanner::new(file, settled.as_deref().unwrap_or(text));
    let mut table = Table::default();
    while let Some(record) = scanner.record(&mut diags) {
        if record.cells.iter().all(|cell| cell.is_empty()) {
            continue;
        }
        if table.columns.is_empty() {
            check_columns(&record.cells, &mut diags);
            table.columns = record.cells;
        } else if record.cells.len() == table.columns.len() {
            table.rows.push(record.cells);
        } else {
            diags.push(ragged(&record, table.columns.len()));
        }
        if diags.len() > MAX_DIAGS {
            break;
        }
    }
    if diags.is_empty() && table.columns.is_empty() {
        diags.push(Diag::missing_from(file, Data::Empty));
    } else if diags.is_empty() && table.rows.is_empty() {
        diags.push(Diag::missing_from(file, Data::NoRows));
    }
    Noted::new(table, diags)
}

fn check_columns(columns: &[Spanned<String>], diags: &mut Vec<Diag>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for (at, column) in columns.iter().enumerate() {
        if diags.len() > MAX_DIAGS {
            return;
        }
        if column.is_empty() {
            diags.push(Diag::at(column.span, Data::UnnamedColumn { number: at + 1 }));
        } else if let Some(first) = seen.get(column.as_str()) {
            let problem = Data::DuplicateColumn { name: column.value.clone() };
            diags.push(Diag::at(column.span, problem).related(*first));
        } else {
            seen.insert(column, column.span);
        }
    }
}

/// A row of the wrong length: points at the cells that are too many, or at its end.
fn ragged(record: &scan::Record, expected: usize) -> Diag {
    let found = record.cells.len();
    let span = match record.cells.get(expected) {
        Some(first_extra) => first_extra.span.to(record.end),
        None => record.end,
    };
    Diag::at(span, Data::RaggedRow { expected, found })
}

#[cfg(test)]
mod tests;
