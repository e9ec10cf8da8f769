//! Stars that were meant to make words bold and do not.

use std::ops::Range;

use crate::diag::problem::{Markdown, Unfinished};

use super::notes::Notes;

/// So many of them are told of a file.
const MOST: usize = 50;
/// Further apart they do not belong to each other, in bytes.
const FURTHEST: usize = 300;

/// Stars that stand in a block as they are.
#[derive(Debug, Default)]
pub(super) struct Stars {
    /// Those that may open something.
    open: Option<Open>,
    /// Where a star ends to which the next may belong.
    star: Option<usize>,
    told: usize,
}

#[derive(Debug)]
struct Open {
    start: usize,
    /// Whether a space stands behind them, so that they may well be meant as they are.
    is_spaced: bool,
}

impl Stars {
    /// Takes in a piece of running text: stars that make nothing bold are one by themselves.
    pub(super) fn see(&mut self, source: &str, range: &Range<usize>, notes: &mut Notes<'_>) {
        let own = source.get(range.clone()).unwrap_or_default();
        let first = self.star.take().filter(|end| own == "*" && *end == range.start);
        if let Some(end) = first {
            self.pair(source, &(end - 1..range.end), notes);
        } else if own == "*" {
            // What might make words bold comes star by star.
            self.star = Some(range.end);
        } else {
            for (at, stars) in own.match_indices("**") {
                let start = range.start + at;
                self.pair(source, &(start..start + stars.len()), notes);
            }
        }
    }

    fn pair(&mut self, source: &str, range: &Range<usize>, notes: &mut Notes<'_>) {
        let before = source.get(..range.start).and_then(|own| own.chars().next_back());
        let after = source.get(range.end..).and_then(|own| own.chars().next());
        // What stands behind a backslash was meant; `**)` refers to a remark.
        if matches!(before, Some('\\' | '*'))
            || matches!(after, Some('*' | ')')) && self.open.is_none()
        {
            return;
        }
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let opens = !is_space(after)
            && (is_space(before) || matches!(before, Some('(' | '"' | '\'' | '“' | '‘')));
        let is_spaced =
            is_space(before) && after == Some(' ') && letter_at(source, range.end + 1);
        let open = self.open.take().filter(|own| range.start - own.start <= FURTHEST);
        if let Some(open) = open {
            let is_glued = after.is_some_and(char::is_alphanumeric);
            let ends_quote = matches!(before, Some('"' | '\''));
            let ends_words = is_space(before) && !ends_in_digit(source, range.start);
            let form = match (open.is_spaced, is_space(before)) {
                // A quote before it may as well begin words in bold.
                (false, false) if is_glued && (!opens || ends_quote) => {
                    Some(Unfinished::GluedStrong)
                }
                (false, true) if !opens => Some(Unfinished::SpacedStrong),
                (true, true) if !opens && ends_words => Some(Unfinished::SpacedStrong),
                (true, false) if is_space(after) => Some(Unfinished::SpacedStrong),
                _ => None,
            };
            if let Some(form) = form {
                self.tell(open.start..range.end, form, notes);
                return;
            }
            self.tell_open(&open, notes);
        }
        self.open =
            (opens || is_spaced).then_some(Open { start: range.start, is_spaced: !opens });
    }

    /// The block is over: what is open now is closed nowhere.
    pub(super) fn end_block(&mut self, notes: &mut Notes<'_>) {
        if let Some(open) = self.open.take() {
            self.tell_open(&open, notes);
        }
    }

    fn tell_open(&mut self, open: &Open, notes: &mut Notes<'_>) {
        if !open.is_spaced {
            self.tell(open.start..open.start + 2, Unfinished::Strong, notes);
        }
    }

    fn tell(&mut self, range: Range<usize>, form: Unfinished, notes: &mut Notes<'_>) {
        self.told += 1;
        if self.told <= MOST {
            notes.add(range, Markdown::Unfinished { form });
        }
    }
}

fn letter_at(source: &str, at: usize) -> bool {
    source.get(at..).is_some_and(|own| own.starts_with(char::is_alphabetic))
}

/// Whether a number stands before it: `2 ** 3` is arithmetic.
fn ends_in_digit(source: &str, at: usize) -> bool {
    let before = source.get(..at).unwrap_or_default().trim_end();
    before.ends_with(|c: char| c.is_ascii_digit())
}
