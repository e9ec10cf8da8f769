//! Blueprints: what other regions can use again.

use crate::catalog::Entry;
use crate::model::{Blueprint, DocKind, Regions};
use crate::render::outputs::view::{self, Fact, Sheet};

use super::frame::About;
use super::studio::Studio;
use super::toc::toc;

/// The page of a blueprint.
pub(super) fn sheet(
    studio: &Studio<'_>,
    entry: &Entry,
    own: &Blueprint,
) -> Sheet<view::Blueprint> {
    let lead = studio.lead(entry);
    let body = studio.body_below(&lead);
    let mut head = studio.head(entry);
    if let Some(kind) = own.kind {
        head.kind = Some(studio.strings().label("blueprint-kind", kind.as_str()));
    }
    let costs = own.costs.as_ref().map(|text| Fact::text(studio.text("costs"), text.as_str()));
    let page = view::Blueprint {
        head,
        picture: lead.picture,
        facts: costs.into_iter().collect(),
        steps: own.steps.clone(),
        roles: own.roles.clone(),
        conditions: own.conditions.clone(),
        used_in: studio.region_links(&Regions::Some(own.used_in.clone())),
        stories: studio.cards(studio.catalog.naming_of(DocKind::Story, entry)),
        toc: toc(&studio.catalog.body(entry)),
        body,
        colophon: studio.colophon(entry, &[]),
    };
    studio.sheet(About::of(entry, studio), page)
}
