//! Charts with a row per category: bars, groups of bars, stacks and dots. The category stands
//! above its bars, the value at their end.

mod text;

use std::fmt::Write;

use crate::model::component::ChartKind;
use crate::model::drawing::{ChartDrawing, ChartRow, Number};

use super::super::Frame;
use super::super::svg::{coordinate, percent, width};
use super::scale::{Scale, drawable, stack, with_zero};
use super::{Drawn, Measure, margin, shape};

/// The narrowest place that a drawing is made for, in pixels.
pub(super) const NARROW: f64 = 280.0;
/// A line of text.
pub(super) const LINE: f64 = 20.0;
const BAR: f64 = 20.0;
const BETWEEN_BARS: f64 = 4.0;
const BETWEEN_ROWS: f64 = 14.0;
/// From the end of a bar to its value.
const TO_VALUE: f64 = 6.0;
/// More than this part of the width is not kept free for values; they then stand above.
const MOST_FOR_VALUES: f64 = 55.0;

/// A drawing that grows downwards.
#[derive(Debug)]
struct Rows<'a> {
    chart: &'a ChartDrawing,
    frame: &'a Frame<'a>,
    scale: Scale,
    /// Whether values stand above their bars, because they are too long to stand beside them.
    values_above: bool,
    out: String,
    y: f64,
}

/// Draws a chart with a row per category.
pub(super) fn draw(chart: &ChartDrawing, frame: &Frame<'_>, measure: Measure) -> Drawn {
    let room = measure.room;
    let values_above = room > MOST_FOR_VALUES;
    // A little room for marks and the ends of lines.
    let range = (1.0, if values_above { 98.0 } else { 98.0 - room });
    let domain =
        if is_stacked(chart) { stacked_extent(chart, measure.extent) } else { measure.extent };
    let scale = Scale::new(with_zero(domain), range);
    let mut rows = Rows { chart, frame, scale, values_above, out: String::new(), y: 0.0 };
    if let Some(target) = &chart.target {
        rows.goal_label(target);
    }
    for row in &chart.rows {
        rows.lines(&row.label, "category");
        match chart.kind {
            ChartKind::StackedBar => rows.stack(row),
            ChartKind::Dot => rows.dots(row),
            ChartKind::Bar | ChartKind::GroupedBar | ChartKind::Line => rows.bars(row),
        }
        rows.y += BETWEEN_ROWS;
    }
    let height = rows.y - BETWEEN_ROWS;
    let mut body = String::new();
    if chart.kind == ChartKind::StackedBar {
        shape::hatches(&mut body, chart);
    }
    body.push_str(&rows.out);
    Drawn { body, height, is_cut: false }
}

fn is_stacked(chart: &ChartDrawing) -> bool {
    chart.kind == ChartKind::StackedBar
}

/// Whether the values of a row stand together in a text below, not each at its mark.
fn values_below(chart: &ChartDrawing) -> bool {
    is_stacked(chart) || (chart.kind == ChartKind::Dot && chart.series.len() > 1)
}

/// The part of the width, in per cent, to be kept free behind the bars.
pub(super) fn room_for_values(chart: &ChartDrawing, frame: &Frame<'_>) -> f64 {
    if values_below(chart) {
        return 0.0;
    }
    let values = chart.rows.iter().flat_map(|row| {
        row.values.iter().enumerate().map(move |(series, value)| (row, series, value))
    });
    let widths = values.filter_map(|(row, series, value)| {
        let name = series_name(chart, series).map_or(0.0, |name| width(name) + 5.0);
        let behind = width(&margin::behind(row, series, frame));
        Some(width(&value.as_ref()?.shown) * 1.1 + behind + name + TO_VALUE)
    });
    widths.fold(0.0, f64::max) / NARROW * 100.0
}

/// The name that has to stand beside a value: where there is more than one series.
fn series_name(chart: &ChartDrawing, series: usize) -> Option<&str> {
    let many = chart.series.len() > 1;
    chart.series.get(series).filter(|_| many).map(|series| series.name.as_str())
}

fn stacked_extent(chart: &ChartDrawing, extent: (f64, f64)) -> (f64, f64) {
    chart
        .rows
        .iter()
        .map(|row| stack(parts(chart, row).map(|(_, number)| number)))
        .fold(extent, |(low, high), (below, above)| (low.min(below), high.max(above)))
}

/// The values of a row that lie on top of each other: all but the targets.
fn parts<'a>(
    chart: &'a ChartDrawing,
    row: &'a ChartRow,
) -> impl Iterator<Item = (usize, &'a Number)> {
    let values = row.values.iter().enumerate();
    values.filter_map(|(at, value)| {
        let is_target = chart.series.get(at).is_some_and(|series| series.is_target);
        value.as_ref().filter(|_| !is_target).map(|number| (at, number))
    })
}

