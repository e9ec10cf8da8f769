//! Pages: a view is made of the catalogue, a template draws it. One file per kind of page;
//! `studio` holds what they share.

mod actions;
mod article;
mod balance;
mod blueprint;
mod brand;
mod preview_card;
mod credits;
mod edition;
mod event;
mod factsheet;
mod filters;
mod filters_drawn;
mod finding;
mod findings;
mod first_sentence;
mod frame;
mod glossary;
mod home;
#[cfg(test)]
mod index_tests;
mod letters;
mod linked;
mod list_pages;
mod matrices;
mod memo;
mod moment;
mod not_found;
mod parts;
mod parts_body;
mod parts_colophon;
mod parts_document;
mod parts_edition;
mod parts_evidence;
mod parts_lead;
mod parts_lists;
mod question;
mod questionnaire;
mod questions;
mod redirect;
mod region;
mod region_plan;
mod regions;
mod report;
mod search;
mod section;
mod site;
mod social;
mod sources;
mod story;
mod studio;
mod toc;
mod topic;
mod topics;
mod withdrawn;

#[cfg(test)]
mod tests;

use crate::base::xml_characters;
use crate::catalog::Catalog;
use crate::diag::Diag;
use crate::model::Front;
use crate::plan::{Page, PageKind};
use crate::render::outputs::feed;
use crate::render::outputs::mail;
use crate::render::outputs::templates::{Drawn, IsKnown, Request, Templates};
use crate::store::Key;

pub use brand::Brand;
pub use frame::About;
pub use preview_card::PreviewCard;
pub use site::{Shared, SiteFacts};
pub use studio::Studio;

/// The file of a page. What is wrong with a template is a problem at its line.
pub fn render(
    page: &Page,
    catalog: &Catalog,
    shared: &Shared,
    templates: &Templates,
) -> Result<String, Box<Diag>> {
    let drawn = draw(&Studio::new(page, catalog, shared), templates, None)?;
    Ok(drawn.text.unwrap_or_default())
}

/// The fingerprint of what a page shows that follows from all documents and counts as read of none;
/// `None` for pages that show nothing of the kind.
pub fn order(page: &Page, catalog: &Catalog, shared: &Shared) -> Option<Key> {
    let is_index = page.kind == PageKind::Search;
    is_index.then(|| search::order(&Studio::new(page, catalog, shared)))
}

/// The file of a page, unless it is known already.
pub fn draw(
    studio: &Studio<'_>,
    templates: &Templates,
    is_known: Option<IsKnown<'_>>,
) -> Result<Drawn, Box<Diag>> {
    let Studio { page, catalog, shared, .. } = *studio;
    let entry = match page.kind {
        PageKind::Document(at)
        | PageKind::Withdrawn(at)
        | PageKind::Redirect { of: at, .. }
        | PageKind::Desk(at) => catalog.entry(at),
        _ => None,
    };
    let request = Request {
        template: page.kind.template(entry.map(crate::catalog::Entry::kind)),
        lang: &page.lang,
        document: entry.map_or(page.url.as_str(), |entry| entry.document.path.as_str()),
    };
    let nothing = Ok(Drawn { key: None, text: Some(String::new()) });
    macro_rules! draw {
        ($sheet:expr) => {
            templates.draw(request, $sheet, is_known)
        };
    }
    match (page.kind, entry) {
        (PageKind::Document(_), Some(entry)) => match &entry.document.front {
            Front::Page => draw!(article::sheet(studio, entry)),
            Front::Factsheet(own) => draw!(factsheet::sheet(studio, entry, own)),
            Front::Story(own) => draw!(story::sheet(studio, entry, own)),
            Front::Finding(own) => draw!(finding::sheet(studio, entry, own)),
            Front::Report(own) => draw!(report::sheet(studio, entry, own)),
            Front::Event(own) => draw!(event::sheet(studio, entry, own)),
            Front::Blueprint(own) => draw!(blueprint::sheet(studio, entry, own)),
            Front::Questionnaire(own) => draw!(questionnaire::sheet(studio, entry, own)),
            Front::Newsletter(own) => draw!(edition::sheet(studio, entry, own)),
            Front::Region(own) => draw!(region::sheet(studio, entry, own)),
        },
        (PageKind::Withdrawn(_), Some(entry)) => draw!(withdrawn::sheet(studio, entry)),
        (PageKind::Redirect { .. }, Some(entry)) => draw!(redirect::page(studio, entry)),
        (PageKind::Desk(_), Some(entry)) => match mail::of_edition(studio, entry) {
            Some(sheet) => draw!(sheet),
            None => nothing,
        },
        (PageKind::NewestDesk, _) => draw!(mail::of_newest(studio)),
        (PageKind::NotFound, _) => draw!(not_found::sheet(studio)),
        (PageKind::Home, _) => draw!(home::sheet(studio)),
        (PageKind::Section(section), _) => draw!(section::sheet(studio, section)),
        (PageKind::Findings, _) => draw!(findings::sheet(studio)),
        (PageKind::Regions, _) => draw!(regions::sheet(studio)),
        (PageKind::Topics, _) => draw!(topics::sheet(studio)),
        (PageKind::Topic(at), _) => match catalog.vocabulary.topics.get(at) {
            Some(topic) => draw!(topic::sheet(studio, topic)),
            None => nothing,
        },
        (PageKind::Questions, _) => draw!(questions::sheet(studio)),
        (PageKind::Question(at), _) => match catalog.vocabulary.questions.get(at) {
            Some(question) => draw!(question::sheet(studio, question)),
            None => nothing,
        },
        (PageKind::Sources, _) => draw!(sources::sheet(studio)),
        (PageKind::Source(at), _) => match catalog.vocabulary.sources.get(at) {
            Some(source) => draw!(sources::one(studio, source)),
            None => nothing,
        },
        (PageKind::Glossary, _) => draw!(glossary::sheet(studio)),
        (PageKind::Credits, _) => draw!(credits::sheet(studio)),
        (PageKind::Search, _) => draw!(search::sheet(studio)),
        (PageKind::Feed(of), _) => {
            let drawn = draw!(feed::view(page, of, catalog, shared))?;
            Ok(Drawn { text: drawn.text.map(|xml| xml_characters(&xml)), ..drawn })
        }
        _ => nothing,
    }
}
