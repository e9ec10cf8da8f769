//! `new`.

use super::{Exit, folder_with_home, folder_with_site, lerend, put, put_bytes, read};

const SITE: &str = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";

/// A picture of one pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\
    \x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82";

#[test]
fn a_story_gets_its_fields_and_its_headings_in_the_language_of_the_site() {
    let folder = folder_with_site(SITE);
    let command = "new verhaal samen-in-drenthe --date 2026-11-23 --language en";
    let (exit, out, err) = lerend(folder.path(), command);
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    assert!(
        out.starts_with("content/stories/samen-in-drenthe.md was made.\nFill in "),
        "{out}"
    );
    let text = read(folder.path(), "content/stories/samen-in-drenthe.md");
    let start = "---\n# Vul in wat leeg is. Een regel met # hoeft niet: haal het hekje weg als \
                 je haar gebruikt.\ntitel: Samen in drenthe\ndatum: 2026-11-23\n";
    assert!(text.starts_with(start), "{text}");
    assert!(text.contains("\nconcept: ja\n"), "{text}");
    let end = "---\n\n## Wat veranderde er\n\n## Waarom telt dat\n\n\
               ## Wat droeg het programma bij\n\n## Wat kunnen anderen hiervan leren\n";
    assert!(text.ends_with(end), "{text}");
}

#[test]
fn an_english_site_gets_english_fields() {
    let folder = folder_with_site("title: A\nlanguage: en\nbase-url: https://a.example/\n");
    let (exit, out, _) = lerend(folder.path(), "new factsheet trust --language nl");
    assert_eq!(exit, Exit::Done);
    assert!(out.starts_with("content/factsheets/trust.md is gemaakt.\nVul "), "{out}");
    let text = read(folder.path(), "content/factsheets/trust.md");
    assert!(text.contains("\ntitle: Trust\n") && text.contains("\ndraft: yes\n"), "{text}");
    assert!(text.contains("\n## What do we see\n") && text.ends_with("## How we know\n"));
}

#[test]
fn a_translation_stands_beside_its_original_in_the_words_of_its_language() {
    let folder = folder_with_site(&SITE.replace("language: nl", "languages: [nl, en]"));
    for original in ["content/stories/va.md", "content/stories/vb/index.md"] {
        put(folder.path(), original, "van een collega");
    }
    for (name, path) in [
        ("va.en", "content/stories/va.en.md"),
        ("vb.en", "content/stories/vb/index.en.md"),
        ("vc.nl", "content/stories/vc.nl.md"),
    ] {
        let (exit, _, err) = lerend(folder.path(), &format!("new story {name}"));
        assert_eq!((exit, err.as_str()), (Exit::Done, ""), "{name}");
        assert!(folder.path().join(path).is_file(), "{path}");
    }
    let text = read(folder.path(), "content/stories/va.en.md");
    assert!(text.contains("\ntitle: Va\n") && text.contains("\n## What changed\n"), "{text}");
    for name in ["va.nl", "va.en", "vb.en", "vc"] {
        let (exit, _, err) = lerend(folder.path(), &format!("new story {name} --language en"));
        assert_eq!(exit, Exit::Failed, "{name}");
        assert!(err.starts_with("error[host/already-there]: "), "{err}");
    }
}

#[test]
fn a_translation_into_a_language_that_the_site_does_not_have_is_refused() {
    let folder = folder_with_site(SITE);
    let new = |name: &str| lerend(folder.path(), &format!("new story {name}"));
    let (exit, _, err) = new("drenthe.fy");
    assert_eq!(exit, Exit::Failed, "{err}");
    assert!(err.contains("[address/unknown-language]") && err.contains("`fy`"), "{err}");
    assert!(!folder.path().join("content/stories").exists(), "nothing was written");
    // The name of the file, and a title with a point in it.
    assert_eq!(new("drenthe.md").0, Exit::Done);
    assert!(folder.path().join("content/stories/drenthe.md").exists());
    assert_eq!(new("Versie_1.2").0, Exit::Done);
}

