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
    let media = fingerprint(&["src/media", "Cargo.lock"]);
    println!("cargo::rustc-env=LEREND_FINGERPRINT={all:016x}");
    println!("cargo::rustc-env=LEREND_MEDIA_FINGERPRINT={media:016x}");
}

/// A fingerprint (FNV-1a) of the names and bytes of files.
fn fingerprint(roots: &[&str]) -> u64 {
    let mut files = BTreeSet::new();
    for root in roots {
        gather(Path::new(root), &mut files);
    }
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for file in files {
        let bytes = fs::read(&file).unwrap_or_default();
        for byte in file.to_string_lossy().bytes().chain([0]).chain(bytes) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
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
