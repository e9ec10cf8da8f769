//! An edition as its editor writes it: the Markdown file that a selection on a desk becomes.

use std::fmt::Write as _;

use crate::catalog::Entry;
use crate::model::EditionBlock;
use crate::render::outputs::newsletter::{BlockView, EditionView};

/// What ends the head of a file without a text.
pub(super) const END: &str = "---\n";

/// An item of the list. What the edition itself says of it stays.
pub(super) fn block(block: &BlockView, own: Option<&EditionBlock>) -> String {
    let mut out = format!("  - item: {}\n", quoted(&block.document));
    let mut add = |key: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            let _ = writeln!(out, "    {key}: {}", quoted(value));
        }
    };
    add("rubric", block.rubric.as_deref());
    add("style", own.map(|own| own.style.as_str()));
    add("title", own.and_then(|own| own.title.as_deref()));
    add("text", own.and_then(|own| own.text.as_deref()));
    out
}

/// The head of the file up to its items.
pub(super) fn before(view: &EditionView, edition: &Entry) -> String {
    let head = &edition.document.head;
    let mut out = format!("---\ntitle: {}\n", quoted(&view.title));
    let mut add = |key: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            let _ = writeln!(out, "{key}: {}", quoted(value));
        }
    };
    add("summary", head.summary.as_ref().map(|own| own.value.as_str()));
    add("number", view.number.as_deref());
    add("subject", Some(&view.subject));
    add("preheader", view.preheader.as_deref());
    let _ = writeln!(out, "date: {}", view.date);
    if !head.topics.is_empty() {
        let topics: Vec<&str> = head.topics.iter().map(|own| own.value.as_str()).collect();
        let _ = writeln!(out, "topics: [{}]", topics.join(", "));
    }
    out.push_str("blocks:\n");
    out
}

/// What follows the items: the last word, and the text before them.
pub(super) fn after(view: &EditionView, closing: Option<&str>) -> String {
    let mut out = String::new();
    if let Some(closing) = closing {
        let _ = writeln!(out, "closing: {}", quoted(closing));
    }
    out.push_str(END);
    let intro = view.unmarked().intro_markdown();
    if !intro.trim().is_empty() {
        let _ = writeln!(out, "\n{}", intro.trim_end());
    }
    out
}

/// The head of an edition that nobody wrote yet.
pub(super) fn blank(today: &str) -> String {
    format!("---\ntitle: \"\"\nsubject: \"\"\npreheader: \"\"\ndate: {today}\nblocks:\n")
}

/// A text in double quotes: what JSON writes, YAML reads.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
