//! What editors or attackers write stays text, in every file, and takes no time.

use super::sample;
use crate::base::UrlPath;
use crate::model::Target;
use crate::model::body::{Block, Inline};
use crate::render::outputs::newsletter::{BlockView, MailQuote, files, mail_markdown};

const TITLES: [&str; 6] = [
    "<script>alert(1)</script>",
    "\" onload=\"x\" '",
    "*|UNSUB|* {{ x }} %%y%% [UNSUBSCRIBE]",
    "<!--[if mso]>--> ]]> </td></table>",
    "# [a](b) `c` ![d](e) &amp; <https://evil.example>",
    "👩\u{200d}👩 \u{202e}omgekeerd\u{202c} \u{200b}verborgen",
];

fn everywhere(words: &str) -> BlockView {
    let base = sample::factsheet();
    let mut figures = base.figures.clone();
    figures[0].label = words.to_owned();
    figures[0].unit = Some(words.to_owned());
    let mut picture = base.picture.clone().unwrap();
    picture.alt = words.to_owned();
    picture.credit = words.to_owned();
    BlockView {
        rubric: Some(words.to_owned()),
        kind: words.to_owned(),
        note: Some(words.to_owned()),
        title: words.to_owned(),
        text: words.to_owned(),
        link_words: words.to_owned(),
        picture: Some(picture),
        strength: Some(words.to_owned()),
        figures,
        quote: Some(MailQuote {
            text: words.to_owned(),
            by: words.to_owned(),
            lang: None,
            needs: Vec::new(),
            social: true,
        }),
        corrections: vec![words.to_owned()],
        ..base
    }
}

/// Whether a file is of a kind.
fn is(name: &str, ending: &str) -> bool {
    name.rsplit('.').next() == Some(ending)
}

/// The text of HTML as a browser reads it.
fn seen(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    for (entity, c) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#91;", "["),
        ("&#123;", "{"),
        ("&#124;", "|"),
        ("&#37;", "%"),
        ("&amp;", "&"),
    ] {
        out = out.replace(entity, c);
    }
    out
}

/// The names of all start tags.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).filter_map(|rest| rest.split([' ', '>', '\n']).next()).collect()
}

#[test]
fn titles_that_look_like_markup_stay_text() {
    let harmless = files(&edition_with("woorden"), &[]);
    for words in TITLES {
        let hostile = files(&edition_with(words), &[]);
        for ((name, plain), (_, bytes)) in harmless.iter().zip(&hostile) {
            if is(name, "html") {
                let html = std::str::from_utf8(bytes).unwrap();
                assert_eq!(tags(html), tags(std::str::from_utf8(plain).unwrap()), "{name}");
                assert!(seen(html).contains(words), "{name}: {words}");
                for sign in ["*|", "{{", "%%", "[UNSUB"] {
                    assert!(!html.contains(sign), "{name}: {sign}");
                }
            }
        }
    }
}

#[test]
fn data_keeps_titles_to_the_letter() {
    for words in TITLES {
        let files = files(&edition_with(words), &[]);
        let (_, json) = files.iter().find(|(name, _)| is(name, "json")).unwrap();
        let item: serde_json::Value = serde_json::from_slice(json).unwrap();
        assert_eq!(item["schema"], "lerend-item/1");
        assert_eq!(item["title"], words);
        assert_eq!(item["figures"][0]["label"], words);
    }
}

#[test]
fn plain_text_has_nothing_that_is_not_seen_and_no_line_too_long() {
    for words in TITLES.map(str::to_owned).into_iter().chain(["lang".repeat(500)]) {
        for (name, bytes) in files(&edition_with(&words), &[]) {
            // Messages for social media have no lines: they are pasted.
            if !is(&name, "txt") || name == "social.txt" {
                continue;
            }
            let text = String::from_utf8(bytes).unwrap();
            let hidden = |c: char| matches!(c, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}');
            assert!(!text.contains(hidden), "{name}");
            for line in text.lines() {
                let seen = line.chars().filter(|c| *c != '\u{200d}').count();
                assert!(seen <= 72 || line.starts_with("https://"), "{line}");
            }
        }
    }
}

#[test]
fn a_mail_of_a_megabyte_and_a_deep_one_are_written() {
    let mut view = edition_with(&"<*|[ ".repeat(5_000));
    let link = |at: usize| {
        let url = UrlPath::new(&format!("regios/{at}/")).unwrap();
        sample::link("Twente!", Target::Site { url, fragment: None })
    };
    view.intro = vec![sample::paragraph((0..5_000).map(link).collect())].into();
    let mut deep = sample::paragraph(vec![sample::text("diep")]);
    for _ in 0..300 {
        deep = Block::Quote(vec![deep]);
    }
    let mut inline = sample::text("diep");
    for _ in 0..300 {
        inline = Inline::Strong(vec![inline]);
    }
    view.closing = vec![deep, sample::paragraph(vec![inline])].into();
    let total: usize = files(&view, &[]).iter().map(|(_, bytes)| bytes.len()).sum();
    assert!(total + mail_markdown(&view).len() < 20_000_000, "{total}");
}

fn edition_with(words: &str) -> crate::render::outputs::newsletter::EditionView {
    let mut view = sample::edition();
    view.title = words.to_owned();
    view.subject = words.to_owned();
    view.preheader = Some(words.to_owned());
    view.site_title = words.to_owned();
    view.colophon = vec![words.to_owned()];
    view.notices = vec![words.to_owned()];
    view.intro = vec![sample::paragraph(vec![sample::text(words)])].into();
    view.blocks = vec![everywhere(words)];
    view
}
