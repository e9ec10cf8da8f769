//! The table behind a chart: the same numbers, to the letter.

use std::fmt::Write;

use crate::base::escape_attribute;
use crate::model::drawing::{ChartDrawing, Series};

use super::super::Frame;
use super::super::svg::escaped;
use super::margin;

/// Appends the table, folded away.
pub(super) fn table(out: &mut String, chart: &ChartDrawing, frame: &Frame<'_>) {
    let mut id = String::new();
    escape_attribute(&mut id, &chart.id);
    let _ = write!(
        out,
        "<details><summary>{}</summary><div class=\"scroll\" role=\"region\" tabindex=\"0\" \
         aria-labelledby=\"{id}-table\"><table><caption id=\"{id}-table\">{}</caption>\
         <thead><tr><th scope=\"col\">{}</th>",
        escaped(frame.words.table),
        escaped(&chart.title),
        escaped(&chart.category),
    );
    for (at, series) in chart.series.iter().enumerate() {
        let name = column_name(series, chart.unit.as_deref(), frame);
        let _ = write!(out, "<th scope=\"col\" class=\"number\">{}</th>", escaped(&name));
        if margin::has(chart, at) {
            let name = format!("{}, {}", series.name, frame.words.margin);
            let _ = write!(out, "<th scope=\"col\" class=\"number\">{}</th>", escaped(&name));
        }
    }
    out.push_str("</tr></thead><tbody>");
    for row in &chart.rows {
        let _ = write!(out, "<tr><th scope=\"row\">{}</th>", escaped(&row.label));
        for (at, value) in row.values.iter().enumerate() {
            let shown = value.as_ref().map_or(frame.words.no_value, |number| &number.shown);
            let _ = write!(out, "<td class=\"number\">{}</td>", escaped(shown));
            if margin::has(chart, at) {
                let own = row.margin(at).map_or_else(String::new, |m| margin::words(m, frame));
                let _ = write!(out, "<td class=\"margin\">{}</td>", escaped(&own));
            }
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody>");
    if let Some(target) = &chart.target {
        let _ = write!(
            out,
            "<tfoot><tr><th scope=\"row\">{}</th><td class=\"number\" colspan=\"{}\">{}</td></tr></tfoot>",
            escaped(frame.words.target),
            chart.series.len()
                + (0..chart.series.len()).filter(|at| margin::has(chart, *at)).count(),
            escaped(&target.shown),
        );
    }
    out.push_str("</table></div></details>");
}

fn column_name(series: &Series, unit: Option<&str>, frame: &Frame<'_>) -> String {
    let mut name = series.name.clone();
    let target = frame.words.target;
    if series.is_target && !name.to_lowercase().contains(&target.to_lowercase()) {
        name = format!("{name} ({target})");
    }
    match unit {
        Some(unit) => format!("{name}, {unit}"),
        None => name,
    }
}
