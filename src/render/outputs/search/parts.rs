//! The index in parts: an edit makes one of them anew, and memory holds one at a time.
//!
//! An index of few pages is whole. The pages of a language with many are put in the order of their
//! days and cut where the name of a page says so, so that a page more moves few others. Then pages
//! by day are those of the last part, followed by those of the one before. How well a page fits is
//! reckoned within its part: a word weighs by how rare it is there.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::catalog::Catalog;
use crate::store::{Key, KeyMaker};

use super::{Findable, Searchable};

/// A language with more pages than this has an index in parts, and no part has more.
pub(super) const MOST_PAGES: usize = 3000;

/// A part that has fewer goes on.
const FEWEST_PAGES: usize = 1500;

/// One in so many pages can be the last of a part.
const LAST_ONE_IN: u8 = 64;

/// What the pages of a language have to load to search in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Finder {
    /// Of each language the folders of its parts below that of the index, the oldest pages first;
    /// none where the index is whole.
    pub parts: BTreeMap<String, Vec<String>>,
}

/// A part of the index, or all of it.
#[derive(Debug, Clone)]
pub struct IndexPart {
    /// Its folder below that of the index: empty for all of it, `nl-2/`.
    pub folder: String,
    /// Whether browsers begin with it, and find in it what looks up and what knows the language.
    pub(super) is_first: bool,
    /// Whether it is the first of all.
    pub(super) is_very_first: bool,
    pub(super) pages: Vec<Findable>,
}

/// The parts of a site's index; none when nothing can be found.
pub fn parts(catalog: &Catalog) -> Vec<IndexPart> {
    of(super::findable(catalog), MOST_PAGES)
}

/// The parts of an index of these pages, with at most so many pages of a language in one.
pub(super) fn of(pages: Vec<Findable>, most: usize) -> Vec<IndexPart> {
    if pages.is_empty() {
        return Vec::new();
    }
    let mut by_language: BTreeMap<Lang, usize> = BTreeMap::new();
    for page in &pages {
        *by_language.entry(page.lang.clone()).or_default() += 1;
    }
    if by_language.values().all(|count| *count <= most) {
        let folder = String::new();
        return vec![IndexPart { folder, is_first: true, is_very_first: true, pages }];
    }
    let mut parts = Vec::new();
    for lang in by_language.into_keys() {
        let own = pages.iter().filter(|page| page.lang == lang).cloned().collect();
        for (at, pages) in cut(own, most).into_iter().enumerate() {
            parts.push(IndexPart {
                folder: format!("{lang}-{}/", at + 1),
                is_first: at == 0,
                is_very_first: parts.is_empty(),
                pages,
            });
        }
    }
    parts
}

/// Pages in the order of their days, those without one first, cut into parts.
fn cut(mut pages: Vec<Findable>, most: usize) -> Vec<Vec<Findable>> {
    let fewest = most.min(FEWEST_PAGES);
    pages.sort_by(|a, b| (a.date, &a.url).cmp(&(b.date, &b.url)));
    let mut parts = vec![Vec::new()];
    for page in pages {
        let is_last = may_be_last(&page);
        let Some(part) = parts.last_mut() else { continue };
        part.push(page);
        if part.len() >= most || (part.len() >= fewest && is_last) {
            parts.push(Vec::new());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether a part may end with a page: that depends on its name alone.
fn may_be_last(page: &Findable) -> bool {
    let key = KeyMaker::of("last of a part", "1").part(page.url.as_bytes()).key();
    key.as_bytes().first().is_some_and(|byte| byte % LAST_ONE_IN == 0)
}

impl Finder {
    /// Where browsers find an index of these parts.
    pub fn of(parts: &[IndexPart]) -> Self {
        let mut of_languages: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for part in parts.iter().filter(|part| !part.folder.is_empty()) {
            let Some(page) = part.pages.first() else { continue };
            of_languages.entry(page.lang.to_string()).or_default().push(part.folder.clone());
        }
        Self { parts: of_languages }
    }

    /// The folders of a language, or of another when nothing is written in it; none where the
    /// index is whole.
    pub fn parts_for(&self, lang: &Lang, main: &Lang) -> &[String] {
        let of = |lang: &Lang| self.parts.get(lang.as_str());
        let parts = of(lang).or_else(|| of(main)).or_else(|| self.parts.values().next());
        parts.map_or(&[], Vec::as_slice)
    }
}

impl IndexPart {
    /// The fingerprint of which pages it holds, and in what order.
    pub fn order(&self) -> Key {
        let start =
            KeyMaker::of("part of the index", "1").value(&(self.is_first, self.is_very_first));
        self.pages.iter().fold(start, |key, page| key.part(page.url.as_bytes())).key()
    }

    /// Its pages as the index sees them.
    pub fn searchable(&self, catalog: &Catalog) -> Vec<Searchable> {
        let page = |own: &Findable| {
            let html = super::html(catalog, own)?;
            Some(Searchable { url: own.url.clone(), html })
        };
        self.pages.iter().filter_map(page).collect()
    }
}
