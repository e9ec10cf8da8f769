//! What only a real disk can hold: links, pipes, files of gigabytes.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use lerend::base::{Date, SourcePath};
use lerend::diag::draw::{self, Format, Style};
use lerend::diag::{Diag, Fatal, Language, Place as Where, Severity};
use lerend::pipeline::{self, Built, Options, Purpose, Search, Task};
use lerend::vfs::Env;
use tempfile::TempDir;

use crate::site::BASE;

/// The base site in a folder of its own, beside a folder that is none of its business.
struct Place {
    _whole: TempDir,
    root: PathBuf,
    outside: PathBuf,
}

const PAGE: &str = "---\ntitle: Kanarie\n---\nKanarie-in-de-mijn.\n";

impl Place {
    fn new() -> Self {
        let whole = tempfile::tempdir().unwrap();
        let (root, outside) = (whole.path().join("site"), whole.path().join("elders"));
        fs::create_dir_all(&outside).unwrap();
        let place = Self { _whole: whole, root, outside };
        for (path, text) in BASE {
            place.file(path, text);
        }
        place
    }

    fn file(&self, path: &str, text: &str) {
        let full = self.root.join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }

    /// Puts a link to `to` at a path of the site.
    fn link(&self, path: &str, to: impl AsRef<Path>) {
        let full = self.root.join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        symlink(to, full).unwrap();
    }

    fn build(&self) -> Built {
        self.try_build().unwrap_or_else(|fatal| panic!("{:?}", fatal.0))
    }

    fn try_build(&self) -> Result<Built, Fatal> {
        let options = Options {
            search: Search::Skip,
            ..Options::new(self.root.clone(), Purpose::Publish(None))
        };
        let env = Env::fixed(Date::new(2026, 11, 23).unwrap());
        pipeline::build(Task { options: &options, env: &env })
    }
}

fn problems(built: &Built) -> String {
    let diags: Vec<Diag> =
        built.diags.iter().filter(|diag| diag.severity >= Severity::Warning).cloned().collect();
    let style =
        Style { format: Format::Concise, language: Language::En, colour: false, width: 200 };
    draw::all(&diags, &built.sources, &style)
}

#[test]
fn a_link_out_of_the_site_publishes_nothing_of_what_is_behind_it() {
    let place = Place::new();
    fs::write(place.outside.join("geheim.md"), PAGE).unwrap();
    place.file(".verborgen/geheim.md", PAGE);
    place.link("content/pages/bestand.md", place.outside.join("geheim.md"));
    place.link("content/pages/map", &place.outside);
    place.link("content/pages/nergens.md", "weg.md");
    place.link("content/pages/omweg.md", "../../../elders/geheim.md");
    place.link("content/pages/rond.md", "rond.md");
    place.link("content/pages/verborgen.md", "../../.verborgen/geheim.md");
    let built = place.build();
    let expected: String = [
        "bestand.md",
        "map",
        "nergens.md",
        "omweg.md",
        "rond.md",
        "verborgen.md",
    ]
    .iter()
    .map(|name| {
        format!(
            "content/pages/{name}:1:1: error[unsafe/outside-link]: this shortcut leads to nothing, out of the site or to a folder; it is not followed\n"
        )
    })
    .collect();
    assert_eq!(problems(&built), expected);
    assert!(built.published.is_none());
    assert!(!place.root.join("public").exists());
    // The excerpts of messages show nothing of it either.
    let style =
        Style { format: Format::Full, language: Language::Nl, colour: false, width: 200 };
    assert!(!draw::all(&built.diags, &built.sources, &style).contains("Kanarie"));
}

#[test]
fn files_at_addresses_that_others_know_are_published_as_they_are() {
    let place = Place::new();
    let files = [
        ("CNAME", "evaluatie.example\n"),
        ("google123.html", "google-site-verification: google123.html"),
        (".well-known/mta-sts.txt", "version: STSv1\r\n"),
    ];
    for (name, text) in files {
        place.file(&format!("content/files/{name}"), text);
    }
    place.file("content/files/.DS_Store", "x");
    assert_eq!(problems(&place.build()), "");
    let public = |name: &str| fs::read_to_string(place.root.join("public").join(name));
    for (name, text) in files {
        assert_eq!(public(name).unwrap(), text, "{name}");
    }
    assert!(public(".DS_Store").is_err());
    let sitemap = public("sitemap.xml").unwrap();
    assert!(sitemap.contains("/regios/") && !sitemap.contains("google123"));
    // A link would show what it leads to.
    place.file("sleutel.json", "geheim");
    place.link("content/files/sleutel.json", "../../sleutel.json");
    let told = "content/files/sleutel.json:1:1: error[unsafe/outside-link]: this shortcut leads to nothing, out of the site or to a folder; it is not followed\n";
    assert_eq!(problems(&place.build()), told);
    fs::remove_file(place.root.join("content/files/sleutel.json")).unwrap();
    // One that went is gone from the site.
    fs::remove_file(place.root.join("content/files/CNAME")).unwrap();
    place.build();
    assert!(public("CNAME").is_err() && public("google123.html").is_ok());
}

