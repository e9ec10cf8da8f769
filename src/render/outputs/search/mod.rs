//! Search: what a browser looks things up in, and the small pages that it is made from.
//!
//! Of every page a small one is made that holds its words and no more: titles and key figures
//! weigh most, headings keep their anchors, and type, region, topic and year become facets.
//! The index is made from these alone, so it is a function of the catalogue.

mod document;
#[cfg(feature = "search")]
mod index;
mod parts;
mod sheet;
mod vocabulary;
mod words;

#[cfg(test)]
mod tests;

use crate::base::{Date, Lang, OutPath};
use crate::catalog::Catalog;

pub use parts::{Finder, IndexPart, parts};

/// The folder of the index on the site, with a slash at its end.
pub const FOLDER: &str = "pagefind/";

/// A finished file of the index.
pub type File = (OutPath, Vec<u8>);

/// A page that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Findable {
    /// Its address, relative to the site's start.
    url: String,
    lang: Lang,
    /// The day that it is sorted by.
    date: Option<Date>,
    what: What,
}

/// What a page is about; numbers are positions in the catalogue and its lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Document(usize),
    Topic(usize),
    Question(usize),
    Term(usize),
}

/// A page as the index sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searchable {
    /// Its address, relative to the site's start.
    pub url: String,
    /// Its words, as a small page of HTML.
    pub html: String,
}

/// Everything that can be found, in the order of the catalogue.
fn findable(catalog: &Catalog) -> Vec<Findable> {
    let mut pages = Vec::new();
    for lang in &catalog.config.langs {
        document::pages(&mut pages, catalog, lang);
        vocabulary::pages(&mut pages, catalog, lang);
    }
    pages
}

/// The small page of a page.
fn html(catalog: &Catalog, page: &Findable) -> Option<String> {
    let (words, lang) = (&catalog.vocabulary, &page.lang);
    match page.what {
        What::Document(at) => Some(document::page(catalog, catalog.entry(at)?)),
        What::Topic(at) => vocabulary::topic(catalog, lang, words.topics.get(at)?),
        What::Question(at) => vocabulary::question(catalog, lang, words.questions.get(at)?),
        What::Term(at) => vocabulary::term(catalog, lang, words.glossary.get(at)?),
    }
}

/// The files of a part, of which these are the pages. The error is a sentence of the indexer's,
/// in English.
#[cfg(feature = "search")]
pub fn index(part: &IndexPart, pages: &[Searchable]) -> Result<Vec<File>, String> {
    if pages.is_empty() { Ok(Vec::new()) } else { index::files(part, pages) }
}

/// The files of a part: none, for this program is built without search.
#[cfg(not(feature = "search"))]
pub fn index(_part: &IndexPart, _pages: &[Searchable]) -> Result<Vec<File>, String> {
    Ok(Vec::new())
}
