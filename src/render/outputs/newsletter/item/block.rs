//! The fragment for a code block of a mail tool, and the item in the whole mail: one
//! presentation table with inline styles.
//!
//! Pictures stand in a cell without line height, because Word's engine cuts a picture off at
//! the line height of its cell. A small item has two parts beside each other that fall below
//! each other where there is no room, with a ghost table for Word's engine.

use super::figure;
use crate::model::PICTURE_BESIDE;
use crate::render::outputs::newsletter::markup::{Markup, all_in_language};
use crate::render::outputs::newsletter::styles::{Styles, TEXT_WIDTH};
use crate::render::outputs::newsletter::tree_html::quote_html;
use crate::render::outputs::newsletter::{
    BlockStyle, BlockView, MailFigure, MailPicture, MailWords, Setting,
};

/// Width of a picture beside text, and of the column in which it stands.
const BESIDE: (u32, u32) = (PICTURE_BESIDE, PICTURE_BESIDE + 16);

/// The item as a table.
pub(in super::super) fn block_html(
    block: &BlockView,
    setting: &Setting,
    styles: &Styles,
) -> Markup {
    let writer = Writer { block, setting, styles, address: block.address(setting) };
    let mut markup = Markup::default();
    let mut attributes = vec![("role", "presentation")];
    attributes.extend(all_in_language(setting.lang.as_str()));
    attributes.extend([("border", "0"), ("cellpadding", "0"), ("cellspacing", "0")]);
    attributes.push(("width", "100%"));
    markup.open("table", &attributes);
    match block.picture() {
        Some((picture, source)) if block.is_beside() => {
            writer.beside(&mut markup, picture, &source);
        }
        Some((picture, source)) => writer.above(&mut markup, picture, &source),
        None => writer.alone(&mut markup),
    }
    markup.raw("</table>\n");
    markup
}

struct Writer<'a> {
    block: &'a BlockView,
    setting: &'a Setting,
    styles: &'a Styles,
    address: Option<String>,
}

impl Writer<'_> {
    fn alone(&self, markup: &mut Markup) {
        markup.raw("<tr>").open("td", &[("style", &self.text_cell())]).raw("\n");
        self.words(markup);
        markup.raw("</td></tr>");
    }

    fn above(&self, markup: &mut Markup, picture: &MailPicture, source: &str) {
        let style = format!("padding:0 0 8px 0;{}", self.styles.picture);
        markup.raw("<tr>").open("td", &[("style", &style)]);
        self.picture(markup, picture, source, TEXT_WIDTH);
        markup.raw("</td></tr>\n<tr>").open("td", &[("style", &self.text_cell())]).raw("\n");
        self.credit(markup, picture);
        self.words(markup);
        markup.raw("</td></tr>");
    }

    fn beside(&self, markup: &mut Markup, picture: &MailPicture, source: &str) {
        let (width, column) = BESIDE;
        let rest = TEXT_WIDTH - column;
        let part = |width: u32| {
            format!("display:inline-block;vertical-align:top;width:100%;max-width:{width}px")
        };
        let cell = format!("padding:0 0 32px 0;{}", self.styles.picture);
        let ghost = |width: &str| Ghost { width: width.to_owned() };
        markup.raw("<tr>").open("td", &[("style", &cell)]);
        ghost(&column.to_string()).first(markup);
        markup.open("div", &[("style", &part(column))]);
        self.picture(markup, picture, source, width);
        markup.raw("\n");
        self.credit(markup, picture);
        markup.raw("</div>");
        ghost(&rest.to_string()).next(markup);
        // Nothing between the two parts: white space would be a third one.
        let text = format!("{};{}", part(rest), self.styles.lines);
        markup.open("div", &[("style", &text)]).raw("\n");
        self.words(markup);
        markup.raw("</div><!--[if mso]></td></tr></table><![endif]--></td></tr>");
    }

    fn text_cell(&self) -> String {
        format!("padding:0 0 32px 0;{}", self.styles.text)
    }

    fn picture(&self, markup: &mut Markup, picture: &MailPicture, source: &str, at_most: u32) {
        let (width, height) = picture.fitted(at_most);
        let style =
            format!("display:block;border:0;width:100%;max-width:{width}px;height:auto");
        // A link needs words, and a decoration has none.
        let href = self.address.as_ref().filter(|_| !picture.alt.is_empty());
        if let Some(href) = href {
            markup.open("a", &[("href", href), ("style", &self.styles.link)]);
        }
        let (width, height) = (width.to_string(), height.to_string());
        let mut attributes = vec![
            ("src", source),
            ("width", &width),
            ("height", &height),
            ("alt", &picture.alt),
        ];
        attributes.extend(picture.alt_lang.as_deref().map(|lang| ("lang", lang)));
        attributes.extend([("border", "0"), ("style", style.as_str())]);
        markup.open("img", &attributes);
        if href.is_some() {
            markup.close("a");
        }
    }

    fn credit(&self, markup: &mut Markup, picture: &MailPicture) {
        let credit = super::credit(self.setting, &picture.credit);
        paragraph(markup, &self.styles.small, &credit);
    }

    fn words(&self, markup: &mut Markup) {
        let (block, styles, words) = (self.block, self.styles, &self.setting.words);
        let shown = block.shown();
        if block.style != BlockStyle::Line {
            paragraph(markup, &styles.label, &block.kind);
        }
        let heading = match block.style {
            BlockStyle::Large => &styles.heading_large,
            BlockStyle::Line => &styles.heading_line,
            _ => &styles.heading,
        };
        let lang = super::lang(block.title_lang.as_deref());
        let attributes: Vec<_> =
            [("style", heading.as_str())].into_iter().chain(lang).collect();
        markup.open("h2", &attributes);
        markup.link(self.address.as_deref(), &styles.link, &block.title).raw("</h2>\n");
        let figures = |markup: &mut Markup| {
            for figure in shown.figures {
                if block.style == BlockStyle::Small {
                    push_figure_in_line(markup, &styles.small, figure, words);
                    continue;
                }
                let value = match block.style {
                    BlockStyle::Figure => &styles.figure_large,
                    _ => &styles.figure,
                };
                figure_as(markup, (value, &styles.small), figure, words);
            }
        };
        if block.style == BlockStyle::Figure {
            figures(markup);
        }
        if let Some(quote) = shown.quote {
            quote_html(markup, styles, quote);
        }
        if let Some(text) = shown.text.filter(|text| !text.trim().is_empty()) {
            let lang = super::lang(block.text_lang.as_deref());
            let style = ("style", styles.paragraph.as_str());
            let attributes: Vec<_> = [style].into_iter().chain(lang).collect();
            markup.element("p", &attributes, text).raw("\n");
        }
        if block.style != BlockStyle::Figure {
            figures(markup);
        }
        let small = match block.style {
            BlockStyle::Line => super::small_print(self.setting, block),
            _ => super::strength(self.setting, block),
        };
        paragraph(markup, &styles.small, &small);
        self.corrections(markup);
        if let Some(words) = shown.link_words {
            markup.open("p", &[("style", &styles.last_paragraph)]);
            markup.link(self.address.as_deref(), &styles.main_link, words).raw("</p>\n");
        }
    }

    fn corrections(&self, markup: &mut Markup) {
        for correction in &self.block.corrections {
            markup.open("p", &[("style", &self.styles.paragraph)]);
            markup.element("strong", &[], &format!("{}:", self.setting.words.correction));
            markup.raw(" ").text(correction).raw("</p>\n");
        }
    }
}

