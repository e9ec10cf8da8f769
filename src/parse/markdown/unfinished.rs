//! Marks that look like Markdown and are none, so that readers see them on the page.

use std::ops::Range;

use crate::diag::problem::{Markdown, Unfinished};

use super::notes::Notes;

/// Letters that word processors put before the items of a list.
const BULLETS: &[char] = &['•', '·', '▪', '◦', '‣', '\u{f0b7}', '\u{f0a7}'];

/// So many links of a file are told.
const MOST_LINKS: usize = 50;

/// Brackets that stand in a text as they are.
#[derive(Debug, Default)]
pub(super) struct Brackets {
    /// Where the last one opened.
    open: Option<usize>,
    /// How many links were told.
    told: usize,
}

impl Brackets {
    /// Forgets what opened in the block before.
    pub(super) fn begin_block(&mut self) {
        self.open = None;
    }

    /// Takes in a piece of running text: a bracket that is no part of a link is one by itself.
    pub(super) fn see(&mut self, source: &str, range: &Range<usize>, notes: &mut Notes<'_>) {
        let (Some(before), Some(own)) = (source.get(..range.start), source.get(range.clone()))
        else {
            return;
        };
        // What stands behind a backslash was meant.
        let is_remark = source.get(range.start..).is_some_and(|rest| rest.starts_with("<!--"));
        if is_remark && !before.ends_with('\\') {
            let form = Unfinished::ShownRemark;
            notes.add(range.start..range.start + 4, Markdown::Unfinished { form });
        }
        match own {
            "[" | "![" => self.open = (!before.ends_with('\\')).then_some(range.end - 1),
            "]" if !before.ends_with('\\') => {
                let behind = source.get(range.end..).unwrap_or_default();
                if self.told < MOST_LINKS
                    && let Some(start) = self.open.take()
                    && let Some(form) = form_of(behind)
                    && (source.get(..start).is_some_and(|before| before.ends_with('!'))
                        || is_label(source.get(start + 1..range.start).unwrap_or_default()))
                {
                    self.told += 1;
                    notes.add(start..range.end, Markdown::Unfinished { form });
                }
            }
            _ => {}
        }
    }
}

/// What a closing bracket with this behind it was meant to be a part of: a link that is not
/// closed or whose address has a space in it, or one that stands apart from its address.
fn form_of(behind: &str) -> Option<Unfinished> {
    if behind.starts_with('(') {
        return Some(Unfinished::Link);
    }
    let address = behind.strip_prefix(" (")?.split([')', ' ', '\n']).next()?;
    let ends = [".md", ".pdf", "/"].iter().any(|ending| address.ends_with(ending));
    let is_address = ends || address.contains("://") || address.starts_with("../");
    is_address.then_some(Unfinished::SpacedLink)
}

/// Whether it may be the words of a link: an omission (`[...]`) and a number (`[1]`) are not.
fn is_label(words: &str) -> bool {
    words.chars().any(char::is_alphabetic)
}

/// Looks at the lines of a paragraph that stands at a place of the source: for hashes without a
/// space behind them, letters in place of bullets, and the lines of a table that is none.
pub(super) fn look_at_lines(source: &str, words: &Range<usize>, notes: &mut Notes<'_>) {
    let mut start = words.start;
    // The mark behind a backslash was meant.
    let mut is_told = source.get(..start).is_some_and(|before| before.ends_with('\\'));
    for line in source.get(words.clone()).unwrap_or_default().split_inclusive('\n') {
        let text = line.trim_start_matches([' ', '>']);
        let at = start + line.len() - text.len();
        if let Some((form, length)) = at_start(text, at == words.start)
            && !is_told
        {
            is_told = true;
            notes.add(at..at + length, Markdown::Unfinished { form });
        }
        start += line.len();
    }
}

/// What a line begins with, and how long that is.
fn at_start(line: &str, is_first: bool) -> Option<(Unfinished, usize)> {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    let next = line.get(hashes..)?.chars().next();
    if (2..=6).contains(&hashes) && next.is_some_and(char::is_alphanumeric) {
        return Some((Unfinished::Heading, line.split_whitespace().next()?.len()));
    }
    let first = line.chars().next()?.len_utf8();
    let is_bullet = line.starts_with(BULLETS) || line.starts_with("o\t");
    if is_bullet && line.get(first..)?.starts_with(char::is_whitespace) {
        return Some((Unfinished::Bullet, first));
    }
    let row = line.trim_end();
    let is_row = is_first && row.len() > 2 && row.starts_with('|') && row.ends_with('|');
    is_row.then_some((Unfinished::Table, row.len()))
}

/// The cells of a row of a table, without the white space around them. A mark behind a backslash
/// ends none, whatever stands before the backslash.
pub(super) fn cells(row: &str) -> impl Iterator<Item = &str> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(row);
    let mut before = ' ';
    let ends_cell = move |c: char| {
        let is_escaped = std::mem::replace(&mut before, c) == '\\';
        c == '|' && !is_escaped
    };
    row.split(ends_cell).map(str::trim)
}
