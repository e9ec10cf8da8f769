//! Search; where no scripts run, everything from A to Z.

use std::borrow::Cow;
use std::sync::Arc;

use crate::catalog::{Labelled, section_label};
use crate::config::Section;
use crate::render::outputs::search;
use crate::render::outputs::view::{IndexEntry, Letter, Link, Search, Sheet};
use crate::store::{Key, KeyMaker};

use super::letters::by_letter;
use super::parts_lists::Opening;
use super::studio::Studio;

/// The search page.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<Search> {
    let Opening { mut about, mut head, .. } = studio.opening(Section::Search);
    let finder = studio.shared.search.as_ref();
    let index = finder.map(|_| search::FOLDER.to_owned());
    let main = &studio.catalog.config.lang;
    let parts = finder.map(|own| own.parts_for(studio.lang(), main).to_vec());
    if index.is_some() && about.entry.is_none() {
        let lead = studio.text("search_lead");
        about.description = Some(lead.clone());
        head.lead = Some(lead);
    }
    let line = |letter: Letter<Named>| Letter {
        items: letter.items.into_iter().filter_map(|named| line(studio, named)).collect(),
        id: letter.id,
        letter: letter.letter,
        url: letter.url,
    };
    let letters = on_this_page(studio).into_iter().map(line).collect();
    studio.sheet(about, Search { head, index, parts: parts.unwrap_or_default(), letters })
}

/// The fingerprint of which names stand on a page of the index, where the letters begin and what
/// there is to search in. Every title has a say in that, so that none of them counts as read for it.
pub(super) fn order(studio: &Studio<'_>) -> Key {
    let letters = on_this_page(studio);
    let start = KeyMaker::of("index", "1").value(&studio.shared.search);
    letters.iter().fold(start, |key, own| key.value(&(&own.letter, &own.url, &own.items))).key()
}

/// What has a name in the index; numbers are positions in the catalogue and its lists.
#[derive(Debug, Clone, Copy, Hash)]
pub(super) enum Named {
    Document(usize),
    Topic(usize),
    Question(usize),
    Section(Section),
    /// What menus call it, where its title begins with other words.
    Label(Labelled),
}

/// All letters, with what stands on this page.
fn on_this_page(studio: &Studio<'_>) -> Vec<Letter<Named>> {
    let (catalog, here) = (studio.catalog, studio.page.part);
    let all = studio.shared.index.get_or_unread(catalog, studio.lang().as_str(), || {
        let letters = by_letter(names(studio), |(name, _)| name.as_ref());
        let positions = |letter: Letter<(Cow<'_, str>, Named)>| Letter {
            items: letter.items.into_iter().map(|(_, named)| named).collect(),
            id: letter.id,
            letter: letter.letter,
            url: letter.url,
        };
        Arc::new(letters.into_iter().map(positions).collect())
    });
    let list = studio.first_part();
    let mut passed = 0;
    let mut letters = Vec::with_capacity(all.len());
    for letter in all.iter() {
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

/// All names.
fn names<'a>(studio: &Studio<'a>) -> Vec<(Cow<'a, str>, Named)> {
    let (catalog, lang) = (studio.catalog, studio.lang());
    let words = &catalog.vocabulary;
    let documents = catalog.documents_of_index(lang).map(|entry| {
        let title = entry.document.head.title.as_str();
        (Cow::Borrowed(title), Named::Document(entry.at()))
    });
    let topics = words.topics.iter().enumerate().map(|(at, topic)| {
        (Cow::Owned(catalog.topic_label(&topic.id, lang)), Named::Topic(at))
    });
    let questions = words.questions.iter().enumerate().map(|(at, question)| {
        (Cow::Owned(catalog.question_text(&question.id, lang)), Named::Question(at))
    });
    let sections = catalog
        .sections_of_index()
        .map(|section| (Cow::Owned(studio.section_title(section)), Named::Section(section)));
    let labels = catalog.labels_of_index(lang).into_iter();
    let labels = labels.map(|(own, label)| (Cow::Owned(label), Named::Label(own)));
    documents.chain(topics).chain(questions).chain(sections).chain(labels).collect()
}

fn line(studio: &Studio<'_>, named: Named) -> Option<IndexEntry> {
    let words = &studio.catalog.vocabulary;
    let kind = |word: &str| studio.strings().label("type", word);
    Some(match named {
        Named::Document(at) => {
            let entry = studio.catalog.entry(at)?;
            let kind = studio.marked(entry, studio.catalog.kind_line(entry, studio.lang()));
            IndexEntry { link: studio.entry_link(entry), kind }
        }
        Named::Topic(at) => {
            let topic = words.topics.get(at)?;
            IndexEntry { link: studio.topic_link(&topic.id), kind: kind("topic") }
        }
        Named::Question(at) => {
            let id = &words.questions.get(at)?.id;
            IndexEntry { link: studio.question_link(id), kind: kind("question") }
        }
        Named::Label(Labelled::Page(at)) => {
            let entry = studio.catalog.entry(at)?;
            let mut labels = studio.catalog.labels_of_index(studio.lang()).into_iter();
            let (_, label) = labels.find(|(own, _)| *own == Labelled::Page(at))?;
            let kind = studio.catalog.kind_line(entry, studio.lang());
            IndexEntry { link: Link::site(label, entry.url.as_str()), kind }
        }
        Named::Label(Labelled::Section(section)) => {
            let label = section_label(section, studio.strings());
            let link = Link::site(label, studio.section_url(section).as_str());
            IndexEntry { link, kind: studio.text("overview") }
        }
        Named::Section(section) => {
            let url = studio.section_url(section);
            let link = Link::site(studio.section_title(section), url.as_str());
            IndexEntry { link, kind: studio.text("overview") }
        }
    })
}
