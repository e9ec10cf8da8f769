//! How long all outputs of an edition take, without pictures: `cargo bench --bench newsletter`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark tells what it found, and stops where it cannot go on"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use lerend::base::{Date, SourcePath};
use lerend::pipeline::{Options, Pictures, Purpose, Task, newsroom};
use lerend::render::outputs::mail::{self, Post};
use lerend::vfs::{Env, Memory};

const ROUNDS: usize = 200;

fn main() {
    for items in [6, 20] {
        let (median, bytes) = edition(items);
        println!(
            "{items} items: all outputs in {:.2} ms (median of {ROUNDS}), mail.html {bytes} bytes",
            median.as_secs_f64() * 1000.0
        );
    }
}

/// The median time of all outputs of an edition, and the size of its mail.
fn edition(items: usize) -> (Duration, usize) {
    let files = site(items);
    let options = Options { pictures: Pictures::Skip, ..Options::new(".", Purpose::Check) };
    let env = Env::fixed(Date::new(2026, 1, 1).unwrap());
    let room = newsroom(&files, Task { options: &options, env: &env }, None).unwrap();
    let entry = room
        .catalog
        .entries()
        .iter()
        .find(|entry| entry.document.path.as_str().contains("newsletters"))
        .unwrap();
    let post = Post { catalog: &room.catalog, shared: &room.shared };
    let mut times = Vec::new();
    let mut bytes = 0;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let made = mail::files(post, entry).value;
        times.push(start.elapsed());
        bytes = made
            .iter()
            .find(|(url, _)| url.as_str().ends_with("/mail.html"))
            .map_or(0, |(_, bytes)| bytes.len());
    }
    times.sort();
    (times[times.len() / 2], bytes)
}

fn site(items: usize) -> Memory {
    let mut files = Memory::default();
    let mut add = |path: &str, text: &str| {
        files.insert(SourcePath::new(path).unwrap(), text.as_bytes());
    };
    add(
        "content/site.yaml",
        "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n\
         newsletter: {utm: true, subscribe-url: \"https://voorbeeld.example/aanmelden/\"}\n",
    );
    add("content/regions/twente.md", "---\ntitle: Twente\ncode: R1\n---\n");
    add(
        "content/vocabulary/topics.yaml",
        "- {id: leren, label: Leren, definition: Leren van elkaar}\n",
    );
    add(
        "content/vocabulary/sources.yaml",
        "- {id: rapport, kind: report, title: Rapport, author: Bureau}\n",
    );
    let mut blocks = String::new();
    for at in 0..items {
        add(
            &format!("content/factsheets/stuk-{at}.md"),
            &format!(
                "---\ntitle: Wat regio {at} leerde van een jaar samenwerken\n\
                 summary: De plannen begonnen een half jaar later. Regio's die met een gemeente begonnen, liepen de achterstand in.\n\
                 date: 2025-01-{:02}\nperiod: 2024\nseen-in: [twente]\ntopics: [leren]\nsources: [rapport]\n\
                 strength: experience\nfigures:\n  - {{label: mensen vonden werk, value: {}, kind: result, source: rapport}}\n---\nTekst.\n",
                at + 1,
                100 + at
            ),
        );
        let _ = writeln!(blocks, "  - {{item: \"factsheet:stuk-{at}\", rubric: Nieuws}}");
    }
    add(
        "content/newsletters/2025-02.md",
        &format!(
            "---\ntitle: Nieuwsbrief\ndate: 2025-02-01\nsubject: Wat regio's leerden\n\
             preheader: Wat regio's leerden van een jaar samenwerken\nblocks:\n{blocks}---\nWelkom.\n"
        ),
    );
    files
}
