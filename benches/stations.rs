//! How long each station takes on the sample site: `cargo bench --bench stations`.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark reads what it is given, and stops where it cannot go on"
)]

use std::fs;
use std::path::Path;

use divan::{Bencher, Divan};
use lerend::base::{Date, FileId, Lang, SourcePath};
use lerend::catalog::{self, Catalog, Input};
use lerend::model::DocKind;
use lerend::parse::{Origin, document};
use lerend::pipeline::{
    Gathered, Options, Pictures, Purpose, Rebuild, Search, Task, gather, newsroom,
};
use lerend::plan::plan;
use lerend::publish::{Destination, Location};
use lerend::render::outputs::pages;
use lerend::vfs::{Disk, Env};

const DOCUMENT: &str = "content/factsheets/nieuwe-functies.md";

fn main() {
    Divan::from_args().sample_count(20).main();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn disk() -> Disk {
    Disk::open(root()).unwrap()
}

fn options() -> Options {
    Options {
        pictures: Pictures::Skip,
        search: Search::Skip,
        ..Options::new(root(), Purpose::Check)
    }
}

fn env() -> Env {
    Env::fixed(Date::new(2026, 11, 23).unwrap())
}

fn input() -> Input {
    let Gathered { input, .. } =
        gather(&disk(), Task { options: &options(), env: &env() }).unwrap();
    input
}

/// Reading and parsing all files, and loading the theme.
#[divan::bench]
fn gather_all() -> Gathered {
    gather(&disk(), Task { options: &options(), env: &env() }).unwrap()
}

/// Parsing one factsheet.
#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let text = fs::read_to_string(root().join(DOCUMENT)).unwrap().into();
    let origin = Origin {
        file: FileId(0),
        path: SourcePath::new(DOCUMENT).unwrap(),
        kind: DocKind::Factsheet,
        id: "nieuwe-functies".to_owned(),
        lang: Lang::new("nl").unwrap(),
    };
    bencher.bench(|| document(origin.clone(), &text, None));
}

/// Bringing all documents together.
#[divan::bench]
fn catalogue(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(input).bench_values(|input| catalog::build(input, None));
}

/// Deciding which pages there are.
#[divan::bench]
fn pages_planned(bencher: Bencher<'_, '_>) {
    let catalog: Catalog = catalog::build(input(), None).value;
    bencher.bench(|| plan(&catalog));
}

/// Making the view of each page and drawing it, one after the other.
#[divan::bench]
fn render(bencher: Bencher<'_, '_>) {
    let templates =
        gather(&disk(), Task { options: &options(), env: &env() }).unwrap().templates.unwrap();
    let room = newsroom(&disk(), Task { options: &options(), env: &env() }, None).unwrap();
    let planned = plan(&room.catalog);
    bencher.bench(|| -> usize {
        let draw = |page| pages::render(page, &room.catalog, &room.shared, &templates).unwrap();
        planned.iter().map(|page| draw(page).len()).sum()
    });
}

/// Writing the whole site where nothing stands.
#[divan::bench]
fn publish_new(bencher: Bencher<'_, '_>) {
    let files = disk();
    let output = Rebuild::new(options(), env()).site(&files).unwrap().output.unwrap();
    bencher.with_inputs(|| tempfile::tempdir().unwrap()).bench_refs(|folder| {
        let root = folder.path().to_owned();
        let location = Location { output: root.join("public"), root, home: None };
        Destination::open(&location).unwrap().publish(&output, &files).unwrap()
    });
}