#[test]
fn every_new_document_can_be_built_at_once() {
    let folder = folder_with_site(SITE);
    for kind in [
        "factsheet",
        "story",
        "finding",
        "region",
        "report",
        "event",
        "newsletter",
        "questionnaire",
        "blueprint",
        "page",
    ] {
        let (exit, _, err) = lerend(folder.path(), &format!("new {kind} eerste-{kind}"));
        assert_eq!((exit, err.as_str()), (Exit::Done, ""), "{kind}");
    }
    put(folder.path(), "content/index.md", "---\ntitle: Begin\n---\nWelkom.\n");
    let (exit, _, err) = lerend(folder.path(), "check --format concise --language en");
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(err.contains("warning[front-matter/missing-key]"), "{err}");
}

#[test]
fn a_file_that_is_there_is_never_changed() {
    let folder = folder_with_site(SITE);
    let paths = [
        ("drenthe", "content/stories/drenthe.md"),
        ("zeeland", "content/stories/zeeland/index.md"),
    ];
    for (name, path) in paths {
        put(folder.path(), path, "van een collega");
        let (exit, out, err) =
            lerend(folder.path(), &format!("new story {name} --language en"));
        assert_eq!((exit, out.as_str()), (Exit::Failed, ""));
        assert!(
            err.starts_with("error[host/already-there]: this file exists already"),
            "{err}"
        );
        assert!(err.contains(path), "{err}");
        assert_eq!(read(folder.path(), path), "van een collega");
    }
}

#[test]
fn a_name_without_letters_and_a_folder_without_a_site_are_refused() {
    let folder = folder_with_site(SITE);
    let (exit, _, err) = lerend(folder.path(), "new page ?! --language en");
    assert_eq!(exit, Exit::Failed);
    assert!(err.starts_with("error[tree/bad-name]: "), "{err}");
    let (exit, _, err) = lerend(folder.path(), "new page ../../buiten --language en");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    assert!(folder.path().join("content/pages/buiten.md").is_file());
    let empty = tempfile::tempdir().unwrap();
    let (exit, _, err) = lerend(empty.path(), "new page a");
    assert_eq!(exit, Exit::Failed);
    assert!(err.starts_with("error[host/no-site]: "), "{err}");
}

#[test]
fn the_data_of_a_picture_say_what_it_is_and_ask_what_it_shows() {
    let folder = folder_with_site(SITE);
    let (exit, _, err) = lerend(folder.path(), "new media zaal.jpg --language en");
    assert_eq!(exit, Exit::Failed);
    assert!(err.starts_with("error[host/unreadable]: "), "{err}");
    put_bytes(folder.path(), "content/media/zaal.png", PNG);
    let (exit, out, _) = lerend(folder.path(), "new media zaal.png");
    assert_eq!(exit, Exit::Done);
    assert!(out.starts_with("content/media/zaal.png.yaml is gemaakt.\n"), "{out}");
    let text = read(folder.path(), "content/media/zaal.png.yaml");
    assert!(text.contains("\nsoort: foto\n"), "{text}");
    assert!(text.contains("\nalt:\n") && text.contains("\nmaker:\n"), "{text}");
}

#[test]
fn a_file_that_cannot_be_on_the_site_is_not_brought_in() {
    let folder = folder_with_site(SITE);
    for (name, bytes, code) in [
        ("brief.md", "Beste,\n", "tree/unknown-file"),
        ("brief.docx2", "x", "tree/unknown-file"),
        ("foto.png", "Geen foto.\n", "media/misnamed"),
        ("leeg.png", "", "media/empty"),
        ("film.nl.vtt", "WEBVTT\n", "tree/unknown-file"),
    ] {
        put(folder.path(), name, bytes);
        let (exit, out, err) = lerend(folder.path(), &format!("new media {name}"));
        assert_eq!((exit, out.as_str()), (Exit::Failed, ""), "{name}");
        assert!(err.starts_with(&format!("fout[{code}]: ")), "{name}: {err}");
        assert!(!folder.path().join("content/media").join(name).exists(), "{name}");
        let fields = "bij `ondertiteling` (`captions`) of `uitgeschreven` (`transcript`)";
        assert_eq!(err.contains(fields), name.contains(".vtt"), "{err}");
    }
}

