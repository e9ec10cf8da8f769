//! Index pages of small sites: what they list, what they count, what they leave out.

use super::studio::Studio;
use super::{credits, findings, home, region, regions, search, section, sources};
use crate::model::Front;
use crate::plan::{Page, plan};
use crate::render::outputs::trial::Trial;
use crate::render::outputs::view::{Card, Group};

/// 1 July 2026 is today.
const FILES: [(&str, &str); 22] = [
    (
        "content/stories/echt.md",
        "---\ntitle: Echt\ndate: 2026-01-02\nregion: twente\nform: article\ntopics: [matching]\ndirection: negative\nactivity: leren\n---\n\nTekst.\n",
    ),
    (
        "content/stories/verzonnen.md",
        "---\ntitle: Verzonnen\ndate: 2026-01-03\nregion: twente\nform: article\ntopics: [matching]\nsample: fictional\n---\n\nTekst.\n",
    ),
    (
        "content/stories/concept.md",
        "---\ntitle: Concept\ndate: 2026-01-04\nregion: twente\nform: article\ntopics: [matching]\ndraft: true\n---\n\nTekst.\n",
    ),
    (
        "content/stories/later.md",
        "---\ntitle: Later\ndate: 2026-07-02\nregion: twente\nform: article\ntopics: [matching]\n---\n\nTekst.\n",
    ),
    (
        "content/findings/een.md",
        "---\ntitle: Een\ndate: 2026-01-03\nstatement: Het werkt.\nverdict: works\nseen-in: [twente]\nsources: [rapport]\nstrength: experience\ntopics: [matching]\n---\n",
    ),
    (
        "content/findings/twee.md",
        "---\ntitle: Twee\ndate: 2026-01-02\nstatement: Het werkt ook.\nverdict: works\nseen-in: [twente]\nsources: [rapport]\nstrength: experience\ntopics: [matching]\n---\n",
    ),
    (
        "content/findings/drie.md",
        "---\ntitle: Drie\ndate: 2026-01-01\nstatement: Het werkt niet.\nverdict: does-not-work\nseen-in: [twente, drenthe]\nsources: [rapport]\nstrength: experience\ntopics: [matching]\nabout: [leren]\n---\n",
    ),
    (
        "content/regions/twente.md",
        "---\ntitle: Twente\ncode: A1\ntile: {col: 1, row: 1}\nmunicipalities: [{name: Rijssen}, {name: Ommen, from: 2023}]\ninterview: done\nplan:\n  activities: [{id: leren, title: Leren op het werk}]\nevidence:\n  - {kind: progress-report, due: 2026-06-30}\n  - {kind: meeting, due: 2026-07-01}\n  - {kind: learning-agenda, due: 2026-01-01, received: 2026-Q1}\n---\n\nTekst.\n",
    ),
    (
        "content/regions/drenthe.md",
        "---\ntitle: Drenthe\ncode: A2\ntile: {col: 1, row: 0}\nmunicipalities: [{name: Ommen, to: 2022}, {name: Emmen}]\n---\n\nTekst.\n",
    ),
    (
        "content/events/straks.md",
        "---\ntitle: Straks\ndate: 2026-01-01\nstart: 2026-09-01 10:00\n---\n\nTekst.\n",
    ),
    (
        "content/events/vandaag.md",
        "---\ntitle: Vandaag\ndate: 2026-01-02\nstart: 2026-07-01\n---\n\nTekst.\n",
    ),
    (
        "content/events/vroeger.md",
        "---\ntitle: Vroeger\ndate: 2026-06-01\nstart: 2020-03-01\n---\n\nTekst.\n",
    ),
    (
        "content/events/geweest.md",
        "---\ntitle: Geweest\ndate: 2026-01-01\nstart: 2021-03-01\n---\n\nTekst.\n",
    ),
    (
        "content/pages/beeld.md",
        "---\ntitle: Beeld\n---\n\n![](media:mag)\n\n![](media:mag-niet)\n",
    ),
    (
        "content/media/mag.png.yaml",
        "kind: photo\nalt: Een tafel\nmaker: Redactie\nlicence: CC0-1.0\npeople: none\n",
    ),
    (
        "content/media/mag-niet.png.yaml",
        "kind: photo\nalt: Iemand\nmaker: Redactie\nlicence: CC0-1.0\npeople: recognisable\nconsent: [T-1]\n",
    ),
    (
        "content/media/los.png.yaml",
        "kind: photo\nalt: Niets\nmaker: Redactie\nlicence: CC0-1.0\npeople: none\n",
    ),
    (
        "content/vocabulary/consents.yaml",
        "- {id: T-1, given: 2025-01-01, withdrawn: 2026-01-01, scope: [site]}\n",
    ),
    (
        "content/vocabulary/topics.yaml",
        "- {id: matching, label: Matching, definition: Bij elkaar brengen.}\n",
    ),
    (
        "content/vocabulary/sources.yaml",
        "- {id: rapport, kind: report, title: Rapport, author: Bureau}\n- {id: brief, kind: letter, title: Brief, author: Bureau, based-on: [rapport]}\n",
    ),
    ("content/index.md", "---\ntitle: Welkom\nsummary: Wat we leren.\n---\n\nTekst.\n"),
    (
        "content/pages/verhalen.md",
        "---\ntitle: Uit de praktijk\nsummary: Elk verhaal is een voorbeeld.\n---\n\nTekst.\n",
    ),
];

