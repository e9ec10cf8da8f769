//! `import` loses no word and keeps nobody from publishing.

use super::import::site;
use super::{Exit, lerend, put, read};

/// A draft that was made of a file, with what was told of it.
#[track_caller]
fn imported(folder: &std::path::Path, file: &str, path: &str) -> (String, String) {
    let (exit, out, err) = lerend(folder, &format!("import {file} --date 2026-11-23"));
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(out.starts_with(&format!("{path} is gemaakt, als concept.\n")), "{out}");
    for command in ["build", "build --preview"] {
        let (exit, _, err) = lerend(folder, &format!("{command} --date 2026-11-23"));
        assert_eq!(exit, Exit::Done, "{err}");
    }
    (read(folder, path), err)
}

/// The messages of a code, with the place of each.
fn told(err: &str, code: &str) -> Vec<String> {
    let start = format!("waarschuwing[{code}]: ");
    let lines: Vec<&str> = err.lines().collect();
    let found = lines.windows(2).filter_map(|two| {
        let place = two[1].trim().trim_start_matches("┌ ");
        Some(format!("{place}: {}", two[0].strip_prefix(&start)?))
    });
    found.collect()
}

#[test]
fn what_does_not_fit_in_a_text_is_set_aside_and_told_place_by_place() {
    let folder = site();
    let body = "Mail jan@elders.example of [klik](javascript:alert(1)).\n\n\
                ![De tafel](https://elders.example/x.jpg)\n\n\
                ```chart\ntype: bar\n\nfout: ja\n```\n\nEen `a@elders.example`.\n\nTot slot.\n";
    let fields =
        "titel: Samen koken\nregio: drenthe\nvorm: interview\nonderwerpen: [matching]\n";
    put(folder.path(), "verhaal.md", &format!("---\n{fields}---\n\n{body}"));
    let path = "content/stories/samen-koken.md";
    let (text, err) = imported(folder.path(), "verhaal.md", path);
    let expected = "\n---\n\nMail (e-mailadres)<!-- jan@elders.example --> of klik<!-- [klik](javascript:alert(1)) -->.\n\n\
                    <!-- ![De tafel](https://elders.example/x.jpg) -->\n\n\
                    <!-- ```chart\ntype: bar\n\nfout: ja\n``` -->\n\n\
                    <!-- Een `a@elders.example`. -->\n\nTot slot.\n";
    assert!(text.ends_with(expected), "{text}");
    let told = told(&err, "import/set-aside");
    for part in [
        "10:24: dit staat nu in een opmerking: het e-mailadres `jan@elders.example` mag niet op pagina's staan",
        "10:66: dit staat nu in een opmerking: een link met `javascript:` kan iets uitvoeren in de browser van de lezer en mag niet",
        "12:18: dit staat nu in een opmerking: deze foto staat op een andere site: `https://elders.example/x.jpg`",
        "17:1: dit staat nu in een opmerking: onbekend veld `fout`",
        "20:11: dit staat nu in een opmerking: het e-mailadres `a@elders.example` mag niet op pagina's staan",
    ] {
        assert!(told.contains(&format!("{path}:{part}")), "{part}\n{told:#?}");
    }
    let help = "= hulp: zet het bestand in `media/` en schrijf `media:naam`; de pagina laadt niets van elders; zet daarna terug wat tussen `<!--` en `-->` staat\n";
    assert!(err.contains(help), "{err}");
    let html = read(folder.path(), "public/verhalen/samen-koken/index.html");
    for part in ["elders.example", "javascript:", "&lt;!--"] {
        assert!(!html.contains(part), "{part}");
    }
    for part in ["Mail (e-mailadres) of klik.", "Tot slot."] {
        assert!(html.contains(part), "{part}\n{html}");
    }
}

#[test]
fn a_field_that_does_not_fit_is_told_too() {
    let folder = site();
    let story = "---\nTitel: Samen koken\nregio: drenthe\n\"concept\": nee\nvorm: interveiw\n---\n\nTekst.\n";
    put(folder.path(), "verhaal.md", story);
    let path = "content/stories/samen-koken.md";
    let (text, err) = imported(folder.path(), "verhaal.md", path);
    let fields = "---\ntitel: Samen koken\nregio: drenthe\n# ? vorm: interveiw\nconcept: ja\n";
    assert!(text.starts_with(fields), "{text}");
    let told = told(&err, "import/set-aside");
    let part = ":4:1: dit veld staat nu in een opmerking: `interveiw` ";
    assert!(told.len() == 1 && told[0].contains(part), "{told:#?}");
    assert!(err.contains("; haal daarna `# ?` weg\n"), "{err}");
}

