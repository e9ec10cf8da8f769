//! A key figure within a paragraph, with the language of what is not translated.

use crate::render::outputs::newsletter::markup::Markup;
use crate::render::outputs::newsletter::{MailFigure, MailWords};

/// Appends "158 functies".
pub(super) fn amount(markup: &mut Markup, figure: &MailFigure) {
    let unit = figure.unit.as_deref().filter(|_| figure.lang.is_some());
    let Some(unit) = unit.filter(|unit| !unit.starts_with('%')) else {
        markup.text(&figure.amount());
        return;
    };
    markup.text(&figure.value).text(" ");
    markup.element("span", &super::lang(figure.lang.as_deref()), unit);
}

/// Appends what was counted, and all that keeps the number from being misread.
pub(super) fn note(markup: &mut Markup, figure: &MailFigure, words: &MailWords) {
    if figure.lang.is_none() {
        markup.text(&figure.note(words));
        return;
    }
    let facts = figure.facts(words);
    markup.element("span", &super::lang(figure.lang.as_deref()), &figure.label);
    if !facts.is_empty() {
        markup.text(" · ").text(&facts);
    }
}
