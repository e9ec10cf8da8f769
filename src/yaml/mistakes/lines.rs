//! The lines of a text as an editor sees them: indentation, dashes, key, value.

use std::ops::Range;

/// What YAML takes for space; no other space may be cut off, or the places would shift.
pub(super) const SPACES: [char; 2] = [' ', '\t'];

/// One line, without its line end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// Byte offset in the text.
    pub(super) start: usize,
    /// What stands on it.
    pub(super) text: &'a str,
}

/// The parts of a line that holds something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts<'a> {
    /// Column, in bytes from 0, of the key, or of the last dash, or of the text.
    pub(super) column: usize,
    /// Whether a dash stands before it.
    pub(super) dash: bool,
    /// The key with its place in the line.
    pub(super) key: Option<(usize, &'a str)>,
    /// The value without a comment, with its place in the line; empty when there is none.
    pub(super) value: (usize, &'a str),
}

/// The lines of a text; `\n`, `\r\n` and `\r` end one.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(['\n', '\r']) {
        let line = piece.trim_end_matches(['\n', '\r']);
        // The `\n` of `\r\n` comes as a piece of its own and is a blank line to nobody.
        lines.push(Line { start, text: line });
        start += piece.len();
    }
    lines
}

impl<'a> Line<'a> {
    /// The spaces and tabs at its start.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(SPACES).len()
    }

    /// Whether nothing or only a comment stands on it.
    pub(super) fn is_blank(&self) -> bool {
        let rest = self.text.trim_start();
        rest.is_empty() || rest.starts_with('#')
    }

    /// The places of the tabs it starts with.
    pub(super) fn tabs(&self) -> Option<Range<usize>> {
        let lead = self.text.get(..self.indent())?;
        let first = lead.find('\t')?;
        let count = lead.get(first..)?.bytes().take_while(|byte| *byte == b'\t').count();
        Some(self.start + first..self.start + first + count)
    }

    /// The place of a space before its key or dash that YAML does not take for one.
    pub(super) fn odd_space(&self) -> Option<Range<usize>> {
        let rest = self.text.get(self.indent()..)?;
        let shown = rest.trim_start();
        let is_part = key_end(shown).is_some() || shown.starts_with("- ");
        let at = self.start + self.indent();
        (is_part && shown.len() < rest.len()).then(|| at..at + rest.len() - shown.len())
    }

    /// Its parts.
    pub(super) fn parts(&self) -> Parts<'a> {
        let mut column = self.indent();
        let mut rest = self.text.get(column..).unwrap_or_default();
        let mut last_dash = None;
        while let Some(behind) = rest.strip_prefix('-') {
            if !(behind.is_empty() || behind.starts_with(SPACES)) {
                break;
            }
            last_dash = Some(column);
            let inner = behind.trim_start_matches(SPACES);
            column += rest.len() - inner.len();
            rest = inner;
        }
        let dash = last_dash.is_some();
        match key_end(rest) {
            Some(end) => {
                let key = rest.get(..end).unwrap_or_default();
                let behind = rest.get(end + 1..).unwrap_or_default();
                let value = value_of(behind);
                let at =
                    column + end + 1 + (behind.len() - behind.trim_start_matches(SPACES).len());
                Parts { column, dash, key: Some((column, key)), value: (at, value) }
            }
            None => Parts {
                column: last_dash.unwrap_or(column),
                dash,
                key: None,
                value: (column, value_of(rest)),
            },
        }
    }
}

/// Where the colon behind a key stands. A key may be in quotes; brackets and the like are none.
fn key_end(rest: &str) -> Option<usize> {
    match rest.chars().next()? {
        quote @ ('"' | '\'') => {
            let end = close_quote(rest, quote)?;
            rest.get(end..)?.starts_with(':').then_some(end)
        }
        '[' | '{' | '|' | '>' | '#' => None,
        _ => {
            let colon = colons(rest).next()?;
            let comment = rest.find(" #").unwrap_or(rest.len());
            (colon < comment).then_some(colon)
        }
    }
}

/// The value behind a key, without a comment.
fn value_of(behind: &str) -> &str {
    let value = behind.trim_matches(SPACES);
    if value.starts_with('#') {
        return "";
    }
    if value.starts_with(['"', '\'', '[', '{']) {
        return value;
    }
    let comment = value.find(" #").or_else(|| value.find("\t#"));
    comment.and_then(|at| value.get(..at)).unwrap_or(value).trim_end_matches(SPACES)
}

/// The colons that end a key: a space or nothing stands behind them.
pub(super) fn colons(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(':')
        .map(|(at, _)| at)
        .filter(|at| text.get(at + 1..).is_none_or(|r| r.is_empty() || r.starts_with(SPACES)))
}

/// Where a text in quotes ends: the offset behind its closing quote.
pub(super) fn close_quote(text: &str, quote: char) -> Option<usize> {
    continue_quote(text.get(1..)?, quote).map(|end| end + 1)
}

/// The same for a text whose opening quote stands on a line above.
pub(super) fn continue_quote(text: &str, quote: char) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && quote == '"' {
            chars.next();
        } else if c == quote {
            if quote == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'') {
                chars.next();
            } else {
                return Some(at + 1);
            }
        }
    }
    None
}
