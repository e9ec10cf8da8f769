//! One topic: everything about it, whatever its kind.

use std::collections::BTreeSet;

use crate::catalog::Entry;
use crate::config::Section;
use crate::model::DocKind;
use crate::model::vocabulary::Topic;
use crate::render::outputs::view::{self, Card, Head, Sheet};

use super::frame::About;
use super::studio::Studio;

/// The page of a topic.
pub(super) fn sheet(studio: &Studio<'_>, topic: &Topic) -> Sheet<view::Topic> {
    let catalog = studio.catalog;
    let lang = studio.lang();
    let label = catalog.topic_label(&topic.id, lang);
    let definition = Some(studio.topic_definition(topic)).filter(|text| !text.is_empty());
    let about_it = catalog.about_topic(&topic.id, lang);
    let of = |kind: DocKind| about_it.iter().copied().filter(move |own| own.kind() == kind);
    let cards = |kind: DocKind| -> Vec<Card> { studio.cards(of(kind)) };
    let page = view::Topic {
        head: Head {
            kind: Some(studio.strings().label("type", "topic")),
            title: label.clone(),
            lead: definition.clone(),
            ..Head::default()
        },
        parent: topic
            .parent
            .as_ref()
            .and_then(|id| catalog.topic(id))
            .map(|parent| studio.topic_link(parent)),
        children: studio.topic_children(topic),
        synonyms: topic.record.texts("synonyms").into_iter().map(|own| own.value).collect(),
        balance: studio.balance(topic),
        map: studio.topic_map(&topic.id),
        findings: studio.finding_rows(of(DocKind::Finding)),
        factsheets: cards(DocKind::Factsheet),
        stories: cards(DocKind::Story),
        blueprints: cards(DocKind::Blueprint),
        reports: cards(DocKind::Report),
        questions: questions(studio, &about_it),
        empty: about_it.is_empty().then(|| studio.text("topic_empty")),
        feed: None,
    };
    let about = About {
        title: label,
        description: definition,
        section: Some(Section::Topics),
        ..About::default()
    };
    studio.sheet(about, page)
}

/// The learning questions that are answered by what is about the topic, in the vocabulary's
/// order.
fn questions(studio: &Studio<'_>, about_it: &[&Entry]) -> Vec<view::QuestionRow> {
    let answered: BTreeSet<&str> = about_it
        .iter()
        .flat_map(|entry| &entry.document.head.answers)
        .map(|id| id.as_str())
        .collect();
    let all = studio.catalog.vocabulary.questions.iter();
    all.filter(|own| answered.contains(own.id.as_str()))
        .filter_map(|own| studio.question_row(&own.id))
        .collect()
}
