//! `check --since`, and the recipes for build services, run as far as they can be without the
//! service: every step but the installation, with what talks to the service replaced.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::site::BASE;

/// A repository with a small site on `main`, cloned, with a branch to work on.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
}

impl Desk {
    /// With a mistake of a colleague on `main`, or without one.
    pub(crate) fn new(colleague: Option<&str>) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let main = desk.folder.path().join("main");
        fs::create_dir(&main).unwrap();
        for (path, text) in BASE {
            put(&main, path, text);
        }
        put(&main, "content/pages/a.md", "---\ntitle: A\n---\nZie [b](b.md).\n");
        put(&main, "content/pages/b.md", "---\ntitle: B\n---\nTekst.\n");
        if let Some(text) = colleague {
            put(&main, "content/pages/collega.md", text);
        }
        git(&main, &["init", "--quiet", "--initial-branch", "main"]);
        commit(&main, "Begin");
        git(desk.folder.path(), &["clone", "--quiet", "main", "werk"]);
        git(&desk.work(), &["switch", "--quiet", "--create", "werk"]);
        desk
    }

    pub(crate) fn work(&self) -> PathBuf {
        self.folder.path().join("werk")
    }

    pub(crate) fn lerend(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_lerend"))
            .args(args)
            .current_dir(self.work())
            .env("LANG", "C")
            .env_remove("SOURCE_DATE_EPOCH")
            .output()
            .unwrap()
    }

    /// Exit status and what was said, one line a problem.
    pub(crate) fn check(&self, revision: &str) -> (Option<i32>, String) {
        let date = ["--date", "2026-11-23"];
        let args = ["--format", "concise", "--language", "en", "check", "--since", revision];
        let output = self.lerend(&[args.as_slice(), &date].concat());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }
}

pub(crate) fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

pub(crate) fn git(folder: &Path, args: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=Anna", "-c", "user.email=anna@voorbeeld.example"])
        .args(args)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

pub(crate) fn commit(folder: &Path, message: &str) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", message]);
}

const WRONG: &str = "---\ntitel: Collega\nzomaar: 1\n---\nTekst.\n";

#[test]
fn a_mistake_of_a_colleague_warns_and_one_of_your_own_stops() {
    let desk = Desk::new(Some(WRONG));
    assert_eq!(desk.lerend(&["check"]).status.code(), Some(1));
    put(&desk.work(), "content/pages/a.md", "---\ntitle: A\n---\nAnders, zie [b](b.md).\n");
    let (status, said) = desk.check("main");
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("pages/collega.md:3:1: warning[front-matter/unknown-key]"), "{said}");
    put(&desk.work(), "content/pages/nieuw.md", WRONG);
    let (status, said) = desk.check("main");
    assert_eq!(status, Some(1), "not yet committed counts too: {said}");
    assert!(said.contains("pages/nieuw.md:3:1: error[front-matter/unknown-key]"), "{said}");
    commit(&desk.work(), "Nieuw");
    assert_eq!(desk.check("origin/main").0, Some(1));
    // Whoever touches the file of the colleague mends it.
    fs::remove_file(desk.work().join("content/pages/nieuw.md")).unwrap();
    put(&desk.work(), "content/pages/collega.md", &format!("{WRONG}Meer.\n"));
    assert_eq!(desk.check("main").0, Some(1));
}

#[test]
fn what_a_change_breaks_elsewhere_stops_it() {
    let desk = Desk::new(None);
    fs::remove_file(desk.work().join("content/pages/b.md")).unwrap();
    let (status, said) = desk.check("main");
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("pages/a.md:4:9: error[link/broken]"), "{said}");
}

#[test]
fn what_others_did_in_the_meantime_is_no_part_of_a_change() {
    let desk = Desk::new(None);
    let main = desk.folder.path().join("main");
    put(&main, "content/pages/b.md", "---\ntitle: B\n---\nDoor een ander.\n");
    commit(&main, "Anders");
    git(&desk.work(), &["fetch", "--quiet", "origin"]);
    put(&desk.work(), "content/pages/a.md", "---\ntitle: A\n---\nZie [b](b.md). Meer.\n");
    let output = desk.lerend(&["check", "--since", "origin/main", "--comment", "c.md"]);
    assert_eq!(output.status.code(), Some(0));
    let comment = fs::read_to_string(desk.work().join("c.md")).unwrap();
    assert!(comment.contains("(`/a/`)") && !comment.contains("(`/b/`)"), "{comment}");
}

