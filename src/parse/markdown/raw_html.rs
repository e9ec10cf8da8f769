//! HTML in Markdown: comments go, the rest stands on the page as the text it is.

use std::ops::Range;

use crate::diag::problem::Markdown;

use super::notes::Notes;

/// What is left of HTML without its comments; `None` when that is nothing. What is left is
/// told, closing tags excepted: their opening tag was told.
pub(super) fn keep(html: &str, range: Range<usize>, notes: &mut Notes<'_>) -> Option<String> {
    let kept = without_comments(html);
    let shown = kept.trim();
    if shown.is_empty() {
        return None;
    }
    if !shown.starts_with("</") {
        notes.add(first_line(html, range), Markdown::RawHtml { tag: first_tag(shown) });
    }
    Some(kept)
}

fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
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