/// The table that only Word's engine sees.
struct Ghost {
    width: String,
}

impl Ghost {
    fn first(&self, markup: &mut Markup) {
        markup.raw("<!--[if mso]>").open(
            "table",
            &[
                ("role", "presentation"),
                ("border", "0"),
                ("cellpadding", "0"),
                ("cellspacing", "0"),
            ],
        );
        markup.raw("<tr>").open("td", &[("width", &self.width), ("valign", "top")]);
        markup.raw("<![endif]-->");
    }

    fn next(&self, markup: &mut Markup) {
        markup
            .raw("<!--[if mso]></td>")
            .open("td", &[("width", &self.width), ("valign", "top")]);
        markup.raw("<![endif]-->");
    }
}

fn paragraph(markup: &mut Markup, style: &str, text: &str) {
    if !text.trim().is_empty() {
        markup.element("p", &[("style", style)], text).raw("\n");
    }
}

/// Appends a key figure as it stands in running text.
pub(in super::super) fn figure_html(
    markup: &mut Markup,
    styles: &Styles,
    figure: &MailFigure,
    words: &MailWords,
) {
    figure_as(markup, (&styles.figure, &styles.small), figure, words);
}

/// A key figure in two paragraphs: in the first style the number, in the other what it says.
fn figure_as(
    markup: &mut Markup,
    (number, small): (&str, &str),
    figure: &MailFigure,
    words: &MailWords,
) {
    markup.open("p", &[("style", number)]);
    figure::amount(markup, figure);
    markup.raw("</p>\n").open("p", &[("style", small)]);
    figure::note(markup, figure, words);
    markup.raw("</p>\n");
}

/// A key figure in one paragraph, for an item with little room.
fn push_figure_in_line(
    markup: &mut Markup,
    style: &str,
    figure: &MailFigure,
    words: &MailWords,
) {
    markup.open("p", &[("style", style)]).raw("<strong>");
    figure::amount(markup, figure);
    markup.raw("</strong> ");
    figure::note(markup, figure, words);
    markup.raw("</p>\n");
}
