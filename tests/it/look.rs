//! How a site looks: another theme, a site's own files over it, cards for previews elsewhere.

use std::path::Path;

use lerend::base::SourcePath;
use lerend::diag::{Language, Severity};
use lerend::output::Content;
use lerend::vfs::{Disk, Files, Folder};

use crate::site::{Outcome, Site, site};

const SITE: &str = "title: Proefsite\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";
const STORY: &str = "---\ntitle: Samen begonnen\nsummary: Een verhaal over hoe twee mensen samen begonnen, en wat dat hun bracht.\ndate: 2026-01-02\nregion: twente\nform: article\ntopics: [matching]\noutcome: a\nsignificance: b\ncontribution: {text: c, share: main}\nlesson: d\n---\n\nHet begon.\n";

/// The paths below `themes/plain/` in the project, with their bytes.
fn plain() -> Vec<(SourcePath, Vec<u8>)> {
    let disk = Disk::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let listing = disk.list(&Folder::of_theme("plain").unwrap()).unwrap();
    let bytes = |path: SourcePath| {
        let bytes = disk.read(&path).unwrap().unwrap().to_vec();
        (path, bytes)
    };
    listing.files.into_iter().map(bytes).collect()
}

fn with_plain(settings: &str) -> Site {
    let settings = format!("{SITE}theme: plain\npictures: {{social-cards: no}}\n{settings}");
    let site = site().file("content/site.yaml", settings).file("content/stories/a.md", STORY);
    plain().into_iter().fold(site, |site, (path, bytes)| site.file(path.as_str(), bytes))
}

fn stylesheet(outcome: &Outcome) -> String {
    let files: Vec<String> =
        outcome.output().files().map(|(path, _)| path.to_string()).collect();
    let name = files.iter().find(|path| path.starts_with("assets/site.")).unwrap();
    outcome.text(name)
}

#[track_caller]
fn no_problems(outcome: &Outcome) {
    assert_eq!(outcome.problems(Severity::Warning, Language::En), "");
}

#[test]
fn a_second_theme_of_a_few_files_looks_different_and_lacks_nothing() {
    let files = plain();
    assert!((3..=15).contains(&files.len()), "{} files", files.len());
    let outcome = with_plain("").build();
    no_problems(&outcome);
    let home = outcome.text("index.html");
    assert!(home.contains("class=\"home-list\"") && home.contains("Zo ging het"), "{home}");
    assert!(!home.contains("class=\"foot-name\""), "{home}");
    // What it does not have is the default theme's.
    assert!(outcome.text("verhalen/a/index.html").contains("class=\"example-note\""));
    let css = stylesheet(&outcome);
    assert!(css.contains("--accent:#5b2a6e") && css.contains(".findings"), "{css}");
    assert!(!css.contains("--accent:#0a5a66"), "{css}");
}

#[test]
fn the_second_theme_says_too_which_language_a_home_page_is_in_that_is_not_translated() {
    let outcome = with_plain("languages: [nl, en]\ntagline: Wat werkte.\n").build();
    let home = outcome.text("en/index.html");
    assert!(home.contains("<h1 class=\"page-title\" lang=\"nl\" dir=\"ltr\">"), "{home}");
    let lead = "<p class=\"lead\" lang=\"nl\" dir=\"ltr\">Wat werkte.</p>";
    assert!(home.contains(lead), "{home}");
    assert!(!outcome.text("index.html").contains(" dir="));
}

#[test]
fn a_site_sets_the_accent_of_any_theme_and_hears_when_it_is_too_pale() {
    let outcome = with_plain("theme-params: {accent: \"#7a1f1f\"}\n").build();
    no_problems(&outcome);
    assert!(stylesheet(&outcome).contains("--accent:#7a1f1f;--accent-ink:#7a1f1f"));
    let pale = with_plain("theme-params: {accent: \"#dddddd\"}\n").build();
    let said = pale.problems(Severity::Warning, Language::En);
    assert!(said.contains("theme/pale-colour"), "{said}");
}

