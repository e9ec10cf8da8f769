//! The feed for tools that make mail of a feed: RSS 2.0 with each item as it is pasted, and
//! its picture at the sizes of mail.

use std::fmt::Write as _;

use crate::base::{Lang, escape_attribute, escape_text, xml_characters};
use crate::catalog::Entry;
use crate::config::Section;
use crate::render::outputs::newsletter::{
    BlockView, Fragment, MailPicture, Setting, Utm, fragment,
};

use super::Post;
use super::shelf::{Shelf, feed_url};

/// The feed. `guid` is the address of the document, which stays when its title changes.
pub(super) fn text(post: Post<'_>, lang: &Lang, shelf: &Shelf<'_>) -> String {
    let catalog = post.catalog;
    let config = &catalog.config;
    let whole = |url: &str| format!("{}{url}", config.base_url);
    let news = catalog.addresses.section(Section::Newsletters, lang);
    // Visits from this feed are told from those of editions.
    let utm = shelf.setting.utm.as_ref().map(|_| Utm::newsletter("mail-feed"));
    let setting = Setting { utm, ..shelf.setting.clone() };
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" \
         xmlns:atom=\"http://www.w3.org/2005/Atom\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:media=\"http://search.yahoo.com/mrss/\">\n<channel>\n",
    );
    element(&mut out, "title", config.title(lang));
    element(&mut out, "link", &whole(news.as_str()));
    let about = config.tagline(lang).unwrap_or(config.title(lang));
    element(&mut out, "description", about);
    element(&mut out, "language", lang.as_str());
    out.push_str("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"");
    escape_attribute(&mut out, &whole(feed_url(post, lang).as_str()));
    out.push_str("\"/>\n");
    let newest = shelf.entries.first().and_then(|entry| entry.document.head.visible_from());
    if let Some(day) = newest {
        element(&mut out, "lastBuildDate", &day.in_mail());
    }
    for (entry, block) in shelf.entries.iter().zip(&shelf.blocks) {
        item(&mut out, entry, block, &setting);
    }
    out.push_str("</channel>\n</rss>\n");
    xml_characters(&out)
}

fn item(out: &mut String, entry: &Entry, block: &BlockView, setting: &Setting) {
    out.push_str("<item>\n");
    element(out, "title", &block.title);
    element(out, "link", &block.link(setting).unwrap_or_else(|| block.url.clone()));
    out.push_str("<guid isPermaLink=\"true\">");
    escape_text(out, &block.url);
    out.push_str("</guid>\n");
    if let Some(day) = entry.document.head.visible_from() {
        element(out, "pubDate", &day.in_mail());
    }
    element(out, "category", &block.kind);
    element(out, "description", &block.text);
    element(out, "content:encoded", &fragment(block, setting, Fragment::Block));
    if let Some(own) = &block.picture {
        picture(out, own);
    }
    out.push_str("</item>\n");
}

fn picture(out: &mut String, picture: &MailPicture) {
    let twice = picture.url_2x.as_ref().map(|url| (url, picture.width * 2, picture.height * 2));
    let sizes = [Some((&picture.url, picture.width, picture.height)), twice];
    out.push_str("<media:group>\n");
    for (url, width, height) in sizes.into_iter().flatten() {
        out.push_str("<media:content medium=\"image\" url=\"");
        escape_attribute(out, url);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "\" width=\"{width}\" height=\"{height}\"/>");
    }
    out.push_str("<media:description>");
    escape_text(out, &picture.alt);
    out.push_str("</media:description>\n<media:credit>");
    escape_text(out, &picture.credit);
    out.push_str("</media:credit>\n</media:group>\n");
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    escape_text(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}
