//! Factsheets.

use crate::catalog::Entry;
use crate::i18n::dates;
use crate::model::{DocKind, Factsheet};
use crate::render::leaf::DOT;
use crate::render::outputs::view::{self, Answers, Fact, Sheet};

use super::frame::About;
use super::parts_body::how_in_short;
use super::studio::Studio;

/// What a factsheet leads on to.
const RELATED: &[DocKind] = &[DocKind::Factsheet, DocKind::Story, DocKind::Report];

/// The page of a factsheet.
pub(super) fn sheet(
    studio: &Studio<'_>,
    entry: &Entry,
    own: &Factsheet,
) -> Sheet<view::Factsheet> {
    let catalog = studio.catalog;
    let lead = studio.lead(entry);
    let parts = studio.parts(entry, own, &lead);
    let mut colophon = studio.colophon(entry, &own.sources);
    colophon.downloads = studio.data_links(entry, &own.data);
    let page = view::Factsheet {
        head: studio.head(entry),
        number: own.number.clone(),
        certainty: studio.certainty(own.judgement.strength, &own.seen_in, own.period),
        sample: studio.public_sources(entry),
        picture: lead.picture,
        figures: studio.key_figures(entry),
        answers: answers(studio, entry),
        questions: studio.question_links(&entry.document.head.answers),
        sections: parts.sections,
        findings: studio.finding_rows_about(
            catalog.named(DocKind::Finding, &own.findings, studio.lang()),
            entry,
        ),
        map: studio.seen_map(&own.seen_in),
        examples: studio.story_cards(&own.examples),
        counterexample: studio.story_cards(own.counterexample.as_slice()).pop(),
        actions: parts.actions,
        how: parts.how,
        method: method(studio, own),
        footnotes: Some(studio.footnotes(&studio.catalog.body(entry)))
            .filter(|notes| !notes.0.is_empty()),
        related: studio.cards(related(studio, entry, own)),
        colophon,
    };
    studio.sheet(About::of(entry, studio), page)
}

/// The three answers; why it is as sure as it is, is told by the body where no field says it.
pub(super) fn answers(studio: &Studio<'_>, entry: &Entry) -> Answers {
    let mut answers = studio.answers(entry).unwrap_or_default();
    answers.sure.why = answers.sure.why.or_else(|| how_in_short(studio.catalog, entry));
    answers
}

fn method(studio: &Studio<'_>, own: &Factsheet) -> Vec<Fact> {
    let strings = studio.strings();
    let kinds = own.method.kinds.iter().map(|kind| strings.label("method", kind.as_str()));
    let people = own.method.respondents.map(|n| strings.count("respondents", n as usize));
    let ways: Vec<String> = kinds.chain(people).collect();
    let fact = |key: &str, text: String| Fact::text(studio.text(key), text);
    let mut facts = Vec::new();
    if !ways.is_empty() {
        facts.push(fact("method", ways.join(", ")));
    }
    facts.extend(own.period.map(|period| fact("period", dates::period(period, studio.lang()))));
    facts.extend(own.wave.as_ref().map(|id| wave(studio, id)));
    facts.extend(own.method.limits.as_ref().map(|text| fact("limits", text.clone())));
    facts
}

/// A round of measurement: what it is called and how it went.
fn wave(studio: &Studio<'_>, id: &str) -> Fact {
    let term = studio.text("wave");
    let label = studio.catalog.wave_label(id, studio.lang());
    let Some(method) = studio.catalog.wave_method(id, studio.lang()) else {
        return Fact::links(term, vec![label.into()]);
    };
    if label.lang != method.lang {
        return Fact::links(term, vec![label.into(), method.into()]);
    }
    let lang = label.lang.map(|lang| lang.to_string());
    Fact { lang, ..Fact::text(term, [label.text, method.text].join(DOT)) }
}

fn related<'a>(studio: &Studio<'a>, entry: &Entry, own: &Factsheet) -> Vec<&'a Entry> {
    let shown: Vec<&str> =
        own.examples.iter().chain(&own.counterexample).map(|id| id.as_str()).collect();
    studio.catalog.related(entry, RELATED, 3, |other| {
        let id = other.document.id.as_str();
        other.kind() == DocKind::Story
            && shown.iter().any(|own| own.rsplit(':').next() == Some(id))
    })
}
