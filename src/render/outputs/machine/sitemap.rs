//! The sitemap: all pages that may be found.

use std::collections::BTreeMap;

use crate::base::Date;
use crate::catalog::Entry;
use crate::plan::{Page, PageKind};
use crate::render::outputs::view::{Alternate, Sitemap, SitemapUrl};
use crate::store::{Key, KeyMaker};

use super::{Press, whole};

/// The sitemap; empty for a preview, which nobody should find.
pub(super) fn view(press: Press<'_>) -> Sitemap {
    if press.shared.preview {
        return Sitemap::default();
    }
    let found: Vec<&Page> = press.pages.iter().filter(|page| may_be_found(page.kind)).collect();
    let is_translated = press.catalog.config.langs.len() > 1;
    let mut versions: BTreeMap<String, Vec<&Page>> = BTreeMap::new();
    // A later page of a list holds other documents in another language.
    let has_versions = |page: &Page| is_translated && page.part == 0;
    for page in found.iter().filter(|page| has_versions(page)) {
        versions.entry(subject(press, page)).or_default().push(page);
    }
    let versions = |page: &Page| -> Vec<Alternate> {
        let all = has_versions(page).then(|| versions.get(&subject(press, page))).flatten();
        let all = all.into_iter().filter(|all| all.len() > 1).flatten();
        all.map(|own| alternate(press, own)).collect()
    };
    let url = |page: &&Page| SitemapUrl {
        url: whole(press.catalog, &page.url),
        updated: entry(press, page).and_then(changed).map(|date| date.to_string()),
        alternates: versions(page),
    };
    Sitemap { urls: found.iter().map(url).collect() }
}

/// Of the days on which the pages changed: what else is in a sitemap follows from the outline.
pub(super) fn order(press: Press<'_>) -> Key {
    let found = press.pages.iter().filter(|page| may_be_found(page.kind));
    let days: Vec<Option<Date>> =
        found.map(|page| entry(press, page).and_then(changed)).collect();
    KeyMaker::of("sitemap", "1").value(&days).key()
}

/// Notices, old addresses and pages that only lead elsewhere are not to be found.
fn may_be_found(kind: PageKind) -> bool {
    !matches!(
        kind,
        PageKind::Withdrawn(_)
            | PageKind::Redirect { .. }
            | PageKind::NotFound
            | PageKind::Search
            | PageKind::Desk(_)
            | PageKind::NewestDesk
            | PageKind::Feed(_)
    )
}

/// What a page is about, the same in every language.
fn subject(press: Press<'_>, page: &Page) -> String {
    match entry(press, page) {
        Some(entry) => entry.reference(),
        None => format!("{:?}", page.kind),
    }
}

fn entry<'a>(press: Press<'a>, page: &Page) -> Option<&'a Entry> {
    match page.kind {
        PageKind::Document(at) => press.catalog.entry(at),
        _ => None,
    }
}

fn changed(entry: &Entry) -> Option<Date> {
    let head = &entry.document.head;
    let published = head.date.as_ref().map(|date| date.value);
    head.updated_on().max(published)
}

fn alternate(press: Press<'_>, page: &Page) -> Alternate {
    Alternate {
        lang: page.lang.to_string(),
        label: String::new(),
        url: page.url.to_string(),
        canonical: Some(whole(press.catalog, &page.url)),
    }
}
