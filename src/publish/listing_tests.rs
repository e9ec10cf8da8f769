//! What is known of folders, and when it is believed.

#![expect(clippy::disallowed_methods, reason = "the tests look at the disk")]

use std::fs;

use super::tests::{Bench, TWO, publish, site};
use super::*;
use crate::vfs::Memory;

/// After everything that has been done so far, as a build finds it that begins later.
const LATER: i128 = i128::MAX;

fn paths(listing: &Listing) -> Vec<String> {
    listing.files().collect()
}

#[test]
fn a_folder_that_was_at_rest_is_not_listed_again_until_a_name_comes_or_goes() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    let root = bench.path("public");
    let first = Lister { known: Known::default(), taken: LATER }.list(&root).unwrap();
    assert_eq!(first.known.len(), 3);
    // Names that are known and wrong: whoever believes them does not list.
    let mut lister =
        Lister { known: first.known.renamed("index.html", "elders.html"), taken: LATER };
    let believed = lister.list(&root).unwrap();
    assert!(paths(&believed).iter().all(|path| !path.ends_with("index.html")));
    // In place: no name came or went.
    fs::write(root.join("index.html"), "anders").unwrap();
    assert_eq!(paths(&lister.list(&root).unwrap()), paths(&believed));
    // A name that came, and one that went; only that folder is listed again.
    fs::write(root.join("a/b/notities.txt"), "van mij").unwrap();
    let came = paths(&lister.list(&root).unwrap());
    assert!(
        came.contains(&"a/b/notities.txt".to_owned())
            && came.contains(&"a/b/index.html".to_owned())
    );
    assert!(came.contains(&"elders.html".to_owned()));
    fs::remove_file(root.join(".gitkeep")).unwrap();
    let gone = paths(&lister.list(&root).unwrap());
    assert!(gone.contains(&"index.html".to_owned()) && !gone.contains(&".gitkeep".to_owned()));
    lister.known = Known::default();
    assert_eq!(paths(&lister.list(&root).unwrap()), gone);
}

#[test]
fn a_folder_that_was_not_at_rest_is_not_known() {
    let bench = Bench::new();
    bench.publish(TWO).unwrap();
    let root = bench.path("public");
    let lister = Lister { known: Known::default(), taken: 0 };
    assert_eq!(lister.list(&root).unwrap().known.len(), 0);
    // Nor one with a name that no build writes.
    std::os::unix::fs::symlink("index.html", root.join("a/koppeling")).unwrap();
    let listing = Lister { taken: LATER, ..lister }.list(&root).unwrap();
    assert_eq!(listing.known.len(), 2);
    assert_eq!(listing.others().collect::<Vec<_>>(), ["a/koppeling"]);
}

#[test]
fn what_is_known_is_kept_beside_the_output_and_believed_when_whole() {
    let bench = Bench::new();
    let root = bench.path("public");
    bench.publish(TWO).unwrap();
    let known = Lister { known: Known::default(), taken: LATER }.list(&root).unwrap().known;
    let bytes = known.to_bytes();
    assert_eq!(Known::from_bytes(&bytes), known);
    for broken in [&b"lerend folders 0\n=1 2\n"[..], b"lerend folders 1\n-x\n", b"\xff", b""] {
        assert_eq!(Known::from_bytes(broken), Known::default());
    }
    let whole = [&bytes[..], b"?\n"].concat();
    assert_eq!(Known::from_bytes(&whole), Known::default());
    // A build that finds a site and has listed it keeps what it learned, even when it publishes nothing:
    // at the latest when the clock of the file system has gone on.
    let opened = || Destination::open(&bench.location("public")).unwrap();
    let kept = (0..1_000_000).find_map(|_| opened().kept(Beside::Folders)).unwrap();
    assert!(Known::from_bytes(&kept).len() > 0);
    bench.publish(&[("index.html", "nieuw")]).unwrap();
    assert_ne!(opened().kept(Beside::Folders).unwrap(), kept);
}

#[test]
fn a_file_that_comes_into_a_known_folder_is_told() {
    let bench = Bench::new();
    for _ in 0..3 {
        bench.publish(TWO).unwrap();
        bench.publish(&[("a/b/index.html", "nieuw")]).unwrap();
    }
    for place in ["public/a/b", ".public-lerend/tree/a/b"] {
        let mine = bench.path(place).join("notities.txt");
        fs::write(&mine, "van mij").unwrap();
        publish(&site(TWO), &Memory::default(), &bench.location("public")).unwrap_err();
        assert_eq!(fs::read_to_string(&mine).unwrap(), "van mij");
        fs::remove_file(&mine).unwrap();
    }
    bench.publish(TWO).unwrap();
}