#[test]
fn a_file_that_has_no_data_of_its_own_gets_none_where_it_stands_either() {
    let folder = folder_with_home();
    put(folder.path(), "content/media/film.vtt", "WEBVTT\n");
    put(folder.path(), "content/media/foto.png", "Geen foto.\n");
    put(folder.path(), "content/media/foto.png.yaml", "soort: foto\n");
    put(folder.path(), "content/data/doelen.csv", "a,b\n1,2\n");
    put(folder.path(), "elders/site.yaml", SITE);
    for (name, code, said) in [
        ("film.vtt", "tree/unknown-file", "zet het bestand naast de film of het geluid, en "),
        ("foto.png.yaml", "host/usage", "dit zijn zelf de gegevens, van `foto.png`\n"),
        ("elders/site.yaml", "host/usage", "bij dit bestand horen geen gegevens: "),
        ("content/site.yaml", "host/usage", "bij dit bestand horen geen gegevens: "),
        ("content/index.md", "host/usage", "noem een bestand als *.png, *.jpg, *.svg, "),
        ("content/data/doelen.csv", "host/usage", "bij dit bestand horen geen gegevens: "),
        ("foto.png", "media/misnamed", "maar de inhoud is iets anders"),
    ] {
        let (exit, out, err) = lerend(folder.path(), &format!("new media {name}"));
        assert_eq!((exit, out.as_str()), (Exit::Failed, ""), "{name}");
        assert!(err.starts_with(&format!("fout[{code}]: ")), "{name}: {err}");
        assert!(err.contains(said), "{name}: {err}");
    }
    for path in ["site.yaml.yaml", "media/film.vtt.yaml", "media/foto.png.yaml.yaml"] {
        assert!(!folder.path().join("content").join(path).exists(), "{path}");
    }
}

#[test]
fn two_media_files_never_get_one_id() {
    let folder = folder_with_home();
    put_bytes(folder.path(), "content/media/zaal.png", PNG);
    put(folder.path(), "content/media/zaal.jpg.yaml", "soort: foto\n");
    put_bytes(folder.path(), "elders/zaal.png", PNG);
    for name in ["zaal.png", "elders/zaal.png"] {
        std::fs::remove_file(folder.path().join("content/media/zaal.png")).ok();
        if name == "zaal.png" {
            put_bytes(folder.path(), "content/media/zaal.png", PNG);
        }
        let (exit, _, err) = lerend(folder.path(), &format!("new media {name}"));
        assert_eq!(exit, Exit::Failed);
        assert!(err.starts_with("fout[media/same-id]: twee bestanden heten `zaal`; "), "{err}");
    }
    assert!(!folder.path().join("content/media/zaal.png").exists(), "it was not brought in");
}

#[test]
fn a_file_of_the_content_is_not_copied_whatever_the_path_to_it() {
    let folder = folder_with_home();
    put_bytes(folder.path(), "content/stories/a/zaal.png", PNG);
    let (exit, out, err) = lerend(folder.path(), "new media ./content/stories/a/zaal.png");
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(out.starts_with("content/stories/a/zaal.png.yaml is gemaakt.\n"), "{out}");
    assert!(!folder.path().join("content/media").exists());
}

#[test]
fn a_name_that_cannot_be_a_file_of_the_site_is_refused_before_it_is_one() {
    let folder = folder_with_home();
    let name = vec!["lang"; 46].join("-");
    let (exit, _, err) = lerend(folder.path(), &format!("new page {name}"));
    assert_eq!(exit, Exit::Failed);
    assert!(err.starts_with("fout[tree/bad-name]: deze bestandsnaam is te lang: "), "{err}");
    put(folder.path(), "content/stories/zeeland.nl.md", "van een collega");
    let (exit, _, err) = lerend(folder.path(), "new story zeeland");
    assert_eq!(exit, Exit::Failed);
    assert!(err.starts_with("fout[host/already-there]: "), "{err}");
    let (exit, _, err) = lerend(folder.path(), "new story nieuw --since previous");
    assert_eq!(exit, Exit::Failed);
    let said = "fout[host/usage]: `--since` en `story` gaan niet samen\n";
    assert!(err.starts_with(said), "{err}");
}

#[test]
fn a_name_of_figures_is_a_title_as_it_is() {
    let folder = folder_with_home();
    let (exit, _, err) = lerend(folder.path(), "new newsletter 2026-12");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    let text = read(folder.path(), "content/newsletters/2026-12.md");
    assert!(text.contains("\ntitel: 2026-12\n"), "{text}");
}
