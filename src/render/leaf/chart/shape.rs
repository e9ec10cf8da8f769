//! The marks of series: a shape each, so that colour is not needed to tell them apart.

use std::fmt::Write;

use crate::model::drawing::ChartDrawing;

use super::super::svg::coordinate;

/// The class of a series: its colour and, for targets, its outline.
pub(super) fn class(chart: &ChartDrawing, series: usize) -> String {
    let is_target = chart.series.get(series).is_some_and(|s| s.is_target);
    format!("s{}{}", series % 8, if is_target { " t" } else { "" })
}

/// The outline of a mark around the point 0,0, about 10 pixels wide.
fn outline(series: usize) -> &'static str {
    match series % 5 {
        0 => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
        1 => "M-4.5-4.5h9v9h-9z",
        2 => "M0-6L6 0L0 6L-6 0z",
        3 => "M0-5.5L5.5 4.5h-11z",
        _ => "M-5.5-4.5h11L0 5.5z",
    }
}

/// Appends the mark of a series at a place: `x` with its unit, `y` in pixels.
pub(super) fn mark(out: &mut String, chart: &ChartDrawing, series: usize, (x, y): (&str, f64)) {
    let _ = write!(
        out,
        "<svg x=\"{x}\" y=\"{}\" overflow=\"visible\"><path class=\"m {}\" d=\"{}\"/></svg>",
        coordinate(y),
        class(chart, series),
        outline(series),
    );
}

/// The hatching that lies over the bars of a series; `None` for every fourth, which is plain.
pub(super) fn hatch(chart: &ChartDrawing, series: usize) -> Option<String> {
    let mut id = String::new();
    crate::base::escape_attribute(&mut id, &chart.id);
    (!series.is_multiple_of(4)).then(|| format!("url(#{id}-h{})", series % 4))
}

/// Appends the definitions that `hatch` points to.
pub(super) fn hatches(out: &mut String, chart: &ChartDrawing) {
    let mut id = String::new();
    crate::base::escape_attribute(&mut id, &chart.id);
    let lines = ["M-2 2l4-4M0 8l8-8M6 10l4-4", "M0 4h8", "M4 0v8M0 4h8"];
    out.push_str("<defs>");
    for (at, line) in lines.iter().enumerate().take(chart.series.len().saturating_sub(1)) {
        let _ = write!(
            out,
            "<pattern id=\"{id}-h{}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
             <path class=\"h\" d=\"{line}\"/></pattern>",
            at + 1,
        );
    }
    out.push_str("</defs>");
}
