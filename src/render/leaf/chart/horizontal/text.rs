//! The text of charts with a row per category: names, values, and the value to be reached.

use std::fmt::Write;
use std::ops::Range;

use crate::model::component::ChartKind;
use crate::model::drawing::{ChartRow, Margin, Number};

use super::super::super::Frame;
use super::super::super::svg::{coordinate, escaped, percent, width, wrap};
use super::super::margin;
use super::{LINE, NARROW, Rows, TO_VALUE, series_name};

/// How far off a value may be, behind it.
fn in_brackets(own: &Margin, frame: &Frame<'_>) -> String {
    format!(" (<tspan class=\"r\">{}</tspan>)", escaped(&margin::words(own, frame)))
}

impl Rows<'_> {
    /// Text over as many lines as it takes.
    pub(super) fn lines(&mut self, text: &str, class: &str) {
        for line in wrap(text, NARROW) {
            let y = coordinate(self.y + LINE * 0.72);
            let line = escaped(&line);
            let _ = write!(self.out, "<text class=\"{class}\" x=\"0\" y=\"{y}\">{line}</text>");
            self.y += LINE;
        }
    }

    pub(super) fn goal_label(&mut self, target: &Number) {
        let x = self.scale.at(target.value());
        let anchor = if x > 50.0 { "end" } else { "start" };
        let _ = write!(
            self.out,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\"><tspan class=\"n\">{}</tspan> \
             <tspan class=\"v\">{}</tspan></text>",
            percent(x),
            coordinate(LINE * 0.72),
            escaped(self.frame.words.target),
            escaped(&target.shown),
        );
        self.y += LINE;
    }

    pub(super) fn value_beside(&mut self, row: &ChartRow, series: usize, number: &Number) {
        if self.values_above {
            return;
        }
        // Beside zero there is room where a bar goes the other way.
        let margin = row.margin(series);
        let end = margin.map_or(0.0, |own| own.high.value()).max(number.value()).max(0.0);
        let x = percent(self.scale.at(end));
        let dx = if self.chart.kind == ChartKind::Dot { TO_VALUE + 4.0 } else { TO_VALUE };
        let y = coordinate(self.y + LINE * 0.75);
        let _ = write!(
            self.out,
            "<text x=\"{x}\" dx=\"{dx}\" y=\"{y}\"><tspan class=\"v\">{}</tspan>",
            escaped(&number.shown)
        );
        if let Some(own) = margin {
            self.out.push_str(&in_brackets(own, self.frame));
        }
        if let Some(name) = series_name(self.chart, series) {
            let _ = write!(self.out, " <tspan class=\"n\">{}</tspan>", escaped(name));
        }
        self.out.push_str("</text>");
    }

    pub(super) fn no_value(&mut self, series: usize) {
        let (x, y) = (percent(self.scale.zero()), coordinate(self.y + LINE * 0.75));
        let text = match series_name(self.chart, series) {
            Some(name) => format!("{}: {name}", self.frame.words.no_value),
            None => self.frame.words.no_value.to_owned(),
        };
        let (dx, anchor) =
            if self.scale.zero() > 50.0 { (-TO_VALUE, "end") } else { (TO_VALUE, "start") };
        let _ = write!(
            self.out,
            "<text class=\"none\" x=\"{x}\" dx=\"{dx}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>",
            escaped(&text)
        );
    }

    /// The values of a row with the names of their series, as running text over some lines.
    pub(super) fn values_as_text(&mut self, row: &ChartRow, which: Range<usize>) {
        let gap = width("  ");
        let mut used = 0.0;
        let mut line = String::new();
        let values = row.values.iter().enumerate().skip(which.start).take(which.len());
        for (at, value) in values {
            let name = series_name(self.chart, at).unwrap_or_default();
            let (class, shown) = match value {
                Some(number) => ("v", number.shown.as_str()),
                None => ("none", self.frame.words.no_value),
            };
            let colon = if value.is_none() && !name.is_empty() { ":" } else { "" };
            let taken = width(shown) * 1.1 + width(&margin::behind(row, at, self.frame)) + gap;
            let mut names = wrap(name, NARROW - taken);
            let last = names.pop().unwrap_or_default();
            let needed = width(&last) + taken;
            if !line.is_empty() && (used + needed > NARROW || !names.is_empty()) {
                self.text_line(&mut line);
                used = 0.0;
            }
            for name in names {
                line = format!("<tspan class=\"n\">{}</tspan>", escaped(&name));
                self.text_line(&mut line);
            }
            if !line.is_empty() {
                line.push_str(" · ");
            }
            if !last.is_empty() {
                let _ = write!(line, "<tspan class=\"n\">{}{colon}</tspan> ", escaped(&last));
            }
            let _ = write!(line, "<tspan class=\"{class}\">{}</tspan>", escaped(shown));
            if let Some(own) = row.margin(at).filter(|_| value.is_some()) {
                line.push_str(&in_brackets(own, self.frame));
            }
            used += needed + gap;
        }
        self.text_line(&mut line);
    }

    fn text_line(&mut self, line: &mut String) {
        let y = coordinate(self.y + LINE * 0.85);
        let _ = write!(self.out, "<text x=\"0\" y=\"{y}\">{line}</text>");
        line.clear();
        self.y += LINE;
    }
}
