//! Where sentences begin and end.

use std::ops::Range;

use crate::base::Lang;

/// Words with a point in which no sentence ends.
const SHORT_NL: &[&str] = &[
    "a.d.h.v", "apr", "art", "aug", "bijv", "blz", "bv", "ca", "d.m.v", "d.w.z", "dec", "dhr",
    "dr", "drs", "etc", "evt", "excl", "feb", "fig", "i.p.v", "i.v.m", "incl", "ing", "ir",
    "jan", "jl", "m.b.t", "m.u.v", "max", "mevr", "min", "mr", "mrt", "mw", "n.a.v", "nl",
    "nov", "nr", "o.a", "o.l.v", "okt", "p", "prof", "resp", "sept", "st", "t.a.v", "t.o.v",
    "t/m", "tel", "vgl", "zgn",
];
const SHORT_EN: &[&str] = &[
    "approx", "apr", "art", "aug", "cf", "dec", "dr", "e.g", "etc", "feb", "fig", "i.e", "jan",
    "jr", "mr", "mrs", "ms", "no", "nov", "oct", "p", "pp", "prof", "sec", "sept", "sr", "st",
    "vol", "vs",
];

/// The sentences of a text, without the spaces around them.
pub(super) fn split(text: &str, lang: &Lang) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some((at, c)) = next_mark(text, from) {
        // What closes a quotation or brackets belongs to the sentence.
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        let rest = after.trim_start_matches(|c| "”’\"')]»".contains(c));
        let end = text.len() - rest.len();
        from = end;
        let next = rest.trim_start().chars().find(|c| !"“‘\"'([«".contains(*c));
        let goes_on = next.is_some_and(|c| c.is_lowercase() || c.is_ascii_punctuation());
        let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let before = text.get(start..at).unwrap_or_default();
        if is_apart && !goes_on && !(c == '.' && is_short(before, lang)) {
            push(&mut found, text, start..end);
            start = end;
        }
    }
    push(&mut found, text, start..text.len());
    found
}

/// The first byte of `…`, which other marks begin with too.
const ELLIPSIS: u8 = 0xe2;

/// The next mark that may end a sentence.
fn next_mark(text: &str, from: usize) -> Option<(usize, char)> {
    let rest = text.get(from..)?;
    let may_be = |byte: u8| matches!(byte, b'.' | b'!' | b'?') || byte == ELLIPSIS;
    let mut at = 0;
    loop {
        at += rest.as_bytes().get(at..)?.iter().position(|byte| may_be(*byte))?;
        let c = rest.get(at..)?.chars().next()?;
        if matches!(c, '.' | '!' | '?' | '…') {
            return Some((from + at, c));
        }
        at += c.len_utf8();
    }
}

/// Whether the last word is an abbreviation or an initial.
fn is_short(before: &str, lang: &Lang) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || "([“\"".contains(c)).next();
    let word = word.unwrap_or_default();
    let list = if lang.is_dutch() { SHORT_NL } else { SHORT_EN };
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_initial || list.contains(&word.to_lowercase().as_str())
}

fn push(found: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let inside = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (inside.len() - inside.trim_start().len());
    let end = range.start + inside.trim_end().len();
    if start < end {
        found.push(start..end);
    }
}

/// How many words a sentence has.
pub(super) fn count(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        split(text, &Lang::nl()).into_iter().filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn sentences_end_at_points_that_are_no_part_of_a_word() {
        assert_eq!(
            sentences("Dit is één. En dit twee! \"Drie?\" Vier"),
            ["Dit is één.", "En dit twee!", "\"Drie?\"", "Vier"]
        );
        assert_eq!(
            sentences("Zie bijv. Drenthe en nr. 3 van dr. J. de Vries."),
            ["Zie bijv. Drenthe en nr. 3 van dr. J. de Vries."]
        );
        assert_eq!(
            sentences("Het was 1.5 procent... en meer. "),
            ["Het was 1.5 procent... en meer."]
        );
        let date = "Op 3 feb. 2021 sprak zij, m.b.t. Den Haag, over art. 3.";
        assert_eq!(sentences(date), [date]);
        assert_eq!(sentences("  "), [""; 0]);
    }

    #[test]
    fn marks_are_no_words() {
        assert_eq!(count("Een – twee, drie & 4."), 4);
    }
}
