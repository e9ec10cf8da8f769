//! `import`.

use super::{Exit, folder_with_home, lerend, put, read};

pub(super) fn site() -> tempfile::TempDir {
    let folder = folder_with_home();
    put(
        folder.path(),
        "content/regions/drenthe.md",
        "---\ntitle: Drenthe\ncode: R2\ncontact: bureau\naliases-of-name: [Zuid-Drenthe]\n---\n",
    );
    put(
        folder.path(),
        "content/vocabulary/organisations.yaml",
        "- {id: bureau, name: Bureau}\n",
    );
    put(
        folder.path(),
        "content/vocabulary/topics.yaml",
        "- {id: matching, label: Matching, definition: Mensen en werk}\n",
    );
    put(
        folder.path(),
        "content/questionnaires/vragen.md",
        "---\ntitle: Vier vragen\nquestions:\n  - {id: goed, text: Wat gaat goed?}\n  \
         - {id: leuk, text: Leuk?, kind: yes-no}\n  - {id: cijfer, text: Hoe goed?, kind: scale-5}\n---\nVul in.\n",
    );
    folder
}

const FILLED: &str = "---\nquestionnaire: vragen\nregion: Zuid-Drenthe\ndate: 2026-11-20\n---\n\n\
    # Vier vragen\n\n## 1. Wat gaat goed? {#goed}\n\nHet <b>contact</b> met [UWV](weg.md).\n\n# Echt.\n\n\
    ## 2. Leuk? {#leuk}\n\nyes\n\n## 3. Hoe goed? {#cijfer}\n\n4\n";

