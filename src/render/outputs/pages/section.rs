//! The index pages of sections that list documents.

use std::cmp::Reverse;

use crate::catalog::Entry;
use crate::config::Section;
use crate::model::{DocKind, Event, Front, Report, ReportKind};
use crate::render::outputs::view::{self, Card, Group, Sheet};

use super::filters::Listed;
use super::letters::sort_key;
use super::parts_lists::{Opening, kind_of};
use super::studio::Studio;
use super::{moment, report};

/// The index of a section.
pub(super) fn sheet(studio: &Studio<'_>, section: Section) -> Sheet<view::Section> {
    let Opening { mut about, head, intro } = studio.opening(section);
    let kind = kind_of(section);
    let entries: Vec<&Entry> = kind
        .map(|kind| studio.catalog.documents(kind, studio.lang()).collect())
        .unwrap_or_default();
    let groups = match kind {
        Some(DocKind::Event) => events(studio, &entries),
        Some(DocKind::Report) => reports(studio, &entries),
        Some(DocKind::Newsletter) => plain(newsletters(studio, &entries)),
        Some(DocKind::Blueprint | DocKind::Questionnaire) => {
            plain(studio.cards(by_title(entries)))
        }
        _ => plain(studio.cards(entries)),
    };
    let cards = || groups.iter().flat_map(|group| &group.items);
    let feed =
        studio.feed_link(&studio.catalog.addresses.file(section, "feed.xml", studio.lang()));
    about.feed = Some(feed.clone());
    let page = view::Section {
        head,
        id: section.as_str().to_owned(),
        intro,
        filters: studio.filters(cards().map(|card| Listed {
            facets: &card.facets,
            title: &card.title,
            url: &card.url,
        })),
        empty: (cards().next().is_none()).then(|| {
            let word = kind.map_or("", DocKind::as_str);
            studio.text(&format!("empty/{word}"))
        }),
        groups,
        feed: Some(feed),
        subscribe: studio.subscribe().filter(|_| section == Section::Newsletters),
    };
    studio.sheet(about, page)
}

/// One group without a heading; none when it would be empty.
fn plain(items: Vec<Card>) -> Vec<Group<Card>> {
    let group = Group { id: "s_all".to_owned(), title: None, items };
    Some(group).filter(|group| !group.items.is_empty()).into_iter().collect()
}

/// What has no date stands in the order of its title.
fn by_title(mut entries: Vec<&Entry>) -> Vec<&Entry> {
    entries.sort_by_cached_key(|entry| sort_key(&entry.document.head.title));
    entries
}

fn newsletters(studio: &Studio<'_>, entries: &[&Entry]) -> Vec<Card> {
    let card = |entry: &&Entry| {
        let mut card = studio.card(entry);
        if let Front::Newsletter(own) = &entry.document.front
            && let Some(number) = &own.number
        {
            let kind = studio.strings().fill("edition_number", &[("n", number)]);
            card.kind = Some(studio.marked(entry, kind));
        }
        card
    };
    entries.iter().map(card).collect()
}

/// What is still to come, the next first; then what was, the last first.
fn events(studio: &Studio<'_>, entries: &[&Entry]) -> Vec<Group<Card>> {
    let (mut upcoming, mut past): (Vec<_>, Vec<_>) = entries
        .iter()
        .filter_map(|entry| match &entry.document.front {
            Front::Event(event) => Some((event.as_ref(), *entry)),
            _ => None,
        })
        .partition(|(event, _)| moment::is_ahead(event, studio.catalog.today));
    upcoming.sort_by_key(|(event, _)| event.start);
    past.sort_by_key(|(event, _)| Reverse(event.start));
    let group = |key: &str, events: Vec<(&Event, &Entry)>| Group {
        id: format!("s_{key}"),
        title: Some(studio.text(key)),
        items: events.into_iter().map(|(_, entry)| studio.card(entry)).collect(),
    };
    let groups = [group("upcoming", upcoming), group("past", past)];
    groups.into_iter().filter(|group| !group.items.is_empty()).collect()
}

/// By kind, in the order of the closed list.
fn reports(studio: &Studio<'_>, entries: &[&Entry]) -> Vec<Group<Card>> {
    let of_kind = |kind: Option<ReportKind>| -> Vec<Card> {
        entries
            .iter()
            .filter_map(|entry| match &entry.document.front {
                Front::Report(report) if report.kind == kind => {
                    Some(report_card(studio, report, entry))
                }
                _ => None,
            })
            .collect()
    };
    let kinds = ReportKind::ALL.iter().copied().map(Some).chain([None]);
    kinds
        .map(|kind| {
            let word = kind.map_or("other", ReportKind::as_str);
            Group {
                id: format!("s_{word}"),
                title: Some(studio.strings().label("report-kinds", word)),
                items: of_kind(kind),
            }
        })
        .filter(|group| !group.items.is_empty())
        .collect()
}

fn report_card(studio: &Studio<'_>, report: &Report, entry: &Entry) -> Card {
    let mut card = studio.card(entry);
    if let Some(author) = &report.author {
        let name = studio.catalog.owner_name(author, studio.lang());
        card.kind = Some(studio.marked(entry, name));
    }
    if let Some(delivered) = report.delivered {
        card.day = Some(studio.day(delivered));
    }
    card.points.clone_from(&report.main_points);
    card.files =
        report.files.iter().filter_map(|file| report::link(studio, entry, file)).collect();
    card
}
