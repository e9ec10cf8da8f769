//! A code quality report: GitLab shows it in merge requests.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::place::Located;
use crate::diag::{Severity, SourceMap, Words};

/// The report, one JSON list.
pub(super) fn draw(found: &[Located<'_>], map: &SourceMap) -> String {
    let mut seen = BTreeMap::new();
    let issues: Vec<Value> = found
        .iter()
        .map(|located| {
            json!({
                "description": description(&located.words),
                "check_name": located.code(),
                "fingerprint": fingerprint(located, map, &mut seen),
                "severity": match located.diag.severity {
                    Severity::Error => "critical",
                    Severity::Warning => "minor",
                    Severity::Hint | Severity::Off => "info",
                },
                "location": {
                    "path": located.spot.path,
                    "lines": { "begin": located.spot.start.line },
                },
            })
        })
        .collect();
    format!("{}\n", Value::Array(issues))
}

/// What is wrong and what to do, in one line: a merge request shows nothing else.
fn description(words: &Words) -> String {
    let Some(help) = &words.help else { return words.message.clone() };
    let mut letters = help.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    format!("{}. {}{}", words.message, first.unwrap_or_default(), letters.as_str())
}

/// Stays the same when lines shift, and differs between two findings that look alike.
fn fingerprint(
    located: &Located<'_>,
    map: &SourceMap,
    seen: &mut BTreeMap<String, usize>,
) -> String {
    let spot = &located.spot;
    let line = spot.span.map_or("", |span| map.line(span.file, spot.start.line));
    let what = [located.code(), &spot.path, line.trim(), &located.words.message].join("\0");
    let count = seen.entry(what.clone()).or_default();
    *count += 1;
    blake3::hash(format!("{what}\0{count}").as_bytes()).to_hex().to_string()
}
