//! Search; where no scripts run, everything from A to Z.

use std::sync::Arc;

use crate::config::Section;
use crate::render::outputs::view::{IndexEntry, Letter, Link, Search, Sheet};

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
    let all = studio.shared.index.get_or(studio.catalog, studio.lang().as_str(), || {
        let entries = documents(studio).chain(vocabulary(studio)).chain(sections(studio));
        Arc::new(by_letter(entries.collect(), |entry| entry.link.text.as_str()))
    });
    studio.sheet(about, Search { head, index, letters: on_this_page(studio, &all) })
}

/// All letters, with the names that stand on this page.
fn on_this_page(studio: &Studio<'_>, all: &[Letter<IndexEntry>]) -> Vec<Letter<IndexEntry>> {
    let (catalog, here) = (studio.catalog, studio.page.part);
    let list = studio.first_part();
    let mut passed = 0;
    let mut letters = Vec::with_capacity(all.len());
    for letter in all {
        let begins = catalog.page_of_item(passed);
        letters.push(Letter {
            id: letter.id.clone(),
            letter: letter.letter.clone(),
            url: (begins != here).then(|| catalog.addresses.part(&list, begins).to_string()),
            items: catalog.share_of(&letter.items, passed, here).to_vec(),
        });
        passed += letter.items.len();
    }
    letters
}

/// Every document with a page of its own.
fn documents(studio: &Studio<'_>) -> impl Iterator<Item = IndexEntry> {
    studio.catalog.documents_of_index(studio.lang()).map(|entry| IndexEntry {
        link: studio.entry_link(entry),
        kind: studio.marked(entry, studio.catalog.kind_line(entry)),
    })
}

/// Topics and learning questions.
fn vocabulary(studio: &Studio<'_>) -> impl Iterator<Item = IndexEntry> {
    let words = &studio.catalog.vocabulary;
    let kind = |word: &str| studio.strings().label("type", word);
    let topics = words
        .topics
        .iter()
        .map(move |topic| IndexEntry { link: studio.topic_link(topic), kind: kind("topic") });
    let questions = words.questions.iter().map(move |question| {
        let url =
            studio.catalog.addresses.below(Section::Questions, &question.id, studio.lang());
        let text = studio.catalog.question_text(&question.id, studio.lang());
        IndexEntry { link: Link::site(text, url.as_str()), kind: kind("question") }
    });
    topics.chain(questions)
}

/// The index pages of sections.
fn sections(studio: &Studio<'_>) -> impl Iterator<Item = IndexEntry> {
    studio.catalog.sections_of_index().map(|section| IndexEntry {
        link: Link::site(studio.section_title(section), studio.section_url(section).as_str()),
        kind: studio.text("overview"),
    })
}
