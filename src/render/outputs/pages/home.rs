//! The home page.

use crate::base::{escape_attribute, escape_text};
use crate::catalog::{Entry, Listing, Subject};
use crate::config::{Section, Worded};
use crate::model::vocabulary::QuestionState;
use crate::model::{DocKind, Front, Verdict};
use crate::render::outputs::view::{
    Band, BandEntry, EventRow, Home, Html, LeadFactsheet, Link, QuestionRow, Sheet, Tally,
};

use super::frame::About;
use super::moment;
use super::studio::Studio;

/// So many findings stand on the home page.
const FINDINGS: usize = 3;
/// So many stories: one large, three below it.
const STORIES: usize = 4;
/// So many learning questions.
const QUESTIONS: usize = 3;

/// The home page.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<Home> {
    let catalog = studio.catalog;
    let config = &catalog.config;
    let entry = catalog.documents(DocKind::Home, studio.lang()).next();
    let about = match entry {
        Some(entry) => About::of(entry, studio),
        None => About { title: config.title(studio.lang()).to_owned(), ..About::default() },
    };
    let summary = entry.and_then(|entry| entry.document.head.summary.as_ref());
    let lead = summary.map(|text| text.value.clone());
    let tagline = || config.tagline(studio.lang()).map(str::to_owned);
    // What `site.yaml` says may be in the main language only.
    let other = |own: &Worded| own.other_lang(studio.lang()).map(str::to_owned);
    let lang = match entry {
        Some(entry) => studio.other_language(entry),
        None => other(&config.title),
    };
    let stories = studio.cards(stories(studio));
    let all = |section: Section, kind: DocKind, key: &str| {
        let any = catalog.count(kind, studio.lang()) > 0;
        any.then(|| studio.section_link(section, key))
    };
    let map = studio.story_map("kaart");
    let page = Home {
        title: about.title.clone(),
        lead_lang: if summary.is_some() { lang.clone() } else { other(&config.tagline) },
        lead: lead.or_else(tagline),
        lang,
        actions: actions(studio),
        tallies: tallies(studio),
        map_list: map.as_ref().map(|_| {
            let url = format!("{}#s_list", studio.section_url(Section::Regions));
            Link::site(studio.text("all_regions"), url)
        }),
        map,
        factsheet: factsheet(studio),
        findings: studio.finding_rows(findings(studio)),
        all_findings: all(Section::Findings, DocKind::Finding, "all_findings"),
        all_questions: (!catalog.vocabulary.questions.is_empty())
            .then(|| studio.section_link(Section::Questions, "all_questions")),
        questions: questions(studio),
        all_stories: all(Section::Stories, DocKind::Story, "all_stories"),
        stories,
        event: next_event(studio),
        all_events: all(Section::Events, DocKind::Event, "all_events"),
        newsletter: newsletter(studio),
        all_newsletters: all(Section::Newsletters, DocKind::Newsletter, "all_editions"),
        subscribe: studio.subscribe(),
        band: band(studio),
        body: entry
            .map(|entry| studio.body(&studio.catalog.body(entry)))
            .filter(|html| !html.0.trim().is_empty()),
    };
    studio.sheet(about, page)
}

/// The first steps: what was learned, or else what there is, and what is known of one's own region.
fn actions(studio: &Studio<'_>) -> Vec<Link> {
    let has = |kind: DocKind| studio.catalog.count(kind, studio.lang()) > 0;
    let sections = [
        (Section::Findings, DocKind::Finding),
        (Section::Factsheets, DocKind::Factsheet),
        (Section::Stories, DocKind::Story),
        (Section::Reports, DocKind::Report),
        (Section::Blueprints, DocKind::Blueprint),
        (Section::Events, DocKind::Event),
    ];
    let first = sections.into_iter().find(|(_, kind)| has(*kind)).map(|(section, _)| {
        Link::site(studio.section_title(section), studio.section_url(section).as_str())
    });
    let region =
        has(DocKind::Region).then(|| studio.section_link(Section::Regions, "find_region"));
    first.into_iter().chain(region).collect()
}

/// How many real documents the main sections have; sections without any are left out.
fn tallies(studio: &Studio<'_>) -> Vec<Tally> {
    let counted = [
        (Section::Findings, DocKind::Finding, "findings"),
        (Section::Factsheets, DocKind::Factsheet, "factsheets"),
        (Section::Stories, DocKind::Story, "stories"),
        (Section::Regions, DocKind::Region, "regions"),
    ];
    let tally = |(section, kind, key): (Section, DocKind, &str)| {
        let list = Listing { kind, lang: studio.lang(), about: Subject::Any };
        let count = studio.catalog.real_length(list);
        let words = studio.strings().count(key, count);
        let label = words.split_once(' ').map_or(words.as_str(), |(_, label)| label);
        let url = studio.section_url(section).to_string();
        (count > 0).then(|| Tally { count, label: label.to_owned(), url })
    };
    counted.into_iter().filter_map(tally).collect()
}

/// The documents of a type, those that are made up last. None of them counts as read: they are chosen
/// from by their outline.
fn real_first<'a>(studio: &Studio<'a>, kind: DocKind) -> Vec<&'a Entry> {
    let list = || studio.catalog.documents(kind, studio.lang()).collect();
    let mut entries: Vec<&Entry> = studio.catalog.unread(list);
    entries.sort_by_key(|entry| entry.document.head.sample);
    entries
}

/// The document at a position among others, which counts as read.
fn read_at<'a>(studio: &Studio<'a>, entries: &[&Entry], at: usize) -> Option<&'a Entry> {
    studio.catalog.entry(entries.get(at)?.at())
}

