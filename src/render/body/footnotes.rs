//! Footnotes: the numbers in the text, the notes below it, and the ways there and back.

use crate::model::body::{Block, Footnote, Resolved};
use crate::render::leaf::Html;

use super::{Scribe, block, inline};

// A colon never stands in the anchor of a heading, so these ids meet no other.
fn note_id(number: u32) -> String {
    format!("fn:{number}")
}

fn reference_id(number: u32, occurrence: u32) -> String {
    match occurrence {
        0 | 1 => format!("fnref:{number}"),
        _ => format!("fnref:{number}:{occurrence}"),
    }
}

/// Draws the number of a footnote in the text.
pub(super) fn reference(html: &mut Html, number: u32, occurrence: u32, scribe: &Scribe<'_>) {
    html.open("sup").class("footnote-reference");
    html.open("a").attr("id", &reference_id(number, occurrence));
    html.attr("href", &format!("#{}", note_id(number))).attr("role", "doc-noteref");
    html.attr("aria-label", &format!("{} {number}", scribe.labels.footnote));
    html.text(&number.to_string()).close().close();
}

/// Draws the notes; nothing when there are none.
pub(super) fn section(html: &mut Html, notes: &[Footnote<Resolved>], scribe: &Scribe<'_>) {
    if notes.is_empty() {
        return;
    }
    let heading = block::heading_name(scribe.heading_shift.saturating_add(2));
    html.open("section").class("footnotes").attr("role", "doc-endnotes");
    html.attr("aria-labelledby", "fn:title").line();
    html.open(heading).attr("id", "fn:title").text(&scribe.labels.footnotes).close().line();
    html.open("ol").line();
    for one in notes {
        note(html, one, scribe);
    }
    html.close().line().close().line();
}

fn note(html: &mut Html, note: &Footnote<Resolved>, scribe: &Scribe<'_>) {
    html.open("li").attr("id", &note_id(note.number)).line();
    // The ways back stand behind the last words.
    if let Some((Block::Paragraph { content, .. }, before)) = note.blocks.split_last() {
        block::blocks(html, before, scribe);
        html.open("p");
        inline::inlines(html, content, scribe);
        html.text(" ");
    } else {
        block::blocks(html, &note.blocks, scribe);
        html.open("p");
    }
    back(html, note, scribe);
    html.close().line().close().line();
}

fn back(html: &mut Html, note: &Footnote<Resolved>, scribe: &Scribe<'_>) {
    for occurrence in 1..=note.references {
        if occurrence > 1 {
            html.text(" ");
        }
        let which =
            if note.references > 1 { format!(" ({occurrence})") } else { String::new() };
        let label = format!("{} {}{which}", scribe.labels.back, note.number);
        html.open("a").class("footnote-back").attr("role", "doc-backlink");
        html.attr("href", &format!("#{}", reference_id(note.number, occurrence)));
        html.open("span").attr("aria-hidden", "true");
        // The selector keeps the arrow from becoming a picture on phones.
        html.text("↩\u{fe0e}");
        if occurrence > 1 {
            html.open("sup").text(&occurrence.to_string()).close();
        }
        html.close();
        html.open("span").class("visually-hidden").text(&label).close().close();
    }
}
