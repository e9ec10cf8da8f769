//! Ordinary pages.

use crate::catalog::Entry;
use crate::render::outputs::view::{Article, Sheet};

use super::frame::About;
use super::studio::Studio;
use super::toc::toc;

/// An ordinary page.
pub(super) fn sheet(studio: &Studio<'_>, entry: &Entry) -> Sheet<Article> {
    let page = Article {
        head: studio.head(entry),
        picture: studio.hero(entry),
        toc: toc(&studio.catalog.body(entry)),
        body: studio.body(&studio.catalog.body(entry)),
        cards: Vec::new(),
        colophon: studio.short_colophon(entry),
    };
    studio.sheet(About::of(entry, studio), page)
}
