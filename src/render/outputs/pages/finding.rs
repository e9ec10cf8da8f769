//! Findings.

use crate::catalog::Entry;
use crate::model::{DocKind, EvidenceItem, Finding, FollowUp};
use crate::render::outputs::view::{self, EvidenceRow, Fact, Link, Sheet};

use super::factsheet::answers;
use super::frame::About;
use super::studio::Studio;

/// The page of a finding.
pub(super) fn sheet(studio: &Studio<'_>, entry: &Entry, own: &Finding) -> Sheet<view::Finding> {
    let lead = studio.lead(entry);
    let body = studio.body_below(&lead);
    let mut head = studio.head(entry);
    head.lead = Some(own.statement.clone()).filter(|text| !text.is_empty());
    let page = view::Finding {
        head,
        verdict: studio.verdict(own),
        certainty: studio.certainty(own.judgement.strength, &own.seen_in, own.period),
        picture: lead.picture,
        answers: answers(studio, entry),
        conditions: own.conditions.clone(),
        course: course(studio, own),
        advice: own.advice.map(|advice| studio.choice("advice", advice.as_str())),
        follow_up: own.follow_up.as_ref().map_or_else(Vec::new, |own| follow_up(studio, own)),
        about: own.about.iter().filter_map(|id| studio.activity_link(entry, id)).collect(),
        body,
        evidence: own.evidence.iter().filter_map(|item| evidence(studio, item)).collect(),
        map: studio.seen_map(&own.seen_in),
        questions: studio.question_links(&entry.document.head.answers),
        factsheets: studio.cards(studio.catalog.naming_of(DocKind::Factsheet, entry)),
        colophon: studio.colophon(entry, &own.sources),
    };
    studio.sheet(About::of(entry, studio), page)
}

/// What was expected, what happened, why, and what to change.
fn course(studio: &Studio<'_>, own: &Finding) -> Vec<Fact> {
    let told = [
        ("expected", &own.expected),
        ("seen", &own.seen),
        ("why", &own.why),
        ("improve", &own.improve),
    ];
    told.into_iter()
        .filter_map(|(key, text)| Some(Fact::text(studio.text(key), text.as_ref()?.as_str())))
        .collect()
}

fn follow_up(studio: &Studio<'_>, own: &FollowUp) -> Vec<Fact> {
    let state = studio.strings().label("follow-up", own.state.as_str());
    let told = [
        ("follow_up_who", own.who.clone()),
        ("follow_up_what", own.what.clone()),
        ("when", own.date.map(|date| studio.day(date).shown)),
        ("follow_up_state", Some(state)),
    ];
    told.into_iter()
        .filter_map(|(key, text)| Some(Fact::text(studio.text(key), text?)))
        .collect()
}

/// A source or document that bears on it. What is not public counts, but is not named.
fn evidence(studio: &Studio<'_>, item: &EvidenceItem) -> Option<EvidenceRow> {
    let catalog = studio.catalog;
    let strings = studio.strings();
    let supports = studio.choice("supports", item.supports.as_str());
    let id = item.item.as_str();
    let plain = id.strip_prefix("source:").or_else(|| id.strip_prefix("bron:")).unwrap_or(id);
    if let Some(source) = catalog.source(plain) {
        let kind = strings.label("source-kind", source.kind.as_str());
        let link = studio.source_link(source);
        return Some(EvidenceRow { link, kind: Some(kind), supports });
    }
    let entry = catalog.any(id, studio.lang())?;
    if entry.is_shown() {
        let kind = Some(catalog.kind_line(entry, studio.lang()));
        return Some(EvidenceRow { link: studio.entry_link(entry), kind, supports });
    }
    let kind = strings.label("type", entry.kind().as_str());
    let words = strings.fill("not_public", &[("type", &kind)]);
    Some(EvidenceRow { link: Link::words(words), kind: None, supports })
}
