//! The item as data for other tools; `schema` names the version of these fields.

use serde::Serialize;

use crate::render::outputs::newsletter::{BlockView, MailFigure, Setting};

/// The version of the fields; a field that changes its meaning makes a new one.
const SCHEMA: &str = "lerend-item/1";

#[derive(Serialize)]
struct Item<'a> {
    schema: &'static str,
    id: &'a str,
    lang: &'a str,
    kind: &'a str,
    rubric: Option<&'a str>,
    style: &'static str,
    title: &'a str,
    text: &'a str,
    /// The page as it is.
    url: &'a str,
    /// The page with what statistics add.
    link: Option<String>,
    link_words: &'a str,
    picture: Option<Picture<'a>>,
    strength: Option<&'a str>,
    figures: Vec<Figure<'a>>,
    quote: Option<Quote<'a>>,
    corrections: &'a [String],
}

#[derive(Serialize)]
struct Picture<'a> {
    url: &'a str,
    url_2x: Option<&'a str>,
    /// Where it stands beside its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    url_beside: Option<&'a str>,
    width: u32,
    height: u32,
    alt: &'a str,
    /// Where it is another than the item's.
    #[serde(skip_serializing_if = "Option::is_none")]
    alt_lang: Option<&'a str>,
    credit: &'a str,
}

#[derive(Serialize)]
struct Figure<'a> {
    value: &'a str,
    unit: Option<&'a str>,
    label: &'a str,
    /// Of unit and label, where it is another than the item's.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    kind: &'a str,
    period: Option<&'a str>,
    coverage: Option<&'a str>,
    source: Option<&'a str>,
}

#[derive(Serialize)]
struct Quote<'a> {
    text: &'a str,
    by: &'a str,
    /// Where it is another than the item's.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
}

/// The item's fields, each as it is shown.
pub(in super::super) fn item_json(block: &BlockView, setting: &Setting) -> String {
    let item = Item {
        schema: SCHEMA,
        id: &block.item_id,
        lang: setting.lang.as_str(),
        kind: &block.kind,
        rubric: block.rubric.as_deref(),
        style: block.style.as_str(),
        title: &block.title,
        text: &block.text,
        url: &block.url,
        link: block.address(setting),
        link_words: &block.link_words,
        picture: block.picture.as_ref().map(|picture| Picture {
            url: &picture.url,
            url_2x: picture.url_2x.as_deref(),
            url_beside: picture.url_beside.as_deref(),
            width: picture.width,
            height: picture.height,
            alt: &picture.alt,
            alt_lang: picture.alt_lang.as_deref(),
            credit: &picture.credit,
        }),
        strength: block.strength.as_deref(),
        figures: block.figures.iter().map(figure).collect(),
        quote: block.quote.as_ref().map(|quote| Quote {
            text: &quote.text,
            by: &quote.by,
            lang: quote.lang.as_deref(),
        }),
        corrections: &block.corrections,
    };
    // Text and numbers alone cannot fail to be written.
    let mut json = serde_json::to_string_pretty(&item).unwrap_or_default();
    json.push('\n');
    json
}

fn figure(figure: &MailFigure) -> Figure<'_> {
    Figure {
        value: &figure.value,
        unit: figure.unit.as_deref(),
        label: &figure.label,
        lang: figure.lang.as_deref(),
        kind: &figure.kind,
        period: figure.period.as_deref(),
        coverage: figure.coverage.as_deref(),
        source: figure.source.as_deref(),
    }
}
