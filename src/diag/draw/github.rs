//! Workflow commands: GitHub shows them beside the changed lines.

use std::fmt::Write as _;

use super::place::Located;
use crate::diag::Severity;

/// A command for each diagnostic.
pub(super) fn draw(found: &[Located<'_>]) -> String {
    let mut out = String::new();
    for located in found {
        let spot = &located.spot;
        let command = match located.diag.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint | Severity::Off => "notice",
        };
        let _ = write!(out, "::{command} ");
        if !spot.path.is_empty() {
            let _ = write!(
                out,
                "file={},line={},col={},endLine={},endColumn={},",
                property(&spot.path),
                spot.start.line,
                spot.start.column,
                spot.end.line,
                spot.end.column,
            );
        }
        let _ = write!(out, "title={}", property(located.code()));
        let _ = write!(out, "::{}", data(&located.words.message));
        if let Some(help) = &located.words.help {
            let _ = write!(out, "%0A{}", data(help));
        }
        out.push('\n');
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
