//! Commands as they are typed, and all they say.

#![expect(clippy::disallowed_methods, reason = "tests read and write files of their own")]

mod given;
mod import;
mod import_kept;
mod init;
mod media;
mod new;
mod new_asked;
mod next_change;
mod proposed;
mod schema;
mod sent;
mod sent_charts;
mod strict;
mod why;
mod newsletter;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;

use super::{Exit, Surroundings, Terminal, run};

/// Exit, standard output and standard error of a command in a folder.
fn lerend(folder: &Path, command: &str) -> (Exit, String, String) {
    let around = Surroundings { folder: folder.to_owned(), ..Surroundings::default() };
    in_surroundings(&around, command)
}

fn in_surroundings(around: &Surroundings, command: &str) -> (Exit, String, String) {
    let args = std::iter::once("lerend").chain(command.split_whitespace()).map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run(args, around, &mut Terminal { out: &mut out, err: &mut err, input: None });
    (exit, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn read(folder: &Path, path: &str) -> String {
    String::from_utf8(std::fs::read(folder.join(path)).unwrap()).unwrap()
}

fn put(folder: &Path, path: &str, text: &str) {
    put_bytes(folder, path, text.as_bytes());
}

fn put_bytes(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// The same with somebody who answers, a line for each question.
fn answered(folder: &Path, command: &str, answers: &str) -> (Exit, String, String) {
    let around = Surroundings { folder: folder.to_owned(), ..Surroundings::default() };
    let args = std::iter::once("lerend").chain(command.split_whitespace()).map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut input = answers.as_bytes();
    let terminal = &mut Terminal { out: &mut out, err: &mut err, input: Some(&mut input) };
    let exit = run(args, &around, terminal);
    (exit, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn folder_with_site(yaml: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("content")).unwrap();
    std::fs::File::create(folder.path().join("content/site.yaml"))
        .and_then(|mut file| std::io::Write::write_all(&mut file, yaml.as_bytes()))
        .unwrap();
    folder
}

/// A site in Dutch with a first page.
fn folder_with_home() -> tempfile::TempDir {
    let site = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";
    let folder = folder_with_site(site);
    put(folder.path(), "content/index.md", "---\ntitle: Begin\n---\nWelkom.\n");
    folder
}

#[test]
fn help_and_version_are_answers() {
    let here = Path::new("/");
    for command in ["--help", "build --help", "check --help", "serve --help", "explain --help"]
    {
        let (exit, out, err) = lerend(here, command);
        assert_eq!((exit, err.as_str()), (Exit::Done, ""), "{command}");
        assert!(out.contains("Usage: lerend"), "{out}");
    }
    for command in ["--help", "help check", "check -h"] {
        let (exit, out, err) = lerend(here, &format!("--language nl {command}"));
        assert_eq!((exit, err.as_str()), (Exit::Done, ""), "{command}");
        assert!(out.contains("Gebruik: lerend"), "{out}");
        let english = ["Usage", "Options", "[default", "[possible", "Print help"];
        assert!(!english.iter().any(|word| out.contains(word)), "{out}");
    }
    let (exit, out, err) = lerend(folder_with_home().path(), "");
    assert_eq!((exit, out.as_str()), (Exit::Failed, ""));
    assert!(err.contains("Gebruik: lerend [OPTIES] <OPDRACHT>"), "{err}");
    let (exit, said, err) = lerend(here, "--version");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    let number = concat!("lerend ", env!("CARGO_PKG_VERSION"), " (");
    let print = said.strip_prefix(number).and_then(|rest| rest.strip_suffix(")\n")).unwrap();
    assert!(print.len() == 16 && print.chars().all(|c| c.is_ascii_hexdigit()), "{said}");
}

#[test]
fn a_command_that_means_nothing_ends_with_two() {
    for command in ["bild", "build --colour", "build --date 2026-02-30", "--format x build"] {
        let (exit, out, err) = lerend(Path::new("/"), command);
        assert_eq!((exit, out.as_str()), (Exit::Failed, ""), "{command}");
        assert!(err.starts_with("error[host/usage]: "), "{err}");
    }
}

#[test]
fn what_is_wrong_with_a_command_is_said_in_the_language_of_the_site() {
    let folder = folder_with_home();
    let cases = [
        (
            "--language nl",
            "zeg wat er moet gebeuren",
            "`lerend --help` laat alle opdrachten zien",
        ),
        ("biuld", "`biuld` is geen opdracht", "misschien bedoeld: `build`"),
        (
            "build --base-url voorbeeld.nl/evaluatie",
            "`voorbeeld.nl/evaluatie` past niet bij `--base-url <URL>`",
            "geef het hele adres, zoals https://voorbeeld.nl/evaluatie/",
        ),
        (
            "build --strickt",
            "`lerend build` kent geen optie `--strickt`",
            "misschien bedoeld: `--strict`",
        ),
        (
            "build --drafts",
            "`lerend build` kent geen optie `--drafts`",
            "misschien bedoeld: `--preview`",
        ),
        ("explian", "`explian` is geen opdracht", "misschien bedoeld: `explain`"),
        (
            "--strict --color never build",
            "`--strict` hoort bij `lerend build`",
            "zet het daarachter: `lerend build --strict`",
        ),
        ("build --strict=ja", "`--strict` krijgt geen waarde", "laat `=ja` weg"),
        (
            "media withdraw",
            "achter `lerend media withdraw` ontbreekt `<REFERENCE>`",
            "`lerend media withdraw --help` laat zien wat er kan",
        ),
        ("media witdraw x", "`witdraw` is geen opdracht", "misschien bedoeld: `withdraw`"),
        (
            "new factsheets x",
            "`factsheets` past niet bij `[TYPE]`",
            "misschien bedoeld: `factsheet`; kies uit: factsheet, story, finding, region, report, \
             event, newsletter, questionnaire, blueprint, page, media",
        ),
        (
            "build public",
            "`public` is een woord te veel achter `lerend build`",
            "`lerend build --help` laat zien wat er kan",
        ),
        (
            "build --jobs veel",
            "`veel` past niet bij `--jobs <N>`",
            "geef een heel getal van 1 tot en met 1024",
        ),
        (
            "serve --port 80000",
            "`80000` past niet bij `--port <PORT>`",
            "geef een heel getal van 0 tot en met 65535",
        ),
        (
            "check --date gisteren",
            "`gisteren` past niet bij `--date <YYYY-MM-DD>`",
            "geef een dag die bestaat, zoals 2026-03-18",
        ),
        (
            "new newsletter maart --since laatst",
            "`laatst` past niet bij `--since <previous|YYYY-MM-DD>`",
            "geef `vorige`, of een dag die bestaat, zoals 2026-03-18",
        ),
        (
            "build --format xml",
            "`xml` past niet bij `--format <FORMAT>`",
            "kies uit: full, concise, json, github, gitlab, sarif",
        ),
        (
            "build --output",
            "`--output <DIR>` heeft een waarde nodig",
            "`lerend build --help` laat zien wat er kan",
        ),
        (
            "explain",
            "achter `lerend explain` ontbreekt `<CODE>`",
            "`lerend explain --help` laat zien wat er kan",
        ),
        (
            "build --cold --store x",
            "`--cold` en `--store <DIR>` gaan niet samen",
            "laat een van de twee weg",
        ),
        (
            "build --jobs 1 --jobs 2",
            "`--jobs <N>` staat er meer dan één keer",
            "laat het één keer staan",
        ),
    ];
    for (command, words, help) in cases {
        let (exit, out, err) = lerend(folder.path(), command);
        assert_eq!((exit, out.as_str()), (Exit::Failed, ""), "{command}");
        assert_eq!(err, format!("fout[host/usage]: {words}\n  = hulp: {help}\n"));
    }
}

#[test]
fn a_command_is_refused_in_the_form_and_language_that_were_asked_for() {
    let folder = folder_with_home();
    let (_, out, err) = lerend(folder.path(), "build --format json --language=en --strickt");
    assert_eq!(err, "");
    assert!(out.starts_with("{\"code\":\"host/usage\",\"severity\":\"error\","), "{out}");
    assert!(out.contains("`lerend build` has no option `--strickt`"), "{out}");
    let elsewhere = folder.path().join("content");
    let (_, _, err) = lerend(&elsewhere, "--root .. build --strickt");
    assert!(err.starts_with("fout[host/usage]: "), "{err}");
}

#[test]
fn a_folder_without_a_site_ends_with_two_and_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let (exit, out, err) = lerend(folder.path(), "--language nl build");
    assert_eq!((exit, out.as_str()), (Exit::Failed, ""));
    assert!(err.starts_with("fout[host/no-site]: "), "{err}");
    let (exit, out, err) = lerend(folder.path(), "check --format json");
    assert_eq!((exit, err.as_str()), (Exit::Failed, ""));
    assert!(out.starts_with("{\"code\":\"host/no-site\",\"severity\":\"error\","), "{out}");
}

#[test]
fn the_language_is_that_of_the_option_the_site_lang_or_english() {
    let language = |yaml: &str, lang: Option<&str>, command: &str| {
        let folder = folder_with_site(yaml);
        let around = Surroundings {
            folder: folder.path().to_owned(),
            lang: lang.map(str::to_owned),
            ..Surroundings::default()
        };
        let (exit, _, err) = in_surroundings(&around, command);
        assert_eq!(exit, Exit::Failed);
        err.split('[').next().unwrap().to_owned()
    };
    let nl = Some("nl_NL.UTF-8");
    assert_eq!(language("language: nl\n", None, "--language en explain x"), "error");
    assert_eq!(language("taal: nl\n", Some("en_GB"), "explain x"), "fout");
    assert_eq!(language("language: fr\n", nl, "explain x"), "fout");
    assert_eq!(language("", Some("C.UTF-8"), "explain x"), "error");
    assert_eq!(language("", None, "explain x"), "error");
}

#[test]
fn explain_prints_the_page() {
    let here = Path::new("/");
    let (exit, out, err) = lerend(here, "explain yaml/tab --language nl");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    assert!(out.starts_with("# `yaml/tab`\n"), "{out}");
    let (exit, out, err) = lerend(here, "explain yaml/tba");
    assert_eq!((exit, out.as_str()), (Exit::Failed, ""));
    assert_eq!(
        err,
        "error[host/unknown-code]: unknown code `yaml/tba`\n  = help: did you mean `yaml/tab`?\n"
    );
}

#[test]
fn the_moment_of_the_build_must_be_a_number() {
    let folder = folder_with_site("language: en\n");
    // The last is after the year 9999.
    for epoch in ["gisteren", "253402300800"] {
        let around = Surroundings {
            folder: folder.path().to_owned(),
            source_date_epoch: Some(epoch.to_owned()),
            ..Surroundings::default()
        };
        let (exit, _, err) = in_surroundings(&around, "check --format concise");
        assert_eq!(exit, Exit::Failed);
        assert_eq!(
            err,
            format!(
                "error[host/usage]: `SOURCE_DATE_EPOCH` is not a number of seconds: `{epoch}`\n"
            )
        );
    }
}

#[test]
fn who_only_looks_leaves_no_store_behind() {
    let folder = folder_with_home();
    for command in ["check", "why content/pages/a.md", "media"] {
        let (_, _, err) = lerend(folder.path(), command);
        assert!(!err.contains("no-store"), "{err}");
        assert!(!folder.path().join(".lerend").exists(), "{command}");
    }
    // One that is there is read, and one that is asked for is made.
    lerend(folder.path(), "build");
    put(folder.path(), "content/pages/a.md", "---\ntitle: A\n---\nEen nieuwe zin.\n");
    let stored = || {
        let entries = std::fs::read_dir(folder.path().join(".lerend/packs")).unwrap();
        entries.map(|own| own.unwrap().path()).collect::<BTreeSet<_>>()
    };
    let before = stored();
    for command in ["check", "why content/pages/a.md", "media"] {
        lerend(folder.path(), command);
        assert_eq!(stored(), before, "{command}");
    }
    lerend(folder.path(), "check --store eigen");
    assert!(folder.path().join("eigen").is_dir());
}

#[test]
fn colours_come_when_they_are_asked_for() {
    let (_, _, err) = lerend(Path::new("/"), "explain x --color always");
    assert!(err.starts_with("\u{1b}[1;31merror[host/unknown-code]\u{1b}[0m"), "{err}");
}

#[test]
fn services_know_files_by_their_path_in_the_repository() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "onze site/content/site.yaml", "titel: Proef\n");
    let root = folder.path().join("onze site");
    let check = |folder: &Path, root: &str, format: &str, workspace: Option<&Path>| {
        let around = Surroundings {
            folder: folder.to_owned(),
            workspace: workspace.map(Path::to_owned),
            ..Surroundings::default()
        };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let args = ["lerend", "--root", root, "--format", format, "check"].map(OsString::from);
        run(args, &around, &mut Terminal { out: &mut out, err: &mut err, input: None });
        String::from_utf8(out).unwrap()
    };
    let whole = folder.path();
    assert!(check(whole, "onze site", "github", None).contains("file=onze site/content/site"));
    assert!(check(whole, "onze site", "gitlab", None).contains("\"onze site/content/site"));
    assert!(check(whole, "onze site", "sarif", None).contains("\"onze%20site/content/site"));
    assert!(check(whole, "onze site", "json", None).contains("\"content/site"));
    assert!(check(&root, ".", "github", None).contains("file=content/site"));
    assert!(check(&root, ".", "github", Some(whole)).contains("file=onze site/content/site"));
    put(whole, ".git/HEAD", "ref: refs/heads/main\n");
    assert!(check(&root, ".", "github", None).contains("file=onze site/content/site"));
    let inside = root.join("content");
    assert!(check(&inside, "..", "gitlab", None).contains("\"onze site/content/site"));
}
