//! Columns of numbers: how a cell is to be read, its column shows.

use crate::base::{Lang, Spanned, is_dash};
use crate::diag::problem::Data;
use crate::diag::{Diag, Noted};
use crate::i18n::{Point, format_number, point_of, read_number};
use crate::model::drawing::Number;

/// Words in cells that say why there is no number.
const NO_NUMBER: [&str; 16] = [
    "x", "xx", "nb", "n.b.", "n.b", "n/b", "nvt", "n.v.t.", "n.v.t", "na", "n.a.", "n/a",
    "geheim", "onbekend", "secret", "unknown",
];

/// Reads the cells of a column of numbers, in the language's format or with a point. An empty
/// cell is no value; text that is no number is a problem of the cell. What stands in place of
/// numbers that may not be told is a problem of the column, told at its first.
pub fn numbers(
    cells: &[&Spanned<String>],
    name: &str,
    lang: &Lang,
) -> Noted<Vec<Option<Number>>> {
    let mut diags = Vec::from_iter(unclear(cells, name, lang));
    let mut withheld: Vec<&Spanned<String>> = Vec::new();
    let mut numbers = Vec::with_capacity(cells.len());
    for cell in cells {
        let plain = read_number(cell, lang);
        if plain.is_none() && is_withheld(cell) {
            withheld.push(cell);
        } else if plain.is_none() && !cell.is_empty() {
            let (value, column) = (cell.value.clone(), name.to_owned());
            diags.push(Diag::at(cell.span, Data::NotANumber { value, column }));
        }
        numbers.push(plain.map(|plain| {
            let shown = format_number(&plain, lang);
            Number { plain, shown }
        }));
    }
    if let Some((first, others)) = withheld.split_first() {
        let (value, column) = (first.value.clone(), name.to_owned());
        let problem = Data::NumberWithheld { value, column, others: others.len() };
        diags.push(Diag::at(first.span, problem));
    }
    Noted::new(numbers, diags)
}

/// The cells of a column that may be thousands or decimals (`3.250`), where another shows that
/// a point stands before decimals; told at the first.
pub fn unclear(cells: &[&Spanned<String>], name: &str, lang: &Lang) -> Option<Diag> {
    let with =
        |point: Point| move |cell: &&&Spanned<String>| point_of(cell, lang) == Some(point);
    let proof = cells.iter().find(with(Point::Decimal))?;
    let mut unclear = cells.iter().filter(with(Point::Unclear));
    let first = unclear.next()?;
    let (value, column) = (first.value.trim().to_owned(), name.to_owned());
    let problem = Data::UnclearNumber { value, column, others: unclear.count() };
    Some(Diag::at(first.span, problem).related(proof.span))
}

/// Whether a cell says that there is a number which is not told, or none: `<5`, `*`, `n.b.`.
fn is_withheld(cell: &str) -> bool {
    let cell = cell.trim();
    let is_mark = |c: char| is_dash(c) || matches!(c, '*' | '.' | '…' | '?');
    cell.starts_with(['<', '>', '≤', '≥', '#'])
        || (!cell.is_empty() && cell.chars().all(is_mark))
        || NO_NUMBER.contains(&cell.to_lowercase().as_str())
}
