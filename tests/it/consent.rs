//! Consent per channel: what may not be shown leaves no trace.

use lerend::output::Content;

use crate::media;
use crate::site::{Outcome, Site, holds, site};

/// Words that stand with the picture and the quotation of one person, and nowhere else.
const CANARIES: &[&str] =
    &["zwaluwalt", "zwaluwbij", "zwaluwmaker", "zwaluwplek", "zwaluwcitaat", "zwaluwzin"];

/// A story with the picture of a person as its hero, in a gallery, beside a quotation, in an
/// edition that was sent, in feeds and behind links on social media.
fn story(consent: &str) -> Site {
    story_in_mail(consent, "large")
}

fn story_in_mail(consent: &str, style: &str) -> Site {
    site()
        .file("content/vocabulary/consents.yaml", format!("- {{id: AVG-1, given: 2021-01-01, {consent}}}\n"))
        .file("content/vocabulary/people.yaml", "- {id: jan, role: deelnemer}\n")
        .file("content/media/vogel.jpg", media::bytes("jpeg 1300 700"))
        .file(
            "content/media/vogel.jpg.yaml",
            "kind: photo\nalt: zwaluwalt\ncaption: zwaluwbij\nmaker: zwaluwmaker\nplace: zwaluwplek\n\
             licence: CC-BY-4.0\npeople: recognisable\nconsent: [AVG-1]\n",
        )
        .file(
            "content/stories/een.md",
            "---\ntitle: Een verhaal\ndate: 2021-02-01\nregion: twente\nform: article\ntopics: [matching]\n\
             image: vogel\nquotes: [{text: zwaluwcitaat, by: jan, consent: AVG-1}]\n---\nTekst.\n\n\
             ![](media:vogel)\n\n```gallery\nitems: [vogel]\n```\n\n```quote\ntext: zwaluwzin\nby: jan\nconsent: AVG-1\n```\n",
        )
        .file(
            "content/newsletters/2021-03.md",
            format!(
                "---\ntitle: Maart\ndate: 2021-03-01\nsent: 2021-03-01\nsubject: Maart\n\
                 preheader: Een voorregel die lang genoeg is voor een mail\n\
                 blocks: [{{item: 'story:een', style: {style}}}]\n---\n"
            ),
        )
}

/// The files in which a word stands, or whose path holds it.
fn holding(outcome: &Outcome, word: &str) -> Vec<String> {
    let found = outcome
        .all_bytes()
        .into_iter()
        .filter(|(path, bytes)| path.contains(word) || holds(bytes, word));
    found.map(|(path, _)| path).collect()
}

/// The pictures made of the photo: path, and whether it is nothing but grey.
fn pictures(outcome: &Outcome) -> Vec<(String, bool)> {
    let made =
        outcome.all_bytes().into_iter().filter(|(path, _)| path.starts_with("beeld/vogel"));
    made.map(|(path, bytes)| {
        let colours = colours(&bytes);
        (path, colours.iter().all(|own| own.abs_diff(0xe3) < 3))
    })
    .collect()
}

/// All red, green and blue of a picture.
fn colours(bytes: &[u8]) -> Vec<u8> {
    image::load_from_memory(bytes).unwrap().into_rgb8().into_raw()
}

/// Whether a file is mail, or made for it.
fn is_mail(path: &str) -> bool {
    let is_page = path == "nieuwsbrieven/index.html" || path == "nieuwsbrieven/feed.xml";
    (path.starts_with("nieuwsbrieven/") && !is_page) || path.starts_with("kopieren/")
}

