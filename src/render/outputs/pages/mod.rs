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
mod languages;
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
mod sheets;
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

use crate::catalog::Catalog;
use crate::diag::Diag;
use crate::plan::{Page, PageKind};
use crate::render::outputs::templates::Templates;
use crate::store::Key;

pub use brand::Brand;
pub use frame::About;
pub use preview_card::PreviewCard;
pub use sheets::draw;
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
