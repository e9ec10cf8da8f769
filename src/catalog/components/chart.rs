//! Charts, with their data read.

use crate::base::{Lang, apostrophes};
use crate::diag::Diag;
use crate::diag::problem::Field;
use crate::i18n::format_number;
use crate::model::component::{Chart, ChartSort, Text};
use crate::model::drawing::{ChartDrawing, ChartRow, Margin, Number, Series};
use crate::parse::data::{Table, numbers};

use super::super::resolve::{Lookup, data_url};

impl Lookup<'_> {
    pub(super) fn chart(&mut self, chart: &Chart) -> Option<ChartDrawing> {
        let lang = self.lang();
        let (csv, table) = match &chart.data {
            Some(written) => {
                let (path, table) = self.data(written)?;
                (Some(path), table.clone())
            }
            None => (None, inline(&chart.rows)?),
        };
        let mut found = |name: &Text| match table.column(name) {
            Ok(at) => Some(at),
            Err(problem) => {
                self.diags.push(Diag::at(name.span, problem));
                None
            }
        };
        let x = found(&chart.x)?;
        let ys = all_of(&chart.y, &mut found)?;
        let lows = all_of(&chart.low, &mut found)?;
        let highs = all_of(&chart.high, &mut found)?;
        if ys.is_empty() || !self.has_both_ends(chart) {
            return None;
        }
        let columns: Vec<Column<'_>> = ys.into_iter().zip(&chart.y).collect();
        let lows: Vec<Column<'_>> = lows.into_iter().zip(&chart.low).collect();
        let highs: Vec<Column<'_>> = highs.into_iter().zip(&chart.high).collect();
        let values = self.numbers(&table, &columns, &lang);
        let low = self.numbers(&table, &lows, &lang);
        let high = self.numbers(&table, &highs, &lang);
        let mut rows = Vec::new();
        for (((row, values), low), high) in table.rows.iter().zip(values).zip(low).zip(high) {
            let label = row.get(x).map(|cell| cell.value.clone()).unwrap_or_default();
            let margins =
                low.into_iter().zip(high).map(|(low, high)| Some(margin(low?, high?)));
            rows.push(ChartRow { label, values, margins: margins.collect() });
        }
        sort(&mut rows, chart.sort);
        Some(ChartDrawing {
            kind: chart.kind,
            id: self.prefix("grafiek"),
            title: apostrophes(&chart.title.value).into_owned(),
            summary: chart.summary.as_ref().map(|text| text.value.clone()),
            category: chart.x.value.clone(),
            series: chart
                .y
                .iter()
                .map(|name| Series {
                    name: name.value.clone(),
                    is_target: is_target_word(name),
                })
                .collect(),
            panels: chart.panels && chart.y.len() > 1,
            rows,
            unit: chart.unit.as_ref().map(|text| text.value.clone()),
            target: chart.target.as_ref().map(|plain| Number {
                plain: plain.value.clone(),
                shown: format_number(plain, &lang),
            }),
            source: self.source_link(chart.source.as_ref()),
            csv: csv.as_ref().map(data_url),
        })
    }
}

/// A column by its number and its name.
type Column<'a> = (usize, &'a Text);

/// The numbers of these columns; `None` when one is not there, which was reported.
fn all_of(
    names: &[Text],
    found: &mut impl FnMut(&Text) -> Option<usize>,
) -> Option<Vec<usize>> {
    let columns: Vec<usize> = names.iter().filter_map(found).collect();
    (columns.len() == names.len()).then_some(columns)
}

/// What lies between two numbers, whichever is the lower.
fn margin(one: Number, other: Number) -> Margin {
    let (low, high) = if one.value() <= other.value() { (one, other) } else { (other, one) };
    Margin { low, high }
}

impl Lookup<'_> {
    /// Of every row, its values in these columns.
    fn numbers(
        &mut self,
        table: &Table,
        columns: &[Column<'_>],
        lang: &Lang,
    ) -> Vec<Vec<Option<Number>>> {
        let mut rows = vec![Vec::with_capacity(columns.len()); table.rows.len()];
        for (at, name) in columns {
            let cells: Vec<&Text> = table.rows.iter().filter_map(|row| row.get(*at)).collect();
            let read = numbers(&cells, name, lang);
            self.diags.extend(read.diags);
            for (row, value) in rows.iter_mut().zip(read.value) {
                row.push(value);
            }
        }
        rows
    }

    /// Whether every column of values has a lowest and a highest one, or none has.
    fn has_both_ends(&mut self, chart: &Chart) -> bool {
        if chart.low.is_empty() && chart.high.is_empty() {
            return true;
        }
        let ends = [("low", &chart.low, &chart.high), ("high", &chart.high, &chart.low)];
        let wanted = chart.y.len();
        let mut has = true;
        for (key, own, other) in ends {
            if own.len() == wanted {
                continue;
            }
            let place = own.first().or(other.first()).map_or(chart.title.span, |own| own.span);
            let problem = Field::ItemCount {
                key: key.to_owned(),
                count: own.len(),
                least: wanted,
                most: wanted,
            };
            self.diags.push(Diag::at(place, problem));
            has = false;
        }
        has
    }
}

/// Rows written in place, as a table.
fn inline(rows: &[Vec<Text>]) -> Option<Table> {
    let (head, rest) = rows.split_first()?;
    let rows = rest.iter().filter(|row| row.len() == head.len()).cloned().collect();
    Some(Table { columns: head.clone(), rows })
}

fn sort(rows: &mut [ChartRow], order: ChartSort) {
    let value = |row: &ChartRow| row.values.iter().flatten().map(Number::value).sum::<f64>();
    match order {
        ChartSort::Data => {}
        ChartSort::Name => rows.sort_by_key(|row| row.label.to_lowercase()),
        ChartSort::Ascending => rows.sort_by(|a, b| value(a).total_cmp(&value(b))),
        ChartSort::Descending => rows.sort_by(|a, b| value(b).total_cmp(&value(a))),
    }
}

/// Whether a column by its name holds targets, which are drawn as such.
fn is_target_word(name: &str) -> bool {
    matches!(
        name.to_lowercase().as_str(),
        "doel" | "doelen" | "target" | "targets" | "goal" | "goals"
    )
}
