//! What a store keeps, whatever happens to it.

#![expect(clippy::disallowed_methods, reason = "the tests damage files")]

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;

use super::pack::Stored;
use super::writer::Writer;
use super::{Cleaned, Key, KeyMaker, Store, clean};

const ROOM: u64 = u64::MAX;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn open(folder: &TempDir) -> Store {
    Store::open(&folder.path().join("store")).unwrap()
}

fn key(name: &str) -> Key {
    KeyMaker::of("proef", "1").part(name.as_bytes()).key()
}

fn text(store: &Store, name: &str) -> Option<String> {
    store.get(&key(name)).map(|bytes| String::from_utf8(bytes).unwrap())
}

fn put(store: &Store, name: &str, text: &str) {
    store.put(&key(name), text.as_bytes());
}

fn files(folder: &TempDir, ending: &str) -> Vec<PathBuf> {
    let packs = folder.path().join("store/packs");
    let mut files: Vec<_> =
        fs::read_dir(packs).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|own| own == ending));
    files.sort();
    files
}

/// Turns one byte of a file into another.
fn damage(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 0x40;
    fs::write(path, bytes).unwrap();
}

#[test]
fn what_was_kept_is_there_at_once_and_for_the_next_build() {
    let folder = folder();
    let mut store = open(&folder);
    assert_eq!(text(&store, "a"), None);
    put(&store, "a", "aap");
    put(&store, "leeg", "");
    assert_eq!(text(&store, "a").unwrap(), "aap");
    store.commit(ROOM).unwrap();
    assert_eq!(text(&store, "a").unwrap(), "aap");
    drop(store);
    let again = open(&folder);
    assert_eq!(text(&again, "a").unwrap(), "aap");
    assert_eq!(text(&again, "leeg").unwrap(), "");
    assert_eq!(text(&again, "b"), None);
}

#[test]
fn a_build_that_adds_nothing_writes_nothing() {
    let folder = folder();
    let mut store = open(&folder);
    put(&store, "a", "aap");
    store.commit(ROOM).unwrap();
    let before = files(&folder, "pack");
    let mut again = open(&folder);
    put(&again, "a", "aap");
    again.commit(ROOM).unwrap();
    assert_eq!(files(&folder, "pack"), before);
    assert_eq!(files(&folder, "new"), Vec::<PathBuf>::new());
}

#[test]
fn who_only_reads_leaves_a_store_as_it_is() {
    let folder = folder();
    let mut store = open(&folder);
    put(&store, "a", "eerst");
    store.commit(ROOM).unwrap();
    let whole = files(&folder, "pack");
    let mut reader = Store::read(&folder.path().join("store")).unwrap();
    put(&reader, "b", "daarna");
    reader.commit(0).unwrap();
    assert_eq!(text(&reader, "a").as_deref(), Some("eerst"));
    assert_eq!((files(&folder, "new"), files(&folder, "pack")), (Vec::new(), whole));
    // Where nothing stands, nothing is found and nothing made.
    let none = Store::read(&folder.path().join("geen")).unwrap();
    assert_eq!(text(&none, "a"), None);
    assert!(!folder.path().join("geen").exists());
}

#[test]
fn a_build_that_ends_early_leaves_what_it_made() {
    let folder = folder();
    put(&open(&folder), "a", "aap");
    assert_eq!(text(&open(&folder), "a").unwrap(), "aap");
}

#[test]
fn what_a_killed_build_left_is_taken_over_up_to_the_last_whole_entry() {
    let folder = folder();
    drop(open(&folder));
    let packs = folder.path().join("store/packs");
    let long = "x".repeat(2 << 20);
    let mut writer = Writer::create(&packs).unwrap();
    writer.put(&key("a"), b"aap").unwrap();
    writer.put(&key("lang"), long.as_bytes()).unwrap();
    // While it lives nobody touches it.
    let busy = open(&folder);
    assert_eq!(text(&busy, "a"), None);
    drop(busy);
    drop(writer);
    let left = files(&folder, "new").remove(0);
    let mut bytes = fs::read(&left).unwrap();
    bytes.extend_from_slice(&[7; 100]);
    fs::write(&left, bytes).unwrap();
    let store = open(&folder);
    assert_eq!(text(&store, "a").unwrap(), "aap");
    assert_eq!(text(&store, "lang").unwrap(), long);
    drop(store);
    assert_eq!(files(&folder, "new"), Vec::<PathBuf>::new());
    assert_eq!(files(&folder, "pack").len(), 1);
}

#[test]
fn a_damaged_entry_is_not_there_and_is_made_again() {
    let folder = folder();
    let mut store = open(&folder);
    put(&store, "a", "aap");
    put(&store, "b", "beer");
    store.commit(ROOM).unwrap();
    let pack = files(&folder, "pack").remove(0);
    let at = fs::read(&pack).unwrap().windows(3).position(|part| part == b"aap").unwrap();
    damage(&pack, at);
    let mut again = open(&folder);
    assert_eq!(text(&again, "a"), None);
    assert_eq!(text(&again, "b").unwrap(), "beer");
    put(&again, "a", "aap");
    assert_eq!(text(&again, "a").unwrap(), "aap");
    again.commit(ROOM).unwrap();
    drop(again);
    assert_eq!(text(&open(&folder), "a").unwrap(), "aap");
}

