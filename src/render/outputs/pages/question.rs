//! One learning question: who asks it, what answers it, what is missing.

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
    let catalog = studio.catalog;
    let lang = studio.lang();
    let text = catalog.question_text(&question.id, lang);
    let state = catalog.question_state(question);
    let answers = catalog.answers(&question.id, lang);
    let of = |kind: DocKind| answers.iter().copied().filter(move |own| own.kind() == kind);
    let missing = match state {
        QuestionState::Open => Some(studio.text("missing_all")),
        QuestionState::Partly => Some(studio.text("missing_some")),
        QuestionState::Answered | QuestionState::Dropped => None,
    };
    let page = view::LearningQuestion {
        head: Head {
            kind: Some(studio.strings().label("type", "question")),
            title: text.clone(),
            ..Head::default()
        },
        state: studio.choice("question-state", state.as_str()),
        asked_by: question.asked_by.iter().map(|id| asker(studio, id)).collect(),
        since: question.since.map(|since| studio.moment(since)),
        findings: studio.finding_rows(of(DocKind::Finding)),
        factsheets: studio.cards(of(DocKind::Factsheet)),
        stories: studio.cards(of(DocKind::Story)),
        reports: studio.cards(of(DocKind::Report)),
        hand_in: missing.as_ref().and_then(|_| studio.take_part_link("hand_in")),
        missing,
    };
    let about = About {
        description: Some(studio.strings().fill("question_description", &[("q", &text)])),
        title: text,
        section: Some(Section::Questions),
        ..About::default()
    };
    studio.sheet(about, page)
}

/// A region, or the programme.
fn asker(studio: &Studio<'_>, id: &str) -> Link {
    match studio.catalog.region(id, studio.lang()) {
        Some(region) if region.is_shown() => studio.entry_link(region),
        Some(region) => Link::words(region.document.head.title.as_str()),
        None => Link::words(studio.text("programme_asks")),
    }
}
