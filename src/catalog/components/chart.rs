//! Charts, with their data read.

use crate::diag::Diag;
use crate::i18n::format_number;
use crate::model::component::{Chart, ChartSort, Text};
use crate::model::drawing::{ChartDrawing, ChartRow, Number, Series};
use crate::parse::data::{Table, number};

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
        let ys: Vec<usize> = chart.y.iter().filter_map(&mut found).collect();
        if ys.len() != chart.y.len() || ys.is_empty() {
            return None;
        }
        let mut rows = Vec::new();
        for row in &table.rows {
            let label = row.get(x).map(|cell| cell.value.clone()).unwrap_or_default();
            let mut values = Vec::new();
            for (at, name) in ys.iter().zip(&chart.y) {
                let Some(cell) = row.get(*at) else { continue };
                match number(cell, name, &lang) {
                    Ok(value) => values.push(value),
                    Err(problem) => self.diags.push(Diag::at(cell.span, problem)),
                }
            }
            rows.push(ChartRow { label, values });
        }
        sort(&mut rows, chart.sort);
        Some(ChartDrawing {
            kind: chart.kind,
            id: self.prefix("grafiek"),
            title: chart.title.value.clone(),
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
