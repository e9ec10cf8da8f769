//! All findings: what works and what does not, side by side and in the same size.

use crate::catalog::Entry;
use crate::config::Section;
use crate::model::{DocKind, Front, Verdict};
use crate::render::outputs::view::{Filter, FilterChoice, Group, Ledger, Link, Sheet};

use super::filters::Listed;
use super::parts_lists::Opening;
use super::studio::{Studio, with_fragment};

/// The ledger of findings.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<Ledger> {
    let Opening { mut about, head, intro } = studio.opening(Section::Findings);
    let catalog = studio.catalog;
    // They are grouped by what is in the outline: only those on this page count as read.
    let all = || catalog.documents(DocKind::Finding, studio.lang()).collect();
    let entries: Vec<&Entry> = catalog.unread(all);
    let with_verdict = |verdict: Verdict| {
        let own = entries.iter().copied().filter(move |entry| {
            matches!(&entry.document.front, Front::Finding(own) if own.verdict == verdict)
        });
        Group {
            id: format!("s_{}", verdict.as_str()),
            title: Some(studio.strings().label("verdict", verdict.as_str())),
            items: own.collect(),
        }
    };
    let order = [
        Verdict::Works,
        Verdict::WorksIf,
        Verdict::DoesNotWork,
        Verdict::SideEffect,
        Verdict::Unknown,
    ];
    let all: Vec<Group<&Entry>> = order.map(with_verdict).into();
    let is_whole = studio.page.parts == 1;
    let ways = if is_whole { Vec::new() } else { ways(studio, &all) };
    let row = |entry: &Entry| studio.finding_row(catalog.entry(entry.at())?);
    let groups = studio.on_this_page(all, row);
    let rows = groups.iter().flat_map(|group| &group.items).filter(|_| is_whole);
    let listed = rows.map(|row| Listed {
        facets: &row.facets,
        title: &row.title,
        lang: row.lang.as_deref(),
        url: &row.url,
    });
    let feed = catalog.addresses.file(Section::Findings, "feed.xml", studio.lang());
    let feed = studio.feed_link(&feed);
    about.feed = Some(feed.clone());
    let topics = &catalog.vocabulary.topics;
    let topics = topics.iter().filter(|_| !studio.goes_on());
    let page = Ledger {
        head,
        intro,
        balance: topics.filter_map(|topic| studio.balance(topic)).collect(),
        filters: studio.filters(listed),
        ways,
        empty: groups.is_empty().then(|| studio.text("empty/finding")),
        groups,
        feed: Some(feed),
    };
    studio.sheet(about, page)
}

/// The verdicts, each where its findings begin, and what else a long ledger is cut by.
fn ways(studio: &Studio<'_>, groups: &[Group<&Entry>]) -> Vec<Filter> {
    if studio.goes_on() {
        return Vec::new();
    }
    let catalog = studio.catalog;
    let mut first = 0;
    let mut choices = Vec::new();
    for group in groups.iter().filter(|group| !group.items.is_empty()) {
        let page = catalog.addresses.part(&studio.page.url, catalog.page_of_item(first));
        let label = group.title.clone().unwrap_or_default();
        choices.push(FilterChoice {
            id: group.id.clone(),
            count: group.items.len(),
            page: Some(Link::site(label.as_str(), with_fragment(&page, Some(&group.id)))),
            items: Vec::new(),
            lang: None,
            label,
        });
        first += group.items.len();
    }
    let verdicts =
        Filter { id: "verdict".to_owned(), label: studio.text("filter_verdict"), choices };
    std::iter::once(verdicts).chain(studio.ways(DocKind::Finding)).collect()
}
