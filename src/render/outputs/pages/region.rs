//! Everything known of one region.

use crate::base::{Period, UrlPath};
use crate::catalog::{Entry, MapFrame, Subject, TileValue};
use crate::config::Section;
use crate::model::body::{Block, Resolved, plain_text};
use crate::model::drawing::Drawing;
use crate::model::vocabulary::LearningQuestion;
use crate::model::{DocKind, Front, Interview, Region, Section as BodySection};
use crate::render::outputs::view::{
    self, Answer, AskedQuestion, Card, Fact, Head, Invitation, KeyFigure, Link, Map,
    OwnEvaluation, Sheet,
};

use super::frame::About;
use super::parts::capital;
use super::studio::Studio;

/// The page of a region.
pub(super) fn sheet(
    studio: &Studio<'_>,
    entry: &Entry,
    region: &Region,
) -> Sheet<view::Region> {
    let catalog = studio.catalog;
    let feed = format!("{}/feed.xml", entry.document.id);
    let feed = catalog.addresses.file(Section::Regions, &feed, studio.lang());
    let feed = studio.feed_link(&feed);
    let subject = Subject::Region(&entry.document.id);
    let lists = view::Region {
        head: Head {
            kind: studio.part_kind(),
            title: entry.document.head.title.value.clone(),
            ..Head::default()
        },
        stories: studio.listed_cards(DocKind::Story, subject),
        findings: studio.listed_findings(subject),
        factsheets: studio.listed_cards(DocKind::Factsheet, subject),
        blueprints: studio.listed_cards(DocKind::Blueprint, subject),
        feed: Some(feed.clone()),
        ..view::Region::default()
    };
    let page = if studio.goes_on() { lists } else { whole(studio, entry, region, lists) };
    let about = About { feed: Some(feed), ..About::of(entry, studio) };
    studio.sheet(about, page)
}

/// The first page: with all that is known of the region itself.
fn whole(
    studio: &Studio<'_>,
    entry: &Entry,
    region: &Region,
    lists: view::Region,
) -> view::Region {
    let catalog = studio.catalog;
    let plan = region.plan.as_ref().map(|plan| studio.plan(entry, plan));
    let goals: Vec<String> =
        plan.iter().flat_map(|plan| &plan.goals).map(|goal| goal.id.clone()).collect();
    view::Region {
        head: studio.head(entry),
        facts: facts(studio, entry, region),
        map: map(studio, entry, region),
        plan,
        no_story: (catalog.stories_of(entry) == 0).then(|| Invitation {
            text: studio.text("no_story_text"),
            link: studio.take_part_link("hand_in"),
        }),
        figures: figures(studio, entry, &goals),
        reports: reports(studio, entry, region),
        own_evaluations: own_evaluations(studio, entry),
        asks: asks(studio, entry, region),
        evidence: region.evidence.iter().map(|own| studio.evidence(own)).collect(),
        interview: region.interview.map(|own| interview(studio, entry, own)),
        neighbours: catalog
            .neighbours(entry)
            .into_iter()
            .map(|(title, url): (&str, &UrlPath)| Link::site(title, url.as_str()))
            .collect(),
        neighbours_are: studio.text(if region.neighbours.is_empty() {
            "beside_on_map"
        } else {
            "neighbours"
        }),
        municipalities: region
            .municipalities
            .iter()
            .filter(|own| Period { from: own.from, to: own.to }.contains(catalog.today))
            .map(|own| own.name.value.clone())
            .collect(),
        body: studio.body(&studio.catalog.body(entry)),
        colophon: studio.short_colophon(entry),
        ..lists
    }
}

fn facts(studio: &Studio<'_>, entry: &Entry, region: &Region) -> Vec<Fact> {
    let catalog = studio.catalog;
    let title = entry.document.head.title.as_str();
    let former = region.names.iter().filter(|own| own.name.value != title).map(|own| {
        let period = Period { from: own.from, to: own.to };
        match crate::i18n::dates::period(period, studio.lang()) {
            when if when.is_empty() => own.name.value.clone(),
            when => format!("{} ({when})", own.name.value),
        }
    });
    let names: Vec<String> =
        former.chain(region.aliases.iter().map(|own| own.value.clone())).collect();
    let contact = region.contact.as_ref().map(|id| {
        let name = catalog.owner_name(id, studio.lang());
        let ours = catalog.config.contact.as_ref().is_some_and(|own| own.value == id.value);
        let page = catalog
            .document(DocKind::Page, "contact", studio.lang())
            .filter(|page| ours && page.is_shown());
        let elsewhere = catalog.organisation(id).and_then(|own| own.url.clone());
        let link = match (page, elsewhere) {
            (Some(page), _) => Link::site(name, page.url.as_str()),
            (None, Some(url)) => Link::external(name, url),
            (None, None) => Link::words(name),
        };
        Fact::links(studio.text("contact"), vec![link])
    });
    let said = |key: &str, text: String| {
        (!text.is_empty()).then(|| Fact::text(studio.text(key), text))
    };
    let facts = [
        said("centre", region.centre.clone().unwrap_or_default()),
        said("provinces", region.provinces.join(", ")),
        said("region_names", names.join(", ")),
        said("region_code", region.code.clone()),
        contact,
    ];
    facts.into_iter().flatten().collect()
}

