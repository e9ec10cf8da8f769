//! Atom feeds: of the whole site, of a type of document, of a region.
//!
//! There is no clock in a feed: documents have days, a feed has the day of its newest change.

mod elsewhere;

use crate::base::{Date, Period, When};
use crate::catalog::{Catalog, Entry, corrections, section_of};
use crate::model::{DocKind, Front, Judgement, Regions};
use crate::plan::{FeedOf, Page};
use crate::render::leaf::{Addresses, Opened};
use crate::render::outputs::pages::{Shared, Studio};
use crate::render::outputs::view::{Certainty, Choice, Feed, FeedEntry};

use elsewhere::elsewhere;

/// The most entries of a feed.
const NEWEST: usize = 20;

/// The feed of a page of kind `Feed`.
pub fn view(page: &Page, of: FeedOf, catalog: &Catalog, shared: &Shared) -> Feed {
    let config = &catalog.config;
    let studio = elsewhere_studio(page, catalog, shared);
    // What stands in for a translation is told wholly in its own language.
    let page_instead = Page { lang: config.lang.clone(), ..page.clone() };
    let instead = elsewhere_studio(&page_instead, catalog, shared);
    let told = |entry: &Entry, date: Date| {
        let stands_in = entry.document.lang != page.lang && entry.document.lang == config.lang;
        entry_view(if stands_in { &instead } else { &studio }, entry, date)
    };
    let mut found: Vec<(Date, &Entry)> = documents(&studio, of)
        .into_iter()
        .filter_map(|entry| Some((changed(entry)?, entry)))
        .collect();
    let order = |(a, one): &(Date, &Entry), (b, other): &(Date, &Entry)| {
        b.cmp(a).then_with(|| one.document.path.cmp(&other.document.path))
    };
    if found.len() > NEWEST {
        // Of thousands only these need to be in order.
        found.select_nth_unstable_by(NEWEST, order);
        found.truncate(NEWEST);
    }
    found.sort_by(order);
    let newest = found.first().map_or_else(|| beginning(catalog), |(date, _)| *date);
    let author = config.contact.as_ref().map_or_else(
        || config.title(studio.lang()).to_owned(),
        |id| catalog.owner_name(id, studio.lang()),
    );
    let (title, home) = title_and_home(&studio, of);
    Feed {
        lang: page.lang.to_string(),
        title,
        subtitle: subtitle(&studio, of),
        id: address(&studio, &page.url),
        home,
        updated: moment(newest),
        author,
        entries: found
            .iter()
            .map(|(date, entry)| FeedEntry {
                lang: studio.other_language(entry),
                ..told(entry, *date)
            })
            .collect(),
    }
}

/// What the site is, in its own feed; that it is a demonstration, in all.
fn subtitle(studio: &Studio<'_>, of: FeedOf) -> Option<String> {
    let config = &studio.catalog.config;
    let tagline = config.tagline(studio.lang()).filter(|_| of == FeedOf::Site);
    let demonstration = config.demonstration.as_ref().map(|_| studio.text("demonstration"));
    let told: Vec<String> =
        tagline.map(str::to_owned).into_iter().chain(demonstration).collect();
    (!told.is_empty()).then(|| told.join(" · "))
}

/// A feed is read elsewhere: every address in it is whole.
fn elsewhere_studio<'a>(
    page: &'a Page,
    catalog: &'a Catalog,
    shared: &'a Shared,
) -> Studio<'a> {
    let mut studio = Studio::new(page, catalog, shared);
    studio.root.clone_from(&catalog.config.base_url);
    studio
}

fn documents<'a>(studio: &Studio<'a>, of: FeedOf) -> Vec<&'a Entry> {
    let catalog = studio.catalog;
    let news = DocKind::FOLDERS.iter().filter(|kind| is_news(**kind));
    match of {
        FeedOf::Site => news.flat_map(|kind| catalog.documents(*kind, studio.lang())).collect(),
        FeedOf::Type(kind) => catalog.documents(kind, studio.lang()).collect(),
        FeedOf::Region(at) => match catalog.entry(at) {
            Some(region) => news.flat_map(|kind| catalog.about_region(*kind, region)).collect(),
            None => Vec::new(),
        },
    }
}

/// Pages and regions describe; everything else is new on a day.
fn is_news(kind: DocKind) -> bool {
    !matches!(kind, DocKind::Home | DocKind::Page | DocKind::Region)
}

/// When a document last changed so that readers should know: the day from which they could read it, or that
/// of its last change. `None` for documents without a day.
fn changed(entry: &Entry) -> Option<Date> {
    let head = &entry.document.head;
    head.date.as_ref()?;
    head.updated_on().max(head.visible_from())
}

