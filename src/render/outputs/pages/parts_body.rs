//! A body taken apart at its headings: parts that have a place of their own on the page, and
//! the others in order.

use crate::catalog::{Catalog, Entry};
use crate::model::body::{Block, Resolved, plain_text};
use crate::model::{Factsheet, Section};
use crate::parse::Part;
use crate::render::outputs::view::{Band, BandEntry, BodySection, Html};

use super::actions::{Action, actions};
use super::first_sentence::first_sentence;
use super::parts_document::text_html;
use super::parts_lead::Lead;
use super::studio::Studio;

/// A body taken apart.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The parts without a place of their own, in order.
    pub sections: Vec<BodySection>,
    /// What readers can do.
    pub actions: Option<Band>,
    /// How it was found out.
    pub how: Option<BodySection>,
}

impl Studio<'_> {
    /// The body of a factsheet, taken apart.
    pub(super) fn parts(&self, entry: &Entry, own: &Factsheet, lead: &Lead<'_>) -> Parts {
        let mut parts = Parts { actions: self.written_actions(own), ..Parts::default() };
        for section in self.catalog.body(entry).sections() {
            let part = part_of(entry, &section);
            if part == Some(Part::CanDo)
                && parts.actions.is_none()
                && let Some(band) = self.listed_actions(&section)
            {
                parts.actions = Some(band);
                continue;
            }
            let whole = match section.heading {
                None => self.without(lead, section.blocks),
                Some(_) => self.blocks(section.blocks),
            };
            let whole = body_section(&section, whole);
            if part == Some(Part::HowWeKnow) && parts.how.is_none() {
                parts.how = Some(whole);
            } else if !(whole.title.is_empty() && whole.html.0.is_empty()) {
                parts.sections.push(whole);
            }
        }
        parts
    }

    /// What readers can do as the fields say it.
    fn written_actions(&self, own: &Factsheet) -> Option<Band> {
        let audience = &self.catalog.vocabulary.audience;
        let entry = |action: &crate::model::Action| BandEntry {
            term: self.catalog.word(audience, &action.audience, self.lang()),
            term_lang: audience
                .iter()
                .find(|word| word.id.value == action.audience)
                .and_then(|word| self.other_tongue(&word.record, "label")),
            html: text_html(&action.text),
        };
        let entries: Vec<BandEntry> = own.actions.iter().map(entry).collect();
        (!entries.is_empty()).then(|| Band {
            id: "s_actions".to_owned(),
            title: self.text("what_you_can_do"),
            entries,
        })
    }

    /// What readers can do as the list under its heading says it.
    fn listed_actions(&self, section: &Section<'_, Resolved>) -> Option<Band> {
        let heading = section.heading?;
        let entries = actions(section.blocks)?;
        Some(Band {
            id: heading.id.clone(),
            title: plain_text(&heading.content),
            entries: entries.into_iter().map(|own| self.band_entry(own)).collect(),
        })
    }

    fn band_entry(&self, action: Action<'_>) -> BandEntry {
        let text = self.inline(&action.text);
        let html = if action.more.is_empty() {
            text
        } else {
            Html(format!("<p>{}</p>{}", text.0, self.blocks(action.more).0))
        };
        BandEntry { term: action.audience, term_lang: None, html }
    }
}

fn body_section(section: &Section<'_, Resolved>, html: Html) -> BodySection {
    let heading = section.heading;
    BodySection {
        id: heading.map_or_else(String::new, |own| own.id.clone()),
        title: heading.map_or_else(String::new, |own| plain_text(&own.content)),
        html,
    }
}

/// The part that a section of a document is.
fn part_of(entry: &Entry, section: &Section<'_, Resolved>) -> Option<Part> {
    Part::of(entry.kind(), &plain_text(&section.heading?.content))
}

/// Whether a body has a part.
pub(super) fn tells(catalog: &Catalog, entry: &Entry, part: Part) -> bool {
    let body = catalog.body(entry);
    let sections = body.sections();
    sections.iter().any(|section| part_of(entry, section) == Some(part))
}

/// The first sentence on how it was found out.
pub(super) fn how_in_short(catalog: &Catalog, entry: &Entry) -> Option<String> {
    let body = catalog.body(entry);
    let sections = body.sections();
    let how = sections.iter().find(|own| part_of(entry, own) == Some(Part::HowWeKnow))?;
    let text = how.blocks.iter().find_map(|block| match block {
        Block::Paragraph { content, .. } => Some(plain_text(content)),
        _ => None,
    })?;
    Some(first_sentence(&text).to_owned()).filter(|text| !text.is_empty())
}
