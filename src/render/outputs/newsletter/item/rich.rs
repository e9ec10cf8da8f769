//! The fragment for pasting into a visual editor: headings, paragraphs, links and pictures
//! without table or style, because that is what every editor keeps.

use super::figure;
use crate::render::outputs::newsletter::markup::{Markup, all_in_language};
use crate::render::outputs::newsletter::styles::TEXT_WIDTH;
use crate::render::outputs::newsletter::{
    BlockStyle, BlockView, MailFigure, MailPicture, MailQuote, Setting,
};

/// The item as plain HTML, with what its style shows in the order of the block.
pub(in super::super) fn item_rich(block: &BlockView, setting: &Setting) -> String {
    let address = block.address(setting);
    let shown = block.shown();
    let mut markup = Markup::default();
    markup.open("div", &all_in_language(setting.lang.as_str())).raw("\n");
    if let Some((picture, source)) = block.wide_picture() {
        push_picture(&mut markup, setting, (picture, &source), address.as_deref());
    }
    if !block.is_line() {
        paragraph(&mut markup, &block.kind);
    }
    markup.open("h2", super::lang(block.title_lang.as_deref()).as_slice());
    markup.link(address.as_deref(), "", &block.title).raw("</h2>\n");
    if block.style == BlockStyle::Figure {
        push_figures(&mut markup, setting, shown.figures);
    }
    if let Some(quote) = shown.quote {
        push_quote(&mut markup, quote);
    }
    if let Some(text) = shown.text.filter(|text| !text.trim().is_empty()) {
        let lang = super::lang(block.text_lang.as_deref());
        markup.element("p", lang.as_slice(), text).raw("\n");
    }
    if block.style != BlockStyle::Figure {
        push_figures(&mut markup, setting, shown.figures);
    }
    let small = if block.is_line() {
        super::small_print(setting, block)
    } else {
        super::strength(setting, block)
    };
    paragraph(&mut markup, &small);
    for correction in &block.corrections {
        markup.raw("<p>").element("strong", &[], &format!("{}:", setting.words.correction));
        markup.raw(" ").text(correction).raw("</p>\n");
    }
    if let Some(words) = shown.link_words {
        markup.raw("<p>").link(address.as_deref(), "", words).raw("</p>\n");
    }
    markup.raw("</div>\n");
    markup.finish()
}

fn push_quote(markup: &mut Markup, quote: &MailQuote) {
    // Editors keep a language of a paragraph, not one within it.
    let lang = super::lang(quote.lang.as_deref());
    if lang.is_empty() {
        let by = if quote.by.is_empty() { String::new() } else { format!(" — {}", quote.by) };
        paragraph(markup, &format!("{}{by}", quote.marked()));
    } else {
        markup.element("p", &lang, &quote.marked()).raw("\n");
        let by = if quote.by.is_empty() { String::new() } else { format!("— {}", quote.by) };
        paragraph(markup, &by);
    }
}

fn push_figures(markup: &mut Markup, setting: &Setting, figures: &[MailFigure]) {
    for figure in figures {
        markup.raw("<p><strong>");
        figure::amount(markup, figure);
        markup.raw("</strong> ");
        figure::note(markup, figure, &setting.words);
        markup.raw("</p>\n");
    }
}

fn push_picture(
    markup: &mut Markup,
    setting: &Setting,
    (picture, source): (&MailPicture, &str),
    address: Option<&str>,
) {
    let (width, height) = picture.fitted(TEXT_WIDTH);
    // A link needs words, and a decoration has none.
    let address = address.filter(|_| !picture.alt.is_empty());
    markup.raw("<p>");
    if let Some(address) = address {
        markup.open("a", &[("href", address)]);
    }
    let (width, height) = (width.to_string(), height.to_string());
    let mut attributes =
        vec![("src", source), ("width", &width), ("height", &height), ("alt", &picture.alt)];
    attributes.extend(picture.alt_lang.as_deref().map(|lang| ("lang", lang)));
    markup.open("img", &attributes);
    if address.is_some() {
        markup.close("a");
    }
    markup.raw("</p>\n");
    paragraph(markup, &super::credit(setting, &picture.credit));
}

fn paragraph(markup: &mut Markup, text: &str) {
    if !text.trim().is_empty() {
        markup.element("p", &[], text).raw("\n");
    }
}
