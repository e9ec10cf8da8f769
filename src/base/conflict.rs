//! What git leaves in a text that two people changed in one place: both versions, between three
//! lines of its own.

use std::ops::Range;

/// No more of one text than somebody can read; the rest shows when these are settled.
const MOST: usize = 100;

/// A conflict, or a line of one that somebody left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The line that begins it.
    pub from: Range<usize>,
    /// The line that ends it; none of what is only left behind.
    pub to: Option<Range<usize>>,
}

/// A text in which conflicts stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The same with the first version of each, and spaces for the rest: all else keeps its place.
    pub text: String,
    /// Where they stand.
    pub conflicts: Vec<Conflict>,
}

/// The text of which conflicts are left out, where there are any. `is_shown` sees every line in
/// its order and says whether it only shows what such a line looks like.
pub fn settled(text: &str, mut is_shown: impl FnMut(&str) -> bool) -> Option<Settled> {
    if !["<<<<<<<", ">>>>>>>"].iter().any(|mark| text.contains(mark)) {
        return None;
    }
    let (mut conflicts, mut left_out) = (Vec::new(), Vec::new());
    let mut open: Option<Open> = None;
    let mut is_git = false;
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end_matches(['\n', '\r']);
        let place = start..start + line.len();
        start += whole.len();
        let mark = if is_shown(line) { None } else { mark(line) };
        is_git |= matches!(mark, Some('<' | '='));
        match (mark, &mut open) {
            (Some('<'), open) => {
                conflicts
                    .extend(open.replace(Open { from: place, second: None }).map(Open::lone));
            }
            // The line above another is a heading in Markdown: alone it says nothing.
            (Some('=' | '|'), Some(open)) => {
                open.second.get_or_insert(place.start);
            }
            (Some('>'), now) => match now.take() {
                Some(Open { from, second: Some(second) }) => {
                    left_out.extend([from.clone(), second..place.end]);
                    conflicts.push(Conflict { from, to: Some(place) });
                }
                other => {
                    conflicts.extend(other.map(Open::lone));
                    conflicts.push(Conflict { from: place, to: None });
                }
            },
            _ => {}
        }
    }
    conflicts.extend(open.map(Open::lone));
    // Alone, the last line of a conflict is a quote in a quote, seven deep.
    if !is_git {
        return None;
    }
    let lone = conflicts.iter().filter(|own| own.to.is_none());
    left_out.extend(lone.map(|own| own.from.clone()));
    left_out.sort_by_key(|own| own.start);
    conflicts.truncate(MOST);
    (!conflicts.is_empty()).then(|| Settled { text: without(text, &left_out), conflicts })
}

/// A conflict that is not closed yet.
struct Open {
    from: Range<usize>,
    /// Where its second version begins, with the line that parts them.
    second: Option<usize>,
}

impl Open {
    fn lone(self) -> Conflict {
        Conflict { from: self.from, to: None }
    }
}

/// The character of a line that git wrote.
fn mark(line: &str) -> Option<char> {
    let first = line.chars().next().filter(|first| "<|=>".contains(*first))?;
    let behind = line.trim_start_matches(first);
    let is_whole = line.len() - behind.len() == 7;
    // The first and the last name the versions; the one between them stands alone.
    let fits = if first == '=' { behind.is_empty() } else { !behind.trim().is_empty() };
    (is_whole && fits && (first == '=' || behind.starts_with(' '))).then_some(first)
}

/// Spaces for what is left out, which stands in its order; the ends of lines stay.
fn without(text: &str, left_out: &[Range<usize>]) -> String {
    let mut settled = String::with_capacity(text.len());
    let mut left_out = left_out.iter().peekable();
    for (at, letter) in text.char_indices() {
        while left_out.next_if(|own| own.end <= at).is_some() {}
        let is_out = left_out.peek().is_some_and(|own| own.contains(&at));
        if is_out && !matches!(letter, '\n' | '\r') {
            settled.extend(std::iter::repeat_n(' ', letter.len_utf8()));
        } else {
            settled.push(letter);
        }
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settle(text: &str) -> Option<(String, Vec<(usize, bool)>)> {
        let Settled { text, conflicts } = settled(text, |_| false)?;
        let places = conflicts.iter().map(|own| (own.from.start, own.to.is_some()));
        Some((text, places.collect()))
    }

    #[test]
    fn the_first_version_stays_and_all_else_keeps_its_place() {
        let text = "a\n<<<<<<< HEAD\nb\r\n=======\né\r\n>>>>>>> tak\nd\n";
        let (settled, places) = settle(text).unwrap();
        assert_eq!(settled, "a\n            \nb\r\n       \n  \r\n           \nd\n");
        assert_eq!((settled.len(), places), (text.len(), vec![(2, true)]));
        let (settled, places) =
            settle("<<<<<<< a\n1\n||||||| b\n2\n=======\n3\n>>>>>>> c").unwrap();
        let read: Vec<&str> = settled.lines().map(str::trim).collect();
        assert_eq!(read, ["", "1", "", "", "", "", ""]);
        assert_eq!(places, [(0, true)]);
    }

    #[test]
    fn a_line_that_is_left_behind_is_told_too() {
        let (settled, places) = settle("a\n>>>>>>> tak\n=======\nb\n<<<<<<< HEAD\nc").unwrap();
        assert_eq!(settled, "a\n           \n=======\nb\n            \nc");
        assert_eq!(places, [(2, false), (24, false)]);
    }

    #[test]
    fn what_git_does_not_write_is_no_conflict() {
        for text in
            ["<<<<<<", "a <<<<<<< b", "<<<<<<<<\n", "=======", ">>>>>>> b", "<<<<<<<x", ""]
        {
            assert_eq!(settle(text), None, "{text}");
        }
    }
}
