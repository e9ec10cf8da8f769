//! The page for addresses that lead nowhere. A host serves it at any depth, so that its links
//! start at the path of the base address. It serves it in all languages too: a host takes one page.

use crate::base::Lang;
use crate::config::Section;
use crate::i18n::Strings;
use crate::render::outputs::view::{self, Head, Link, Sheet};

use super::frame::About;
use super::site::{nav, section_label};
use super::studio::Studio;

/// The page for addresses that lead nowhere.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<view::NotFound> {
    let title = studio.text("not_found_title");
    let page = view::NotFound {
        head: Head { title: title.clone(), ..Head::default() },
        links: links(studio, studio.lang(), studio.strings()),
        others: others(studio),
    };
    studio.sheet(About { title, noindex: true, ..About::default() }, page)
}

/// What a reader of another language of the site finds there, where the theme has words for it.
fn others(studio: &Studio<'_>) -> Vec<view::NotFoundIn> {
    let other = |lang: &Lang| {
        let strings = studio.catalog.strings(lang).filter(|own| own.instead().is_none())?;
        Some(view::NotFoundIn {
            lang: lang.to_string(),
            title: strings.text("not_found_title").to_owned(),
            help: strings.text("not_found_help").to_owned(),
            links: links(studio, lang, strings),
        })
    };
    let langs = studio.catalog.config.langs.iter();
    langs.filter(|lang| *lang != studio.lang()).filter_map(other).collect()
}

/// Where to go instead.
fn links(studio: &Studio<'_>, lang: &Lang, strings: &Strings) -> Vec<Link> {
    let addresses = &studio.catalog.addresses;
    let home = Link::site(strings.text("home"), addresses.home(lang).as_str());
    let menu = nav(studio.catalog, lang, strings).into_iter();
    let search = Link::site(
        section_label(Section::Search, strings),
        addresses.section(Section::Search, lang).as_str(),
    );
    let entry = |own: view::NavEntry| Link { lang: own.lang, ..Link::site(own.label, own.url) };
    std::iter::once(home).chain(menu.map(entry)).chain([search]).collect()
}
