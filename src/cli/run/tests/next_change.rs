//! When the site changes by itself.

use super::{Exit, folder_with_site, lerend, put, read};

const SITE: &str = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";

#[test]
fn a_build_says_when_the_site_changes_by_itself_and_keeps_it_out_of_the_site() {
    let folder = folder_with_site(SITE);
    put(folder.path(), "content/index.md", "---\ntitle: Begin\n---\nWelkom.\n");
    let (exit, _, err) = lerend(folder.path(), "build --date 2026-11-23");
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(!err.contains("verandert vanzelf"), "{err}");
    assert!(read(folder.path(), ".lerend/next-change.json").contains("\"next\": null"));

    let page = "---\ntitle: Geheim\nembargo: 2026-12-01\n---\nTekst.\n";
    put(folder.path(), "content/pages/straks.md", page);
    let (exit, _, err) = lerend(folder.path(), "build --date 2026-11-23");
    assert_eq!(exit, Exit::Done, "{err}");
    let line = "De site verandert vanzelf op 1 december 2026: 'Geheim' verschijnt.";
    assert!(err.contains(line), "{err}");
    let last = err.lines().last().unwrap_or_default();
    assert!(last.ends_with("bestanden staan in public"), "the summary is the last line: {err}");
    let json = read(folder.path(), ".lerend/next-change.json");
    assert!(json.contains("\"next\": \"2026-12-01\""), "{json}");
    let calendar = read(folder.path(), ".lerend/next-change.ics");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20261201\r\n"), "{calendar}");
    assert_eq!(read(folder.path(), ".lerend/.gitignore"), "*\n");
    for path in ["public/next-change.json", "public/next-change.ics"] {
        assert!(!folder.path().join(path).exists(), "{path}");
    }

    let (exit, _, err) = lerend(folder.path(), "build --date 2026-11-23 --store bewaard");
    assert_eq!(exit, Exit::Done, "{err}");
    assert_eq!(read(folder.path(), "bewaard/next-change.json"), json);
}

#[test]
fn a_site_stands_though_nothing_can_be_written_beside_it() {
    let folder = folder_with_site(SITE);
    put(folder.path(), ".lerend", "");
    let (exit, _, said) = lerend(folder.path(), "build --cold --no-search");
    assert_eq!(exit, Exit::Done, "{said}");
    assert!(said.contains("host/no-store") && !said.contains("unwritable"), "{said}");
    assert!(folder.path().join("public/index.html").exists());
    let (exit, ..) = lerend(folder.path(), "build --cold --no-search --strict");
    assert_eq!(exit, Exit::Done);
    // It is told once.
    let (_, _, said) = lerend(folder.path(), "build --no-search");
    assert_eq!(said.matches("host/no-store").count(), 1, "{said}");
    // What was asked for beside the site and cannot be had is a failure, and no site is lost.
    let command = "build --no-search --trace geen/map.json";
    let (exit, _, said) = lerend(folder.path(), command);
    assert_eq!(exit, Exit::Failed, "{said}");
    assert!(said.contains("geen/map.json") && !said.contains("vorige site"), "{said}");
}
