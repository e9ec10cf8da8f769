//! Questionnaires with which a region evaluates for itself.

use crate::base::Spanned;
use crate::schema::{Data, Field, Kind, Record, Rule, Table, choices};

use super::head;

choices! {
    /// How a question is answered.
    QuestionKind {
        /// In words.
        Open = "open" "open",
        /// On a scale of five.
        Scale = "scale-5" "schaal-5",
        /// With yes or no.
        YesNo = "yes-no" "ja-nee",
        /// With a number.
        Number = "number" "getal",
    }
}

/// A questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Questionnaire {
    /// The questions.
    pub questions: Vec<Asked>,
    /// For whom it is.
    pub audience: Option<String>,
    /// When it is filled in.
    pub when: Option<String>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Asked {
    /// Its id.
    pub id: Spanned<String>,
    /// The question.
    pub text: String,
    /// What helps to answer it.
    pub help: Option<String>,
    /// How it is answered.
    pub kind: QuestionKind,
    /// Answers to choose from.
    pub answers: Vec<String>,
}

/// A question of the learning agenda, of `vocabulary/questions.yaml`.
pub type Question = super::vocabulary::LearningQuestion;

const ASKED: Table = Table {
    name: "question",
    groups: &[&[
        Field::new("id", "id", Kind::Text).required().means("Kenmerk.", "Id.").example("trots"),
        Field::new("text", "tekst", Kind::Text)
            .required()
            .means("De vraag.", "The question.")
            .example("Waar zijn jullie trots op"),
        Field::new("help", "uitleg", Kind::Text)
            .means("Wat helpt bij het antwoord.", "What helps to answer it.")
            .example("Denk ook aan kleine dingen"),
        Field::new("kind", "soort", Kind::Choice(&QuestionKind::CHOICE))
            .means("Hoe je antwoordt.", "How it is answered.")
            .example("open"),
        Field::new("answers", "antwoorden", Kind::List(&Kind::Text))
            .means("Antwoorden om uit te kiezen.", "Answers to choose from."),
    ]],
};

/// The fields of a questionnaire.
pub(super) const QUESTIONNAIRE: Table = Table {
    name: "questionnaire",
    groups: &[head::UNDATED, OWN, head::MAYBE_TOPICS, head::COMMON],
};

const OWN: &[Field] = &[
    Field::new("questions", "vragen", Kind::List(&Kind::Record(&ASKED)))
        .required()
        .rule(Rule::Items(1, 99))
        .means("De vragen.", "The questions."),
    Field::new("for", "voor", Kind::Text).means("Voor wie.", "For whom.").example("regio's"),
    Field::new("when", "wanneer", Kind::Text)
        .means("Wanneer je hem invult.", "When it is filled in.")
        .example("januari en juli"),
];

impl Questionnaire {
    /// Takes a questionnaire from a record.
    pub fn from_record(record: &Record) -> Self {
        Self {
            questions: record.records("questions", |own| Asked {
                id: own.text("id").unwrap_or_else(|| Spanned::new(String::new(), own.span)),
                text: own.plain("text"),
                help: own.text("help").map(|text| text.value),
                kind: own.choice("kind", QuestionKind::parse).unwrap_or(QuestionKind::Open),
                answers: own
                    .list("answers")
                    .iter()
                    .filter_map(|item: &Spanned<Data>| item.as_text())
                    .map(str::to_owned)
                    .collect(),
            }),
            audience: record.text("for").map(|text| text.value),
            when: record.text("when").map(|text| text.value),
        }
    }
}
