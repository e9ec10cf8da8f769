//! HTML in Markdown: comments go, the rest stands on the page as the text it is.

use std::ops::Range;

use crate::diag::problem::{Markdown, Unfinished};

use super::notes::Notes;

/// What is left of HTML without its comments; `None` when that is nothing. What is left is
/// told, closing tags excepted: their opening tag was told. So is a comment that nothing closes:
/// the rest of the block goes with it, and that may be the rest of the text.
pub(super) fn keep(
    html: &str,
    source: &str,
    range: Range<usize>,
    notes: &mut Notes<'_>,
) -> Option<String> {
    let (kept, is_closed) = without_comments(html);
    // In lists and quotes the source has marks between the lines, so the comment is looked for.
    if !is_closed && let Some(at) = source.get(range.clone()).and_then(unclosed_comment) {
        let start = range.start + at;
        notes.add(start..start + OPEN.len(), Markdown::Unfinished { form: Unfinished::Remark });
    }
    let shown = kept.trim();
    if shown.is_empty() {
        return None;
    }
    if !shown.starts_with("</") {
        notes.add(first_line(html, range), Markdown::RawHtml { tag: first_tag(shown) });
    }
    Some(kept)
}

/// What begins a comment and what ends it.
const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// The text without its comments, and whether all of them are closed.
fn without_comments(html: &str) -> (String, bool) {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once(OPEN) {
        out.push_str(before);
        let Some((_, after)) = comment.split_once(CLOSE) else { return (out, false) };
        rest = after;
    }
    out.push_str(rest);
    (out, true)
}

/// Where the comment begins that nothing closes.
fn unclosed_comment(html: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let open = at + html.get(at..)?.find(OPEN)?;
        let inside = open + OPEN.len();
        match html.get(inside..)?.find(CLOSE) {
            Some(length) => at = inside + length + CLOSE.len(),
            None => return Some(open),
        }
    }
}

/// The place of the first line of a range, without the white space around it.
fn first_line(html: &str, range: Range<usize>) -> Range<usize> {
    let line = html.lines().next().unwrap_or_default();
    range.start..(range.start + line.trim_end().len()).min(range.end)
}

/// The first tag, or the start of what is longer.
fn first_tag(html: &str) -> String {
    let end = html.find('>').map_or(html.len(), |at| at + 1);
    let tag = html.get(..end).unwrap_or(html);
    if tag.chars().count() <= 40 {
        return tag.to_owned();
    }
    tag.chars().take(39).chain(['…']).collect()
}
