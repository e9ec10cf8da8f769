//! Questionnaires: forms that work on paper and save in the browser.

use std::collections::BTreeSet;

use crate::catalog::Entry;
use crate::i18n::Strings;
use crate::model::{Asked, DocKind, QuestionKind, Questionnaire};
use crate::render::outputs::view::{self, Choice, FormQuestion, Sheet};

use super::frame::About;
use super::studio::Studio;

/// The page of a questionnaire.
pub(super) fn sheet(
    studio: &Studio<'_>,
    entry: &Entry,
    own: &Questionnaire,
) -> Sheet<view::Questionnaire> {
    let page = view::Questionnaire {
        head: studio.head(entry),
        id: entry.document.id.clone(),
        audience: own.audience.clone(),
        when: own.when.clone(),
        body: studio.body(&studio.catalog.body(entry)),
        regions: regions(studio),
        questions: questions(&own.questions, studio.strings()),
        hand_in: studio.take_part_link("form_hand_in_link"),
        colophon: studio.colophon(entry, &[]),
    };
    studio.sheet(About::of(entry, studio), page)
}

/// The regions that may have filled it in.
fn regions(studio: &Studio<'_>) -> Vec<Choice> {
    let shown = studio.catalog.documents(DocKind::Region, studio.lang());
    let choice = |entry: &Entry| Choice {
        id: entry.document.id.clone(),
        label: entry.document.head.title.value.clone(),
    };
    shown.map(choice).collect()
}

fn questions(asked: &[Asked], strings: &Strings) -> Vec<FormQuestion> {
    let mut taken = BTreeSet::new();
    asked
        .iter()
        .zip(1..)
        .map(|(own, number)| {
            // Two questions of one id would share an answer.
            let mut id = own.id.value.clone();
            if id.is_empty() || !taken.insert(id.clone()) {
                id = format!("{id}-{number}");
                taken.insert(id.clone());
            }
            FormQuestion {
                id,
                number,
                text: own.text.clone(),
                help: own.help.clone(),
                kind: own.kind.as_str().to_owned(),
                choices: choices(own, strings),
            }
        })
        .collect()
}

/// What can be chosen. A scale may have words for its five steps or for its two ends; without
/// any its steps are numbers.
fn choices(own: &Asked, strings: &Strings) -> Vec<Choice> {
    let choice = |id: &str, label: String| Choice { id: id.to_owned(), label };
    let words = own.answers.as_slice();
    match own.kind {
        QuestionKind::Scale => (1..=5_usize)
            .map(|step| {
                let id = step.to_string();
                let word = match (words, step) {
                    ([low, _], 1) => Some(low),
                    ([_, high], 5) => Some(high),
                    ([_, _], _) => None,
                    (words, _) => words.get(step - 1),
                };
                let label = word.map_or_else(|| id.clone(), |word| format!("{id}: {word}"));
                choice(&id, label)
            })
            .collect(),
        QuestionKind::YesNo if words.is_empty() => {
            ["yes", "no"].map(|id| choice(id, strings.label("answer", id))).into()
        }
        _ => words.iter().map(|word| choice(word, word.clone())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, Lang, Span, Spanned};
    use std::collections::BTreeMap;

    fn asked(id: &str, kind: QuestionKind, answers: &[&str]) -> Asked {
        Asked {
            id: Spanned::new(id.to_owned(), Span::top(FileId(0))),
            text: "Wat gaat goed?".to_owned(),
            help: None,
            kind,
            answers: answers.iter().map(|text| (*text).to_owned()).collect(),
        }
    }

    fn strings() -> Strings {
        let texts = [("answer/yes", "ja"), ("answer/no", "nee")];
        let texts = texts.map(|(key, text)| (key.to_owned(), text.to_owned()));
        Strings::new(Lang::nl(), BTreeMap::from(texts))
    }

    fn labels(kind: QuestionKind, answers: &[&str]) -> Vec<String> {
        let choices = choices(&asked("a", kind, answers), &strings());
        choices.into_iter().map(|own| format!("{}={}", own.id, own.label)).collect()
    }

    #[test]
    fn each_kind_of_question_has_its_answers() {
        assert_eq!(labels(QuestionKind::Open, &[]), [""; 0]);
        assert_eq!(labels(QuestionKind::Number, &[]), [""; 0]);
        assert_eq!(labels(QuestionKind::YesNo, &[]), ["yes=ja", "no=nee"]);
        assert_eq!(
            labels(QuestionKind::Open, &["rood", "blauw"]),
            ["rood=rood", "blauw=blauw"]
        );
        assert_eq!(labels(QuestionKind::Scale, &[]), ["1=1", "2=2", "3=3", "4=4", "5=5"]);
        assert_eq!(
            labels(QuestionKind::Scale, &["slecht", "goed"]),
            ["1=1: slecht", "2=2", "3=3", "4=4", "5=5: goed"]
        );
    }

    #[test]
    fn questions_are_numbered_and_share_no_id() {
        let open = |id| asked(id, QuestionKind::Open, &[]);
        let made = questions(&[open("a"), open("a"), open("")], &strings());
        let seen: Vec<_> = made.iter().map(|own| (own.number, own.id.as_str())).collect();
        assert_eq!(seen, [(1, "a"), (2, "a-2"), (3, "-3")]);
    }
}