/// Looks at the page at an address.
fn at<T>(url: &str, look: impl FnOnce(&Studio<'_>) -> T) -> T {
    let trial = Trial::of(&FILES);
    let pages: Vec<Page> = plan(&trial.catalog);
    let page = pages.iter().find(|page| page.url.as_str() == url).unwrap();
    look(&Studio::new(page, &trial.catalog, &trial.shared))
}

fn titles(cards: &[Card]) -> Vec<&str> {
    cards.iter().map(|card| card.title.as_str()).collect()
}

fn listed<T>(groups: &[Group<T>], title: impl Fn(&T) -> &str) -> Vec<(String, Vec<String>)> {
    let items =
        |group: &Group<T>| group.items.iter().map(|own| title(own).to_owned()).collect();
    groups.iter().map(|group| (group.id.clone(), items(group))).collect()
}

fn groups(expected: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let items = |own: &[&str]| own.iter().map(|item| (*item).to_owned()).collect();
    expected.iter().map(|(id, own)| ((*id).to_owned(), items(own))).collect()
}

#[test]
fn a_section_lists_what_is_shown_and_says_what_is_made_up() {
    let page =
        at("verhalen/", |studio| section::sheet(studio, crate::config::Section::Stories).page);
    assert_eq!(page.head.title, "Uit de praktijk");
    assert_eq!(page.head.lead.as_deref(), Some("Elk verhaal is een voorbeeld."));
    let kinds: Vec<_> = page.groups[0].items.iter().map(|card| card.kind.clone()).collect();
    assert_eq!(titles(&page.groups[0].items), ["Verzonnen", "Echt"]);
    assert_eq!(
        kinds,
        ["Verhaal · Twente · verzonnen voorbeeld", "Verhaal · Twente"]
            .map(|kind| Some(kind.to_owned()))
    );
}

#[test]
fn meetings_to_come_stand_before_those_that_were() {
    let page = at("bijeenkomsten/", |studio| {
        section::sheet(studio, crate::config::Section::Events).page
    });
    assert_eq!(
        listed(&page.groups, |card| card.title.as_str()),
        groups(&[("s_upcoming", &["Vandaag", "Straks"]), ("s_past", &["Geweest", "Vroeger"]),])
    );
}

#[test]
fn the_ledger_groups_by_verdict_and_counts_no_made_up_stories() {
    let page = at("bevindingen/", |studio| findings::sheet(studio).page);
    assert_eq!(
        listed(&page.groups, |row| row.title.as_str()),
        groups(&[("s_works", &["Een", "Twee"]), ("s_does-not-work", &["Drie"])])
    );
    let balance: Vec<(&str, usize)> =
        page.balance[0].parts.iter().map(|part| (part.id.as_str(), part.count)).collect();
    assert_eq!(balance, [("positive", 0), ("mixed", 0), ("no-change", 0), ("negative", 1)]);
}

#[test]
fn the_table_of_regions_counts_and_the_matrices_name_gaps() {
    let page = at("regios/", |studio| regions::sheet(studio).page);
    let rows: Vec<(&str, Vec<&str>)> = page
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().map(String::as_str).collect();
            (row.region.text.as_str(), cells)
        })
        .collect();
    assert_eq!(rows, [("Drenthe", vec!["0", "1", "0"]), ("Twente", vec!["1", "3", "0"])]);
    let cells = |matrix: usize, row: usize| -> Vec<&str> {
        let row = &page.matrices[matrix].rows[row];
        row.cells.iter().map(|cell| cell.id.as_str()).collect()
    };
    assert_eq!(page.matrices[0].rows[1].cells[0].text, "4");
    // Nothing was heard in Drenthe: a row of gaps is named beside the table.
    assert_eq!(cells(1, 0), ["half", "full", "half", "full"]);
    assert_eq!(page.matrices[1].empty.len(), 2);
    assert_eq!(page.matrices[1].rows.len(), 1);
    assert_eq!(page.matrices[1].silent[0].text, "Drenthe");
}

