//! The rules that need the whole catalogue and are about more than one body: references,
//! addresses, consent, ids that stand twice, what is unused.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Date, RefKind, Slug, Span, Spanned, nearest};
use crate::diag::Diag;
use crate::diag::problem::{Evidence as WrongFigure, Field, Link, Media, Rights, Site, Unused};
use crate::media;
use crate::model::vocabulary::Consent;
use crate::model::{DocKind, FigureKind, Front};
use crate::schema::Reference;

use super::query_named::activities;
use super::references::{Referred, Repeats};
use super::resolve::not_shown;
use super::{Catalog, Entry, consent, edition, evidence, figures, sent, taken, translated};

/// The longest id of a list whose entries have pages, in bytes: file systems take names of 255.
const LONGEST_ID: usize = 200;

/// What is wrong with a document beyond its own body. What is read of others counts as read. `is_whole`
/// says whether every document could be read.
pub(super) fn of_document(catalog: &Catalog, entry: &Entry, is_whole: bool) -> Vec<Diag> {
    let mut diags = Vec::new();
    references(catalog, entry, &mut diags);
    evidence::check(catalog, entry, &mut diags);
    own_figures(entry, &mut diags);
    if let Front::Questionnaire(own) = &entry.document.front {
        same_ids(own.questions.iter().map(|own| &own.id), &mut diags);
    }
    same_ids(activities(entry).map(|own| &own.id), &mut diags);
    edition::same_items(catalog, entry, &mut diags);
    sent::sent(catalog, entry, &mut diags);
    consents_of(catalog, entry, &mut diags);
    language(catalog, entry, &mut diags);
    days_of_change(catalog, entry, &mut diags);
    translated::check(catalog, entry, &mut diags);
    diags.extend(card_without_title(catalog, entry));
    if is_whole {
        diags.extend(lacks_a_side(catalog, entry));
    }
    diags
}

/// What is wrong with the lists, the media and the addresses of a site. Of documents it asks where
/// they are, what they use and by what they are found.
pub(super) fn of_site(catalog: &Catalog, is_whole: bool) -> Vec<Diag> {
    let mut diags = Vec::new();
    sent::records(catalog, &mut diags);
    vocabulary(catalog, &mut diags);
    taken::check(catalog, &mut diags);
    navigation(catalog, &mut diags);
    if is_whole {
        unused(catalog, &mut diags);
    }
    diags.extend(media_consent(catalog));
    diags
}

fn references(catalog: &Catalog, entry: &Entry, diags: &mut Vec<Diag>) {
    let mut repeats = Repeats::default();
    for reference in &entry.text.references {
        let found = catalog.refer(reference, Some(&entry.document.path));
        diags.extend(repeats.told(reference, found.as_ref().ok()));
        match found {
            Err(diag) => diags.push(diag),
            Ok(Referred::Document(to)) => {
                if itself(entry, to, reference.kind, catalog) {
                    diags.push(Diag::at(reference.id.span, Link::Itself));
                    continue;
                }
                // Regions and what a document replaces may well be hidden.
                if matches!(reference.kind, RefKind::Region) || !entry.is_shown() {
                    continue;
                }
                let Some(to) = catalog.entries.get(to) else { continue };
                if let Some(why) = not_shown(to.availability) {
                    let title = catalog.read(to).document.head.title.value.clone();
                    let in_mail = is_to_be_sent(entry);
                    let problem = Link::NotListed { title, why, in_mail };
                    diags.push(Diag::at(reference.id.span, problem));
                }
            }
            Ok(Referred::Other) => {}
        }
    }
}

/// Whether it is an edition whose mail is still to be sent.
pub(super) fn is_to_be_sent(entry: &Entry) -> bool {
    matches!(&entry.document.front, Front::Newsletter(own) if own.sent.is_none())
}

/// Whether what a document names is itself, in whatever language. A region is about itself.
fn itself(entry: &Entry, to: usize, kind: RefKind, catalog: &Catalog) -> bool {
    let named = catalog.entries.get(to);
    kind != RefKind::Region
        && named
            .is_some_and(|to| to.kind() == entry.kind() && to.document.id == entry.document.id)
}

fn own_figures(entry: &Entry, diags: &mut Vec<Diag>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for figure in figures::figures_of(&entry.document) {
        if let Some(first) = seen.insert(figure.id.as_str(), figure.id.span) {
            let problem = WrongFigure::SameFigure { id: figure.id.value.clone() };
            diags.push(Diag::at(figure.id.span, problem).related(first));
        }
        if let Some(own) = figure.coverage.as_ref().filter(|own| own.n > own.of) {
            let problem = WrongFigure::CoverageTooLarge { n: own.n, of: own.of };
            diags.push(Diag::at(own.span, problem));
        }
        if entry.kind() == DocKind::Region && figure.kind != FigureKind::Target {
            diags.push(Diag::at(figure.kind_span, WrongFigure::GoalNotTarget));
        }
    }
}

