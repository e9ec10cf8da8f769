//! A mail that was sent shows the charts that it was sent with, whatever becomes of their documents.

use std::collections::BTreeMap;
use std::fs;

use super::*;

const SITE: &str = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";
const PAGE: &str = "content/pages/twee.md";
const EDITION: &str = "content/newsletters/maart.md";
const RECORD: &str = "content/newsletters/maart.sent.json";
const HEAD: &str = "---\ntitle: Nieuws\ndate: 2021-03-25\nsubject: Nieuws\n\
     blocks: [{item: 'page:twee', style: large}]\n---\n";

fn chart(title: &str, number: u32) -> String {
    format!(
        "```chart\ntype: bar\ntitle: {title}\nx: regio\ny: mensen\nrows:\n  \
         - {{regio: Twente, mensen: {number}}}\n  - {{regio: Drenthe, mensen: 3}}\n```\n"
    )
}

fn page(charts: &str) -> String {
    let head = "title: Een pagina\nsummary: Wat er gebeurde.\ndate: 2021-01-05\n";
    format!("---\n{head}---\nTekst.\n\n{charts}")
}

/// The edition with this text, sent.
fn edition(text: &str) -> String {
    let sent = HEAD.replace("date: 2021-03-25\n", "date: 2021-03-25\nsent: 2021-03-25\n");
    format!("{sent}Welkom.\n\n{text}")
}

/// A site with an edition that shows a chart of its own and one of a page, recorded and sent.
fn sent() -> tempfile::TempDir {
    let folder = folder_with_site(SITE);
    let root = folder.path();
    put(root, PAGE, &page(&chart("Banen", 158)));
    put(root, EDITION, &format!("{HEAD}Welkom.\n\n{}", chart("Plannen", 5)));
    let (exit, _, said) = lerend(root, "newsletter maart --record --date 2021-12-01");
    assert_eq!(exit, Exit::Done, "{said}");
    put(root, EDITION, &edition(&chart("Plannen", 5)));
    folder
}

fn build(root: &Path, words: &str) -> String {
    let (exit, _, said) = lerend(root, &format!("build --no-search --date 2021-12-01{words}"));
    assert_eq!(exit, Exit::Done, "{said}");
    said
}

/// The charts that the mail names, by their paths.
fn named(root: &Path) -> Vec<String> {
    let mail = read(root, "public/nieuwsbrieven/maart/mail.html");
    let sources = mail.split("src=\"https://voorbeeld.example/").skip(1);
    let paths = sources.map(|rest| rest.split_once('"').unwrap().0.to_owned());
    paths.filter(|path| path.contains("grafiek-")).collect()
}

/// The same after a build, with the bytes of their files, all of which are there.
fn shown(root: &Path) -> BTreeMap<String, Vec<u8>> {
    build(root, "");
    let file = |path: String| {
        let bytes = fs::read(root.join("public").join(&path)).unwrap();
        (path, bytes)
    };
    named(root).into_iter().map(file).collect()
}

/// The charts that stand beside the edition and are named after what they show.
fn beside(root: &Path) -> Vec<String> {
    let files = fs::read_dir(root.join("public/nieuwsbrieven/maart")).unwrap();
    let names = files.map(|own| own.unwrap().file_name().into_string().unwrap());
    // A counted one has a number of one digit.
    let mut charts: Vec<String> =
        names.filter(|own| own.starts_with("grafiek-") && own.len() > 13).collect();
    charts.sort();
    charts
}

#[test]
fn a_mail_that_was_sent_shows_its_charts_whatever_comes_before_them_or_takes_them_away() {
    let folder = sent();
    let root = folder.path();
    let before = shown(root);
    assert_eq!(before.len(), 2, "{:?}", before.keys());
    assert!(before.keys().all(|own| own.starts_with("nieuwsbrieven/maart/grafiek-")));
    // The pages have theirs where they always were.
    assert!(root.join("public/twee/grafiek-1.png").exists());
    assert!(root.join("public/nieuwsbrieven/maart/grafiek-1.png").exists());
    let more =
        |title: &str, number| format!("{}\n{}", chart("Ervoor", 40), chart(title, number));
    for (own, of_page) in [
        (more("Plannen", 5), more("Banen", 158)),
        (chart("Plannen", 6), chart("Banen", 159)),
        (String::new(), String::new()),
    ] {
        put(root, EDITION, &edition(&own));
        put(root, PAGE, &page(&of_page));
        assert!(shown(root) == before, "{own}");
        assert_eq!(beside(root).len(), 2);
    }
    build(root, " --cold");
    assert!(shown(root) == before);
    let open = read(root, "public/nieuwsbrieven/maart/edition.json");
    assert!(!open.contains("\"charts\"") && !open.contains("<svg"), "{open}");
}

