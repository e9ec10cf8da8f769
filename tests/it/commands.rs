//! The commands of the README and the documents, and what a command promises.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// What every command in the documents begins with.
const RUN: &str = "cargo run --release -- ";

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of the sample site without pictures, which take long and change nothing here.
fn sample() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&project().join("content"), &folder.path().join("content"));
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

fn lerend(root: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lerend"))
        .args(args)
        .current_dir(root)
        .env("HOME", root)
        .env("LANG", "C")
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .unwrap()
}

/// Every command of the documents that runs the program.
fn commands() -> Vec<(String, String)> {
    let mut files = vec![project().join("README.md"), project().join("docs/ci/README.md")];
    for entry in fs::read_dir(project().join("docs/redactie")).unwrap() {
        files.push(entry.unwrap().path());
    }
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let mut in_shell = false;
        for line in text.lines() {
            if line.starts_with("```") {
                in_shell = line == "```sh" && !in_shell;
            } else if let Some(args) = line.strip_prefix(RUN).filter(|_| in_shell) {
                let args = args.split(" #").next().unwrap().trim();
                found.push((file.display().to_string(), args.to_owned()));
            }
        }
    }
    found
}

#[test]
fn every_command_of_the_documents_runs() {
    let site = sample();
    let all = commands();
    assert!(all.len() >= 8, "the documents have lost their commands: {all:?}");
    let mut tried: BTreeSet<String> = BTreeSet::new();
    for (file, command) in all {
        if !tried.insert(command.clone()) {
            continue;
        }
        let mut args: Vec<&str> = command.split_whitespace().collect();
        match args[0] {
            // It runs until it is stopped; its own tests talk to it.
            "serve" => args.push("--help"),
            "build" | "check" => args.push("--no-images"),
            _ => {}
        }
        let output = lerend(site.path(), &args);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{file}: `{command}`\n{said}");
    }
}

/// Every file below a folder with its bytes.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                files.insert(path.clone(), fs::read(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn the_same_content_gives_the_same_bytes_and_an_error_changes_nothing() {
    let site = sample();
    let public = site.path().join("public");
    let build = |jobs| {
        let args = ["build", "--no-images", "--date", "2026-11-23", "--jobs", jobs];
        lerend(site.path(), &args).status.code()
    };
    assert_eq!(build("1"), Some(0));
    let first = tree(&public);
    assert!(first.len() > 250, "{}", first.len());
    assert_eq!(build("3"), Some(0));
    assert_eq!(tree(&public), first);

    let page = site.path().join("content/pages/contact.md");
    fs::write(&page, "---\ntitle: Een titel: met dubbele punt\n---\n[Weg](weg.md)\n").unwrap();
    let output = lerend(site.path(), &["build", "--no-images", "--language", "nl"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("fout[yaml/unquoted-colon]"), "{said}");
    assert!(said.contains("content/pages/contact.md:2:17"), "{said}");
    assert!(said.contains("fout[link/broken]"), "{said}");
    assert_eq!(tree(&public), first, "the site that was there has changed");
}

#[test]
fn a_folder_without_a_site_is_told_with_status_2() {
    let empty = tempfile::tempdir().unwrap();
    let output = lerend(empty.path(), &["--language", "nl", "build"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("content/site.yaml"), "{said}");
    assert_eq!(lerend(empty.path(), &["bild"]).status.code(), Some(2));
}

#[test]
fn problems_for_programs_are_one_object_a_line() {
    let site = sample();
    fs::write(site.path().join("content/pages/contact.md"), "---\ntitel: A\nzomaar: 1\n---\n")
        .unwrap();
    let output = lerend(site.path(), &["--format", "json", "check", "--no-images"]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    let mut unknown = 0;
    for line in text.lines() {
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        let keys = [
            "code",
            "severity",
            "path",
            "line",
            "column",
            "end_line",
            "end_column",
            "message",
            "help",
        ];
        for key in keys {
            assert!(object.get(key).is_some(), "{key} is missing: {line}");
        }
        if object["code"] == "front-matter/unknown-key" {
            unknown += 1;
            assert_eq!(object["path"], "content/pages/contact.md");
            assert_eq!((&object["line"], &object["column"]), (&3.into(), &1.into()));
            assert_eq!((&object["end_line"], &object["end_column"]), (&3.into(), &7.into()));
        }
    }
    assert_eq!(unknown, 1, "{text}");
}

#[test]
fn a_film_says_itself_how_long_it_lasts_and_a_file_that_is_not_there_is_named() {
    let folder = sample();
    let media = folder.path().join("content/media");
    fs::copy(media.join("film-mooie-dag.mp4"), folder.path().join("Een film.mp4")).unwrap();
    let output = lerend(folder.path(), &["new", "media", "Een film.mp4"]);
    assert!(output.status.success(), "{output:?}");
    assert!(media.join("een-film.mp4").is_file());
    let sidecar = fs::read_to_string(media.join("een-film.mp4.yaml")).unwrap();
    let length = sidecar.lines().find(|line| line.starts_with("duur: ")).unwrap();
    assert_eq!(length.trim_start_matches("duur: ").trim_matches(['\'', '"']), "0:19");

    let output = lerend(folder.path(), &["new", "media", "weg.mp4"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.starts_with("fout[host/unreadable]: er is geen bestand `content/media/weg.mp4`")
    );
}
