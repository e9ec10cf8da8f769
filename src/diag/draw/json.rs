//! One JSON object a line.

use serde::Serialize;

use super::place::{Located, Spot};

#[derive(Serialize)]
struct Line<'a> {
    code: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    at: At<'a>,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<At<'a>>,
}

/// From 1, in characters; the end is exclusive.
#[derive(Serialize)]
struct At<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> At<'a> {
    fn new(spot: &'a Spot) -> Self {
        Self {
            path: &spot.path,
            line: spot.start.line,
            column: spot.start.column,
            end_line: spot.end.line,
            end_column: spot.end.column,
        }
    }
}

/// A line for each diagnostic.
pub(super) fn draw(found: &[Located<'_>]) -> String {
    found.iter().map(line).collect()
}

fn line(located: &Located<'_>) -> String {
    let line = Line {
        code: located.code(),
        severity: located.diag.severity.as_str(),
        at: At::new(&located.spot),
        message: &located.words.message,
        help: located.words.help.as_deref(),
        related: located.related.iter().map(At::new).collect(),
    };
    // Text and numbers only: there is nothing that could fail.
    serde_json::to_string(&line).map(|line| line + "\n").unwrap_or_default()
}
