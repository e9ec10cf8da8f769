//! What a page says of itself to machines: JSON-LD in the words of schema.org.

mod data;
mod document;
mod event;
mod picture;

use serde_json::{Value, json};

use super::frame::About;
use super::studio::Studio;
use crate::base::licence_in_list;
use crate::plan::PageKind;
use crate::render::outputs::view::{Frame, Html};

/// The text of a page's JSON-LD, safe inside a script element; `None` where there is nothing
/// to say.
pub(super) fn text(studio: &Studio<'_>, about: &About<'_>, frame: &Frame) -> Option<Html> {
    let mut things = Vec::new();
    things.extend(crumbs(studio, about, frame));
    match (studio.page.kind, about.entry) {
        // It was said where the list begins.
        _ if studio.page.part > 0 => {}
        (PageKind::Document(_), Some(entry)) => {
            things.extend(document::thing(studio, entry));
            things.extend(picture::of(studio, entry));
            things.extend(data::sets(studio, entry));
        }
        (PageKind::Home, _) => {
            things.push(site(studio));
            things.push(data::whole(studio));
        }
        _ => {}
    }
    if things.is_empty() {
        return None;
    }
    let graph = json!({"@context": "https://schema.org", "@graph": things});
    // Inside a script element nothing may look like the end of it or like a comment.
    let text = serde_json::to_string(&graph).ok()?.replace('<', "\\u003c");
    Some(Html(text))
}

fn crumbs(studio: &Studio<'_>, about: &About<'_>, frame: &Frame) -> Option<Value> {
    if frame.crumbs.is_empty() {
        return None;
    }
    let above = frame
        .crumbs
        .iter()
        .filter_map(|crumb| Some((crumb.text.as_str(), studio.whole(crumb.url.as_deref()?))));
    let title = studio.title_of_part(&about.title);
    let here = (title.as_str(), studio.whole(studio.page.url.as_str()));
    let items: Vec<Value> = above
        .chain([here])
        .zip(1..)
        .map(|((name, url), position)| {
            json!({"@type": "ListItem", "position": position, "name": name, "item": url})
        })
        .collect();
    Some(json!({"@type": "BreadcrumbList", "itemListElement": items}))
}

fn site(studio: &Studio<'_>) -> Value {
    let config = &studio.catalog.config;
    let mut own = json!({
        "@type": "WebSite",
        "@id": config.base_url,
        "url": config.base_url,
        "name": config.title(studio.lang()),
        "inLanguage": studio.lang().as_str(),
    });
    set(&mut own, "description", text_value(config.tagline(studio.lang())));
    set(&mut own, "publisher", publisher(studio));
    own
}

/// Who publishes the site.
fn publisher(studio: &Studio<'_>) -> Value {
    let id = studio.catalog.config.contact.as_deref();
    id.map_or(Value::Null, |id| organisation(studio, id))
}

/// An organisation, or a person by role.
fn organisation(studio: &Studio<'_>, id: &str) -> Value {
    let known = studio.catalog.organisation(id);
    let kind = if known.is_some() { "Organization" } else { "Person" };
    let mut own = json!({"@type": kind, "name": studio.catalog.owner_name(id, studio.lang())});
    let url = known.and_then(|known| known.url.as_deref());
    set(&mut own, "url", text_value(url));
    own
}

/// The address of a licence; nothing for rights that are reserved, and for what is no licence.
fn licence(studio: &Studio<'_>, id: &str) -> Value {
    match super::site::licence(id, studio.strings()).url {
        Some(url) => json!(url),
        None => licence_in_list(id).map_or(Value::Null, Value::String),
    }
}

fn text_value(text: Option<&str>) -> Value {
    text.filter(|text| !text.is_empty()).map_or(Value::Null, |text| json!(text))
}

/// Adds a field, unless there is nothing to say.
fn set(object: &mut Value, key: &str, value: Value) {
    let says = match &value {
        Value::Null => false,
        Value::Array(all) => !all.is_empty(),
        _ => true,
    };
    if let (Value::Object(fields), true) = (object, says) {
        fields.insert(key.to_owned(), value);
    }
}

#[cfg(test)]
mod tests;
