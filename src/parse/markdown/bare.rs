//! Addresses typed into the text as they are become links, as they do on code hosts: those of
//! pages and those for mail.

use std::ops::Range;

use crate::base::{Span, find_email, is_preview};
use crate::model::body::{Inline, Link, Written};
use crate::model::{RawLink, To};

use super::address;
use super::notes::Notes;

/// What an address in running text starts with, and what it lacks.
const STARTS: &[(&str, &str)] = &[("https://", ""), ("http://", ""), ("www.", "https://")];

/// Makes links of the bare addresses in running text that stands at a place of the source.
pub(super) fn link(
    content: Vec<Inline<Written>>,
    source: &str,
    words: &Range<usize>,
    notes: &Notes<'_>,
) -> Vec<Inline<Written>> {
    let may_have = |inline: &Inline<Written>| match inline {
        Inline::Text(text) => {
            text.contains('@') || STARTS.iter().any(|(start, _)| text.contains(start))
        }
        _ => false,
    };
    if !content.iter().any(may_have) {
        return content;
    }
    let mut taken: Vec<Span> = content.iter().filter_map(address_of).collect();
    taken.sort_unstable();
    let mut linker = Linker { source, cursor: words.start, end: words.end, notes, taken };
    let mut out = Vec::with_capacity(content.len() + 2);
    for inline in content {
        match inline {
            Inline::Text(text) => linker.text(&text, &mut out),
            other => out.push(other),
        }
    }
    out
}

struct Linker<'a, 'n> {
    source: &'a str,
    /// The addresses before this byte have been found.
    cursor: usize,
    end: usize,
    notes: &'a Notes<'n>,
    /// Where the addresses of links stand.
    taken: Vec<Span>,
}

/// Where the address of a link stands.
fn address_of(inline: &Inline<Written>) -> Option<Span> {
    match inline {
        Inline::Link(link) => Some(link.target.span),
        _ => None,
    }
}

impl Linker<'_, '_> {
    fn text(&mut self, text: &str, out: &mut Vec<Inline<Written>>) {
        let mut from = 0;
        // That of a preview is no link, and the words stay.
        let leads =
            |found: &Range<usize>| text.get(found.clone()).is_some_and(|own| !is_preview(own));
        for found in Addresses::of(text).filter(leads) {
            let Some(link) = text.get(found.clone()).and_then(|address| self.link(address))
            else {
                break;
            };
            let before = text.get(from..found.start).unwrap_or_default();
            if !before.is_empty() {
                out.push(Inline::Text(before.to_owned()));
            }
            out.push(link);
            from = found.end;
        }
        let rest = text.get(from..).unwrap_or_default();
        if !rest.is_empty() {
            out.push(Inline::Text(rest.to_owned()));
        }
    }

    /// The link; `None` when the address does not stand in the source to the letter, as when
    /// its hyphens were taken for a dash. Then no further one is looked for: each look that
    /// finds nothing goes through the whole text.
    fn link(&mut self, address: &str) -> Option<Inline<Written>> {
        let span = loop {
            let Some(at) = self.source.get(self.cursor..self.end)?.find(address) else {
                self.cursor = self.end;
                return None;
            };
            let start = self.cursor + at;
            self.cursor = start + address.len();
            let span = self.notes.span(start..self.cursor);
            // The same address may be that of a link before it.
            let before = self.taken.partition_point(|own| own.start <= span.start);
            let last = before.checked_sub(1).and_then(|at| self.taken.get(at));
            if last.is_none_or(|own| own.end < span.end) {
                break span;
            }
        };
        let known = STARTS.iter().find(|(start, _)| address.starts_with(start));
        let lacks = known.map_or("mailto:", |(_, lacks)| lacks);
        let to = address::sort(&format!("{lacks}{address}")).ok()?;
        let content = vec![Inline::Text(address.to_owned())];
        matches!(to, To::External(_) | To::Contact(_)).then(|| {
            Inline::Link(Box::new(Link { target: RawLink { to, span }, content, span }))
        })
    }
}

/// The addresses in a text, one after another.
struct Addresses<'t> {
    text: &'t str,
    /// The next one of a page and the next one for mail, which are found once.
    next: [Option<Range<usize>>; 2],
}

/// Finds the first address of its kind in a text.
type Finder = fn(&str) -> Option<Range<usize>>;

/// For those of a page, and for mail.
const FINDERS: [Finder; 2] = [first_address, find_email];

impl<'t> Addresses<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, next: FINDERS.map(|find| find(text)) }
    }
}

impl Iterator for Addresses<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Self::Item> {
        let found = self.next.iter().flatten().min_by_key(|own| own.start)?.clone();
        let rest = self.text.get(found.end..)?;
        for (next, find) in self.next.iter_mut().zip(FINDERS) {
            if next.as_ref().is_some_and(|own| own.start < found.end) {
                *next = find(rest).map(|own| found.end + own.start..found.end + own.end);
            }
        }
        Some(found)
    }
}

/// The first address of a page in a text: at the start of a word, up to white space, without the
/// punctuation that belongs to the sentence.
fn first_address(text: &str) -> Option<Range<usize>> {
    let mut before = None;
    // A word that turned out to be none is not looked at again.
    let mut tried_to = 0;
    for (begin, c) in text.char_indices() {
        let is_start =
            before.is_none_or(|c: char| !c.is_alphanumeric() && !"/:.@-_".contains(c));
        before = Some(c);
        if !is_start || begin < tried_to || !matches!(c, 'h' | 'w') {
            continue;
        }
        let rest = text.get(begin..)?;
        let Some((start, _)) = STARTS.iter().find(|(start, _)| rest.starts_with(start)) else {
            continue;
        };
        let end = rest.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(rest.len());
        let address = without_punctuation(rest.get(..end)?);
        let host = address.get(start.len()..).unwrap_or_default();
        let host = host.split(['/', '?', '#']).next().unwrap_or_default();
        if host.trim_matches('.').contains('.') {
            return Some(begin..begin + address.len());
        }
        tried_to = begin + end;
    }
    None
}

fn without_punctuation(mut address: &str) -> &str {
    let mut unopened =
        address.matches(')').count().saturating_sub(address.matches('(').count());
    while let Some(last) = address.chars().next_back() {
        let closes = last == ')' && unopened > 0;
        if !closes && !"?!.,:;*_~'\"’”…]".contains(last) {
            break;
        }
        unopened -= usize::from(closes);
        address = address.strip_suffix(last).unwrap_or_default();
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(first_address(text).and_then(|found| text.get(found)), expected);
    }

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        check("Zie https://a.nl/b_c?d=e#f.", Some("https://a.nl/b_c?d=e#f"));
        check("(zie http://a.nl/b_(c)).", Some("http://a.nl/b_(c)"));
        check("“www.één.nl”, zei ze", Some("www.één.nl"));
        check("https:// en xhttps://a.nl en http://localhost", None);
        check("https://x en www.a.nl", Some("www.a.nl"));
    }
}