#[test]
fn a_revision_that_is_not_there_is_told_with_status_2() {
    let desk = Desk::new(None);
    for revision in ["mian", "--output=x", ""] {
        let output =
            desk.lerend(&["--language", "nl", "check", &format!("--since={revision}")]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.starts_with("fout[host/no-revision]: "), "{said}");
    }
    assert!(!desk.work().join("x").exists());
}

#[test]
fn the_comment_says_in_plain_words_what_changes() {
    let desk = Desk::new(None);
    put(&desk.work(), "content/pages/a.md", "---\ntitle: A, maar beter\n---\nZie [b](b.md).\n");
    put(&desk.work(), "content/pages/c.md", "---\ntitle: C [nieuw]\ndraft: yes\n---\nTekst.\n");
    let comment = |extra: &[&str]| {
        let args = ["--language", "nl", "check", "--since", "main", "--comment", "c.md"];
        desk.lerend(&[args.as_slice(), extra].concat());
        fs::read_to_string(desk.work().join("c.md")).unwrap()
    };
    let said = comment(&["--preview", "--base-url", "https://proef.example/"]);
    assert!(
        said.starts_with("<!-- lerend -->\n**Geen fouten.** Deze wijziging kan op de site.\n")
    );
    assert!(said.contains("### Nieuwe pagina's (1)\n\n- [C \\[nieuw\\]"), "{said}");
    assert!(said.contains("](https://proef.example/c/)\n"), "{said}");
    // What was changed comes before what changes with it, without the name of the site.
    let changed = "### Veranderde pagina's";
    let first = said.split(changed).nth(1).and_then(|rest| rest.lines().nth(2));
    assert_eq!(first, Some("- [A, maar beter](https://proef.example/a/)"), "{said}");
    let said = comment(&[]);
    assert!(!said.contains("nieuw"), "without a preview a draft is no page: {said}");
    put(&desk.work(), "content/pages/b.md", WRONG);
    let said = comment(&[]);
    assert!(said.contains("**Eén fout.** Verbeter die eerst"), "{said}");
    assert!(said.contains("fout[front-matter/unknown-key]: onbekend veld `zomaar`"), "{said}");
    assert!(
        said.contains("Zolang er fouten zijn, is er geen voorbeeld van de site."),
        "{said}"
    );
}

#[test]
fn the_comment_says_how_a_page_keeps_its_old_address() {
    let desk = Desk::new(None);
    let advice = "Zet het oude adres dan bij `oude-adressen`";
    let comment = || {
        let args = ["--language", "nl", "check", "--since", "main", "--comment", "c.md"];
        desk.lerend(&args);
        fs::read_to_string(desk.work().join("c.md")).unwrap()
    };
    put(&desk.work(), "content/pages/a.md", "---\ntitle: A\n---\nZie [b](b-nu.md).\n");
    fs::rename(
        desk.work().join("content/pages/b.md"),
        desk.work().join("content/pages/b-nu.md"),
    )
    .unwrap();
    let said = comment();
    assert!(said.contains("(`/b/`)") && said.contains(advice), "{said}");
    let moved = "---\ntitle: B\naliases: [b/]\n---\nTekst.\n";
    put(&desk.work(), "content/pages/b-nu.md", moved);
    let said = comment();
    assert!(!said.contains("verdwijnen") && !said.contains(advice), "{said}");
}

#[test]
fn the_comment_tells_of_errors_that_were_there_before() {
    let desk = Desk::new(Some(WRONG));
    put(&desk.work(), "content/pages/a.md", "---\ntitle: A, maar beter\n---\nTekst.\n");
    let args = ["--language", "nl", "check", "--since", "main", "--comment", "c.md"];
    let output = desk.lerend(&args);
    assert_eq!(output.status.code(), Some(0));
    let said = fs::read_to_string(desk.work().join("c.md")).unwrap();
    assert!(said.contains("**Geen nieuwe fouten.** Er stonden al fouten"), "{said}");
    assert!(!said.contains("kan op de site"), "{said}");
}

