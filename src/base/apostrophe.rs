//! Apostrophes as readers know them: editors type `regio's`, and readers see `regio’s`.

use std::borrow::Cow;

/// A text with its apostrophes set. Marks around words stay as they are.
pub fn apostrophes(text: &str) -> Cow<'_, str> {
    if !text.contains('\'') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\'') {
        out.push_str(before);
        let last = out.chars().next_back();
        out.push(if is_apostrophe(last, behind) { '’' } else { '\'' });
        rest = behind;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Whether a mark between what stands before and behind it is an apostrophe: within a word,
/// or at the start of `'s-Hertogenbosch`.
pub fn is_apostrophe(before: Option<char>, behind: &str) -> bool {
    let mut behind = behind.chars();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let next = behind.next();
    match before {
        Some(c) if c.is_alphanumeric() => is_letter(next),
        _ => matches!(next, Some('s' | 't' | 'n')) && !is_letter(behind.next()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_are_set_and_quotes_are_not() {
        for (text, expected) in [
            ("Regio's en agenda's", "Regio’s en agenda’s"),
            ("'s-Hertogenbosch in 't klein", "’s-Hertogenbosch in ’t klein"),
            ("'samen' werkt", "'samen' werkt"),
            ("'", "'"),
            ("gewoon", "gewoon"),
        ] {
            assert_eq!(apostrophes(text), expected);
        }
    }
}
