//! Components: figures, quotes, galleries, timelines, lists of documents.

use crate::base::{Lang, When};
use crate::model::drawing::{
    Drawing, ItemDrawing, KeyFigureDrawing, Medium, MomentDrawing, SourceLink,
};
use crate::render::leaf::{DOT, Html};

use super::{Scribe, inline, medium};

/// Draws a component.
pub(super) fn drawing(html: &mut Html, drawing: &Drawing, scribe: &Scribe<'_>) {
    match drawing {
        Drawing::Chart(chart) => made(html, &scribe.data.chart(chart)),
        Drawing::Map(map) => made(html, &scribe.data.map(map)),
        Drawing::Table(table) => made(html, &scribe.data.table(table)),
        Drawing::Figures(all) => {
            listed(html, List::bulleted("key-figures"), all, |html, one| {
                key_figure(html, one, scribe);
            });
        }
        Drawing::Quote { text, by } => quote(html, text, by),
        Drawing::Gallery { title, items } => gallery(html, title.as_deref(), items, scribe),
        Drawing::Timeline(all) => listed(html, List::numbered("timeline"), all, |html, one| {
            moment(html, one, scribe);
        }),
        Drawing::Items { items, filters } => {
            let filters = filters.then(|| scribe.data.filters(items)).unwrap_or_default();
            let is_filtered = !filters.is_empty();
            if is_filtered {
                html.open("div").flag("data-filtered").line().html(&filters).line();
            }
            listed(html, List::bulleted("items"), items, |html, one| {
                item(html, one, Some(one.facets.as_str()).filter(|_| is_filtered), scribe);
            });
            if is_filtered {
                html.close().line();
            }
        }
        Drawing::Questionnaire { title, questions, target } => {
            let labels = scribe.labels;
            let unit = if *questions == 1 { &labels.question } else { &labels.questions };
            html.open("p").class("questionnaire-link");
            inline::linked(html, target, title, scribe);
            html.text(&format!(" ({questions} {unit})")).close().line();
        }
        Drawing::Nothing => {}
    }
}

fn made(html: &mut Html, block: &str) {
    html.line().html(block).line();
}

/// The element of a list.
#[derive(Clone, Copy)]
struct List {
    element: &'static str,
    class: &'static str,
}

impl List {
    fn bulleted(class: &'static str) -> Self {
        Self { element: "ul", class }
    }

    fn numbered(class: &'static str) -> Self {
        Self { element: "ol", class }
    }
}

/// A list; nothing when there is nothing to list.
fn listed<T>(html: &mut Html, list: List, all: &[T], draw: impl Fn(&mut Html, &T)) {
    if all.is_empty() {
        return;
    }
    html.open(list.element).class(list.class).line();
    for one in all {
        draw(html, one);
    }
    html.close().line();
}

fn key_figure(html: &mut Html, figure: &KeyFigureDrawing, scribe: &Scribe<'_>) {
    let lang = figure.lang.as_ref().map(Lang::as_str);
    let class = if figure.is_target { "key-figure is-target" } else { "key-figure" };
    html.open("li").class(class).line();
    html.open("p").class("key-figure-value").open("strong").text(&figure.value).close();
    if let Some(unit) = &figure.unit {
        html.text(" ").open("span").class("key-figure-unit").tongue(lang).text(unit).close();
    }
    html.close().line();
    html.open("p").class("key-figure-label").tongue(lang).text(&figure.label).close().line();
    let facts = [Some(&figure.kind), Some(&figure.period), figure.coverage.as_ref()];
    let facts: Vec<&str> = facts
        .into_iter()
        .flatten()
        .map(String::as_str)
        .filter(|fact| !fact.is_empty())
        .collect();
    html.open("p").class("key-figure-facts").text(&facts.join(DOT)).close().line();
    if let Some(definition) = &figure.definition {
        html.open("details").class("key-figure-definition").line();
        html.open("summary").text(&scribe.labels.definition).close().line();
        medium::in_tongue(html, lang, |html| medium::paragraphs(html, definition));
        html.close().line();
    }
    if let Some(link) = &figure.source {
        source(html, link, scribe);
    }
    html.close().line();
}

fn source(html: &mut Html, link: &SourceLink, scribe: &Scribe<'_>) {
    html.open("p").class("source").text(&scribe.labels.source).text(" ");
    inline::linked(html, &link.target, &link.label, scribe);
    html.close().line();
}

fn quote(html: &mut Html, text: &str, by: &str) {
    html.open("figure").class("quote").line().open("blockquote").line();
    medium::paragraphs(html, text);
    html.close().line();
    if !by.is_empty() {
        html.open("figcaption").text(by).close().line();
    }
    html.close().line();
}

fn gallery(html: &mut Html, title: Option<&str>, items: &[Medium], scribe: &Scribe<'_>) {
    if items.is_empty() {
        return;
    }
    html.open("div").class("gallery").line();
    if let Some(title) = title {
        html.open("p").class("gallery-title").text(title).close().line();
    }
    listed(html, List::bulleted("gallery-items"), items, |html, one| {
        html.open("li").line();
        medium::enlargeable(html, one, scribe);
        html.close().line();
    });
    html.close().line();
}

fn moment(html: &mut Html, moment: &MomentDrawing, scribe: &Scribe<'_>) {
    html.open("li");
    match moment.when {
        // HTML knows no quarters.
        When::Quarter(..) => html.open("span"),
        when => html.open("time").attr("datetime", &when.to_string()),
    };
    html.class("timeline-when").text(&moment.shown).close().text(" ");
    html.open("span").class("timeline-text");
    match &moment.target {
        Some(target) => inline::linked(html, target, &moment.text, scribe),
        None => {
            html.text(&moment.text);
        }
    }
    html.close().close().line();
}

fn item(html: &mut Html, item: &ItemDrawing, facets: Option<&str>, scribe: &Scribe<'_>) {
    html.open("li").class("item").maybe_attr("data-facets", facets).line();
    html.open("p").class("item-kind").text(&item.kind).close().line();
    let lang = item.lang.as_ref().map(Lang::as_str);
    html.open("p").class("item-title").tongue(lang);
    inline::linked(html, &item.target, &item.title, scribe);
    html.close().line();
    if !item.summary.is_empty() {
        html.open("p").class("item-summary").tongue(lang).text(&item.summary).close().line();
    }
    if let Some(date) = item.date {
        html.open("p").class("item-date").open("time").attr("datetime", &date.to_string());
        html.text(&(scribe.day)(date)).close().close().line();
    }
    html.close().line();
}