fn consents_of(catalog: &Catalog, entry: &Entry, diags: &mut Vec<Diag>) {
    let Front::Story(story) = &entry.document.front else { return };
    for quote in &story.quotes {
        if quote.consent.is_none() {
            diags.push(Diag::at(quote.text.span, Rights::NoConsent));
        }
    }
    let used = story.quotes.iter().filter_map(|own| own.consent.as_ref());
    let used = used.chain(story.people.iter().filter_map(|own| own.consent.as_ref()));
    for id in used {
        remark(catalog, id, diags);
    }
}

/// What there is to say of a consent where it is used.
pub(super) fn remark(catalog: &Catalog, id: &Spanned<String>, diags: &mut Vec<Diag>) {
    if let Some(own) = catalog.consent(id) {
        let days = catalog.config.consent_warn_days;
        diags.extend(consent::remarks(own, id.span, catalog.today, days));
    }
}

fn language(catalog: &Catalog, entry: &Entry, diags: &mut Vec<Diag>) {
    if catalog.config.is_readable && !catalog.config.langs.contains(&entry.document.lang) {
        let lang = entry.document.lang.to_string();
        diags.push(Diag::missing_from(entry.document.file, Link::UnknownLanguage { lang }));
    }
}

/// Changes of a page that are said to be made before anybody could see it; or after today, and after the first
/// day on which somebody can see it where that is later.
fn days_of_change(catalog: &Catalog, entry: &Entry, diags: &mut Vec<Diag>) {
    let head = &entry.document.head;
    let seen_from = head.visible_from();
    let last = seen_from.map_or(catalog.today, |from| from.max(catalog.today));
    for day in head.days_of_change() {
        let date = day.value;
        // Before a page is there it may change on any day.
        let is_there = |from: &Date| head.embargo.is_none() && *from <= catalog.today;
        let early = seen_from.filter(|from| is_there(from) && date < *from);
        if let Some(from) = early {
            diags.push(Diag::at(day.span, Field::EarlyChange { date, from }));
        } else if date > last {
            diags.push(Diag::at(day.span, Field::LaterChange { date }));
        }
    }
}

/// A page whose drawn card cannot show its title. Where it has a picture, that goes with a link.
fn card_without_title(catalog: &Catalog, entry: &Entry) -> Option<Diag> {
    let head = &entry.document.head;
    let has_card = catalog.config.social_cards && entry.is_shown() && head.image.is_none();
    let letter = media::writable(&head.title).err().filter(|_| has_card)?;
    Some(Diag::at(head.title.span, Media::CardWithoutTitle { letter }))
}

fn vocabulary(catalog: &Catalog, diags: &mut Vec<Diag>) {
    let lists = &catalog.vocabulary;
    let of_config = catalog.config.references.iter();
    let mut repeats = Repeats::default();
    for reference in lists.references.iter().chain(of_config) {
        let found = catalog.refer(reference, None);
        diags.extend(repeats.told(reference, found.as_ref().ok()));
        diags.extend(found.err());
    }
    for question in &lists.questions {
        for id in question.asked_by.iter().filter(|id| id.value != "programme") {
            let reference = Reference { kind: RefKind::Region, id: id.clone(), list: None };
            diags.extend(catalog.refer(&reference, None).err());
        }
    }
    for person in &lists.people {
        match (&person.name, &person.consent) {
            (Some(name), None) => diags.push(Diag::at(name.span, Rights::NameWithoutConsent)),
            (Some(_), Some(consent)) => remark(catalog, consent, diags),
            _ => {}
        }
    }
    for organisation in &lists.organisations {
        if let Some(email) = &organisation.email
            && !catalog.config.allows_email(email)
        {
            let address = email.value.clone();
            diags.push(Diag::at(email.span, Link::UnlistedEmail { address }));
        }
    }
    for consent in lists.consents.iter().filter(|own| own.minor && !own.parent) {
        let reference = consent.id.value.clone();
        diags.push(Diag::at(consent.id.span, Rights::MinorWithoutParent { reference }));
    }
    catalog.consents().for_each(|own| ends_before_it_is_given(own, diags));
    bad_ids(lists.topics.iter().map(|own| &own.id), diags);
    bad_ids(lists.questions.iter().map(|own| &own.id), diags);
    bad_ids(lists.sources.iter().map(|own| &own.id), diags);
    same_ids(lists.topics.iter().map(|own| &own.id), diags);
    same_ids(lists.questions.iter().map(|own| &own.id), diags);
    same_ids(lists.sources.iter().map(|own| &own.id), diags);
    same_ids(lists.organisations.iter().map(|own| &own.id), diags);
    same_ids(lists.people.iter().map(|own| &own.id), diags);
    same_ids(lists.consents.iter().map(|own| &own.id), diags);
    same_ids(lists.glossary.iter().map(|own| &own.id), diags);
    same_ids(lists.waves.iter().map(|own| &own.id), diags);
    for words in [&lists.audience, &lists.perspective, &lists.domain] {
        same_ids(words.iter().map(|own| &own.id), diags);
    }
}

