//! What a field can name, for somebody who is asked for it.

use crate::base::{Lang, RefKind, nearest};
use crate::model::DocKind;
use crate::schema::Record;

use super::Catalog;
use super::references::doc_kind;

/// Something that a field can name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nameable {
    /// As it is named.
    pub id: String,
    /// What people call it; empty where it has no other name.
    pub title: String,
}

impl Catalog {
    /// Everything that a kind of reference can name, in the order of the site's lists; `None`
    /// where that is not known.
    pub fn nameable(&self, kind: RefKind) -> Option<Vec<Nameable>> {
        if self.unread.contains(&kind) {
            return None;
        }
        let lang = &self.config.lang;
        let lists = &self.vocabulary;
        let of = |id: &str, record: &Record, key: &str| Nameable {
            id: id.to_owned(),
            title: record.text_in(key, lang.as_str()).map(|own| own.value).unwrap_or_default(),
        };
        let words = |words: &[crate::model::vocabulary::ListWord]| {
            words.iter().map(|own| of(&own.id, &own.record, "label")).collect()
        };
        let organisations =
            || lists.organisations.iter().map(|own| of(&own.id, &own.record, "name"));
        // A name needs consent; the role does not.
        let people = || lists.people.iter().map(|own| of(&own.id, &own.record, "role"));
        Some(match kind {
            RefKind::Topic => {
                lists.topics.iter().map(|own| of(&own.id, &own.record, "label")).collect()
            }
            RefKind::Question => {
                lists.questions.iter().map(|own| of(&own.id, &own.record, "question")).collect()
            }
            RefKind::Source => {
                let named = |id: &str, title: &str| Nameable {
                    id: id.to_owned(),
                    title: title.to_owned(),
                };
                lists.sources.iter().map(|own| named(&own.id, &own.title)).collect()
            }
            RefKind::Organisation => organisations().collect(),
            RefKind::Person => people().collect(),
            RefKind::Owner => organisations().chain(people()).collect(),
            RefKind::Audience => words(&lists.audience),
            RefKind::Perspective => words(&lists.perspective),
            RefKind::Domain => words(&lists.domain),
            kind => self.documents_named(doc_kind(kind)?, lang),
        })
    }

    /// All documents of a type, shown or not.
    fn documents_named(&self, kind: DocKind, lang: &Lang) -> Vec<Nameable> {
        let named = |id: &str| Nameable {
            id: id.to_owned(),
            title: self
                .document(kind, id, lang)
                .map(|own| own.document.head.title.value.clone())
                .unwrap_or_default(),
        };
        self.index.ids(kind).map(named).collect()
    }

    /// The id of what is called so, by its id or its title, in whatever case; `None` when nothing
    /// is, or when several are.
    pub fn id_called(&self, kind: RefKind, called: &str) -> Option<String> {
        if kind == RefKind::Region {
            // Old names and codes too, as everywhere.
            return self.region_id(called).map(str::to_owned);
        }
        let all = self.nameable(kind)?;
        if let Some(own) = all.iter().find(|own| own.id == called) {
            return Some(own.id.clone());
        }
        let folded = folded(called);
        let is_called = |own: &&Nameable| {
            [&own.id, &own.title].iter().any(|own| self::folded(own) == folded)
        };
        let mut found = all.iter().filter(is_called);
        match (found.next(), found.next()) {
            (Some(own), None) => Some(own.id.clone()),
            _ => None,
        }
    }

    /// The id of what is called nearly so.
    pub fn id_called_nearly(&self, kind: RefKind, called: &str) -> Option<String> {
        let all = self.nameable(kind)?;
        let names = all.iter().flat_map(|own| [own.id.as_str(), own.title.as_str()]);
        let near = nearest(called.trim(), names.filter(|own| !own.is_empty()))?;
        let own = all.iter().find(|own| own.id == near || own.title == near)?;
        Some(own.id.clone())
    }
}

fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace('’', "'").to_lowercase()
}
