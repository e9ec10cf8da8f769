//! The finished files, to the letter.

use std::path::Path;

use super::sample;
use crate::render::outputs::newsletter::{
    File, MailTool, files, mail_markdown, record, restored,
};

/// The finished files that are compared, and the names under which they are kept.
const COMPARED: [(&str, &str); 15] = [
    ("mail.html", "mail.html"),
    ("mail.txt", "mail.txt"),
    ("mail.eml", "mail.eml"),
    ("mail.mailchimp.html", "mail.mailchimp.html"),
    ("social.txt", "social.txt"),
    ("edition.json", "edition.json"),
    ("items/factsheet-vertraging.rich.html", "factsheet.rich.html"),
    ("items/factsheet-vertraging.block.html", "factsheet.block.html"),
    ("items/factsheet-vertraging.txt", "factsheet.txt"),
    ("items/factsheet-vertraging.md", "factsheet.md"),
    ("items/factsheet-vertraging.json", "factsheet.json"),
    ("items/story-drenthe.rich.html", "story.rich.html"),
    ("items/story-drenthe.block.html", "story.block.html"),
    ("items/finding-een-loket.block.html", "line.block.html"),
    ("items/story-twente.block.html", "quote.block.html"),
];

/// Compares with a file that is kept; `UPDATE=1` writes it anew.
#[expect(clippy::disallowed_methods, reason = "these files are this test's own")]
fn compare(name: &str, found: &[u8]) {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/outputs/newsletter/golden");
    let path = folder.join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read(&path).unwrap_or_default();
    let (expected, found) =
        (String::from_utf8_lossy(&expected), String::from_utf8_lossy(found));
    assert_eq!(found, expected, "{name}; UPDATE=1 writes it anew");
}

#[test]
fn an_edition_looks_as_it_does() {
    let view = sample::edition();
    let files = files(&view, &[sample::mailchimp()]);
    for (path, name) in COMPARED {
        let (_, bytes) = files.iter().find(|(name, _)| name == path).unwrap();
        compare(name, bytes);
    }
    let (_, figure) =
        files.iter().find(|(name, _)| name == "items/factsheet-doelen.block.html").unwrap();
    compare("figure.block.html", figure);
    compare("mail.md", mail_markdown(&view).as_bytes());
    compare("sent.json", record(&view).as_bytes());
}

#[test]
fn an_edition_comes_back_from_its_record_as_it_was() {
    let view = sample::edition();
    let again = restored(&record(&view)).unwrap();
    let tools = [sample::mailchimp(), MailTool { marks: false, ..sample::mailchimp() }];
    let names = |view| -> Vec<File> { files(view, &tools) };
    for (one, other) in names(&view).iter().zip(&names(&again)) {
        assert_eq!(
            String::from_utf8_lossy(&one.1),
            String::from_utf8_lossy(&other.1),
            "{}",
            one.0
        );
    }
    assert_eq!(record(&again), record(&view));
}

#[test]
fn a_record_that_cannot_be_read_says_where() {
    let text = record(&sample::edition());
    let broken = restored(&text.replace("\"width\": 552", "\"width\": true")).unwrap_err();
    assert!(broken.line > 10 && broken.column > 1, "{broken:?}");
    let other = restored(&text.replace("lerend-edition/1", "lerend-edition/9")).unwrap_err();
    assert_eq!((other.line, other.column), (1, 1));
}

#[test]
fn every_item_has_its_five_files_once() {
    let mut view = sample::edition();
    view.blocks = vec![sample::story(), sample::finding(), sample::story()];
    let names: Vec<String> = files(&view, &[]).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "mail.html",
            "mail.txt",
            "mail.eml",
            "social.txt",
            "items/story-drenthe.rich.html",
            "items/story-drenthe.block.html",
            "items/story-drenthe.txt",
            "items/story-drenthe.md",
            "items/story-drenthe.json",
            "items/finding-een-loket.rich.html",
            "items/finding-een-loket.block.html",
            "items/finding-een-loket.txt",
            "items/finding-een-loket.md",
            "items/finding-een-loket.json",
            "edition.json",
        ]
    );
}
