//! Lists, task lists and definition lists.

use crate::model::body::{Block, Definition, List, ListItem, Resolved};
use crate::render::leaf::Html;

use super::{Scribe, block, inline};

/// Draws a list.
pub(super) fn list(html: &mut Html, list: &List<Resolved>, scribe: &Scribe<'_>) {
    let start = list.start.filter(|start| *start != 1).map(|start| start.to_string());
    html.open(if list.start.is_some() { "ol" } else { "ul" });
    html.maybe_attr("start", start.as_deref());
    if list.items.iter().any(|item| item.task.is_some()) {
        html.class("tasks");
    }
    html.line();
    for one in &list.items {
        item(html, one, scribe);
    }
    html.close().line();
}

fn item(html: &mut Html, item: &ListItem<Resolved>, scribe: &Scribe<'_>) {
    html.open("li");
    if let Some(done) = item.task {
        task(html, done, scribe);
    }
    for one in &item.blocks {
        match one {
            Block::Paragraph { content, .. } if item.tight => {
                inline::inlines(html, content, scribe);
            }
            other => {
                html.line();
                block::blocks(html, std::slice::from_ref(other), scribe);
            }
        }
    }
    html.close().line();
}

/// The state of a task in words; the mark is for the eye only.
fn task(html: &mut Html, done: bool, scribe: &Scribe<'_>) {
    let (class, mark, label) = if done {
        ("task is-done", "☑", &scribe.labels.task_done)
    } else {
        ("task", "☐", &scribe.labels.task_open)
    };
    html.class(class);
    html.open("span").class("task-mark").attr("aria-hidden", "true").text(mark).close();
    html.text(" ").open("span").class("visually-hidden").text(label).close().text(" ");
}

/// Draws a definition list.
pub(super) fn definitions(html: &mut Html, all: &[Definition<Resolved>], scribe: &Scribe<'_>) {
    html.open("dl").line();
    for one in all {
        html.open("dt");
        inline::inlines(html, &one.term, scribe);
        html.close().line();
        for detail in &one.details {
            html.open("dd");
            match detail.as_slice() {
                [Block::Paragraph { content, .. }] => inline::inlines(html, content, scribe),
                several => {
                    html.line();
                    block::blocks(html, several, scribe);
                }
            }
            html.close().line();
        }
    }
    html.close().line();
}
