//! What stands between the cells of a file: a semicolon, a tab or a comma. The header row shows it;
//! the rows have a say where it does not fit them, as names of columns may hold commas too.

use crate::base::Spanned;
use crate::diag::Diag;

use super::scan::Scanner;

/// Of those that the header shows equally often the last counts: a comma may be that of a sentence.
const SEPARATORS: [char; 3] = [',', '\t', ';'];

/// The separator of which the header has most. Another takes its place only where hardly any row
/// fits it and all rows fit the other: a single row that is off is a mistake in that row.
pub(super) fn of<'a>(with: impl Fn(char) -> Scanner<'a>) -> char {
    let readings: Vec<Reading> = SEPARATORS
        .into_iter()
        .filter_map(|separator| Reading::of(separator, with(separator)))
        .collect();
    let Some(own) = readings.iter().max_by_key(|own| (own.has_clean_header, own.names)) else {
        return ',';
    };
    let even = readings.iter().filter(|own| own.is_clean && own.rows == own.all);
    match even.max_by_key(|own| own.names) {
        Some(other) if !own.is_clean || own.rows * 4 < own.all => other.separator,
        _ => own.separator,
    }
}

/// How a separator reads a text.
#[derive(Debug)]
struct Reading {
    separator: char,
    /// How many names the header has; always more than one.
    names: usize,
    /// Whether all quotes of the header stand around whole cells, as they do around a comma or
    /// semicolon that is part of a value.
    has_clean_header: bool,
    /// Whether all quotes of the text do.
    is_clean: bool,
    /// How many rows have the header's number of cells.
    rows: usize,
    /// How many rows there are.
    all: usize,
}

impl Reading {
    /// `None` where the header is one cell: then it separates nothing.
    fn of(separator: char, mut scanner: Scanner<'_>) -> Option<Self> {
        // What is wrong with quotes is told when the rows are read.
        let mut wrong = Vec::new();
        let header = next(&mut scanner, &mut wrong)?;
        let names = match separator {
            // One behind a comma or at the end of a line is there for the eye.
            '\t' => header.iter().filter(|cell| is_name_between_tabs(cell)).count(),
            _ => header.len(),
        };
        if names < 2 {
            return None;
        }
        let has_clean_header = wrong.is_empty();
        let (mut rows, mut all) = (0, 0);
        while let Some(cells) = next(&mut scanner, &mut wrong) {
            rows += usize::from(cells.len() == header.len());
            all += 1;
        }
        let is_clean = wrong.is_empty();
        Some(Self { separator, names, has_clean_header, is_clean, rows, all })
    }
}

fn is_name_between_tabs(cell: &str) -> bool {
    let marks = [',', ';'];
    !cell.is_empty() && !cell.starts_with(marks) && !cell.ends_with(marks)
}

/// The next row with text in it.
fn next(scanner: &mut Scanner<'_>, wrong: &mut Vec<Diag>) -> Option<Vec<Spanned<String>>> {
    loop {
        let record = scanner.record(wrong)?;
        if !record.cells.iter().all(|cell| cell.is_empty()) {
            return Some(record.cells);
        }
    }
}
