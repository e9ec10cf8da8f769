//! The headings that feed the model: the body as a form.

use crate::diag::Language;
use crate::model::DocKind;
use crate::schema::choices;

choices! {
    /// A part of a body that has a meaning of its own. The words are its heading in English
    /// and Dutch.
    Part {
        /// What was seen.
        WhatWeSee = "What do we see" "Wat zien we",
        /// Where it holds.
        ForWhom = "For whom and where" "Voor wie en waar",
        /// What works.
        Works = "What works" "Wat werkt",
        /// What does not.
        WorksNot = "What does not work" "Wat werkt niet",
        /// What the reader can do.
        CanDo = "What can you do" "Wat kun je doen",
        /// How it was found out.
        HowWeKnow = "How we know" "Zo weten we dit",
        /// What changed.
        Outcome = "What changed" "Wat veranderde er",
        /// Why it matters.
        Significance = "Why it matters" "Waarom telt dat",
        /// What the programme contributed.
        Contribution = "What the programme contributed" "Wat droeg het programma bij",
        /// What others can learn.
        Lesson = "What others can learn" "Wat kunnen anderen hiervan leren",
    }
}

/// The parts of a story that have to be told somewhere, with the key of their field.
pub(super) const OF_STORY: &[(Part, &str)] = &[
    (Part::Outcome, "outcome"),
    (Part::Significance, "significance"),
    (Part::Contribution, "contribution.text"),
    (Part::Lesson, "lesson"),
];

/// The parts of a factsheet, in the order in which they are read.
const OF_FACTSHEET: &[Part] = &[
    Part::WhatWeSee,
    Part::ForWhom,
    Part::Works,
    Part::WorksNot,
    Part::CanDo,
    Part::HowWeKnow,
];

impl Part {
    /// The parts that the body of a type is made of, in order; none when it is free.
    pub fn of_body(kind: DocKind) -> Vec<Self> {
        match kind {
            DocKind::Factsheet => OF_FACTSHEET.to_vec(),
            DocKind::Story => OF_STORY.iter().map(|(part, _)| *part).collect(),
            _ => Vec::new(),
        }
    }

    /// Its heading.
    pub fn heading(self, language: Language) -> &'static str {
        let english = self.as_str();
        let known = Self::CHOICE.options.iter().find(|(en, _)| *en == english);
        match (language, known) {
            (Language::Nl, Some((_, dutch))) => dutch,
            _ => english,
        }
    }

    /// The part that a heading opens in a document of a type.
    pub fn of(kind: DocKind, heading: &str) -> Option<Self> {
        let fold =
            |text: &str| text.trim_end_matches(['?', ' ']).replace('’', "'").to_lowercase();
        let written = fold(heading);
        let part = if written == "wat kunt u doen" {
            Self::CanDo
        } else {
            let known = Self::CHOICE
                .options
                .iter()
                .find(|(en, nl)| fold(en) == written || fold(nl) == written)?;
            Self::parse(known.0)?
        };
        let of_story = OF_STORY.iter().any(|(own, _)| *own == part);
        (of_story == (kind == DocKind::Story)).then_some(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headings_of_a_body_are_known_for_its_type() {
        for kind in [DocKind::Factsheet, DocKind::Story] {
            for part in Part::of_body(kind) {
                for language in [Language::Nl, Language::En] {
                    assert_eq!(Part::of(kind, part.heading(language)), Some(part));
                }
            }
        }
    }

    #[test]
    fn headings_are_known_in_both_languages_with_or_without_a_question_mark() {
        assert_eq!(Part::of(DocKind::Factsheet, "Wat kunt u doen?"), Some(Part::CanDo));
        assert_eq!(Part::of(DocKind::Factsheet, "how we know"), Some(Part::HowWeKnow));
        assert_eq!(Part::of(DocKind::Story, "Waarom telt dat?"), Some(Part::Significance));
        assert_eq!(Part::of(DocKind::Story, "Wat werkt"), None);
    }
}
