//! Lines over time: a point per category, values at the points that matter.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::model::drawing::{ChartDrawing, Number};

use super::super::Frame;
use super::super::svg::{coordinate, escaped, float, percent, width, wrap};
use super::horizontal::{LINE, NARROW};
use super::scale::{Scale, drawable, with_zero};
use super::{Drawn, Measure, margin, shape};

/// The height of the part with lines, in pixels.
const PLOT: f64 = 200.0;
/// Room above it for the value of the highest point.
const TOP: f64 = 26.0;
/// Room below it for the value of the lowest point.
const BOTTOM: f64 = 26.0;
/// More points than this get no mark, unless their value is shown.
const MAX_MARKS: usize = 24;
/// Labels below the axis break at this width.
const LABEL: f64 = 120.0;
/// The most that may stand behind the last points.
const MAX_END: f64 = 120.0;

/// The places of a chart.
#[derive(Debug)]
struct Plot<'a> {
    chart: &'a ChartDrawing,
    /// From values to pixels from the top.
    y: Scale,
    /// From categories to per cents.
    x: Scale,
    out: String,
}

/// A point that has a value.
#[derive(Debug, Clone, Copy)]
struct Point<'a> {
    category: usize,
    number: &'a Number,
}

/// Draws a line chart.
pub(super) fn draw(chart: &ChartDrawing, frame: &Frame<'_>, measure: Measure) -> Drawn {
    let (low, high) = measure.extent;
    // A line far from zero would be flat: cut the axis, and say so.
    let is_cut = low <= high && low > 0.6 * high;
    let domain = if is_cut { (low, high) } else { with_zero((low, high)) };
    let plot = PLOT.max(LINE * float(chart.series.len()));
    let right = 98.0 - end_width(chart) / NARROW * 100.0;
    let last = float(chart.rows.len().saturating_sub(1)).max(1.0);
    let mut lines = Plot {
        chart,
        y: Scale::new(domain, (TOP + plot, TOP)),
        x: Scale::new((0.0, last), (2.0, right)),
        out: String::new(),
    };
    lines.across(frame, is_cut);
    for series in 0..chart.series.len() {
        lines.line(series);
    }
    if chart.series.len() == 1 {
        lines.values_at_points();
    } else {
        lines.values_at_end();
    }
    let mut height = TOP + plot + BOTTOM;
    height += lines.categories(height);
    Drawn { body: lines.out, height, is_cut }
}

/// The points of a series, in order.
fn points(chart: &ChartDrawing, series: usize) -> Vec<Point<'_>> {
    let rows = chart.rows.iter().enumerate();
    rows.filter_map(|(category, row)| {
        row.values.get(series)?.as_ref().map(|number| Point { category, number })
    })
    .collect()
}

/// The width to be kept free behind the last points, in pixels: for values, and for the names
/// of series where they are short.
fn end_width(chart: &ChartDrawing) -> f64 {
    if chart.series.len() < 2 {
        return 0.0;
    }
    let ends = (0..chart.series.len()).filter_map(|at| points(chart, at).last().copied());
    let widest = ends.map(|point| width(&point.number.shown) * 1.1).fold(0.0, f64::max) + 12.0;
    widest.min(MAX_END)
}

