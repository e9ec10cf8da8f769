//! What a folder of the store may hold, and what is removed from it.

#![expect(clippy::disallowed_methods, reason = "the tests make folders of other people")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use super::folder::TAG_TEXT;
use super::{Cleaned, KeyMaker, Store, Trouble, clean, link_within, look, note};

const PACK: &str = "0000000001-0123456789abcdef.pack";

struct Bench {
    whole: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        Self { whole: tempfile::tempdir().unwrap() }
    }

    fn of(files: &[(&str, &str)]) -> Self {
        let bench = Self::new();
        for (path, text) in files {
            bench.put(path, text);
        }
        bench
    }

    fn at(&self, path: &str) -> PathBuf {
        self.whole.path().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let at = self.at(path);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        fs::write(at, text).unwrap();
    }

    /// A store in which something is kept, in `d`.
    fn store() -> Self {
        let bench = Self::new();
        bench.keep();
        note(&bench.at("d"), "next-change.json", "{}").unwrap();
        bench
    }

    fn keep(&self) {
        let mut store = Store::open(&self.at("d")).unwrap();
        store.put(&KeyMaker::of("proef", "1").key(), b"aap");
        store.commit(u64::MAX).unwrap();
    }

    /// Every file and link below `d`.
    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut open = vec![self.at("d")];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let entry = entry.unwrap();
                if entry.file_type().unwrap().is_dir() {
                    open.push(entry.path());
                } else {
                    let path = entry.path();
                    let below = path.strip_prefix(self.at("d")).unwrap();
                    names.push(below.to_str().unwrap().to_owned());
                }
            }
        }
        names.sort();
        names
    }
}

#[test]
fn a_folder_that_only_looks_like_a_store_is_neither_used_nor_removed() {
    for files in [
        [("d/packs/mijn", "x")].as_slice(),
        &[("d/packs/mijn.pack", "x")],
        &[("d/packs/1.new", "x")],
        &[("d/.gitignore", "geheim/\n")],
        &[("d/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n# cargo\n")],
        &[("d/CACHEDIR.TAG/x", "x")],
        &[("d/packs", "x")],
        &[("d/next-change.json", "{}"), ("d/brief.txt", "x")],
    ] {
        let bench = Bench::of(files);
        let before = bench.names();
        let folder = bench.at("d");
        assert_eq!(look(&folder), Err(Trouble::Taken), "{files:?}");
        assert_eq!(Store::open(&folder).unwrap_err(), Trouble::Taken, "{files:?}");
        assert_eq!(note(&folder, "next-change.json", "{}"), Err(Trouble::Taken), "{files:?}");
        assert_eq!(clean(&folder), Err(Trouble::Taken), "{files:?}");
        assert_eq!(bench.names(), before);
    }
}

#[test]
fn a_store_of_which_the_tag_was_not_finished_is_one() {
    for files in [
        [("d/CACHEDIR.TAG", "")].as_slice(),
        &[("d/CACHEDIR.TAG", "Signature: 8a47"), ("d/.gitignore", "*\n")],
        &[("d/CACHEDIR.TAG.12.new", "Sig"), ("d/.gitignore", "*\n")],
        &[("d/.gitignore.12.new", "")],
        &[("d/.gitignore", "*\n"), ("d/next-change.json", "{}")],
        &[("d/packs/lock", ""), (&format!("d/packs/{PACK}"), "x")],
        // Of which the text was damaged.
        &[("d/CACHEDIR.TAG", "\n"), (&format!("d/packs/{PACK}"), "x")],
    ] {
        let bench = Bench::of(files);
        assert_eq!(clean(&bench.at("d")), Ok(Cleaned::Gone), "{files:?}");
        let bench = Bench::of(files);
        bench.keep();
        assert_eq!(fs::read_to_string(bench.at("d/CACHEDIR.TAG")).unwrap(), TAG_TEXT);
        assert_eq!(fs::read_to_string(bench.at("d/.gitignore")).unwrap(), "*\n");
    }
}

