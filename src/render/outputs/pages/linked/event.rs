//! A meeting.

use serde_json::{Value, json};

use super::{publisher, set, text_value};
use crate::catalog::Entry;
use crate::model::Event;
use crate::render::outputs::pages::moment;
use crate::render::outputs::pages::studio::Studio;

/// A meeting with its time and places.
pub(super) fn thing(studio: &Studio<'_>, entry: &Entry, event: &Event) -> Value {
    let url = studio.whole(entry.url.as_str());
    let mut own = json!({
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": entry.document.head.title.value,
        "inLanguage": entry.document.lang.as_str(),
        "eventAttendanceMode": attendance(event),
    });
    set(&mut own, "description", text_value(Some(&studio.catalog.summary(entry))));
    set(&mut own, "startDate", text_value(Some(&moment::for_machines(event))));
    set(&mut own, "endDate", event.end.map_or(Value::Null, |end| json!(moment::machine(end))));
    set(&mut own, "location", places(event, &url));
    set(&mut own, "organizer", publisher(studio));
    own
}

fn attendance(event: &Event) -> &'static str {
    match (event.places.is_empty(), event.online) {
        (true, _) => "https://schema.org/OnlineEventAttendanceMode",
        (false, true) => "https://schema.org/MixedEventAttendanceMode",
        (false, false) => "https://schema.org/OfflineEventAttendanceMode",
    }
}

/// Where it is; a meeting without a place is online.
fn places(event: &Event, url: &str) -> Value {
    let places = event
        .places
        .iter()
        .map(|name| json!({"@type": "Place", "name": name, "address": name}));
    let online = event.online || event.places.is_empty();
    let online = online.then(|| json!({"@type": "VirtualLocation", "url": url}));
    places.chain(online).collect()
}
