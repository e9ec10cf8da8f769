//! Tables, with their data read.

use crate::base::{Lang, Spanned, apostrophes};
use crate::diag::Diag;
use crate::i18n::{dates, format_number};
use crate::model::Target;
use crate::model::component::Text;
use crate::model::drawing::{TableCell, TableColumn, TableDrawing};
use crate::parse::data::unclear;

use super::super::resolve::{Lookup, data_url};

impl Lookup<'_> {
    pub(super) fn table(
        &mut self,
        data: &Text,
        columns: &[Text],
        title: &Text,
        source: Option<&Text>,
    ) -> Option<TableDrawing> {
        let lang = self.lang();
        let (path, table) = self.data(data)?;
        let table = table.clone();
        let mut chosen: Vec<usize> = Vec::new();
        for name in columns {
            match table.column(name) {
                Ok(at) => chosen.push(at),
                Err(problem) => self.diags.push(Diag::at(name.span, problem)),
            }
        }
        if columns.is_empty() {
            chosen = (0..table.columns.len()).collect();
        }
        let cells = |at: usize| table.rows.iter().filter_map(move |row| row.get(at));
        let is_number = |at: usize, name: &str| {
            let filled = || cells(at).map(|cell| cell.as_str()).filter(|cell| !cell.is_empty());
            filled().next().is_some()
                && filled().all(|cell| crate::i18n::read_number(cell, &lang).is_some())
                && !is_of_codes(name, filled)
        };
        let columns: Vec<TableColumn> = chosen
            .iter()
            .filter_map(|at| {
                let name = table.columns.get(*at)?.value.clone();
                let is_number = is_number(*at, &name);
                Some(TableColumn { name, is_number })
            })
            .collect();
        for (at, column) in chosen.iter().zip(&columns).filter(|(_, own)| own.is_number) {
            let cells: Vec<&Text> = cells(*at).collect();
            self.diags.extend(unclear(&cells, &column.name, &lang));
        }
        let rows = table
            .rows
            .iter()
            .map(|row| {
                let cells = chosen
                    .iter()
                    .zip(&columns)
                    .filter_map(|(at, column)| Some(self.cell(row.get(*at)?, column, &lang)));
                cells.collect()
            })
            .collect();
        Some(TableDrawing {
            id: self.prefix("tabel"),
            title: apostrophes(&title.value).into_owned(),
            columns,
            rows,
            source: self.source_link(source),
            csv: Some(data_url(&path)),
        })
    }

    /// A cell as shown: numbers in the language's format, sources and regions linked, dates in
    /// words.
    fn cell(&mut self, cell: &Spanned<String>, column: &TableColumn, lang: &Lang) -> TableCell {
        let catalog = self.catalog;
        let written = cell.as_str();
        if column.is_number {
            let plain = crate::i18n::read_number(written, lang);
            let text =
                plain.map_or_else(|| written.to_owned(), |plain| format_number(&plain, lang));
            return TableCell { text, target: None };
        }
        let heading = column.name.to_lowercase();
        if matches!(heading.as_str(), "bron" | "source")
            && let Some(link) = catalog.source_link(written, lang)
        {
            self.uses.sources.entry(written.to_owned()).or_default().insert(self.at);
            return TableCell { text: link.label, target: Some(link.target) };
        }
        if matches!(heading.as_str(), "regio" | "region")
            && let Some(region) =
                catalog.region(written, lang).filter(|region| region.is_shown())
        {
            let target = Target::Site { url: region.url.clone(), fragment: None };
            return TableCell { text: written.to_owned(), target: Some(target) };
        }
        let date = crate::base::Date::parse_iso(written);
        let text = date.map_or_else(|| written.to_owned(), |date| dates::day(date, lang));
        TableCell { text, target: None }
    }
}

/// With these begin headings of amounts, whatever their last word is.
const AMOUNTS: [&str; 10] = [
    "aantal",
    "totaal",
    "totale",
    "gemiddeld",
    "gemiddelde",
    "percentage",
    "number",
    "total",
    "average",
    "mean",
];

/// Behind these words a year is a measure: `werklozen in dit jaar`.
const OF_A_YEAR: [&str; 11] = [
    "dit",
    "elk",
    "ieder",
    "vorig",
    "afgelopen",
    "komend",
    "this",
    "a",
    "each",
    "every",
    "last",
];

/// Whether the digits of a column are no amounts: codes, years, telephone numbers. The last word of
/// its heading tells, without what stands in brackets behind it: `postcode (4 cijfers)`.
fn is_of_codes<'a, I: Iterator<Item = &'a str>>(heading: &str, cells: impl Fn() -> I) -> bool {
    let heading = heading.trim().to_lowercase();
    let bare = heading.strip_suffix(')').and_then(|own| own.rsplit_once('('));
    let bare = bare.map_or(heading.as_str(), |(before, _)| before);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let digits = |cell: &str| cell.bytes().take_while(u8::is_ascii_digit).count();
    let is_year =
        |cell: &str| cell.len() == 4 && digits(cell) == 4 && cell.starts_with(['1', '2']);
    let has_one_length = || {
        let mut lengths = cells().map(str::len);
        let first = lengths.next();
        lengths.all(|own| Some(own) == first)
    };
    let named = match words.as_slice() {
        [first, _, ..] if AMOUNTS.contains(first) => false,
        [.., before, _] if *before == "per" => false,
        [.., before, "jaar" | "year"] if OF_A_YEAR.contains(before) => false,
        [] | ["number"] | ["target", "number"] => false,
        [.., "nummer" | "number"] => has_one_length(),
        [.., "kvk"] => true,
        [.., last] if last.ends_with("jaar") || *last == "year" => cells().all(is_year),
        [.., last] if last.ends_with("telefoon") || *last == "phone" => {
            cells().all(|cell| digits(cell) > 6)
        }
        [.., last] => last.ends_with("code") || last.ends_with("nummer"),
    };
    named || cells().any(|cell| cell.starts_with('0') && digits(cell) > 1)
}
