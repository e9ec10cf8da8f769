//! Captions stand at an address of their own bytes: browsers keep a file for as long as its
//! address is the same.

use crate::media::bytes;
use crate::site::{Outcome, site};

const FILM: &str = "kind: film\nmaker: Redactie\nlicence: CC0-1.0\npeople: none\n\
                    captions: film.vtt\ntranscript: Een vrouw vertelt.\n";

fn with_words(words: &str) -> Outcome {
    site()
        .file("content/media/film.mp4", bytes("film 9"))
        .file("content/media/film.mp4.yaml", FILM)
        .file("content/media/film.vtt", format!("WEBVTT\n\n00:01.000 --> 00:03.000\n{words}\n"))
        .file("content/pages/a.md", "---\ntitle: A\n---\n![](media:film)\n")
        .build()
}

/// The path of the only file with this ending.
fn path(outcome: &Outcome, ending: &str) -> String {
    let paths = outcome.output().files().map(|(path, _)| path.to_string());
    let mut found = paths.filter(|path| path.ends_with(ending));
    let only = found.next().unwrap();
    assert_eq!(found.next(), None);
    only
}

#[test]
fn other_captions_stand_at_another_address_and_the_film_where_it_was() {
    let (before, after) = (with_words("Goed."), with_words("Beter."));
    assert_ne!(path(&before, ".vtt"), path(&after, ".vtt"));
    assert_eq!(path(&before, ".mp4"), path(&after, ".mp4"));
    for outcome in [before, after] {
        let page = outcome.text("a/index.html");
        assert!(page.contains(&path(&outcome, ".vtt")), "{page}");
    }
}
