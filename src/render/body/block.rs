//! Blocks: headings, paragraphs, quotes, alerts, code.

use crate::model::body::{AlertKind, Block, Heading, Inline, Picture, Resolved};
use crate::render::leaf::Html;

use super::{Labels, Scribe, component, inline, list, medium, table};

/// Draws blocks, one per line.
pub(super) fn blocks(html: &mut Html, blocks: &[Block<Resolved>], scribe: &Scribe<'_>) {
    for one in blocks {
        block(html, one, scribe);
    }
}

fn block(html: &mut Html, block: &Block<Resolved>, scribe: &Scribe<'_>) {
    match block {
        Block::Heading(one) => heading(html, one, scribe),
        Block::Paragraph { content, .. } => paragraph(html, content, scribe),
        Block::Quote(inner) => {
            html.open("blockquote").line();
            blocks(html, inner, scribe);
            html.close().line();
        }
        Block::Alert { kind, blocks: inner } => {
            let (class, label) = alert(*kind, scribe.labels);
            html.open("div").class(class).attr("role", "note").line();
            html.open("p").class("alert-label").text(label).close().line();
            blocks(html, inner, scribe);
            html.close().line();
        }
        Block::List(one) => list::list(html, one, scribe),
        Block::Definitions(all) => list::definitions(html, all, scribe),
        Block::Table(one) => table::table(html, one, scribe),
        Block::Code { language, text } => code(html, language.as_deref(), text, scribe),
        Block::Figure(picture) => figure(html, picture, scribe),
        Block::Component { component: drawing, .. } => {
            component::drawing(html, drawing, scribe);
        }
        Block::RawHtml(text) => {
            html.open("p").class("raw-html").open("code").text(text).close().close().line();
        }
        Block::Rule => {
            html.void("hr").line();
        }
    }
}

fn heading(html: &mut Html, heading: &Heading<Resolved>, scribe: &Scribe<'_>) {
    let name = heading_name(heading.level.saturating_add(scribe.heading_shift));
    html.open(name).attr("id", &heading.id);
    inline::inlines(html, &heading.content, scribe);
    html.close().line();
}

/// The element of a heading; there is none below level 6.
pub(super) fn heading_name(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

fn paragraph(html: &mut Html, content: &[Inline<Resolved>], scribe: &Scribe<'_>) {
    // What may not be shown leaves no empty paragraph behind.
    if content.iter().all(is_nothing) {
        return;
    }
    html.open("p");
    inline::inlines(html, content, scribe);
    html.close().line();
}

fn is_nothing(inline: &Inline<Resolved>) -> bool {
    match inline {
        Inline::SoftBreak | Inline::LineBreak => true,
        Inline::Picture(picture) => picture.medium.is_none(),
        _ => false,
    }
}

fn alert(kind: AlertKind, labels: &Labels) -> (&'static str, &str) {
    match kind {
        AlertKind::Note => ("alert alert-note", &labels.note),
        AlertKind::Tip => ("alert alert-tip", &labels.tip),
        AlertKind::Important => ("alert alert-important", &labels.important),
        AlertKind::Warning => ("alert alert-warning", &labels.warning),
        AlertKind::Caution => ("alert alert-caution", &labels.caution),
    }
}

fn code(html: &mut Html, language: Option<&str>, text: &str, scribe: &Scribe<'_>) {
    // Long lines scroll, so the block must be reachable with the keyboard.
    html.open("pre").attr("tabindex", "0").open("code");
    if let Some(language) = language {
        html.class(&format!("language-{language}"));
    }
    html.html(&scribe.data.code(language, text)).close().close().line();
}

fn figure(html: &mut Html, picture: &Picture<Resolved>, scribe: &Scribe<'_>) {
    if let Some(medium) = &picture.medium {
        let said = medium::Said { alt: &picture.alt, caption: &picture.title };
        medium::figure(html, medium, said, scribe);
    }
}
