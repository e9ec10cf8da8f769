//! The media items that a site sets of its theme: they are used, and must be what they are for.

use crate::base::{RefKind, Spanned};
use crate::catalog::{Catalog, MediaEntry};
use crate::config::Config;
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;
use crate::schema::Reference;
use crate::theme::{Param, ParamKind, Theme};

use super::assets::ICON;

/// What the settings name, for the catalogue to look up with all other ids. Of what the theme shows where
/// the site says nothing, that which `is_there`: the rest is told where the theme says it.
pub(super) fn references(
    theme: &Theme,
    config: &Config,
    is_there: impl Fn(&str) -> bool,
) -> Vec<Reference> {
    let reference = |id| Reference { kind: RefKind::Media, id, list: None };
    let set = media(theme, config).map(|(_, id)| id.clone());
    let defaults = defaults(theme, config).filter(|(_, param)| is_there(&param.default));
    let defaults =
        defaults.map(|(_, param)| Spanned::new(param.default.clone(), config.theme.span));
    set.chain(defaults).map(reference).collect()
}

/// What is there and cannot be shown: a film as a logo, a photograph as an icon.
pub(super) fn check(theme: &Theme, catalog: &Catalog) -> Vec<Diag> {
    let wrong = |(name, id): (&str, &Spanned<String>)| {
        let is_shown = can_be_shown(catalog, name, catalog.media_entry(id)?);
        let (kind, name, value) = (wanted(name), name.to_owned(), id.value.clone());
        (!is_shown).then(|| Diag::at(id.span, Problem::BadParam { name, value, kind }))
    };
    let wrong_default = |(name, param): (&str, &Param)| {
        let (path, line) = param.own.clone()?;
        let entry = catalog.media_entry(&param.default);
        let is_shown = match entry {
            Some(entry) => can_be_shown(catalog, name, entry),
            // What is wrong with its data was told there.
            None => catalog.lost_media.contains(&param.default),
        };
        let (kind, name, value) = (wanted(name), name.to_owned(), param.default.clone());
        let problem = || Problem::BadDefault { name, value, kind, line };
        (!is_shown).then(|| Diag::of_file(path, problem()))
    };
    let set = media(theme, &catalog.config).filter_map(wrong);
    let defaults = defaults(theme, &catalog.config).filter_map(wrong_default);
    set.chain(defaults).collect()
}

fn can_be_shown(catalog: &Catalog, name: &str, entry: &MediaEntry) -> bool {
    match name {
        // What people did not agree to is told of the item.
        ICON => !entry.allowed.site || catalog.icon_file(entry).is_some(),
        _ => !catalog.page_files(entry).is_empty(),
    }
}

/// What a setting must be.
fn wanted(name: &str) -> &'static str {
    if name == ICON { "icon" } else { "picture" }
}

/// The settings that are media, with what the theme shows where the site says nothing.
fn defaults<'a>(
    theme: &'a Theme,
    config: &'a Config,
) -> impl Iterator<Item = (&'a str, &'a Param)> {
    let is_set = |name: &str| media(theme, config).any(|(own, _)| own == name);
    let all = theme.params.iter().map(|(name, param)| (name.as_str(), param));
    all.filter(move |(name, param)| {
        param.kind == ParamKind::Media && !param.default.is_empty() && !is_set(name)
    })
}

/// The settings that are media, by name; one that says nothing sets nothing.
fn media<'a>(
    theme: &'a Theme,
    config: &'a Config,
) -> impl Iterator<Item = (&'a str, &'a Spanned<String>)> {
    let is_media =
        |name: &str| theme.params.get(name).is_some_and(|param| param.kind == ParamKind::Media);
    let all = config.theme_params.iter().filter(move |(name, _)| is_media(name));
    all.map(|(name, id)| (name.as_str(), id)).filter(|(_, id)| !id.is_empty())
}
