//! Small multiples: a drawing per series, all on one scale, beside each other where there is
//! room.

use std::fmt::Write;

use crate::model::component::ChartKind;
use crate::model::drawing::{ChartDrawing, ChartRow};

use super::super::Frame;
use super::super::svg::escaped;
use super::{Drawn, Measure, Said, draw, name_of, scale, sentence, svg};

/// Appends a drawing per series; whether their scale leaves out zero.
pub(super) fn panels(out: &mut String, chart: &ChartDrawing, frame: &Frame<'_>) -> bool {
    let mut is_cut = false;
    out.push_str("<div class=\"panels\">");
    for (panel, drawn) in drawings(chart, frame) {
        let _ = write!(out, "<div><p class=\"panel\">{}</p>", escaped(&panel.title));
        is_cut |= drawn.is_cut;
        let text = sentence::summary(&panel, frame);
        let said = Said { id: &panel.id, title: &panel.title, text: &text };
        svg(out, &drawn, &said, name_of(panel.kind, frame));
        out.push_str("</div>");
    }
    out.push_str("</div>");
    is_cut
}

/// A drawing per series, all on one scale.
pub(super) fn drawings(chart: &ChartDrawing, frame: &Frame<'_>) -> Vec<(ChartDrawing, Drawn)> {
    let panels: Vec<ChartDrawing> =
        (0..chart.series.len()).filter_map(|at| panel(chart, at)).collect();
    let rooms = panels.iter().map(|panel| Measure::of(panel, frame).room);
    let measure = Measure { extent: scale::extent(chart), room: rooms.fold(0.0, f64::max) };
    let drawn = |panel: ChartDrawing| {
        let drawn = draw(&panel, frame, measure);
        (panel, drawn)
    };
    panels.into_iter().map(drawn).collect()
}

/// The drawing of one series.
fn panel(chart: &ChartDrawing, at: usize) -> Option<ChartDrawing> {
    let series = chart.series.get(at)?;
    let row = |row: &ChartRow| ChartRow {
        label: row.label.clone(),
        values: vec![row.values.get(at).cloned().flatten()],
        margins: vec![row.margin(at).cloned()],
    };
    Some(ChartDrawing {
        kind: match chart.kind {
            // One value alone does not lie on top of another.
            ChartKind::StackedBar | ChartKind::GroupedBar => ChartKind::Bar,
            kind => kind,
        },
        id: format!("{}-{}", chart.id, at + 1),
        title: series.name.clone(),
        summary: None,
        series: vec![series.clone()],
        panels: false,
        rows: chart.rows.iter().map(row).collect(),
        ..chart.clone()
    })
}