/// A recipe of the documents.
fn recipe(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ci").join(name);
    serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Runs a script as a build service does, with programs in front of those of the machine.
fn bash(desk: &Desk, script: &str, env: &BTreeMap<&str, String>) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_lerend")).parent().unwrap();
    let stubs = desk.folder.path().join("stubs");
    let path = std::env::var("PATH").unwrap();
    Command::new("bash")
        .args(["-e", "-o", "pipefail", "-c", script])
        .current_dir(desk.work())
        .env("PATH", format!("{}:{}:{path}", stubs.display(), program.display()))
        .env("CI", "true")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .envs(env.iter().map(|(key, value)| (*key, value.as_str())))
        .output()
        .unwrap()
}

/// A program that stands in for one that talks to the service. It notes how it was called.
fn stub(desk: &Desk, name: &str, script: &str) {
    let path = desk.folder.path().join("stubs").join(name);
    let called = desk.folder.path().join("called");
    put(
        desk.folder.path(),
        &format!("stubs/{name}"),
        &format!(
            "#!/bin/sh\nprintf '%s ' {name} \"$@\" >> {0}; echo >> {0}\n{script}\n",
            called.display()
        ),
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

fn called(desk: &Desk) -> String {
    fs::read_to_string(desk.folder.path().join("called")).unwrap_or_default()
}

/// The steps of a job of GitHub that run something, with whether they run in any case.
fn steps<'a>(recipe: &'a Value, job: &str) -> Vec<(&'a str, &'a str, bool)> {
    let steps = recipe["jobs"][job]["steps"].as_array().unwrap().iter();
    let step = |step: &'a Value| {
        let always = step["if"].as_str() == Some("always()");
        Some((step["name"].as_str()?, step["run"].as_str()?, always))
    };
    steps.filter_map(step).collect()
}

/// Runs the steps of a job of GitHub; what each of them said, up to the first that failed.
fn github(desk: &Desk, job: &str) -> Vec<(String, Output)> {
    let recipe = recipe("github.yml");
    let env = BTreeMap::from([
        ("GITHUB_BASE_REF", "main".to_owned()),
        ("CHANGE", "7".to_owned()),
        ("PREVIEW_URL", "https://proef.example/".to_owned()),
    ]);
    let mut ran: Vec<(String, Output)> = Vec::new();
    for (name, script, always) in steps(&recipe, job) {
        let failed = ran.iter().any(|(_, output)| !output.status.success());
        if !failed || always {
            ran.push((name.to_owned(), bash(desk, script, &env)));
        }
    }
    ran
}

#[test]
fn the_recipe_for_github_builds_a_change() {
    let desk = Desk::new(None);
    stub(&desk, "gh", "");
    put(&desk.work(), "content/pages/c.md", "---\ntitle: C\ndraft: yes\n---\nTekst.\n");
    commit(&desk.work(), "C");
    let ran = github(&desk, "change");
    let names: Vec<&str> = ran.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Install lerend", "Check the change", "Build the preview", "Comment"]);
    for (name, output) in &ran {
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name}: {said}");
    }
    let page = fs::read_to_string(desk.work().join("preview/c/index.html")).unwrap();
    assert!(page.contains("class=\"preview\"") && page.contains("noindex"), "{page}");
    assert!(page.contains("href=\"../index.html\""), "it reads from disk");
    let comment = fs::read_to_string(desk.work().join("comment.md")).unwrap();
    assert!(comment.contains("(https://proef.example/c/)"), "{comment}");
    let expected = "gh pr comment 7 --edit-last --create-if-none --body-file comment.md ";
    assert_eq!(called(&desk).trim_end_matches('\n'), expected);
    let publish = github(&desk, "publish");
    assert!(publish.iter().all(|(_, output)| output.status.success()));
    assert!(desk.work().join("public/index.html").is_file());
    assert!(!desk.work().join("public/c").exists(), "a draft is not published");
}

#[test]
fn the_recipe_for_github_stops_a_change_with_a_mistake_and_says_where_it_is() {
    let desk = Desk::new(None);
    stub(&desk, "gh", "");
    put(&desk.work(), "content/pages/c.md", WRONG);
    commit(&desk.work(), "C");
    let ran = github(&desk, "change");
    let names: Vec<&str> = ran.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Install lerend", "Check the change", "Comment"]);
    let said = String::from_utf8_lossy(&ran[1].1.stdout).into_owned();
    assert_eq!(ran[1].1.status.code(), Some(1));
    assert!(said.contains("::error file=content/pages/c.md,line=3,"), "{said}");
    assert!(called(&desk).starts_with("gh pr comment 7 "));
}