#[test]
fn a_municipality_that_changed_regions_stands_under_both() {
    let page = at("regios/", |studio| regions::sheet(studio).page);
    let all: Vec<(&str, &str, Option<&str>)> = page
        .municipalities
        .iter()
        .flat_map(|letter| &letter.items)
        .map(|own| (own.name.as_str(), own.region.text.as_str(), own.region.note.as_deref()))
        .collect();
    assert_eq!(
        all,
        [
            ("Emmen", "Drenthe", None),
            ("Ommen", "Twente", Some("vanaf 2023")),
            ("Ommen", "Drenthe", Some("tot en met 2022")),
            ("Rijssen", "Twente", None),
        ]
    );
}

#[test]
fn a_region_shows_what_was_received_and_what_its_activities_gave() {
    let page = at("regios/twente/", |studio| {
        let entry = studio.catalog.region("twente", studio.lang()).unwrap();
        let Front::Region(own) = &entry.document.front else { panic!("no region") };
        region::sheet(studio, entry, own).page
    });
    let states: Vec<&str> = page.evidence.iter().map(|own| own.state.id.as_str()).collect();
    assert_eq!(states, ["late", "due", "received"]);
    assert_eq!(page.evidence[2].received.as_ref().unwrap().iso, "2026");
    let links: Vec<&str> = page.plan.as_ref().unwrap().activities[0]
        .links
        .iter()
        .map(|own| own.text.as_str())
        .collect();
    assert_eq!(links, ["Echt", "Drie"]);
    assert_eq!(page.municipalities, ["Rijssen", "Ommen"]);
    assert_eq!(
        page.neighbours.iter().map(|own| own.text.as_str()).collect::<Vec<_>>(),
        ["Drenthe"]
    );
    assert_eq!(page.no_story, None);
}

#[test]
fn a_region_without_a_story_is_invited_to_hand_one_in() {
    let page = at("regios/drenthe/", |studio| {
        let entry = studio.catalog.region("drenthe", studio.lang()).unwrap();
        let Front::Region(own) = &entry.document.front else { panic!("no region") };
        region::sheet(studio, entry, own).page
    });
    assert!(page.no_story.is_some());
    assert_eq!(page.municipalities, ["Emmen"]);
}

#[test]
fn home_shows_different_verdicts_and_the_next_meeting() {
    let page = at("", |studio| home::sheet(studio).page);
    assert_eq!(page.title, "Welkom");
    let findings: Vec<&str> = page.findings.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(findings, ["Een", "Twee", "Drie"]);
    assert_eq!(titles(&page.stories), ["Echt", "Verzonnen"]);
    assert_eq!(page.event.unwrap().title, "Vandaag");
    assert_eq!(page.map.unwrap().note.as_deref(), Some("Verhalen uit 1 van de 2 regio’s."));
}

#[test]
fn credits_name_what_is_shown_and_may_be_shown() {
    let page = at("beeldverantwoording/", |studio| credits::sheet(studio).page);
    let rows: Vec<(&str, &str)> =
        page.rows.iter().map(|row| (row.id.as_str(), row.used_by[0].text.as_str())).collect();
    assert_eq!(rows, [("mag", "Beeld")]);
}

#[test]
fn sources_say_what_rests_on_them() {
    let page = at("bronnen/", |studio| sources::sheet(studio).page);
    let used: Vec<&str> =
        page.groups[0].items[0].used_by.iter().map(|own| own.text.as_str()).collect();
    assert_eq!(used, ["Een", "Twee", "Drie"]);
    let based = &page.groups[1].items[0].based_on[0];
    assert_eq!(based.url.as_deref(), Some("bronnen/#rapport"));
}

#[test]
fn the_index_holds_every_page_once_and_nothing_that_is_not_shown() {
    let page = at("zoeken/", |studio| search::sheet(studio).page);
    let all: Vec<&str> = page
        .letters
        .iter()
        .flat_map(|letter| &letter.items)
        .map(|own| own.link.text.as_str())
        .collect();
    let count = |title: &str| all.iter().filter(|own| **own == title).count();
    for shown in ["Echt", "Verzonnen", "Matching", "Uit de praktijk", "Bronnen", "Beeld"] {
        assert_eq!(count(shown), 1, "{shown}");
    }
    for hidden in ["Concept", "Later", "Welkom"] {
        assert_eq!(count(hidden), 0, "{hidden}");
    }
}
