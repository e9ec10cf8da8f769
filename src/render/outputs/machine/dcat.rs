//! `data/catalog.jsonld`: the open data as registers of data read it (DCAT).

use serde_json::{Value, json};

use crate::base::licence_in_list;
use crate::catalog::{Catalog, data_url, licence_url};
use crate::config::Worded;

use super::open_data::OpenTable;
use super::whole;

/// The text of `data/catalog.jsonld`.
pub(super) fn text(catalog: &Catalog, tables: &[OpenTable]) -> String {
    let config = &catalog.config;
    let base = &config.base_url;
    let mut distributions: Vec<Value> = tables
        .iter()
        .map(|table| distribution(catalog, &table.title, &format!("{base}{}", table.path), CSV))
        .collect();
    let site = format!("{base}data/site.json");
    distributions.push(distribution(catalog, config.title(&config.lang), &site, JSON));
    for path in catalog.data_used() {
        let url = whole(catalog, &data_url(path));
        distributions.push(distribution(catalog, path.stem(), &url, CSV));
    }
    let mut dataset = about(catalog, "dcat:Dataset", "dataset");
    set(&mut dataset, "dcat:distribution", Value::Array(distributions));
    set(&mut dataset, "dcterms:temporal", temporal(catalog));
    set(&mut dataset, "dcat:contactPoint", contact(catalog));
    let mut whole = about(catalog, "dcat:Catalog", "catalog");
    set(&mut whole, "foaf:homepage", json!({"@id": base}));
    set(&mut whole, "dcat:dataset", dataset);
    set(&mut whole, "@context", context());
    // Keys of a JSON object are written sorted.
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

/// Media type and its name in the register of the European Union.
type Format = (&'static str, &'static str);
const CSV: Format = ("text/csv", "CSV");
const JSON: Format = ("application/json", "JSON");

fn context() -> Value {
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

/// Title, description, publisher, language and licence of the catalogue or its data set.
fn about(catalog: &Catalog, kind: &str, name: &str) -> Value {
    let config = &catalog.config;
    let languages: Vec<Value> =
        config.langs.iter().map(|lang| language(lang.as_str())).collect();
    let mut about = json!({
        "@id": format!("{}data/catalog.jsonld#{name}", config.base_url),
        "@type": kind,
        "dcterms:title": worded(catalog, &config.title),
        "dcterms:language": languages,
    });
    let has_tagline = config.tagline(&config.lang).is_some();
    let description = if has_tagline { &config.tagline } else { &config.title };
    set(&mut about, "dcterms:description", worded(catalog, description));
    set(&mut about, "dcterms:publisher", publisher(catalog));
    set(&mut about, "dcterms:license", licence(catalog));
    set(&mut about, "dcterms:modified", modified(catalog));
    about
}

fn distribution(catalog: &Catalog, title: &str, url: &str, format: Format) -> Value {
    let (media_type, name) = format;
    let register = "http://publications.europa.eu/resource/authority/file-type";
    let mut own = json!({
        "@type": "dcat:Distribution",
        "dcterms:title": said(catalog, title),
        "dcat:accessURL": {"@id": url},
        "dcat:downloadURL": {"@id": url},
        "dcat:mediaType":
            {"@id": format!("https://www.iana.org/assignments/media-types/{media_type}")},
        "dcterms:format": {"@id": format!("{register}/{name}")},
    });
    set(&mut own, "dcterms:license", licence(catalog));
    own
}

/// A text of the settings, in the language that it has.
fn worded(catalog: &Catalog, text: &Worded) -> Value {
    let main = &catalog.config.lang;
    let lang = text.other_lang(main).unwrap_or(main.as_str());
    text.of(main).map_or(Value::Null, |text| json!({"@value": text, "@language": lang}))
}

/// A text in the site's language.
fn said(catalog: &Catalog, text: &str) -> Value {
    json!({"@value": text, "@language": catalog.config.lang.as_str()})
}

fn language(tag: &str) -> Value {
    let code = match tag.split('-').next() {
        Some("nl") => "NLD",
        Some("en") => "ENG",
        Some("fy") => "FRY",
        Some("de") => "DEU",
        Some("fr") => "FRA",
        _ => return json!(tag),
    };
    let register = "http://publications.europa.eu/resource/authority/language";
    json!({"@id": format!("{register}/{code}")})
}

fn publisher(catalog: &Catalog) -> Value {
    let config = &catalog.config;
    let Some(id) = &config.contact else { return Value::Null };
    let mut publisher =
        json!({"@type": "foaf:Agent", "foaf:name": catalog.owner_name(id, &config.lang)});
    let url = catalog.organisation(id).and_then(|own| own.url.as_ref());
    set(&mut publisher, "foaf:homepage", url.map_or(Value::Null, |url| json!({"@id": url})));
    publisher
}

fn contact(catalog: &Catalog) -> Value {
    let config = &catalog.config;
    let Some(id) = &config.contact else { return Value::Null };
    let mut contact = json!({
        "@type": "vcard:Organization",
        "vcard:fn": catalog.owner_name(id, &config.lang),
    });
    let email = catalog.organisation(id).and_then(|own| own.email.as_ref());
    // Only addresses that the site lists may be shown.
    if let Some(email) = email.filter(|email| config.emails.contains(&email.value)) {
        let address = json!({"@id": format!("mailto:{}", email.value)});
        set(&mut contact, "vcard:hasEmail", address);
    }
    contact
}

fn licence(catalog: &Catalog) -> Value {
    let Some(id) = catalog.config.licence.as_deref() else { return Value::Null };
    let url = licence_url(id).map(str::to_owned).or_else(|| licence_in_list(id));
    url.map_or(Value::Null, |url| json!({"@id": url}))
}

/// The day on which the newest document was published or changed.
fn modified(catalog: &Catalog) -> Value {
    let shown = catalog.entries().iter().filter(|entry| entry.is_shown());
    let days = shown.flat_map(|entry| {
        let head = &entry.document.head;
        head.updated_on().into_iter().chain(head.date.as_ref().map(|date| date.value))
    });
    let day = |day: crate::base::Date| json!({"@type": "xsd:date", "@value": day.to_string()});
    days.max().map_or(Value::Null, day)
}

fn temporal(catalog: &Catalog) -> Value {
    let Some(period) = catalog.config.programme.period else { return Value::Null };
    let day = |day: crate::base::Date| json!({"@type": "xsd:date", "@value": day.to_string()});
    let mut own = json!({"@type": "dcterms:PeriodOfTime"});
    let from = period.from.map_or(Value::Null, |from| day(from.first()));
    set(&mut own, "dcat:startDate", from);
    set(&mut own, "dcat:endDate", period.to.map_or(Value::Null, |to| day(to.last())));
    own
}

/// Adds a field, unless there is nothing to say.
fn set(object: &mut Value, key: &str, value: Value) {
    if let (Value::Object(fields), false) = (object, value.is_null()) {
        fields.insert(key.to_owned(), value);
    }
}