/// Runs the scripts of a job of GitLab: status, and what it printed.
fn gitlab(desk: &Desk, job: &str) -> (Option<i32>, String) {
    let recipe = recipe("gitlab.yml");
    let script = |value: &Value| {
        let lines = value.as_array().map_or(&[][..], Vec::as_slice).iter();
        lines.filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
    };
    let env = BTreeMap::from([
        ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main".to_owned()),
        ("CI_API_V4_URL", "https://git.example/api/v4".to_owned()),
        ("CI_PROJECT_ID", "12".to_owned()),
        ("CI_MERGE_REQUEST_IID", "7".to_owned()),
        ("LEREND_TOKEN", "geheim".to_owned()),
    ]);
    let main = [script(&recipe["before_script"]), script(&recipe[job]["script"])].join("\n");
    let output = bash(desk, &main, &env);
    let after = bash(desk, &script(&recipe[job]["after_script"]), &env);
    let said = String::from_utf8_lossy(&after.stderr);
    assert!(after.status.success(), "{said}");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn the_recipe_for_gitlab_builds_a_change_and_renews_its_comment() {
    let desk = Desk::new(None);
    put(&desk.work(), "content/pages/c.md", "---\ntitle: C\n---\nTekst.\n");
    commit(&desk.work(), "C");
    let notes = "https://git.example/api/v4/projects/12/merge_requests/7/notes";
    stub(&desk, "curl", "echo '[{\"id\":3,\"body\":\"Mooi!\"}]'");
    let (status, said) = gitlab(&desk, "change");
    assert_eq!(status, Some(0), "{said}");
    assert!(desk.work().join("preview/c/index.html").is_file());
    let report = fs::read_to_string(desk.work().join("codequality.json")).unwrap();
    assert!(serde_json::from_str::<Value>(&report).unwrap().is_array());
    let post = format!("--request POST --data-urlencode body@comment.md {notes} \n");
    assert!(called(&desk).ends_with(&post), "{}", called(&desk));
    let known = r#"echo '[{"id":3,"body":"Mooi!"},{"id":41,"type":null,"body":"\u003c!-- lerend --\u003e\n**Geen"}]'"#;
    stub(&desk, "curl", known);
    assert_eq!(gitlab(&desk, "change").0, Some(0));
    let put = format!("--request PUT --data-urlencode body@comment.md {notes}/41 \n");
    assert!(called(&desk).ends_with(&put), "{}", called(&desk));
    assert_eq!(gitlab(&desk, "pages").0, Some(0));
    assert!(desk.work().join("public/c/index.html").is_file());
}

#[test]
fn the_recipe_for_gitlab_stops_a_change_with_a_mistake_and_says_where_it_is() {
    let desk = Desk::new(None);
    stub(&desk, "curl", "");
    put(&desk.work(), "content/pages/c.md", WRONG);
    commit(&desk.work(), "C");
    assert_eq!(gitlab(&desk, "change").0, Some(1));
    let report = fs::read_to_string(desk.work().join("codequality.json")).unwrap();
    let report: Value = serde_json::from_str(&report).unwrap();
    let paths = report.as_array().unwrap().iter().map(|own| &own["location"]["path"]);
    assert!(paths.clone().count() > 0);
    assert!(paths.into_iter().all(|path| path == "content/pages/c.md"), "{report}");
}

#[test]
fn another_look_changes_no_page_in_the_comment_however_often_it_is_asked_for() {
    let desk = Desk::new(None);
    put(&desk.work(), "styles/parts/verdict.css", ".verdict { color: rebeccapurple; }\n");
    for _ in 0..2 {
        desk.lerend(&["--language", "nl", "check", "--since", "main", "--comment", "c.md"]);
        let said = fs::read_to_string(desk.work().join("c.md")).unwrap();
        assert!(said.contains("Het uiterlijk van alle pagina's verandert."), "{said}");
        assert!(!said.contains("Veranderde pagina's"), "{said}");
    }
}