#[test]
fn a_linked_content_folder_is_not_read() {
    let place = Place::new();
    fs::create_dir_all(place.outside.join("pages")).unwrap();
    fs::write(place.outside.join("pages/geheim.md"), PAGE).unwrap();
    fs::rename(place.root.join("content/regions"), place.outside.join("regions")).unwrap();
    place.link("content/pages", place.outside.join("pages"));
    place.link("content/regions", place.outside.join("regions"));
    let built = place.build();
    assert_eq!(
        problems(&built),
        "content/pages:1:1: error[unsafe/outside-link]: this shortcut leads to nothing, out of the site or to a folder; it is not followed\n\
         content/regions:1:1: error[unsafe/outside-link]: this shortcut leads to nothing, out of the site or to a folder; it is not followed\n"
    );
    assert!(!place.root.join("public").exists());
}

#[test]
fn a_theme_is_read_through_no_link_out_of_the_site() {
    for linked in ["themes", "themes/boos"] {
        let place = Place::new();
        let theme = place.outside.join("themes/boos");
        fs::create_dir_all(theme.join("assets")).unwrap();
        fs::write(theme.join("theme.yaml"), "version: 9\n").unwrap();
        fs::write(theme.join("assets/geheim.txt"), "Kanarie").unwrap();
        let site = fs::read_to_string(place.root.join("content/site.yaml")).unwrap();
        place.file("content/site.yaml", &format!("{site}theme: boos\n"));
        place.link(linked, place.outside.join(linked));
        let built = place.build();
        let expected = format!(
            "content/site.yaml:6:8: error[theme/unknown-theme]: there is no theme called `boos`\n\
             {linked}:1:1: error[unsafe/outside-link]: this shortcut leads to nothing, out of the site or to a folder; it is not followed\n"
        );
        assert_eq!(problems(&built), expected);
        assert!(!place.root.join("public").exists());
    }
    // One that leads to another folder of the site is a theme as any other.
    let place = Place::new();
    let site = fs::read_to_string(place.root.join("content/site.yaml")).unwrap();
    place.file("content/site.yaml", &format!("{site}theme: boos\n"));
    place.file("uiterlijk/boos/theme.yaml", "version: 9\n");
    place.link("themes", "uiterlijk");
    assert_eq!(problems(&place.build()), "");
}

#[test]
fn content_that_is_a_link_out_of_the_site_is_said_to_be_one() {
    for linked in ["content", "content/site.yaml"] {
        let place = Place::new();
        let outside = place.outside.join("elders");
        fs::rename(place.root.join(linked), &outside).unwrap();
        place.link(linked, outside);
        let diag = place.try_build().unwrap_err().0;
        assert_eq!(diag.problem.code().name, "unsafe/outside-link", "{linked}");
        assert_eq!(Some(diag.place), SourcePath::new(linked).map(Where::File), "{linked}");
    }
}

#[test]
fn a_link_within_the_site_is_the_file_it_leads_to() {
    let place = Place::new();
    place.file("content/pages/a.md", PAGE);
    place.link("content/pages/b.md", "a.md");
    let built = place.build();
    assert_eq!(problems(&built), "");
    let page = fs::read_to_string(place.root.join("public/b/index.html")).unwrap();
    assert!(page.contains("Kanarie-in-de-mijn."));
}

#[test]
fn a_pipe_is_told_and_not_read() {
    let place = Place::new();
    fs::create_dir_all(place.root.join("content/pages")).unwrap();
    let pipe = place.root.join("content/pages/pijp.md");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    place.link("content/pages/naar-pijp.md", "pijp.md");
    let built = place.build();
    assert_eq!(
        problems(&built),
        "content/pages/naar-pijp.md:1:1: error[tree/not-a-file]: this is not an ordinary file, so it is not read\n\
         content/pages/pijp.md:1:1: error[tree/not-a-file]: this is not an ordinary file, so it is not read\n"
    );
}

#[test]
fn a_file_that_is_too_large_is_told_before_it_is_read() {
    let place = Place::new();
    fs::create_dir_all(place.root.join("content/media")).unwrap();
    // Without blocks on disk: only its length is there.
    let film = fs::File::create(place.root.join("content/media/film.mp4")).unwrap();
    film.set_len((2 << 30) + 1).unwrap();
    let built = place.build();
    assert_eq!(
        problems(&built),
        "content/media/film.mp4:1:1: error[tree/too-large]: this file is too large to read: 2147483649 bytes; the most is 2147483648\n"
    );
}

#[test]
fn a_name_with_a_backslash_is_told_as_such_and_is_no_other_file() {
    let place = Place::new();
    place.file("content/pages/x.md", PAGE);
    place.file("content/pages\\x.md", "geen bladzijde");
    let built = place.build();
    let told = problems(&built);
    let start =
        "content/pages\\x.md:1:1: error[tree/bad-name]: the file name `content/pages\\x.md` ";
    assert!(told.starts_with(start), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
}
