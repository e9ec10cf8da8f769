//! Stories from practice.

use crate::catalog::Entry;
use crate::model::{DocKind, Regions, Share, Story, StoryDirection};
use crate::parse::Part;
use crate::render::outputs::view::{self, Fact, Head, Link, Sheet};

use super::frame::About;
use super::parts_body::tells;
use super::parts_lead::Lead;
use super::studio::Studio;

/// The page of a story.
pub(super) fn sheet(studio: &Studio<'_>, entry: &Entry, own: &Story) -> Sheet<view::Story> {
    let catalog = studio.catalog;
    let strings = studio.strings();
    let lead = studio.lead(entry);
    let related = catalog.related(entry, &[DocKind::Story], 3, |_| false);
    let form = own.form.map_or("", |form| form.as_str());
    let body = studio.body_below(&lead);
    let tells_share =
        own.contribution.text.is_some() || tells(studio.catalog, entry, Part::Contribution);
    let speakers = speakers(studio, own);
    let page = view::Story {
        head: head(studio, entry, own, &lead),
        form: studio.choice("form", form),
        direction: Some(own.direction)
            .filter(|own| *own != StoryDirection::Positive)
            .map(|own| studio.choice("direction", own.as_str())),
        media: lead.picture,
        points: points(studio, entry, own),
        // "Unknown" beside a text that tells it would say less than the text.
        share: Some(own.contribution.share)
            .filter(|share| !(tells_share && *share == Share::Unknown))
            .map(|share| strings.label("share", share.as_str())),
        other_causes: own.contribution.other_causes.clone(),
        body,
        quotes: quotes(studio, own),
        transfer: transfer(studio, own),
        people: speakers.iter().map(|own| own.text.clone()).collect(),
        speakers,
        selected: own.selected_because.clone(),
        activity: own.activity.as_ref().and_then(|id| studio.activity_link(entry, id)),
        findings: studio.finding_rows_about(catalog.naming_of(DocKind::Finding, entry), entry),
        factsheets: studio.cards(catalog.naming_of(DocKind::Factsheet, entry)),
        related: studio.cards(related),
        colophon: studio.colophon(entry, &own.sources),
    };
    studio.sheet(About::of(entry, studio), page)
}

/// Beside the date stand the region and the form: "Twente · film, 2 minuten".
fn head(studio: &Studio<'_>, entry: &Entry, own: &Story, lead: &Lead<'_>) -> Head {
    let mut head = studio.head(entry);
    head.facts = studio.region_links(&Regions::Some(own.region.iter().cloned().collect()));
    let form = own.form.map(|form| studio.strings().label("form", form.as_str()));
    let parts: Vec<String> = form.into_iter().chain(lead.duration.clone()).collect();
    if !parts.is_empty() {
        head.facts.push(Link::words(parts.join(", ")));
    }
    head
}

/// What the fields tell and the body does not.
fn points(studio: &Studio<'_>, entry: &Entry, own: &Story) -> Vec<Fact> {
    let told = [
        (Part::Outcome, "outcome", &own.outcome),
        (Part::Significance, "significance", &own.significance),
        (Part::Contribution, "contribution", &own.contribution.text),
        (Part::Lesson, "lesson", &own.lesson),
    ];
    told.into_iter()
        .filter(|(part, _, _)| !tells(studio.catalog, entry, *part))
        .filter_map(|(_, key, text)| {
            Some(Fact::text(studio.text(key), text.as_ref()?.as_str()))
        })
        .collect()
}

fn quotes(studio: &Studio<'_>, own: &Story) -> Vec<view::Quote> {
    let catalog = studio.catalog;
    let by = |id: &str| {
        let shown =
            own.people.iter().find(|own| own.person.as_deref().is_some_and(|p| p == id));
        match shown {
            Some(shown) => catalog.shown_as(shown, studio.lang()),
            None => catalog.person_shown(id, studio.lang()),
        }
    };
    own.quotes
        .iter()
        .filter(|quote| catalog.may_quote(quote))
        .map(|quote| (quote, quote.by.as_ref().and_then(|id| by(id)).unwrap_or_default()))
        .map(|(quote, by)| view::Quote {
            text: quote.text.value.clone(),
            by_lang: by.lang.as_ref().map(ToString::to_string),
            by: Some(by.text).filter(|by| !by.is_empty()),
            lang: quote.lang.clone().filter(|lang| lang != studio.lang().as_str()),
        })
        .collect()
}

/// Those who speak; without any, from whose side the story is told.
fn speakers(studio: &Studio<'_>, own: &Story) -> Vec<Link> {
    let catalog = studio.catalog;
    let lang = studio.lang();
    let people = own.people.iter().filter_map(|own| catalog.shown_as(own, lang));
    let shown: Vec<Link> = people.map(Link::from).collect();
    if !shown.is_empty() {
        return shown;
    }
    let words = &catalog.vocabulary.perspective;
    let perspective = own.perspective.iter().map(|id| {
        let record = words.iter().find(|word| word.id.value == id.value).map(|own| &own.record);
        Link {
            lang: record.and_then(|own| studio.other_tongue(own, "label")),
            ..Link::words(catalog.word(words, id, lang))
        }
    });
    perspective.collect()
}

fn transfer(studio: &Studio<'_>, own: &Story) -> Vec<Fact> {
    let text = |key: &str, text: &Option<String>| {
        text.as_ref().map(|text| Fact::text(studio.text(key), text.as_str()))
    };
    let blueprint = own.transfer.blueprint.as_ref().and_then(|id| {
        let named = studio.catalog.document(DocKind::Blueprint, id, studio.lang())?;
        named.is_shown().then(|| studio.entry_link(named))
    });
    let needs = text("transfer_needs", &own.transfer.needs);
    let costs = text("transfer_costs", &own.transfer.costs);
    let blueprint =
        blueprint.map(|link| Fact::links(studio.text("transfer_blueprint"), vec![link]));
    [needs, costs, blueprint].into_iter().flatten().collect()
}
