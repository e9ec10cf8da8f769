//! Search; where no scripts run, everything from A to Z.

use crate::config::Section;
use crate::model::DocKind;
use crate::render::outputs::view::{IndexEntry, Link, Search, Sheet};

use super::letters::by_letter;
use super::parts_lists::Opening;
use super::studio::Studio;

/// The search page.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<Search> {
    let Opening { mut about, mut head, .. } = studio.opening(Section::Search);
    let index = studio.shared.search.clone();
    if index.is_some() && about.entry.is_none() {
        let lead = studio.text("search_lead");
        about.description = Some(lead.clone());
        head.lead = Some(lead);
    }
    let mut entries = documents(studio);
    entries.extend(vocabulary(studio));
    entries.extend(sections(studio));
    let letters = by_letter(entries, |entry| entry.link.text.as_str());
    studio.sheet(about, Search { head, index, letters })
}

/// Every document with a page of its own.
fn documents(studio: &Studio<'_>) -> Vec<IndexEntry> {
    let introduces = |kind: DocKind, id: &str| {
        kind == DocKind::Page
            && studio.catalog.addresses.introduced_by(id, studio.lang()).is_some()
    };
    DocKind::FOLDERS
        .iter()
        .flat_map(|kind| studio.catalog.documents(*kind, studio.lang()))
        .filter(|entry| !introduces(entry.kind(), &entry.document.id))
        .map(|entry| IndexEntry {
            link: studio.entry_link(entry),
            kind: studio.marked(entry, studio.catalog.kind_line(entry)),
        })
        .collect()
}

/// Topics and learning questions.
fn vocabulary(studio: &Studio<'_>) -> Vec<IndexEntry> {
    let words = &studio.catalog.vocabulary;
    let kind = |word: &str| studio.strings().label("type", word);
    let topics = words
        .topics
        .iter()
        .map(|topic| IndexEntry { link: studio.topic_link(topic), kind: kind("topic") });
    let questions = words.questions.iter().map(|question| {
        let url =
            studio.catalog.addresses.below(Section::Questions, &question.id, studio.lang());
        let text = studio.catalog.question_text(&question.id, studio.lang());
        IndexEntry { link: Link::site(text, url.as_str()), kind: kind("question") }
    });
    topics.chain(questions).collect()
}

/// The index pages of sections.
fn sections(studio: &Studio<'_>) -> Vec<IndexEntry> {
    let listed = |section: &&Section| {
        !matches!(section, Section::Copy | Section::Images | Section::Search)
    };
    Section::ALL
        .iter()
        .filter(listed)
        .map(|section| IndexEntry {
            link: Link::site(
                studio.section_title(*section),
                studio.section_url(*section).as_str(),
            ),
            kind: studio.text("overview"),
        })
        .collect()
}
