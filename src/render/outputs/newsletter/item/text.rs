//! The item as plain text, from the model and not from its HTML.

use crate::render::outputs::newsletter::wrap::Lines;
use crate::render::outputs::newsletter::{BlockView, MailPicture, Setting};

/// The item as a text that stands alone.
pub(in super::super) fn item_text(block: &BlockView, setting: &Setting) -> String {
    let mut lines = Lines::default();
    lines.underlined(&block.title, '=');
    push(&mut lines, block, setting);
    lines.finish()
}

/// Appends the item as it stands in the whole mail.
pub(in super::super) fn push_item_text(
    lines: &mut Lines,
    block: &BlockView,
    setting: &Setting,
) {
    lines.underlined(&block.title, '-');
    push(lines, block, setting);
}

fn push(lines: &mut Lines, block: &BlockView, setting: &Setting) {
    let shown = block.shown();
    if block.is_line() {
        lines.text(&super::small_print(setting, block)).blank();
    } else {
        lines.text(&block.kind).blank();
    }
    if let Some(quote) = shown.quote {
        lines.text(&quote.marked());
        if !quote.by.is_empty() {
            lines.text(&format!("— {}", quote.by));
        }
        lines.blank();
    }
    lines.text(shown.text.unwrap_or_default()).blank();
    for figure in shown.figures {
        lines.text(&format!("{}: {}", figure.amount(), figure.note(&setting.words)));
    }
    lines.blank();
    if !block.is_line() {
        lines.text(&super::strength(setting, block)).blank();
    }
    for correction in &block.corrections {
        lines.text(&format!("{}: {correction}", setting.words.correction)).blank();
    }
    let address = block.address(setting);
    match (shown.link_words, &address) {
        (Some(words), address) => lines.link(words, address.as_deref()),
        (None, Some(address)) => lines.url(address),
        (None, None) => lines,
    };
    if let Some((picture, source)) = block.picture() {
        push_picture(lines.blank(), setting, (picture, &source));
    }
    lines.blank();
}

fn push_picture(lines: &mut Lines, setting: &Setting, drawn: (&MailPicture, &str)) {
    let (picture, source) = drawn;
    let mut parts = vec![picture.alt.as_str(), picture.credit.as_str()];
    parts.retain(|part| !part.trim().is_empty());
    lines.text(&format!("{}: {}", setting.words.picture, parts.join(" · "))).url(source);
}
