//! Publications into real folders.

#![expect(clippy::disallowed_methods, reason = "the tests look at the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;

use super::*;
use crate::base::OutPath;
use crate::diag::Problem;
use crate::output::{Artifact, Content, Hash, Reading};
use crate::vfs::Memory;

pub(super) fn publish(
    output: &Output,
    files: &Memory,
    location: &Location,
) -> Result<Report, Fatal> {
    Destination::open(location)?.publish(output, files)
}

/// A site's root with an output folder as a fresh clone has it.
pub(super) struct Bench {
    folder: tempfile::TempDir,
}

pub(super) type Files = BTreeMap<String, String>;

impl Bench {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("content")).unwrap();
        fs::create_dir(folder.path().join("public")).unwrap();
        fs::write(folder.path().join("public/.gitkeep"), "blijf").unwrap();
        Self { folder }
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(super) fn location(&self, output: &str) -> Location {
        Location { root: self.path(""), output: output.into(), home: None }
    }

    pub(super) fn publish(&self, files: &[(&str, &str)]) -> Result<Report, Fatal> {
        publish(&site(files), &Memory::default(), &self.location("public"))
    }

    /// What the output folder holds, the manifest aside.
    pub(super) fn live(&self) -> Files {
        self.read("public")
    }

    fn read(&self, folder: &str) -> Files {
        let root = self.path(folder);
        let read = |name: String| {
            let text = fs::read_to_string(root.join(&name)).unwrap();
            (name, text)
        };
        let names = tree(&root).files.into_keys();
        names.filter(|name| name != "manifest.json").map(read).collect()
    }

    /// Number and time of every file: what changes when a file is written.
    pub(super) fn marks(&self) -> Vec<(String, Mark)> {
        tree(&self.path("public")).files.into_iter().collect()
    }

    pub(super) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("")).unwrap();
        let mut names: Vec<_> =
            entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn tree(root: &Path) -> Tree {
    Tree::of(root, &Lister::default().list(root).unwrap()).unwrap()
}

pub(super) fn site(files: &[(&str, &str)]) -> Output {
    let artifact = |(path, text): &(&str, &str)| Artifact {
        path: OutPath::new(path).unwrap(),
        content: Content::Bytes(text.as_bytes().into()),
        claimed_by: None,
    };
    let memory = Memory::default();
    let reading = Reading { files: &memory, earlier: None };
    Output::collect(files.iter().map(artifact).collect(), reading).unwrap().value
}

fn files(files: &[(&str, &str)]) -> Files {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn problem(result: Result<Report, Fatal>) -> Problem {
    result.unwrap_err().0.problem
}

pub(super) const TWO: &[(&str, &str)] = &[("index.html", "home"), ("a/b/index.html", "bee")];

#[test]
fn a_first_publication_writes_everything_and_keeps_what_keeps_the_folder() {
    let bench = Bench::new();
    let report = bench.publish(TWO).unwrap();
    assert_eq!((report.written, report.unchanged, report.removed), (3, 1, 0));
    assert_eq!(
        bench.live(),
        files(&[(".gitkeep", "blijf"), ("a/b/index.html", "bee"), ("index.html", "home")])
    );
    let manifest = fs::read_to_string(bench.path("public/manifest.json")).unwrap();
    assert!(manifest.contains(&Hash::of(b"bee").to_string()));
    assert_eq!(bench.names(), [".public-lerend", "content", "public"]);
}

#[test]
fn an_output_folder_that_is_not_there_is_made() {
    let bench = Bench::new();
    publish(&site(TWO), &Memory::default(), &bench.location("uit/site")).unwrap();
    assert_eq!(bench.read("uit/site"), files(TWO));
}

#[test]
fn the_same_site_again_writes_nothing() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    let before = bench.marks();
    let report = bench.publish(TWO).unwrap();
    assert_eq!(report, Report { unchanged: 4, ..Report::default() });
    assert_eq!(bench.marks(), before);
}

#[test]
fn only_what_differs_is_written_and_what_is_gone_disappears() {
    let bench = Bench::new();
    let sites: [&[(&str, &str)]; 4] = [
        &[("index.html", "home"), ("a/index.html", "een"), ("b", "weg")],
        &[("index.html", "home"), ("a/index.html", "twee"), ("b/index.html", "nu map")],
        &[("index.html", "home"), ("a", "nu bestand"), ("b/index.html", "nu map")],
        &[("index.html", "home"), ("a", "nu bestand"), ("b/index.html", "anders")],
    ];
    let inode = || fs::metadata(bench.path("public/index.html")).unwrap().ino();
    let mut home = None;
    for files_now in sites {
        bench.publish(files_now).unwrap();
        let mut expected = files(files_now);
        expected.insert(".gitkeep".to_owned(), "blijf".to_owned());
        assert_eq!(bench.live(), expected);
        assert_eq!(inode(), *home.get_or_insert_with(inode), "home was written again");
    }
    let report = bench.publish(&[("index.html", "home"), ("a", "nu bestand")]).unwrap();
    assert_eq!((report.written, report.unchanged, report.removed), (1, 3, 1));
}

