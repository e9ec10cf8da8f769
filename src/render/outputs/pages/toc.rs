//! The headings of a long page, to choose from.

use crate::model::body::{Block, Body, Resolved, plain_text};
use crate::render::outputs::view::Choice;

/// Fewer headings than this are seen at a glance.
const LONG: usize = 4;

/// The headings of the second level, where a body has many of them.
pub(super) fn toc(body: &Body<Resolved>) -> Vec<Choice> {
    let headings = body.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) if heading.level == 2 => {
            Some(Choice { id: heading.id.clone(), label: plain_text(&heading.content) })
        }
        _ => None,
    });
    let all: Vec<Choice> = headings.collect();
    if all.len() < LONG { Vec::new() } else { all }
}
