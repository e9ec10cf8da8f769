//! `new`, when the command line does not say everything.

use super::{Exit, answered, folder_with_site, lerend, put, read};

const SITE: &str = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";

#[test]
fn what_is_not_said_is_asked_in_plain_words() {
    let folder = folder_with_site(SITE);
    let answers = "iets\nverhaal\n\nSamen koken\nDrenthe\n9\ninterveiw\ninterview\nmatching, samen: werken\n";
    let (exit, out, err) = answered(folder.path(), "new --date 2026-11-23", answers);
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(out.starts_with("content/stories/samen-koken.md is gemaakt.\n"), "{out}");
    for question in [
        "Wat wil je maken?\n  1  factsheet: één ding dat gezien is, met hoe zeker het is\n",
        "\nNummer of woord: ",
        "Wat is de titel? Zeg in één zin waar het over gaat: ",
        "Kies: artikel, interview, ",
        "> `interveiw` kan niet bij `vorm`: misschien bedoeld: `interview`; kies uit: artikel, ",
        "Meer dan één? Zet er komma's tussen. Weet je het nog niet? Druk op Enter.\n> ",
    ] {
        assert!(err.contains(question), "{question}\n{err}");
    }
    let text = read(folder.path(), "content/stories/samen-koken.md");
    for line in [
        "\ntitel: Samen koken\n",
        "\nregio: Drenthe\n",
        "\nvorm: interview\n",
        "\nonderwerpen: [matching, \"samen: werken\"]\n",
        "\ndatum: 2026-11-23\n",
        "\nconcept: ja\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn an_empty_answer_leaves_a_field_for_later_and_no_answer_is_no_file() {
    let folder = folder_with_site(SITE);
    let (exit, out, err) = answered(folder.path(), "new event", "Dag\n\n");
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(out.starts_with("content/events/dag.md "), "{out}");
    assert!(read(folder.path(), "content/events/dag.md").contains("\nbegin:\n"));
    for answers in ["", "x\ny\nz\n", "page\n", "page\n\n\n\n"] {
        let (exit, out, err) = answered(folder.path(), "new --language en", answers);
        assert_eq!((exit, out.as_str()), (Exit::Failed, ""), "{answers:?}");
        assert!(err.contains("error[host/usage]"), "{err}");
    }
    let (exit, _, err) = lerend(folder.path(), "new factsheet");
    assert_eq!(exit, Exit::Failed, "nobody is there to ask");
    assert!(err.starts_with("fout[host/usage]"), "{err}");
}

#[test]
fn a_file_says_itself_what_it_is_and_the_rest_is_asked() {
    let folder = folder_with_site(SITE);
    let pdf = "%PDF-1.4\n<< /Title (Rapport) /Author (Bureau Voorbeeld) /CreationDate (D:20210218103000) >>\n%%EOF\n";
    put(folder.path(), "Mijn Rapport.pdf", pdf);
    let (exit, out, err) = answered(folder.path(), "new media", "Mijn Rapport.pdf\nCC0-1.0\n");
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(out.starts_with("content/media/mijn-rapport.pdf.yaml is gemaakt.\n"), "{out}");
    assert!(out.contains("Het bestand: 1 kB.\n"), "{out}");
    assert_eq!(read(folder.path(), "content/media/mijn-rapport.pdf"), pdf, "it was copied");
    let text = read(folder.path(), "content/media/mijn-rapport.pdf.yaml");
    for line in [
        "\nsoort: document\n",
        "\nmaker: Bureau Voorbeeld\n",
        "\ngemaakt-op: 2021-02-18\n",
        "\nlicentie: CC0-1.0\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!err.contains("Wie het maakte"), "{err}");
    let (exit, _, err) = lerend(folder.path(), "new media mijn-rapport.pdf");
    assert_eq!(exit, Exit::Failed);
    assert!(err.starts_with("fout[host/already-there]"), "{err}");
}

#[test]
fn an_answer_that_does_not_fit_is_asked_again_with_what_does() {
    let folder = folder_with_site(SITE);
    let answers = "Vast contact\nvorig jaar\n2020\nDrenthe\n";
    let (exit, _, err) = answered(folder.path(), "new factsheet", answers);
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(err.contains("> bij `periode` hoort een periode: schrijf `2020`, "), "{err}");
    let text = read(folder.path(), "content/factsheets/vast-contact.md");
    assert!(text.contains("\nperiode: 2020\n"), "{text}");
    assert!(text.contains("\ngezien-in: [Drenthe]\n"), "{text}");
}
