//! What is wrong with a site that is made again and again is told until it is mended.

use lerend::base::{Date, SourcePath};
use lerend::pipeline::{Options, Purpose, Rebuild};
use lerend::vfs::{Env, Memory};

use crate::incremental::STORY;

#[test]
fn in_memory_bytes_that_are_no_text_are_told_until_they_are_gone() {
    let options = Options::new(".", Purpose::Check);
    let mut again = Rebuild::new(options, Env::fixed(Date::new(2026, 11, 23).unwrap()));
    let mut told = |text: &[u8], other: &str| {
        let mut files = Memory::default();
        let site = "title: A\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";
        for (path, text) in [
            ("content/site.yaml", site.as_bytes()),
            ("content/stories/a.md", text),
            ("content/stories/b.md", format!("{STORY}{other}\n").as_bytes()),
        ] {
            files.insert(SourcePath::new(path).unwrap(), text);
        }
        let diags = again.site(&files).unwrap().diags;
        diags.iter().any(|diag| diag.problem.code().name == "tree/not-utf8")
    };
    let broken = [STORY.as_bytes(), b"\xff\n"].concat();
    assert!(!told(STORY.as_bytes(), "Een."));
    // It stays so while others are saved.
    for other in ["Twee.", "Drie.", "Vier."] {
        assert!(told(&broken, other), "{other}");
    }
    assert!(!told(STORY.as_bytes(), "Vier."));
}

#[test]
fn in_memory_a_second_document_with_an_id_is_told_until_it_is_gone() {
    let options = Options::new(".", Purpose::Check);
    let env = || Env::fixed(Date::new(2026, 11, 23).unwrap());
    let mut again = Rebuild::new(options, env());
    let files = |paths: &[&str]| {
        let mut files = Memory::default();
        let site = "title: A\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";
        for (path, text) in [("content/site.yaml", site), ("content/stories/a.md", STORY)] {
            files.insert(SourcePath::new(path).unwrap(), text.as_bytes());
        }
        // The last of all files: no other gets another number when it goes.
        for path in paths {
            files.insert(SourcePath::new(path).unwrap(), STORY.as_bytes());
        }
        files
    };
    let (once, twice) = (files(&[]), files(&["content/stories/a/index.md"]));
    let mut told = |files: &Memory| {
        let diags = again.site(files).unwrap().diags;
        diags.iter().any(|diag| diag.problem.code().name == "tree/duplicate-id")
    };
    assert!(!told(&once));
    assert!(told(&twice));
    assert!(!told(&once));
    assert!(told(&twice));
}

#[test]
fn in_memory_what_is_told_of_one_document_follows_the_fields_of_another() {
    let options = Options::new(".", Purpose::Check);
    let env = || Env::fixed(Date::new(2026, 11, 23).unwrap());
    let mut again = Rebuild::new(options.clone(), env());
    let site = "title: A\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";
    let edition =
        "title: Brief\nnumber: 1\ndate: 2026-11-23\nblocks: [{item: page:a, style: figure}]";
    let moved = |title: &str| format!("title: {title}\naliases: [oud/]");
    let mut told = |draft: &str, first: &str, second: &str, page: &str| {
        let mut files = Memory::default();
        for (path, text) in [
            ("content/site.yaml", site.to_owned()),
            ("content/newsletters/brief.md", format!("---\n{edition}\n---\n")),
            ("content/pages/a.md", format!("---\ntitle: {draft}\ndraft: true\n---\n")),
            ("content/pages/b.md", format!("---\n{}\n---\n", moved(first))),
            ("content/pages/c.md", format!("---\n{}\n---\n{page}\n", moved(second))),
        ] {
            files.insert(SourcePath::new(path).unwrap(), text.as_bytes());
        }
        let same = Rebuild::new(options.clone(), env()).site(&files).unwrap().diags;
        assert_eq!(again.site(&files).unwrap().diags, same);
        let about =
            |name: &str| same.iter().filter(|own| own.problem.code().name == name).count();
        ["link/not-shown", "address/alias-taken", "newsletter/lacks-part"].map(about)
    };
    for (draft, first, second, page) in [
        ("Ontwerp", "B", "C", "Een."),
        ("Ander ontwerp", "B", "C", "Een."),
        ("Ander ontwerp", "Een lang opschrift", "C", "Een."),
        ("Ander ontwerp", "Een lang opschrift", "Nog een", "Een."),
        ("Ontwerp", "B", "Nog een", "Twee."),
    ] {
        assert_eq!(told(draft, first, second, page), [1, 1, 1], "{draft} {first} {second}");
    }
}
