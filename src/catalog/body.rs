//! The bodies of documents, made when a page asks for them.

use std::sync::{Arc, PoisonError};

use crate::model::Text;
use crate::model::body::{Body, Resolved};
use crate::parse;
use crate::store::{Key, KeyMaker};

use super::reads::Recorder;
use super::resolve::{Answer, Lookup};
use super::{Catalog, Entry};

impl Catalog {
    /// The tree of a document's text, with everything looked up. It is noted that the text was
    /// read.
    pub fn body(&self, entry: &Entry) -> Arc<Body<Resolved>> {
        let text = self.text(entry);
        let last = || self.last_body.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, body)) = &*last()
            && *at == entry.at
        {
            return Arc::clone(body);
        }
        let body = Arc::new(self.resolved(entry, text));
        *last() = Some((entry.at, Arc::clone(&body)));
        body
    }

    fn resolved(&self, entry: &Entry, text: &Text) -> Body<Resolved> {
        // What is looked up belongs to the text, whose fingerprint tells when it changes.
        let quiet = Self::noting(Arc::clone(&self.whole), Recorder::default());
        let written = parse::body(&entry.document, text);
        written.resolve(&mut Lookup::new(&quiet, entry.at))
    }
}

/// The fingerprint of a text with everything looked up: of what is written, and of the answers to
/// what it asks. The terms of the glossary belong to the lists.
pub(super) fn key(text: &Text, answers: &[Answer]) -> Key {
    let Text { source: _, range, key, first_paragraph: _, anchors: _, references } = text;
    KeyMaker::of("text", "3")
        .part(key.as_bytes())
        .value(&(range.start, references, answers))
        .key()
}
