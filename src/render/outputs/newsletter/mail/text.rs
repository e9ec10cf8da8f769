//! The mail as plain text, from the model: every address of the HTML is in it, on its own line.

use crate::render::outputs::newsletter::item::push_item_text;
use crate::render::outputs::newsletter::wrap::Lines;
use crate::render::outputs::newsletter::{EditionView, Placeholders};

/// The text part of the mail, with what a mail tool replaces where it is given.
pub fn mail_text(view: &EditionView, placeholders: &Placeholders) -> String {
    let words = &view.setting.words;
    let mut lines = Lines::default();
    lines.underlined(&view.title, '=').text(&view.dateline()).blank();
    if let Some(home) = view.address(&view.home_url, "home") {
        lines.text(&view.site_title).url(&home).blank();
    }
    let web = placeholders.web_version.clone().or_else(|| view.address(&view.web_url, "web"));
    lines.link(&words.web_version, web.as_deref()).blank();
    lines.lines(view.intro.lines(view.passage("intro"))).blank();
    for (rubric, block) in view.under_rubrics() {
        if let Some(rubric) = rubric {
            lines.text(&format!("* {rubric} *")).blank();
        }
        push_item_text(&mut lines, block, &view.setting);
    }
    lines.lines(view.closing.lines(view.passage("closing"))).blank();
    // The signature mark of mail: what is below it is not the letter.
    lines.text("--");
    for line in view.colophon.iter().chain(&view.notices) {
        lines.text(line);
    }
    if let Some(address) = &placeholders.postal_address {
        lines.text(address);
    }
    let subscribe = view.subscribe_url.as_ref().and_then(|url| view.address(url, "subscribe"));
    if let Some(address) = subscribe {
        lines.blank().link(&words.subscribe, Some(&address));
    }
    if let Some(address) = &placeholders.unsubscribe {
        lines.blank().link(&words.unsubscribe, Some(address));
    }
    lines.finish()
}
