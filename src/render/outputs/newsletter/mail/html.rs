//! The mail as HTML: one column, presentation tables, inline styles, no style element.

use crate::render::outputs::newsletter::item::block_html;
use crate::render::outputs::newsletter::markup::{Markup, all_in_language};
use crate::render::outputs::newsletter::styles::{MAIL_WIDTH, Styles};
use crate::render::outputs::newsletter::{EditionView, Placeholders};

/// The mail, with what a mail tool replaces where it is given.
pub fn mail_html(view: &EditionView, placeholders: &Placeholders) -> String {
    let styles = Styles::new(&view.setting.tokens);
    let writer = Writer { view, placeholders, styles };
    let mut markup = Markup::default();
    writer.head(&mut markup);
    writer.body(&mut markup);
    markup.finish()
}

struct Writer<'a> {
    view: &'a EditionView,
    placeholders: &'a Placeholders,
    styles: Styles,
}

const LAYOUT: [(&str, &str); 5] = [
    ("role", "presentation"),
    ("border", "0"),
    ("cellpadding", "0"),
    ("cellspacing", "0"),
    ("width", "100%"),
];

impl Writer<'_> {
    fn head(&self, markup: &mut Markup) {
        markup.raw("<!doctype html>\n").open("html", &all_in_language(self.lang()));
        markup.raw("\n<head>\n<meta charset=\"utf-8\">\n");
        markup
            .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        markup.raw("<meta name=\"robots\" content=\"noindex\">\n");
        // Numbers and dates are not telephone numbers and appointments.
        markup.raw("<meta name=\"format-detection\" content=\"telephone=no, date=no\">\n");
        markup.element("title", &[], &self.view.subject).raw("\n</head>\n");
    }

    fn body(&self, markup: &mut Markup) {
        let wash = &self.styles.wash;
        markup.open("body", &[("style", &format!("margin:0;{wash}"))]).raw("\n");
        // Mail tools and web mail drop `html` and `body`: the language stands here too.
        markup.open("div", &all_in_language(self.lang())).raw("\n");
        if let Some(preheader) = &self.view.preheader {
            let hidden = "display:none;mso-hide:all";
            markup.element("div", &[("style", hidden)], preheader).raw("\n");
        }
        markup.open("table", &LAYOUT).raw("<tr>");
        markup.open("td", &[("align", "center"), ("style", wash)]).raw("\n<!--[if mso]>");
        let [role, border, padding, spacing, _] = LAYOUT;
        let width = MAIL_WIDTH.to_string();
        markup.open("table", &[role, border, padding, spacing, ("width", &width)]);
        markup.raw("<tr><td><![endif]-->\n");
        let column = format!("width:100%;max-width:{width}px;{}", self.styles.paper);
        markup.open(
            "table",
            &[role, border, padding, spacing, ("width", "100%"), ("style", &column)],
        );
        markup.raw("\n");
        self.masthead(markup);
        self.items(markup);
        self.closing(markup);
        self.footer(markup);
        markup.raw("</table>\n<!--[if mso]></td></tr></table><![endif]-->\n");
        markup.raw("</td></tr></table>\n</div>\n</body>\n</html>\n");
    }

    fn lang(&self) -> &str {
        self.view.setting.lang.as_str()
    }

    /// The side at which a line begins.
    fn start(&self) -> &'static str {
        if self.view.setting.lang.direction() == "rtl" { "right" } else { "left" }
    }

    fn row(&self, markup: &mut Markup, padding: &str) {
        let style = format!("padding:{padding};{}", self.styles.text);
        markup.raw("<tr>").open("td", &[("align", self.start()), ("style", &style)]).raw("\n");
    }

    fn masthead(&self, markup: &mut Markup) {
        let (view, styles) = (self.view, &self.styles);
        self.row(markup, "24px 24px 16px 24px");
        markup.open("p", &[("style", &styles.label)]);
        let home = view.address(&view.home_url, "home");
        markup.link(home.as_deref(), &styles.soft_link, &view.site_title).raw("</p>\n");
        markup.element("h1", &[("style", &styles.title)], &view.title).raw("\n");
        markup.open("p", &[("style", &styles.small)]).text(&view.dateline()).raw(" · ");
        self.web_version(markup);
        markup.raw("</p>\n");
        view.intro.push_html(markup, view.passage("intro"), styles);
        markup.raw("</td></tr>\n");
    }

    fn web_version(&self, markup: &mut Markup) {
        let words = &self.view.setting.words.web_version;
        let style = &self.styles.soft_link;
        if let Some(address) = &self.placeholders.web_version {
            markup.placeholder(address, style, words);
        } else {
            let address = self.view.address(&self.view.web_url, "web");
            markup.link(address.as_deref(), style, words);
        }
    }

    fn items(&self, markup: &mut Markup) {
        if self.view.blocks.is_empty() {
            return;
        }
        self.row(markup, "0 24px");
        for (rubric, block) in self.view.under_rubrics() {
            if let Some(rubric) = rubric {
                markup.element("p", &[("style", &self.styles.rubric)], rubric).raw("\n");
            }
            markup.append(&block_html(block, &self.view.setting, &self.styles));
        }
        markup.raw("</td></tr>\n");
    }

    fn closing(&self, markup: &mut Markup) {
        if !self.view.closing.is_empty() {
            self.row(markup, "0 24px 12px 24px");
            let passage = self.view.passage("closing");
            self.view.closing.push_html(markup, passage, &self.styles);
            markup.raw("</td></tr>\n");
        }
    }

    fn footer(&self, markup: &mut Markup) {
        let (view, styles) = (self.view, &self.styles);
        let words = &view.setting.words;
        let style = format!("padding:24px;{};{}", styles.text, styles.wash);
        markup.raw("<tr>").open("td", &[("align", self.start()), ("style", &style)]).raw("\n");
        for line in view.colophon.iter().chain(&view.notices) {
            markup.element("p", &[("style", &styles.small)], line).raw("\n");
        }
        if let Some(address) = &self.placeholders.postal_address {
            markup.open("p", &[("style", &styles.small)]);
            markup.placeholder_text(address).raw("</p>\n");
        }
        let subscribe =
            view.subscribe_url.as_ref().and_then(|url| view.address(url, "subscribe"));
        if let Some(address) = subscribe {
            markup.open("p", &[("style", &styles.small)]);
            markup.link(Some(&address), &styles.soft_link, &words.subscribe).raw("</p>\n");
        }
        if let Some(address) = &self.placeholders.unsubscribe {
            markup.open("p", &[("style", &styles.small)]);
            markup.placeholder(address, &styles.soft_link, &words.unsubscribe).raw("</p>\n");
        }
        markup.raw("</td></tr>\n");
    }
}
