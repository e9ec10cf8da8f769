//! A tree as YAML again, as its author wrote it but for comments and spaces.

use crate::base::Spanned;

use super::{Entry, Node, Scalar, Value};

/// Keys with their values, each on lines of its own.
pub fn written(entries: &[Entry]) -> String {
    let mut out = String::new();
    for Entry { key, value } in entries {
        out.push_str(&name(key));
        out.push(':');
        out.push_str(&below(value));
    }
    out
}

/// What follows a key or a dash, with its line end.
fn below(node: &Node) -> String {
    match &node.value {
        Value::Null => "\n".to_owned(),
        Value::Scalar(scalar) => format!(" {}\n", text(scalar)),
        Value::List(items) if items.is_empty() => " []\n".to_owned(),
        Value::Mapping(entries) if entries.is_empty() => " {}\n".to_owned(),
        Value::List(items) => {
            let item = |item: &Node| match &item.value {
                // The first key stands behind the dash.
                Value::Mapping(entries) if !entries.is_empty() => {
                    format!("-{}", indented(&written(entries)).get(1..).unwrap_or_default())
                }
                _ => format!("-{}", below(item)),
            };
            let items: String = items.iter().map(item).collect();
            format!("\n{}", indented(&items))
        }
        Value::Mapping(entries) => format!("\n{}", indented(&written(entries))),
    }
}

fn name(key: &Spanned<String>) -> String {
    let is_plain = key.value.chars().all(|own| own.is_alphanumeric() || "-_".contains(own));
    if is_plain { key.value.clone() } else { quoted(&key.value) }
}

/// In quotes JSON writes what YAML reads.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

fn indented(lines: &str) -> String {
    let mut out = String::new();
    for line in lines.split_inclusive('\n') {
        out.push_str("  ");
        out.push_str(line);
    }
    out
}

/// A scalar: without quotes where it had none.
fn text(Scalar { text, quoted }: &Scalar) -> String {
    let is_one_line = !text.contains(['\n', '\r']);
    if is_one_line && !quoted {
        return text.clone();
    }
    self::quoted(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, OffsetMap};

    fn tree(text: &str) -> Vec<Entry> {
        match super::super::read(text, &OffsetMap::whole(FileId(0), 0)).value.unwrap().value {
            Value::Mapping(entries) => entries,
            other => panic!("{other:?}"),
        }
    }

    /// Keys and values without their places.
    fn bare(entries: &[Entry]) -> String {
        let text = format!("{entries:?}");
        let places =
            text.split("Span {").map(|part| part.split_once('}').map_or(part, |own| own.1));
        places.collect()
    }

    #[test]
    fn what_is_written_is_read_as_what_it_was() {
        let source = "titel: Een: twee  # noot\n".replace("Een: twee", "\"Een: twee\"")
            + "datum: 2026-02-01\nconcept: ja\nleeg:\nniets: []\ngroep: {}\n"
            + "regios: [drenthe, \"no\", 'it''s']\nlang: >-\n  een\n  twee\n\n  drie\n"
            + "gevouwen: een\n  twee\n# weg\n"
            + "wijzigingen:\n- datum: 2026-01-01\n  tekst: {nl: een, en: [one, {two: 2}]}\n- kort\n"
            + "lijsten: [[een, twee], [], [drie]]\n";
        let before = tree(&source);
        let text = written(&before);
        assert_eq!(bare(&tree(&text)), bare(&before), "{text}");
        assert!(!text.contains("noot") && !text.contains("weg"), "{text}");
        assert!(
            text.contains("\nwijzigingen:\n  - datum: 2026-01-01\n    tekst:\n      nl: een\n"),
            "{text}"
        );
        // Written again it stays as it is.
        assert_eq!(written(&tree(&text)), text);
    }
}
