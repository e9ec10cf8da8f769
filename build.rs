//! Says which folders are part of the program, so that a new file in them is noticed, and gives
//! the program a fingerprint of itself: what is kept between builds was made by the same code.

#![expect(clippy::disallowed_methods, reason = "this runs while the program is built")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    for folder in
        ["themes/default", "docs/problems", "starter", "src", "Cargo.lock", "build.rs"]
    {
        println!("cargo::rerun-if-changed={folder}");
    }
    let all = fingerprint(&["src", "themes/default", "Cargo.lock"]);
    let media = fingerprint(&["src/base", "src/media", "Cargo.lock"]);
    // The same code for another machine or with other features makes other things.
    let (all, media) = (mixed(all, &built_for()), mixed(media, &built_for()));
    println!("cargo::rustc-env=LEREND_FINGERPRINT={all:016x}");
    println!("cargo::rustc-env=LEREND_MEDIA_FINGERPRINT={media:016x}");
}

/// A fingerprint (FNV-1a) of the names and bytes of files.
fn fingerprint(roots: &[&str]) -> u64 {
    let mut files = BTreeSet::new();
    for root in roots {
        gather(Path::new(root), &mut files);
    }
    files.iter().fold(0xcbf2_9ce4_8422_2325, |hash, file| {
        let named = mixed(mixed(hash, file.to_string_lossy().as_bytes()), &[0]);
        mixed(named, &fs::read(file).unwrap_or_default())
    })
}

fn mixed(hash: u64, bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The machine and the features that the program is built for.
fn built_for() -> Vec<u8> {
    let features = std::env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned());
    let features: BTreeSet<String> =
        features.filter(|name| name.starts_with("CARGO_FEATURE_")).collect();
    let target = std::env::var("TARGET").unwrap_or_default();
    features.into_iter().chain([target]).collect::<Vec<_>>().join("\n").into_bytes()
}

fn gather(path: &Path, files: &mut BTreeSet<PathBuf>) {
    match fs::read_dir(path) {
        Ok(entries) => {
            for entry in entries.flatten() {
                gather(&entry.path(), files);
            }
        }
        Err(_) => {
            files.insert(path.to_owned());
        }
    }
}
