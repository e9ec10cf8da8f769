//! Which mark belongs to which series, where the drawing itself does not say it.

use std::fmt::Write;

use crate::model::component::ChartKind;
use crate::model::drawing::ChartDrawing;

use super::super::svg::escaped;
use super::shape;

/// Appends the legend; nothing where there is one series or each bar bears its name.
pub(super) fn legend(out: &mut String, chart: &ChartDrawing) {
    if !is_needed(chart) {
        return;
    }
    out.push_str("<ul class=\"legend\">");
    for (at, series) in chart.series.iter().enumerate() {
        out.push_str(
            "<li><svg class=\"swatch\" width=\"28\" height=\"16\" aria-hidden=\"true\">",
        );
        swatch(out, chart, at);
        let _ = write!(out, "</svg> {}</li>", escaped(&series.name));
    }
    out.push_str("</ul>");
}

/// Whether the drawing does not name its series itself.
pub(super) fn is_needed(chart: &ChartDrawing) -> bool {
    let names_its_bars = matches!(chart.kind, ChartKind::Bar | ChartKind::GroupedBar);
    chart.series.len() > 1 && !names_its_bars
}

/// Appends the mark of a series, 28 pixels wide and 16 high.
pub(super) fn swatch(out: &mut String, chart: &ChartDrawing, at: usize) {
    let class = shape::class(chart, at);
    let size = "x=\"1\" y=\"1\" width=\"26\" height=\"14\"";
    match chart.kind {
        ChartKind::StackedBar => {
            let _ = write!(out, "<rect class=\"{class}\" {size}/>");
            if let Some(hatch) = shape::hatch(chart, at).filter(|_| !class.ends_with('t')) {
                let _ = write!(out, "<rect class=\"over\" {size} fill=\"{hatch}\"/>");
            }
        }
        ChartKind::Line => {
            let _ =
                write!(out, "<line class=\"l {class}\" x1=\"0\" x2=\"28\" y1=\"8\" y2=\"8\"/>");
            shape::mark(out, chart, at, ("14", 8.0));
        }
        ChartKind::Dot | ChartKind::Bar | ChartKind::GroupedBar => {
            shape::mark(out, chart, at, ("14", 8.0));
        }
    }
}
