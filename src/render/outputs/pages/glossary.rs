//! The glossary, from A to Z.

use crate::config::Section;
use crate::model::vocabulary;
use crate::render::outputs::view::{Glossary, Sheet, Term};

use super::letters::by_letter;
use super::parts_lists::Opening;
use super::studio::Studio;

/// The glossary.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<Glossary> {
    let Opening { about, head, intro } = studio.opening(Section::Glossary);
    let terms = studio.catalog.vocabulary.glossary.iter();
    let terms: Vec<Term> = terms.map(|own| term(studio, own)).collect();
    let letters = by_letter(terms, |term| term.term.as_str());
    studio.sheet(about, Glossary { head, intro, letters })
}

fn term(studio: &Studio<'_>, own: &vocabulary::Term) -> Term {
    let text =
        |key: &str| own.record.text_in(key, studio.lang().as_str()).map(|text| text.value);
    let source = own.source.as_ref().and_then(|id| studio.catalog.source(id));
    Term {
        id: own.id.value.clone(),
        term: text("term").unwrap_or_else(|| own.id.value.clone()),
        lang: studio.other_tongue(&own.record, "term"),
        abbreviation: text("abbreviation"),
        plain: text("plain").unwrap_or_default(),
        plain_lang: studio.other_tongue(&own.record, "plain"),
        source: source.map(|source| studio.source_link(source)),
    }
}
