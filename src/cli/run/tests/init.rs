//! `init` and `clean`.

use std::ffi::OsString;

use super::{Exit, Surroundings, Terminal, lerend, put, read, run};

#[test]
fn a_new_site_builds_at_once_in_both_languages() {
    for language in ["nl", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let (exit, out, err) =
            lerend(folder.path(), &format!("--language {language} init proef"));
        assert_eq!((exit, err.as_str()), (Exit::Done, ""));
        assert!(out.contains("lerend --root proef serve"), "{out}");
        let (exit, _, err) =
            lerend(folder.path(), "--root proef --format concise build --date 2026-11-23");
        assert_eq!(exit, Exit::Done, "{err}");
        // The summary alone: no error and no warning.
        assert_eq!(err.lines().count(), 1, "{err}");
        assert!(folder.path().join("proef/public/index.html").is_file());
    }
}

#[test]
fn a_new_site_leaves_git_alone_and_says_a_command_that_can_be_typed() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "onze site/.gitignore", "/eigen\n");
    let around = Surroundings { folder: folder.path().to_owned(), ..Surroundings::default() };
    let own = "/.lerend\n/public\n/.public-lerend\n/preview\n/.preview-lerend\n";
    for (name, typed, rules) in [
        ("onze site", "lerend --root \"onze site\" serve", "/eigen\n"),
        ("-proef", "lerend --root ./-proef serve", own),
        ("proef/één", "lerend --root proef/één serve", own),
    ] {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let args = ["lerend", "--language", "nl", "init", "--", name].map(OsString::from);
        let terminal = &mut Terminal { out: &mut out, err: &mut err, input: None };
        assert_eq!(run(args, &around, terminal), Exit::Done);
        let said = String::from_utf8(out).unwrap();
        assert!(said.contains(typed), "{said}");
        assert_eq!(read(&folder.path().join(name), ".gitignore"), rules);
    }
}

#[test]
fn a_site_that_is_there_stays_as_it_is() {
    let folder = super::folder_with_site("title: Mijn site\n");
    let (exit, out, err) = lerend(folder.path(), "--language nl init .");
    assert_eq!((exit, out.as_str()), (Exit::Failed, ""));
    assert!(err.starts_with("fout[host/already-there]: "), "{err}");
    for inside in ["content", "content/proef", "content/pages/proef/site"] {
        let (exit, _, err) = lerend(folder.path(), &format!("--language nl init {inside}"));
        assert_eq!(exit, Exit::Failed);
        assert!(err.contains("in de inhoud van een andere"), "{err}");
        assert!(!folder.path().join(inside).join("content").exists(), "{inside}");
    }
    assert_eq!(lerend(folder.path(), "--language nl init ernaast").0, Exit::Done);
}

#[test]
fn what_is_kept_between_builds_can_be_removed() {
    let folder = tempfile::tempdir().unwrap();
    lerend(folder.path(), "--language en init .");
    lerend(folder.path(), "build");
    let store = folder.path().join(".lerend");
    assert!(store.is_dir());
    let cleaned = lerend(folder.path(), "--language nl clean");
    let lines = ".public-lerend is verwijderd.\n.lerend is verwijderd.\n";
    assert_eq!(cleaned, (Exit::Done, lines.into(), String::new()));
    assert!(!store.is_dir() && !folder.path().join(".public-lerend").exists());
    let (exit, out, _) = lerend(folder.path(), "--language en clean");
    assert_eq!(
        (exit, out.as_str()),
        (Exit::Done, ".lerend is not there; there is nothing to remove.\n")
    );
    assert!(folder.path().join("public/index.html").is_file());
}

#[test]
fn a_folder_that_is_no_store_is_not_removed() {
    let folder = super::folder_with_site("title: Mijn site\n");
    let (exit, _, err) = lerend(folder.path(), "--language en clean --store content");
    assert_eq!(exit, Exit::Failed);
    assert!(err.contains("is no folder with kept work"), "{err}");
    assert!(err.contains("leave `--store` out"), "{err}");
    // Where no folder was named, no option can be left out.
    put(folder.path(), ".lerend/brief.txt", "van iemand");
    let (exit, _, err) = lerend(folder.path(), "--language en clean");
    assert_eq!(exit, Exit::Failed);
    assert!(err.contains("look what is in it") && !err.contains("--store"), "{err}");
    std::fs::remove_dir_all(folder.path().join(".lerend")).unwrap();
    assert_eq!(lerend(folder.path(), "clean --output web/site").0, Exit::Done);
    // A refusal of the one leaves the other.
    lerend(folder.path(), "build --no-images --no-search");
    assert!(folder.path().join(".lerend").is_dir());
    assert_eq!(lerend(folder.path(), "clean --output content").0, Exit::Failed);
    assert!(folder.path().join(".lerend").is_dir());
    assert!(!folder.path().join("web").exists());
    assert!(folder.path().join("content/site.yaml").is_file());
}

#[test]
fn a_build_without_the_store_leaves_it_usable() {
    let folder = tempfile::tempdir().unwrap();
    lerend(folder.path(), "--language en init .");
    for command in ["build --cold", "build", "build"] {
        let command = format!("--format concise {command} --date 2026-11-23");
        let (exit, _, err) = lerend(folder.path(), &command);
        assert_eq!((exit, err.lines().count()), (Exit::Done, 1), "{command}: {err}");
    }
}
