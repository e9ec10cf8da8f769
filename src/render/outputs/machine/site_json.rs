//! `data/site.json`: the site as one document for programs. `schema` names the version of its
//! fields.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::base::Date;
use crate::catalog::{Catalog, Entry};
use crate::model::{DocKind, Front};

use super::open_data::OpenTable;
use super::whole;

/// The version of the fields; a field that changes its meaning makes a new one.
const SCHEMA: &str = "lerend-site/1";

/// What a document takes as a rule: a text that grows by doubling is for a while there three times.
const BYTES_OF_ONE: usize = 768;

#[derive(Serialize)]
struct Site<'a> {
    schema: &'static str,
    title: &'a str,
    tagline: Option<&'a str>,
    url: &'a str,
    language: &'a str,
    languages: Vec<&'a str>,
    licence: Option<&'a str>,
    programme: Programme<'a>,
    /// Without made-up samples, in the main language.
    counts: BTreeMap<&'static str, usize>,
    documents: Documents<'a>,
    data: Vec<Data>,
}

/// All that is shown, each made when it is written: there may be a great many.
struct Documents<'a>(&'a Catalog);

impl Serialize for Documents<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shown = self.0.entries().iter().filter(|entry| entry.is_shown());
        serializer.collect_seq(shown.map(|entry| document(self.0, entry)))
    }
}

#[derive(Serialize)]
struct Programme<'a> {
    name: &'a str,
    from: Option<String>,
    to: Option<String>,
    phase: Option<&'static str>,
    partners: Vec<String>,
}

#[derive(Serialize)]
struct Document<'a> {
    r#type: &'static str,
    id: &'a str,
    language: &'a str,
    title: &'a str,
    url: String,
    date: Option<String>,
    updated: Option<String>,
    /// The days of a meeting, which are not that of its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    summary: String,
    topics: Vec<&'a str>,
    /// The ids of regions that it names; none for all of them.
    regions: Vec<&'a str>,
    /// Whether it is made up to show the form.
    sample: bool,
}

#[derive(Serialize)]
struct Data {
    title: String,
    url: String,
}

/// The text of `data/site.json`.
pub(super) fn text(catalog: &Catalog, tables: &[OpenTable]) -> String {
    let config = &catalog.config;
    let data = tables.iter().map(|table| Data {
        title: table.title.clone(),
        url: format!("{}{}", config.base_url, table.path),
    });
    let site = Site {
        schema: SCHEMA,
        title: config.title(&config.lang),
        tagline: config.tagline(&config.lang),
        url: &config.base_url,
        language: config.lang.as_str(),
        languages: config.langs.iter().map(crate::base::Lang::as_str).collect(),
        licence: config.licence.as_deref(),
        programme: programme(catalog),
        counts: counts(catalog),
        documents: Documents(catalog),
        data: data.collect(),
    };
    let mut text = Vec::with_capacity(catalog.entries().len() * BYTES_OF_ONE);
    // Structs of texts and numbers can always be written.
    let written = serde_json::to_writer_pretty(&mut text, &site);
    text.push(b'\n');
    written.ok().and_then(|()| String::from_utf8(text).ok()).unwrap_or_default()
}

fn programme(catalog: &Catalog) -> Programme<'_> {
    let own = &catalog.config.programme;
    let title = catalog.config.title(&catalog.config.lang);
    let period = own.period;
    let when = |when: Option<crate::base::When>| when.map(|when| when.to_string());
    Programme {
        name: own.name.as_deref().unwrap_or(title),
        from: when(period.and_then(|own| own.from)),
        to: when(period.and_then(|own| own.to)),
        phase: own.phase.map(crate::config::Phase::as_str),
        partners: own
            .partners
            .iter()
            .map(|id| catalog.owner_name(id, &catalog.config.lang))
            .collect(),
    }
}

fn counts(catalog: &Catalog) -> BTreeMap<&'static str, usize> {
    let count = |kind: &DocKind| {
        let all = catalog.documents(*kind, &catalog.config.lang);
        (kind.folder(), all.filter(|entry| !entry.document.head.sample).count())
    };
    DocKind::FOLDERS.iter().map(count).collect()
}

fn document<'a>(catalog: &'a Catalog, entry: &'a Entry) -> Document<'a> {
    let document = &entry.document;
    let head = &document.head;
    let (start, end) = match &document.front {
        Front::Event(own) => (own.start, own.end),
        _ => (None, None),
    };
    let day = |(day, _): (Date, Option<(u8, u8)>)| day.to_string();
    Document {
        r#type: match document.kind {
            DocKind::Home => "home",
            kind => kind.as_str(),
        },
        id: &document.id,
        language: document.lang.as_str(),
        title: &head.title.value,
        url: whole(catalog, &entry.url),
        date: head.date.as_ref().map(|date| date.value.to_string()),
        updated: head.updated_on().map(|date| date.to_string()),
        start: start.map(day),
        end: end.map(day),
        summary: catalog.summary(entry),
        topics: head.topics.iter().map(|id| id.value.as_str()).collect(),
        regions: catalog.regions_of(entry).collect(),
        sample: head.sample,
    }
}
