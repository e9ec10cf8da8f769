//! A document with what the catalogue knows of it.

use std::collections::BTreeSet;
use std::hash::Hash;
use std::sync::Arc;

use crate::base::UrlPath;
use crate::model::{
    Ask, DocKind, Document, Front, Meta, StoryDirection, Strength, Text, Verdict,
};
use crate::store::Key;

use super::Availability;
use super::reads::DocumentPart;

/// A document with what the catalogue knows of it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What its place and its fields say.
    pub document: Arc<Meta>,
    /// Whether it is shown.
    pub availability: Availability,
    /// Its address.
    pub url: UrlPath,
    /// Its position in the catalogue.
    pub(super) at: usize,
    /// What stands below its fields. Pages ask `Catalog::text` and `Catalog::body` for it.
    pub(super) text: Arc<Text>,
    /// The fingerprint of its text with everything looked up.
    pub(super) text_key: Option<Key>,
}

impl Entry {
    /// The document at a position, and what its text asks.
    pub(super) fn new(
        at: usize,
        document: Document,
        find: impl FnOnce(&Meta) -> (Availability, UrlPath),
    ) -> (Self, Arc<[Ask]>) {
        let Document { meta, text, asks } = document;
        let (availability, url) = find(&meta);
        (Self { document: meta, availability, url, at, text, text_key: None }, asks)
    }

    /// What names it among all documents: `factsheet:vertraging`.
    pub fn reference(&self) -> String {
        format!("{}:{}", self.kind().as_str(), self.document.id)
    }

    /// What and where it is, and what others find it or put it in order by, as far as no
    /// relation tells: reading no more than this of it counts as not reading it.
    pub(super) fn outline(&self) -> impl PartialEq + Hash {
        let Meta { kind, id, lang, file, path, head, front: _, is_readable } = &*self.document;
        let place = (self.at, self.availability, &self.url, file, path);
        let date = head.date.as_ref().map(|date| date.value);
        let image = head.image.as_ref().map(|image| &image.value);
        let aliases: Vec<&String> = head.aliases.iter().map(|alias| &alias.value).collect();
        let days = (date, head.embargo);
        let filed = self.filed();
        (place, (kind, id, lang, is_readable), (days, image, aliases, head.sample, filed))
    }

    /// By what it is counted and put in groups.
    fn filed(&self) -> (Option<StoryDirection>, Option<(Verdict, Strength)>) {
        match &self.document.front {
            Front::Story(own) => (Some(own.direction), None),
            Front::Finding(own) => (None, Some((own.verdict, own.judgement.strength))),
            _ => (None, None),
        }
    }

    /// Whether it is found where and by what it was.
    pub(super) fn has_same_outline(&self, before: &Self) -> bool {
        let is_same = Arc::ptr_eq(&self.document, &before.document)
            && self.availability == before.availability
            && self.url == before.url
            && self.at == before.at;
        is_same || self.outline() == before.outline()
    }

    /// Whether its fields are what they were.
    pub(super) fn has_same_fields(&self, before: &Self) -> bool {
        self.document == before.document
    }

    /// Whether its text is what it was.
    pub(super) fn has_same_text(&self, before: &Self) -> bool {
        self.text_key.is_some() && self.text_key == before.text_key
    }

    /// The parts of it that are others than before. When a text is the same depends on who asks: before it
    /// was looked up, as it was written; after that, with what it leads to.
    pub(super) fn changed_parts<F: FnOnce(&Self, &Self) -> bool>(
        &self,
        before: &Self,
        is_same_text: F,
    ) -> impl Iterator<Item = DocumentPart> + use<F> {
        let fields = (!self.has_same_fields(before)).then(|| DocumentPart::fields(self.at));
        let text = (!is_same_text(self, before)).then(|| DocumentPart::text(self.at));
        fields.into_iter().chain(text)
    }

    /// Whether it has a page with its content.
    pub fn is_shown(&self) -> bool {
        self.availability == Availability::Shown
    }

    /// Its position in the catalogue.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What it is.
    pub fn kind(&self) -> DocKind {
        self.document.kind
    }
}

/// Lets every document pass once.
pub fn first_time() -> impl FnMut(&&Entry) -> bool {
    let mut seen = BTreeSet::new();
    move |entry| seen.insert(entry.at)
}