#[test]
fn answers_become_a_draft_and_then_stand_on_the_page_of_the_region() {
    let folder = site();
    put(folder.path(), "vragen.md", FILLED);
    let (exit, out, err) = lerend(folder.path(), "import vragen.md --date 2026-11-23");
    assert_eq!(exit, Exit::Done, "{err}");
    let path = "content/reports/vragen-drenthe-2026-11-20.md";
    assert!(out.starts_with(&format!("{path} is gemaakt, als concept.\n")), "{out}");
    let text = read(folder.path(), path);
    for part in [
        "\ntitel: 'Drenthe: Vier vragen'\n",
        "\ndatum: 2026-11-20\n",
        "\nconcept: ja\n",
        "\nsoort: regionaal-evaluatiedocument\n",
        "\nauteur: bureau\n",
        "\nregios: [drenthe]\n",
        "\nvragenlijst: vragen\n",
        "\n# - {id: vragen-drenthe-2026-11-20, kind: report, title: \"Drenthe: Vier vragen\"",
        "\n## Wat gaat goed? {#goed}\n\nHet \\<b>contact\\</b> met \\[UWV\\](weg.md).\n\n\\# Echt.\n",
        "\n## Leuk? {#leuk}\n\nJa\n",
        "\n## Hoe goed? {#cijfer}\n\n4 op een schaal van 1 tot 5\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let page = "public/regios/drenthe/index.html";
    let build = |folder: &std::path::Path| {
        let (exit, _, err) = lerend(folder, "build --date 2026-11-23");
        assert_eq!(exit, Exit::Done, "{err}");
        read(folder, page)
    };
    assert!(!build(folder.path()).contains("contact"), "a draft is not shown");
    let ready = text
        .replace("concept: ja\n", "")
        .replace("\nonderwerpen:\n", "\nonderwerpen: [matching]\n");
    put(folder.path(), path, &ready);
    let html = build(folder.path());
    for part in [
        "Wat gaat goed?",
        "Het &lt;b&gt;contact&lt;/b&gt; met [UWV](weg.md).",
        "4 op een schaal van 1 tot 5",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
}

#[test]
fn nothing_is_overwritten() {
    let folder = site();
    put(folder.path(), "vragen.md", FILLED);
    for path in ["vragen-drenthe-2026-11-20", "vragen-drenthe-2026-11-20-2"] {
        let (exit, out, err) = lerend(folder.path(), "import vragen.md --date 2026-11-23");
        assert_eq!(exit, Exit::Done, "{err}");
        assert!(out.starts_with(&format!("content/reports/{path}.md ")), "{out}");
    }
}

#[test]
fn a_region_can_be_named_beside_the_file_and_is_needed() {
    let folder = site();
    put(folder.path(), "vragen.md", &FILLED.replace("region: Zuid-Drenthe\n", ""));
    let (exit, out, err) = lerend(folder.path(), "import vragen.md");
    assert_eq!((exit, out.as_str()), (Exit::Failed, ""));
    assert!(err.starts_with("fout[host/not-imported]: "), "{err}");
    assert!(err.contains("`--region`"), "{err}");
    let (exit, _, err) = lerend(folder.path(), "import vragen.md --region drente");
    assert_eq!(exit, Exit::Failed);
    assert!(err.contains("misschien bedoeld: `drenthe`"), "{err}");
    assert_eq!(lerend(folder.path(), "import vragen.md --region drenthe").0, Exit::Done);
}

#[test]
fn a_handed_in_story_becomes_a_draft_that_keeps_nobody_from_publishing() {
    let folder = site();
    let story = "---\ntitel: Samen koken\nregio: drenthe\nvorm: interveiw\nonderwerpen: [matching]\n\
                 foto: ja\nbronnen:\n  - weet-ik-niet\nconcept: nee\n---\n\n## Wat veranderde er\n\nVeel.\n";
    put(folder.path(), "verhaal.md", story);
    let (exit, out, err) = lerend(folder.path(), "import verhaal.md --date 2026-11-23");
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(
        out.starts_with("content/stories/samen-koken.md is gemaakt, als concept."),
        "{out}"
    );
    let text = read(folder.path(), "content/stories/samen-koken.md");
    for part in [
        "\nregio: drenthe\n",
        "\n# ? vorm: interveiw\n",
        "\n# ? foto: ja\n",
        "\n# ? bronnen:\n# ?   - weet-ik-niet\n",
        "\nconcept: ja\ndatum: 2026-11-23\n---\n",
        "\n## Wat veranderde er\n\nVeel.\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("concept: nee"), "{text}");
    assert_eq!(lerend(folder.path(), "check --date 2026-11-23").0, Exit::Done);
    assert_eq!(lerend(folder.path(), "build --preview --date 2026-11-23").0, Exit::Done);
}

#[test]
fn plain_text_becomes_a_story_and_what_is_neither_is_refused() {
    let folder = site();
    put(
        folder.path(),
        "los.txt",
        "Een nieuwe start\r\n\r\nRegio: Drenthe\r\n\r\nHet begon klein.\r\n",
    );
    let (exit, out, err) = lerend(folder.path(), "import los.txt --date 2026-11-23");
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(out.starts_with("content/stories/een-nieuwe-start.md "), "{out}");
    let text = read(folder.path(), "content/stories/een-nieuwe-start.md");
    assert!(
        text.contains("\nregio: drenthe\n") && text.ends_with("---\n\nHet begon klein.\n"),
        "{text}"
    );
    let with_heading = "# Samen koken\n\nRegio: Drenthe\n\n## Wat veranderde er\n\nVeel.\n";
    put(folder.path(), "koken.md", with_heading);
    assert_eq!(lerend(folder.path(), "import koken.md --date 2026-11-23").0, Exit::Done);
    let text = read(folder.path(), "content/stories/samen-koken.md");
    assert!(text.ends_with("---\n\n## Wat veranderde er\n\nVeel.\n"), "{text}");
    for (name, text) in [
        ("leeg.md", ""),
        ("titel.md", "Alleen een titel\n"),
        ("velden.md", "---\nregio: drenthe\n---\nTekst.\n"),
        ("andere.md", "---\nquestionnaire: vraagen\n---\n\n## A {#goed}\n\nB\n"),
        ("brief.docx", "PK\u{3}\u{4}\u{0}word/document.xml"),
        ("niets.md", "---\nquestionnaire: vragen\nregion: drenthe\n---\n\n## A {#goed}\n\n"),
    ] {
        put(folder.path(), name, text);
        let (exit, out, err) = lerend(folder.path(), &format!("import {name}"));
        assert_eq!((exit, out.as_str()), (Exit::Failed, ""), "{name}");
        assert!(err.starts_with("fout[host/not-imported]: "), "{name}: {err}");
    }
    let (exit, _, err) = lerend(folder.path(), "import weg.md");
    assert_eq!(exit, Exit::Failed);
    assert!(err.starts_with("fout[host/unreadable]: er is geen bestand `weg.md`"), "{err}");
}

#[test]
fn answers_are_in_the_language_in_which_was_asked() {
    let folder = site();
    let settings = read(folder.path(), "content/site.yaml");
    put(folder.path(), "content/site.yaml", &format!("{settings}languages: [nl, en]\n"));
    put(
        folder.path(),
        "content/questionnaires/vragen.en.md",
        "---\ntitle: Four questions\nquestions:\n  - {id: goed, text: What goes well?}\n  \
         - {id: leuk, text: Fun?, kind: yes-no}\n  - {id: cijfer, text: How well?, kind: scale-5}\n---\nFill in.\n",
    );
    let filled = "---\nquestionnaire: vragen\nregion: drenthe\ndate: 2026-11-20\n---\n\n\
                  # Four questions\n\n## 1. What goes well? {#goed}\n\nContact.\n\n## 2. Fun? {#leuk}\n\nyes\n\n\
                  ## 3. How well? {#cijfer}\n\n4\n";
    put(folder.path(), "vragen.md", FILLED);
    put(folder.path(), "questions.md", filled);
    let (exit, _, err) = lerend(folder.path(), "import vragen.md --date 2026-11-23");
    assert_eq!(exit, Exit::Done, "{err}");
    let (exit, out, err) = lerend(folder.path(), "import questions.md --date 2026-11-23");
    assert_eq!(exit, Exit::Done, "{err}");
    // The Dutch answers of that day are other ones: these are no translation of them.
    let path = "content/reports/vragen-drenthe-2026-11-20-2.en.md";
    assert!(out.starts_with(&format!("{path} ")), "{out}");
    let text = read(folder.path(), path);
    for part in [
        "\ntitle: 'Drenthe: Four questions'\n",
        "\ndraft: yes\n",
        "\n# - {id: vragen-drenthe-2026-11-20-2, kind: report,",
        "\n## What goes well? {#goed}\n\nContact.\n",
        "\n## Fun? {#leuk}\n\nYes\n",
        "\n## How well? {#cijfer}\n\n4 on a scale from 1 to 5\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(
        read(folder.path(), "content/reports/vragen-drenthe-2026-11-20.md")
            .contains("\nconcept: ja\n")
    );
}
