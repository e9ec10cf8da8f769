//! Marks that look like Markdown and are none, so that readers see them on the page.

use std::ops::Range;

use crate::diag::problem::{Markdown, Unfinished};

use super::notes::Notes;

/// The most characters of the words of a link that nothing closes.
const LONGEST_LABEL: usize = 200;
/// The most characters of an address.
const LONGEST_ADDRESS: usize = 500;

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
    /// The block is over: what is open now is closed nowhere.
    pub(super) fn end_block(&mut self, source: &str, notes: &mut Notes<'_>) {
        if let Some(start) = self.open.take() {
            self.tell_open(source, start, notes);
        }
    }

    /// The words of a link that nothing closes before its address: `[here (b.md)`.
    fn tell_open(&mut self, source: &str, start: usize, notes: &mut Notes<'_>) {
        let rest = source.get(start + 1..).unwrap_or_default();
        let mut letters = rest.char_indices().take(LONGEST_LABEL);
        let end = letters.find(|(_, c)| matches!(c, '(' | '[' | ']' | '\n' | '\r'));
        let Some((end, '(')) = end else { return };
        let words = rest.get(..end).unwrap_or_default();
        let is_link = rest.get(end + 1..).is_some_and(is_address);
        if is_link && is_label(words) && self.told < MOST_LINKS {
            self.told += 1;
            let place = start..start + 1 + words.trim_end().len();
            notes.add(place, Markdown::Unfinished { form: Unfinished::Link });
        }
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
            "[" | "![" => {
                let open = (!before.ends_with('\\')).then_some(range.end - 1);
                if let Some(start) = std::mem::replace(&mut self.open, open) {
                    self.tell_open(source, start, notes);
                }
            }
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
    is_address(behind.strip_prefix(" (")?).then_some(Unfinished::SpacedLink)
}

/// Whether what stands behind an opening bracket is an address.
fn is_address(behind: &str) -> bool {
    let mut letters = behind.char_indices().take(LONGEST_ADDRESS);
    let end = letters.find(|(_, c)| matches!(c, ')' | ' ' | '\n')).map(|(at, _)| at);
    let Some(address) = behind.get(..end.unwrap_or(behind.len())) else { return false };
    if address.len() > 4 * LONGEST_ADDRESS {
        return false;
    }
    let ends = [".md", ".pdf", "/"].iter().any(|ending| address.ends_with(ending));
    ends || address.contains("://") || address.starts_with("../")
}

/// Whether it may be the words of a link: an omission (`[...]`) and a number (`[1]`) are not.
fn is_label(words: &str) -> bool {
    words.chars().any(char::is_alphabetic)
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
