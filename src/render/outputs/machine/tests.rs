//! Small sites and the files for machines that they give.

use super::*;
use crate::plan::plan;
use crate::render::outputs::trial::Trial;

const SITE: &str = "title: Proef
tagline: Wat we leren
language: nl
base-url: https://voorbeeld.example/pow/
licence: CC0-1.0
programme: {name: Perspectief, period: {from: 2019-06, to: 2021-12}, phase: closed}
contact: redactie
emails: [redactie@voorbeeld.example]
security-contact: lek@voorbeeld.example
";
const FACTSHEET: &str = "---
title: \"=1+1\"
date: 2021-03-18
period: 2020
seen-in: [twente]
topics: [samenwerking]
sources: [rapport]
strength: experience
figures:
  - {label: Banen, value: 1450, kind: target, source: rapport, precision: about}
---

Er zijn 1.450 banen, \"veel\".
";
const STORY: &str = "---
title: Samen
date: 2021-03-18
updated: 2021-05-01
region: twente
form: article
topics: [samenwerking]
aliases: [oud/samen één]
---

Zie [de cijfers](../data/doelen.csv).
";
const SAMPLE: &str = "---
title: Verzonnen
date: 2021-03-19
form: article
topics: [samenwerking]
sample: fictional
---

Niets.
";
pub(super) const FILES: [(&str, &str); 10] = [
    ("content/site.yaml", SITE),
    ("content/factsheets/vertraging.md", FACTSHEET),
    ("content/stories/samen.md", STORY),
    ("content/stories/verzonnen.md", SAMPLE),
    (
        "content/regions/twente.md",
        "---\ntitle: Twente\ncode: AM01\nmunicipalities: [{name: Almelo}, {name: Oud, to: 2018}]\n---\n",
    ),
    ("content/data/doelen.csv", "regio,doel\nTwente,3\n"),
    ("content/data/los.csv", "regio,doel\nTwente,3\n"),
    (
        "content/vocabulary/topics.yaml",
        "- {id: samenwerking, label: Samenwerking, definition: Samen werken.}\n",
    ),
    (
        "content/vocabulary/sources.yaml",
        "- {id: rapport, kind: report, title: Rapport, author: Bureau}\n",
    ),
    (
        "content/vocabulary/organisations.yaml",
        "- {id: redactie, name: Redactie, email: redactie@voorbeeld.example}\n",
    ),
];

pub(super) fn made(trial: &Trial) -> Vec<(String, String)> {
    let pages = plan(&trial.catalog);
    let press = Press {
        catalog: &trial.catalog,
        pages: &pages,
        shared: &trial.shared,
        templates: &trial.templates,
    };
    let mut files = sitemap(press);
    files.value.extend(addresses(press).into_value(&mut files.diags));
    files.value.extend(open_data(press.catalog).iter().map(|own| own.make(press.catalog)));
    assert_eq!(files.diags, []);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    files.value.into_iter().map(|(path, bytes)| (path.to_string(), text(bytes))).collect()
}

fn file(name: &str) -> String {
    let all = made(&Trial::of(&FILES));
    all.into_iter().find(|(path, _)| path == name).unwrap().1
}

#[test]
fn all_files_for_machines_are_made() {
    let names: Vec<String> =
        made(&Trial::of(&FILES)).into_iter().map(|(path, _)| path).collect();
    let expected = [
        "sitemap.xml",
        "robots.txt",
        "_headers",
        "_redirects",
        ".nojekyll",
        ".well-known/security.txt",
        "data/alle-kerncijfers.csv",
        "data/alle-verhalen.csv",
        "data/alle-factsheets.csv",
        "data/alle-bevindingen.csv",
        "data/alle-regios.csv",
        "data/site.json",
        "data/catalog.jsonld",
    ];
    assert_eq!(names, expected);
}

#[test]
fn figures_say_what_kind_they_are_and_formulas_stay_text() {
    assert_eq!(
        file("data/alle-kerncijfers.csv"),
        "document,url,id,label,value,unit,kind,precision,direction,period_from,period_to,coverage_n,coverage_of,definition,source,page\r\n\
         factsheet:vertraging,https://voorbeeld.example/pow/factsheets/vertraging/,banen,Banen,1450,,target,about,neutral,2020,2020,,,,rapport,\r\n"
    );
    assert!(file("data/alle-factsheets.csv").contains("\r\nvertraging,'=1+1,https:"));
}

#[test]
fn made_up_samples_are_no_data() {
    let stories = file("data/alle-verhalen.csv");
    assert_eq!(stories.lines().count(), 2, "{stories}");
    assert!(stories.contains("samen,Samen,https://voorbeeld.example/pow/verhalen/samen/,2021-03-18,2021-05-01,samenwerking,twente,article,positive"));
    let regions = file("data/alle-regios.csv");
    assert!(regions.ends_with("twente,AM01,Twente,https://voorbeeld.example/pow/regios/twente/,,,Almelo,,,1,0,1\r\n"), "{regions}");
    let site: serde_json::Value = serde_json::from_str(&file("data/site.json")).unwrap();
    assert_eq!(site["counts"]["stories"], 1);
    assert_eq!(site["programme"]["from"], "2019-06");
    let samples =
        site["documents"].as_array().unwrap().iter().filter(|own| own["sample"] == true);
    assert_eq!(samples.count(), 1);
}

