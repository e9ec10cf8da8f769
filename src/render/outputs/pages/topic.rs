//! One topic: everything about it, whatever its kind.

use std::collections::BTreeSet;

use crate::catalog::{Entry, Subject};
use crate::config::Section;
use crate::model::DocKind;
use crate::model::vocabulary::Topic;
use crate::render::outputs::view::{self, Head, Sheet};

use super::frame::About;
use super::studio::Studio;

/// The page of a topic.
pub(super) fn sheet(studio: &Studio<'_>, topic: &Topic) -> Sheet<view::Topic> {
    let label = studio.catalog.topic_label(&topic.id, studio.lang());
    let definition = Some(studio.topic_definition(topic)).filter(|text| !text.is_empty());
    let kind = studio.strings().label("type", "topic");
    let subject = Subject::Topic(&topic.id);
    let lists = view::Topic {
        head: Head {
            kind: Some(studio.with_part(&kind)),
            title: label.clone(),
            lang: studio.other_tongue(&topic.record, "label"),
            ..Head::default()
        },
        findings: studio.listed_findings(subject),
        factsheets: studio.listed_cards(DocKind::Factsheet, subject),
        stories: studio.listed_cards(DocKind::Story, subject),
        blueprints: studio.listed_cards(DocKind::Blueprint, subject),
        reports: studio.listed_cards(DocKind::Report, subject),
        ..view::Topic::default()
    };
    let page = if studio.goes_on() { lists } else { whole(studio, topic, lists) };
    let about = About {
        title: label,
        description: definition,
        section: Some(Section::Topics),
        ..About::default()
    };
    studio.sheet(about, page)
}

/// The first page: with what is said of the topic itself.
fn whole(studio: &Studio<'_>, topic: &Topic, lists: view::Topic) -> view::Topic {
    // Which there are, and what they answer, is in the relations.
    let about_it =
        studio.catalog.unread(|| studio.catalog.about_topic(&topic.id, studio.lang()));
    let parent = topic.parent.as_ref().and_then(|id| studio.catalog.topic(id));
    let definition = Some(studio.topic_definition(topic)).filter(|text| !text.is_empty());
    view::Topic {
        head: Head {
            lead_lang: studio.other_tongue(&topic.record, "definition"),
            lead: definition,
            ..lists.head
        },
        parent: parent.map(|parent| studio.topic_link(&parent.id)),
        children: studio.topic_children(topic),
        synonyms_lang: Some(&studio.catalog.config.lang)
            .filter(|own| *own != studio.lang())
            .map(ToString::to_string),
        synonyms: topic.record.texts("synonyms").into_iter().map(|own| own.value).collect(),
        balance: studio.balance(topic),
        map: studio.topic_map(&topic.id),
        questions: questions(studio, &about_it),
        empty: about_it.is_empty().then(|| studio.text("topic_empty")),
        ..lists
    }
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
