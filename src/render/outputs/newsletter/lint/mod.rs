//! What mail clients would do to a finished mail: looks at the HTML and the text as they are
//! sent, whoever wrote them.

mod scan;
mod table;

use std::collections::BTreeSet;
use std::fmt;

use crate::base::is_own_computer;
use crate::diag::problem::Newsletter;

use self::scan::{Tag, tags};
use super::wrap::names;

/// The longest item of a mail in bytes: more is a page, and a mail has a link to that.
pub(super) const ITEM_BYTES: usize = 6_000;

/// What only a whole mail has and one client drops without harm.
const WHOLE_MAIL_ONLY: &str = "body";

/// What is wrong with a mail, or with a part of one, told once each.
pub(super) fn markup(html: &str) -> Vec<Newsletter> {
    let tags = tags(html);
    let mut found = Vec::new();
    let mut add = |problem: Newsletter| {
        if !found.contains(&problem) {
            found.push(problem);
        }
    };
    let mut level = 0;
    for tag in &tags {
        unsupported(tag).into_iter().for_each(&mut add);
        if tag.name == "img" {
            picture(tag).into_iter().for_each(&mut add);
        }
        for address in [tag.get("href"), tag.get("src")].into_iter().flatten() {
            link(address).into_iter().for_each(&mut add);
        }
        let heading = tag.name.strip_prefix('h').and_then(|digit| digit.parse::<u8>().ok());
        if let Some(next) = heading {
            if level > 0 && next > level + 1 {
                add(Newsletter::HeadingJump { from: level, to: next });
            }
            level = next;
        }
    }
    found
}

/// The addresses of the HTML that the text does not name.
pub(super) fn missing_in_text(html: &str, text: &str) -> Vec<Newsletter> {
    let words: BTreeSet<&str> = text.split_whitespace().collect();
    let mut missing = BTreeSet::new();
    for tag in tags(html) {
        let address = tag.get("href").or(tag.get("src")).unwrap_or_default();
        let is_named = || words.contains(address) || names(text, address);
        if address.starts_with("http") && !is_named() {
            missing.insert(address.to_owned());
        }
    }
    missing.into_iter().map(|address| Newsletter::TextWithoutLink { address }).collect()
}

fn unsupported(tag: &Tag) -> Vec<Newsletter> {
    let mut found = Vec::new();
    let mut check = |kind: &str, name: &str, shown: fmt::Arguments<'_>| {
        let clients = match table::lacking(kind, name) {
            Some([]) => return,
            Some(clients) => clients.join(", "),
            None => String::new(),
        };
        found.push(Newsletter::Unsupported { what: shown.to_string(), clients });
    };
    if tag.name != WHOLE_MAIL_ONLY {
        check("element", &tag.name, format_args!("<{}>", tag.name));
    }
    for (name, value) in &tag.attributes {
        check("attribute", name, format_args!("{name}=\"…\""));
        if name != "style" {
            continue;
        }
        for (property, value) in declarations(value) {
            // Only Outlook reads these, and it does.
            if property.starts_with("mso-") {
                continue;
            }
            check("property", &property, format_args!("{property}: …"));
            for part in parts(&property, &value) {
                if table::lacking("value", &part).is_some() {
                    check("value", &part, format_args!("{part}"));
                }
            }
        }
    }
    found
}

/// The declarations of a style attribute.
fn declarations(style: &str) -> impl Iterator<Item = (String, String)> {
    style.split(';').filter_map(|own| {
        let (property, value) = own.split_once(':')?;
        Some((property.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase()))
    })
}

/// What the table may know of a value: `display:flex`, `unit:rem`, `function:var`.
fn parts(property: &str, value: &str) -> Vec<String> {
    let mut parts = vec![format!("{property}:{value}")];
    for word in value.split([' ', ',', '(', ')']) {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || ".-+".contains(c));
        if unit.len() < word.len() && !unit.is_empty() {
            parts.push(format!("unit:{unit}"));
        }
    }
    let functions = value.split('(').take(value.matches('(').count());
    parts.extend(functions.filter_map(|before| {
        let name = before.rsplit([' ', ',', ')']).next()?;
        (!name.is_empty()).then(|| format!("function:{name}"))
    }));
    parts
}

