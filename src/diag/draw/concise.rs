//! One line each: `path:line:column: severity[code]: message`.

use std::fmt::Write as _;

use super::place::Located;
use super::{Ink, Style, severity_word};

/// A line for each diagnostic. One without a file has no path.
pub(super) fn draw(found: &[Located<'_>], style: &Style) -> String {
    let mut out = String::new();
    for located in found {
        let severity = located.diag.severity;
        let word = format!("{}[{}]", severity_word(severity, style.language), located.code());
        let word = style.paint(Ink::Severity(severity), &word);
        let spot = &located.spot;
        if !spot.path.is_empty() {
            let _ = write!(out, "{}:{}:{}: ", spot.path, spot.start.line, spot.start.column);
        }
        let _ = writeln!(out, "{word}: {}", located.words.message);
    }
    out
}
