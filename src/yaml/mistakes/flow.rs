//! Values in quotes and brackets, which may go on over several lines.

use super::lines::{Line, Parts, SPACES, close_quote, continue_quote};
use super::{Finder, Yaml, in_quotes};

/// What stands between quotes that were meant around all of it: its first closing quote stands
/// within a word, `'Het is 's avonds'`, or before one, and it ends in one more.
fn inside(value: &str, quote: char) -> Option<&str> {
    let words = value.strip_prefix(quote)?.strip_suffix(quote)?;
    let first = words.find(quote)?;
    let after = words.get(first + quote.len_utf8()..)?;
    after.starts_with(char::is_alphanumeric).then_some(words)
}

impl<'a> Finder<'a> {
    /// A value that begins with a quote.
    pub(super) fn quoted(&mut self, line: Line<'a>, parts: &Parts<'a>, quote: char) {
        let (at, value) = parts.value;
        let start = line.start + at;
        let whole = start..start + value.len();
        let needs_quotes = |written: &str| Yaml::NeedsQuotes {
            character: quote,
            quoted: Some(in_quotes(written)),
        };
        if let Some(end) = close_quote(value, quote) {
            let behind = value.get(end..).unwrap_or_default();
            if !is_over(behind) {
                let written = value.get(..end + before_comment(behind)).unwrap_or(value);
                let written = inside(written, quote).unwrap_or(written);
                self.note(start..start + 1, needs_quotes(written), Some(whole));
            }
        } else if quote == '\'' && is_dutch_apostrophe(value) {
            self.note(start..start + 1, needs_quotes(value), Some(whole));
        } else if !self.goes_on(parts.column, |line| continue_quote(line.text, quote).is_some())
        {
            self.note(start..start + 1, Yaml::Unclosed { what: quote }, None);
        }
    }

    /// A value that begins with a bracket.
    pub(super) fn bracketed(&mut self, line: Line<'a>, parts: &Parts<'a>) {
        let (at, value) = parts.value;
        let start = line.start + at;
        let open = value.chars().next().unwrap_or('[');
        let mut brackets = Brackets::default();
        let closed = brackets.feed(value, start);
        let behind = closed.and_then(|end| value.get(end..));
        if value.starts_with("{{") || behind.is_some_and(|rest| !is_over(rest)) {
            let whole = start..start + value.len();
            let end = closed.unwrap_or_default();
            let behind = value.get(end..).unwrap_or_default();
            let written = value.get(..end + before_comment(behind)).unwrap_or(value);
            let quoted = Some(in_quotes(written));
            let problem = Yaml::NeedsQuotes { character: open, quoted };
            self.note(start..start + 1, problem, Some(whole));
        } else if closed.is_none()
            && !self
                .goes_on(parts.column, |line| brackets.feed(line.text, line.start).is_some())
        {
            self.note(start..start + 1, Yaml::Unclosed { what: open }, None);
        } else if let Some(comma) = brackets.stray_comma {
            self.note(comma..comma + 1, Yaml::StrayComma, None);
        }
    }

    /// Whether a value closes on one of the next lines, before a new field begins. Passes over
    /// these lines if so.
    fn goes_on(&mut self, column: usize, mut closes: impl FnMut(&Line<'a>) -> bool) -> bool {
        for (ahead, line) in self.lines.iter().enumerate().skip(self.at) {
            let parts = line.parts();
            if !line.is_blank()
                && line.indent() <= column
                && (parts.key.is_some() || parts.dash)
            {
                return false;
            }
            if closes(line) {
                self.at = ahead + 1;
                return true;
            }
        }
        false
    }
}

/// Whether a value is over here: nothing or a comment is left of the line.
fn is_over(rest: &str) -> bool {
    let behind = rest.trim_start_matches(SPACES);
    behind.trim().is_empty() || (behind.starts_with('#') && behind.len() < rest.len())
}

/// How much of the rest of a line stands before a comment.
fn before_comment(rest: &str) -> usize {
    let end = rest.find(" #").or_else(|| rest.find("\t#")).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default().trim_end().len()
}

/// `'s Avonds`, `'t Gooi`, `'n`, `'k`: an apostrophe and no quote.
fn is_dutch_apostrophe(value: &str) -> bool {
    let mut chars = value.chars().skip(1);
    chars.next().is_some_and(|c| matches!(c, 's' | 't' | 'n' | 'k'))
        && chars.next().is_some_and(|c| matches!(c, ' ' | '-'))
}

/// Brackets that are open, and the quote in which a text between them stands.
#[derive(Default)]
struct Brackets {
    open: usize,
    quote: Option<char>,
    /// Whether nothing stands behind the last bracket or comma yet.
    is_empty: bool,
    /// Where in the whole text the first comma is before which nothing stands.
    stray_comma: Option<usize>,
}

impl Brackets {
    /// Reads on at a place of the whole text; gives the offset behind the bracket that closes
    /// the first one.
    fn feed(&mut self, text: &str, start: usize) -> Option<usize> {
        let mut before = ' ';
        let mut escaped = false;
        for (at, c) in text.char_indices() {
            match (self.quote, c) {
                _ if escaped => escaped = false,
                (Some('"'), '\\') => escaped = true,
                (Some(quote), c) if c == quote => self.quote = None,
                (Some(_), _) => {}
                // An apostrophe inside a word opens nothing.
                (None, '"' | '\'') if matches!(before, ' ' | '\t' | '[' | '{' | ',' | ':') => {
                    self.quote = Some(c);
                }
                (None, '#') if SPACES.contains(&before) && at > 0 => return None,
                (None, '[' | '{') => self.open += 1,
                (None, ']' | '}') => {
                    self.open = self.open.saturating_sub(1);
                    if self.open == 0 {
                        return Some(at + 1);
                    }
                }
                (None, ',') if self.is_empty => {
                    self.stray_comma.get_or_insert(start + at);
                }
                _ => {}
            }
            let opens = self.quote.is_none() && matches!(c, '[' | '{' | ',');
            self.is_empty = opens || (self.is_empty && c.is_whitespace());
            before = c;
        }
        None
    }
}