/// The day of a feed without entries: the start of the programme.
fn beginning(catalog: &Catalog) -> Date {
    let period = catalog.config.programme.period;
    period.and_then(|period| period.from).unwrap_or(When::Year(1970)).first()
}

fn title_and_home(studio: &Studio<'_>, of: FeedOf) -> (String, String) {
    let Studio { catalog, .. } = studio;
    let (lang, site) = (studio.lang(), catalog.config.title(studio.lang()));
    let (title, url) = match of {
        FeedOf::Site => (site.to_owned(), catalog.addresses.home(lang)),
        FeedOf::Type(kind) => {
            let name = studio.strings().label("types", kind.as_str());
            let url = section_of(kind).map_or_else(
                || catalog.addresses.home(lang),
                |section| catalog.addresses.section(section, lang),
            );
            (format!("{name} – {site}"), url)
        }
        FeedOf::Region(at) => {
            let region = catalog.entry(at);
            let place = region.map_or("", |own| own.document.head.title.as_str());
            let name = studio.strings().fill("feed_of_region", &[("place", place)]);
            let url = region.map(|own| own.url.clone());
            (format!("{name} – {site}"), url.unwrap_or_else(|| catalog.addresses.home(lang)))
        }
    };
    (title, address(studio, &url))
}

fn entry_view(studio: &Studio<'_>, entry: &Entry, changed: Date) -> FeedEntry {
    let document = &entry.document;
    let published = document.head.date.as_ref().map_or(changed, |date| date.value);
    let url = address(studio, &entry.url);
    FeedEntry {
        id: url.clone(),
        title: document.head.title.value.clone(),
        lang: None,
        published: moment(published),
        updated: moment(changed),
        summary: Some(studio.catalog.summary(entry)).filter(|text| !text.is_empty()),
        html: Some(html(studio, entry, &url)).filter(|html| !html.is_empty()),
        categories: categories(studio, entry),
        url,
    }
}

/// What a reader has to know first, then the body, with whole addresses.
fn html(studio: &Studio<'_>, entry: &Entry, url: &str) -> String {
    let mut out = String::new();
    let mut tell = |text: &str| {
        out.push_str("<p><strong>");
        crate::base::escape_text(&mut out, text);
        out.push_str("</strong></p>\n");
    };
    if entry.document.head.sample {
        tell(studio.strings().text("sample_notice"));
    }
    for own in corrections(entry) {
        let day = studio.day(own.date).shown;
        let notice = studio.strings().fill("correction_notice", &[("date", &day)]);
        tell(&format!("{notice} {}", own.text));
    }
    let line = in_short(studio, entry).join(" · ");
    if !line.is_empty() {
        tell(&line);
    }
    out.push_str(&elsewhere(&studio.body(&studio.catalog.body(entry)).0, url));
    out
}

/// What stands above the text on its page, and not in it: the verdict of a finding and how sure that is, how
/// sure a factsheet is, when and where a meeting is.
fn in_short(studio: &Studio<'_>, entry: &Entry) -> Vec<String> {
    let sure = |judgement: &Judgement, seen_in: &Regions, period: Option<Period>| {
        let Certainty { strength, rest } =
            studio.certainty(judgement.strength, seen_in, period);
        std::iter::once(strength).chain(rest).collect::<Vec<_>>()
    };
    match &entry.document.front {
        Front::Finding(own) => {
            let advice = own.advice.map(|advice| {
                let label = studio.choice("advice", advice.as_str()).label;
                format!("{}: {label}", studio.strings().text("advice"))
            });
            let sure = sure(&own.judgement, &own.seen_in, own.period);
            std::iter::once(studio.verdict(own).label).chain(sure).chain(advice).collect()
        }
        Front::Factsheet(own) => sure(&own.judgement, &own.seen_in, own.period),
        Front::Event(own) => studio.time_and_place(own),
        _ => Vec::new(),
    }
}

fn categories(studio: &Studio<'_>, entry: &Entry) -> Vec<Choice> {
    let catalog = studio.catalog;
    let topics = entry.document.head.topics.iter().map(|id| Choice {
        id: id.value.clone(),
        label: catalog.topic_label(id, studio.lang()),
    });
    let regions = catalog.regions_of(entry).filter_map(|id| {
        let region = catalog.document(DocKind::Region, id, studio.lang())?;
        Some(Choice { id: id.to_owned(), label: region.document.head.title.value.clone() })
    });
    topics.chain(regions).collect()
}

fn address(studio: &Studio<'_>, url: &crate::base::UrlPath) -> String {
    Addresses { root: &studio.root, opened: Opened::FromHost }.site(url)
}

/// A day as RFC 3339 wants it: its midnight.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{PageKind, plan};
    use crate::render::outputs::pages;
    use crate::render::outputs::trial::Trial;

    const STORY: &str = "---
