//! One or a few sentences that say what a chart shows, made from its data where the editor
//! wrote none. What is said is a fact; each language has its own words for it.

mod en;
mod nl;

use crate::i18n::same_number;
use crate::model::component::ChartKind;
use crate::model::drawing::{ChartDrawing, Number};

use super::super::Frame;
use super::scale::drawable;

/// Series beyond this many are left to the table.
const MAX_SERIES: usize = 3;
/// Categories that share a value are named up to this many.
const MAX_NAMES: usize = 3;

/// Something that can be said of a chart. Values are as shown, with their unit.
#[derive(Debug)]
enum Fact<'a> {
    /// There is one value.
    Single { of: Of<'a>, at: &'a str, value: String },
    /// All values are the same.
    Equal { of: Of<'a>, value: String },
    /// The highest and the lowest value, and where they are.
    Extremes { of: Of<'a>, high: (String, Names<'a>), low: (String, Names<'a>) },
    /// From the first to the last.
    Trend { of: Of<'a>, first: (String, &'a str), last: (String, &'a str) },
    /// The highest value of a line, where it is neither the first nor the last.
    Peak { value: String, at: &'a str },
    /// The value to be reached.
    Target { value: String },
}

/// The series of which something is said.
#[derive(Debug, Clone, Copy)]
enum Of<'a> {
    /// The only one.
    All,
    /// One of several.
    Series(&'a str),
    /// One that holds targets.
    Target(&'a str),
}

/// Categories, of which perhaps only some are named.
#[derive(Debug)]
struct Names<'a> {
    named: Vec<&'a str>,
    others: usize,
}

/// The sentences below a chart's title; empty when there is nothing to say.
pub(super) fn summary(chart: &ChartDrawing, frame: &Frame<'_>) -> String {
    if let Some(written) = &chart.summary {
        return written.clone();
    }
    let say = if frame.lang.is_dutch() { nl::say } else { en::say };
    facts(chart).iter().map(say).collect::<Vec<_>>().join(" ")
}

fn facts(chart: &ChartDrawing) -> Vec<Fact<'_>> {
    let mut facts = Vec::new();
    for at in 0..chart.series.len().min(MAX_SERIES) {
        facts_of_series(chart, at, &mut facts);
    }
    if let Some(target) = chart.target.as_ref().filter(|_| !facts.is_empty()) {
        facts.push(Fact::Target { value: with_unit(target, chart) });
    }
    facts
}

fn facts_of_series<'a>(chart: &'a ChartDrawing, at: usize, facts: &mut Vec<Fact<'a>>) {
    let points: Vec<(&str, &Number)> = chart
        .rows
        .iter()
        .filter_map(|row| Some((row.label.as_str(), row.values.get(at)?.as_ref()?)))
        .collect();
    let of = match chart.series.get(at) {
        Some(series) if series.is_target => Of::Target(&series.name),
        Some(series) if chart.series.len() > 1 => Of::Series(&series.name),
        _ => Of::All,
    };
    let value = |number: &Number| drawable(number.value());
    let highest = points.iter().max_by(|a, b| value(a.1).total_cmp(&value(b.1)));
    let lowest = points.iter().min_by(|a, b| value(a.1).total_cmp(&value(b.1)));
    let ends = points.first().zip(points.last());
    let (Some(high), Some(low), Some((first, last))) = (highest, lowest, ends) else { return };
    if let [only] = points.as_slice() {
        facts.push(Fact::Single { of, at: only.0, value: with_unit(only.1, chart) });
    } else if same_number(&high.1.plain, &low.1.plain) {
        facts.push(Fact::Equal { of, value: with_unit(low.1, chart) });
    } else if chart.kind == ChartKind::Line {
        let first_value = with_unit(first.1, chart);
        facts.push(Fact::Trend {
            of,
            first: (first_value, first.0),
            last: (last.1.shown.clone(), last.0),
        });
        if value(high.1) > value(first.1).max(value(last.1)) {
            facts.push(Fact::Peak { value: high.1.shown.clone(), at: high.0 });
        }
    } else {
        let names = |number: &Number| names(&points, number);
        facts.push(Fact::Extremes {
            of,
            high: (with_unit(high.1, chart), names(high.1)),
            low: (low.1.shown.clone(), names(low.1)),
        });
    }
}

/// The categories that have a value.
fn names<'a>(points: &[(&'a str, &Number)], value: &Number) -> Names<'a> {
    let has = |number: &Number| same_number(&number.plain, &value.plain);
    let all: Vec<&str> =
        points.iter().filter(|(_, number)| has(number)).map(|(label, _)| *label).collect();
    // "and 1 other" is no shorter than its name.
    let shown = if all.len() <= MAX_NAMES { all.len() } else { MAX_NAMES - 1 };
    Names { others: all.len() - shown, named: all.into_iter().take(shown).collect() }
}

/// Money stands before its number, `%` right behind it, any other unit after a space.
fn with_unit(number: &Number, chart: &ChartDrawing) -> String {
    let shown = &number.shown;
    match chart.unit.as_deref() {
        None => shown.clone(),
        Some("%") => format!("{shown}%"),
        Some(unit @ ("€" | "$" | "£")) => format!("{unit} {shown}"),
        Some(unit) => format!("{shown} {unit}"),
    }
}

impl Names<'_> {
    /// The names as a list: `a, b en 3 andere`.
    fn list(&self, and: &str, others: &str) -> String {
        let mut parts: Vec<String> = self.named.iter().map(|&name| name.to_owned()).collect();
        if self.others > 0 {
            parts.push(format!("{} {others}", self.others));
        }
        match parts.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                format!("{} {and} {last}", rest.join(", "))
            }
            _ => parts.concat(),
        }
    }
}
