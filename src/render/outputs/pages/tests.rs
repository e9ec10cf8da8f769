//! Pages of documents, from files to views.

use super::*;
use crate::base::Lang;
use crate::catalog::Entry;
use crate::model::Front;
use crate::render::outputs::trial::Trial;
use crate::render::outputs::view;

const REGION_A: &str = "---\ntitle: Twente\ncode: \"1\"\ntile: {col: 0, row: 0}\nplan:\n  activities:\n    - {id: mooie-dag, title: Mooie Dag}\n---\n";
const REGION_B: &str = "---\ntitle: Drenthe\ncode: \"2\"\ntile: {col: 1, row: 0}\n---\n";
const TOPICS: &str = "- {id: werk, label: Werk, definition: Werk}\n";
const SOURCES: &str = "- {id: r, kind: report, title: Rapport, author: Bureau, url: \"https://bureau.example/r\"}\n- {id: g, kind: interview, title: Gesprek, author: Iemand}\n";
const LISTS: &str = "audience:\n  - {id: gemeente, label: Gemeente}\nperspective:\n  - {id: werkgever, label: Werkgever}\ndomain: []\n";
const PEOPLE: &str =
    "- {id: sam, role: medewerker, name: Sam de Wit, consent: T-1}\n- {id: kim, role: coach}\n";
const CONSENTS: &str = "- {id: T-1, given: 2026-01-01, scope: [site]}\n- {id: T-2, given: 2020-01-01, until: 2021-01-01, scope: [site]}\n";
const SHEET: &str = "title: Blad\ndate: 2026-02-01\nperiod: 2020\nseen-in: [twente]\ntopics: [werk]\nstrength: experience\n";

fn site(own: &[(&str, &str)]) -> Trial {
    let mut files = vec![
        ("content/regions/twente.md", REGION_A),
        ("content/regions/drenthe.md", REGION_B),
        ("content/vocabulary/topics.yaml", TOPICS),
        ("content/vocabulary/sources.yaml", SOURCES),
        ("content/vocabulary/lists.yaml", LISTS),
        ("content/vocabulary/people.yaml", PEOPLE),
        ("content/vocabulary/consents.yaml", CONSENTS),
    ];
    files.extend(own);
    Trial::of(&files)
}

