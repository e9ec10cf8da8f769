//! Every kind of file with fields, and its schema.

use serde_json::Value;

use crate::config::SITE;
use crate::diag::Language;
use crate::model::{DocKind, MEDIA, vocabulary};
use crate::schema::{Table, json_schema, json_schema_of_list};

/// A kind of file, with its schema.
pub(super) struct Described {
    /// Its English name: `factsheet`, `topics`, `media`, `site`.
    pub(super) name: &'static str,
    pub(super) schema: Value,
    /// The files that are YAML as a whole, as patterns from the root; none for documents.
    pub(super) files: Vec<String>,
}

impl Described {
    /// The name of the schema's file.
    pub(super) fn file(&self) -> String {
        format!("{}.schema.json", self.name)
    }
}

const LISTS: &[(&str, &Table)] = &[
    ("topics", &vocabulary::TOPIC),
    ("questions", &vocabulary::QUESTION),
    ("sources", &vocabulary::SOURCE),
    ("organisations", &vocabulary::ORGANISATION),
    ("people", &vocabulary::PERSON),
    ("consents", &vocabulary::CONSENT),
    ("glossary", &vocabulary::TERM),
    ("waves", &vocabulary::WAVE),
    ("jargon", &vocabulary::JARGON),
];

/// The names of all kinds of files, in the order of [`described`], which takes far longer.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let kinds = DocKind::FOLDERS.iter().map(|kind| kind.as_str());
    let lists = LISTS.iter().map(|(name, _)| *name);
    kinds.chain(lists).chain(["lists", "media", "site"])
}

/// Every kind of file, in a language.
pub(super) fn described(language: Language) -> Vec<Described> {
    let mut all = Vec::new();
    let mut add = |name: &'static str, schema: Value, files: Vec<String>| {
        all.push(Described { name, schema, files });
    };
    for kind in DocKind::FOLDERS {
        let title = match language {
            Language::Nl => kind.dutch(),
            Language::En => kind.as_str(),
        };
        add(kind.as_str(), json_schema(kind.table(), title, language), Vec::new());
    }
    let list = |name: &str| vec![format!("content/vocabulary/{name}.yaml")];
    for (name, table) in LISTS {
        add(name, json_schema_of_list(table, name, language), list(name));
    }
    add("lists", json_schema(&vocabulary::LISTS, "lists", language), list("lists"));
    let beside: Vec<String> = std::iter::once("content/media/**/*.yaml".to_owned())
        .chain(
            DocKind::FOLDERS.iter().map(|kind| format!("content/{}/**/*.yaml", kind.folder())),
        )
        .collect();
    add("media", json_schema(&MEDIA, "media", language), beside);
    let site = vec![crate::config::PATH.to_owned()];
    add("site", json_schema(&SITE, "site.yaml", language), site);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_those_of_the_schemas() {
        let of_schemas: Vec<_> =
            described(Language::En).into_iter().map(|own| own.name).collect();
        assert_eq!(names().collect::<Vec<_>>(), of_schemas);
    }
}
