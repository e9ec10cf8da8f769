//! The notice that stands in place of a withdrawn document: nothing of its content is left,
//! not even its title.

use crate::catalog::{Entry, section_of};
use crate::render::outputs::view::{self, Head, Sheet};

use super::frame::About;
use super::studio::Studio;

/// The notice in place of a withdrawn document.
pub(super) fn sheet(studio: &Studio<'_>, entry: &Entry) -> Sheet<view::Withdrawn> {
    let document = &entry.document;
    let withdrawn = document.head.withdrawn.as_ref();
    let title = studio.text("withdrawn_title");
    let page = view::Withdrawn {
        head: Head {
            kind: Some(studio.strings().label("type", document.kind.as_str())),
            title: title.clone(),
            ..Head::default()
        },
        day: withdrawn.and_then(|own| own.date).map(|date| studio.day(date)),
        reason: withdrawn.map(|own| super::parts::sentence(&own.reason)).unwrap_or_default(),
        links: studio
            .catalog
            .successors(entry)
            .into_iter()
            .map(|newer| studio.entry_link(newer))
            .collect(),
    };
    let about =
        About { title, section: section_of(document.kind), noindex: true, ..About::default() };
    let mut sheet = studio.sheet(about, page);
    sheet.frame.edit = studio.edit_url(entry);
    sheet
}