/// What `make` makes of the document at a path.
fn made<T>(trial: &Trial, path: &str, make: impl FnOnce(&Studio<'_>, &Entry) -> T) -> T {
    let entry = trial.entry(path);
    let at = trial.catalog.entries().iter().position(|own| std::ptr::eq(own, entry)).unwrap();
    let page = Page::new(PageKind::Document(at), Lang::nl(), entry.url.clone());
    make(&Studio::new(&page, &trial.catalog, &trial.shared), entry)
}

fn sheet_of(fields: &str, body: &str) -> view::Factsheet {
    let path = "content/factsheets/blad.md";
    let text = format!("---\n{SHEET}{fields}---\n\n{body}");
    let trial = site(&[(path, &text)]);
    made(&trial, path, |studio, entry| {
        let Front::Factsheet(own) = &entry.document.front else { panic!("no factsheet") };
        factsheet::sheet(studio, entry, own).page
    })
}

fn story_of(fields: &str, body: &str) -> view::Story {
    let path = "content/stories/verhaal.md";
    let text = format!(
        "---\ntitle: Verhaal\ndate: 2026-01-02\nregion: twente\nform: article\ntopics: [werk]\n{fields}---\n\n{body}"
    );
    let trial = site(&[(path, &text)]);
    made(&trial, path, |studio, entry| {
        let Front::Story(own) = &entry.document.front else { panic!("no story") };
        story::sheet(studio, entry, own).page
    })
}

fn facts(facts: &[view::Fact]) -> Vec<(&str, &str)> {
    facts.iter().map(|own| (own.term.as_str(), own.text.as_str())).collect()
}

#[test]
fn the_body_of_a_factsheet_is_its_form() {
    let page = sheet_of(
        "sources: [r]\n",
        "Vooraf.\n\n## Wat zien we\n\nDit.\n\n## Wat kun je doen\n\n- **Gemeente:** Bel *nu*.\n\n\
         ## Zo weten we dit\n\nUit één rapport. Niet vergeleken.\n",
    );
    let titles: Vec<_> = page.sections.iter().map(|own| own.title.as_str()).collect();
    assert_eq!(titles, ["", "Wat zien we"]);
    let band = page.actions.unwrap();
    assert_eq!((band.id.as_str(), band.title.as_str()), ("wat-kun-je-doen", "Wat kun je doen"));
    let entries: Vec<_> =
        band.entries.iter().map(|own| (own.term.as_str(), own.html.0.as_str())).collect();
    assert_eq!(entries, [("Gemeente", "Bel <em>nu</em>.")]);
    assert_eq!(page.how.unwrap().id, "zo-weten-we-dit");
    assert_eq!(page.answers.sure.why.as_deref(), Some("Uit één rapport."));
}

#[test]
fn actions_in_fields_win_and_the_section_stays() {
    let page = sheet_of(
        "sources: [r]\nactions:\n  - {audience: gemeente, text: \"Bel < 3 keer\"}\n",
        "## Wat kun je doen\n\n- **Rijk:** Wacht.\n",
    );
    let band = page.actions.unwrap();
    assert_eq!(band.entries[0].term, "Gemeente");
    assert_eq!(band.entries[0].html.0, "Bel &lt; 3 keer");
    assert_eq!(page.sections.len(), 1);
}

#[test]
fn a_sheet_says_that_its_sources_are_public_only_when_all_are() {
    let said = |sources: &str| sheet_of(sources, "").sample;
    assert_eq!(said("sources: [r]\n").as_deref(), Some("Opgesteld uit openbare bronnen."));
    assert_eq!(said("sources: [r, g]\n"), None);
}

#[test]
fn a_map_says_in_how_many_regions_it_was_seen() {
    let note = |fields: &str| sheet_of(fields, "").map.unwrap().note.unwrap();
    assert_eq!(note("sources: [r]\n"), "Gezien in 1 van de 2 regio’s.");
}

#[test]
fn a_story_tells_from_its_fields_what_its_body_does_not() {
    let page = story_of(
        "outcome: Meer werk\nlesson: Begin klein\ncontribution: {other-causes: Ander geld}\n",
        "## Wat veranderde er\n\nVeel.\n",
    );
    assert_eq!(facts(&page.points), [("Wat kunnen anderen hiervan leren?", "Begin klein")]);
    assert_eq!(page.other_causes.as_deref(), Some("Ander geld"));
    assert_eq!(page.share.as_deref(), Some("onbekend"));
    let told = story_of("", "## Wat droeg het programma bij\n\nNiets.\n");
    assert_eq!(told.share, None);
}

#[test]
fn people_and_quotes_are_shown_as_far_as_consent_goes() {
    let page = story_of(
        "people:\n  - {person: sam, shown-as: first-name, consent: T-1}\n  \
         - {person: kim, shown-as: full-name}\n  - {person: kim, shown-as: role, consent: T-2}\n\
         quotes:\n  - {text: Mooi, by: sam, consent: T-1}\n  - {text: Weg, by: kim, consent: T-2}\n  \
         - {text: Nooit, by: kim}\n",
        "",
    );
    assert_eq!(page.people, ["Sam, medewerker", "coach"]);
    let quotes: Vec<_> =
        page.quotes.iter().map(|own| (own.text.as_str(), own.by.as_deref())).collect();
    assert_eq!(quotes, [("Mooi", Some("Sam, medewerker"))]);
}

#[test]
fn a_story_leads_to_its_activity_and_names_its_side() {
    let page = story_of("activity: mooie-dag\nperspective: werkgever\n", "");
    let link = page.activity.unwrap();
    assert_eq!(link.url.as_deref(), Some("regios/twente/#mooie-dag"));
    assert_eq!(link.note.as_deref(), Some("Twente"));
    assert_eq!(page.people, ["Werkgever"]);
    let facts: Vec<_> = page.head.facts.iter().map(|own| own.text.as_str()).collect();
    assert_eq!(facts, ["Twente", "artikel"]);
}

#[test]
fn evidence_that_is_not_public_counts_without_its_name() {
    let path = "content/findings/b.md";
    let text = "---\ntitle: B\ndate: 2026-01-03\nstatement: Het werkt.\nverdict: works\n\
         seen-in: all\nsources: [r]\nstrength: experience\ntopics: [werk]\nevidence:\n  \
         - {item: r, supports: supports}\n  - {item: \"story:later\", supports: contradicts}\n---\n";
    let later = "---\ntitle: Geheim\ndate: 2027-01-01\nregion: twente\nform: article\ntopics: [werk]\n---\n";
    let trial = site(&[(path, text), ("content/stories/later.md", later)]);
    let page = made(&trial, path, |studio, entry| {
        let Front::Finding(own) = &entry.document.front else { panic!("no finding") };
        finding::sheet(studio, entry, own).page
    });
    let rows: Vec<_> = page
        .evidence
        .iter()
        .map(|own| (own.link.text.as_str(), own.link.url.as_deref(), own.supports.id.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("Rapport", Some("bronnen/#r"), "supports"),
            ("Verhaal, niet openbaar", None, "contradicts")
        ]
    );
    assert_eq!(page.map.unwrap().note.as_deref(), Some("Gezien in alle 2 regio’s."));
}

#[test]
fn of_a_withdrawn_document_nothing_is_left_but_the_notice() {
    let path = "content/stories/weg.md";
    let text = "---\ntitle: Geheim\nsummary: Ook geheim\ndate: 2026-01-01\nregion: twente\nform: article\n\
         topics: [werk]\nimage: foto\nwithdrawn: {date: 2026-02-01, reason: De verteller vroeg erom}\n\
         changes:\n  - {date: 2026-01-15, text: Geheime naam weg, kind: correction}\n---\nGeheim.\n";
    let trial = site(&[(path, text)]);
    let entry = trial.entry(path);
    let at = trial.catalog.entries().iter().position(|own| std::ptr::eq(own, entry)).unwrap();
    let page = Page::new(PageKind::Withdrawn(at), Lang::nl(), entry.url.clone());
    let html = render(&page, &trial.catalog, &trial.shared, &trial.templates).unwrap();
    assert!(!html.to_lowercase().contains("geheim"), "{html}");
    assert!(html.contains("De verteller vroeg erom."), "{html}");
    assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{html}");
}

#[test]
fn a_card_for_previews_shows_a_result_and_no_goal() {
    let drawn = |kind: &str| {
        let path = "content/factsheets/blad.md";
        let figure = format!(
            "{{label: Banen, value: 350, kind: {kind}, source: r, precision: at-least}}"
        );
        let text = format!("---\n{SHEET}figures: [{figure}]\n---\n");
        let trial = site(&[(path, &text)]);
        made(&trial, path, |studio, _| {
            let lines = studio.preview_card().unwrap().drawing().lines.into_iter();
            lines.map(|line| line.words).skip(3).collect::<Vec<_>>()
        })
    };
    assert!(drawn("target").is_empty());
    assert_eq!(drawn("result"), ["minstens 350", "Banen"]);
}

#[test]
fn a_card_says_when_and_where_a_meeting_is() {
    let told = |places: &str| {
        let path = "content/events/dag.md";
        let text = format!(
            "---\ntitle: Dag\ndate: 2026-01-02\nstart: 2026-05-20 13:30\nplaces: {places}\nonline: yes\n---\n"
        );
        let trial = site(&[(path, &text)]);
        made(&trial, path, |studio, entry| {
            let card = studio.card(entry);
            (card.day.unwrap().shown, card.facts.join(" | "))
        })
    };
    let day = "20 mei 2026, 13.30 uur".to_owned();
    assert_eq!(told("[Utrecht, Zwolle]"), (day.clone(), "Utrecht, Zwolle | Online".to_owned()));
    let halls = told("[\"Hal, Utrecht\", \"Veste, Twente\"]");
    assert_eq!(halls, (day, "Hal, Utrecht; Veste, Twente | Online".to_owned()));
}
