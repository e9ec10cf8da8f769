//! What stands between the cells of a file: a semicolon, a tab or a comma. The header row alone
//! does not show it, as names of columns may hold commas and numbers decimal commas.

use super::scan::Scanner;

/// In the order of preference where several read all rows equally well: a comma may be that of
/// a decimal or of a sentence.
const SEPARATORS: [char; 3] = [';', '\t', ','];

/// The separator that gives all rows the header's number of cells, or else the most rows.
pub(super) fn of<'a>(with: impl Fn(char) -> Scanner<'a>) -> char {
    let (mut best, mut known) = (',', Fit::default());
    for separator in SEPARATORS {
        let fit = Fit::of(with(separator));
        if fit > known {
            (best, known) = (separator, fit);
        }
    }
    best
}

/// How well a separator reads a text; what counts most comes first.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Whether every row has the header's number of cells.
    is_even: bool,
    /// How many rows have.
    rows: usize,
    /// Of uneven rows: how many cells the header has.
    cells: usize,
}

impl Fit {
    /// Nothing, where the header is one cell: then it separates nothing.
    fn of(mut scanner: Scanner<'_>) -> Self {
        let mut next = || loop {
            // What is wrong with them is told when they are read.
            let record = scanner.record(&mut Vec::new())?;
            if !record.cells.iter().all(|cell| cell.is_empty()) {
                return Some(record.cells.len());
            }
        };
        let Some(header) = next().filter(|cells| *cells > 1) else { return Self::default() };
        let (mut rows, mut all) = (0, 0);
        while let Some(cells) = next() {
            rows += usize::from(cells == header);
            all += 1;
        }
        let is_even = rows == all;
        Self { is_even, rows, cells: if is_even { 0 } else { header } }
    }
}
