//! Running text.

use crate::model::Target;
use crate::model::body::{Inline, Link, Resolved, TermUse};
use crate::render::leaf::Html;

use super::{Scribe, footnotes, medium};

/// Draws running text.
pub(super) fn inlines(html: &mut Html, content: &[Inline<Resolved>], scribe: &Scribe<'_>) {
    for one in content {
        inline(html, one, scribe);
    }
}

fn inline(html: &mut Html, inline: &Inline<Resolved>, scribe: &Scribe<'_>) {
    match inline {
        Inline::Text(text) => {
            html.text(text);
        }
        Inline::Code(text) | Inline::RawHtml(text) => {
            html.open("code").text(text).close();
        }
        Inline::Emphasis(inner) => wrapped(html, "em", inner, scribe),
        Inline::Strong(inner) => wrapped(html, "strong", inner, scribe),
        Inline::Strike(inner) => wrapped(html, "s", inner, scribe),
        Inline::Link(one) => link(html, one, scribe),
        Inline::Picture(picture) => {
            if let Some(shown) = &picture.medium {
                medium::among_words(html, shown, &picture.alt, scribe);
            }
        }
        Inline::FootnoteReference { number, occurrence } => {
            footnotes::reference(html, *number, *occurrence, scribe);
        }
        Inline::Term(term) => {
            let TermUse { text, plain, anchor } = term.as_ref();
            let target =
                Target::Site { url: scribe.glossary.clone(), fragment: Some(anchor.clone()) };
            let address = scribe.addresses.target(&target);
            html.open("a").class("term").maybe_attr("href", address.as_deref());
            html.attr("title", plain).text(text).close();
        }
        Inline::SoftBreak => {
            html.text("\n");
        }
        Inline::LineBreak => {
            html.void("br").text("\n");
        }
    }
}

fn wrapped(
    html: &mut Html,
    element: &'static str,
    inner: &[Inline<Resolved>],
    scribe: &Scribe<'_>,
) {
    html.open(element);
    inlines(html, inner, scribe);
    html.close();
}

fn link(html: &mut Html, link: &Link<Resolved>, scribe: &Scribe<'_>) {
    let opened = anchor(html, &link.target, scribe);
    inlines(html, &link.content, scribe);
    // Inside the link, where it is read out too.
    html.text(&link.target.behind_words());
    if opened {
        html.close();
    }
}

/// Opens a link to a target; `false` when there is nothing to follow and nothing was opened.
fn anchor(html: &mut Html, target: &Target, scribe: &Scribe<'_>) -> bool {
    let Some(address) = scribe.addresses.target(target) else {
        return false;
    };
    html.open("a").attr("href", &address);
    if matches!(target, Target::External(_)) {
        html.attr("rel", "external");
    }
    true
}

/// Draws words that lead to a target; plain words when there is nothing to follow.
pub(super) fn linked(html: &mut Html, target: &Target, words: &str, scribe: &Scribe<'_>) {
    let opened = anchor(html, target, scribe);
    html.text(words);
    if opened {
        html.close();
    }
}