#[test]
fn single_files_beside_the_content_win_over_the_theme() {
    let story = "{% extends \"default/pages/story.html\" %}\n{% block foot %}<p>Eigen voet</p>{% endblock foot %}\n";
    let outcome = with_plain("")
        .file("templates/pages/story.html", story)
        .file("styles/parts/verdict.css", ".verdict { color: rebeccapurple; }\n")
        .build();
    no_problems(&outcome);
    let page = outcome.text("verhalen/a/index.html");
    assert!(page.contains("Eigen voet") && page.contains("example-note"), "{page}");
    let css = stylesheet(&outcome);
    assert!(css.contains("rebeccapurple") && !css.contains(".verdict-works-if"), "{css}");
    assert!(css.contains("--accent:#5b2a6e"), "the theme is still there: {css}");
    // The other pages are as they were.
    assert!(!outcome.text("index.html").contains("Eigen voet"));
}

/// The addresses of cards that a page names, and the files there are.
fn card_of(outcome: &Outcome, page: &str) -> (String, Vec<u8>) {
    let html = outcome.text(page);
    let (_, rest) = html.split_once("<meta property=\"og:image\" content=\"").unwrap();
    let url = rest.split('"').next().unwrap();
    let path = url.strip_prefix("https://voorbeeld.example/").unwrap().to_owned();
    let (_, file) = outcome.output().get(&path).unwrap_or_else(|| panic!("no {path}"));
    let Content::Bytes(bytes) = &file.content else { panic!("{path} is no picture") };
    (path, bytes.to_vec())
}

#[test]
fn every_page_has_a_card_that_changes_with_what_is_on_it() {
    // Two pages only: drawing takes its time in tests.
    let small = |title: &str| {
        let site = site()
            .file("content/site.yaml", SITE)
            .file("content/stories/a.md", STORY.replace("Samen begonnen", title));
        let regions =
            ["twente", "drenthe", "zeeland"].map(|id| format!("content/regions/{id}.md"));
        regions[1..].iter().fold(site, |site, path| site.without(path)).build()
    };
    let outcome = small("Samen begonnen");
    no_problems(&outcome);
    let page = "verhalen/a/index.html";
    let (path, png) = card_of(&outcome, page);
    assert!(path.starts_with("beeld/social-verhalen-a."), "{path}");
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(&png[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "1200 by 630");
    assert!(png.len() < 120_000, "{} bytes", png.len());
    assert!(outcome.text(page).contains("<meta property=\"og:image:width\" content=\"1200\">"));
    assert_ne!(card_of(&small("Anders"), page).0, path);
    let (home, _) = card_of(&outcome, "index.html");
    assert!(home.starts_with("beeld/social-home."), "{home}");
}

#[test]
fn a_site_may_do_without_cards() {
    let outcome = with_plain("").build();
    assert!(outcome.output().files().all(|(path, _)| !path.as_str().contains("social-")));
    assert!(!outcome.text("index.html").contains("og:image"));
}

#[test]
fn a_page_that_is_made_of_a_list_leads_to_the_file_of_that_list() {
    let settings = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n\
                    edit-url: \"https://git.voorbeeld.example/edit/{path}\"\n";
    let outcome = site()
        .file("content/site.yaml", settings)
        .file("content/vocabulary/questions.yaml", "- {id: hoe, question: Hoe werkt het?}\n")
        .build();
    for (page, file) in [
        ("index.html", "index.md"),
        ("onderwerpen/matching/index.html", "vocabulary/topics.yaml"),
        ("leervragen/hoe/index.html", "vocabulary/questions.yaml"),
        ("bronnen/index.html", "vocabulary/sources.yaml"),
    ] {
        let link = format!("href=\"https://git.voorbeeld.example/edit/content/{file}\"");
        assert!(outcome.text(page).contains(&link), "{page}");
    }
}
