//! Topics, learning questions and words explained, as the index sees them.

use crate::base::Lang;
use crate::catalog::Catalog;
use crate::config::Section;
use crate::i18n::Strings;
use crate::schema::Record;

use super::Searchable;
use super::sheet::{Sheet, weight};

/// Appends the pages of a language's topics and learning questions, and its explained words.
pub(super) fn pages(pages: &mut Vec<Searchable>, catalog: &Catalog, lang: &Lang) {
    let Some(strings) = catalog.strings(lang) else { return };
    let words = &catalog.vocabulary;
    let below = |section: Section, id: &str| {
        catalog.addresses.below(section, id, lang).as_str().to_owned()
    };
    for topic in &words.topics {
        let title = catalog.topic_label(&topic.id, lang);
        let mut sheet = Sheet::new(lang.as_str(), &title);
        kind(&mut sheet, strings, "topic");
        sheet.facet("topic", &title);
        for synonym in topic.record.texts("synonyms") {
            sheet.text(weight::NAME, &synonym);
        }
        said(&mut sheet, &topic.record, "definition", lang);
        push(pages, below(Section::Topics, &topic.id), sheet);
    }
    for question in &words.questions {
        let title = catalog.question_text(&question.id, lang);
        let mut sheet = Sheet::new(lang.as_str(), &title);
        kind(&mut sheet, strings, "question");
        push(pages, below(Section::Questions, &question.id), sheet);
    }
    let glossary = catalog.addresses.section(Section::Glossary, lang);
    for term in &words.glossary {
        let Some(title) = term.record.text_in("term", lang.as_str()) else { continue };
        let mut sheet = Sheet::new(lang.as_str(), &title);
        kind(&mut sheet, strings, "term");
        sheet.text(weight::NAME, &term.record.plain("abbreviation"));
        said(&mut sheet, &term.record, "plain", lang);
        push(pages, format!("{glossary}#{}", term.id.value), sheet);
    }
}

fn kind(sheet: &mut Sheet, strings: &Strings, kind: &str) {
    let label = strings.label("type", kind);
    sheet.meta("kind", &label);
    sheet.facet("type", &label);
}

fn said(sheet: &mut Sheet, record: &Record, key: &str, lang: &Lang) {
    if let Some(text) = record.text_in(key, lang.as_str()) {
        sheet.text(weight::TEXT, &text);
    }
}

fn push(pages: &mut Vec<Searchable>, url: String, sheet: Sheet) {
    pages.push(Searchable { url, html: sheet.finish() });
}
