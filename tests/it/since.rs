//! `check --since` where a repository is not as it usually is.

use std::fs;
use std::process::Command;

use crate::ci::{Desk, commit, git, put};

#[test]
fn a_clone_without_its_history_is_not_compared_with_the_work_of_others() {
    let desk = Desk::new(None);
    put(&desk.work(), "content/pages/c.md", "---\ntitle: C\n---\nTekst.\n");
    commit(&desk.work(), "C");
    git(&desk.work(), &["push", "--quiet", "origin", "werk"]);
    let main = desk.folder.path().join("main");
    put(&main, "content/pages/d.md", "---\ntitle: D\n---\nVan een ander.\n");
    commit(&main, "D");
    let from = format!("file://{}", main.display());
    let fetch = ["--depth", "1", "--no-single-branch", "--branch", "werk"];
    let clone = [&["clone", "--quiet"], fetch.as_slice(), &[&from, "ondiep"]].concat();
    git(desk.folder.path(), &clone);
    let shallow = desk.folder.path().join("ondiep");
    let check = || {
        let output = Command::new(env!("CARGO_BIN_EXE_lerend"))
            .args(["--language", "nl", "check", "--since", "origin/main", "--comment", "c.md"])
            .current_dir(&shallow)
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (status, said) = check();
    assert_eq!(status, Some(2), "{said}");
    assert!(said.starts_with("fout[host/no-revision]: "), "{said}");
    assert!(said.contains("haal de hele geschiedenis op"), "{said}");
    assert!(!shallow.join("c.md").exists());
    git(&shallow, &["fetch", "--quiet", "--unshallow"]);
    let (status, said) = check();
    assert_eq!(status, Some(0), "{said}");
    let comment = fs::read_to_string(shallow.join("c.md")).unwrap();
    assert!(comment.contains("(`/c/`)") && !comment.contains("verdwijnen"), "{comment}");
}
