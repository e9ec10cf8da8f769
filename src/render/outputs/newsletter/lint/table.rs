//! What mail clients support: a table distilled from the data of Can I email.

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

/// The clients that do not support something, as people call them; empty when all do. `None`
/// for what nobody knows.
pub(super) fn lacking(kind: &str, name: &str) -> Option<Vec<&'static str>> {
    let found = TABLE.lines().find_map(|line| {
        let mut words = line.split(' ');
        (words.next() == Some(kind) && words.next() == Some(name)).then_some(words)
    });
    if let Some(words) = found {
        let named =
            |code: &str| CLIENTS.iter().find(|(own, _)| *own == code).map(|(_, name)| *name);
        return Some(words.filter_map(named).collect());
    }
    let is_known = KNOWN.iter().any(|(own, names)| *own == kind && names.contains(&name));
    is_known.then(Vec::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_tells_who_lacks_what() {
        assert_eq!(lacking("element", "table"), Some(Vec::new()));
        assert_eq!(lacking("element", "td"), Some(Vec::new()));
        assert!(lacking("property", "overflow-wrap").unwrap().contains(&"Gmail (web)"));
        assert_eq!(lacking("image", "webp"), Some(vec!["Outlook (Windows)"]));
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
