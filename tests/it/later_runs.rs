//! What a later run of the program makes and says again, and what it leaves.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use lerend::base::{Date, SourcePath};
use lerend::diag::Fatal;
use lerend::pipeline::{Options, Purpose, Rebuild, Reuse};
use lerend::vfs::{Env, Files, Folder, Listing, Mark, Memory};

use crate::incremental::{Edit, Made, Place};
use crate::media;
use crate::site::site;

#[test]
fn a_build_says_what_the_site_made_a_warning_of_a_hint() {
    let place = Place::new();
    let long = "en nog een woord ".repeat(12);
    place.write("content/pages/lang.md", format!("---\ntitle: Lang\n---\nEen {long}.\n"));
    let said = || {
        let made = place.build("site/public", Reuse::Store(place.root.join(".lerend")));
        let codes = made.diags.iter().map(|diag| diag.problem.code().name);
        codes.filter(|name| *name == "text/long-sentence").count()
    };
    // A build shows no hints, so it does not look for this one.
    assert_eq!(said(), 0);
    let severity = "severity: {text/long-sentence: warning}\nlanguage: nl";
    place.replace("content/site.yaml", "language: nl", severity);
    assert_eq!([said(), said()], [1, 1]);
}

#[test]
fn a_later_run_makes_mail_and_open_data_again_where_an_edit_shows() {
    let place = Place::new();
    let store = || Reuse::Store(place.root.join(".lerend"));
    let beside = |own: &Made| -> Vec<String> {
        let made = own.looked_at.iter().filter(|name| !name.is_empty() && !name.ends_with('/'));
        made.filter(|name| !name.ends_with("feed.xml")).cloned().collect()
    };
    place.edit(&Edit::Factsheet(0, 0));
    let first = place.build("site/public", store());
    let all = beside(&first);
    for name in ["content/newsletters/a.md", "content/events/a.md", "sitemap"] {
        assert!(all.iter().any(|own| own == name), "{name} {all:?}");
    }
    let hints = |own: &Made| {
        own.diags
            .iter()
            .filter(|diag| diag.problem.code().name == "newsletter/no-preheader")
            .count()
    };
    assert_eq!(hints(&first), 1);
    place.edit(&Edit::Factsheet(0, 1));
    let second = place.build("site/public", store());
    // Its title stands in open data, and in no mail.
    let made = beside(&second);
    assert!(made.iter().any(|own| own == "data/site.json"), "{made:?}");
    for name in ["content/newsletters/a.md", "content/events/a.md", "sitemap", "copies"] {
        assert!(made.iter().all(|own| own != name), "{name} {made:?}");
    }
    assert_eq!(hints(&second), 1, "what was said of a mail that stays is said again");
    place.edit(&Edit::Story(1));
    let third = beside(&place.build("site/public", store()));
    assert!(third.iter().any(|own| own == "content/newsletters/a.md"), "{third:?}");
    assert!(third.iter().all(|own| own != "content/events/a.md"), "{third:?}");
}

/// Files of which it is counted how often each was read.
struct Counted {
    files: Memory,
    reads: Mutex<BTreeMap<String, usize>>,
}

impl Files for Counted {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        self.files.list(folder)
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        *self.reads.lock().unwrap().entry(path.to_string()).or_default() += 1;
        self.files.read(path)
    }

    fn mark(&self, path: &SourcePath) -> Option<Mark> {
        self.files.mark(path)
    }
}

#[test]
fn a_film_that_is_the_same_is_not_read_again_while_serving() {
    let path = |path: &str| SourcePath::new(path).unwrap();
    let page = |text: &str| format!("---\ntitle: Film\n---\n{text}\n\n![](media:film)\n");
    let film = "content/media/film.mp4";
    let sidecar = "kind: film\nalt: Een film\nmaker: Redactie\nlicence: CC0-1.0\npeople: none\n\
         transcript: Een oven.\ncaptions: film.vtt\n";
    let mut files = site()
        .file(film, media::bytes("film 4"))
        .file("content/media/film.mp4.yaml", sidecar)
        .file("content/media/film.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nEen oven.\n")
        .file("content/pages/film.md", page("Een."))
        .files();
    let options = Options::new(".", Purpose::Check);
    let env = Env::fixed(Date::new(2026, 11, 23).unwrap());
    let mut rebuild = Rebuild::new(options, env).squeezing();
    let mut build = |files: Memory| {
        let counted = Counted { files, reads: Mutex::default() };
        let made = rebuild.site(&counted).unwrap();
        let output = made.output.unwrap();
        let (_, file) =
            output.files().find(|(path, _)| path.as_str().ends_with(".mp4")).unwrap();
        let reads = counted.reads.lock().unwrap().get(film).copied().unwrap_or_default();
        (reads, file.facts.hash, file.facts.bytes)
    };
    let first = build(files.clone());
    assert!(first.0 > 0);
    files.insert(path("content/pages/film.md"), page("Twee.").as_bytes());
    let second = build(files.clone());
    assert_eq!(second, (0, first.1, first.2));
    files.insert(path(film), media::bytes("film 5").as_slice());
    let third = build(files);
    assert!(third.0 > 0 && third.1 != first.1);
}