#[test]
fn the_register_of_data_names_every_file() {
    let catalog: serde_json::Value =
        serde_json::from_str(&file("data/catalog.jsonld")).unwrap();
    let dataset = &catalog["dcat:dataset"];
    let urls: Vec<&str> = dataset["dcat:distribution"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| own["dcat:downloadURL"]["@id"].as_str().unwrap())
        .collect();
    assert_eq!(urls.len(), 7);
    assert_eq!(urls.last(), Some(&"https://voorbeeld.example/pow/data/doelen.csv"));
    assert_eq!(dataset["dcterms:publisher"]["foaf:name"], "Redactie");
    assert_eq!(
        dataset["dcat:contactPoint"]["vcard:hasEmail"]["@id"],
        "mailto:redactie@voorbeeld.example"
    );
    assert_eq!(
        dataset["dcat:distribution"][0]["dcterms:license"]["@id"],
        "https://creativecommons.org/publicdomain/zero/1.0/"
    );
    assert_eq!(catalog["dcterms:modified"]["@value"], "2021-05-01");
}

#[test]
fn data_that_documents_use_is_copied_and_no_other() {
    let copies: Vec<(String, String)> = copies(&Trial::of(&FILES).catalog)
        .into_iter()
        .map(|(to, from)| (to.to_string(), from.to_string()))
        .collect();
    let expected = ("data/doelen.csv".to_owned(), "content/data/doelen.csv".to_owned());
    assert_eq!(copies, [expected]);
}

#[test]
fn the_sitemap_names_pages_that_may_be_found() {
    let sitemap = file("sitemap.xml");
    let story = "<loc>https://voorbeeld.example/pow/verhalen/samen/</loc>\n    <lastmod>2021-05-01</lastmod>";
    assert!(sitemap.contains(story), "{sitemap}");
    for hidden in ["404", "zoeken", "feed.xml", "oud/"] {
        assert!(!sitemap.contains(hidden), "{hidden}");
    }
}

#[test]
fn crawlers_and_hosts_are_told_what_is_where() {
    assert_eq!(
        file("robots.txt").trim_end(),
        "User-agent: *\nDisallow: /pow/kopieren/items/\nDisallow: /pow/nieuwsbrieven/*/items/\n\nSitemap: https://voorbeeld.example/pow/sitemap.xml"
    );
    assert_eq!(
        file("_redirects"),
        "# Old addresses of pages\n/pow/oud/samen%20%C3%A9%C3%A9n/ /pow/verhalen/samen/ 301\n"
    );
    assert_eq!(
        file(".well-known/security.txt"),
        "Contact: mailto:lek@voorbeeld.example\nExpires: 2027-07-01T00:00:00Z\nPreferred-Languages: nl\nCanonical: https://voorbeeld.example/pow/.well-known/security.txt\n"
    );
}

#[test]
fn pages_allow_no_inline_style_and_mail_does() {
    let headers = file("_headers");
    let mut rules = headers.split("\n/").map(|rule| rule.trim_start_matches('/'));
    let everywhere = rules.next().unwrap();
    assert!(everywhere.starts_with("pow/*\n  Content-Security-Policy: default-src 'none';"));
    assert!(!everywhere.contains("unsafe"));
    let mail: Vec<&str> = rules
        .filter(|rule| rule.contains("'unsafe-inline'"))
        .map(|rule| rule.lines().next().unwrap())
        .collect();
    let paths = [
        "pow/nieuwsbrieven/:edition/:file",
        "pow/nieuwsbrieven/:edition/items/:file",
        "pow/nieuwsbrieven/:edition/kopieren/",
        "pow/kopieren/",
        "pow/kopieren/:page/",
        "pow/kopieren/items/:file",
    ];
    assert_eq!(mail, paths);
    // Consent can end: a picture is not kept for as long as what nobody stands on.
    assert!(headers.contains("/pow/beeld/*\n  Cache-Control: public, max-age=86400\n"));
    let forever = "Cache-Control: public, max-age=31536000, immutable\n";
    assert!(headers.contains(&format!("/pow/assets/*\n  {forever}")));
    assert!(headers.lines().count() < 100);
}

#[test]
fn a_preview_is_closed() {
    let mut trial = Trial::of(&FILES);
    trial.shared.preview = true;
    let all = made(&trial);
    let of = |name: &str| &all.iter().find(|(path, _)| path == name).unwrap().1;
    // A crawler has to read the pages to see that it may not keep them.
    assert_eq!(
        of("robots.txt").trim_end(),
        "User-agent: *\nDisallow: /pow/kopieren/items/\nDisallow: /pow/nieuwsbrieven/*/items/\n\
         Disallow: /pow/beeld/\nDisallow: /pow/data/\nDisallow: /pow/*.xml$\nDisallow: /pow/*.ics$\n\
         Disallow: /pow/*.eml$\nDisallow: /pow/*.txt$\nDisallow: /pow/*.json$"
    );
    assert!(!of("sitemap.xml").contains("<loc>"));
    assert!(of("_headers").contains("X-Robots-Tag: noindex"));
}