impl Plot<'_> {
    fn place(&self, point: Point<'_>) -> (f64, f64) {
        (self.x_of(point.category), self.y.at(drawable(point.number.value())))
    }

    fn x_of(&self, category: usize) -> f64 {
        // One category alone stands in the middle.
        let at = if self.chart.rows.len() < 2 { 0.5 } else { float(category) };
        self.x.at(at)
    }

    /// The lines from side to side: zero, and the value to be reached.
    fn across(&mut self, frame: &Frame<'_>, is_cut: bool) {
        if !is_cut {
            let y = coordinate(self.y.zero());
            let _ = write!(
                self.out,
                "<line class=\"zero\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>"
            );
        }
        if let Some(target) = &self.chart.target {
            let at = self.y.at(target.value());
            let y = coordinate(at);
            let _ = write!(
                self.out,
                "<line class=\"goal\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>\
                 <text x=\"100%\" y=\"{}\" text-anchor=\"end\"><tspan class=\"n\">{}</tspan> \
                 <tspan class=\"v\">{}</tspan></text>",
                coordinate(at - 6.0),
                escaped(frame.words.target),
                escaped(&target.shown),
            );
        }
    }

    /// A series: a stroke between neighbours that both have a value, and its marks.
    fn line(&mut self, series: usize) {
        let class = shape::class(self.chart, series);
        let points = points(self.chart, series);
        for (one, next) in points.iter().zip(points.iter().skip(1)) {
            if next.category == one.category + 1 {
                let ((x1, y1), (x2, y2)) = (self.place(*one), self.place(*next));
                let _ = write!(
                    self.out,
                    "<line class=\"l {class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
                    percent(x1),
                    coordinate(y1),
                    percent(x2),
                    coordinate(y2),
                );
            }
        }
        for point in &points {
            let row = self.chart.rows.get(point.category);
            if let Some(own) = row.and_then(|row| row.margin(series)) {
                let x = self.x_of(point.category);
                margin::standing(&mut self.out, own, self.y, x);
            }
        }
        let many = points.len() > MAX_MARKS;
        for (at, point) in points.iter().enumerate() {
            let is_end = at == 0 || at + 1 == points.len();
            if !many || is_end || self.is_alone(series, point.category) {
                let (x, y) = self.place(*point);
                shape::mark(&mut self.out, self.chart, series, (&percent(x), y));
            }
        }
    }

    fn is_alone(&self, series: usize, category: usize) -> bool {
        let has = |at: Option<usize>| {
            let row = at.and_then(|at| self.chart.rows.get(at));
            row.and_then(|row| row.values.get(series)).is_some_and(Option::is_some)
        };
        !has(category.checked_sub(1)) && !has(category.checked_add(1))
    }

    /// Values at the first, last, highest and lowest point, and at the others where all fit.
    fn values_at_points(&mut self) {
        let points = points(self.chart, 0);
        let value = |at: usize| points.get(at).map_or(0.0, |p| drawable(p.number.value()));
        let by_value = |a: &usize, b: &usize| value(*a).total_cmp(&value(*b));
        let all = 0..points.len();
        let extremes = [
            Some(0),
            points.len().checked_sub(1),
            all.clone().max_by(by_value),
            all.clone().min_by(by_value),
        ];
        let mut shown: Vec<(usize, f64, f64)> = Vec::new();
        for at in extremes.into_iter().flatten().chain(all.take(MAX_MARKS)) {
            let Some(point) = points.get(at) else { continue };
            let (x, half) = (self.x_of(point.category) / 100.0 * NARROW, half_width(point));
            // Those at the ends stand inside the drawing.
            let x = x.clamp(half.min(NARROW / 2.0), (NARROW - half).max(NARROW / 2.0));
            let is_free = |&(other, at_x, at_half): &(usize, f64, f64)| {
                other != at && (x - at_x).abs() > half + at_half + 6.0
            };
            if shown.iter().all(is_free) {
                shown.push((at, x, half));
            }
        }
        let shown: BTreeSet<usize> = shown.into_iter().map(|(at, _, _)| at).collect();
        for at in shown {
            let before = at.checked_sub(1).map_or(f64::INFINITY, value);
            let after = if at + 1 < points.len() { value(at + 1) } else { f64::INFINITY };
            // Lower than what is beside it: the line comes from above.
            let is_valley = points.len() > 1 && value(at) < before && value(at) < after;
            if let Some(point) = points.get(at) {
                self.value(*point, if is_valley { 20.0 } else { -10.0 });
            }
        }
    }

    fn value(&mut self, point: Point<'_>, dy: f64) {
        let (x, y) = self.place(point);
        let half = half_width(&point) / NARROW * 100.0;
        let anchor = if x - half < 0.0 {
            "start"
        } else if x + half > 100.0 {
            "end"
        } else {
            "middle"
        };
        let _ = write!(
            self.out,
            "<text class=\"v\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            percent(x),
            coordinate(y + dy),
            escaped(&point.number.shown),
        );
    }

    /// The last value of each series behind its last point, pushed apart where they meet.
    fn values_at_end(&mut self) {
        let mut ends: Vec<(f64, Point<'_>)> = (0..self.chart.series.len())
            .filter_map(|series| points(self.chart, series).last().copied())
            .map(|point| (self.place(point).1, point))
            .collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut free_from = f64::NEG_INFINITY;
        for (y, point) in ends {
            let y = y.max(free_from);
            free_from = y + LINE - 2.0;
            let _ = write!(
                self.out,
                "<text class=\"v\" x=\"{}\" dx=\"10\" y=\"{}\">{}</text>",
                percent(self.place(point).0),
                coordinate(y + 5.0),
                escaped(&point.number.shown),
            );
        }
    }

    /// The names below the axis, as many as fit; returns their height.
    fn categories(&mut self, top: f64) -> f64 {
        let rows = &self.chart.rows;
        let widest = rows.iter().map(|row| width(&row.label)).fold(0.0, f64::max).min(LABEL);
        let (from, to) = (self.x.from, self.x.to);
        let last = rows.len().saturating_sub(1);
        let fitting = ((to - from) / 100.0 * NARROW / (widest + 12.0)).floor().max(1.0);
        let step = (float(last) / fitting).ceil().max(1.0);
        let mut lowest = 0.0_f64;
        let mut next = 0.0;
        for (at, row) in rows.iter().enumerate() {
            let is_due = float(at) >= next && (at == 0 || float(last - at) >= step);
            if !is_due && at != last {
                continue;
            }
            next = float(at) + step;
            let anchor = match at {
                _ if last == 0 => "middle",
                0 => "start",
                _ if at == last => "end",
                _ => "middle",
            };
            let x = percent(self.x_of(at));
            for (line, text) in wrap(&row.label, LABEL).iter().enumerate() {
                let y = top + LINE * (float(line) + 0.72);
                let (y, text) = (coordinate(y), escaped(text));
                let _ = write!(
                    self.out,
                    "<text class=\"category\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>"
                );
                lowest = lowest.max(LINE * (float(line) + 1.0));
            }
        }
        lowest
    }
}

fn half_width(point: &Point<'_>) -> f64 {
    width(&point.number.shown) * 1.1 / 2.0
}
