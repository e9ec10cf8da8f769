//! When a meeting is, in words and for machines.

use crate::base::{Date, Lang};
use crate::i18n::dates;
use crate::model::Event;

/// A day, and hour and minute where they were written.
type Moment = (Date, Option<(u8, u8)>);

/// "18 maart 2027, 10.00–12.30 uur"; empty for a meeting without a start.
pub(super) fn in_words(event: &Event, lang: &Lang) -> String {
    let Some(start) = event.start else { return String::new() };
    let after = event.end.filter(|end| *end > start);
    match after {
        None => one(start, lang),
        Some((day, until)) if day == start.0 => {
            let (Some(from), Some(until)) = (start.1, until) else { return one(start, lang) };
            let from = dates::time(from.0, from.1, lang);
            let until = dates::time(until.0, until.1, lang);
            // Two times of a day share the word behind them: "10.00–12.30 uur".
            let from = from.trim_end_matches(" uur");
            format!("{}, {from}–{until}", dates::day(day, lang))
        }
        Some(end) => format!("{} – {}", one(start, lang), one(end, lang)),
    }
}

/// `2027-03-18` or `2027-03-18T10:00`, in the site's time zone as it was written.
pub(super) fn for_machines(event: &Event) -> String {
    event.start.map_or_else(String::new, machine)
}

/// A moment for machines, as [`for_machines`] has it.
pub(super) fn machine((day, time): Moment) -> String {
    match time {
        None => day.to_string(),
        Some((hour, minute)) => format!("{day}T{hour:02}:{minute:02}"),
    }
}

/// Whether it is still to come, or goes on, on a day.
pub(super) fn is_ahead(event: &Event, today: Date) -> bool {
    event.end.max(event.start).is_some_and(|(day, _)| day >= today)
}

fn one((day, time): Moment, lang: &Lang) -> String {
    let day = dates::day(day, lang);
    match time {
        Some((hour, minute)) => format!("{day}, {}", dates::time(hour, minute, lang)),
        None => day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(start: &str, end: Option<&str>) -> Event {
        let moment = |text: &str| {
            let (day, time) = text.split_once(' ').map_or((text, None), |(day, time)| {
                let (hour, minute) = time.split_once(':').unwrap();
                (day, Some((hour.parse().unwrap(), minute.parse().unwrap())))
            });
            (Date::parse_iso(day).unwrap(), time)
        };
        Event {
            online_url: None,
            organiser: None,
            start: Some(moment(start)),
            end: end.map(moment),
            kind: None,
            places: Vec::new(),
            online: false,
            programme: Vec::new(),
            results: Vec::new(),
            materials: Vec::new(),
        }
    }

    fn said(start: &str, end: Option<&str>) -> String {
        in_words(&event(start, end), &Lang::nl())
    }

    #[test]
    fn a_meeting_is_said_as_people_say_it() {
        assert_eq!(said("2027-03-18", None), "18 maart 2027");
        assert_eq!(said("2027-03-18 10:00", None), "18 maart 2027, 10.00 uur");
        let afternoon = said("2027-03-18 10:00", Some("2027-03-18 12:30"));
        assert_eq!(afternoon, "18 maart 2027, 10.00–12.30 uur");
        assert_eq!(said("2027-03-18", Some("2027-03-20")), "18 maart 2027 – 20 maart 2027");
        assert_eq!(said("2027-03-18", Some("2027-03-18")), "18 maart 2027");
        let english =
            in_words(&event("2027-03-18 10:00", Some("2027-03-18 12:30")), &Lang::en());
        assert_eq!(english, "18 March 2027, 10:00–12:30");
    }

    #[test]
    fn an_end_before_the_start_is_not_said() {
        assert_eq!(said("2027-03-18", Some("2027-03-01")), "18 maart 2027");
    }

    #[test]
    fn machines_get_the_day_and_the_time_that_were_written() {
        assert_eq!(for_machines(&event("2027-03-18", None)), "2027-03-18");
        assert_eq!(for_machines(&event("2027-03-18 09:05", None)), "2027-03-18T09:05");
    }

    #[test]
    fn a_meeting_is_ahead_through_its_last_day() {
        let day = |text: &str| Date::parse_iso(text).unwrap();
        let two_days = event("2027-03-18", Some("2027-03-19"));
        assert!(is_ahead(&two_days, day("2027-03-19")));
        assert!(!is_ahead(&two_days, day("2027-03-20")));
    }
}