impl Rows<'_> {
    /// The lines of zero and of the value to be reached, over a bar.
    fn uprights(&mut self) {
        self.upright("zero", self.scale.zero());
        if let Some(target) = &self.chart.target {
            self.upright("goal", self.scale.at(target.value()));
        }
    }

    fn upright(&mut self, class: &str, x: f64) {
        let x = percent(x);
        let (y1, y2) = (coordinate(self.y - 2.0), coordinate(self.y + BAR + 2.0));
        let _ = write!(
            self.out,
            "<line class=\"{class}\" x1=\"{x}\" x2=\"{x}\" y1=\"{y1}\" y2=\"{y2}\"/>"
        );
    }

    fn bars(&mut self, row: &ChartRow) {
        for (at, value) in row.values.iter().enumerate() {
            if at > 0 {
                self.y += BETWEEN_BARS;
            }
            if self.values_above && value.is_some() {
                self.values_as_text(row, at..at + 1);
            }
            match value {
                Some(number) => {
                    self.bar(at, 0.0, drawable(number.value()));
                    self.range(row, at);
                    self.value_beside(row, at, number);
                }
                None => self.no_value(at),
            }
            self.uprights();
            self.y += BAR;
        }
    }

    /// How far off a value may be, over its bar or through its dot.
    fn range(&mut self, row: &ChartRow, series: usize) {
        if let Some(own) = row.margin(series) {
            margin::lying(&mut self.out, own, self.scale, self.y + BAR / 2.0);
        }
    }

    /// A bar between two values.
    fn bar(&mut self, series: usize, from: f64, to: f64) {
        let (start, end) = (self.scale.at(from.min(to)), self.scale.at(from.max(to)));
        let class = shape::class(self.chart, series);
        let (x, width, y) = (percent(start), percent(end - start), coordinate(self.y));
        let place = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{BAR}\"");
        let _ = write!(self.out, "<rect class=\"{class}\" {place}/>");
        let hatch = shape::hatch(self.chart, series)
            .filter(|_| is_stacked(self.chart) && !class.ends_with('t'));
        if let Some(hatch) = hatch {
            let _ = write!(self.out, "<rect class=\"over\" {place} fill=\"{hatch}\"/>");
        }
    }

    fn stack(&mut self, row: &ChartRow) {
        let (mut below, mut above) = (0.0, 0.0);
        for (at, number) in parts(self.chart, row) {
            let value = drawable(number.value());
            let end = if value < 0.0 { &mut below } else { &mut above };
            let start = *end;
            *end += value;
            let end = *end;
            self.bar(at, start, end);
        }
        self.uprights();
        self.y += BAR;
        for (at, _) in self.chart.series.iter().enumerate().filter(|(_, s)| s.is_target) {
            if let Some(number) = row.values.get(at).and_then(Option::as_ref) {
                self.y += BETWEEN_BARS;
                self.bar(at, 0.0, drawable(number.value()));
                self.uprights();
                self.y += BAR;
            }
        }
        self.values_as_text(row, 0..row.values.len());
    }

    fn dots(&mut self, row: &ChartRow) {
        let single = self.chart.series.len() == 1;
        let first = row.values.first().and_then(Option::as_ref);
        if single && self.values_above && first.is_some() {
            self.values_as_text(row, 0..1);
        }
        let y = self.y + BAR / 2.0;
        let values: Vec<(usize, &Number)> = row
            .values
            .iter()
            .enumerate()
            .filter_map(|(at, value)| value.as_ref().map(|number| (at, number)))
            .collect();
        let places = values.iter().map(|(_, number)| self.scale.at(number.value()));
        let (start, end) = places
            .fold((self.scale.zero(), self.scale.zero()), |(start, end), x| {
                (start.min(x), end.max(x))
            });
        let (x1, x2, at) = (percent(start), percent(end), coordinate(y));
        let _ = write!(
            self.out,
            "<line class=\"track\" x1=\"{x1}\" x2=\"{x2}\" y1=\"{at}\" y2=\"{at}\"/>"
        );
        self.uprights();
        for (series, number) in &values {
            self.range(row, *series);
            let x = percent(self.scale.at(number.value()));
            shape::mark(&mut self.out, self.chart, *series, (&x, y));
        }
        match first {
            Some(number) if single => self.value_beside(row, 0, number),
            None if single => self.no_value(0),
            _ => {}
        }
        self.y += BAR;
        if !single {
            self.values_as_text(row, 0..row.values.len());
        }
    }
}