#[test]
fn a_file_that_somebody_changed_by_hand_is_put_right() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    fs::write(bench.path("public/index.html"), "met de hand").unwrap();
    fs::remove_file(bench.path("public/a/b/index.html")).unwrap();
    bench.publish(TWO).unwrap();
    assert_eq!(bench.live().get("index.html").map(String::as_str), Some("home"));
    assert_eq!(bench.live().len(), 3);
}

#[test]
fn files_of_other_people_are_refused_and_untouched() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    fs::write(bench.path("public/notities.txt"), "van mij").unwrap();
    let before = bench.live();
    let expected = Host::ForeignOutput { example: "notities.txt".into(), count: 1 };
    assert_eq!(problem(bench.publish(&[("index.html", "nieuw")])), expected.into());
    assert_eq!(bench.live(), before);

    let other = Bench::new();
    fs::write(other.path("public/manifest.json"), "{\"name\": \"app\"}").unwrap();
    let expected = Host::ForeignOutput { example: "manifest.json".into(), count: 1 };
    assert_eq!(problem(other.publish(TWO)), expected.into());
    assert_eq!(other.names(), ["content", "public"]);
}

#[test]
fn a_link_in_the_output_folder_is_not_followed() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    fs::remove_file(bench.path("public/index.html")).unwrap();
    fs::write(bench.path("geheim"), "x").unwrap();
    std::os::unix::fs::symlink(bench.path("geheim"), bench.path("public/index.html")).unwrap();
    let expected = Host::ForeignOutput { example: "index.html".into(), count: 1 };
    assert_eq!(problem(bench.publish(TWO)), expected.into());
    assert_eq!(fs::read_to_string(bench.path("geheim")).unwrap(), "x");
}

#[test]
fn folders_that_may_not_go_are_refused() {
    let bench = Bench::new();
    let link = |name: &str, to: &str| {
        std::os::unix::fs::symlink(bench.path(to), bench.path(name)).unwrap();
    };
    link("naar-inhoud", "content");
    link("naar-root", "");
    fs::write(bench.path("bestand"), "x").unwrap();
    let root = fs::canonicalize(bench.path("")).unwrap();
    let home = bench.path("thuis/ik");
    fs::create_dir_all(&home).unwrap();
    let up = root.parent().unwrap().to_string_lossy().into_owned();
    let holds = |path: &str, holds: &str| {
        Problem::from(Host::UnsafeOutput { path: path.into(), holds: holds.into() })
    };
    let inside = |path: &str, inside: &str| {
        Problem::from(Host::OutputInside { path: path.into(), inside: inside.into() })
    };
    let cases = [
        ("/", holds("/", ".")),
        (".", holds(".", ".")),
        ("..", holds(&up, ".")),
        ("content", holds("content", "content")),
        ("content/site", inside("content/site", "content")),
        ("themes/x/../y", inside("themes/y", "themes")),
        ("naar-inhoud", holds("content", "content")),
        ("naar-inhoud/x", inside("content/x", "content")),
        ("naar-root", holds(".", ".")),
        ("public/../content", holds("content", "content")),
        ("thuis", holds("thuis", "thuis/ik")),
        ("thuis/ik", holds("thuis/ik", "thuis/ik")),
        (".git", holds(".git", ".git")),
        ("bestand", Host::OutputNoFolder { path: "bestand".into() }.into()),
    ];
    for (output, expected) in cases {
        let location = Location { home: Some(home.clone()), ..bench.location(output) };
        let result = publish(&site(TWO), &Memory::default(), &location);
        assert_eq!(problem(result), expected, "{output}");
    }
    assert_eq!(
        bench.names(),
        ["bestand", "content", "naar-inhoud", "naar-root", "public", "thuis"]
    );
}

#[test]
fn a_second_build_is_told_at_once_that_the_folder_is_taken() {
    let bench = Bench::new();
    let first = Destination::open(&bench.location("public")).unwrap();
    let taken = Host::Locked { process: Some(std::process::id()) };
    assert_eq!(problem(bench.publish(TWO)), taken.into());
    drop(first);
    assert_eq!(bench.names(), ["content", "public"]);
    bench.publish(TWO).unwrap();
}

