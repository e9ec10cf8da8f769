//! The fields at the top of what was handed in, read with a kind eye.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::{FileId, OffsetMap};
use crate::diag::Place;
use crate::yaml::{self, Node, Value};

/// Fields, and the text below them.
#[derive(Debug)]
pub(super) struct Fields<'t> {
    /// `None` where YAML stumbles.
    node: Option<Node>,
    source: &'t str,
    pub(super) body: &'t str,
}

/// A field with all its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lines<'t> {
    /// Its key as written; `None` for remarks and what stands before the first field.
    pub(super) key: Option<&'t str>,
    pub(super) lines: Vec<&'t str>,
}

/// The same text, with the line that closes the fields where that was forgotten.
pub(super) fn closed(text: &str) -> Cow<'_, str> {
    let split = yaml::front_matter(text, FileId(0));
    if split.value.is_some() || !text.starts_with("---\n") {
        return Cow::Borrowed(text);
    }
    let related = split.diags.iter().flat_map(|diag| &diag.related).next();
    let at = match related.map(|own| &own.place) {
        Some(Place::Span(span)) => span.start as usize,
        _ => text.len(),
    };
    let (fields, body) = text.split_at_checked(at).unwrap_or((text, ""));
    Cow::Owned(format!("{}\n---\n\n{body}", fields.trim_end()))
}

impl<'t> Fields<'t> {
    /// The fields of a text; `None` when it has none.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let parts = yaml::front_matter(text, FileId(0)).value?;
        let source = text.get(parts.yaml)?;
        let node = yaml::read(source, &OffsetMap::whole(FileId(0), 0)).value;
        Some(Self { node, source, body: text.get(parts.body)? })
    }

    /// What stands at a key, whichever of its names and with capitals or without; of a list its
    /// only item.
    pub(super) fn text(&self, names: &[&str]) -> Option<String> {
        let value = match &self.node {
            Some(Node { value: Value::Mapping(entries), .. }) => {
                let entry = entries.iter().find(|own| is_one_of(&own.key.value, names))?;
                let only = match &entry.value.value {
                    Value::List(items) => items.first().filter(|_| items.len() == 1),
                    _ => Some(&entry.value),
                };
                only?.as_text()?.value.to_owned()
            }
            // As an editor would read it.
            _ => self.of_line(names)?,
        };
        let value = value.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    /// Whether there is such a field, filled in or not.
    pub(super) fn has(&self, names: &[&str]) -> bool {
        self.groups().iter().any(|own| own.key.is_some_and(|key| is_one_of(key, names)))
    }

    /// What stands behind a key on its line.
    fn of_line(&self, names: &[&str]) -> Option<String> {
        let mut lines = self.source.lines().filter_map(|line| line.split_once(':'));
        let (_, value) = lines.find(|(key, _)| is_one_of(key.trim(), names))?;
        Some(value.trim().trim_matches(['"', '\'']).to_owned())
    }

    /// The lines, field by field.
    pub(super) fn groups(&self) -> Vec<Lines<'t>> {
        let mut all: Vec<Lines<'t>> = Vec::new();
        for line in self.source.lines() {
            let key = begins_field(line).then(|| line.split_once(':')).flatten();
            let key = key.map(|(key, _)| key.trim().trim_matches(['"', '\'']));
            match all.last_mut() {
                Some(own) if key.is_none() && !line.starts_with('#') => own.lines.push(line),
                _ => all.push(Lines { key, lines: vec![line] }),
            }
        }
        all
    }
}

/// Whether a line of the fields begins one.
pub(super) fn begins_field(line: &str) -> bool {
    !line.starts_with([' ', '\t', '-', '#', '}', ']']) && line.contains(':')
}

/// Whether a key is one of these, with capitals or without.
pub(super) fn is_one_of(key: &str, names: &[&str]) -> bool {
    let key = key.to_lowercase();
    names.iter().any(|name| *name == key)
}

/// Where the value of a key stands in a text: the first such line.
pub(super) fn place_of(text: &str, names: &[&str], value: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let key = line.split_once(':').map(|(key, _)| key.trim());
        if key.is_some_and(|key| is_one_of(key, names))
            && let Some(at) = line.find(value)
        {
            return Some(start + at..start + at + value.len());
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_with_capitals_in_a_list_and_where_yaml_stumbles() {
        let titel = |fields: &str| {
            let text = format!("---\n{fields}\n---\nTekst\n");
            Fields::of(&text).unwrap().text(&["title", "titel"])
        };
        for fields in ["titel: A", "Titel: 'A'", "title: [A]", "x: {\ntitel: \"A\""] {
            assert_eq!(titel(fields).as_deref(), Some("A"), "{fields}");
        }
        for fields in ["titel:", "titel: [A, B]", "x: A"] {
            assert_eq!(titel(fields), None, "{fields}");
        }
    }

    #[test]
    fn fields_come_with_their_lines() {
        let text = "---\na: 1\n# hulp\n\"b\":\n  - x\n- y\n---\n";
        let groups = Fields::of(text).unwrap().groups();
        let seen: Vec<_> = groups.iter().map(|own| (own.key, own.lines.len())).collect();
        assert_eq!(seen, [(Some("a"), 1), (None, 1), (Some("b"), 3)]);
    }

    #[test]
    fn fields_that_nobody_closed_end_where_the_text_begins() {
        assert_eq!(closed("---\na: 1\n\n## Kop\nTekst\n"), "---\na: 1\n---\n\n## Kop\nTekst\n");
        assert_eq!(closed("---\na: 1\n"), "---\na: 1\n---\n\n");
        for text in ["---\na: 1\n---\nT\n", "Tekst\n", ""] {
            assert_eq!(closed(text), text);
        }
    }
}
