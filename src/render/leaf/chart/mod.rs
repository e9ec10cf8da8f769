//! Charts: a whole `<figure class="chart">` with title, sentence, drawing, table and source.
//!
//! The drawing is as wide as its place: horizontal places are per cents, vertical places and
//! text are pixels, so text never shrinks. It is made for 280 pixels and more.
//!
//! Classes for the theme: `.title`, `.summary`, `.note`, `.source`, `.legend` around the
//! drawing; in it `.zero` and `.goal` (lines), `.track` (line of dots), `.v` (value), `.n`
//! (name of a series), `.none`, `.s0`–`.s7` (series), `.t` (a series of targets: outlined,
//! dashed), `.l` (line of a series), `.m` (mark of a series), `.h` (hatching over a series),
//! `.range` (how far off a value may be) and `.r` (the same in words). `.panels` holds a
//! drawing per series, each with its name.

mod horizontal;
mod legend;
mod line;
mod margin;
mod panels;
mod picture;
mod scale;
mod sentence;
mod shape;
mod table;

use std::fmt::Write;

use crate::base::{escape_attribute, escape_text};
use crate::model::component::ChartKind;
use crate::model::drawing::ChartDrawing;

use super::Frame;
use super::footer::{Below, footer};
use super::svg::{coordinate, escaped};

pub use picture::{ChartColours, ChartPicture, PIXELS, mail_name, picture};

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

/// What drawings that are compared have in common.
#[derive(Debug, Clone, Copy)]
struct Measure {
    /// The lowest and the highest value.
    extent: (f64, f64),
    /// The part of the width, in per cent, that is kept free for values.
    room: f64,
}

impl Measure {
    /// Of one drawing.
    fn of(chart: &ChartDrawing, frame: &Frame<'_>) -> Self {
        Self { extent: scale::extent(chart), room: horizontal::room_for_values(chart, frame) }
    }
}

/// Draws a chart as a figure that is complete without its picture: title, a sentence that
/// says what it shows, the table with the same numbers, links to data and source.
pub fn figure(chart: &ChartDrawing, frame: &Frame<'_>) -> String {
    let summary = summary(chart, frame);
    // A line shows some of its values: on paper its table stands below it.
    let class = if chart.kind == ChartKind::Line { "chart chart-line" } else { "chart" };
    let mut out = format!("<figure class=\"{class}\" id=\"");
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
        drawing(&mut out, chart, frame, &summary);
        table::table(&mut out, chart, frame);
    }
    let picture = picture::name(chart);
    let below = Below {
        csv: chart.csv.as_ref(),
        picture: picture.as_deref(),
        source: chart.source.as_ref(),
    };
    footer(&mut out, &below, frame);
    out.push_str("</figure>");
    out
}

/// The sentence that says what a chart shows; empty where there is nothing to say.
fn summary(chart: &ChartDrawing, frame: &Frame<'_>) -> String {
    sentence::summary(chart, frame)
}

fn drawing(out: &mut String, chart: &ChartDrawing, frame: &Frame<'_>, summary: &str) {
    let is_cut = if chart.panels {
        panels::panels(out, chart, frame)
    } else {
        legend::legend(out, chart);
        let drawn = draw(chart, frame, Measure::of(chart, frame));
        let said = Said { id: &chart.id, title: &chart.title, text: summary };
        svg(out, &drawn, &said, name_of(chart.kind, frame));
        drawn.is_cut
    };
    if is_cut {
        let _ = write!(out, "<p class=\"note\">{}</p>", escaped(frame.words.cut_axis));
    }
}

fn draw(chart: &ChartDrawing, frame: &Frame<'_>, measure: Measure) -> Drawn {
    match chart.kind {
        ChartKind::Line => line::draw(chart, frame, measure),
        _ => horizontal::draw(chart, frame, measure),
    }
}

/// What a kind of chart is called.
fn name_of<'a>(kind: ChartKind, frame: &Frame<'a>) -> &'a str {
    match kind {
        ChartKind::Line => frame.words.line_chart,
        ChartKind::Dot => frame.words.dot_chart,
        ChartKind::Bar | ChartKind::GroupedBar | ChartKind::StackedBar => frame.words.bar_chart,
    }
}

/// What a drawing is for those who do not see it.
struct Said<'a> {
    /// A prefix for ids, unique on the page.
    id: &'a str,
    title: &'a str,
    text: &'a str,
}

fn svg(out: &mut String, drawn: &Drawn, said: &Said<'_>, name: &str) {
    let mut id = String::new();
    escape_attribute(&mut id, said.id);
    let _ = write!(
        out,
        "<svg class=\"drawing\" width=\"100%\" height=\"{}\" role=\"img\" \
         aria-labelledby=\"{id}-name {id}-desc\"><title id=\"{id}-name\">{}: {}</title>\
         <desc id=\"{id}-desc\">{}</desc>{}</svg>",
        coordinate(drawn.height),
        escaped(name),
        escaped(said.title),
        escaped(said.text),
        drawn.body,
    );
}

#[cfg(test)]
mod tests;
