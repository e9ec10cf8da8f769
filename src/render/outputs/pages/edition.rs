//! An edition of the newsletter as a web page: where the mail's "in the browser" leads.

use crate::base::anchor;
use crate::catalog::{Correction, EditionItem, Entry};
use crate::model::{BlockStyle, DocKind, Newsletter};
use crate::render::outputs::view::{
    Card, Edition, EditionItem as Item, Group, Link, Notice, Quote, Sheet,
};

use super::frame::About;
use super::studio::Studio;

/// The page of an edition.
pub(super) fn sheet(studio: &Studio<'_>, entry: &Entry, own: &Newsletter) -> Sheet<Edition> {
    let catalog = studio.catalog;
    let intro = studio.body(&studio.catalog.body(entry));
    let closing = studio.blocks(&studio.closing(entry));
    let mut head = studio.head(entry);
    // The introduction says it; a lead as well would be the same twice.
    if !intro.0.is_empty() {
        head.lead = None;
    }
    let page = Edition {
        head,
        number: own.number.clone(),
        intro: Some(intro).filter(|html| !html.0.is_empty()),
        rubrics: rubrics(studio, entry),
        closing: Some(closing).filter(|html| !html.0.is_empty()),
        older: catalog.older_edition(entry).map(|own| studio.entry_link(own)),
        newer: catalog.newer_edition(entry).map(|own| studio.entry_link(own)),
        subscribe: studio.subscribe(),
        colophon: studio.short_colophon(entry),
    };
    let mut sheet = studio.sheet(About::of(entry, studio), page);
    sheet.frame.notices.extend(corrected_since(studio, entry));
    sheet
}

/// What turned out to be wrong after the edition was sent.
fn corrected_since(studio: &Studio<'_>, edition: &Entry) -> Vec<Notice> {
    let notice = |own: &Correction<'_>| {
        let day = studio.day(own.date).shown;
        let text = studio.strings().fill("sent_correction", &[("date", &day)]);
        let title = own.entry.document.head.title.as_str();
        Notice {
            kind: "correction".to_owned(),
            text: format!("{text} {}", own.text),
            link: Some(Link::site(title, own.entry.url.as_str())),
        }
    };
    studio.catalog.later_corrections(edition).iter().map(notice).collect()
}

fn rubrics(studio: &Studio<'_>, edition: &Entry) -> Vec<Group<Item>> {
    let mut groups: Vec<Group<Item>> = Vec::new();
    for item in studio.catalog.edition_items(edition) {
        let title = item.rubric.map(str::to_owned);
        if groups.last().is_none_or(|group| group.title != title) {
            // Two rubrics may differ in signs only, so the anchor has a number.
            let anchor = item.rubric.map_or_else(String::new, anchor);
            let id = format!("_{}-{anchor}", groups.len() + 1);
            groups.push(Group { id, title, items: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.items.push(item_view(studio, edition, &item));
        }
    }
    groups
}

fn item_view(studio: &Studio<'_>, edition: &Entry, item: &EditionItem<'_>) -> Item {
    let style = item.style();
    let quote = studio.catalog.newsletter_quote(item.entry).map(|said| Quote {
        text: said.text,
        by: said.by,
        by_lang: None,
        lang: said.lang,
    });
    Item {
        style: style.as_str().to_owned(),
        card: card(studio, edition, item),
        figure: (style == BlockStyle::Figure)
            .then(|| studio.leading_figure(item.entry))
            .flatten(),
        quote: quote.filter(|_| style == BlockStyle::Quote),
    }
}

fn card(studio: &Studio<'_>, edition: &Entry, item: &EditionItem<'_>) -> Card {
    let style = item.style();
    let text = studio.catalog.edition_text(item);
    let picture = studio
        .catalog
        .newsletter_picture(item.entry)
        .filter(|_| matches!(style, BlockStyle::Large | BlockStyle::Small))
        .and_then(|media| studio.picture_of(media));
    let word = studio.text("correction");
    let corrections = studio.item_corrections(edition, item);
    let own = studio.card(item.entry);
    let facts = own.facts.into_iter();
    Card {
        title: item.title().to_owned(),
        // Its own words are those of the edition.
        lang: own.lang.filter(|_| item.has_own_title()),
        summary: Some(text).filter(|text| !text.is_empty() && style != BlockStyle::Line),
        picture,
        // The day of the edition is the news, not that of the document; a meeting has its own.
        day: own.day.filter(|_| item.entry.kind() == DocKind::Event),
        facts: facts
            .chain(corrections.into_iter().map(|text| format!("{word}: {text}")))
            .collect(),
        ..own
    }
}