fn picture(tag: &Tag) -> Vec<Newsletter> {
    let address = tag.get("src").unwrap_or_default().to_owned();
    let is_number = |name: &str| tag.get(name).is_some_and(|own| own.parse::<u32>().is_ok());
    let mut found = Vec::new();
    if tag.get("alt").is_none() || !is_number("width") || !is_number("height") {
        found.push(Newsletter::BarePicture { address: address.clone() });
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if let Some(ending) = ending
        && table::lacking("image", &ending).is_some_and(|clients| !clients.is_empty())
    {
        found.push(Newsletter::PictureFormat { address, format: ending });
    }
    found
}

fn link(address: &str) -> Option<Newsletter> {
    let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let marked_twice = || {
        (address.matches("utm_source=").count() > 1)
            .then(|| Newsletter::DoubleMark { address: address.to_owned() })
    };
    match scheme.as_str() {
        "https" => marked_twice(),
        // Where an editor looks at the site before it is published.
        "http" if is_own_computer(address) => marked_twice(),
        "http" => Some(Newsletter::InsecureLink { address: address.to_owned() }),
        "mailto" | "tel" => None,
        _ => Some(Newsletter::NotAbsolute { item: String::new(), address: address.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_on_the_own_machine_is_no_unsafe_connection() {
        for own in ["http://127.0.0.1:4000/a/", "http://localhost", "http://[::1]:4000/?a#b"] {
            assert_eq!(link(own), None, "{own}");
        }
        for other in ["http://localhost.voorbeeld.example/", "http://127.0.0.1.example:80/"] {
            let address = other.to_owned();
            assert_eq!(link(other), Some(Newsletter::InsecureLink { address }));
        }
    }

    #[test]
    fn what_a_client_does_not_know_is_told_with_who_does_not() {
        let found = markup("<p style=\"word-spacing:1px;color:red\">a</p>");
        let Some(Newsletter::Unsupported { what, clients }) = found.first() else { panic!() };
        assert_eq!((what.as_str(), found.len()), ("word-spacing: …", 1));
        assert!(clients.contains("Outlook (Windows)"), "{clients}");
        assert_eq!(markup("<td style=\"display:flex;padding:1rem\">").len(), 2);
        assert_eq!(markup("<script>").len(), 1);
        assert_eq!(markup("<p onclick=\"x\">").len(), 1);
    }

    #[test]
    fn pictures_need_their_size_and_a_format_that_all_show() {
        let right = "<img src=\"https://a.example/b.png\" width=\"1\" height=\"2\" alt=\"\">";
        assert_eq!(markup(right), []);
        assert_eq!(markup(&right.replace("\"2\"", "\"auto\"")).len(), 1);
        assert_eq!(markup(&right.replace("b.png", "b.webp?x")).len(), 1);
        assert_eq!(markup(&right.replace("https:", "http:")).len(), 1);
        assert_eq!(markup(&right.replace("https://a.example/", "/")).len(), 1);
    }

    #[test]
    fn headings_go_down_one_by_one() {
        assert_eq!(markup("<h1>a</h1><h2>b</h2><h1>c</h1>"), []);
        let jump = Newsletter::HeadingJump { from: 1, to: 3 };
        assert_eq!(markup("<h1>a</h1><h3>b</h3>"), [jump]);
    }

    #[test]
    fn an_address_of_the_html_has_to_be_in_the_text() {
        let html = "<a href=\"https://a.example/?b=1&amp;c=2\">a</a>";
        assert_eq!(missing_in_text(html, "a\nhttps://a.example/?b=1&c=2\n"), []);
        assert_eq!(missing_in_text(html, "https://a.example/?b=1").len(), 1);
        for (before, after) in [("", "."), ("(", ")"), ("<", ">."), ("“", "”,"), ("", "!\nb")]
        {
            let text = format!("a {before}https://a.example/?b=1&c=2{after} b");
            assert_eq!(missing_in_text(html, &text), [], "{text}");
        }
        for longer in
            ["https://a.example/?b=1&c=2&d", "https://b.example/https://a.example/?b=1&c=2"]
        {
            assert_eq!(missing_in_text(html, longer).len(), 1, "{longer}");
        }
    }
}
