//! Editions of small sites: what their mail shows of documents, and what it leaves out.

use super::*;
use crate::catalog::DocumentPart;
use crate::render::outputs::trial::Trial;

pub(super) const SITE: &str = "title: Proef
language: nl
base-url: https://voorbeeld.example/
newsletter: {utm: true, from: \"Redactie <redactie@voorbeeld.example>\", subscribe-url: \"https://voorbeeld.example/aanmelden/\"}
emails: [redactie@voorbeeld.example]
";
pub(super) const EDITION: &str = "---
title: Nieuwsbrief maart
date: 2021-03-25
subject: De tussenevaluatie is er
preheader: Wat er vertraagde, en wat regio's daaruit leerden
blocks:
  - {item: \"factsheet:vertraging\", rubric: Onderzoek, style: figure}
  - {item: \"story:samen\", rubric: Regio, style: quote}
  - {item: \"finding:los\", rubric: Onderzoek, title: Eigen titel, text: Eigen tekst.}
  - {item: \"story:concept\"}
closing: Tot ziens.
---

Welkom.
";
const FACTSHEET: &str = "---
title: Plannen liepen vertraging op
summary: De plannen begonnen later dan afgesproken.
date: 2021-03-18
period: 2020
seen-in: [twente]
topics: [samenwerking]
sources: [rapport]
strength: experience
figures:
  - {label: Banen, value: 1450, kind: target, source: rapport}
  - {label: Plannen, value: 35, kind: result, source: rapport}
changes:
  - {date: 2021-03-20, text: het waren er 1.450, kind: correction}
---
";
const STORY: &str = "---
title: Samen
summary: Een koffiegesprek werkte beter dan een brief.
date: 2021-03-18
region: twente
form: article
topics: [samenwerking]
image: foto
quotes: [{text: Niemand vroeg om mijn diploma, by: bakker, consent: C1}]
---
";
const FINDING: &str = "---
title: Losse loketten werken niet
date: 2021-03-18
statement: Losse loketten werken niet.
verdict: does-not-work
seen-in: [twente]
sources: [rapport]
strength: experience
topics: [samenwerking]
---
";
const DRAFT: &str = "---\ntitle: Concept\ndate: 2021-03-18\nregion: twente\nform: article\ntopics: [samenwerking]\ndraft: yes\n---\n";
const OLDER: &str = "---
title: Nieuwsbrief februari
date: 2021-02-25
subject: Eerder
blocks: [{item: \"finding:los\"}]
---
";
const CORRECTED: &str = "---\ntitle: Elders\ndate: 2021-01-01\nregion: twente\nform: article\ntopics: [samenwerking]\nchanges: [{date: 2021-03-01, text: het was Almelo, kind: correction}, {date: 2021-02-01, text: eerder, kind: correction}]\n---\n";
const PHOTO: &str = "kind: photo\nalt: Een oven\nmaker: A. Maker\nlicence: CC0-1.0\npeople: recognisable\nconsent: [C1]\n";

fn site(scope: &str) -> Trial {
    let consents = format!("- {{id: C1, given: 2021-01-01, scope: {scope}}}\n");
    Trial::of(&[
        ("content/site.yaml", SITE),
        ("content/newsletters/2021-02.md", OLDER),
        ("content/newsletters/2021-03.md", EDITION),
        ("content/factsheets/vertraging.md", FACTSHEET),
        ("content/stories/samen.md", STORY),
        ("content/stories/concept.md", DRAFT),
        ("content/stories/elders.md", CORRECTED),
        ("content/findings/los.md", FINDING),
        ("content/regions/twente.md", "---\ntitle: Twente\ncode: AM01\n---\n"),
        ("content/regions/drenthe.md", "---\ntitle: Drenthe\ncode: AM02\n---\n"),
        ("content/media/foto.jpg", ""),
        ("content/media/foto.jpg.yaml", PHOTO),
        ("content/vocabulary/consents.yaml", &consents),
        (
            "content/vocabulary/people.yaml",
            "- {id: bakker, role: Bakker, name: Ali Bakker, consent: C1}\n",
        ),
        (
            "content/vocabulary/topics.yaml",
            "- {id: samenwerking, label: Samenwerking, definition: Samen werken.}\n",
        ),
        (
            "content/vocabulary/sources.yaml",
            "- {id: rapport, kind: report, title: Rapport, author: Bureau}\n",
        ),
    ])
}

pub(super) fn edition(trial: &Trial) -> EditionView {
    let post = Post { catalog: &trial.catalog, shared: &trial.shared };
    view(post, trial.entry("content/newsletters/2021-03.md")).unwrap()
}

#[test]
fn items_stand_by_rubric_with_what_is_known_of_them() {
    let trial = site("[site, newsletter]");
    let view = edition(&trial);
    let shown: Vec<_> = view
        .blocks
        .iter()
        .map(|own| (own.item_id.as_str(), own.rubric.as_deref().unwrap(), own.kind.as_str()))
        .collect();
    assert_eq!(
        shown,
        [
            ("factsheet-vertraging", "Onderzoek", "Factsheet"),
            ("finding-los", "Onderzoek", "Bevinding · Werkte niet in één regio"),
            ("story-samen", "Regio", "Verhaal · Twente"),
        ]
    );
    let factsheet = &view.blocks[0];
    assert_eq!(factsheet.strength.as_deref(), Some("Eén ervaring · 1 van 2 regio’s"));
    assert_eq!(factsheet.text, "De plannen begonnen later dan afgesproken.");
    assert_eq!(factsheet.link_words, "Lees de factsheet");
    let figures: Vec<(&str, &str)> =
        factsheet.figures.iter().map(|own| (own.value.as_str(), own.kind.as_str())).collect();
    // Asked for one figure it shows a result, though a target comes first.
    assert_eq!(figures, [("35", "resultaat")]);
    let finding = &view.blocks[1];
    assert_eq!(
        (finding.title.as_str(), finding.text.as_str()),
        ("Eigen titel", "Eigen tekst.")
    );
    assert_eq!(finding.link_words, "Lees de bevinding: Losse loketten werken niet");
}

#[test]
fn a_story_shows_picture_and_quotation_where_people_agreed() {
    let view = edition(&site("[site, newsletter]"));
    let story = &view.blocks[2];
    let quote = story.quote.as_ref().unwrap();
    assert_eq!(
        (quote.text.as_str(), quote.by.as_str()),
        ("Niemand vroeg om mijn diploma", "Ali Bakker, Bakker")
    );
    let picture = story.picture.as_ref().unwrap();
    assert_eq!(picture.url, "https://voorbeeld.example/beeld/foto-552.0123abcd.png");
    assert_eq!(
        picture.url_2x.as_deref(),
        Some("https://voorbeeld.example/beeld/foto-1104.0123abcd.png")
    );
    assert_eq!((picture.width, picture.height), (552, 311));
    assert_eq!(picture.credit, "A. Maker · CC0, vrij te gebruiken");
    assert_eq!(story.link_words, "Lees het verhaal uit Twente");
}

#[test]
fn consent_for_the_site_alone_is_none_for_the_newsletter() {
    let trial = site("[site]");
    let view = edition(&trial);
    assert_eq!(view.blocks[2].quote, None);
    assert_eq!(view.blocks[2].picture, None);
    let files = |trial: &Trial| -> Vec<String> {
        let photo = trial.catalog.media_entry("foto").unwrap();
        let made = trial.catalog.renditions(photo, &trial.catalog.media_in_use());
        made.into_iter().map(|own| own.url.to_string()).collect()
    };
    let mail = |trial: &Trial| -> Vec<String> {
        let photo = trial.catalog.media_entry("foto").unwrap();
        trial.catalog.mail_files(photo).into_iter().map(|own| own.url.to_string()).collect()
    };
    let both = site("[site, newsletter]");
    assert!(!mail(&both).is_empty());
    assert!(mail(&both).iter().all(|url| files(&both).contains(url)));
    assert!(!mail(&trial).iter().any(|url| files(&trial).contains(url)));
}

#[test]
fn corrections_since_the_edition_before_are_told() {
    let view = edition(&site("[site, newsletter]"));
    assert_eq!(view.blocks[0].corrections, ["het waren er 1.450 (20 maart 2021)"]);
    let text = newsletter::mail_text(&view, &newsletter::Placeholders::default());
    assert!(text.contains("het was Almelo (1 maart 2021)"), "{text}");
    assert!(!text.contains("eerder"), "{text}");
    assert!(text.contains("Tot ziens."));
}

#[test]
fn an_edition_reads_no_documents_that_were_never_corrected() {
    let of = |drenthe: &str| {
        Trial::of(&[
            ("content/newsletters/2021-03.md", EDITION),
            ("content/stories/elders.md", CORRECTED),
            ("content/regions/drenthe.md", drenthe),
        ])
    };
    let trial = of("---\ntitle: Drenthe\ncode: AM02\n---\n");
    let edition = trial.entry("content/newsletters/2021-03.md");
    let (told, reads) = trial.catalog.reads_of(|own| own.edition_corrections(edition).len());
    let is_read = |path| reads.meets(&[DocumentPart::fields(trial.entry(path).at())].into());
    assert_eq!((told, is_read("content/stories/elders.md")), (0, true));
    assert!(!is_read("content/regions/drenthe.md"));
    // Once it is, everything is looked at.
    let other = of(
        "---\ntitle: Drenthe\ncode: AM02\nchanges: [{date: 2021-03-01, text: AM01, kind: correction}]\n---\n",
    );
    assert_eq!(other.catalog.changed_since(&trial.catalog), None);
}

#[test]
fn no_two_links_of_an_edition_have_the_same_words() {
    let twice = EDITION
        .replace("story:concept", "factsheet:tweede")
        .replace("finding:los", "factsheet:derde");
    let second = FACTSHEET.replace("title: Plannen", "title: Tweede");
    let third = second.replace("title: Tweede", "title: Derde");
    let trial = Trial::of(&[
        ("content/newsletters/2021-03.md", &twice),
        ("content/factsheets/vertraging.md", FACTSHEET),
        ("content/factsheets/tweede.md", &second),
        ("content/factsheets/derde.md", &third),
        (
            "content/vocabulary/topics.yaml",
            "- {id: samenwerking, label: Samenwerking, definition: Samen werken.}\n",
        ),
    ]);
    let view = edition(&trial);
    let words: Vec<&str> = view.blocks.iter().map(|own| own.link_words.as_str()).collect();
    assert_eq!(
        words,
        [
            "Lees de factsheet over samenwerking",
            "Lees de factsheet: Derde liepen vertraging op",
            "Lees de factsheet: Tweede liepen vertraging op",
        ]
    );
}

#[test]
fn the_files_stand_beside_the_page_of_the_edition() {
    let trial = site("[site, newsletter]");
    let post = Post { catalog: &trial.catalog, shared: &trial.shared };
    let files = files(post, trial.entry("content/newsletters/2021-03.md"));
    assert_eq!(files.diags, []);
    let names: Vec<&str> = files.value.iter().map(|(url, _)| url.as_str()).collect();
    assert_eq!(
        names[..4],
        [
            "nieuwsbrieven/2021-03/mail.html",
            "nieuwsbrieven/2021-03/mail.txt",
            "nieuwsbrieven/2021-03/mail.eml",
            "nieuwsbrieven/2021-03/social.txt",
        ]
    );
    let mail = String::from_utf8(files.value[0].1.clone()).unwrap();
    assert!(mail.contains("utm_campaign=2021-03"));
    assert!(mail.contains("Redactie, redactie@voorbeeld.example"));
    assert!(!mail.contains("Concept"));
}

#[test]
fn a_mail_that_is_too_long_is_told_at_the_source_of_the_edition() {
    let small = format!("{SITE}newsletter: {{max-bytes: 10}}\n").replacen(
        "newsletter: {utm",
        "x: {utm",
        1,
    );
    let trial = Trial::of(&[
        ("content/site.yaml", &small),
        ("content/newsletters/2021-03.md", EDITION),
    ]);
    let post = Post { catalog: &trial.catalog, shared: &trial.shared };
    let entry = trial.entry("content/newsletters/2021-03.md");
    let codes: Vec<_> =
        files(post, entry).diags.iter().map(|own| own.problem.code().name).collect();
    assert_eq!(codes, ["newsletter/too-large"]);
}

#[test]
fn a_document_stands_in_an_edition_once() {
    let twice = EDITION.replace("story:concept", "vertraging");
    let trial = Trial::of(&[
        ("content/newsletters/2021-03.md", &twice),
        ("content/factsheets/vertraging.md", FACTSHEET),
    ]);
    let same: Vec<_> = trial
        .diags
        .iter()
        .filter(|diag| diag.problem.code().name == "newsletter/same-item")
        .collect();
    assert_eq!(same.len(), 1);
    assert!(same[0].is_error());
    assert_eq!(same[0].related.len(), 1);
}

fn file<'a>(files: &'a [File], name: &str) -> &'a str {
    let (_, bytes) = files.iter().find(|(url, _)| url.as_str().ends_with(name)).unwrap();
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn each_tool_has_its_own_mail() {
    let own = "targets: {brevo: {web-version: \"{{ mirror }}\"}, eigen: {unsubscribe: \"[[AF]]\", utm: no}}, subscribe-url";
    let site = SITE.replace("subscribe-url", own);
    let trial = Trial::of(&[
        ("content/site.yaml", &site),
        ("content/newsletters/2021-03.md", EDITION),
        ("content/factsheets/vertraging.md", FACTSHEET),
    ]);
    let post = Post { catalog: &trial.catalog, shared: &trial.shared };
    let files = files(post, trial.entry("content/newsletters/2021-03.md")).value;
    let has = |name: &str, text: &str| file(&files, name).contains(text);
    assert!(has("mail.mailchimp.html", "href=\"*|UNSUB|*\""));
    assert!(has("mail.mailchimp.html", "href=\"*|ARCHIVE|*\""));
    assert!(has("mail.brevo.html", "href=\"{{ unsubscribe }}\""));
    assert!(has("mail.brevo.html", "href=\"{{ mirror }}\""));
    assert!(has("mail.eigen.html", "href=\"[[AF]]\""));
    assert!(has("mail.laposta.html", "utm_source") && !has("mail.laposta.html", "Afmelden"));
    for name in ["mail.spotler.html", "mail.eigen.html"] {
        assert!(!has(name, "utm_"), "{name}");
    }
    assert!(has("mail.outlook.html", "<h1") && has("mail.plain.html", "<h1"));
}

#[test]
fn the_newest_documents_are_there_to_paste_and_in_a_feed() {
    let trial = site("[site, newsletter]");
    let post = Post { catalog: &trial.catalog, shared: &trial.shared };
    let files = shelf_files(post);
    let rich = file(&files, "kopieren/items/story-samen.rich.html");
    assert!(rich.contains("utm_campaign=kopieren") && rich.contains("foto-1104"), "{rich}");
    assert!(!files.iter().any(|(url, _)| url.as_str().contains("concept")));
    let feed = file(&files, "nieuwsbrieven/mail-feed.xml");
    assert!(feed.contains("<pubDate>Thu, 18 Mar 2021 00:00:00 +0000</pubDate>"));
    assert!(feed.contains(
        "<guid isPermaLink=\"true\">https://voorbeeld.example/verhalen/samen/</guid>"
    ));
    assert!(
        feed.contains("foto-1104.0123abcd.png\" width=\"1104\" height=\"622\"/>"),
        "{feed}"
    );
    assert!(feed.contains("&lt;table role=\"presentation\""));
}

#[test]
fn a_sender_that_may_not_be_shown_is_in_no_file() {
    let hidden = SITE.replace("emails: [redactie@voorbeeld.example]", "emails: []");
    let trial = Trial::of(&[
        ("content/site.yaml", &hidden),
        ("content/newsletters/2021-03.md", EDITION),
        ("content/factsheets/vertraging.md", FACTSHEET),
    ]);
    let post = Post { catalog: &trial.catalog, shared: &trial.shared };
    for (url, bytes) in files(post, trial.entry("content/newsletters/2021-03.md")).value {
        assert!(!String::from_utf8_lossy(&bytes).contains("redactie@"), "{url}");
    }
}
