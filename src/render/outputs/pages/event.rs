//! Meetings.

use crate::catalog::Entry;
use crate::model::{DocKind, Event};
use crate::render::outputs::view::{self, Card, Day, Link, Sheet};

use super::frame::About;
use super::moment;
use super::studio::Studio;

/// The page of a meeting.
pub(super) fn sheet(studio: &Studio<'_>, entry: &Entry, own: &Event) -> Sheet<view::Event> {
    let catalog = studio.catalog;
    let lead = studio.lead(entry);
    let body = studio.body_below(&lead);
    let mut head = studio.head(entry);
    if let Some(kind) = own.kind {
        head.kind = Some(studio.strings().label("event-kind", kind.as_str()));
    }
    // When the page was put up would be taken for the day of the meeting.
    head.day = None;
    let results = catalog.named(DocKind::Finding, &own.results, studio.lang());
    let page = view::Event {
        head,
        picture: lead.picture,
        start: moment::for_machines(own),
        when: moment::in_words(own, studio.lang()),
        places: own.places.clone(),
        online: online(studio, own),
        organiser: own.organiser.as_ref().map(|id| studio.organisation_link(id)),
        calendar: calendar(studio, entry, own),
        programme: own.programme.clone(),
        results: studio.finding_rows(results),
        materials: studio.materials(&own.materials),
        body,
        colophon: studio.colophon(entry, &[]),
    };
    studio.sheet(About::of(entry, studio), page)
}

impl Studio<'_> {
    /// When and where a meeting is: "18 maart 2027, 10.00–12.30 uur", "Enschede", "Online".
    pub fn time_and_place(&self, own: &Event) -> Vec<String> {
        let when = Some(moment::in_words(own, self.lang())).filter(|when| !when.is_empty());
        when.into_iter().chain(self.place(own)).collect()
    }

    /// What a card says of a meeting: what kind it is, when and where.
    pub(super) fn tell_of_event(&self, card: &mut Card, entry: &Entry, own: &Event) {
        if let Some(kind) = own.kind {
            let kind = self.strings().label("event-kind", kind.as_str());
            card.kind = Some(self.marked(entry, kind));
        }
        card.day = own.start.map(|_| Day {
            iso: moment::for_machines(own),
            shown: moment::in_words(own, self.lang()),
        });
        card.facts.extend(self.place(own));
    }

    /// Where a meeting is.
    fn place(&self, own: &Event) -> Vec<String> {
        // "Villa Ockenburgh, Den Haag" is one place.
        let between =
            if own.places.iter().any(|place| place.contains(',')) { "; " } else { ", " };
        let places = Some(own.places.join(between)).filter(|places| !places.is_empty());
        let online = own.online.then(|| self.text("online"));
        places.into_iter().chain(online).collect()
    }
}

fn online(studio: &Studio<'_>, own: &Event) -> Option<Link> {
    let key = if own.places.is_empty() { "online_only" } else { "online_too" };
    own.online.then(|| match &own.online_url {
        Some(url) => Link::external(studio.text(key), url),
        None => Link::words(studio.text(key)),
    })
}

/// The file for a calendar, while the meeting is still to come.
fn calendar(studio: &Studio<'_>, entry: &Entry, own: &Event) -> Option<Link> {
    let url = studio.catalog.addresses.calendar(&entry.document.id, &entry.document.lang);
    moment::is_ahead(own, studio.catalog.today)
        .then(|| Link::site(studio.text("calendar_link"), url.as_str()))
}
