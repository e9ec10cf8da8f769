//! Charts: a whole `<figure class="chart">` with title, sentence, drawing, table and source.
//!
//! The drawing is as wide as its place: horizontal places are per cents, vertical places and
//! text are pixels, so text never shrinks. It is made for 280 pixels and more.
//!
//! Classes for the theme: `.title`, `.summary`, `.note`, `.source`, `.legend` around the
//! drawing; in it `.zero` and `.goal` (lines), `.track` (line of dots), `.v` (value), `.n`
//! (name of a series), `.none`, `.s0`–`.s7` (series), `.t` (a series of targets: outlined,
//! dashed), `.l` (line of a series), `.m` (mark of a series), `.h` (hatching over a series).

mod horizontal;
mod legend;
mod line;
mod scale;
mod sentence;
mod shape;
mod table;

use std::fmt::Write;

use crate::base::{escape_attribute, escape_text};
use crate::model::component::ChartKind;
use crate::model::drawing::ChartDrawing;

use super::Frame;
use super::footer::footer;
use super::svg::{coordinate, escaped};

/// What was drawn: the inside of the SVG.
#[derive(Debug)]
struct Drawn {
    /// Elements.
    body: String,
    /// Height in pixels.
    height: f64,
    /// Whether the scale leaves out zero.
    is_cut: bool,
}

/// Draws a chart as a figure that is complete without its picture: title, a sentence that
/// says what it shows, the table with the same numbers, links to data and source.
pub fn figure(chart: &ChartDrawing, frame: &Frame<'_>) -> String {
    let summary = sentence::summary(chart, frame);
    let mut out = String::from("<figure class=\"chart\" id=\"");
    escape_attribute(&mut out, &chart.id);
    out.push_str("\"><figcaption><p class=\"title\">");
    escape_text(&mut out, &chart.title);
    out.push_str("</p>");
    if !summary.is_empty() {
        let _ = write!(out, "<p class=\"summary\">{}</p>", escaped(&summary));
    }
    if let Some(unit) = &chart.unit {
        let (label, unit) = (escaped(frame.words.unit), escaped(unit));
        let _ = write!(out, "<p class=\"note\">{label}: {unit}</p>");
    }
    out.push_str("</figcaption>");
    if chart.rows.is_empty() || chart.series.is_empty() {
        let _ = write!(out, "<p class=\"none\">{}</p>", escaped(frame.words.no_data));
    } else {
        picture(&mut out, chart, frame, &summary);
        table::table(&mut out, chart, frame);
    }
    footer(&mut out, chart.csv.as_ref(), chart.source.as_ref(), frame);
    out.push_str("</figure>");
    out
}

fn picture(out: &mut String, chart: &ChartDrawing, frame: &Frame<'_>, summary: &str) {
    let (drawn, name) = match chart.kind {
        ChartKind::Line => (line::draw(chart, frame), frame.words.line_chart),
        ChartKind::Dot => (horizontal::draw(chart, frame), frame.words.dot_chart),
        ChartKind::Bar | ChartKind::GroupedBar | ChartKind::StackedBar => {
            (horizontal::draw(chart, frame), frame.words.bar_chart)
        }
    };
    legend::legend(out, chart);
    let mut id = String::new();
    escape_attribute(&mut id, &chart.id);
    let _ = write!(
        out,
        "<svg class=\"drawing\" width=\"100%\" height=\"{}\" role=\"img\" \
         aria-labelledby=\"{id}-name {id}-desc\"><title id=\"{id}-name\">{}: {}</title>\
         <desc id=\"{id}-desc\">{}</desc>{}</svg>",
        coordinate(drawn.height),
        escaped(name),
        escaped(&chart.title),
        escaped(summary),
        drawn.body,
    );
    if drawn.is_cut {
        let _ = write!(out, "<p class=\"note\">{}</p>", escaped(frame.words.cut_axis));
    }
}

#[cfg(test)]
mod tests;
