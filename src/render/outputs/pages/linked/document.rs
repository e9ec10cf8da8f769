//! A document: a report, an article or a meeting.

use serde_json::{Value, json};

use super::{event, licence, organisation, publisher, set, text_value};
use crate::base::Period;
use crate::catalog::{Entry, corrections};
use crate::model::{DocKind, Front, SourceUse};
use crate::render::outputs::pages::studio::Studio;

/// What a page of a document is about; `None` for regions and home, which are no works.
pub(super) fn thing(studio: &Studio<'_>, entry: &Entry) -> Option<Value> {
    match &entry.document.front {
        Front::Event(own) => Some(event::thing(studio, entry, own)),
        Front::Region(_) => None,
        Front::Factsheet(_) | Front::Report(_) => Some(work(studio, entry, "Report")),
        _ if entry.kind() == DocKind::Home => None,
        _ => Some(work(studio, entry, "Article")),
    }
}

fn work(studio: &Studio<'_>, entry: &Entry, kind: &str) -> Value {
    let catalog = studio.catalog;
    let head = &entry.document.head;
    let url = studio.whole(entry.url.as_str());
    let mut own = json!({
        "@type": kind,
        "@id": url,
        "url": url,
        "headline": head.title.value,
        "inLanguage": entry.document.lang.as_str(),
        "isPartOf": {"@type": "WebSite", "@id": catalog.config.base_url,
            "name": catalog.config.title(studio.lang())},
    });
    set(&mut own, "description", text_value(Some(&catalog.summary(entry))));
    let published = head.date.as_ref().map(|date| date.value);
    let changed = head.updated_on().max(published);
    set(&mut own, "datePublished", published.map_or(Value::Null, |day| json!(day.to_string())));
    set(&mut own, "dateModified", changed.map_or(Value::Null, |day| json!(day.to_string())));
    let corrected: Vec<&str> = corrections(entry).map(|own| own.text).collect();
    set(&mut own, "correction", json!(corrected));
    let author = studio.author_id(entry);
    set(&mut own, "author", author.map_or(Value::Null, |id| organisation(studio, id)));
    set(&mut own, "publisher", publisher(studio));
    set(&mut own, "license", own_licence(studio, entry));
    set(&mut own, "about", about(studio, entry));
    set(&mut own, "contentLocation", places(studio, entry));
    set(&mut own, "temporalCoverage", period(entry).map_or(Value::Null, interval));
    set(&mut own, "citation", sources(studio, entry));
    set(&mut own, "reportNumber", text_value(number(entry)));
    own
}

/// The licence of a report is its maker's, of everything else the site's.
fn own_licence(studio: &Studio<'_>, entry: &Entry) -> Value {
    let written = entry.document.head.licence.as_ref().map(|id| id.value.as_str());
    let sites = studio.catalog.config.licence.as_deref();
    let id = written.or_else(|| sites.filter(|_| entry.kind() != DocKind::Report));
    id.map_or(Value::Null, |id| licence(studio, id))
}

fn about(studio: &Studio<'_>, entry: &Entry) -> Value {
    let topics = entry.document.head.topics.iter();
    let named = topics.map(|id| studio.catalog.topic_label(id, studio.lang()));
    named.map(|name| json!({"@type": "Thing", "name": name})).collect()
}

fn places(studio: &Studio<'_>, entry: &Entry) -> Value {
    let regions = studio.catalog.regions_of(entry);
    let titles = regions.filter_map(|id| {
        let region = studio.catalog.document(DocKind::Region, id, studio.lang())?;
        Some(region.document.head.title.value.as_str())
    });
    titles.map(|name| json!({"@type": "AdministrativeArea", "name": name})).collect()
}

fn period(entry: &Entry) -> Option<Period> {
    match &entry.document.front {
        Front::Factsheet(own) => own.period,
        Front::Finding(own) => own.period,
        Front::Report(own) => own.period,
        _ => None,
    }
}

/// `2019-06-01/2020-12-31`, with two points where an end is open.
pub(super) fn interval(period: Period) -> Value {
    let from = period.from.map_or("..".to_owned(), |when| when.first().to_string());
    let to = period.to.map_or("..".to_owned(), |when| when.last().to_string());
    json!(format!("{from}/{to}"))
}

fn sources(studio: &Studio<'_>, entry: &Entry) -> Value {
    let used: &[SourceUse] = match &entry.document.front {
        Front::Factsheet(own) => &own.sources,
        Front::Finding(own) => &own.sources,
        Front::Story(own) => &own.sources,
        _ => &[],
    };
    let known = used.iter().filter_map(|used| studio.catalog.source(&used.source));
    let cited = known.map(|source| {
        let mut own = json!({"@type": "CreativeWork", "name": source.title,
            "author": {"@type": "Organization", "name": source.author}});
        set(&mut own, "url", text_value(source.url.as_deref()));
        own
    });
    cited.collect()
}

fn number(entry: &Entry) -> Option<&str> {
    match &entry.document.front {
        Front::Factsheet(own) => own.number.as_deref(),
        Front::Report(own) => own.reference.as_deref(),
        _ => None,
    }
}
