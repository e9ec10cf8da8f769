//! A meeting as a file for calendars (RFC 5545), one event a file.
//!
//! The same content gives the same bytes: the stamp is the day of publication, not the moment
//! of the build. A meeting at a time is written in UTC, so that no calendar has to know the
//! time zone.

use crate::base::{Date, UrlPath, encode_address};
use crate::catalog::{Catalog, Entry};
use crate::model::{Event, Front};
use crate::render::leaf::CalendarLines;

/// A day, and hour and minute where they were written.
type Moment = (Date, Option<(u8, u8)>);

/// Where the calendar file of a meeting stands.
pub fn url(catalog: &Catalog, entry: &Entry) -> UrlPath {
    catalog.addresses.calendar(&entry.document.id, &entry.document.lang)
}

/// The calendar file of a meeting; `None` for other documents, and for a meeting without a
/// start.
pub fn file(catalog: &Catalog, entry: &Entry) -> Option<String> {
    let Front::Event(event) = &entry.document.front else { return None };
    let start = event.start?;
    let head = &entry.document.head;
    let config = &catalog.config;
    let address = format!("{}{}", config.base_url, entry.url);
    // RFC 5545 wants a URI, which has no letters beyond ASCII.
    let page = encode_address(&address);
    let published = head.date.as_ref().map_or(start.0, |date| date.value);
    let mut lines = CalendarLines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//lerend//lerend//EN");
    lines.plain("BEGIN", "VEVENT");
    lines.plain("UID", &format!("event-{}@{}", entry.document.id, host(&config.base_url)));
    lines.plain("DTSTAMP", &midnight(published));
    if let Some(changed) = head.updated_on() {
        lines.plain("LAST-MODIFIED", &midnight(changed));
    }
    lines.plain("SEQUENCE", &head.changes.len().to_string());
    time(&mut lines, "DTSTART", start, &config.time_zone);
    if let Some(end) = end(event, start) {
        time(&mut lines, "DTEND", end, &config.time_zone);
    }
    lines.text("SUMMARY", &head.title);
    lines.text("DESCRIPTION", &description(catalog, entry, &page));
    let places = places(catalog, entry, event);
    if !places.is_empty() {
        lines.text("LOCATION", &places);
    }
    lines.plain("URL", &page);
    lines.plain("END", "VEVENT");
    lines.plain("END", "VCALENDAR");
    Some(lines.finish())
}

/// The name of the site's host, or what stands for it.
fn host(base_url: &str) -> String {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let clean = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    host.chars().filter(clean).collect()
}

/// When it ends, in the form of its start: both are days, or both are times. A day that ends
/// a calendar's event is the day after the last one. `None` when it is not said, or does not
/// follow the start.
fn end(event: &Event, start: Moment) -> Option<Moment> {
    let (day, time) = event.end?;
    let end = match (start.1, time) {
        (None, _) => (day.plus_days(1), None),
        (Some(_), Some(time)) => (day, Some(time)),
        (Some(_), None) if day > start.0 => (day, Some((23, 59))),
        (Some(_), None) => return None,
    };
    (end > start).then_some(end)
}

fn time(lines: &mut CalendarLines, name: &str, (day, time): Moment, zone: &str) {
    match time {
        None => lines.plain(&format!("{name};VALUE=DATE"), &compact(day)),
        Some(time) => {
            let (day, (hour, minute)) = day.in_utc(time, zone);
            lines.plain(name, &format!("{}T{hour:02}{minute:02}00Z", compact(day)));
        }
    }
}

fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

fn midnight(day: Date) -> String {
    format!("{}T000000Z", compact(day))
}

fn description(catalog: &Catalog, entry: &Entry, page: &str) -> String {
    let strings = catalog.strings(&entry.document.lang);
    let notice = strings
        .filter(|_| entry.document.head.sample)
        .map(|strings| strings.text("sample_notice").to_owned());
    let summary = Some(catalog.summary(entry)).filter(|text| !text.is_empty());
    let parts: Vec<String> =
        notice.into_iter().chain(summary).chain([page.to_owned()]).collect();
    parts.join("\n\n")
}

fn places(catalog: &Catalog, entry: &Entry, event: &Event) -> String {
    let strings = catalog.strings(&entry.document.lang);
    let online = strings
        .filter(|_| event.online)
        .map_or_else(String::new, |strings| strings.text("online").to_owned());
    let mut places = event.places.clone();
    places.push(online);
    places.retain(|place| !place.trim().is_empty());
    places.join("; ")
}

#[cfg(test)]
mod tests {
    use crate::render::outputs::trial::Trial;

    fn calendar(fields: &str) -> String {
        let text = format!("---\ndate: 2021-02-01\n{fields}\n---\n\nWe kijken terug.\n");
        let trial = Trial::of(&[("content/events/terugblik.md", &text)]);
        let entry = trial.entry("content/events/terugblik.md");
        let url = super::url(&trial.catalog, entry);
        assert_eq!(url.as_str(), "bijeenkomsten/terugblik/terugblik.ics");
        super::file(&trial.catalog, entry).unwrap()
    }

    #[test]
    fn a_meeting_at_a_time_is_written_in_utc() {
        let file = calendar(
            "title: Terugblik\nstart: 2021-06-15 13:30\nend: 2021-06-15 16:00\nplaces: [Utrecht]\nonline: yes",
        );
        let lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//lerend//lerend//EN",
            "BEGIN:VEVENT",
            "UID:event-terugblik@voorbeeld.example",
            "DTSTAMP:20210201T000000Z",
            "SEQUENCE:0",
            "DTSTART:20210615T113000Z",
            "DTEND:20210615T140000Z",
            "SUMMARY:Terugblik",
            "DESCRIPTION:We kijken terug.\\n\\nhttps://voorbeeld.example/bijeenkomsten/ter",
            " ugblik/",
            "LOCATION:Utrecht\\; Online",
            "URL:https://voorbeeld.example/bijeenkomsten/terugblik/",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(file, lines.join("\r\n"));
    }

    #[test]
    fn a_meeting_of_days_ends_on_the_day_after_its_last() {
        let file = calendar("title: Terugblik\nstart: 2021-11-01\nend: 2021-11-02");
        assert!(
            file.contains("\r\nDTSTART;VALUE=DATE:20211101\r\nDTEND;VALUE=DATE:20211103\r\n")
        );
        let file = calendar("title: Terugblik\nstart: 2021-11-01\nend: 2021-10-01");
        assert!(!file.contains("DTEND"));
    }

    #[test]
    fn a_hostile_title_stays_one_line_of_text() {
        let title = "\"a;b,c\\\\d\\nEND:VEVENT\\r\\x08\\u00e9\"";
        let file = calendar(&format!("title: {title}\nstart: 2021-11-01"));
        assert!(file.contains("\r\nSUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\\né\r\n"), "{file}");
        assert_eq!(file.matches("\r\nEND:VEVENT\r\n").count(), 1);
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let title = "é".repeat(200);
        let file = calendar(&format!("title: {title}\nstart: 2021-11-01"));
        assert!(file.lines().all(|line| line.len() <= 75));
        assert!(!file.replace("\r\n", "").contains('\n'));
        assert!(file.replace("\r\n ", "").contains(&title));
    }
}
