//! How many pages a list takes.

use crate::base::Lang;
use crate::catalog::{Catalog, Listing, Subject, section_of};
use crate::model::DocKind;

use super::PageKind;

/// How many items a copy desk of the newest documents holds: more take long to open.
pub const DESK_ITEMS: usize = 6;

/// So many documents are named below a source in the register; of more there is a page.
pub const SOURCE_ITEMS: usize = 10;

/// The lists on the page of a topic.
const OF_TOPIC: [DocKind; 5] =
    [DocKind::Finding, DocKind::Factsheet, DocKind::Story, DocKind::Blueprint, DocKind::Report];
/// The lists on the page of a region.
const OF_REGION: [DocKind; 4] =
    [DocKind::Story, DocKind::Finding, DocKind::Factsheet, DocKind::Blueprint];
/// The lists on the page of a learning question.
const OF_QUESTION: [DocKind; 4] =
    [DocKind::Finding, DocKind::Factsheet, DocKind::Story, DocKind::Report];

/// Whether a source has a page of its own in a language.
pub fn source_has_page(catalog: &Catalog, source: &str, lang: &Lang) -> bool {
    catalog.length_of_source(source, lang) > SOURCE_ITEMS
}

/// Into how many pages the lists of a page are cut, in a language: at least one. All its lists
/// go on on the next one.
pub fn parts(catalog: &Catalog, kind: PageKind, lang: &Lang) -> usize {
    let vocabulary = &catalog.vocabulary;
    let longest = |about: Subject<'_>, kinds: &[DocKind]| {
        let length = |kind: &DocKind| catalog.length(Listing { kind: *kind, lang, about });
        kinds.iter().map(length).max().unwrap_or_default()
    };
    let items = match kind {
        PageKind::Section(section) => {
            let is_its = |kind: &&DocKind| section_of(**kind) == Some(section);
            let kind = DocKind::FOLDERS.iter().find(is_its);
            longest(Subject::Any, kind.map_or(&[], std::slice::from_ref))
        }
        PageKind::Findings => longest(Subject::Any, &[DocKind::Finding]),
        PageKind::Document(at) => match catalog.named_at(at) {
            Some((DocKind::Region, id)) => longest(Subject::Region(id), &OF_REGION),
            _ => 0,
        },
        PageKind::Topic(at) => match vocabulary.topics.get(at) {
            Some(topic) => longest(Subject::Topic(&topic.id), &OF_TOPIC),
            None => 0,
        },
        PageKind::Question(at) => match vocabulary.questions.get(at) {
            Some(question) => longest(Subject::Question(&question.id), &OF_QUESTION),
            None => 0,
        },
        PageKind::Source(at) => match vocabulary.sources.get(at) {
            Some(source) => catalog.length_of_source(&source.id, lang),
            None => 0,
        },
        PageKind::Search => catalog.length_of_index(lang),
        PageKind::NewestDesk => {
            return catalog.newest(lang).len().div_ceil(DESK_ITEMS).max(1);
        }
        _ => 0,
    };
    catalog.pages_of(items)
}
