//! The text of a document as it is read away from its page: without the site's styles, and
//! from another address.
//!
//! This reads what our own writer wrote, where `>` in an attribute is escaped.

use crate::base::escape_attribute;

/// The HTML with whole addresses. A drawing needs the styles of the site: of a chart its picture
/// stands here; a map has its list.
pub(super) fn elsewhere(html: &str, page: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    // The picture of the chart around, until it was shown.
    let mut picture = None;
    while let Some((text, after)) = rest.split_once('<') {
        out.push_str(text);
        let Some((tag, after)) = after.split_once('>') else {
            out.push('<');
            rest = after;
            break;
        };
        rest = after;
        if tag.starts_with("figure ") {
            let is_chart = value(tag, "class")
                .is_some_and(|own| own.split(' ').any(|name| name == "chart"));
            picture = value(tag, "id").filter(|_| is_chart).map(|id| format!("{page}{id}.png"));
        }
        if is_of(tag, "svg") {
            let (drawing, after) = until_end(after, "svg");
            rest = after;
            if let Some(address) = picture.take() {
                shown(&mut out, &address, drawing);
            }
        } else if tag == "ul class=\"legend\"" {
            rest = until_end(after, "ul").1;
        } else {
            out.push('<');
            whole(&mut out, tag, page);
            out.push('>');
        }
    }
    out.push_str(rest);
    out
}

/// Appends the picture of a chart, with what its drawing is called.
fn shown(out: &mut String, address: &str, drawing: &str) {
    let name = drawing.split_once("<title").and_then(|(_, title)| title.split_once('>'));
    let name =
        name.and_then(|(_, text)| text.split_once("</title>")).map_or("", |(name, _)| name);
    out.push_str("<p><img src=\"");
    escape_attribute(out, address);
    out.push_str("\" alt=\"");
    out.push_str(&name.replace('"', "&quot;"));
    out.push_str("\"></p>");
}

/// What stands before the end of an element that was just opened, and what comes after it.
fn until_end<'a>(html: &'a str, name: &str) -> (&'a str, &'a str) {
    let mut open = 1_usize;
    for (at, _) in html.match_indices('<') {
        let (inside, tag) = html.split_at(at);
        let tag = tag.trim_start_matches('<');
        if is_of(tag, name) {
            open += 1;
        } else if tag.strip_prefix('/').is_some_and(|end| is_of(end, name)) {
            open -= 1;
        }
        if open == 0 {
            return (inside, tag.split_once('>').map_or("", |(_, after)| after));
        }
    }
    (html, "")
}

/// Whether a tag, without its `<`, is of this element.
fn is_of(tag: &str, name: &str) -> bool {
    tag.strip_prefix(name)
        .is_some_and(|rest| rest.starts_with([' ', '>', '/']) || rest.is_empty())
}

/// The value of an attribute, as it is written.
fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
}

/// Appends the inside of a tag, with the addresses in it made whole.
fn whole(out: &mut String, tag: &str, page: &str) {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let Some((value, after)) = after.split_once('"') else { break };
        let name = before.rsplit(' ').next().unwrap_or_default();
        out.push_str(before);
        out.push_str("=\"");
        match name {
            "href" | "src" | "poster" | "data" => out.push_str(&address(value, page)),
            "srcset" => {
                let pictures = value.split(", ").map(|picture| address(picture, page));
                out.push_str(&pictures.collect::<Vec<String>>().join(", "));
            }
            _ => out.push_str(value),
        }
        out.push('"');
        rest = after;
    }
    out.push_str(rest);
}

/// An address as it is written on a page, made whole.
fn address(written: &str, page: &str) -> String {
    let scheme = written.split_once(':').map(|(scheme, _)| scheme);
    let has_scheme = scheme.is_some_and(|scheme| !scheme.contains(['/', '#', '?']));
    if has_scheme || written.starts_with("//") {
        return written.to_owned();
    }
    let mut escaped = String::new();
    escape_attribute(&mut escaped, page);
    format!("{escaped}{}", written.trim_start_matches("./"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://voorbeeld.example/a/";

    #[test]
    fn every_address_becomes_whole_and_no_text_does() {
        let html = "<p>href=\"x\" <a class=\"href\" href=\"b.png\">b</a> <a href=\"mailto:a@b.nl\">m</a>\
            <video poster=\"p.webp\"><source src=\"./f.mp4\"></video>\
            <img alt=\"src\" src=\"https://elders.nl/x\" srcset=\"a.png 1w, https://e.nl/b.png 2w\"></p>";
        assert_eq!(
            elsewhere(html, PAGE),
            "<p>href=\"x\" <a class=\"href\" href=\"https://voorbeeld.example/a/b.png\">b</a> <a href=\"mailto:a@b.nl\">m</a>\
            <video poster=\"https://voorbeeld.example/a/p.webp\"><source src=\"https://voorbeeld.example/a/f.mp4\"></video>\
            <img alt=\"src\" src=\"https://elders.nl/x\" srcset=\"https://voorbeeld.example/a/a.png 1w, https://e.nl/b.png 2w\"></p>"
        );
    }

    #[test]
    fn of_a_chart_there_is_its_picture_and_of_a_map_its_list() {
        let html = "<figure class=\"chart\" id=\"g1\"><ul class=\"legend\"><li><svg><rect/></svg> a</li></ul>\
            <svg class=\"drawing\"><title id=\"t\">Lijn: \"a\"</title><svg x=\"1\"><path/></svg></svg><table></table></figure>\
            <figure class=\"map\" id=\"k\"><svg><a href=\"b/\"><title>b</title></a></svg><table></table></figure>";
        assert_eq!(
            elsewhere(html, PAGE),
            "<figure class=\"chart\" id=\"g1\"><p><img src=\"https://voorbeeld.example/a/g1.png\" alt=\"Lijn: &quot;a&quot;\"></p>\
            <table></table></figure><figure class=\"map\" id=\"k\"><table></table></figure>"
        );
    }

    #[test]
    fn what_ends_too_early_is_kept_but_for_a_drawing() {
        for odd in ["a < b", "<a href=\"x", ""] {
            assert_eq!(elsewhere(odd, PAGE), odd);
        }
        // Of a drawing that does not end, nothing would be a drawing.
        assert_eq!(elsewhere("<svg><rect", PAGE), "");
    }
}
