//! Files on their way to the staging tree.

#![expect(clippy::disallowed_methods, reason = "the tests look at the disk")]

use std::fs;

use super::tests::{Bench, TWO};
use super::*;
use crate::base::OutPath;
use crate::output::{self, Artifact, Content, Facts, Held, KeptFile, Reading};
use crate::vfs::Memory;

#[test]
fn spooled_files_move_to_their_place_and_leave_nothing_behind() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    let destination = Destination::open(&bench.location("public")).unwrap();
    let spool = destination.spool().unwrap();
    let artifact = |(path, text): &(&str, &str)| {
        let facts = Facts::of(&OutPath::new(path).unwrap(), text.as_bytes(), None);
        let held = Held::Spooled(output::Spool::take(&spool, text.as_bytes()).unwrap());
        let content = Content::Kept(KeptFile { facts, held });
        Artifact { path: OutPath::new(path).unwrap(), content, claimed_by: None }
    };
    // One is new, one stands there already.
    let pages = [("index.html", "nieuw"), ("a/b/index.html", "bee")];
    let memory = Memory::default();
    let reading = Reading { files: &memory, earlier: None };
    let output = Output::collect(pages.iter().map(artifact).collect(), reading).unwrap().value;
    assert_eq!(bench.live()["index.html"], "home");
    let report = destination.publish(&output, &memory).unwrap();
    assert_eq!((report.unchanged, report.removed), (2, 0));
    assert_eq!(bench.live()["index.html"], "nieuw");
    assert_eq!(bench.live()["a/b/index.html"], "bee");
    drop((spool, destination));
    assert!(!bench.path(".public-lerend/new").exists());
    // The stamp knows the file that moved: nothing is written again.
    let marks = bench.marks();
    assert_eq!(bench.publish(&pages).unwrap().written, 0);
    assert_eq!(bench.marks(), marks);
}

#[test]
fn what_a_killed_build_spooled_is_removed() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    fs::create_dir(bench.path(".public-lerend/new")).unwrap();
    fs::write(bench.path(".public-lerend/new/0"), "half").unwrap();
    let _destination = Destination::open(&bench.location("public")).unwrap();
    assert!(!bench.path(".public-lerend/new").exists());
}

#[test]
fn what_is_spooled_and_not_published_goes_before_another_build_may_come() {
    let bench = Bench::new();
    let destination = Destination::open(&bench.location("public")).unwrap();
    let spool = destination.spool().unwrap();
    output::Spool::take(&spool, b"niet gepubliceerd").unwrap();
    // The order in which a build that ends with errors lets go of them.
    drop(destination);
    assert_eq!(bench.names(), ["content", "public"]);
    let next = Destination::open(&bench.location("public")).unwrap();
    let other = next.spool().unwrap();
    output::Spool::take(&other, b"van een ander").unwrap();
    drop(spool);
    assert!(bench.path(".public-lerend/new/0").exists());
}
