//! One learning question: who asks it, what answers it, what is missing.

use crate::catalog::Subject;
use crate::config::Section;
use crate::model::DocKind;
use crate::model::vocabulary::{LearningQuestion, QuestionState};
use crate::render::outputs::view::{self, Head, Link, Sheet};

use super::frame::About;
use super::studio::Studio;

/// The page of a learning question.
pub(super) fn sheet(
    studio: &Studio<'_>,
    question: &LearningQuestion,
) -> Sheet<view::LearningQuestion> {
    let text = studio.catalog.question_text(&question.id, studio.lang());
    let kind = studio.strings().label("type", "question");
    let subject = Subject::Question(&question.id);
    let lists = view::LearningQuestion {
        head: Head {
            kind: Some(studio.with_part(&kind)),
            title: text.clone(),
            lang: studio.other_tongue(&question.record, "question"),
            ..Head::default()
        },
        findings: studio.listed_findings(subject),
        factsheets: studio.listed_cards(DocKind::Factsheet, subject),
        stories: studio.listed_cards(DocKind::Story, subject),
        reports: studio.listed_cards(DocKind::Report, subject),
        ..view::LearningQuestion::default()
    };
    let page = if studio.goes_on() { lists } else { whole(studio, question, lists) };
    let about = About {
        description: Some(studio.strings().fill("question_description", &[("q", &text)])),
        title: text,
        section: Some(Section::Questions),
        ..About::default()
    };
    studio.sheet(about, page)
}

/// The first page: with what is said of the question itself.
fn whole(
    studio: &Studio<'_>,
    question: &LearningQuestion,
    lists: view::LearningQuestion,
) -> view::LearningQuestion {
    let state = studio.catalog.question_state(question);
    let missing = match state {
        QuestionState::Open => Some(studio.text("missing_all")),
        QuestionState::Partly => Some(studio.text("missing_some")),
        QuestionState::Answered | QuestionState::Dropped => None,
    };
    view::LearningQuestion {
        state: studio.choice("question-state", state.as_str()),
        asked_by: question.asked_by.iter().map(|id| asker(studio, id)).collect(),
        since: question.since.map(|since| studio.moment(since)),
        hand_in: missing.as_ref().and_then(|_| studio.take_part_link("hand_in")),
        missing,
        ..lists
    }
}

/// A region, or the programme.
fn asker(studio: &Studio<'_>, id: &str) -> Link {
    match studio.catalog.region(id, studio.lang()) {
        Some(region) if region.is_shown() => studio.entry_link(region),
        Some(region) => Link { url: None, ..studio.entry_link(region) },
        None => Link::words(studio.text("programme_asks")),
    }
}
