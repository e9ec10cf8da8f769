//! `new`, when the command line does not say everything.

use super::{Exit, answered, folder_with_site, lerend, put, read};

const SITE: &str = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";

/// A site with regions, topics and sources to name.
fn folder_with_lists() -> tempfile::TempDir {
    let folder = folder_with_site(SITE);
    for (id, title, code) in
        [("drenthe", "Drenthe", "R1"), ("hart-van-brabant", "Hart van Brabant", "R2")]
    {
        let region = format!("---\ntitle: {title}\ncode: {code}\n---\n");
        put(folder.path(), &format!("content/regions/{id}.md"), &region);
    }
    let topics = "- {id: matching, label: Matching, definition: A.}\n\
                  - {id: schulden, label: \"Werk, inkomen en schulden\", definition: B.}\n";
    put(folder.path(), "content/vocabulary/topics.yaml", topics);
    let sources = "- {id: brief, kind: letter, title: De brief, author: Het rijk}\n";
    put(folder.path(), "content/vocabulary/sources.yaml", sources);
    put(folder.path(), "content/index.md", "---\ntitle: Begin\n---\nWelkom.\n");
    folder
}

#[test]
fn what_is_not_said_is_asked_in_plain_words() {
    let folder = folder_with_lists();
    let answers = "iets\nverhaal\n\nSamen koken\nDrenthe\n9\ninterveiw\ninterview\nmatching\n";
    let (exit, out, err) = answered(folder.path(), "new --date 2026-11-23", answers);
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(out.starts_with("content/stories/samen-koken.md is gemaakt.\n"), "{out}");
    for question in [
        "Wat wil je maken?\n  1  factsheet: één ding dat gezien is, met hoe zeker het is\n",
        "\nNummer of woord: ",
        "Wat is de titel? Zeg in één zin waar het over gaat: ",
        "Kies: artikel, interview, ",
        "> `interveiw` kan niet bij `vorm`: misschien bedoeld: `interview`; kies uit: artikel, ",
        "Kies:\n  drenthe: Drenthe\n  hart-van-brabant: Hart van Brabant\nWeet je het nog niet? ",
        "Meer dan één? Zet er komma's tussen. Weet je het nog niet? Druk op Enter.\n> ",
    ] {
        assert!(err.contains(question), "{question}\n{err}");
    }
    let text = read(folder.path(), "content/stories/samen-koken.md");
    for line in [
        "\ntitel: Samen koken\n",
        "\nregio: drenthe\n",
        "\nvorm: interview\n",
        "\nonderwerpen: [matching]\n",
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
    let folder = folder_with_lists();
    let answers = "Vast contact\nvorig jaar\n2020\nDrenthe\n";
    let (exit, _, err) = answered(folder.path(), "new factsheet", answers);
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(err.contains("> bij `periode` hoort een periode: schrijf `2020`, "), "{err}");
    let text = read(folder.path(), "content/factsheets/vast-contact.md");
    assert!(text.contains("\nperiode: 2020\n"), "{text}");
    assert!(text.contains("\ngezien-in: [drenthe]\n"), "{text}");
}

#[test]
fn what_the_site_does_not_have_is_asked_again_with_the_nearest() {
    let folder = folder_with_lists();
    let answers = "Samen koken\nDrente\nHART VAN BRABANT\nartikel\n\
                   mathcing, Werk, inkomen en schuld\nMatching, Werk, inkomen en schulden\n";
    let (exit, _, err) = answered(folder.path(), "new story", answers);
    assert_eq!(exit, Exit::Done, "{err}");
    for said in [
        "> de regio `Drente` bestaat niet: misschien bedoeld: `drenthe`\n",
        "> het onderwerp `mathcing` bestaat niet: misschien bedoeld: `matching`\n",
    ] {
        assert!(err.contains(said), "{said}\n{err}");
    }
    let text = read(folder.path(), "content/stories/samen-koken.md");
    assert!(text.contains("\nregio: hart-van-brabant\n"), "{text}");
    assert!(text.contains("\nonderwerpen: [matching, schulden]\n"), "{text}");
    let (exit, _, err) = lerend(folder.path(), "check --format concise");
    assert_eq!(exit, Exit::Done, "{err}");
}

#[test]
fn three_wrong_answers_leave_the_field_open_and_the_site_can_be_built() {
    let folder = folder_with_lists();
    let answers = "Samen koken\nTwante\nTwente\nOverijssel\nartikel\n[matching]\n";
    let (exit, _, err) = answered(folder.path(), "new story", answers);
    assert_eq!(exit, Exit::Done, "{err}");
    let help = "gebruik de bestandsnaam uit `regions/` zonder `.md`, of een naam van de regio";
    assert!(err.contains(&format!("> de regio `Twante` bestaat niet: {help}\n")), "{err}");
    assert!(err.contains("\n`regio` blijft leeg; vul het later in.\n"), "{err}");
    let text = read(folder.path(), "content/stories/samen-koken.md");
    assert!(text.contains("\nregio:\n") && text.contains("\nonderwerpen: [matching]\n"));
    let (exit, _, err) = lerend(folder.path(), "check --format concise");
    assert_eq!(exit, Exit::Done, "{err}");
}

#[test]
fn of_a_site_that_has_nothing_yet_nothing_is_asked() {
    let folder = folder_with_site(SITE);
    let (exit, _, err) = answered(folder.path(), "new story", "Samen koken\nartikel\n");
    assert_eq!(exit, Exit::Done, "{err}");
    let said = "Op de site staat nog niets om uit te kiezen: `onderwerpen` blijft leeg.\n";
    assert!(err.contains(said), "{err}");
    let text = read(folder.path(), "content/stories/samen-koken.md");
    assert!(text.contains("\nregio:\n") && text.contains("\nvorm: artikel\n"), "{text}");
}

#[test]
fn a_long_list_is_not_shown_and_a_list_that_cannot_be_read_forbids_nothing() {
    let folder = folder_with_lists();
    let topic = |n: u32| format!("- {{id: t{n}, label: T{n}, definition: A.}}\n");
    let topics: String = (1..=13).map(topic).collect();
    put(folder.path(), "content/vocabulary/topics.yaml", &topics);
    let answers = "Samen koken\ndrenthe\nartikel\nT7\n";
    let (_, _, err) = answered(folder.path(), "new story", answers);
    assert!(err.contains(" Voorbeeld: t1. Meer dan één?") && !err.contains("t2"), "{err}");
    let text = read(folder.path(), "content/stories/samen-koken.md");
    assert!(text.contains("\nonderwerpen: [t7]\n"), "{text}");
    put(folder.path(), "content/vocabulary/topics.yaml", "- {id: [\n");
    let answers = "Nog iets\ndrenthe\nartikel\nwonen\n";
    let (exit, _, err) = answered(folder.path(), "new story", answers);
    assert_eq!(exit, Exit::Done, "{err}");
    let text = read(folder.path(), "content/stories/nog-iets.md");
    assert!(text.contains("\nonderwerpen: [wonen]\n"), "{text}");
}

#[test]
fn answers_that_do_not_go_together_are_left_open() {
    let folder = folder_with_lists();
    let answers = "Vast contact\n2020\ndrenthe\nmatching\nDe brief\npatroon\n";
    let (exit, _, err) = answered(folder.path(), "new factsheet", answers);
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(
        err.contains("`sterkte` blijft leeg: te weinig voor een terugkerend beeld"),
        "{err}"
    );
    let text = read(folder.path(), "content/factsheets/vast-contact.md");
    assert!(text.contains("\nsterkte:\n") && text.contains("\nbronnen: [brief]\n"), "{text}");
    let (exit, _, err) = lerend(folder.path(), "check --format concise");
    assert_eq!(exit, Exit::Done, "{err}");
}

#[test]
fn captions_are_a_file_that_is_there() {
    let folder = folder_with_lists();
    put(folder.path(), "content/media/gesprek.mp3", "ID3\u{4}\0\0\0\0\0\0");
    put(folder.path(), "content/media/gesprek.txt", "Hallo.");
    let answers = "Redactie\nCC0-1.0\ngesprekken.txt\ngesprek.txt\n";
    let (exit, _, err) = answered(folder.path(), "new media gesprek.mp3", answers);
    assert_eq!(exit, Exit::Done, "{err}");
}

#[test]
fn proposed_items_are_not_asked_for() {
    let folder = folder_with_lists();
    let story = "---\ntitle: A\ndate: 2026-11-01\nregion: drenthe\nform: article\n\
                 topics: [matching]\n---\nT.\n";
    put(folder.path(), "content/stories/a.md", story);
    let answers = "December\nNieuws uit Drenthe\n";
    let command = "new newsletter --since previous --date 2026-11-28";
    let (exit, _, err) = answered(folder.path(), command, answers);
    assert_eq!(exit, Exit::Done, "{err}");
    let text = read(folder.path(), "content/newsletters/december.md");
    assert!(text.contains("\nonderwerp: Nieuws uit Drenthe\n"), "{text}");
    assert!(text.contains("  - stuk: \"story:a\"\n"), "{text}");
}
