//! Marks that look like Markdown and are none, so that readers see them on the page.

use std::ops::Range;

use crate::diag::problem::{Markdown, Unfinished};
use crate::model::body::{Inline, Written};

use super::notes::Notes;

/// Letters that word processors put before the items of a list.
const BULLETS: &[char] = &['•', '·', '▪', '◦', '‣', '\u{f0b7}', '\u{f0a7}'];

/// So many links are told of one piece of text.
const MOST_LINKS: usize = 20;

/// Looks for such marks in the running text of a paragraph that stands at a place of the source.
pub(super) fn look(
    content: &[Inline<Written>],
    (source, words): (&str, &Range<usize>),
    notes: &mut Notes<'_>,
) {
    let mut at = words.start;
    let mut note = |form, snippet: &str| {
        let place = place(source, at..words.end, snippet)?;
        at = place.end;
        notes.add(place, Markdown::Unfinished { form });
        Some(())
    };
    if let Some(Inline::Text(text)) = content.first()
        && let Some((form, snippet)) = at_start(text)
    {
        note(form, snippet);
    }
    for inline in content {
        let Inline::Text(text) = inline else { continue };
        let mut rest = text.as_str();
        for _ in 0..MOST_LINKS {
            let Some((form, found)) = link(rest) else { break };
            // What is not there to the letter was written with a backslash, and meant. Each look
            // that finds nothing goes through the whole text: there is one.
            if note(form, rest.get(found.clone()).unwrap_or_default()).is_none() {
                return;
            }
            rest = rest.get(found.end..).unwrap_or_default();
        }
    }
}

/// Where a snippet stands in the source without a backslash before it.
fn place(source: &str, within: Range<usize>, snippet: &str) -> Option<Range<usize>> {
    let start = within.start + source.get(within)?.find(snippet)?;
    let before = source.get(..start)?;
    (!before.ends_with('\\')).then(|| start..start + snippet.len())
}

/// What a paragraph begins with: hashes without a space behind them, a letter in place of a
/// bullet, or the line of a table that is none.
fn at_start(text: &str) -> Option<(Unfinished, &str)> {
    let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
    let next = text.get(hashes..)?.chars().next();
    if (2..=6).contains(&hashes) && next.is_some_and(char::is_alphanumeric) {
        return Some((Unfinished::Heading, text.split_whitespace().next()?));
    }
    let first = text.chars().next()?;
    let (bullet, rest) = text.split_at(first.len_utf8());
    let is_bullet = BULLETS.contains(&first) || text.starts_with("o\t");
    if is_bullet && rest.starts_with(char::is_whitespace) {
        return Some((Unfinished::Bullet, bullet));
    }
    let row = text.trim_end();
    let is_row = row.len() > 2 && row.starts_with('|') && row.ends_with('|');
    is_row.then_some((Unfinished::Table, row))
}

/// The cells of a row of a table, without the white space around them.
pub(super) fn cells(row: &str) -> impl Iterator<Item = &str> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(row);
    let mut is_escaped = false;
    let ends_cell = move |c: char| {
        let ends = c == '|' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    };
    row.split(ends_cell).map(str::trim)
}

/// A link that is not closed, whose address has a space in it, or that stands apart from its
/// address: up to the start of the address.
fn link(text: &str) -> Option<(Unfinished, Range<usize>)> {
    let ends = text.match_indices(']').map(|(at, _)| at);
    let (form, end) = ends.filter_map(|at| Some((at, text.get(at + 1..)?))).find_map(
        |(at, rest)| match rest.strip_prefix(" (") {
            Some(address) if is_address(address) => Some((Unfinished::SpacedLink, at + 3)),
            _ => rest.starts_with('(').then_some((Unfinished::Link, at + 2)),
        },
    )?;
    let start = text.get(..end)?.rfind('[')?;
    Some((form, start..end))
}

fn is_address(text: &str) -> bool {
    let address = text.split([')', ' ']).next().unwrap_or_default();
    let ends = [".md", ".pdf", "/"].iter().any(|ending| address.ends_with(ending));
    ends || address.contains("://") || address.starts_with("../")
}
