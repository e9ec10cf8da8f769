//! The picture of a document, with who made it and what may be done with it.

use serde_json::{Value, json};

use super::{licence, set, text_value};
use crate::catalog::Entry;
use crate::config::Section;
use crate::render::outputs::pages::studio::Studio;

/// The document's picture; `None` when it has none that may be shown.
pub(super) fn of(studio: &Studio<'_>, entry: &Entry) -> Option<Value> {
    let catalog = studio.catalog;
    let id = entry.document.head.image.as_ref()?;
    let media = catalog.media_entry(id).filter(|media| media.allowed.site)?;
    let largest = catalog.page_files(media).pop()?;
    let credits = catalog.addresses.section(Section::Credits, studio.lang());
    let mut own = json!({
        "@type": "ImageObject",
        "contentUrl": studio.whole(&largest.url.encoded()),
        "width": largest.width,
        "height": largest.height,
        "representativeOfPage": true,
        "acquireLicensePage": studio.whole(&format!("{credits}#{}", media.item.id)),
    });
    let item = &media.item;
    let caption = item.record.text_in("caption", studio.lang().as_str()).map(|own| own.value);
    set(&mut own, "caption", text_value(caption.as_deref()));
    set(&mut own, "creditText", text_value(item.maker.as_deref()));
    let maker = item.maker.as_deref();
    let creator =
        maker.map_or(Value::Null, |name| json!({"@type": "Organization", "name": name}));
    set(&mut own, "creator", creator);
    let terms = item.licence.as_deref().map_or(Value::Null, |id| licence(studio, id));
    set(&mut own, "license", terms);
    Some(own)
}
