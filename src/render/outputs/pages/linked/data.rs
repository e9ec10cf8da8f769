//! Sets of data: those of a document, and the open data of the whole site.

use serde_json::{Value, json};

use super::document::interval;
use super::{licence, publisher, set, text_value};
use crate::catalog::Entry;
use crate::model::Front;
use crate::render::outputs::pages::studio::Studio;
use crate::render::outputs::view::Link;

/// The data behind a factsheet, one set of all its files.
pub(super) fn sets(studio: &Studio<'_>, entry: &Entry) -> Option<Value> {
    let Front::Factsheet(sheet) = &entry.document.front else { return None };
    let files: Vec<Value> = studio
        .data_links(entry, &sheet.data)
        .iter()
        .filter_map(|link| download(studio, link))
        .collect();
    if files.is_empty() {
        return None;
    }
    let url = studio.whole(entry.url.as_str());
    let title = entry.document.head.title.as_str();
    let mut own = json!({
        "@type": "Dataset",
        "name": format!("{}: {title}", studio.text("data")),
        "description": studio.catalog.summary(entry),
        "isBasedOn": url,
        "distribution": files,
    });
    rights(studio, &mut own);
    set(&mut own, "temporalCoverage", sheet.period.map_or(Value::Null, interval));
    Some(own)
}

fn download(studio: &Studio<'_>, link: &Link) -> Option<Value> {
    let url = studio.whole(link.url.as_deref()?);
    Some(json!({"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": url}))
}

/// The open data of the site.
pub(super) fn whole(studio: &Studio<'_>) -> Value {
    let config = &studio.catalog.config;
    let file = |name: &str, format: &str| {
        let url = studio.whole(&format!("data/{name}"));
        json!({"@type": "DataDownload", "encodingFormat": format, "contentUrl": url})
    };
    let mut own = json!({
        "@type": "Dataset",
        "name": format!("{}: {}", studio.text("open_data"), config.title(studio.lang())),
        "url": config.base_url,
        "distribution": [
            file("site.json", "application/json"),
            file("catalog.jsonld", "application/ld+json"),
        ],
    });
    set(&mut own, "description", text_value(config.tagline(studio.lang())));
    rights(studio, &mut own);
    let period = config.programme.period;
    set(&mut own, "temporalCoverage", period.map_or(Value::Null, interval));
    own
}

fn rights(studio: &Studio<'_>, own: &mut Value) {
    set(own, "inLanguage", json!(studio.lang().as_str()));
    set(own, "creator", publisher(studio));
    let id = studio.catalog.config.licence.as_deref();
    set(own, "license", id.map_or(Value::Null, |id| licence(studio, id)));
}
