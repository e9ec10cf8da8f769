//! For people: what is wrong, the line it is about, and what to do.

use std::fmt::Write as _;

use super::excerpt::excerpt;
use super::place::{Located, Spot};
use super::{Ink, Style, severity_word};
use crate::diag::{Language, Severity, SourceMap};

/// All diagnostics, with an empty line between them.
pub(super) fn draw(found: &[Located<'_>], map: &SourceMap, style: &Style) -> String {
    let drawn: Vec<String> = found.iter().map(|located| one(located, map, style)).collect();
    drawn.join("\n")
}

fn one(located: &Located<'_>, map: &SourceMap, style: &Style) -> String {
    let severity = located.diag.severity;
    let word = format!("{}[{}]", severity_word(severity, style.language), located.code());
    let mut out = style.paint(Ink::Severity(severity), &word);
    let message = style.paint(Ink::Strong, &format!(": {}", located.words.message));
    let frame = Frame::new(located, map, style);
    let _ = writeln!(out, "{message}");
    frame.spot(&mut out, "┌ ", &located.spot, severity);
    for spot in &located.related {
        let also = match style.language {
            Language::Nl => "├ ook hier: ",
            Language::En => "├ also here: ",
        };
        frame.spot(&mut out, also, spot, severity);
    }
    if let Some(help) = &located.words.help {
        let word = match style.language {
            Language::Nl => "= hulp: ",
            Language::En => "= help: ",
        };
        let _ = writeln!(out, "{} {}{help}", frame.margin, style.paint(Ink::Help, word));
    }
    out
}

/// The lines beside which numbers stand.
struct Frame<'a> {
    map: &'a SourceMap,
    style: &'a Style,
    /// As many spaces as the longest line number has digits.
    margin: String,
}

impl<'a> Frame<'a> {
    fn new(located: &Located<'_>, map: &'a SourceMap, style: &'a Style) -> Self {
        let spots = std::iter::once(&located.spot).chain(&located.related);
        let longest = spots.map(|spot| spot.start.line.to_string().len()).max();
        Self { map, style, margin: " ".repeat(longest.unwrap_or(1)) }
    }

    fn spot(&self, out: &mut String, head: &str, spot: &Spot, severity: Severity) {
        if spot.path.is_empty() {
            return;
        }
        let (style, margin) = (self.style, &self.margin);
        let _ = writeln!(out, "{margin} {}{}", style.paint(Ink::Frame, head), spot.shown());
        let Some(span) = spot.span else { return };
        let line = self.map.line(span.file, spot.start.line);
        // Of a place that goes on over several lines the first is shown.
        let end = if spot.end.line > spot.start.line {
            line.chars().count() + 1
        } else {
            spot.end.column
        };
        let room = style.width.saturating_sub(margin.len() + 3);
        let excerpt = excerpt(line, (spot.start.column, end), room);
        let bar = style.paint(Ink::Frame, "│");
        let number = format!("{:>width$}", spot.start.line, width = margin.len());
        let number = style.paint(Ink::Frame, &number);
        let shown = if excerpt.line.is_empty() { "" } else { " " };
        let _ = writeln!(out, "{number} {bar}{shown}{}", excerpt.line);
        let marks = excerpt.marks.trim_start();
        let indent = " ".repeat(excerpt.marks.len() - marks.len());
        let marks = style.paint(Ink::Severity(severity), marks);
        let _ = writeln!(out, "{margin} {bar} {indent}{marks}");
    }
}
