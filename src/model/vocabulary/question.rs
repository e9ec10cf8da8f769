//! Learning questions: what the evaluation wants answered.

use crate::base::When;
use crate::schema::{Field, Kind, Record, RefKind, Table, choices};

use super::{ID, Text, id_of};

choices! {
    /// How far a learning question is answered.
    QuestionState {
        /// Not at all.
        Open = "open" "open",
        /// Partly.
        Partly = "partly" "deels",
        /// Answered.
        Answered = "answered" "beantwoord",
        /// Nobody asks it any more.
        Dropped = "dropped" "vervallen",
    }
}

/// A question that the evaluation wants answered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LearningQuestion {
    /// Its id.
    pub id: Text,
    /// Its fields, for the language of a page.
    pub record: Record,
    /// Region ids, or `programme`.
    pub asked_by: Vec<Text>,
    /// Since when.
    pub since: Option<When>,
    /// How far it is answered, where somebody said so.
    pub state: Option<QuestionState>,
    /// Wave id.
    pub wave: Option<Text>,
}

/// The fields of a learning question.
pub const QUESTION: Table = Table {
    name: "learning-question",
    groups: &[&[
        ID,
        Field::new("question", "vraag", Kind::Texts)
            .required()
            .means("De vraag.", "The question.")
            .example("Wat is zinvol om voort te zetten?"),
        Field::new("asked-by", "gesteld-door", Kind::List(&Kind::Text))
            .means(
                "Welke regio's dit vragen, of `programme`.",
                "Which regions ask it, or `programme`.",
            )
            .example("[programme]"),
        Field::new("since", "sinds", Kind::When)
            .means("Sinds wanneer.", "Since when.")
            .example("2019-06"),
        Field::new("state", "stand", Kind::Choice(&QuestionState::CHOICE))
            .means("Hoe ver; anders afgeleid.", "How far; otherwise derived.")
            .example("deels"),
        Field::new("wave", "meetronde", Kind::Ref(RefKind::Wave))
            .means("De meetronde.", "The wave of measurement.")
            .example("half-jaar-2020-2"),
    ]],
};

impl LearningQuestion {
    /// Takes a question from a record.
    pub fn from_record(record: &Record) -> Self {
        Self {
            id: id_of(record),
            asked_by: record.texts("asked-by"),
            since: record.when("since").map(|when| when.value),
            state: record.choice("state", QuestionState::parse),
            wave: record.text("wave"),
            record: record.clone(),
        }
    }
}
