//! What `--strict` refuses, and what it lets through.

use super::{Exit, folder_with_home, lerend, media, put, read};
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

#[test]
fn what_needs_nothing_done_passes_strict_and_what_has_to_be_mended_does_not() {
    let folder = folder_with_home();
    let site = |text: &str| {
        put(folder.path(), "content/pages/a.md", &format!("---\ntitle: A\n---\n{text}\n"));
    };
    let run = |command: &str| {
        let (exit, _, said) = lerend(folder.path(), &format!("{command} --date 2026-11-23"));
        (exit, said.lines().last().unwrap_or_default().to_owned())
    };
    put(folder.path(), "content/pages/b.md", "---\ntitle: B\nembargo: 2026-12-01\n---\nNee.\n");
    site("Lees [het stuk over wachten](b.md).");
    let (exit, said) = run("build --strict");
    assert_eq!(exit, Exit::Done, "{said}");
    assert!(said.starts_with("1 waarschuwing: ") && said.ends_with(" in public"), "{said}");
    let passed = (Exit::Done, "geen fouten, 1 waarschuwing".to_owned());
    assert_eq!(run("check --strict"), passed);
    site("Lees [het stuk over wachten](b.md), en [klik hier](../index.md).");
    let why = "`--strict` laat één waarschuwing niet door";
    let nothing = format!("2 waarschuwingen: er is niets gepubliceerd; {why}");
    assert_eq!(run("build --strict"), (Exit::Content, nothing));
    let failed = format!("geen fouten, 2 waarschuwingen; {why}");
    assert_eq!(run("check --strict"), (Exit::Content, failed));
    assert_eq!(run("build").0, Exit::Done);
}

#[test]
fn what_goes_wrong_beside_the_site_is_no_fault_of_the_content() {
    let folder = folder_with_home();
    put(folder.path(), ".lerend", "");
    let (exit, _, said) = lerend(folder.path(), "build --strict --no-search");
    assert_eq!(exit, Exit::Done, "{said}");
    assert!(said.contains("host/no-store"), "{said}");
    assert!(folder.path().join("public/index.html").is_file());
}

#[test]
fn a_preview_in_the_place_of_the_site_says_what_it_is() {
    let folder = folder_with_home();
    let last = |command: &str| {
        let (exit, _, said) = lerend(folder.path(), command);
        assert_eq!(exit, Exit::Done, "{said}");
        said.lines().last().unwrap_or_default().to_owned()
    };
    assert!(last("build --no-search").ends_with(" bestanden staan in public"));
    let said = last("build --no-search --preview");
    assert!(
        said.ends_with(
            "staan in public; dit is een voorbeeld met concepten: publiceer het niet als de site"
        ),
        "{said}"
    );
    let said = last("--language en build --no-search --preview --output preview");
    assert!(said.ends_with("preview with drafts: do not publish it as the site"), "{said}");
}
