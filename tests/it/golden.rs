//! The whole output of a small site, compared with files: what changes in it, a reviewer sees.
//! `UPDATE=1 cargo test --test it golden` writes the files anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use lerend::diag::{Language, Severity};
use lerend::output::Content;
use lerend::vfs::Disk;

use crate::site::{Outcome, site};

/// Files that hold nothing of the site's own: they are the theme's.
const NOT_COMPARED: &[&str] = &["assets/"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/small")
}

/// The files of a site as they are compared. Of a page that is what its `main` element holds,
/// of the home page all of it; a listing of all paths comes along.
fn shown(outcome: &Outcome) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut paths = String::new();
    for (path, file) in outcome.output().files() {
        let name = without_fingerprints(path.as_str());
        paths.push_str(&format!("{name}\n"));
        let Content::Bytes(bytes) = &file.content else { continue };
        let is_theirs = NOT_COMPARED.iter().any(|start| name.starts_with(start));
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        if is_theirs {
            continue;
        }
        let main = text.find("<main").zip(text.find("</main>"));
        let part = match main {
            Some((start, end)) if name != "index.html" => &text[start..end + "</main>".len()],
            _ => text,
        };
        let part = without_fingerprints(part);
        files.insert(name, format!("{}\n", part.trim_end().replace("\r\n", "\n")));
    }
    files.insert("paths.txt".to_owned(), paths);
    files
}

/// `site.0123456789.css` → `site.HASH.css`
fn without_fingerprints(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, part) in text.split('.').enumerate() {
        if at > 0 {
            out.push('.');
        }
        let is_hash = part.len() == 10
            && part.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        out.push_str(if is_hash { "HASH" } else { part });
    }
    out
}

fn written(folder: &Path, below: &Path, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(below).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            written(folder, &path, files);
        } else {
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            files.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

fn update(folder: &Path, files: &BTreeMap<String, String>) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// The first line that differs, of both.
fn difference(expected: &str, found: &str) -> String {
    let mut expected = expected.lines();
    let mut found = found.lines();
    for number in 1.. {
        match (expected.next(), found.next()) {
            (None, None) => break,
            (one, other) if one == other => {}
            (one, other) => {
                let shown = |line: Option<&str>| line.unwrap_or("(the end)").to_owned();
                return format!("line {number}\n  - {}\n  + {}", shown(one), shown(other));
            }
        }
    }
    String::new()
}

#[test]
fn a_small_site_comes_out_as_it_did() {
    let files = Disk::open(&folder()).unwrap();
    let outcome = site().build_from(&files);
    assert_eq!(outcome.problems(Severity::Warning, Language::En), "");
    let found = shown(&outcome);
    let expected_folder = folder().join("public");
    if std::env::var_os("UPDATE").is_some() {
        update(&expected_folder, &found);
    }
    let mut expected = BTreeMap::new();
    written(&expected_folder, &expected_folder, &mut expected);
    let mut wrong = Vec::new();
    for (name, text) in &found {
        match expected.remove(name) {
            None => wrong.push(format!("{name} is new")),
            Some(own) if own != *text => {
                wrong.push(format!("{name} {}", difference(&own, text)));
            }
            Some(_) => {}
        }
    }
    wrong.extend(expected.keys().map(|name| format!("{name} is gone")));
    assert!(
        wrong.is_empty(),
        "{} files differ; UPDATE=1 writes them anew\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_fingerprint_does_not_count() {
    assert_eq!(without_fingerprints("a/site.0123456789.css"), "a/site.HASH.css");
    assert_eq!(without_fingerprints("v1.0123.4567"), "v1.0123.4567");
}

/// Crawlers may fetch every page (`robots.txt`), so what they are to leave alone says so itself.
#[test]
fn what_may_not_be_found_says_so_in_every_page() {
    let files = Disk::open(&folder()).unwrap();
    let pages = |outcome: &Outcome| {
        let names = outcome.output().files().map(|(path, _)| path.to_string());
        // A piece to paste is no page: it has no place to say it, and crawlers may not fetch it.
        let is_page = |path: &String| path.ends_with(".html") && !path.contains("/items/");
        names.filter(is_page).collect::<Vec<_>>()
    };
    let says = |outcome: &Outcome, path: &str| {
        let html = outcome.text(path);
        // An old address leads to a page that says it.
        html.contains("content=\"noindex\"") || html.contains("http-equiv=\"refresh\"")
    };
    let (preview, public) = (site().preview().build_from(&files), site().build_from(&files));
    let open = |outcome: &Outcome| {
        let mut paths = pages(outcome);
        paths.retain(|path| !says(outcome, path));
        paths
    };
    assert_eq!(open(&preview), [""; 0]);
    let open = open(&public);
    assert!(open.iter().any(|path| path == "index.html"));
    let desks = open.iter().filter(|path| path.contains("kopieren/") || path.contains("mail"));
    assert_eq!(desks.collect::<Vec<_>>(), [""; 0]);
}