#[test]
fn a_lock_file_of_a_killed_build_stops_nobody() {
    let bench = Bench::new();
    fs::create_dir(bench.path(".public-lerend")).unwrap();
    fs::write(bench.path(".public-lerend/lock"), "1\n").unwrap();
    bench.publish(TWO).unwrap();
}

#[test]
fn what_a_killed_build_staged_does_not_get_into_the_site() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    let tree = bench.path(".public-lerend/tree");
    fs::create_dir_all(tree.join("half/klaar")).unwrap();
    fs::write(tree.join("half/klaar/index.html"), "half").unwrap();
    fs::write(tree.join("index.html"), "ho").unwrap();
    std::os::unix::fs::symlink("/etc", tree.join("etc")).unwrap();
    let now = &[("index.html", "home"), ("a/b/index.html", "anders")];
    bench.publish(now).unwrap();
    let mut expected = files(now);
    expected.insert(".gitkeep".to_owned(), "blijf".to_owned());
    assert_eq!(bench.live(), expected);
    assert!(!bench.path("public/half").exists());
}

#[test]
fn a_folder_beside_the_output_that_is_not_ours_is_left_alone() {
    let bench = Bench::new();
    fs::create_dir(bench.path(".public-lerend")).unwrap();
    fs::write(bench.path(".public-lerend/dagboek.txt"), "lief").unwrap();
    let expected =
        Host::ForeignOutput { example: ".public-lerend/dagboek.txt".into(), count: 1 };
    assert_eq!(problem(bench.publish(TWO)), expected.into());
    assert_eq!(fs::read_to_string(bench.path(".public-lerend/dagboek.txt")).unwrap(), "lief");
}

#[test]
fn a_file_that_changes_during_the_build_stops_it_and_leaves_no_staging() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    let before = bench.marks();
    let source = SourcePath::new("content/foto.svg").unwrap();
    let mut memory = Memory::default();
    memory.insert(source.clone(), *b"<svg/>");
    let copy = Artifact {
        path: OutPath::new("foto.svg").unwrap(),
        content: Content::Copy(source.clone(), None),
        claimed_by: None,
    };
    let reading = Reading { files: &memory, earlier: None };
    let output = Output::collect(vec![copy], reading).unwrap().value;
    memory.insert(source, *b"<svg>anders</svg>");
    let result = publish(&output, &memory, &bench.location("public"));
    let gone = crate::diag::problem::Output::SourceGone { path: "foto.svg".into() };
    assert_eq!(problem(result), gone.into());
    assert_eq!(bench.marks(), before);
    assert!(!bench.path(".public-lerend/tree").exists());
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let bench = Bench::new();
    fs::write(bench.path("bestand"), "x").unwrap();
    let result = publish(&site(TWO), &Memory::default(), &bench.location("bestand/public"));
    let Problem::Host(Host::NotPublished { path, .. }) = problem(result) else {
        panic!("another problem");
    };
    assert!(path.starts_with("bestand"), "{path}");
}

#[test]
fn a_switch_in_steps_that_was_cut_short_is_mended() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    bench.publish(&[("index.html", "nieuw")]).unwrap();
    let before = bench.live();
    let spot = place::find(&bench.location("public")).unwrap();

    // Killed after the first step: the old site is aside.
    fs::rename(&spot.live, spot.old()).unwrap();
    drop(Destination::open(&bench.location("public")).unwrap());
    assert_eq!(bench.live(), before);

    // Killed after the second: the new site stands, the old one is still aside.
    fs::rename(spot.tree(), spot.old()).unwrap();
    drop(Destination::open(&bench.location("public")).unwrap());
    assert_eq!(bench.live(), before);
    assert!(spot.tree().exists() && !spot.old().exists());
}

#[test]
fn both_ways_of_switching_come_to_the_same() {
    for way in [switch::Way::Exchange, switch::Way::Aside] {
        let bench = Bench::new();
        let spot = place::find(&bench.location("public")).unwrap();
        fs::create_dir_all(spot.tree()).unwrap();
        fs::write(spot.tree().join("index.html"), "nieuw").unwrap();
        switch::switch(&spot, way).unwrap();
        assert_eq!(bench.live(), files(&[("index.html", "nieuw")]), "{way:?}");
        let aside = bench.read(".public-lerend/tree");
        assert_eq!(aside, files(&[(".gitkeep", "blijf")]), "{way:?}");
        assert!(!spot.old().exists());
    }
}
