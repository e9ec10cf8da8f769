//! `why`.

use std::path::Path;

use super::{Exit, folder_with_home, lerend, put};

fn site() -> tempfile::TempDir {
    let folder = folder_with_home();
    put(
        folder.path(),
        "content/pages/a.md",
        "---\ntitle: A\n---\nZie [b](b.md) en [cijfers](../data/c.csv).\n",
    );
    put(folder.path(), "content/pages/b.md", "---\ntitle: B\n---\nTekst.\n");
    put(folder.path(), "content/data/c.csv", "jaar;aantal\n2020;1\n");
    folder
}

fn why(folder: &Path, path: &str) -> (Exit, String, String) {
    lerend(folder, &format!("why {path} --date 2026-11-23"))
}

#[test]
fn a_page_is_made_from_documents_data_templates_and_settings() {
    let folder = site();
    for path in ["a/", "/a/index.html", "https://voorbeeld.example/a/", "public/a/index.html"] {
        let (exit, out, err) = why(folder.path(), path);
        assert_eq!((exit, err.as_str()), (Exit::Done, ""), "{path}");
        assert!(out.starts_with("/a/\n"), "{out}");
        for part in [
            "\ndocumenten:\n  content/pages/a.md\n  content/pages/b.md\n",
            "\ngegevens:\n  content/data/c.csv\n",
            "\n  themes/default/templates/base.html (in het programma)\n",
            "\n  themes/default/templates/components/head.html (in het programma)\n",
            "\n  themes/default/templates/pages/page.html (in het programma)\n",
            "instellingen in content/site.yaml:\n  title, ",
        ] {
            assert!(out.contains(part), "{path}: {part}\n{out}");
        }
        assert!(!out.contains("pages/factsheet.html"), "{out}");
    }
    let (_, out, _) = why(folder.path(), "content/pages/a.md");
    assert!(out.starts_with("content/pages/a.md staat op de site: /a/\n/a/\n"), "{out}");
    let (_, out, _) = why(folder.path(), "data/c.csv");
    assert!(out.contains("overgenomen van:\n  content/data/c.csv\n"), "{out}");
}

#[test]
fn a_file_that_is_no_document_names_the_documents_that_use_it() {
    let folder = site();
    put(
        folder.path(),
        "content/vocabulary/topics.yaml",
        "- {id: t, label: T, definition: D}\n",
    );
    let (exit, out, err) = why(folder.path(), "content/data/c.csv");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    assert_eq!(out, "content/data/c.csv wordt gebruikt door:\n  content/pages/a.md\n");
    let (_, out, _) = why(folder.path(), "content/vocabulary/topics.yaml");
    assert_eq!(out, "content/vocabulary/topics.yaml: geen enkel document gebruikt dit.\n");
    let (_, out, _) = why(folder.path(), "content/site.yaml");
    assert_eq!(out, "content/site.yaml: de instellingen: alle pagina's gebruiken ze.\n");
    let (exit, ..) = why(folder.path(), "content/vocabulary/sources.yaml");
    assert_eq!(exit, Exit::Failed);
}

#[test]
fn a_template_of_the_site_itself_is_named_as_such() {
    let folder = site();
    let own = "{% extends \"default/pages/page.html\" %}\n";
    put(folder.path(), "themes/default/templates/pages/page.html", own);
    let (_, out, _) = why(folder.path(), "a/");
    assert!(out.contains("\n  themes/default/templates/pages/page.html\n"), "{out}");
}