#[test]
fn a_mail_whose_page_is_a_draft_or_has_expired_keeps_its_charts() {
    for field in ["draft: yes", "expires: 2021-06-01"] {
        let folder = sent();
        let root = folder.path();
        let before = shown(root);
        let unseen =
            edition(&chart("Plannen", 5)).replacen("title:", &format!("{field}\ntitle:"), 1);
        put(root, EDITION, &unseen);
        put(root, PAGE, &page(""));
        let said = build(root, "");
        assert!(said.contains("[newsletter/no-page]"), "{said}");
        let there = |own: &String| fs::read(root.join("public").join(own)).unwrap();
        assert!(before.iter().all(|(path, bytes)| there(path) == *bytes), "{field}");
        assert!(!root.join("public/nieuwsbrieven/maart/index.html").exists());
        assert_eq!(build(root, " --no-images").matches("grafiek").count(), 0);
    }
}

#[test]
fn a_mail_that_was_recorded_without_drawings_names_its_charts_as_it_did() {
    let folder = sent();
    let root = folder.path();
    let mut record: serde_json::Value = serde_json::from_str(&read(root, RECORD)).unwrap();
    let charts = record.as_object_mut().unwrap().remove("charts").unwrap();
    let mut older = serde_json::to_string_pretty(&record).unwrap();
    for name in charts.as_object().unwrap().keys() {
        let in_page = format!("\"https://voorbeeld.example/nieuwsbrieven/maart/{name}\"");
        older = older.replace(&in_page, "\"https://voorbeeld.example/twee/grafiek-1.png\"");
        older = older.replace(name, "grafiek-1.png");
    }
    put(root, RECORD, &older);
    let paths: Vec<String> = shown(root).into_keys().collect();
    assert_eq!(paths, ["nieuwsbrieven/maart/grafiek-1.png", "twee/grafiek-1.png"]);
    assert_eq!(beside(root), [""; 0]);
}

#[test]
fn a_chart_goes_from_a_sent_mail_with_the_item_that_showed_it() {
    let folder = sent();
    let root = folder.path();
    let before = shown(root);
    let withdrawn = "date: 2021-01-05\nwithdrawn: {date: 2021-06-01, reason: Op verzoek.}\n";
    let text = page(&chart("Banen", 158)).replace("date: 2021-01-05\n", withdrawn);
    put(root, PAGE, &text);
    let after = shown(root);
    assert_eq!(after.len(), 1, "{:?}", after.keys());
    assert!(after.iter().all(|(path, bytes)| before.get(path) == Some(bytes)));
    assert_eq!(beside(root).len(), 1);
}

#[test]
fn charts_stay_where_they_were_sent_to_when_the_edition_gets_another_name() {
    let folder = sent();
    let root = folder.path();
    let before = shown(root);
    for (from, to) in [(EDITION, "april.md"), (RECORD, "april.sent.json")] {
        let to = root.join("content/newsletters").join(to);
        fs::rename(root.join(from), to).unwrap();
    }
    build(root, "");
    let mail = read(root, "public/nieuwsbrieven/april/mail.html");
    for (path, bytes) in before {
        assert!(mail.contains(&path), "{path}: {mail}");
        assert!(fs::read(root.join("public").join(&path)).unwrap() == bytes, "{path}");
    }
}

#[test]
fn a_record_that_holds_another_drawing_is_drawn_anew() {
    let folder = sent();
    let root = folder.path();
    let before = shown(root);
    let record = read(root, RECORD);
    put(root, RECORD, &record.replace("158", "951"));
    let after = shown(root);
    assert!(before.keys().eq(after.keys()));
    let others = before.iter().filter(|(path, bytes)| after.get(*path) != Some(bytes));
    assert_eq!(others.count(), 1);
}

#[test]
fn without_pictures_the_charts_of_mail_are_not_missed() {
    let folder = sent();
    let root = folder.path();
    let said = build(root, " --no-images");
    assert_eq!(named(root).len(), 2);
    assert_eq!(beside(root), [""; 0]);
    assert!(!said.contains("grafiek-"), "{said}");
    // Nor are those of one that is still to be sent.
    fs::remove_file(root.join(RECORD)).unwrap();
    put(root, EDITION, &format!("{HEAD}Welkom.\n\n{}", chart("Plannen", 5)));
    let said = build(root, " --no-images");
    assert_eq!(named(root).len(), 2);
    assert!(!said.contains("grafiek-"), "{said}");
}

#[test]
fn of_a_mail_that_is_still_to_come_nothing_is_seen_whatever_its_day_of_sending() {
    let folder = folder_with_site(SITE);
    let root = folder.path();
    put(root, PAGE, &page(""));
    let to_come = edition(&chart("Plannen", 5)).replace("2021-03-25", "2022-01-14");
    put(root, EDITION, &to_come);
    build(root, "");
    assert!(!root.join("public/nieuwsbrieven/maart").exists());
    // On its day it is there.
    let (exit, _, said) = lerend(root, "build --no-search --date 2022-01-14");
    assert_eq!(exit, Exit::Done, "{said}");
    assert_eq!(named(root).len(), 1);
}
