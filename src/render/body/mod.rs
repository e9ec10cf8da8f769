//! The tree of a document → HTML: valid, accessible, without inline styles or scripts.

mod scribe;
mod labels;
mod block;
mod list;
mod table;
mod inline;
mod footnotes;
mod medium;
mod component;

#[cfg(test)]
mod tests;

pub use labels::Labels;
pub use scribe::{DrawData, Loading, Scribe};

use crate::model::body::{Block, Body, Inline, Resolved};
use crate::model::drawing::{Drawing, Medium};

use super::leaf::Html;

/// The blocks, one per line. Footnotes are drawn by `footnotes`.
pub fn html(blocks: &[Block<Resolved>], scribe: &Scribe<'_>) -> String {
    let mut html = Html::new();
    block::blocks(&mut html, blocks, scribe);
    html.finish()
}

/// Running text, for a place that has its own element.
pub fn inline_html(content: &[Inline<Resolved>], scribe: &Scribe<'_>) -> String {
    let mut html = Html::new();
    inline::inlines(&mut html, content, scribe);
    html.finish()
}

/// The section of a body's footnotes; empty when there are none.
pub fn footnotes_html(body: &Body<Resolved>, scribe: &Scribe<'_>) -> String {
    let mut html = Html::new();
    footnotes::section(&mut html, &body.footnotes, scribe);
    html.finish()
}

/// A picture, film, sound or document as a figure with caption and credit.
pub fn medium_html(medium: &Medium, scribe: &Scribe<'_>) -> String {
    let mut html = Html::new();
    medium::figure(&mut html, medium, medium::Said::default(), scribe);
    html.finish()
}

/// A component.
pub fn drawing_html(drawing: &Drawing, scribe: &Scribe<'_>) -> String {
    let mut html = Html::new();
    component::drawing(&mut html, drawing, scribe);
    html.finish()
}
