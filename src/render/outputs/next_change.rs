//! The days on which the site changes by itself, for programs and for calendars. They tell
//! what is under embargo, so they never stand in the site.

use serde::Serialize;

use crate::base::{Date, Lang, encode_address};
use crate::catalog::{Turn, TurnKind};
use crate::i18n::dates;
use crate::render::leaf::CalendarLines;

/// A change as programs read it.
#[derive(Serialize)]
struct Change<'a> {
    date: String,
    what: &'static str,
    name: &'a str,
    url: Option<String>,
}

#[derive(Serialize)]
struct All<'a> {
    /// The first day on which the site is different; nothing when it stays as it is.
    next: Option<String>,
    changes: Vec<Change<'a>>,
}

/// `next-change.json`: every change that is to come, by day.
pub fn json(turns: &[Turn], base_url: &str) -> String {
    let changes = turns.iter().map(|turn| Change {
        date: turn.date.to_string(),
        what: turn.kind.as_str(),
        name: &turn.name,
        url: turn.url.as_ref().map(|url| format!("{base_url}{url}")),
    });
    let all = All {
        next: turns.first().map(|turn| turn.date.to_string()),
        changes: changes.collect(),
    };
    let text = serde_json::to_string_pretty(&all).unwrap_or_default();
    format!("{text}\n")
}

/// A time zone in a calendar.
const UTC: [(&str, &str); 8] = [
    ("BEGIN", "VTIMEZONE"),
    ("TZID", "Etc/UTC"),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19700101T000000"),
    ("TZOFFSETFROM", "+0000"),
    ("TZOFFSETTO", "+0000"),
    ("END", "STANDARD"),
    ("END", "VTIMEZONE"),
];

/// `next-change.ics`: the same for a calendar, a whole day each.
pub fn calendar(turns: &[Turn], base_url: &str, lang: &Lang) -> String {
    let mut lines = CalendarLines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//lerend//lerend//EN");
    if turns.is_empty() {
        // A calendar has to have something, and a file that is gone would leave a subscriber with the
        // changes of before: a time zone shows nothing.
        for (name, value) in UTC {
            lines.plain(name, value);
        }
    }
    for turn in turns {
        let address = turn.url.as_ref().map(|url| format!("{base_url}{url}"));
        let about = address.as_deref().unwrap_or(&turn.name);
        lines.plain("BEGIN", "VEVENT");
        lines.text("UID", &format!("{}-{}-{about}", turn.date, turn.kind.as_str()));
        // Not the moment of the build: the same content gives the same bytes.
        lines.plain("DTSTAMP", &format!("{}T000000Z", compact(turn.date)));
        lines.plain("DTSTART;VALUE=DATE", &compact(turn.date));
        lines.plain("DTEND;VALUE=DATE", &compact(turn.date.plus_days(1)));
        lines.text("SUMMARY", &said(turn, lang));
        if let Some(address) = &address {
            lines.plain("URL", &encode_address(address));
        }
        lines.plain("END", "VEVENT");
    }
    lines.plain("END", "VCALENDAR");
    lines.finish()
}

/// The next change in one line; `None` when nothing changes by itself any more.
pub fn line(turns: &[Turn], lang: &Lang) -> Option<String> {
    let first = turns.first()?;
    let day = dates::day(first.date, lang);
    let others = turns.iter().filter(|turn| turn.date == first.date).count() - 1;
    let what = said(first, lang);
    let dutch = lang.is_dutch();
    let more = match (others, dutch) {
        (0, _) => String::new(),
        (n, true) => format!(" (en nog {n})"),
        (n, false) => format!(" (and {n} more)"),
    };
    Some(if dutch {
        format!("De site verandert vanzelf op {day}: {what}{more}. Bouw de site dan opnieuw.")
    } else {
        format!("The site changes by itself on {day}: {what}{more}. Build it again then.")
    })
}

fn said(turn: &Turn, lang: &Lang) -> String {
    let name = &turn.name;
    if lang.is_dutch() {
        match turn.kind {
            TurnKind::Appears => format!("'{name}' verschijnt"),
            TurnKind::Disappears => format!("'{name}' verdwijnt"),
            TurnKind::Withdrawn => format!("'{name}' wordt ingetrokken"),
            TurnKind::Outdated => format!("'{name}' had nagekeken moeten zijn"),
            TurnKind::Past => format!("'{name}' is geweest"),
            TurnKind::ConsentBegins => format!("toestemming '{name}' gaat in"),
            TurnKind::ConsentEnds => format!("toestemming '{name}' eindigt"),
            TurnKind::Region => format!("wat er over '{name}' staat, verandert"),
            TurnKind::ContactLapses => {
                "het adres om een lek in de site te melden verloopt (security.txt)".to_owned()
            }
        }
    } else {
        match turn.kind {
            TurnKind::Appears => format!("'{name}' appears"),
            TurnKind::Disappears => format!("'{name}' disappears"),
            TurnKind::Withdrawn => format!("'{name}' is withdrawn"),
            TurnKind::Outdated => format!("'{name}' should have been reviewed"),
            TurnKind::Past => format!("'{name}' is over"),
            TurnKind::ConsentBegins => format!("consent '{name}' begins"),
            TurnKind::ConsentEnds => format!("consent '{name}' ends"),
            TurnKind::Region => format!("what is said of '{name}' changes"),
            TurnKind::ContactLapses => {
                "the address to report a hole in the site lapses (security.txt)".to_owned()
            }
        }
    }
}

fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::outputs::trial::Trial;

    fn turns(files: &[(&str, &str)]) -> Vec<Turn> {
        Trial::of(files).catalog.turns()
    }

    fn told(files: &[(&str, &str)]) -> Vec<String> {
        let turns = turns(files);
        turns.iter().map(|own| format!("{} {}", own.date, said(own, &Lang::nl()))).collect()
    }

    const PAGE: &str = "content/pages/a.md";

    #[test]
    fn a_document_appears_disappears_and_grows_old() {
        let page = "---\ntitle: A\ndate: 2026-08-01\nembargo: 2026-09-01\n\
                    review-by: 2026-10-01\nexpires: 2026-12-31\n---\nTekst.\n";
        let expected = [
            "2026-09-01 'A' verschijnt",
            "2026-10-02 'A' had nagekeken moeten zijn",
            "2027-01-01 'A' verdwijnt",
        ];
        assert_eq!(told(&[(PAGE, page)]), expected);
    }

    #[test]
    fn a_draft_and_what_is_gone_change_nothing() {
        for field in ["draft: yes", "withdrawn: {reason: Fout}", "expires: 2026-01-01"] {
            let page = format!("---\ntitle: A\nembargo: 2026-09-01\n{field}\n---\nTekst.\n");
            assert_eq!(told(&[(PAGE, &page)]), [""; 0], "{field}");
        }
        let page = "---\ntitle: A\nembargo: 2026-09-01\n\
                    withdrawn: {date: 2026-08-01, reason: Fout}\n---\nTekst.\n";
        assert_eq!(told(&[(PAGE, page)]), [""; 0], "it never appears");
    }

    #[test]
    fn a_consent_a_meeting_and_a_late_document_count_too() {
        let consents = "- {id: T-1, given: 2026-01-01, until: 2026-08-31, scope: [site]}\n\
                        - {id: T-2, given: 2026-01-01, scope: [site]}\n\
                        - {id: T-3, given: 2027-02-01, scope: [site]}\n";
        let event = "---\ntitle: Dag\ndate: 2026-06-01\nstart: 2026-07-10\n---\nTekst.\n";
        let region = "---\ntitle: Drenthe\ncode: R2\n\
                      evidence: [{kind: interview, due: 2026-07-20}]\n---\n";
        let files = [
            ("content/vocabulary/consents.yaml", consents),
            ("content/events/dag.md", event),
            ("content/regions/drenthe.md", region),
        ];
        let expected = [
            "2026-07-11 'Dag' is geweest",
            "2026-07-21 wat er over 'Drenthe' staat, verandert",
            "2026-09-01 toestemming 'T-1' eindigt",
            "2027-02-01 toestemming 'T-3' gaat in",
        ];
        assert_eq!(told(&files), expected);
    }

    #[test]
    fn the_address_to_report_a_hole_lapses_a_year_after_the_build() {
        let site = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";
        let with = format!("{site}security-contact: mailto:lek@voorbeeld.example\n");
        let lapses =
            "2027-07-01 het adres om een lek in de site te melden verloopt (security.txt)";
        assert_eq!(told(&[("content/site.yaml", &with)]), [lapses]);
        assert_eq!(told(&[("content/site.yaml", site)]), [""; 0]);
    }

    #[test]
    fn programs_and_calendars_are_told_the_same() {
        let page = "---\ntitle: \"A, b\"\nembargo: 2026-09-01\n---\nTekst.\n";
        let other = ("content/pages/één.md", page);
        // RFC 5545 wants a URI, which has no letters beyond ASCII.
        let accented = calendar(&turns(&[other]), "https://voorbeeld.example/", &Lang::nl());
        assert!(accented.contains("\r\nURL:https://voorbeeld.example/%C3%A9%C3%A9n/\r\n"));
        let turns = turns(&[(PAGE, page)]);
        let base = "https://voorbeeld.example/";
        let json: serde_json::Value = serde_json::from_str(&json(&turns, base)).unwrap();
        assert_eq!(json["next"], "2026-09-01");
        assert_eq!(json["changes"][0]["what"], "appears");
        assert_eq!(json["changes"][0]["url"], "https://voorbeeld.example/a/");
        let file = calendar(&turns, base, &Lang::nl());
        assert!(file.contains("\r\nDTSTART;VALUE=DATE:20260901\r\n"), "{file}");
        assert!(file.contains("\r\nSUMMARY:'A\\, b' verschijnt\r\n"), "{file}");
        let line = line(&turns, &Lang::nl()).unwrap();
        assert!(line.starts_with("De site verandert vanzelf op 1 september 2026: 'A, b'"));
        assert_eq!(super::line(&[], &Lang::nl()), None);
    }

    #[test]
    fn a_calendar_without_a_change_has_what_the_standard_asks_for_and_shows_nothing() {
        let file = calendar(&[], "https://voorbeeld.example/", &Lang::nl());
        let start = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//lerend//lerend//EN\r\n";
        let zone = "BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\n\
                    DTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\n\
                    END:STANDARD\r\nEND:VTIMEZONE\r\n";
        assert_eq!(file, format!("{start}{zone}END:VCALENDAR\r\n"));
    }
}
