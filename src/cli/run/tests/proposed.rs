//! `new newsletter --since`: what is new, and since which edition.

use super::{Exit, folder_with_home, lerend, put, read};

/// A site with a region and a topic, and stories: name, and the fields that say when.
fn site(stories: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = folder_with_home();
    put(folder.path(), "content/regions/twente.md", "---\ntitle: Twente\ncode: R1\n---\n");
    let topics = "- {id: leren, label: Leren, definition: Leren.}\n";
    put(folder.path(), "content/vocabulary/topics.yaml", topics);
    for (name, when) in stories {
        let text = format!(
            "---\ntitle: Titel {name}\n{when}\nregion: twente\nform: article\ntopics: [leren]\n---\nTekst.\n"
        );
        put(folder.path(), &format!("content/stories/{name}.md"), &text);
    }
    folder
}

/// An edition with a story in it.
fn edition(folder: &tempfile::TempDir, name: &str, when: &str, story: &str) {
    let text = format!(
        "---\ntitle: Editie\n{when}\nsubject: Nieuws\nblocks: [{{item: \"story:{story}\"}}]\n---\n"
    );
    put(folder.path(), &format!("content/newsletters/{name}.md"), &text);
}

/// The list of a new edition on a day, without its key.
fn proposed(folder: &tempfile::TempDir, since: &str, day: &str) -> String {
    let command = format!("new newsletter nieuw --since {since} --date {day}");
    let (exit, _, err) = lerend(folder.path(), &command);
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    let path = "content/newsletters/nieuw.md";
    let text = read(folder.path(), path);
    std::fs::remove_file(folder.path().join(path)).unwrap();
    let (_, list) = text.split_once("\nblokken:\n").unwrap();
    list.split_once("\n# voorregel").unwrap().0.to_owned()
}

fn items(list: &str) -> Vec<&str> {
    let names = list.lines().filter_map(|line| line.trim().strip_prefix("- stuk: \"story:"));
    names.map(|name| name.trim_end_matches('"')).collect()
}

#[test]
fn a_document_is_new_from_the_day_on_which_it_can_be_seen() {
    let folder = site(&[
        ("oud", "date: 2026-01-15"),
        ("geheim", "date: 2026-01-20\nembargo: 2026-11-25"),
        ("later", "date: 2026-11-24\nembargo: 2026-01-01"),
    ]);
    edition(&folder, "2026-02", "date: 2026-02-12", "oud");
    let list = proposed(&folder, "previous", "2026-11-28");
    assert_eq!(items(&list), ["geheim", "later"], "the newest to be seen comes first: {list}");
    let reason = "# Titel geheim: van 20 januari 2026; te zien sinds 25 november 2026; eerste ";
    assert!(list.contains(reason), "{list}");
    // What nobody could see yet was left out of the edition that names it.
    edition(&folder, "2026-02", "date: 2026-02-12", "geheim");
    assert_eq!(items(&proposed(&folder, "previous", "2026-11-28")), ["geheim", "later"]);
    edition(&folder, "2026-02", "date: 2026-02-12\nsent: 2026-11-26", "geheim");
    assert_eq!(items(&proposed(&folder, "previous", "2026-11-28")), ["later"]);
}

#[test]
fn the_edition_before_is_the_newest_of_before_that_day() {
    let folder = site(&[
        ("februari", "date: 2026-02-01"),
        ("april", "date: 2026-04-01"),
        ("juli", "date: 2026-07-01"),
    ]);
    edition(&folder, "2026-03", "date: 2026-03-01", "februari");
    edition(&folder, "2026-09", "date: 2026-09-01", "juli");
    let list = proposed(&folder, "previous", "2026-06-01");
    assert!(list.starts_with("  # Nieuw sinds 1 maart 2026:\n"), "{list}");
    assert_eq!(items(&list), ["april"]);
    let list = proposed(&folder, "previous", "2026-09-01");
    assert!(list.starts_with("  # Nieuw sinds 1 maart 2026:\n"), "{list}");
    assert_eq!(items(&list), ["april"], "what stands in an edition of that day is told");
    let list = proposed(&folder, "previous", "2026-09-02");
    assert!(list.starts_with("  # Nieuw sinds 1 september 2026:\n"), "{list}");
    let list = proposed(&folder, "previous", "2026-02-15");
    assert!(!list.contains("Nieuw sinds"), "there was none before: {list}");
}

