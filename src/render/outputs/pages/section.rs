//! The index pages of sections that list documents.

use std::cmp::Reverse;

use crate::base::Date;
use crate::catalog::Entry;
use crate::config::Section;
use crate::model::{DocKind, Event, Front, Report, ReportFile, ReportKind};
use crate::render::outputs::view::{self, Card, Group, Link, Sheet};

use super::letters::sort_key;
use super::parts_lists::{Opening, kind_of};
use super::studio::Studio;

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
        filters: studio.filters(cards().map(|card| card.facets.as_str())),
        empty: (cards().next().is_none()).then(|| {
            let word = kind.map_or("", DocKind::as_str);
            studio.text(&format!("empty/{word}"))
        }),
        groups,
        feed: Some(feed),
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
            card.kind = Some(studio.strings().fill("edition_number", &[("n", number)]));
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
        .partition(|(event, _)| is_upcoming(event, studio.catalog.today));
    upcoming.sort_by_key(|(event, _)| event.start);
    past.sort_by_key(|(event, _)| Reverse(event.start));
    let group = |key: &str, events: Vec<(&Event, &Entry)>| Group {
        id: format!("s_{key}"),
        title: Some(studio.text(key)),
        items: events.into_iter().map(|(own, entry)| event_card(studio, own, entry)).collect(),
    };
    let groups = [group("upcoming", upcoming), group("past", past)];
    groups.into_iter().filter(|group| !group.items.is_empty()).collect()
}

/// Whether a meeting is not over yet. One that lasts for days is to come until its last day.
pub(super) fn is_upcoming(event: &Event, today: Date) -> bool {
    event.end.or(event.start).is_some_and(|(date, _)| date >= today)
}

fn event_card(studio: &Studio<'_>, event: &Event, entry: &Entry) -> Card {
    let mut card = studio.card(entry);
    if let Some(kind) = event.kind {
        card.kind = Some(studio.strings().label("event-kind", kind.as_str()));
    }
    card.day = event.start.map(|(date, _)| studio.day(date));
    if !event.places.is_empty() {
        card.facts.push(event.places.join(", "));
    }
    if event.online {
        card.facts.push(studio.text("online"));
    }
    card
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
    let author = report.author.as_ref();
    card.kind = author.map(|id| studio.catalog.owner_name(id, studio.lang()));
    if let Some(delivered) = report.delivered {
        card.day = Some(studio.day(delivered));
    }
    card.facts.extend(report.main_points.iter().cloned());
    card.files = report.files.iter().filter_map(|file| file_link(studio, file)).collect();
    card
}

/// A file of a report, with its kind and size where they are known.
fn file_link(studio: &Studio<'_>, file: &ReportFile) -> Option<Link> {
    if let Some(id) = &file.media {
        use crate::model::drawing::MediumForm;
        let media = studio.catalog.media_entry(id)?;
        let medium = studio.catalog.medium(media, "", studio.lang())?;
        let text = medium.caption.unwrap_or_else(|| studio.text("document"));
        let MediumForm::Document { file, facts } = medium.form else { return None };
        return Some(Link { note: Some(facts), ..Link::site(text, file.as_str()) });
    }
    let url = file.url.as_ref()?;
    Some(Link::external(studio.text("original_document"), url))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(start: &str, end: Option<&str>) -> Event {
        let day = |text: &str| (Date::parse_iso(text).unwrap(), None);
        Event {
            start: Some(day(start)),
            end: end.map(day),
            kind: None,
            places: Vec::new(),
            online: false,
            programme: Vec::new(),
            results: Vec::new(),
            materials: Vec::new(),
        }
    }

    #[test]
    fn a_meeting_is_to_come_until_its_last_day() {
        let today = Date::parse_iso("2021-03-15").unwrap();
        assert!(is_upcoming(&event("2021-03-15", None), today));
        assert!(!is_upcoming(&event("2021-03-14", None), today));
        assert!(is_upcoming(&event("2021-03-14", Some("2021-03-15")), today));
    }
}
