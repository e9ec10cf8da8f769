//! All findings: what works and what does not, side by side and in the same size.

use crate::catalog::Entry;
use crate::config::Section;
use crate::model::{DocKind, Front, Verdict};
use crate::render::outputs::view::{Group, Ledger, Sheet};

use super::filters::Listed;
use super::parts_lists::Opening;
use super::studio::Studio;

/// The ledger of findings.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<Ledger> {
    let Opening { mut about, head, intro } = studio.opening(Section::Findings);
    let catalog = studio.catalog;
    let entries: Vec<&Entry> = catalog.documents(DocKind::Finding, studio.lang()).collect();
    let with_verdict = |verdict: Verdict| {
        let own = entries.iter().copied().filter(move |entry| {
            matches!(&entry.document.front, Front::Finding(own) if own.verdict == verdict)
        });
        Group {
            id: format!("s_{}", verdict.as_str()),
            title: Some(studio.strings().label("verdict", verdict.as_str())),
            items: studio.finding_rows(own),
        }
    };
    let order = [
        Verdict::Works,
        Verdict::WorksIf,
        Verdict::DoesNotWork,
        Verdict::SideEffect,
        Verdict::Unknown,
    ];
    let groups: Vec<_> =
        order.map(with_verdict).into_iter().filter(|group| !group.items.is_empty()).collect();
    let rows = groups.iter().flat_map(|group| &group.items);
    let listed =
        rows.map(|row| Listed { facets: &row.facets, title: &row.title, url: &row.url });
    let feed = catalog.addresses.file(Section::Findings, "feed.xml", studio.lang());
    let feed = studio.feed_link(&feed);
    about.feed = Some(feed.clone());
    let topics = &catalog.vocabulary.topics;
    let page = Ledger {
        head,
        intro,
        balance: topics.iter().filter_map(|topic| studio.balance(topic)).collect(),
        filters: studio.filters(listed),
        empty: groups.is_empty().then(|| studio.text("empty/finding")),
        groups,
        feed: Some(feed),
    };
    studio.sheet(about, page)
}
