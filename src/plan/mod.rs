//! Which pages there will be, and where; nothing is rendered yet.

mod page;
mod parts;

use crate::base::Lang;
use crate::catalog::{Availability, Catalog, section_of};
use crate::config::Section;
use crate::model::DocKind;

pub use page::{FeedOf, Page, PageKind};
pub use parts::{DESK_ITEMS, SOURCE_ITEMS, parts, source_has_page};

/// Every page of the site, in the order of languages and kinds. It is the same as long as
/// `Catalog::changed_since` says that only parts of documents changed.
pub fn plan(catalog: &Catalog) -> Vec<Page> {
    let mut pages = Vec::new();
    for lang in &catalog.config.langs {
        documents(catalog, lang, &mut pages);
        indexes(catalog, lang, &mut pages);
        vocabulary(catalog, lang, &mut pages);
        feeds(catalog, lang, &mut pages);
        desks(catalog, lang, &mut pages);
    }
    redirects(catalog, &mut pages);
    pages
}

fn documents(catalog: &Catalog, lang: &Lang, pages: &mut Vec<Page>) {
    for (at, entry) in catalog.entries().iter().enumerate() {
        let document = &entry.document;
        if document.lang != *lang {
            continue;
        }
        let introduces = document.kind == DocKind::Page
            && catalog.addresses.introduced_by(&document.id, lang).is_some();
        let kind = match entry.availability {
            // Home and the index of a section are there whatever became of their text.
            _ if introduces || document.kind == DocKind::Home => continue,
            Availability::Withdrawn => PageKind::Withdrawn(at),
            _ if !entry.is_shown() => continue,
            _ => PageKind::Document(at),
        };
        push(catalog, Page::new(kind, lang.clone(), entry.url.clone()), pages);
    }
}

/// A page, and where its lists are cut the pages on which they go on.
fn push(catalog: &Catalog, page: Page, pages: &mut Vec<Page>) {
    let parts = parts(catalog, page.kind, &page.lang);
    let others = (1..parts).map(|part| {
        let url = catalog.addresses.part(&page.url, part);
        Page { part, parts, ..Page::new(page.kind, page.lang.clone(), url) }
    });
    let others: Vec<Page> = others.collect();
    pages.push(Page { parts, ..page });
    pages.extend(others);
}

fn indexes(catalog: &Catalog, lang: &Lang, pages: &mut Vec<Page>) {
    let addresses = &catalog.addresses;
    let mut push = |kind, url| push(catalog, Page::new(kind, lang.clone(), url), pages);
    push(PageKind::Home, addresses.home(lang));
    for section in Section::ALL {
        let kind = match section {
            Section::Regions => PageKind::Regions,
            Section::Findings => PageKind::Findings,
            Section::Topics => PageKind::Topics,
            Section::Questions => PageKind::Questions,
            Section::Sources => PageKind::Sources,
            Section::Glossary => PageKind::Glossary,
            Section::Credits => PageKind::Credits,
            Section::Search => PageKind::Search,
            // Filled by a copy desk, and by pictures, which have no page.
            Section::Copy | Section::Images => continue,
            _ => PageKind::Section(*section),
        };
        push(kind, addresses.section(*section, lang));
    }
    if *lang == catalog.config.lang {
        push(PageKind::NotFound, addresses.root_file("404.html"));
    }
}

fn vocabulary(catalog: &Catalog, lang: &Lang, pages: &mut Vec<Page>) {
    for (at, topic) in catalog.vocabulary.topics.iter().enumerate() {
        let url = catalog.addresses.below(Section::Topics, &topic.id, lang);
        push(catalog, Page::new(PageKind::Topic(at), lang.clone(), url), pages);
    }
    for (at, question) in catalog.vocabulary.questions.iter().enumerate() {
        let url = catalog.addresses.below(Section::Questions, &question.id, lang);
        push(catalog, Page::new(PageKind::Question(at), lang.clone(), url), pages);
    }
    for (at, source) in catalog.vocabulary.sources.iter().enumerate() {
        if source_has_page(catalog, &source.id, lang) {
            let url = catalog.addresses.below(Section::Sources, &source.id, lang);
            push(catalog, Page::new(PageKind::Source(at), lang.clone(), url), pages);
        }
    }
}

fn feeds(catalog: &Catalog, lang: &Lang, pages: &mut Vec<Page>) {
    let addresses = &catalog.addresses;
    let mut push = |of, url| pages.push(Page::new(PageKind::Feed(of), lang.clone(), url));
    push(FeedOf::Site, addresses.top_file("feed.xml", lang));
    for kind in DocKind::FOLDERS {
        let Some(section) = section_of(*kind).filter(|own| *own != Section::Regions) else {
            continue;
        };
        push(FeedOf::Type(*kind), addresses.file(section, "feed.xml", lang));
    }
    for (at, entry) in catalog.entries().iter().enumerate() {
        if entry.kind() == DocKind::Region && entry.is_shown() && entry.document.lang == *lang {
            let name = format!("{}/feed.xml", entry.document.id);
            push(FeedOf::Region(at), addresses.file(Section::Regions, &name, lang));
        }
    }
}

fn desks(catalog: &Catalog, lang: &Lang, pages: &mut Vec<Page>) {
    if !catalog.has_desks() {
        return;
    }
    let mut push = |kind, url| push(catalog, Page::new(kind, lang.clone(), url), pages);
    push(PageKind::NewestDesk, catalog.addresses.section(Section::Copy, lang));
    for (at, entry) in catalog.entries().iter().enumerate() {
        let is_edition = entry.kind() == DocKind::Newsletter && entry.is_shown();
        if is_edition && entry.document.lang == *lang {
            push(PageKind::Desk(at), catalog.addresses.desk(entry));
        }
    }
}

fn redirects(catalog: &Catalog, pages: &mut Vec<Page>) {
    for (at, entry) in
        catalog.entries().iter().enumerate().filter(|(_, entry)| entry.is_shown())
    {
        for (alias, written) in entry.document.head.aliases.iter().enumerate() {
            if let Some(url) = crate::catalog::alias_url(written) {
                let lang = entry.document.lang.clone();
                pages.push(Page::new(PageKind::Redirect { of: at, alias }, lang, url));
            }
        }
    }
}
