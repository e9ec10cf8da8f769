//! The page for addresses that lead nowhere. A host serves it at any depth, so that its links
//! start at the path of the base address.

use crate::config::Section;
use crate::render::outputs::view::{self, Head, Link, Sheet};

use super::frame::About;
use super::site::{nav, section_label};
use super::studio::Studio;

/// The page for addresses that lead nowhere.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<view::NotFound> {
    let title = studio.text("not_found_title");
    let home = studio.catalog.addresses.home(studio.lang());
    let mut links = vec![Link::site(studio.text("home"), home.as_str())];
    let menu = nav(studio.catalog, studio.lang(), studio.strings());
    links.extend(menu.into_iter().map(|own| Link::site(own.label, own.url)));
    let search = studio.catalog.addresses.section(Section::Search, studio.lang());
    links.push(Link::site(section_label(Section::Search, studio.strings()), search.as_str()));
    let page = view::NotFound { head: Head { title: title.clone(), ..Head::default() }, links };
    studio.sheet(About { title, noindex: true, ..About::default() }, page)
}
