//! The item as Markdown.

use crate::render::outputs::newsletter::markdown_text::{
    escape, heading, link, paragraph, picture,
};
use crate::render::outputs::newsletter::tree_markdown::quote_markdown;
use crate::render::outputs::newsletter::{BlockView, Setting};

/// The item as a text that stands alone.
pub(in super::super) fn item_markdown(block: &BlockView, setting: &Setting) -> String {
    let mut parts = Vec::new();
    push_item_markdown(&mut parts, block, setting);
    format!("{}\n", parts.join("\n\n"))
}

/// Appends the item, one entry per block.
pub(in super::super) fn push_item_markdown(
    parts: &mut Vec<String>,
    block: &BlockView,
    setting: &Setting,
) {
    let shown = block.shown();
    let address = block.address(setting);
    let mut add = |text: String| {
        if !text.trim().is_empty() {
            parts.push(text);
        }
    };
    add(heading(2, &link(&escape(&block.title), address.as_deref())));
    add(paragraph(&escape(&if block.is_line() {
        super::small_print(setting, block)
    } else {
        block.kind.clone()
    })));
    if let Some((of, source)) = block.picture() {
        add(picture(&of.alt, &source));
        add(paragraph(&escape(&super::credit(setting, &of.credit))));
    }
    if let Some(quote) = shown.quote {
        add(quote_markdown(quote));
    }
    add(paragraph(&escape(shown.text.unwrap_or_default())));
    let figure = |figure: &crate::render::outputs::newsletter::MailFigure| {
        let note = figure.note(&setting.words);
        format!("- **{}**: {}", escape(&figure.amount()), escape(&note))
    };
    add(shown.figures.iter().map(figure).collect::<Vec<_>>().join("\n"));
    if !block.is_line() {
        add(paragraph(&escape(&super::strength(setting, block))));
    }
    for correction in &block.corrections {
        add(format!("**{}:** {}", escape(&setting.words.correction), escape(correction)));
    }
    if let Some(words) = shown.link_words {
        add(link(&escape(words), address.as_deref()));
    }
}
