//! Files that somebody puts into the output folder while a site is published.

#![expect(clippy::disallowed_methods, reason = "the tests look at the disk")]

use std::fs;

use super::tests::{Bench, TWO, site};
use super::*;
use crate::diag::Problem;
use crate::vfs::Memory;

const NEW: &[(&str, &str)] = &[("index.html", "nieuw")];

fn stray(example: &str, count: usize) -> Problem {
    Host::StrayOutput { example: example.to_owned(), count }.into()
}

#[test]
fn a_file_that_comes_while_a_site_is_made_stands_where_it_was_put() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    bench.publish(NEW).unwrap();
    let destination = Destination::open(&bench.location("public")).unwrap();
    fs::write(bench.path("public/notities.txt"), "van mij").unwrap();
    let before = bench.live();
    let (memory, output) = (Memory::default(), site(TWO));
    let fatal = destination.publish(&output, &memory).unwrap_err();
    let expected = Host::ForeignOutput { example: "notities.txt".into(), count: 1 };
    assert_eq!(fatal.0.problem, expected.into());
    assert_eq!(bench.live(), before);
    assert!(!bench.path(".public-lerend/tree").exists());
    fs::remove_file(bench.path("public/notities.txt")).unwrap();
    destination.publish(&output, &memory).unwrap();
    assert_eq!(bench.live()["index.html"], "home");
}

#[test]
fn a_file_in_the_site_that_was_switched_out_is_told_and_never_removed() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    bench.publish(NEW).unwrap();
    let mine = bench.path(".public-lerend/tree/a/notities.txt");
    fs::write(&mine, "van mij").unwrap();
    let before = bench.live();
    let expected = stray(".public-lerend/tree/a/notities.txt", 1);
    for _ in 0..2 {
        assert_eq!(bench.publish(TWO).unwrap_err().0.problem, expected);
        let told = forget(&bench.location("public")).unwrap_err();
        assert_eq!(told.0.problem, expected);
    }
    assert_eq!(bench.live(), before);
    assert_eq!(fs::read_to_string(&mine).unwrap(), "van mij");
    fs::remove_file(&mine).unwrap();
    bench.publish(TWO).unwrap();
    assert_eq!(bench.live()["index.html"], "home");
}

#[test]
fn a_site_that_is_aside_is_looked_through_before_it_goes() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    bench.publish(NEW).unwrap();
    let spot = place::find(&bench.location("public")).unwrap();
    fs::rename(spot.tree(), spot.old()).unwrap();
    fs::write(spot.old().join("notities.txt"), "van mij").unwrap();
    fs::create_dir(spot.tree()).unwrap();
    fs::write(spot.tree().join("half.html"), "half").unwrap();
    let told = bench.publish(TWO).unwrap_err();
    assert_eq!(told.0.problem, stray(".public-lerend/tree/notities.txt", 1));
    assert_eq!(fs::read_to_string(spot.tree().join("notities.txt")).unwrap(), "van mij");
}

#[test]
fn what_a_killed_build_staged_is_not_taken_for_a_file_of_somebody_else() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    bench.publish(NEW).unwrap();
    // As a build leaves the tree that is killed while it stages.
    fs::remove_file(bench.path(".public-lerend/tree/manifest.json")).unwrap();
    fs::write(bench.path(".public-lerend/tree/half.html"), "half").unwrap();
    bench.publish(TWO).unwrap();
    assert_eq!(bench.live().len(), 3);
}

#[test]
fn a_site_that_comes_back_has_its_manifest() {
    let bench = Bench::new();
    let manifest = || fs::read(bench.path("public/manifest.json")).unwrap();
    bench.publish(TWO).unwrap();
    let first = manifest();
    bench.publish(NEW).unwrap();
    assert_ne!(manifest(), first);
    bench.publish(TWO).unwrap();
    assert_eq!(manifest(), first);
    assert_eq!(bench.live()["a/b/index.html"], "bee");
}

#[test]
fn a_file_that_is_written_to_while_the_site_is_made_does_not_get_into_it() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    let destination = Destination::open(&bench.location("public")).unwrap();
    let (same, text) = TWO[0];
    fs::write(bench.path("public").join(same), "van iemand anders").unwrap();
    let new = [TWO[0], (TWO[1].0, "nieuw")];
    destination.publish(&site(&new), &Memory::default()).unwrap();
    assert_eq!(bench.live().get(same).map(String::as_str), Some(text));
    assert_eq!(bench.live().get(new[1].0).map(String::as_str), Some("nieuw"));
}
