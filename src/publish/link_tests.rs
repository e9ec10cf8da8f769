//! Links where the program keeps its own files, as somebody may propose them with a change.

#![expect(clippy::disallowed_methods, reason = "the tests look at the disk")]

use std::fs;
use std::os::unix::fs::symlink;

use super::tests::{Bench, TWO};
use super::*;
use crate::diag::Problem;
use crate::plain;

fn linked(path: &str) -> Problem {
    Host::LinkBeside { path: path.to_owned() }.into()
}

#[test]
fn a_link_beside_the_output_is_refused_and_what_it_leads_to_stays() {
    for name in [
        "lock",
        "stamp",
        "stamp.new",
        "last",
        "last.new",
        "run",
        "run.new",
        "tree",
        "new",
        "old",
    ] {
        for is_dangling in [false, true] {
            let bench = Bench::new();
            let (victim, link) = (bench.path("van-iemand"), format!(".public-lerend/{name}"));
            if !is_dangling {
                fs::write(&victim, "lief dagboek").unwrap();
            }
            fs::create_dir(bench.path(".public-lerend")).unwrap();
            symlink("../van-iemand", bench.path(&link)).unwrap();
            assert_eq!(bench.publish(TWO).unwrap_err().0.problem, linked(&link));
            let told = forget(&bench.location("public")).unwrap_err();
            assert_eq!(told.0.problem, linked(&link));
            assert!(plain::is_link(&bench.path(&link)));
            assert_eq!(victim.exists(), !is_dangling, "{name}");
            if !is_dangling {
                assert_eq!(fs::read_to_string(&victim).unwrap(), "lief dagboek", "{name}");
            }
            assert_eq!(bench.live().len(), 1);
        }
    }
}

#[test]
fn a_folder_beside_the_output_that_is_a_link_is_refused() {
    for target in ["leeg", "nergens"] {
        let bench = Bench::new();
        fs::create_dir(bench.path("leeg")).unwrap();
        symlink(target, bench.path(".public-lerend")).unwrap();
        assert_eq!(bench.publish(TWO).unwrap_err().0.problem, linked(".public-lerend"));
        assert_eq!(fs::read_dir(bench.path("leeg")).unwrap().count(), 0);
        assert!(!bench.path("nergens").exists());
    }
}

#[test]
fn a_link_in_the_staging_tree_is_not_written_through() {
    let bench = Bench::new();
    fs::create_dir_all(bench.path(".public-lerend/tree")).unwrap();
    fs::create_dir_all(bench.path(".public-lerend/new")).unwrap();
    fs::create_dir(bench.path("van-iemand")).unwrap();
    for link in ["tree/a", "tree/index.html", "new/0"] {
        symlink(bench.path("van-iemand"), bench.path(".public-lerend").join(link)).unwrap();
    }
    bench.publish(TWO).unwrap();
    assert_eq!(fs::read_dir(bench.path("van-iemand")).unwrap().count(), 0);
    assert_eq!(bench.live()["a/b/index.html"], "bee");
}