#[test]
fn fields_that_cannot_be_read_stand_in_the_draft() {
    let folder = site();
    let story = "---\n\t- los\ntitel: Samen koken: een verhaal\nconcept: nee\n  - meer\nx: {\nregio: drenthe\n---\n\nTekst.\n";
    put(folder.path(), "verhaal.md", story);
    let path = "content/stories/samen-koken-een-verhaal.md";
    let (text, err) = imported(folder.path(), "verhaal.md", path);
    let fields = "---\n# ? \t- los\ntitel: \"Samen koken: een verhaal\"\n# ?   - meer\n# ? x: {\nregio: drenthe\nconcept: ja\n";
    assert!(text.starts_with(fields), "{text}");
    assert_eq!(told(&err, "import/set-aside").len(), 3, "{err}");
}

#[test]
fn an_answer_without_the_id_of_its_question_arrives() {
    let folder = site();
    let answers = "---\nvragenlijst: vragen\nregio: drenthe\ndatum: 2026-10-01\nnaam: Jan\n---\n\n\
                   Beste collega's,\n\n## Wat gaat goed?\n\nVeel.\n\n### 2. leuk\n\nyes\n\n\
                   ## Wat gaat fout?\n\nWeinig, mail a@elders.example.\n\n## Wat gaat goed? {#goed}\n\nMeer.\n";
    put(folder.path(), "vragen.md", answers);
    let path = "content/reports/vragen-drenthe-2026-10-01.md";
    let (text, err) = imported(folder.path(), "vragen.md", path);
    let expected = "\n---\n\nBeste collega's,\n\n## Wat gaat goed? {#goed}\n\nVeel.\n\nMeer.\n\n\
                    ## Leuk? {#leuk}\n\nJa\n\n\\## Wat gaat fout?\n\nWeinig, mail (e-mailadres)<!-- a@elders.example -->.\n";
    assert!(text.ends_with(expected), "{text}");
    assert!(text.contains("\n# ? naam: Jan\n---\n"), "{text}");
    let place = |part: &str| {
        let line = text.lines().position(|line| line.contains(part)).unwrap() + 1;
        let column = text.lines().nth(line - 1).unwrap().find(part).unwrap() + 1;
        format!("{path}:{line}:{column}")
    };
    let expected = [
        format!(
            "{}: deze tekst staat boven de eerste vraag en hoort bij geen vraag",
            place("Beste")
        ),
        format!(
            "{}: `Wat gaat fout?` is geen vraag van de vragenlijst; het staat nu bij het antwoord erboven",
            place("Wat gaat fout?")
        ),
    ];
    assert_eq!(told(&err, "import/no-question"), expected);
    assert!(err.contains("= hulp: misschien bedoeld: `Wat gaat goed?`\n"), "{err}");
    let twice = told(&err, "import/answered-twice");
    assert_eq!(twice.len(), 1, "{err}");
    assert!(twice[0].starts_with(&place("Wat gaat goed?")), "{twice:?}");
    let aside = told(&err, "import/set-aside");
    assert!(
        aside[0].ends_with("het veld `naam` is niet overgenomen en staat nu in een opmerking")
    );
    assert!(aside[1].starts_with(&place("a@elders.example")), "{aside:?}");
}

#[test]
fn a_date_in_dutch_order_is_read_and_what_is_none_is_told() {
    let folder = site();
    let answers = |date: &str| {
        format!(
            "---\nvragenlijst: vragen\nregio: drenthe\n{date}\n---\n\n## Leuk? {{#leuk}}\n\nyes\n"
        )
    };
    put(folder.path(), "een.md", &answers("datum: 01-10-2026"));
    let path = "content/reports/vragen-drenthe-2026-10-01.md";
    let (text, err) = imported(folder.path(), "een.md", path);
    assert!(text.contains("\ndatum: 2026-10-01\n"), "{text}");
    let hint = "tip[front-matter/dutch-date]: deze datum begint met de dag\n  ┌ een.md:4:8\n";
    assert!(err.contains(hint), "{err}");
    let path = "content/reports/vragen-drenthe-2026-11-23.md";
    put(folder.path(), "twee.md", &answers("datum: 1 oktober"));
    let (text, err) = imported(folder.path(), "twee.md", path);
    assert!(text.contains("\ndatum: 2026-11-23\n"), "{text}");
    let told = told(&err, "import/no-date");
    let message = "`1 oktober` is geen datum; hier staat nu de dag van vandaag, 2026-11-23";
    assert!(told.len() == 1 && told[0].ends_with(message), "{told:?}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a file that is no UTF-8")]