/// A consent whose last day lies before its first.
fn ends_before_it_is_given(consent: &Consent, diags: &mut Vec<Diag>) {
    let (Some(given), Some(until)) = (&consent.given, &consent.until) else { return };
    if until.value < given.value {
        let (start, end) = (("gegeven", "given"), ("tot", "until"));
        let problem = Field::BackwardFields { start, end };
        diags.push(Diag::at(until.span, problem).related(given.span));
    }
}

/// Of lists whose entries have pages: their addresses are made of the ids.
fn bad_ids<'a>(ids: impl Iterator<Item = &'a Spanned<String>>, diags: &mut Vec<Diag>) {
    for id in ids.filter(|id| !id.is_empty()) {
        if Slug::new(id).is_none() {
            let suggestion = Slug::from_text(id).map(|slug| slug.to_string());
            diags.push(Diag::at(id.span, Link::BadId { id: id.value.clone(), suggestion }));
        } else if id.len() > LONGEST_ID {
            let problem = Link::LongId { length: id.len(), limit: LONGEST_ID };
            diags.push(Diag::at(id.span, problem));
        }
    }
}

fn same_ids<'a>(ids: impl Iterator<Item = &'a Spanned<String>>, diags: &mut Vec<Diag>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for id in ids.filter(|id| !id.is_empty()) {
        if let Some(first) = seen.get(id.as_str()) {
            let problem = Link::SameId { id: id.value.clone() };
            diags.push(Diag::at(id.span, problem).related(*first));
        } else {
            seen.insert(id, id.span);
        }
    }
}

fn navigation(catalog: &Catalog, diags: &mut Vec<Diag>) {
    use crate::config::Section;
    for entry in &catalog.config.navigation {
        let section = Section::CHOICE.key(entry).is_some();
        let mut pages: Vec<&str> = catalog.index.ids(DocKind::Page).collect();
        if !section && !pages.contains(&entry.as_str()) {
            for word in Section::CHOICE.words() {
                pages.push(word);
            }
            let nearest = nearest(entry, pages.iter().copied()).map(str::to_owned);
            let problem = Site::UnknownNavigation { name: entry.value.clone(), nearest };
            diags.push(Diag::at(entry.span, problem));
        }
    }
}

fn unused(catalog: &Catalog, diags: &mut Vec<Diag>) {
    let hint = |span: Span, what: Unused, id: &str| {
        Diag::at(span, Link::Unused { what, id: id.to_owned() })
    };
    let lists = &catalog.vocabulary;
    let used_sources: BTreeSet<&str> =
        catalog.uses.sources.keys().map(String::as_str).collect();
    for topic in &lists.topics {
        if !catalog.relations.by_topic.contains_key(&topic.id.value) {
            diags.push(hint(topic.id.span, Unused::Topic, &topic.id));
        }
    }
    for question in &lists.questions {
        if !catalog.relations.by_question.contains_key(&question.id.value) {
            diags.push(hint(question.id.span, Unused::Question, &question.id));
        }
    }
    for source in &lists.sources {
        let based_on_it = lists
            .sources
            .iter()
            .any(|own| own.based_on.iter().any(|id| id.value == source.id.value));
        if !used_sources.contains(source.id.as_str()) && !based_on_it {
            diags.push(hint(source.id.span, Unused::Source, &source.id));
        }
    }
    for entry in catalog.media.values() {
        if !catalog.uses.media.contains_key(&entry.item.id) {
            diags.push(Diag::missing_from(
                entry.item.sidecar(),
                Link::Unused { what: Unused::Media, id: entry.item.id.clone() },
            ));
        }
    }
    for path in catalog.data.keys().filter(|path| !catalog.uses.data.contains_key(*path)) {
        let id = path.name().to_owned();
        diags.push(Diag::of_file(path.clone(), Link::Unused { what: Unused::Data, id }));
    }
}

/// A region of which no story is told, a factsheet without a counterexample.
fn lacks_a_side(catalog: &Catalog, entry: &Entry) -> Option<Diag> {
    if !entry.is_shown() {
        return None;
    }
    let title = &entry.document.head.title;
    let problem = match &entry.document.front {
        Front::Region(_) if catalog.stories_of(entry) == 0 => {
            Link::RegionWithoutStory { region: title.value.clone() }
        }
        Front::Factsheet(own) if own.counterexample.is_none() => Link::NoCounterexample,
        _ => return None,
    };
    Some(Diag::at(title.span, problem))
}

/// Media whose people gave consent, and what is to be said of it.
pub(super) fn media_consent(catalog: &Catalog) -> Vec<Diag> {
    let mut diags = Vec::new();
    for entry in catalog.media.values() {
        if !catalog.uses.media.contains_key(&entry.item.id) {
            continue;
        }
        for id in &entry.item.consents {
            remark(catalog, id, &mut diags);
        }
        for own in &entry.item.own_consents {
            let days = catalog.config.consent_warn_days;
            diags.extend(consent::remarks(own, own.span, catalog.today, days));
        }
    }
    diags
}
