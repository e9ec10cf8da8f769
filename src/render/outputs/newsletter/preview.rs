//! Previews for the copy desk: what is pasted, as a document of its own that a frame shows.
//!
//! Pictures come from the site itself, so that a look at the desk asks nobody else for
//! anything. What the desk can switch is chosen by the anchor of the address: a page read from
//! disk may not reach into its frames, but it may send them to an anchor.

use std::fmt::Write as _;

use crate::base::escape_attribute;

use super::item::block_html;
use super::markup::{Markup, all_in_language};
use super::styles::Styles;
use super::{BlockView, EditionView, Placeholders, Setting, mail_html};

/// Every choice of: no pictures (`p`), inverted (`i`), no styles (`s`).
const STATES: [&str; 7] = ["p", "i", "s", "pi", "ps", "is", "pis"];

/// One item; `root` leads from the file to the start of the site.
pub(super) fn item_preview(block: &BlockView, setting: &Setting, root: &str) -> String {
    let mut head = Markup::default();
    head.raw("<!doctype html>\n").open("html", &all_in_language(setting.lang.as_str()));
    head.raw("\n<head>\n<meta charset=\"utf-8\">\n");
    head.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    head.raw("<meta name=\"robots\" content=\"noindex\">\n");
    head.element("title", &[], &block.title).raw("\n</head>\n");
    let mut out = head.finish();
    out.push_str("<body style=\"margin:0;padding:24px 24px 0 24px\">\n");
    let styles = Styles::new(&setting.tokens);
    out.push_str(&block_html(block, setting, &styles).finish());
    out.push_str("</body>\n</html>\n");
    shown(&out, setting, root)
}

/// The whole mail.
pub(super) fn mail_preview(view: &EditionView, root: &str) -> String {
    shown(&mail_html(view, &Placeholders::default()), &view.setting, root)
}

/// A document with the switches in it and pictures of the site.
fn shown(html: &str, setting: &Setting, root: &str) -> String {
    let mut base = String::from("src=\"");
    escape_attribute(&mut base, &format!("{}/", setting.base_url.trim_end_matches('/')));
    let html = with_alternatives(&html.replace(&base, &format!("src=\"{root}")));
    let html = html.replacen("</head>", &format!("<style>{}</style>\n</head>", rules()), 1);
    let Some((before, after)) = html.split_once("<body") else { return html };
    let Some((attributes, inside)) = after.split_once('>') else { return html };
    let anchors = STATES.map(|id| format!("<i id=\"{id}\"></i>")).concat();
    format!("{before}<body{attributes}>\n{anchors}{inside}")
}

/// Behind each picture what stands there while it is not shown.
fn with_alternatives(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 200);
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<img ") {
        let (tag, behind) = after.split_once('>').unwrap_or((after, ""));
        let alt = tag.split_once(" alt=\"").map_or("", |(_, value)| value);
        let alt = alt.split('"').next().unwrap_or_default();
        out.push_str(before);
        // A picture that is not the site's own is not fetched to be looked at.
        if tag.contains("src=\"http") {
            out.push_str("<span>");
        } else {
            out.push_str("<img ");
            out.push_str(tag);
            out.push_str("><span class=\"alt\">");
        }
        // Written as an attribute it is fit to be text too.
        out.push_str(alt);
        out.push_str("</span>");
        rest = behind;
    }
    out.push_str(rest);
    out
}

fn rules() -> String {
    let on = |letter: char| {
        let ids = STATES.iter().filter(|id| id.contains(letter));
        let ids: Vec<String> = ids.map(|id| format!("#{id}:target")).collect();
        format!(":root:has({})", ids.join(","))
    };
    let (pictures, inverted, styles) = (on('p'), on('i'), on('s'));
    let mut out = String::from(":root{background:#fff}span.alt{display:none!important}");
    let _ = write!(
        out,
        "{styles} *{{all:revert!important}}{styles} img{{max-width:100%!important;height:auto!important}}"
    );
    let _ = write!(out, "{styles} :is(head,head *){{display:none!important}}");
    let _ = write!(
        out,
        "{pictures} img{{display:none!important}}{pictures} span.alt{{display:block!important;padding:12px;border:1px dashed #6b7280}}"
    );
    let _ = write!(
        out,
        "{inverted}{{filter:invert(1) hue-rotate(180deg)}}{inverted} img{{filter:invert(1) hue-rotate(180deg)}}"
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_somebody_else_is_not_fetched() {
        let html = "a<img src=\"https://elders.example/x.png\" alt=\"Een oven\">b";
        assert_eq!(with_alternatives(html), "a<span>Een oven</span>b");
    }

    #[test]
    fn a_picture_has_its_alternative_behind_it() {
        let html = "a<img src=\"x\" alt=\"Een &quot;oven&quot;\" border=\"0\">b<img src=\"y\" alt=\"\">";
        assert_eq!(
            with_alternatives(html),
            "a<img src=\"x\" alt=\"Een &quot;oven&quot;\" border=\"0\"><span class=\"alt\">Een &quot;oven&quot;</span>b<img src=\"y\" alt=\"\"><span class=\"alt\"></span>"
        );
    }
}
