//! An output folder that the system does not move, and one where nobody may write.

#![expect(clippy::disallowed_methods, reason = "the tests look at the disk")]

use std::fs;
use std::io::{Error, ErrorKind};

use super::tests::{Bench, TWO};
use super::*;
use crate::diag::Problem;

#[test]
fn a_folder_that_is_not_moved_is_emptied_and_gets_the_new_site() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    let destination = Destination::open(&bench.location("public")).unwrap();
    let tree = destination.spot.tree();
    fs::create_dir_all(tree.join("c")).unwrap();
    fs::write(tree.join("c/index.html"), "nieuw").unwrap();
    // Not while somebody else has a file there.
    fs::write(bench.path("public/a/notities.txt"), "van mij").unwrap();
    let before = bench.live();
    let told = destination.renew().unwrap_err();
    let expected = Host::ForeignOutput { example: "a/notities.txt".into(), count: 1 };
    assert_eq!((told.0.problem, bench.live()), (expected.into(), before));
    fs::remove_file(bench.path("public/a/notities.txt")).unwrap();
    destination.renew().unwrap();
    // What keeps the folder was switched out with the folder before.
    let expected = [(".gitkeep", "blijf"), ("c/index.html", "nieuw")];
    let expected = expected.map(|(path, text)| (path.to_owned(), text.to_owned()));
    assert_eq!(bench.live(), expected.into());
    assert!(!bench.path("public/a").exists() && !tree.exists());
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_where_another_file_system_begins_is_refused_before_any_work() {
    let bench = Bench::new();
    let told = Destination::open(&bench.location("/proc")).unwrap_err();
    let expected = Host::OutputMounted { path: "/proc".into() };
    assert_eq!(told.0.problem, expected.into());
}

#[test]
fn whoever_may_not_write_beside_the_output_is_told_that() {
    let path = Path::new("/srv/.site-lerend");
    let told = |kind: ErrorKind| -> Problem {
        Fault::at(path)(Error::from(kind)).into_fatal(Path::new("/srv/bron")).0.problem
    };
    let is_that = |problem| matches!(problem, Problem::Host(Host::NotAllowed { path, .. }) if path == "/srv/.site-lerend");
    assert!(is_that(told(ErrorKind::PermissionDenied)));
    assert!(!is_that(told(ErrorKind::StorageFull)));
}
