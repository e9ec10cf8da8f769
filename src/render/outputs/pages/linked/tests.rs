//! What pages say of themselves to machines.

use serde_json::Value;

use crate::plan::plan;
use crate::render::outputs::pages;
use crate::render::outputs::trial::Trial;

const SITE: &str = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\nlicence: CC0-1.0\ncontact: redactie\nprogramme: {name: P, period: {from: 2019-06, to: 2021-12}}\n";
const FILES: &[(&str, &str)] = &[
    ("content/site.yaml", SITE),
    (
        "content/vocabulary/organisations.yaml",
        "- {id: redactie, name: Redactie}\n- {id: bureau, name: Bureau, url: \"https://bureau.example/\"}\n",
    ),
    ("content/vocabulary/topics.yaml", "- {id: werk, label: Werk, definition: Werk.}\n"),
    (
        "content/vocabulary/sources.yaml",
        "- {id: r, kind: report, title: Rapport, author: Bureau, url: \"https://bureau.example/r\"}\n",
    ),
    ("content/regions/twente.md", "---\ntitle: Twente\ncode: A\n---\n"),
    ("content/data/a.csv", "a,b\nx,1\n"),
    ("content/media/foto.jpg", ""),
    (
        "content/media/foto.jpg.yaml",
        "{kind: photo, alt: Een plein, maker: M. Maker, licence: CC-BY-4.0, people: none}\n",
    ),
    (
        "content/factsheets/blad.md",
        "---\ntitle: \"Snel </script> & goed\"\ndate: 2026-02-01\nperiod: {from: 2019-06, to: 2020-12}\nseen-in: [twente]\ntopics: [werk]\nsources: [r]\nstrength: experience\nimage: foto\ndata: [../data/a.csv]\nchanges:\n  - {date: 2026-03-01, text: Het waren er 3, kind: correction}\n---\n\nEen alinea.\n",
    ),
    (
        "content/events/dag.md",
        "---\ntitle: Leerdag\ndate: 2026-01-01\nstart: 2026-10-01 10:00\nend: 2026-10-01 12:30\nplaces: [Utrecht]\nonline-url: \"https://elders.example/meekijken\"\norganiser: bureau\n---\n",
    ),
    (
        "content/events/online.md",
        "---\ntitle: Webinar\ndate: 2026-01-01\nstart: 2026-10-02\nonline: yes\n---\n",
    ),
    (
        "content/reports/rapport.md",
        "---\ntitle: Rapport\ndate: 2026-01-01\nkind: study\nauthor: bureau\ntopics: [werk]\n---\n",
    ),
    (
        "content/stories/verhaal.md",
        "---\ntitle: Verhaal\ndate: 2026-01-01\nregion: twente\nform: article\ntopics: [werk]\n---\n",
    ),
];

/// The page at an address, and its JSON-LD.
fn page(address: &str) -> (String, Vec<Value>) {
    let trial = Trial::of(FILES);
    let pages = plan(&trial.catalog);
    let page = pages.iter().find(|page| page.url.as_str() == address).unwrap();
    let html = pages::render(page, &trial.catalog, &trial.shared, &trial.templates).unwrap();
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    let whole: Value = serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap();
    let graph = whole["@graph"].as_array().unwrap().clone();
    (html, graph)
}

fn named<'a>(graph: &'a [Value], kind: &str) -> &'a Value {
    graph
        .iter()
        .find(|own| own["@type"] == kind)
        .unwrap_or_else(|| panic!("no {kind}: {graph:?}"))
}

#[test]
fn a_factsheet_is_a_report_with_its_picture_data_and_path() {
    let (html, graph) = page("factsheets/blad/");
    let report = named(&graph, "Report");
    assert_eq!(report["headline"], "Snel </script> & goed");
    assert_eq!(report["datePublished"], "2026-02-01");
    assert_eq!(report["dateModified"], "2026-03-01");
    assert_eq!(report["correction"][0], "Het waren er 3");
    assert_eq!(report["temporalCoverage"], "2019-06-01/2020-12-31");
    assert_eq!(report["author"]["name"], "Redactie");
    assert_eq!(report["about"][0]["name"], "Werk");
    assert_eq!(report["contentLocation"][0]["name"], "Twente");
    assert_eq!(report["citation"][0]["url"], "https://bureau.example/r");
    assert_eq!(report["license"], "https://creativecommons.org/publicdomain/zero/1.0/deed.nl");
    let image = named(&graph, "ImageObject");
    assert_eq!(image["creditText"], "M. Maker");
    assert_eq!(
        image["acquireLicensePage"],
        "https://voorbeeld.example/beeldverantwoording/#foto"
    );
    let data = named(&graph, "Dataset");
    assert_eq!(data["distribution"][0]["contentUrl"], "https://voorbeeld.example/data/a.csv");
    let path = &named(&graph, "BreadcrumbList")["itemListElement"];
    assert_eq!(path[0]["item"], "https://voorbeeld.example/");
    assert_eq!(path[2]["item"], "https://voorbeeld.example/factsheets/blad/");
    // The title cannot end the script element.
    assert!(!html.contains("Snel </script>"), "{html}");
    let line =
        |name: &str, content: &str| format!("<meta name=\"{name}\" content=\"{content}\">");
    assert!(html.contains(&line("citation_publication_date", "2026/02/01")), "{html}");
    assert!(html.contains(&line("citation_technical_report_institution", "Redactie")));
}

#[test]
fn meetings_reports_and_stories_are_what_they_are() {
    let (_, graph) = page("bijeenkomsten/dag/");
    let event = named(&graph, "Event");
    assert_eq!(event["startDate"], "2026-10-01T10:00");
    assert_eq!(event["endDate"], "2026-10-01T12:30");
    assert_eq!(event["eventAttendanceMode"], "https://schema.org/MixedEventAttendanceMode");
    assert_eq!(event["location"][0]["name"], "Utrecht");
    assert_eq!(event["location"][1]["url"], "https://elders.example/meekijken");
    assert_eq!(event["organizer"]["name"], "Bureau");
    // Who keeps the site holds no meetings of others, and its page is no place.
    let (_, graph) = page("bijeenkomsten/online/");
    let other = named(&graph, "Event");
    assert_eq!((other.get("location"), other.get("organizer")), (None, None));
    let (html, graph) = page("rapporten/rapport/");
    let report = named(&graph, "Report");
    assert_eq!(report["author"]["url"], "https://bureau.example/");
    assert_eq!(report.get("license"), None);
    assert!(html.contains("<meta name=\"citation_author\" content=\"Bureau\">"));
    assert_eq!(named(&page("verhalen/verhaal/").1, "Article")["headline"], "Verhaal");
}

#[test]
fn home_names_the_site_and_its_open_data() {
    let (html, graph) = page("");
    assert_eq!(named(&graph, "WebSite")["name"], "Proef");
    let data = named(&graph, "Dataset");
    assert_eq!(data["temporalCoverage"], "2019-06-01/2021-12-31");
    assert_eq!(
        data["distribution"][0]["contentUrl"],
        "https://voorbeeld.example/data/site.json"
    );
    assert!(html.contains("<meta property=\"og:type\" content=\"website\">"), "{html}");
    assert!(graph.iter().all(|own| own["@type"] != "BreadcrumbList"));
}