#[test]
fn every_reason_why_a_document_is_hidden_is_told() {
    let cases = [
        ("draft: yes", "- `concept` (`draft`): het is een concept."),
        ("date: 2026-12-01", "- `datum` (`date`): het verschijnt op 2026-12-01."),
        ("embargo: 2026-12-01", "- `embargo`: het verschijnt op 2026-12-01."),
        (
            "expires: 2026-11-01",
            "- `verloopt` (`expires`): het stond er tot en met 2026-11-01.",
        ),
        ("withdrawn: {reason: Fout}", "- `ingetrokken` (`withdrawn`): er staat een bericht"),
    ];
    for (field, reason) in cases {
        let folder = site();
        let page = format!("---\ntitle: Weg\n{field}\n---\nTekst.\n");
        put(folder.path(), "content/pages/weg.md", &page);
        let (exit, out, err) = why(folder.path(), "content/pages/weg.md");
        assert_eq!((exit, err.as_str()), (Exit::Done, ""), "{field}");
        let start = format!("content/pages/weg.md staat niet op de site.\n{reason}");
        assert!(out.starts_with(&start), "{out}");
        if !field.starts_with("withdrawn") {
            assert_eq!(why(folder.path(), "weg/").1, out, "by its address");
        }
    }
    let folder = site();
    let page =
        "---\ntitle: Weg\ndraft: yes\nembargo: 2026-12-01\nexpires: 2026-01-01\n---\nT.\n";
    put(folder.path(), "content/pages/weg.md", page);
    let (_, out, _) = why(folder.path(), "content/pages/weg.md");
    assert_eq!(out.lines().count(), 4, "{out}");
}

#[test]
fn errors_and_unknown_paths_are_told() {
    let folder = site();
    let (exit, out, err) = why(folder.path(), "aa/");
    assert_eq!((exit, out.as_str()), (Exit::Failed, ""));
    assert!(err.starts_with("fout[host/unknown-path]: de site heeft geen pagina"), "{err}");
    assert!(err.contains("misschien bedoeld: `a/`"), "{err}");
    put(folder.path(), "content/pages/b.md", "---\ntitel: B\nfout: ja\n---\nTekst.\n");
    let (exit, out, _) = why(folder.path(), "content/pages/a.md");
    assert_eq!(exit, Exit::Done);
    assert!(out.contains("zolang er fouten zijn: 0 in dit bestand, 1 elders"), "{out}");
    assert_eq!(why(folder.path(), "a/").1, out, "by its address");
    let (exit, out, _) = why(folder.path(), "regios/");
    assert_eq!(exit, Exit::Done);
    assert!(out.starts_with("Er worden geen pagina's gemaakt zolang er fouten zijn: nu 1."));
}

#[test]
fn files_that_are_made_when_all_others_stand_are_known() {
    let folder = site();
    for path in ["manifest.json", "/pagefind/pagefind.js", "public/pagefind/"] {
        let (exit, out, err) = why(folder.path(), path);
        assert_eq!((exit, err.as_str()), (Exit::Done, ""), "{path}");
        assert!(out.starts_with('/') && out.contains("gemaakt"), "{out}");
    }
    let (exit, out, _) = why(folder.path(), ".");
    assert_eq!((exit, out.starts_with("/\n")), (Exit::Done, true), "{out}");
}

#[test]
fn a_page_in_another_language_is_made_from_the_versions_that_it_shows() {
    let folder = site();
    let settings = super::read(folder.path(), "content/site.yaml");
    put(folder.path(), "content/site.yaml", &format!("{settings}languages: [nl, en]\n"));
    put(folder.path(), "content/pages/a.en.md", "---\ntitle: A\n---\nText.\n");
    let edition = |lang: &str| {
        let words = if lang == "en" { "News" } else { "Nieuws" };
        format!(
            "---\ntitle: {words}\ndate: 2026-11-01\nsubject: {words}\npreheader: {words}\nblocks: [{{item: 'page:a'}}, \
             {{item: 'page:b'}}]\n---\n{words}.\n"
        )
    };
    put(folder.path(), "content/newsletters/een.md", &edition("nl"));
    put(folder.path(), "content/newsletters/een.en.md", &edition("en"));
    let documents = |path: &str| {
        let (exit, out, err) = why(folder.path(), path);
        assert_eq!(exit, Exit::Done, "{err}");
        let list = out.split("documenten:\n").nth(1).unwrap().split("\n\n").next().unwrap();
        list.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>()
    };
    // What is not translated stands in.
    assert_eq!(
        documents("en/newsletters/een/mail.html"),
        ["content/newsletters/een.en.md", "content/pages/a.en.md", "content/pages/b.md"]
    );
    let named = documents("en/a/");
    assert!(named.contains(&"content/newsletters/een.en.md".to_owned()), "{named:?}");
    assert!(!named.contains(&"content/newsletters/een.md".to_owned()), "{named:?}");
}
