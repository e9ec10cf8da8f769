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

#[test]
fn the_first_change_of_a_site_has_only_new_pages() {
    let desk = Desk::new(None);
    let main = desk.folder.path().join("main");
    git(&main, &["rm", "--quiet", "-r", "content"]);
    put(&main, "README.md", "Hier komt de site.\n");
    commit(&main, "Leeg");
    // The site comes back with a change on an empty repository.
    git(&desk.work(), &["fetch", "--quiet", "origin"]);
    git(&desk.work(), &["reset", "--quiet", "--soft", "origin/main"]);
    commit(&desk.work(), "De site");
    let check = |language: &str| {
        let args = ["--language", language, "check", "--since", "origin/main"];
        let output = desk.lerend(&[args.as_slice(), &["--comment", "c.md"]].concat());
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{said}");
        fs::read_to_string(desk.work().join("c.md")).unwrap()
    };
    let said = check("nl");
    assert!(said.contains("Dit is het begin van de site: alle pagina's zijn nieuw."), "{said}");
    assert!(said.contains("### Nieuwe pagina's (") && said.contains("(`/b/`)"), "{said}");
    assert!(!said.contains("Veranderde") && !said.contains("uiterlijk"), "{said}");
    assert!(check("en").contains("This is the beginning of the site"));
    put(&desk.work(), "content/pages/b.md", "---\ntitle: B\nzomaar: 1\n---\nTekst.\n");
    assert_eq!(desk.check("origin/main").0, Some(1));
}

#[test]
fn a_folder_that_git_does_not_trust_is_told_with_the_command_that_helps() {
    let desk = Desk::new(None);
    let output = Command::new(env!("CARGO_BIN_EXE_lerend"))
        .args(["--language", "nl", "check", "--since", "main"])
        .current_dir(desk.work())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        // How git itself tests it.
        .env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("fout[host/no-revision]: git doet niets in "), "{said}");
    assert!(said.contains("`git config --global --add safe.directory /"), "{said}");
}

#[test]
fn files_that_are_published_as_they_are_are_named_for_who_looks_at_a_change() {
    let desk = Desk::new(None);
    put(&desk.work(), "content/files/CNAME", "elders.example\n");
    commit(&desk.work(), "Een ander domein");
    let args = ["--language", "nl", "check", "--since", "origin/main", "--comment", "c.md"];
    let output = desk.lerend(&args);
    assert_eq!(output.status.code(), Some(0));
    let comment = fs::read_to_string(desk.work().join("c.md")).unwrap();
    assert!(comment.contains("Kijk ze zelf na:\n\n- `content/files/CNAME`\n"), "{comment}");
}
