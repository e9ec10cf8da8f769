//! Topics, learning questions and words explained, as the index sees them.

use crate::base::Lang;
use crate::catalog::Catalog;
use crate::config::Section;
use crate::model::vocabulary::{LearningQuestion, Term, Topic};
use crate::schema::Record;

use super::sheet::{NO_DAY, Sheet, weight};
use super::{Findable, What};

/// Appends the pages of a language's topics and learning questions, and its explained words.
pub(super) fn pages(pages: &mut Vec<Findable>, catalog: &Catalog, lang: &Lang) {
    if catalog.strings(lang).is_none() {
        return;
    }
    let words = &catalog.vocabulary;
    let mut push = |url, what| {
        pages.push(Findable { url, lang: lang.clone(), date: None, what });
    };
    let below = |section: Section, id: &str| {
        catalog.addresses.below(section, id, lang).as_str().to_owned()
    };
    for (at, topic) in words.topics.iter().enumerate() {
        push(below(Section::Topics, &topic.id), What::Topic(at));
    }
    for (at, question) in words.questions.iter().enumerate() {
        push(below(Section::Questions, &question.id), What::Question(at));
    }
    let glossary = catalog.addresses.section(Section::Glossary, lang);
    for (at, term) in words.glossary.iter().enumerate() {
        if term.record.text_in("term", lang.as_str()).is_some() {
            push(format!("{glossary}#{}", term.id.value), What::Term(at));
        }
    }
}

/// The small page of a topic.
pub(super) fn topic(catalog: &Catalog, lang: &Lang, topic: &Topic) -> Option<String> {
    let title = catalog.topic_label(&topic.id, lang);
    let mut sheet = sheet(catalog, lang, &title, "topic")?;
    sheet.facet("topic", &title);
    for synonym in topic.record.texts("synonyms") {
        sheet.text(weight::NAME, &synonym);
    }
    said(&mut sheet, &topic.record, "definition", lang);
    Some(sheet.finish())
}

/// The small page of a learning question.
pub(super) fn question(
    catalog: &Catalog,
    lang: &Lang,
    own: &LearningQuestion,
) -> Option<String> {
    let title = catalog.question_text(&own.id, lang);
    sheet(catalog, lang, &title, "question").map(Sheet::finish)
}

/// The small page of a word that is explained.
pub(super) fn term(catalog: &Catalog, lang: &Lang, term: &Term) -> Option<String> {
    let title = term.record.text_in("term", lang.as_str())?;
    let mut sheet = sheet(catalog, lang, &title, "term")?;
    sheet.text(weight::NAME, &term.record.plain("abbreviation"));
    said(&mut sheet, &term.record, "plain", lang);
    Some(sheet.finish())
}

fn sheet(catalog: &Catalog, lang: &Lang, title: &str, kind: &str) -> Option<Sheet> {
    let label = catalog.strings(lang)?.label("type", kind);
    let mut sheet = Sheet::new(lang.as_str(), title);
    sheet.meta("kind", &label);
    sheet.facet("type", &label);
    sheet.sort("date", NO_DAY);
    Some(sheet)
}

fn said(sheet: &mut Sheet, record: &Record, key: &str, lang: &Lang) {
    if let Some(text) = record.text_in(key, lang.as_str()) {
        sheet.text(weight::TEXT, &text);
    }
}