#[test]
fn builds_at_the_same_time_keep_what_each_made() {
    let folder = folder();
    let mut stores: Vec<Store> = (0..4).map(|_| open(&folder)).collect();
    std::thread::scope(|scope| {
        for (n, store) in stores.iter_mut().enumerate() {
            scope.spawn(move || {
                for entry in 0..50 {
                    put(store, &format!("{}", entry + n * 25), &format!("{entry}"));
                }
                store.commit(ROOM).unwrap();
            });
        }
    });
    drop(stores);
    let store = open(&folder);
    for entry in 0..125 {
        assert!(text(&store, &entry.to_string()).is_some(), "{entry}");
    }
}

#[test]
fn packs_that_are_begun_at_the_same_moment_never_share_a_file() {
    let folder = folder();
    drop(open(&folder));
    let packs = folder.path().join("store/packs");
    let barrier = std::sync::Barrier::new(8);
    for _ in 0..50 {
        std::thread::scope(|scope| {
            for n in 0..8 {
                let (barrier, packs) = (&barrier, &packs);
                scope.spawn(move || {
                    let name = n.to_string();
                    barrier.wait();
                    let mut writer = Writer::create(packs).unwrap();
                    writer.put(&key(&name), name.as_bytes()).unwrap();
                    let pack = writer.finish(1).unwrap();
                    let Stored::Bytes(bytes) = pack.get(&key(&name)) else { panic!("{name}") };
                    assert_eq!(bytes, name.as_bytes());
                });
            }
        });
    }
}

#[test]
fn many_small_packs_become_few_and_nothing_is_lost() {
    let folder = folder();
    for n in 0..60 {
        let mut store = open(&folder);
        put(&store, &n.to_string(), &n.to_string());
        store.commit(ROOM).unwrap();
        assert!(files(&folder, "pack").len() <= 9);
    }
    let store = open(&folder);
    for n in 0..60 {
        assert_eq!(text(&store, &n.to_string()).unwrap(), n.to_string());
    }
}

#[test]
fn a_full_store_keeps_what_was_used_and_what_is_new() {
    let folder = folder();
    let long = "x".repeat(1000);
    for name in ["oud", "gebruikt", "nieuwer"] {
        let mut store = open(&folder);
        put(&store, name, &long);
        store.commit(ROOM).unwrap();
    }
    let mut store = open(&folder);
    assert!(text(&store, "gebruikt").is_some());
    put(&store, "nieuw", &long);
    store.commit(3000).unwrap();
    drop(store);
    let store = open(&folder);
    let left: Vec<_> = ["oud", "gebruikt", "nieuwer", "nieuw"]
        .into_iter()
        .filter(|name| text(&store, name).is_some())
        .collect();
    assert_eq!(left, ["gebruikt", "nieuw"]);
    assert!(files(&folder, "pack").iter().all(|path| fs::metadata(path).unwrap().len() < 3000));
}

#[test]
fn a_folder_of_somebody_else_is_neither_used_nor_removed() {
    let folder = folder();
    fs::write(folder.path().join("brief.txt"), "lief dagboek").unwrap();
    assert_eq!(Store::open(folder.path()).unwrap_err(), super::Trouble::Taken);
    assert_eq!(clean(folder.path()).unwrap_err(), super::Trouble::Taken);
    assert!(folder.path().join("brief.txt").exists());
}

#[test]
fn a_store_can_be_removed_and_begins_anew() {
    let folder = folder();
    let path = folder.path().join("store");
    assert_eq!(clean(&path), Ok(Cleaned::Nothing));
    put(&open(&folder), "a", "aap");
    assert_eq!(clean(&path), Ok(Cleaned::Gone));
    assert!(!path.exists());
    assert_eq!(text(&open(&folder), "a"), None);
}

#[test]
fn packs_of_another_version_are_passed_over() {
    let folder = folder();
    put(&open(&folder), "a", "aap");
    let pack = files(&folder, "pack").remove(0);
    let mut bytes = fs::read(&pack).unwrap();
    let end = bytes.len();
    bytes[end - 2] = b'2';
    fs::write(&pack, bytes).unwrap();
    let store = open(&folder);
    assert_eq!(text(&store, "a"), None);
    put(&store, "a", "aap");
    assert_eq!(text(&store, "a").unwrap(), "aap");
}

#[test]
fn a_store_that_keeps_nothing_is_one_too() {
    let mut store = Store::none();
    put(&store, "a", "aap");
    assert_eq!(text(&store, "a"), None);
    store.commit(0).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_to_a_pack_what_is_read_is_what_was_kept(
        at in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let folder = folder();
        let mut store = open(&folder);
        for n in 0..5 {
            put(&store, &n.to_string(), &format!("inhoud {n}"));
        }
        store.commit(ROOM).unwrap();
        drop(store);
        let pack = files(&folder, "pack").remove(0);
        let bytes = fs::read(&pack).unwrap();
        let at = at.index(bytes.len());
        if cut {
            fs::write(&pack, &bytes[..at]).unwrap();
        } else {
            damage(&pack, at);
        }
        let mut store = open(&folder);
        for n in 0..5 {
            let kept = text(&store, &n.to_string());
            let wanted = format!("inhoud {n}");
            prop_assert!(kept.is_none_or(|kept| kept == wanted));
            put(&store, &n.to_string(), &format!("inhoud {n}"));
        }
        store.commit(ROOM).unwrap();
        drop(store);
        let store = open(&folder);
        for n in 0..5 {
            prop_assert_eq!(text(&store, &n.to_string()), Some(format!("inhoud {n}")));
        }
    }
}
