//! What mail clients support: a table distilled from the data of Can I email.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A line: kind, name, clients that do not support it.
const TABLE: &str = include_str!("caniemail.txt");

/// What the data does not list and every client knows: the frame of a table and of a document,
/// links, and what only Outlook reads.
const KNOWN: [(&str, &[&str]); 3] = [
    (
        "element",
        &[
            "html", "head", "meta", "title", "tr", "td", "th", "thead", "tbody", "a", "br",
            "sup", "sub",
        ],
    ),
    (
        "attribute",
        &[
            "href", "src", "alt", "border", "style", "scope", "start", "dir", "charset",
            "name", "content", "colspan", "rowspan", "value",
        ],
    ),
    (
        "property",
        &[
            "color",
            "display",
            "font-family",
            "font-style",
            "margin-top",
            "margin-right",
            "margin-bottom",
            "margin-left",
            "padding-top",
            "padding-right",
            "padding-bottom",
            "padding-left",
            "border-top",
            "border-right",
            "border-bottom",
            "border-left",
        ],
    ),
];

/// The names of the clients.
const CLIENTS: [(&str, &str); 10] = [
    ("ow", "Outlook (Windows)"),
    ("om", "Outlook (macOS)"),
    ("oi", "Outlook (iOS)"),
    ("oa", "Outlook (Android)"),
    ("gd", "Gmail (web)"),
    ("gi", "Gmail (iOS)"),
    ("ga", "Gmail (Android)"),
    ("am", "Apple Mail"),
    ("sa", "Samsung Email"),
    ("tb", "Thunderbird"),
];

/// By kind and name: who does not support it.
type Support = BTreeMap<&'static str, BTreeMap<&'static str, Vec<&'static str>>>;

/// Read once: every mail asks hundreds of times.
static SUPPORT: LazyLock<Support> = LazyLock::new(|| {
    let mut support = Support::new();
    for (kind, names) in KNOWN {
        let own = support.entry(kind).or_default();
        own.extend(names.iter().map(|name| (*name, Vec::new())));
    }
    for line in TABLE.lines() {
        let mut words = line.split(' ');
        if let (Some(kind), Some(name)) = (words.next(), words.next()) {
            support.entry(kind).or_default().insert(name, words.filter_map(client).collect());
        }
    }
    support
});

fn client(code: &str) -> Option<&'static str> {
    CLIENTS.iter().find(|(own, _)| *own == code).map(|(_, name)| *name)
}

/// The clients that do not support something, as people call them; empty when all do. `None`
/// for what nobody knows.
pub(super) fn lacking(kind: &str, name: &str) -> Option<&'static [&'static str]> {
    SUPPORT.get(kind)?.get(name).map(Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_tells_who_lacks_what() {
        assert_eq!(lacking("element", "table"), Some([].as_slice()));
        assert_eq!(lacking("element", "td"), Some([].as_slice()));
        assert!(lacking("property", "overflow-wrap").unwrap().contains(&"Gmail (web)"));
        assert_eq!(lacking("image", "webp"), Some(["Outlook (Windows)"].as_slice()));
        assert_eq!(lacking("element", "script"), None);
    }

    #[test]
    fn every_line_of_the_table_is_understood() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let words: Vec<&str> = line.split(' ').collect();
            assert!(words.len() >= 3, "{line}");
            for code in &words[2..] {
                assert!(*code == "-" || CLIENTS.iter().any(|(own, _)| own == code), "{line}");
            }
        }
    }
}
