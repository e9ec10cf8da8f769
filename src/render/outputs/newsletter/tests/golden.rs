//! The finished files, to the letter.

use super::sample;
use crate::render::outputs::newsletter::{files, mail_markdown};

#[test]
fn an_edition_looks_as_it_does() {
    let view = sample::edition();
    let files = files(&view);
    let expected = [
        ("mail.html", include_str!("../golden/mail.html")),
        ("mail.txt", include_str!("../golden/mail.txt")),
        ("items/factsheet-vertraging.rich.html", include_str!("../golden/factsheet.rich.html")),
        (
            "items/factsheet-vertraging.block.html",
            include_str!("../golden/factsheet.block.html"),
        ),
        ("items/factsheet-vertraging.txt", include_str!("../golden/factsheet.txt")),
        ("items/factsheet-vertraging.md", include_str!("../golden/factsheet.md")),
        ("items/factsheet-vertraging.json", include_str!("../golden/factsheet.json")),
        ("items/story-drenthe.rich.html", include_str!("../golden/story.rich.html")),
        ("items/story-drenthe.block.html", include_str!("../golden/story.block.html")),
        ("items/finding-een-loket.block.html", include_str!("../golden/line.block.html")),
        ("items/factsheet-doelen.block.html", include_str!("../golden/figure.block.html")),
        ("items/story-twente.block.html", include_str!("../golden/quote.block.html")),
    ];
    for (path, golden) in expected {
        let (_, bytes) = files.iter().find(|(name, _)| name == path).unwrap();
        assert_eq!(String::from_utf8_lossy(bytes), golden, "{path}");
    }
    assert_eq!(mail_markdown(&view), include_str!("../golden/mail.md"));
}

#[test]
fn every_item_has_its_five_files_once() {
    let mut view = sample::edition();
    view.blocks = vec![sample::story(), sample::finding(), sample::story()];
    let names: Vec<String> = files(&view).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "mail.html",
            "mail.txt",
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
        ]
    );
}
