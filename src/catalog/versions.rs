//! Which of several languages of a document a link leads to.

use crate::base::{Lang, UrlPath};
use crate::model::{DocKind, Meta};

use super::Entry;
use super::resolve::Lookup;

impl Lookup<'_> {
    /// The version of a document for readers of the text in which the path of its file stands: a translator
    /// leaves paths as they are. A file with its language in its name is meant itself.
    pub(super) fn translated(&self, to: usize, fragment: Option<&str>) -> usize {
        let lang_of = |at: usize| self.catalog.entries.get(at).map(|own| &own.document.lang);
        let (Some(own), Some(from)) = (self.catalog.entries.get(to), lang_of(self.at)) else {
            return to;
        };
        let Meta { lang, path, .. } = &*own.document;
        let is_meant = lang == from || path.as_str().ends_with(&format!(".{lang}.md"));
        let version = if is_meant { to } else { self.version(to, from, fragment) };
        if lang_of(version) == Some(from) { version } else { to }
    }

    /// The page that the site makes for readers of the text in place of one that introduces it in the main
    /// language: home and the indexes of sections are there in every language.
    pub(super) fn index_beside(&self, entry: &Entry) -> Option<UrlPath> {
        let lang = &self.catalog.entries.get(self.at)?.document.lang;
        let Meta { kind, id, lang: own, .. } = &*entry.document;
        if own == lang || *own != self.catalog.config.lang {
            return None;
        }
        let addresses = &self.catalog.addresses;
        match kind {
            DocKind::Home => Some(addresses.home(lang)),
            DocKind::Page => Some(addresses.section(addresses.introduced_by(id, own)?, lang)),
            _ => None,
        }
    }

    /// The version of a document that readers of a language see, as long as it has the place that a link
    /// leads to.
    pub(super) fn version(&self, to: usize, lang: &Lang, fragment: Option<&str>) -> usize {
        let own = || {
            let document = &self.catalog.entries.get(to)?.document;
            let at = self.catalog.index.document(document.kind, &document.id, lang)?;
            let entry = self.catalog.entries.get(at)?;
            let has = |anchor| self.catalog.text(entry).anchors.iter().any(|own| own == anchor);
            fragment.is_none_or(has).then_some(at)
        };
        own().unwrap_or(to)
    }
}
