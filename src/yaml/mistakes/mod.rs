//! What editors commonly get wrong, found line by line.
//!
//! The parser reports one mistake and stops; here all lines are looked at, so that a file with
//! three missing quotes gives three messages. This runs only on text that the parser refused.

mod flow;
mod lines;
mod mend;
mod quotes;

use std::ops::Range;

use lines::{Line, Parts, colons, lines};
pub(super) use mend::{mend, unmend};
use quotes::in_quotes;

use crate::diag::problem::Yaml;

/// More than these in one text are not listed.
const MOST: usize = 100;

/// A mistake in a text.
#[derive(Debug)]
pub(super) struct Mistake {
    /// The bytes it is about.
    pub(super) range: Range<usize>,
    /// What is wrong.
    pub(super) problem: Yaml,
    /// The value that would be right if it stood in quotes; `None` when quotes do not help.
    pub(super) mend: Option<Range<usize>>,
}

/// All mistakes that can be told from the lines of a text, in their order.
pub(super) fn find(text: &str) -> Vec<Mistake> {
    let lines = lines(text);
    let mut finder = Finder {
        lines: &lines,
        at: 0,
        above: Above::Closed,
        open: Vec::new(),
        odd_space: None,
        found: Vec::new(),
    };
    while finder.at < lines.len() && finder.found.len() < MOST {
        finder.line();
    }
    finder.found
}

/// The value above a line: the column of its key or dash tells what may belong to it.
#[derive(Clone, Copy)]
enum Above {
    /// No value that may go on.
    Closed,
    /// None yet: fields, a list or a text may follow.
    Empty(usize),
    /// A text without quotes.
    Text(usize),
}

struct Finder<'a> {
    lines: &'a [Line<'a>],
    /// The line that is looked at.
    at: usize,
    /// What stands above and may go on with lines that are indented deeper.
    above: Above,
    /// The columns of the fields that are open, from the outer ones on.
    open: Vec<usize>,
    /// The last line that was found to begin with a space that is none.
    odd_space: Option<usize>,
    found: Vec<Mistake>,
}

impl<'a> Finder<'a> {
    /// Looks at one line, or at several when a value goes on.
    fn line(&mut self) {
        let Some(line) = self.lines.get(self.at).copied() else { return };
        self.at += 1;
        if line.is_blank() || line.text.starts_with("---") || line.text.starts_with("...") {
            return;
        }
        if let Some(tabs) = line.tabs() {
            self.note(tabs, Yaml::Tab, None);
            return;
        }
        if let Some(space) = line.odd_space() {
            self.odd_space(space);
            return;
        }
        let parts = line.parts();
        if self.glued_dash(line, &parts) {
            return;
        }
        let lone = parts.key.is_none() && !parts.dash;
        match self.above {
            Above::Text(column) if !parts.dash && line.indent() > column => {
                self.continuation(line, &parts);
            }
            Above::Empty(column) if lone && line.indent() > column => {
                self.value(line, &parts);
                self.above = Above::Text(column);
            }
            _ if lone && !parts.value.1.starts_with(['[', '{']) => self.no_field(line, &parts),
            _ => self.field(line, &parts),
        }
    }

    /// A line that goes on with the text above it.
    fn continuation(&mut self, line: Line<'a>, parts: &Parts<'a>) {
        let Some((at, key)) = parts.key else { return };
        let at = line.start + at;
        if key.contains(' ') {
            let value = line.text.trim_matches([' ', '\t']);
            let colon = at + key.len();
            let whole = at..at + value.len();
            let problem = unquoted_colon(value);
            self.note(colon..colon + 1, problem, Some(whole));
        } else {
            self.note(at..at + key.len(), Yaml::Indentation, None);
        }
    }

    /// A dash to which its item sticks. Whatever is deeper below it belongs to that.
    fn glued_dash(&mut self, line: Line<'a>, parts: &Parts<'a>) -> bool {
        let is_text = matches!(self.above, Above::Text(column) if line.indent() > column);
        let text = line.text.get(line.indent()..).unwrap_or_default();
        let Some(item) = text.strip_prefix('-').filter(|_| !is_text && !parts.dash) else {
            return false;
        };
        if !item.starts_with(char::is_alphabetic) {
            return false;
        }
        let item = item.split([' ', '\t']).next().unwrap_or_default().to_owned();
        let at = line.start + line.indent();
        self.note(at..at + 1 + item.len(), Yaml::GluedDash { item }, None);
        self.open.retain(|column| *column <= line.indent());
        self.above = Above::Empty(line.indent());
        true
    }

