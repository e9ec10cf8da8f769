//! What `--strict` refuses, and what it lets through.

use super::{Exit, lerend, media, put, read};
use crate::diag::{Asks, Code};

#[test]
fn a_photo_goes_from_a_strict_site_when_its_consent_is_withdrawn_or_ends() {
    let folder = media::site();
    let shows = || read(folder.path(), "public/a/index.html").contains("jan");
    let build = |day: &str| lerend(folder.path(), &format!("build --strict --date {day}"));
    let (exit, _, said) = build("2026-11-23");
    assert_eq!((exit, shows()), (Exit::Done, true), "{said}");
    for (day, code, is_there) in [
        // It tells ahead of the last day, 31 December, and holds nothing up.
        ("2027-12-01", "consent/ends-soon", true),
        ("2028-01-01", "consent/expired", false),
    ] {
        let (exit, _, said) = build(day);
        assert_eq!((exit, shows()), (Exit::Done, is_there), "{day}: {said}");
        assert!(said.contains(code), "{day}: {said}");
    }
    let (exit, _, said) = build("2026-11-23");
    assert_eq!((exit, shows()), (Exit::Done, true), "{said}");
    put(
        folder.path(),
        "content/vocabulary/consents.yaml",
        "- {id: AVG-1, given: 2021-01-01, withdrawn: 2026-11-24, scope: [site]}\n",
    );
    let (exit, _, said) = build("2026-11-24");
    assert_eq!((exit, shows()), (Exit::Done, false), "{said}");
    assert!(said.contains("consent/withdrawn"), "{said}");
    // A site may still say that it wants to be held up.
    let site = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";
    let graver = format!("{site}severity: {{consent/withdrawn: error}}\n");
    put(folder.path(), "content/site.yaml", &graver);
    assert_eq!(build("2026-11-24").0, Exit::Content);
}

#[test]
fn what_asks_for_nothing_is_written_down_for_build_services() {
    let text = include_str!("../../../../docs/ci/README.md");
    let listed: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` |"))
        .map(|(code, _)| code)
        .filter(|code| Code::find(code).is_some())
        .collect();
    let mut known: Vec<&str> = Code::all()
        .iter()
        .filter(|code| code.asks == Asks::Nothing)
        .map(|code| code.name)
        .collect();
    known.dedup();
    assert_eq!(listed, known);
}
