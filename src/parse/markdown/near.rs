//! The lines of a paragraph that begin nearly as a heading, list, table or block does.

use std::ops::Range;

use crate::diag::problem::{Markdown, Unfinished};

use super::notes::Notes;

/// Letters that word processors put before the items of a list.
const BULLETS: &[char] = &['•', '·', '▪', '◦', '‣', '\u{f0b7}', '\u{f0a7}'];

/// Signs that begin an item only where another follows.
const LONG: &[char] = &['–', '—', '→'];

/// The text that paragraphs stand in, and the names of the components.
#[derive(Debug, Clone, Copy)]
pub(super) struct Near<'a> {
    pub(super) source: &'a str,
    pub(super) components: &'static [&'static str],
}

/// What a line begins with, and how long that is.
type Start = (Unfinished, usize);

impl Near<'_> {
    /// Looks at the lines of a paragraph that stands at a place of the source. The first of them
    /// is told.
    pub(super) fn look_at_lines(self, words: &Range<usize>, notes: &mut Notes<'_>) {
        // The mark behind a backslash was meant.
        if self.source.get(..words.start).is_some_and(|before| before.ends_with('\\')) {
            return;
        }
        let mut start = words.start;
        let text = self.source.get(words.clone()).unwrap_or_default();
        let mut lines = text.split_inclusive('\n').peekable();
        while let Some(line) = lines.next() {
            let own = line.trim_start_matches([' ', '>']);
            let at = start + line.len() - own.len();
            let next = lines.peek().map(|next| next.trim_start_matches([' ', '>']));
            let is_first = at == words.start;
            if let Some((form, length)) =
                self.at_start(own, is_first).or_else(|| dashes(own, next))
            {
                notes.add(at..at + length, Markdown::Unfinished { form });
                return;
            }
            start += line.len();
        }
        if let Some(place) = columns(text) {
            let place = words.start + place.start..words.start + place.end;
            notes.add(place, Markdown::Unfinished { form: Unfinished::Tabs });
        }
    }

    fn at_start(self, line: &str, is_first: bool) -> Option<Start> {
        heading(line)
            .or_else(|| bullet(line))
            .or_else(|| odd_item(line))
            .or_else(|| row(line).filter(|_| is_first))
            .or_else(|| number(line))
            .or_else(|| task(line))
            .or_else(|| alert(line).filter(|_| is_first))
            .or_else(|| self.fence(line))
    }

    /// A component behind fewer backticks than a block needs.
    fn fence(self, line: &str) -> Option<Start> {
        let name = line.trim_start_matches('`');
        let ticks = line.len() - name.len();
        let is_component = self.components.contains(&name.trim_end());
        (is_component && (1..3).contains(&ticks))
            .then_some((Unfinished::ShortFence, line.trim_end().len()))
    }
}

/// Hashes without a space behind them, or with one that is none in Markdown.
fn heading(line: &str) -> Option<Start> {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    let next = line.get(hashes..)?.chars().next()?;
    match hashes {
        1..=6 if is_odd(next) => Some((Unfinished::OddSpace, hashes + next.len_utf8())),
        2..=6 if next.is_alphanumeric() => {
            Some((Unfinished::Heading, line.split_whitespace().next()?.len()))
        }
        _ => None,
    }
}

/// Whether it is a space that is none in Markdown.
fn is_odd(space: char) -> bool {
    space.is_whitespace() && !space.is_ascii_whitespace()
}

/// The mark of an item with such a space behind it.
fn odd_item(line: &str) -> Option<Start> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = line.get(digits..)?.chars().next()?;
    let is_mark = match digits {
        0 => matches!(mark, '-' | '*' | '+'),
        1..=2 => matches!(mark, '.' | ')'),
        _ => false,
    };
    let space = line.get(digits + 1..).filter(|_| is_mark)?.chars().next()?;
    is_odd(space).then_some((Unfinished::OddItem, digits + 1 + space.len_utf8()))
}

/// The letter of a word processor.
fn bullet(line: &str) -> Option<Start> {
    let first = line.chars().next()?.len_utf8();
    let is_bullet = line.starts_with(BULLETS) || line.starts_with("o\t");
    let is_item = is_bullet && line.get(first..)?.starts_with(char::is_whitespace);
    is_item.then_some((Unfinished::Bullet, first))
}

/// The first line of a table that is none.
fn row(line: &str) -> Option<Start> {
    let row = line.trim_end();
    let is_row = row.len() > 2 && row.starts_with('|') && row.ends_with('|');
    is_row.then_some((Unfinished::Table, row.len()))
}

/// `1.Eerste`: a number without a space, before a word with a capital. `1.5` is a number, and
/// `3.B` the name of a section.
fn number(line: &str) -> Option<Start> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let behind = line.get(digits..)?.strip_prefix(['.', ')'])?;
    let mut letters = behind.chars();
    let is_word = letters.next()?.is_uppercase() && letters.next()?.is_lowercase();
    let is_address = behind.split_whitespace().next()?.contains('.');
    let length = digits + 1 + behind.split_whitespace().next()?.len();
    ((1..=2).contains(&digits) && is_word && !is_address)
        .then_some((Unfinished::Number, length))
}

/// `-een` above `-twee`, or `– een` above `– twee`. One such line may go on with a word of the line above,
/// and lines that are kept apart are a dialogue.
fn dashes(line: &str, next: Option<&str>) -> Option<Start> {
    let next = next.filter(|_| !is_kept_apart(line))?;
    let is_glued = |line: &str| {
        line.strip_prefix('-').is_some_and(|own| own.starts_with(char::is_alphabetic))
    };
    let is_long = |line: &str| {
        line.strip_prefix(LONG).is_some_and(|own| own.starts_with(char::is_whitespace))
    };
    if is_glued(line) && is_glued(next) {
        return Some((Unfinished::Dash, 1));
    }
    let first = line.chars().next().filter(|_| is_long(line) && is_long(next))?;
    Some((Unfinished::Bullet, first.len_utf8()))
}

/// Whether the next line begins as a line of its own on the page too.
fn is_kept_apart(line: &str) -> bool {
    let words = line.trim_end_matches(['\n', '\r']);
    words.ends_with('\\') || words.ends_with("  ")
}

/// The first tab of lines below each other that have the same number of them between words: the rows of
/// a table, as a word processor copies them.
fn columns(text: &str) -> Option<Range<usize>> {
    let count = |line: &str| line.trim().matches('\t').count();
    let mut start = 0;
    let mut above = (0, 0);
    for line in text.split_inclusive('\n') {
        let tabs = count(line);
        if tabs > 0 && tabs == above.0 {
            return Some(above.1..above.1 + 1);
        }
        let inner = line.len() - line.trim_start().len();
        let tab = line.get(inner..).and_then(|own| own.find('\t')).unwrap_or_default();
        let is_row = !is_kept_apart(line);
        above = (if is_row { tabs } else { 0 }, start + inner + tab);
        start += line.len();
    }
    None
}

/// `[ ] ` without a dash before it.
fn task(line: &str) -> Option<Start> {
    ["[ ] ", "[x] ", "[X] "]
        .iter()
        .any(|mark| line.starts_with(mark))
        .then_some((Unfinished::Task, 3))
}

/// `[!LETOP]`: a kind of frame that there is not, or one with words behind it.
fn alert(line: &str) -> Option<Start> {
    let (kind, _) = line.strip_prefix("[!")?.split_once(']')?;
    let is_kind = !kind.is_empty() && kind.chars().all(|c| c.is_alphabetic() || c == ' ');
    (is_kind && kind.len() <= 30).then_some((Unfinished::Alert, kind.len() + 3))
}
