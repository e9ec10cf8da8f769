//! The index pages of sections that list documents.

use std::cmp::Reverse;

use crate::catalog::{Entry, Subject};
use crate::config::Section;
use crate::model::{DocKind, Event, Front, ReportKind};
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
    let groups = kind.map(|kind| groups(studio, kind)).unwrap_or_default();
    let cards = || groups.iter().flat_map(|group| &group.items);
    let feed =
        studio.feed_link(&studio.catalog.addresses.file(section, "feed.xml", studio.lang()));
    about.feed = Some(feed.clone());
    let is_whole = studio.page.parts == 1;
    let page = view::Section {
        head,
        id: section.as_str().to_owned(),
        intro,
        filters: studio.filters(cards().filter(|_| is_whole).map(|card| Listed {
            facets: &card.facets,
            title: &card.title,
            lang: card.lang.as_deref(),
            url: &card.url,
        })),
        ways: kind.filter(|_| !is_whole).map(|kind| studio.ways(kind)).unwrap_or_default(),
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

/// What of the documents of a type stands on this page.
fn groups(studio: &Studio<'_>, kind: DocKind) -> Vec<Group<Card>> {
    let all = || studio.catalog.documents(kind, studio.lang()).collect::<Vec<_>>();
    let card = |entry| Some(studio.card(entry));
    match kind {
        DocKind::Event => studio.on_this_page(events(studio, &all()), card),
        DocKind::Report => studio
            .on_this_page(reports(studio, &all()), |entry| Some(report_card(studio, entry))),
        DocKind::Blueprint | DocKind::Questionnaire => {
            studio.on_this_page(plain(by_title(all())), card)
        }
        DocKind::Newsletter => plain(newsletters(studio, &studio.listed(kind, Subject::Any))),
        _ => plain(studio.listed_cards(kind, Subject::Any)),
    }
}

/// One group without a heading; none when it would be empty.
fn plain<T>(items: Vec<T>) -> Vec<Group<T>> {
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
fn events<'a>(studio: &Studio<'_>, entries: &[&'a Entry]) -> Vec<Group<&'a Entry>> {
    let (mut upcoming, mut past): (Vec<_>, Vec<_>) = entries
        .iter()
        .filter_map(|entry| match &entry.document.front {
            Front::Event(event) => Some((event.as_ref(), *entry)),
            _ => None,
        })
        .partition(|(event, _)| moment::is_ahead(event, studio.catalog.today));
    upcoming.sort_by_key(|(event, _)| event.start);
    past.sort_by_key(|(event, _)| Reverse(event.start));
    let group = |key: &str, events: Vec<(&Event, &'a Entry)>| Group {
        id: format!("s_{key}"),
        title: Some(studio.text(key)),
        items: events.into_iter().map(|(_, entry)| entry).collect(),
    };
    vec![group("upcoming", upcoming), group("past", past)]
}

/// By kind, in the order of the closed list.
fn reports<'a>(studio: &Studio<'_>, entries: &[&'a Entry]) -> Vec<Group<&'a Entry>> {
    let kind_of = |entry: &Entry| match &entry.document.front {
        Front::Report(report) => report.kind,
        _ => None,
    };
    let kinds = ReportKind::ALL.iter().copied().map(Some).chain([None]);
    let group = |kind: Option<ReportKind>| {
        let word = kind.map_or("other", ReportKind::as_str);
        let own = entries.iter().copied().filter(|entry| kind_of(entry) == kind);
        Group {
            id: format!("s_{word}"),
            title: Some(studio.strings().label("report-kinds", word)),
            items: own.collect(),
        }
    };
    kinds.map(group).collect()
}

fn report_card(studio: &Studio<'_>, entry: &Entry) -> Card {
    let mut card = studio.card(entry);
    let Front::Report(report) = &entry.document.front else { return card };
    if let Some(author) = &report.author {
        let name = studio.catalog.owner_name(author, studio.lang());
        card.kind = Some(studio.marked(entry, name));
    }
    card.points.clone_from(&report.main_points);
    card.files =
        report.files.iter().filter_map(|file| report::link(studio, entry, file)).collect();
    card
}
