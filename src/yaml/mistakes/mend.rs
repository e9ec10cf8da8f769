//! Mending: values that lack their quotes are read as text all the same.
//!
//! The characters that YAML takes for its own are replaced by letters, so every place stays
//! right; the tree then turns them back.

use super::Mistake;
use super::lines::colons;

/// What stands in the place of a character that may not be there without quotes.
const LETTER: char = 'x';

/// The text with its mistakes mended; `None` when one of them is not that kind.
pub(in crate::yaml) fn mend(text: &str, mistakes: &[Mistake]) -> Option<String> {
    let mut mended = String::with_capacity(text.len());
    let mut done = 0;
    for mistake in mistakes {
        let value = mistake.mend.clone()?;
        mended.push_str(text.get(done..value.start)?);
        hide(text.get(value.clone())?, &mut mended);
        done = value.end;
    }
    mended.push_str(text.get(done..)?);
    Some(mended)
}

/// Turns the letters in a value back, given what was written. The parser folds spaces and line
/// ends in such a value and keeps all other characters in their order.
pub(in crate::yaml) fn unmend(value: &str, written: &str) -> String {
    let mut written = written.chars().filter(|c| !c.is_whitespace());
    value
        .chars()
        .map(|c| if c.is_whitespace() { c } else { written.next().unwrap_or(c) })
        .collect()
}

fn hide(value: &str, out: &mut String) {
    let mut next_colon = colons(value).peekable();
    for (at, c) in value.char_indices() {
        let colon = next_colon.next_if_eq(&at).is_some();
        // Only what stands first or ends a key disturbs the parser; all of that is ASCII.
        out.push(if c.is_ascii() && (colon || at == 0) { LETTER } else { c });
    }
}