#[test]
fn what_may_be_shown_is_shown_through_every_channel() {
    let outcome = story("scope: [site, newsletter, social]").build();
    for word in ["zwaluwalt", "zwaluwmaker"] {
        let places = holding(&outcome, word);
        assert!(places.contains(&"verhalen/een/index.html".to_owned()), "{word}: {places:?}");
        assert!(places.iter().any(|path| is_mail(path)), "{word}: {places:?}");
    }
    let pictures = pictures(&outcome);
    assert!(pictures.iter().all(|(_, is_grey)| !is_grey), "{pictures:?}");
    let endings: Vec<&str> =
        pictures.iter().map(|(path, _)| path.rsplit('.').next().unwrap()).collect();
    // 480, 960 and 1300 in two formats, 552 and 1104 for mail, one for links.
    assert_eq!(endings.iter().filter(|own| **own == "jpg").count(), 6, "{pictures:?}");
    assert_eq!(endings.iter().filter(|own| **own == "webp").count(), 3, "{pictures:?}");
    let page = outcome.text("verhalen/een/index.html");
    assert!(page.contains("<meta property=\"og:image\" content=\"https://voorbeeld.example/beeld/vogel-1200x630."), "{page}");
}

#[test]
fn what_was_withdrawn_leaves_no_trace_but_a_grey_area_in_old_mail() {
    let gone = [
        "withdrawn: 2026-11-23, scope: [site, newsletter, social]",
        "until: 2026-11-22, scope: [site, newsletter, social]",
        "scope: [newsletter, social]",
    ];
    for consent in gone {
        let outcome = story(consent).build();
        for word in CANARIES {
            assert_eq!(holding(&outcome, word), [""; 0], "{word} with {consent}");
        }
        // Two addresses stand in the mail that was sent, and a third beside a text.
        for (style, addresses) in [("large", 2), ("small", 3)] {
            let pictures = pictures(&story_in_mail(consent, style).build());
            assert_eq!(pictures.len(), addresses, "{consent}: {pictures:?}");
            assert!(pictures.iter().all(|(_, is_grey)| *is_grey), "{consent}: {pictures:?}");
            let allowed = story_in_mail("scope: [site, newsletter, social]", style).build();
            for (path, _) in pictures {
                assert!(allowed.output().get(&path).is_some(), "{path}");
            }
        }
    }
}

#[test]
fn what_is_not_for_the_newsletter_stands_in_no_mail() {
    let outcome = story("scope: [site, social]").build();
    for word in CANARIES {
        let in_mail: Vec<String> =
            holding(&outcome, word).into_iter().filter(|path| is_mail(path)).collect();
        assert_eq!(in_mail, [""; 0], "{word}");
    }
    assert!(holding(&outcome, "zwaluwalt").contains(&"verhalen/een/index.html".to_owned()));
    let grey = pictures(&outcome).into_iter().filter(|(_, is_grey)| *is_grey).count();
    assert_eq!(grey, 2, "the addresses in the mail that was sent");
}

#[test]
fn what_is_not_for_social_media_goes_with_no_link() {
    let outcome = story("scope: [site, newsletter]").build();
    let page = outcome.text("verhalen/een/index.html");
    assert!(
        !page.contains("og:image\" content=\"https://voorbeeld.example/beeld/vogel"),
        "{page}"
    );
    assert!(page.contains("zwaluwalt"));
    assert!(pictures(&outcome).iter().all(|(path, _)| !path.contains("1200x")));
    // Messages that are made to be posted there hold nothing of it, mails do.
    for word in CANARIES {
        let posts: Vec<String> = holding(&outcome, word)
            .into_iter()
            .filter(|path| path.ends_with("social.txt"))
            .collect();
        assert_eq!(posts, [""; 0], "{word}");
    }
    let posted = holding(&story("scope: [site, newsletter, social]").build(), "zwaluwcitaat");
    assert!(posted.iter().any(|path| path.ends_with("social.txt")), "{posted:?}");
    assert!(holding(&outcome, "zwaluwcitaat").iter().any(|path| is_mail(path)));
}

#[test]
fn a_picture_that_nobody_sent_has_no_placeholder() {
    let outcome = story("withdrawn: 2026-11-23, scope: [site]")
        .without("content/newsletters/2021-03.md")
        .build();
    assert_eq!(pictures(&outcome), []);
    let copies: Vec<&str> = outcome
        .output()
        .files()
        .filter(|(_, file)| matches!(file.content, Content::Copy(..)))
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(copies, [""; 0]);
}
