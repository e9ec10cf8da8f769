//! An edition as its editor writes it: the Markdown file that a selection on a desk becomes.

use std::fmt::Write as _;

use crate::base::OffsetMap;
use crate::catalog::Entry;
use crate::model::EditionBlock;
use crate::render::outputs::newsletter::{BlockView, EditionView};
use crate::render::outputs::pages::Studio;
use crate::render::outputs::view::DeskEdition;
use crate::yaml::{self, Value, written};

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

/// What stands in the file before its items and after them: every field and the text as they were
/// written. Comments are for those who work on the file, and a desk is read by others: they go.
pub(super) fn around(studio: &Studio<'_>, edition: &Entry, view: &EditionView) -> DeskEdition {
    let document = &edition.document;
    let text = studio.catalog.text(edition);
    let split = yaml::front_matter(&text.source, document.file).value;
    let fields = split.and_then(|own| {
        let map = OffsetMap::whole(document.file, own.yaml.start);
        yaml::read(text.source.get(own.yaml).unwrap_or_default(), &map).value
    });
    let fields = match fields.map(|node| node.value) {
        Some(Value::Mapping(fields)) => fields,
        _ => Vec::new(),
    };
    let is_list =
        |field: &yaml::Entry| matches!(field.key.value.as_str(), "blocks" | "blokken");
    let list = fields.iter().position(is_list);
    let (before, after) = fields.split_at(list.unwrap_or(fields.len()));
    let key = list.and_then(|at| fields.get(at)).map_or("blocks", |own| own.key.value.as_str());
    // What nobody consents to any more stands in the source still.
    let body = if studio.catalog.may_be_read(edition) {
        without_comments(text.source.get(text.range.clone()).unwrap_or_default())
    } else {
        view.unmarked().intro_markdown()
    };
    let intro = body.trim();
    let intro = if intro.is_empty() { String::new() } else { format!("\n{intro}\n") };
    DeskEdition {
        name: document.path.name().to_owned(),
        taken: String::new(),
        whole: String::new(),
        before: format!("---\n{}{key}:\n", written(before)),
        after: format!("{}{END}{intro}", written(after.get(1..).unwrap_or_default())),
    }
}

/// A Markdown text without the comments of its author.
fn without_comments(text: &str) -> String {
    let mut parts = text.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| match part.split_once("-->") {
        Some((_, after)) => text + after,
        None => text + "<!--" + part,
    })
}

/// The head of an edition that nobody wrote yet: a draft, so that what is still empty stops no build.
/// The script of the desk fills in the day on which somebody saves it.
pub(super) const BLANK: &str =
    "---\ntitle: \"\"\ndraft: yes\nsubject: \"\"\npreheader: \"\"\ndate: \"\"\nblocks:\n";

/// A text in double quotes: what JSON writes, YAML reads.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