#[test]
fn what_somebody_puts_into_a_store_stays_when_the_store_goes() {
    let bench = Bench::store();
    bench.put("d/brief.txt", "lief dagboek");
    bench.put("d/packs/mijn.pack", "x");
    bench.put("d/packs/mijn.new", "x");
    bench.put("d/map/brief.txt", "x");
    // A build uses the store beside them, also when it brings packs together.
    let mut store = Store::open(&bench.at("d")).unwrap();
    store.put(&KeyMaker::of("proef", "2").key(), b"noot");
    store.commit(1).unwrap();
    drop(store);
    let mine = ["brief.txt", "map/brief.txt", "packs/mijn.new", "packs/mijn.pack"];
    assert!(mine.iter().all(|name| bench.at("d").join(name).exists()));
    let left = ["brief.txt", "map", "packs/mijn.new", "packs/mijn.pack"];
    let left = left.map(|name| bench.at("d").join(name)).to_vec();
    assert_eq!(clean(&bench.at("d")), Ok(Cleaned::Left(left)));
    assert_eq!(bench.names(), mine);
    assert_eq!(clean(&bench.at("d")), Err(Trouble::Taken));
}

#[test]
fn nothing_is_written_or_read_by_way_of_a_link_in_a_store() {
    for name in [
        "CACHEDIR.TAG",
        ".gitignore",
        "packs",
        "packs/lock",
        "packs/1-1.new",
        &format!("packs/{PACK}"),
        "next-change.json",
        "next-change.json.7.new",
    ] {
        for is_dangling in [false, true] {
            let bench = Bench::store();
            let victim = bench.at("van-iemand");
            if !is_dangling && name == "packs" {
                fs::create_dir(&victim).unwrap();
            } else if !is_dangling {
                fs::write(&victim, "lief dagboek").unwrap();
            }
            let link = bench.at("d").join(name);
            let _ = fs::remove_dir_all(&link);
            let _ = fs::remove_file(&link);
            symlink(&victim, &link).unwrap();
            let linked = Trouble::Linked(link.clone());
            assert_eq!(look(&bench.at("d")), Err(linked.clone()), "{name}");
            assert_eq!(Store::open(&bench.at("d")).unwrap_err(), linked, "{name}");
            assert_eq!(note(&bench.at("d"), "next-change.json", "[]"), Err(linked), "{name}");
            // The link goes with a store that is one beyond doubt, and never what it leads to.
            let cleaned = clean(&bench.at("d"));
            assert_eq!(cleaned.is_ok(), name != "CACHEDIR.TAG", "{name}");
            assert_eq!(victim.exists(), !is_dangling, "{name}");
            if !is_dangling && name != "packs" {
                assert_eq!(fs::read_to_string(&victim).unwrap(), "lief dagboek", "{name}");
            }
        }
    }
}

#[test]
fn a_link_in_the_site_is_not_followed_to_a_store_and_one_elsewhere_is() {
    let bench = Bench::of(&[("site/content/site.yaml", ""), ("cache/x/y", "")]);
    let site = bench.at("site");
    symlink(bench.at("cache"), bench.at("site/.lerend")).unwrap();
    symlink(bench.at("site"), bench.at("andere-naam")).unwrap();
    symlink(bench.at("cache"), bench.at("snel")).unwrap();
    let within = |folder: &Path| link_within(&site, folder);
    let link = Some(bench.at("site/.lerend"));
    assert_eq!(within(&bench.at("site/.lerend")), link);
    assert_eq!(within(&bench.at("site/.lerend/x/z")), link);
    assert_eq!(within(&bench.at("site/content/../.lerend/x")), link);
    assert_eq!(link_within(&bench.at("andere-naam"), &bench.at("site/.lerend")), link);
    for free in ["site/bewaard", "site", "snel/x", "cache", "site/../snel", "andere-naam"] {
        assert_eq!(within(&bench.at(free)), None, "{free}");
    }
}

#[test]
fn a_store_that_is_named_by_way_of_a_link_elsewhere_can_be_used_and_removed() {
    let bench = Bench::new();
    fs::create_dir(bench.at("cache")).unwrap();
    symlink(bench.at("cache"), bench.at("d")).unwrap();
    bench.keep();
    assert!(bench.at("cache/CACHEDIR.TAG").exists());
    assert_eq!(clean(&bench.at("d")), Ok(Cleaned::Gone));
    assert!(!bench.at("cache").exists());
}