    /// Of lines below each other that begin with such a space the first is told.
    fn odd_space(&mut self, space: Range<usize>) {
        if self.odd_space.replace(self.at) != Some(self.at - 1) {
            self.note(space, Yaml::OddIndent, None);
        }
    }

    /// A line with a key or a dash: it stands straight below the others of its group, or begins
    /// one.
    fn field(&mut self, line: Line<'a>, parts: &Parts<'a>) {
        if parts.dash {
            self.open.retain(|column| *column <= line.indent());
        }
        let begins =
            parts.dash || matches!(self.above, Above::Empty(_)) || self.open.is_empty();
        let around = self.open.iter().filter(|column| **column <= parts.column).count();
        let is_known = around > 0 && self.open.get(around - 1) == Some(&parts.column);
        let Some((at, key)) = parts.key.filter(|_| !is_known) else {
            self.open.truncate(around);
            self.value(line, parts);
            return;
        };
        if begins && around == self.open.len() {
            self.open.push(parts.column);
            self.value(line, parts);
            return;
        }
        let at = line.start + at;
        self.note(at..at + key.len(), Yaml::Indentation, None);
        // The lines below it are right to stand with those above it, or straight below it.
        if around == 0 || around == self.open.len() {
            self.open.truncate(around);
            self.open.push(parts.column);
        }
        self.value(line, parts);
        if let (Above::Text(_), Some(last)) = (self.above, self.open.last()) {
            self.above = Above::Text(*last);
        }
    }

    fn no_field(&mut self, line: Line<'a>, parts: &Parts<'a>) {
        let (at, text) = parts.value;
        let at = line.start + at;
        let Some((key, behind)) = text.split_once(':').filter(|(key, _)| is_key(key)) else {
            self.note(at..at + text.len(), Yaml::NotAField { key: None }, None);
            return;
        };
        let (length, problem) = glued(key, behind);
        self.note(at..at + length, problem, None);
    }

    /// A line with a key or a dash, and the value behind it.
    fn value(&mut self, line: Line<'a>, parts: &Parts<'a>) {
        let (at, value) = parts.value;
        let start = line.start + at;
        let whole = start..start + value.len();
        self.above = Above::Closed;
        let Some(first) = value.chars().next() else {
            self.above = Above::Empty(parts.column);
            return;
        };
        let quotes = |found: &mut Self| {
            let range = start..start + first.len_utf8();
            let quoted = Some(in_quotes(value));
            let problem = Yaml::NeedsQuotes { character: first, quoted };
            found.note(range, problem, Some(whole.clone()));
        };
        let spaced = value.chars().nth(1).is_none_or(|c| c == ' ');
        match first {
            '|' | '>' if is_block_header(value) => self.skip_block(parts.column),
            '"' | '\'' => self.quoted(line, parts, first),
            '[' | '{' => self.bracketed(line, parts),
            '@' | '`' | '%' | '|' | '>' | ',' | ']' | '}' => quotes(self),
            '*' if value.contains(' ') => quotes(self),
            '&' if spaced => quotes(self),
            '-' | '?' if spaced && parts.key.is_some() => quotes(self),
            // The fields below belong to it.
            '&' | '!' if !value.contains(' ') => self.above = Above::Empty(parts.column),
            '&' | '!' | '*' => {}
            _ => {
                self.above = Above::Text(parts.column);
                if let Some(colon) = colons(value).next() {
                    let problem = unquoted_colon(value);
                    self.note(start + colon..start + colon + 1, problem, Some(whole));
                }
            }
        }
    }

    /// Passes over the lines of a `|` or `>` block below a key or dash in this column.
    fn skip_block(&mut self, column: usize) {
        while let Some(line) = self.lines.get(self.at) {
            if !line.text.trim().is_empty() && line.indent() <= column {
                break;
            }
            self.at += 1;
        }
    }

    fn note(&mut self, range: Range<usize>, problem: Yaml, mend: Option<Range<usize>>) {
        self.found.push(Mistake { range, problem, mend });
    }
}

/// What is said of a key behind whose colon no space stands, or one that only looks like it, and
/// how many bytes of them are meant.
pub(crate) fn glued(key: &str, behind: &str) -> (usize, Yaml) {
    let length = key.len() + 1;
    let key = key.to_owned();
    match behind.chars().next().filter(|c| c.is_whitespace()) {
        Some(space) => (length + space.len_utf8(), Yaml::OddSpace { key }),
        None => (length, Yaml::NotAField { key: Some(key) }),
    }
}

fn unquoted_colon(value: &str) -> Yaml {
    Yaml::UnquotedColon { quoted: in_quotes(value) }
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

fn is_block_header(value: &str) -> bool {
    value.chars().skip(1).all(|c| matches!(c, '+' | '-' | '0'..='9'))
}
