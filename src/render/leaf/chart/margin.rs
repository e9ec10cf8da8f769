//! How far off a value may be: a line from the lowest to the highest, and the same in words.

use std::fmt::Write;

use crate::model::drawing::{ChartDrawing, ChartRow, Margin};

use super::super::Frame;
use super::super::svg::{coordinate, percent};
use super::scale::{Scale, drawable};

/// Half of the stroke at either end, in pixels.
const CAP: f64 = 5.0;

/// "3 tot 7": the same text in the drawing and in the table.
pub(super) fn words(margin: &Margin, frame: &Frame<'_>) -> String {
    format!("{} {} {}", margin.low.shown, frame.words.to, margin.high.shown)
}

/// The same in brackets behind a value; empty when nothing is said of it.
pub(super) fn behind(row: &ChartRow, series: usize, frame: &Frame<'_>) -> String {
    row.margin(series).map_or_else(String::new, |own| format!(" ({})", words(own, frame)))
}

/// Whether anything is said of how far off a series may be.
pub(super) fn has(chart: &ChartDrawing, series: usize) -> bool {
    chart.rows.iter().any(|row| row.margin(series).is_some())
}

/// Appends a line that lies, at a height in pixels.
pub(super) fn lying(out: &mut String, margin: &Margin, scale: Scale, y: f64) {
    let place = |value: f64| percent(scale.at(drawable(value)));
    let (x1, x2) = (place(margin.low.value()), place(margin.high.value()));
    let (at, top, bottom) = (coordinate(y), coordinate(y - CAP), coordinate(y + CAP));
    let _ = write!(
        out,
        "<g class=\"range\"><line x1=\"{x1}\" x2=\"{x2}\" y1=\"{at}\" y2=\"{at}\"/>\
         <line x1=\"{x1}\" x2=\"{x1}\" y1=\"{top}\" y2=\"{bottom}\"/>\
         <line x1=\"{x2}\" x2=\"{x2}\" y1=\"{top}\" y2=\"{bottom}\"/></g>"
    );
}

/// Appends a line that stands, at a place in per cent of the width.
pub(super) fn standing(out: &mut String, margin: &Margin, scale: Scale, x: f64) {
    let place = |value: f64| coordinate(scale.at(drawable(value)));
    let (low, high) = (place(margin.low.value()), place(margin.high.value()));
    let _ = write!(
        out,
        "<svg x=\"{}\" overflow=\"visible\"><path class=\"range\" \
         d=\"M-{CAP} {low}h10M0 {low}V{high}M-{CAP} {high}h10\"/></svg>",
        percent(x),
    );
}
