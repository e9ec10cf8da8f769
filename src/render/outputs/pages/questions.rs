//! The board of learning questions: open, partly answered, answered.

use crate::config::Section;
use crate::model::vocabulary::QuestionState;
use crate::render::outputs::view::{Board, Group, Sheet};

use super::filters::Listed;
use super::parts::capital;
use super::parts_lists::Opening;
use super::studio::Studio;

/// The board.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<Board> {
    let Opening { about, head, intro } = studio.opening(Section::Questions);
    let group = |state: &QuestionState| {
        let all = studio.catalog.vocabulary.questions.iter();
        let own = all.filter(|question| studio.catalog.question_state(question) == *state);
        Group {
            id: format!("s_{}", state.as_str()),
            title: Some(capital(&studio.strings().label("question-state", state.as_str()))),
            items: own.filter_map(|question| studio.question_row(&question.id)).collect(),
        }
    };
    let groups = QuestionState::ALL.iter().map(|state| (state, group(state)));
    // An empty column says something, except for questions that nobody asks any more.
    let groups = groups
        .filter(|(state, group)| **state != QuestionState::Dropped || !group.items.is_empty())
        .map(|(_, group)| group);
    let groups: Vec<Group<_>> = groups.collect();
    let rows = groups.iter().flat_map(|group| &group.items);
    let listed = rows.map(|row| Listed {
        facets: &row.facets,
        title: &row.question,
        lang: row.lang.as_deref(),
        url: &row.url,
    });
    let page = Board { head, intro, filters: studio.filters(listed), groups };
    studio.sheet(about, page)
}