fn letters_of_an_older_program_arrive() {
    let folder = site();
    let bytes = b"Caf\xe9 De Hoek\r\n\r\nEen kop koffie kost \x80 2.\r\n";
    std::fs::write(folder.path().join("los.txt"), bytes).unwrap();
    let path = "content/stories/café-de-hoek.md";
    let (text, err) = imported(folder.path(), "los.txt", path);
    assert!(text.contains("\ntitel: Café De Hoek\n"), "{text}");
    assert!(text.ends_with("\nEen kop koffie kost € 2.\n"), "{text}");
    let message = "los.txt:1:4: dit bestand is geen UTF-8 en is gelezen als Windows-1252; kijk of letters zoals é en tekens zoals € kloppen";
    assert_eq!(told(&err, "import/not-utf-8"), [message]);
}

#[test]
fn characters_that_nobody_sees_stop_no_site() {
    let folder = site();
    let story = "---\ntitel: Samen\u{7f} koken\nregio: drenthe\n# \u{9c}los\nx: a\u{85}\u{ffff}\n---\n\nTek\u{80}st.\n";
    put(folder.path(), "verhaal.md", story);
    let path = "content/stories/samen-koken.md";
    let (text, err) = imported(folder.path(), "verhaal.md", path);
    assert!(
        text.starts_with("---\ntitel: Samen koken\nregio: drenthe\n# los\n# ? x: a"),
        "{text}"
    );
    assert!(text.ends_with("\nTekst.\n"), "{text}");
    let message = "verhaal.md:2:13: in dit bestand staan 4 tekens die niemand ziet, zoals U+007F; ze zijn weggelaten";
    assert_eq!(told(&err, "import/unseen-characters"), [message]);
    put(folder.path(), "goed.md", "---\ntitel: Samen eten\nregio: drenthe\n---\n\nTekst.\n");
    let (_, err) = imported(folder.path(), "goed.md", "content/stories/samen-eten.md");
    assert_eq!(told(&err, "import/unseen-characters"), Vec::<String>::new());
}

#[test]
fn a_draft_that_would_stop_the_site_is_not_written() {
    let folder = site();
    let settings = read(folder.path(), "content/site.yaml");
    put(
        folder.path(),
        "content/site.yaml",
        &format!("{settings}severity: {{text/missing-section: error}}\n"),
    );
    put(
        folder.path(),
        "verhaal.md",
        "---\ntitel: Samen koken\nregio: drenthe\n---\n\nTekst.\n",
    );
    let (exit, _, err) = lerend(folder.path(), "import verhaal.md --date 2026-11-23");
    assert_eq!(exit, Exit::Failed, "{err}");
    let message = "fout[host/not-imported]: dit past niet op de site, ook niet als concept: ";
    assert!(err.starts_with(message), "{err}");
    assert!(!folder.path().join("content/stories/samen-koken.md").exists());
}

#[test]
fn a_title_may_be_named_and_a_file_without_one_hears_why() {
    let folder = site();
    put(folder.path(), "los.txt", "Titel: Een verhaal\nRegio: Drenthe\n\nHet begon klein.\n");
    let (text, _) = imported(folder.path(), "los.txt", "content/stories/een-verhaal.md");
    assert!(
        text.contains("titel: Een verhaal\n") && text.contains("\nregio: drenthe\n"),
        "{text}"
    );
    assert!(text.ends_with("---\n\nHet begon klein.\n"), "{text}");
    let open = "---\ntitel: Nog een verhaal\nregio: drenthe\n\nHet begon klein.\n";
    put(folder.path(), "open.md", open);
    imported(folder.path(), "open.md", "content/stories/nog-een-verhaal.md");
    let long = "woord ".repeat(40);
    for (text, message) in [
        ("\n \n", "dit bestand is leeg"),
        (
            long.as_str(),
            "de eerste regel is te lang voor een titel: 239 tekens, en een titel heeft er hoogstens 120",
        ),
        ("---\nregio: drenthe\n---\nTekst.\n", "dit bestand heeft geen titel"),
    ] {
        put(folder.path(), "fout.md", text);
        let (exit, _, err) = lerend(folder.path(), "import fout.md");
        assert_eq!(exit, Exit::Failed);
        assert!(err.starts_with(&format!("fout[host/not-imported]: {message}\n")), "{err}");
    }
}