#[test]
fn a_draft_that_was_never_sent_does_not_count_and_its_items_can_be_told() {
    let folder = site(&[("april", "date: 2026-04-01"), ("juli", "date: 2026-07-01")]);
    edition(&folder, "2026-03", "date: 2026-03-01", "april");
    edition(&folder, "2026-05", "date: 2026-05-01\ndraft: yes", "april");
    edition(&folder, "2027-01", "date: 2027-01-01\ndraft: yes", "juli");
    let list = proposed(&folder, "previous", "2026-08-01");
    let head = "  # Nieuw sinds 1 maart 2026:\n  # Editie 2026-05 telt niet mee: het is een concept dat niet verzonden is.\n";
    assert!(list.starts_with(head), "{list}");
    assert_eq!(items(&list), ["juli", "april"]);
    for reason in ["; staat ook in het concept 2026-05", "; staat ook in het concept 2027-01"] {
        assert!(list.contains(reason), "{reason}: {list}");
    }
    // A mail may have gone out while its page is a draft.
    edition(&folder, "2026-05", "date: 2026-05-01\ndraft: yes\nsent: 2026-05-01", "april");
    let list = proposed(&folder, "previous", "2026-08-01");
    assert!(list.starts_with("  # Nieuw sinds 1 mei 2026:\n"), "{list}");
    assert!(!list.contains("telt niet mee"), "{list}");
    assert_eq!(items(&list), ["juli"]);
}

#[test]
fn what_came_on_the_day_that_is_named_is_new() {
    let folder = site(&[("a", "date: 2026-09-30"), ("b", "date: 2026-10-01")]);
    edition(&folder, "2026-11", "date: 2026-11-01\ndraft: yes", "a");
    let list = proposed(&folder, "2026-10-01", "2026-11-28");
    assert_eq!(items(&list), ["b"]);
    assert!(!list.contains("telt niet mee"), "{list}");
}

#[test]
fn an_edition_in_another_language_goes_on_from_the_one_before_in_that_language() {
    let folder = site(&[("oud", "date: 2026-02-01"), ("nieuw", "date: 2026-04-01")]);
    let site = read(folder.path(), "content/site.yaml") + "languages: [nl, en]\n";
    put(folder.path(), "content/site.yaml", &site);
    for (name, day) in [("oud.en", "2026-02-01"), ("nieuw.en", "2026-04-01")] {
        let text = read(folder.path(), "content/stories/nieuw.md");
        let text = text.replace("Titel nieuw", &format!("Title {name}"));
        let text = text.replace("2026-04-01", day);
        put(folder.path(), &format!("content/stories/{name}.md"), &text);
    }
    edition(&folder, "2026-03.en", "date: 2026-03-01", "oud");
    edition(&folder, "2026-05", "date: 2026-05-01", "nieuw");
    let command = "new newsletter later.en --since previous --date 2026-06-01";
    let (exit, _, err) = lerend(folder.path(), command);
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    let text = read(folder.path(), "content/newsletters/later.en.md");
    let list = "  # New since 1 March 2026:\n  # Title nieuw.en: of 1 April 2026; ";
    assert!(text.contains(list) && !text.contains("Title oud"), "{text}");
}

#[test]
fn a_correction_of_the_day_of_the_edition_before_is_proposed_unless_its_mail_told_it() {
    let corrected =
        "date: 2026-02-01\nchanges: [{date: 2026-03-01, kind: correction, text: b}]";
    let folder = site(&[("a", corrected)]);
    edition(&folder, "2026-03", "date: 2026-03-01", "a");
    assert_eq!(items(&proposed(&folder, "previous", "2026-06-01")), ["a"]);
    let (exit, _, err) = lerend(folder.path(), "newsletter 2026-03 --record");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    edition(&folder, "2026-03", "date: 2026-03-01\nsent: 2026-03-01", "a");
    assert!(items(&proposed(&folder, "previous", "2026-06-01")).is_empty());
}

#[test]
fn a_title_on_several_lines_stays_a_comment() {
    let folder = site(&[("a", "date: 2026-10-01")]);
    let path = "content/stories/a.md";
    let text = read(folder.path(), path).replace("Titel a", "\"Een\\n\\nkop: [b\"");
    put(folder.path(), path, &text);
    let (exit, _, err) =
        lerend(folder.path(), "new newsletter n --since previous --date 2026-11-28");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    let text = read(folder.path(), "content/newsletters/n.md");
    assert!(text.contains("\n  # Een kop: [b: van 1 oktober 2026; "), "{text}");
    let (exit, _, err) = lerend(folder.path(), "check --format concise");
    assert_eq!(exit, Exit::Done, "{err}");
}