title: \"Samen & <snel>\\x08\"
date: 2021-03-18
summary: Een koffiegesprek werkte beter dan een brief.
region: twente
form: article
topics: [samenwerking]
changes:
  - {date: 2022-05-01, text: het waren er 11, kind: correction}
---

Zie [Twente](region:twente), [hieronder](#later) en `<a href=\"#x\">`.[^1]

## Later

[^1]: Een noot.
";
    const FILES: [(&str, &str); 4] = [
        ("content/regions/twente.md", "---\ntitle: Twente\ncode: AM01\n---\n"),
        ("content/stories/samen.md", STORY),
        (
            "content/events/terugblik.md",
            "---\ntitle: Terugblik\ndate: 2021-04-01\nstart: 2021-04-01\n---\n",
        ),
        (
            "content/vocabulary/topics.yaml",
            "- {id: samenwerking, label: Samenwerking, definition: Samen werken.}\n",
        ),
    ];

    fn feed(trial: &Trial, of: FeedOf) -> Feed {
        let page = page(trial, of);
        view(&page, of, &trial.catalog, &trial.shared)
    }

    fn page(trial: &Trial, of: FeedOf) -> Page {
        plan(&trial.catalog).into_iter().find(|page| page.kind == PageKind::Feed(of)).unwrap()
    }

    #[test]
    fn a_corrected_document_comes_back_as_updated() {
        let trial = Trial::of(&FILES);
        let feed = feed(&trial, FeedOf::Site);
        let entries: Vec<(&str, &str, &str)> = feed
            .entries
            .iter()
            .map(|own| (own.url.as_str(), own.published.as_str(), own.updated.as_str()))
            .collect();
        assert_eq!(feed.updated, "2022-05-01T00:00:00Z");
        assert_eq!(
            entries,
            [
                (
                    "https://voorbeeld.example/verhalen/samen/",
                    "2021-03-18T00:00:00Z",
                    "2022-05-01T00:00:00Z"
                ),
                (
                    "https://voorbeeld.example/bijeenkomsten/terugblik/",
                    "2021-04-01T00:00:00Z",
                    "2021-04-01T00:00:00Z"
                ),
            ]
        );
        let html = feed.entries[0].html.as_deref().unwrap();
        assert!(html.contains("het waren er 11</strong>"), "{html}");
    }

    #[test]
    fn every_address_in_a_feed_is_whole() {
        let trial = Trial::of(&FILES);
        let feed = feed(&trial, FeedOf::Type(DocKind::Story));
        let html = feed.entries[0].html.as_deref().unwrap();
        let page = "https://voorbeeld.example/verhalen/samen/";
        assert!(html.contains(&format!("href=\"{page}#later\"")), "{html}");
        assert!(html.contains("href=\"https://voorbeeld.example/regios/twente/\""), "{html}");
        assert!(html.contains(&format!("href=\"{page}#")), "{html}");
        // Code that an editor shows stays what it is.
        assert!(html.contains("&lt;a href=\"#x\"&gt;"), "{html}");
        assert_eq!(html.matches("href=\"#").count(), 1, "{html}");
    }

    #[test]
    fn a_region_has_a_feed_of_what_is_about_it() {
        let trial = Trial::of(&FILES);
        let at = FeedOf::Region(trial.catalog.entries().len() - 2);
        let feed = feed(&trial, at);
        assert_eq!(feed.title, "Nieuw over Twente – Proef");
        assert_eq!(feed.home, "https://voorbeeld.example/regios/twente/");
        assert_eq!(feed.id, "https://voorbeeld.example/regios/twente/feed.xml");
        assert_eq!(feed.entries.len(), 1);
        let labels: Vec<&str> =
            feed.entries[0].categories.iter().map(|own| own.label.as_str()).collect();
        assert_eq!(labels, ["Samenwerking", "Twente"]);
    }

    #[test]
    fn an_empty_feed_begins_with_the_programme() {
        let site = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\nprogramme: {name: P, period: {from: 2019-06, to: 2021-12}}\n";
        let trial = Trial::of(&[("content/site.yaml", site)]);
        assert_eq!(feed(&trial, FeedOf::Site).updated, "2019-06-01T00:00:00Z");
        assert_eq!(feed(&Trial::of(&[]), FeedOf::Site).updated, "1970-01-01T00:00:00Z");
    }

    #[test]
    fn a_hostile_title_cannot_break_the_feed() {
        let trial = Trial::of(&FILES);
        let page = page(&trial, FeedOf::Site);
        let xml =
            pages::render(&page, &trial.catalog, &trial.shared, &trial.templates).unwrap();
        assert!(xml.contains("<title>Samen &amp; &lt;snel&gt;</title>"), "{xml}");
        assert!(!xml.contains('\u{8}'));
    }
}
