//! What can be chosen from the lists of the site.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::{FileId, RefKind, SourcePath};
use crate::diag::{Fatal, Language};
use crate::parse::{Vocabulary, vocabulary};
use crate::schema::Record;
use crate::vfs::{Disk, Files as _};

/// Ids with what they are called.
pub(super) struct Options {
    by_kind: BTreeMap<RefKind, Vec<Value>>,
}

const LISTS: &[&str] = &[
    "topics",
    "questions",
    "sources",
    "organisations",
    "people",
    "consents",
    "waves",
    "lists",
];

impl Options {
    /// Reads the lists that are there.
    pub(super) fn read(files: &Disk, language: Language) -> Result<Self, Fatal> {
        let mut found = Vocabulary::default();
        for name in LISTS {
            let path = SourcePath::new(&format!("content/vocabulary/{name}.yaml"));
            let Some(path) = path else { continue };
            if let Some(bytes) = files.read(&path)? {
                // What is wrong with them is told by the build.
                vocabulary(name, FileId(0), &String::from_utf8_lossy(&bytes), &mut found);
            }
        }
        Ok(Self { by_kind: by_kind(&found, language) })
    }

    /// The options of a kind; none where the site has no list of it.
    pub(super) fn of(&self, kind: RefKind) -> Option<&Vec<Value>> {
        self.by_kind.get(&kind).filter(|own| !own.is_empty())
    }
}

fn by_kind(found: &Vocabulary, language: Language) -> BTreeMap<RefKind, Vec<Value>> {
    let option = |id: &str, label: Option<String>| {
        let label = label.filter(|own| !own.is_empty()).unwrap_or_else(|| id.to_owned());
        json!({ "label": label, "value": id })
    };
    let named = |record: &Record, key: &str| {
        record.text_in(key, language.as_str()).map(|text| text.value)
    };
    let organisations: Vec<Value> = found
        .organisations
        .iter()
        .map(|own| option(&own.id, named(&own.record, "name")))
        .collect();
    let people: Vec<Value> =
        found.people.iter().map(|own| option(&own.id, named(&own.record, "role"))).collect();
    let words = |of: &[crate::model::vocabulary::ListWord]| -> Vec<Value> {
        of.iter().map(|own| option(&own.id, named(&own.record, "label"))).collect()
    };
    BTreeMap::from([
        (
            RefKind::Topic,
            found
                .topics
                .iter()
                .map(|own| option(&own.id, named(&own.record, "label")))
                .collect(),
        ),
        (
            RefKind::Question,
            found
                .questions
                .iter()
                .map(|own| option(&own.id, named(&own.record, "question")))
                .collect(),
        ),
        (
            RefKind::Source,
            found.sources.iter().map(|own| option(&own.id, Some(own.title.clone()))).collect(),
        ),
        (RefKind::Consent, found.consents.iter().map(|own| option(&own.id, None)).collect()),
        (
            RefKind::Wave,
            found
                .waves
                .iter()
                .map(|own| option(&own.id, named(&own.record, "label")))
                .collect(),
        ),
        (RefKind::Owner, [organisations.clone(), people.clone()].concat()),
        (RefKind::Organisation, organisations),
        (RefKind::Person, people),
        (RefKind::Audience, words(&found.audience)),
        (RefKind::Perspective, words(&found.perspective)),
        (RefKind::Domain, words(&found.domain)),
    ])
}