/// Where the region lies, among the others.
fn map(studio: &Studio<'_>, entry: &Entry, region: &Region) -> Option<Map> {
    region.tile?;
    let beside = if region.neighbours.is_empty() { "map_beside" } else { "map_neighbour" };
    let words = ["map_elsewhere", beside, "map_here"].map(|key| studio.text(key));
    let frame = MapFrame {
        id: "kaart",
        title: Some(entry.document.head.title.value.clone()),
        measure: studio.text("map_place"),
        classes: words.to_vec(),
        source: None,
    };
    let neighbours = studio.catalog.neighbours(entry);
    let drawing = studio.catalog.map(frame, studio.lang(), |other| {
        let class = if other.document.id == entry.document.id {
            2
        } else {
            usize::from(neighbours.iter().any(|(_, url)| **url == other.url))
        };
        TileValue { value: words.get(class).cloned().unwrap_or_default(), class }
    });
    Some(Map { html: studio.drawing(&Drawing::Map(drawing)), note: None })
}

/// Key figures about the region, without the goals of its plan.
fn figures(studio: &Studio<'_>, entry: &Entry, goals: &[String]) -> Vec<KeyFigure> {
    let places = studio.catalog.figures_about(entry);
    let mut figures: Vec<KeyFigure> = Vec::new();
    for figure in places.into_iter().filter_map(|place| studio.key_figure(place)) {
        let known = figures.iter().map(|own| &own.id).chain(goals).any(|id| *id == figure.id);
        if !known {
            figures.push(figure);
        }
    }
    figures
}

/// Reports about the region, and those that hold what was received from it.
fn reports(studio: &Studio<'_>, entry: &Entry, region: &Region) -> Vec<Card> {
    let catalog = studio.catalog;
    let mut reports: Vec<&Entry> = catalog.about_region(DocKind::Report, entry);
    let sources = region.evidence.iter().filter_map(|own| own.source.as_ref());
    let handed_in = sources.filter_map(|id| catalog.source(id)?.report.as_ref());
    for id in handed_in.chain(region.plan.iter().filter_map(|plan| plan.report.as_ref())) {
        let report = catalog.document(DocKind::Report, id, studio.lang());
        let new = |report: &&Entry| !reports.iter().any(|own| std::ptr::eq(*own, *report));
        if let Some(report) = report.filter(|own| own.is_shown()).filter(new) {
            reports.push(report);
        }
    }
    studio.cards(reports)
}

/// The questionnaires that the region answered, newest first.
fn own_evaluations(studio: &Studio<'_>, entry: &Entry) -> Vec<OwnEvaluation> {
    let reports = studio.catalog.about_region(DocKind::Report, entry).into_iter();
    reports.filter_map(|report| own_evaluation(studio, report)).collect()
}

fn own_evaluation(studio: &Studio<'_>, report: &Entry) -> Option<OwnEvaluation> {
    let Front::Report(own) = &report.document.front else { return None };
    own.questionnaire.as_ref()?;
    let document = &report.document;
    let answer = |section: &BodySection<'_, Resolved>| {
        let question = plain_text(&section.heading?.content);
        // What has an anchor or a place of its own stands once, on the page of the report.
        let is_text = |block: &&Block<Resolved>| {
            !matches!(block, Block::Heading(_) | Block::Component { .. } | Block::Figure(_))
        };
        let blocks: Vec<_> = section.blocks.iter().filter(is_text).cloned().collect();
        Some(Answer { question, html: studio.blocks(&blocks) })
    };
    let body = studio.catalog.body(report);
    let sections = body.sections();
    // A footnote needs its place on the page.
    let answers = if body.footnotes.is_empty() {
        sections.iter().filter_map(answer).collect()
    } else {
        Vec::new()
    };
    Some(OwnEvaluation {
        link: Link::site(document.head.title.as_str(), report.url.as_str()),
        date: document.head.date.as_ref().map(|date| studio.day(date.value)),
        answers,
    })
}

/// What the region wants to know, with what others made that answers it.
fn asks(studio: &Studio<'_>, entry: &Entry, region: &Region) -> Vec<AskedQuestion> {
    let catalog = studio.catalog;
    let is_asked = |question: &&LearningQuestion| {
        let here = question.asked_by.iter().filter_map(|name| catalog.region_id(name));
        region.asks.iter().any(|id| id.value == question.id.value)
            || here.into_iter().any(|id| id == entry.document.id)
    };
    let questions = catalog.vocabulary.questions.iter().filter(is_asked);
    questions
        .filter_map(|question| {
            let answers = catalog.answers(&question.id, studio.lang()).into_iter();
            Some(AskedQuestion {
                question: studio.question_row(&question.id)?,
                answers: answers
                    .filter(|answer| is_of_others(studio, answer, &entry.document.id))
                    .map(|answer| studio.told_link(answer))
                    .collect(),
            })
        })
        .collect()
}

/// Whether a document is about more than one region, or another one.
fn is_of_others(studio: &Studio<'_>, answer: &Entry, region: &str) -> bool {
    let mut regions = studio.catalog.regions_of(answer).peekable();
    regions.peek().is_none() || regions.any(|id| id != region)
}

/// Whether the region was spoken to, and in which rounds it was looked at more deeply.
fn interview(studio: &Studio<'_>, entry: &Entry, interview: Interview) -> String {
    let said = studio.strings().label("interview", interview.as_str());
    let waves = studio.catalog.vocabulary.waves.iter().filter(|wave| {
        let mut ids = wave.deep_dive.iter().filter_map(|name| studio.catalog.region_id(name));
        ids.any(|id| id == entry.document.id)
    });
    let waves: Vec<String> =
        waves.map(|wave| studio.catalog.wave_label(&wave.id, studio.lang()).text).collect();
    if waves.is_empty() || interview == Interview::None {
        return said;
    }
    format!("{said} {}: {}.", capital(&studio.text("deep_dive")), waves.join(", "))
}
