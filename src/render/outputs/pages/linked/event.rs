//! A meeting.

use serde_json::{Value, json};

use super::{organisation, set, text_value};
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
    set(&mut own, "location", places(event));
    let organiser = event.organiser.as_ref().map(|id| organisation(studio, id));
    set(&mut own, "organizer", organiser.unwrap_or_default());
    own
}

fn attendance(event: &Event) -> &'static str {
    match (event.places.is_empty(), event.online) {
        (true, _) => "https://schema.org/OnlineEventAttendanceMode",
        (false, true) => "https://schema.org/MixedEventAttendanceMode",
        (false, false) => "https://schema.org/OfflineEventAttendanceMode",
    }
}

/// Where it is: the places, and the address at which one takes part. The page that tells of it is no
/// such address.
fn places(event: &Event) -> Value {
    let places = event
        .places
        .iter()
        .map(|name| json!({"@type": "Place", "name": name, "address": name}));
    let online = event.online_url.iter();
    let online = online.map(|url| json!({"@type": "VirtualLocation", "url": url}));
    places.chain(online).collect()
}
