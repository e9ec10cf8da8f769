//! Search: what a browser looks things up in, and the small pages that it is made from.
//!
//! Of every page a small one is made that holds its words and no more: titles and key figures
//! weigh most, headings keep their anchors, and type, region, topic and year become facets.
//! The index is made from these alone, so it is a function of the catalogue.

mod document;
#[cfg(feature = "search")]
mod index;
mod sheet;
mod vocabulary;
mod words;

#[cfg(test)]
mod tests;

use crate::base::OutPath;
use crate::catalog::Catalog;

/// The folder of the index on the site, with a slash at its end.
pub const FOLDER: &str = "pagefind/";

/// A finished file of the index.
pub type File = (OutPath, Vec<u8>);

/// A page as the index sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searchable {
    /// Its address, relative to the site's start.
    pub url: String,
    /// Its words, as a small page of HTML.
    pub html: String,
}

/// Everything that can be found, in the order of the catalogue.
pub fn pages(catalog: &Catalog) -> Vec<Searchable> {
    let mut pages = Vec::new();
    for lang in &catalog.config.langs {
        document::pages(&mut pages, catalog, lang);
        vocabulary::pages(&mut pages, catalog, lang);
    }
    pages
}

/// The files of the index; none when nothing can be found. The error is a sentence of the
/// indexer's, in English.
#[cfg(feature = "search")]
pub fn index(pages: &[Searchable]) -> Result<Vec<File>, String> {
    if pages.is_empty() { Ok(Vec::new()) } else { index::files(pages) }
}

/// The files of the index: none, for this program is built without search.
#[cfg(not(feature = "search"))]
pub fn index(_pages: &[Searchable]) -> Result<Vec<File>, String> {
    Ok(Vec::new())
}
