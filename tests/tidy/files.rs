//! What every file looks like, and where the machine may be touched.

use super::{no_breach, program, rust_files, source};

/// The most lines of a file.
const LONGEST: usize = 400;
/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] =
    &["utils", "util", "helpers", "helper", "common", "misc", "manager"];
/// The modules through which the machine is touched.
const DOORS: &[&str] = &["plain/", "vfs/", "store/", "publish/", "serve/", "cli/"];
/// Where it is asked what day it is, and how old a file is; in the ledger by a test.
const CALENDARS: &[&str] = &["vfs/disk.rs", "vfs/ledger.rs", "cli/surroundings.rs"];
/// Where it is measured how long something takes: what waits, what says how far it is, and what
/// `--timings` tells.
const STOPWATCHES: &[&str] =
    &["serve/watch.rs", "serve/server.rs", "cli/progress.rs", "pipeline/timings.rs"];
/// The modules that speak to the user.
const SPEAKERS: &[&str] = &["cli/"];

#[test]
fn every_file_says_what_it_is_for() {
    let sources = [program(), source::below("tests")].concat();
    let breaches: Vec<String> = sources
        .iter()
        .filter(|source| source.is("rs") && !source.text.starts_with("//! "))
        .map(|source| format!("{}: begin with `//! ` and one sentence", source.path))
        .collect();
    no_breach("every file says what it is for", &breaches);
}

#[test]
fn no_file_is_too_long_to_read() {
    let sources = [rust_files(), source::below("tests")].concat();
    let breaches: Vec<String> = sources
        .iter()
        .filter(|source| source.is("rs") || source.is("mjs"))
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(source, lines)| {
            format!("{}: {lines} lines; give a part its own file", source.path)
        })
        .collect();
    no_breach("a file has at most 400 lines", &breaches);
}

#[test]
fn names_say_what_is_inside() {
    let breaches: Vec<String> = [rust_files(), source::below("tests")]
        .concat()
        .into_iter()
        .filter(|source| {
            source.path.split(['/', '.']).any(|segment| EMPTY_NAMES.contains(&segment))
        })
        .map(|source| format!("{}: name it after what it does", source.path))
        .collect();
    no_breach("names say what is inside", &breaches);
}

#[test]
fn the_machine_is_touched_at_the_doors_only() {
    only_in(DOORS, &["std::fs", "std::env::"], "go through vfs::Files and vfs::Env");
}

#[test]
fn the_network_and_other_programs_are_reached_in_few_places() {
    let sockets = ["TcpStream", "TcpListener", "UdpSocket"];
    only_in(&["web/", "serve/"], &sockets, "what a site is made of stands on the disk");
    only_in(
        &["serve/", "cli/", "plain/tests"],
        &["Command::new"],
        "a build starts no other program",
    );
}

#[test]
fn clocks_are_read_in_few_places() {
    only_in(CALENDARS, &["SystemTime"], "use Env::now: builds are reproducible");
    only_in(STOPWATCHES, &["Instant"], "what a clock says may decide nothing that is made");
    let all = [CALENDARS, STOPWATCHES].concat();
    let is_there = |place: &&str| program().iter().any(|own| own.path.ends_with(place));
    assert!(all.iter().all(is_there), "a place that is no more is taken off the list");
}

#[test]
fn only_the_command_line_speaks() {
    let words = ["print!(", "println!(", "eprint!(", "eprintln!(", "dbg!("];
    only_in(SPEAKERS, &words, "return a Diag");
}

#[test]
fn no_setting_is_a_global() {
    only_in(&[], &["static mut ", "thread_local!"], "hand it down as an argument");
}

#[test]
fn the_programme_is_content() {
    let words = [concat!("arbeidsmarkt", "regio"), concat!("Perspectief ", "op Werk")];
    only_in(&[], &words, "what a programme is called stands in content/");
}

#[test]
fn no_test_is_asleep() {
    let words = [concat!("#[ig", "nore"), concat!("thread::", "sleep")];
    let breaches: Vec<String> = [rust_files(), source::below("tests")]
        .concat()
        .iter()
        .flat_map(|source| words.iter().map(move |word| (source, word)))
        .filter(|(source, word)| source.text.contains(**word))
        .map(|(source, word)| format!("{}: `{word}`; wait for what happens", source.path))
        .collect();
    no_breach("tests run, and wait for nothing but what they test", &breaches);
}

#[test]
fn nothing_knows_the_machine_it_was_made_on() {
    let words = [
        concat!("/ho", "me/"),
        concat!("/ro", "ot/"),
        concat!("/Us", "ers/"),
        concat!("/wo", "rk/"),
    ];
    let places =
        ["src", "tests", "docs", "content", "themes", ".ci", "Cargo.toml", "deny.toml"];
    let documents = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"];
    let exists = |place: &&&str| source::project().join(place).exists();
    let breaches: Vec<String> = places
        .iter()
        .chain(&documents)
        .filter(exists)
        .flat_map(|place| source::below(place))
        .flat_map(|source| {
            let found: Vec<_> =
                words.iter().filter(|word| source.text.contains(**word)).collect();
            found
                .into_iter()
                .map(|word| format!("{}: `{word}`", source.path))
                .collect::<Vec<_>>()
        })
        .collect();
    no_breach("paths are relative, so that it builds on every machine", &breaches);
}

/// Words that only some modules may use, tests left out.
#[track_caller]
fn only_in(places: &[&str], words: &[&str], advice: &str) {
    let mut breaches = Vec::new();
    for source in program() {
        let below = source.path.strip_prefix("src/").unwrap_or_default();
        if places.iter().any(|place| below.starts_with(place)) {
            continue;
        }
        let code = source.code();
        let found = words.iter().filter(|word| code.contains(**word));
        breaches.extend(found.map(|word| format!("{}: `{word}`; {advice}", source.path)));
    }
    no_breach("this stands in its own place only", &breaches);
}