fn factsheet(studio: &Studio<'_>) -> Option<LeadFactsheet> {
    let entry = read_at(studio, &real_first(studio, DocKind::Factsheet), 0)?;
    Some(LeadFactsheet { card: studio.card(entry), figure: studio.result(entry) })
}

/// The newest findings, with as many different verdicts as there are.
fn findings<'a>(studio: &Studio<'a>) -> Vec<&'a Entry> {
    let entries = real_first(studio, DocKind::Finding);
    let verdicts: Vec<Option<Verdict>> = entries
        .iter()
        .map(|entry| match &entry.document.front {
            Front::Finding(own) => Some(own.verdict),
            _ => None,
        })
        .collect();
    let chosen = varied(&verdicts, FINDINGS);
    chosen.into_iter().filter_map(|at| read_at(studio, &entries, at)).collect()
}

/// Positions of so many things, of as many kinds as there are, in the order they stand in.
fn varied<K: PartialEq>(kinds: &[K], count: usize) -> Vec<usize> {
    let is_first = |at: usize, kind: &K| !kinds.iter().take(at).any(|other| other == kind);
    let (first, rest): (Vec<_>, Vec<_>) =
        kinds.iter().enumerate().partition(|(at, kind)| is_first(*at, kind));
    let mut chosen: Vec<usize> =
        first.into_iter().chain(rest).map(|(at, _)| at).take(count).collect();
    chosen.sort_unstable();
    chosen
}

/// The newest stories, those with a picture first.
fn stories<'a>(studio: &Studio<'a>) -> Vec<&'a Entry> {
    let mut entries = real_first(studio, DocKind::Story);
    entries.sort_by_cached_key(|entry| {
        (entry.document.head.sample, studio.picture(entry).is_none())
    });
    (0..STORIES).filter_map(|at| read_at(studio, &entries, at)).collect()
}

/// Questions that are open, then those that are answered in part, then those that are answered.
fn questions(studio: &Studio<'_>) -> Vec<QuestionRow> {
    let with_state = |state: QuestionState| {
        let all = studio.catalog.vocabulary.questions.iter();
        all.filter(move |own| studio.catalog.question_state(own) == state)
    };
    with_state(QuestionState::Open)
        .chain(with_state(QuestionState::Partly))
        .chain(with_state(QuestionState::Answered))
        .take(QUESTIONS)
        .filter_map(|own| studio.question_row(&own.id))
        .collect()
}

fn next_event(studio: &Studio<'_>) -> Option<EventRow> {
    let catalog = studio.catalog;
    let ahead = catalog.documents(DocKind::Event, studio.lang()).filter_map(|entry| {
        let Front::Event(event) = &entry.document.front else { return None };
        moment::is_ahead(event, catalog.today).then_some((event.as_ref(), entry))
    });
    let (event, entry) = ahead.min_by_key(|(event, _)| event.start)?;
    Some(EventRow {
        url: entry.url.to_string(),
        title: entry.document.head.title.value.clone(),
        lang: studio.other_language(entry),
        when: moment::in_words(event, studio.lang()),
        start: moment::for_machines(event),
        place: Some(event.places.join(", ")).filter(|place| !place.is_empty()),
    })
}

fn newsletter(studio: &Studio<'_>) -> Option<Link> {
    let newest = studio.catalog.documents(DocKind::Newsletter, studio.lang()).next()?;
    let title = newest.document.head.title.as_str();
    // Words around a title are in its language, so that one `lang` is true of both.
    let words = studio.catalog.strings(&newest.document.lang).unwrap_or(studio.strings());
    let text = words.fill("newest_edition", &[("title", title)]);
    let lang = studio.other_language(newest);
    Some(Link { lang, ..Link::site(text, newest.url.as_str()) })
}

/// How to take part: hand something in, see what was received, evaluate oneself.
fn band(studio: &Studio<'_>) -> Option<Band> {
    let any = |kind| studio.catalog.count(kind, studio.lang()) > 0;
    let hand_in = studio
        .take_part_link("take_part_material_link")
        .map(|link| band_entry(studio, "take_part_material", &link));
    let regions = any(DocKind::Region).then(|| {
        let link = studio.section_link(Section::Regions, "take_part_asked_link");
        band_entry(studio, "take_part_asked", &link)
    });
    let evaluate = any(DocKind::Questionnaire).then(|| {
        let link = studio.section_link(Section::OwnEvaluation, "types/questionnaire");
        band_entry(studio, "take_part_self", &link)
    });
    let entries: Vec<BandEntry> = [hand_in, regions, evaluate].into_iter().flatten().collect();
    (!entries.is_empty()).then(|| Band {
        id: "s_take-part".to_owned(),
        title: studio.text("take_part"),
        entries,
    })
}

/// A term of the band, with its text and a link behind it.
fn band_entry(studio: &Studio<'_>, key: &str, link: &Link) -> BandEntry {
    let mut html = String::new();
    escape_text(&mut html, &studio.text(&format!("{key}_text")));
    html.push_str(" <a href=\"");
    let url = link.url.as_deref().unwrap_or_default();
    escape_attribute(&mut html, &format!("{}{url}", studio.root));
    html.push_str("\">");
    escape_text(&mut html, &link.text);
    html.push_str("</a>.");
    BandEntry { term: studio.text(key), term_lang: None, html: Html(html) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_findings_have_different_verdicts_where_there_are_such() {
        assert_eq!(varied(&["a", "a", "a", "b", "c", "a"], 3), [0, 3, 4]);
        assert_eq!(varied(&["a", "a", "b", "a"], 3), [0, 1, 2]);
        assert_eq!(varied(&["a", "a", "a", "a"], 3), [0, 1, 2]);
        assert_eq!(varied(&["b"], 3), [0]);
        assert_eq!(varied::<u8>(&[], 3), Vec::<usize>::new());
    }
}
