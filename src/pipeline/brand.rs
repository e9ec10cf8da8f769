//! The media items that a site sets of its theme: they are used, and must be what they are for.

use crate::base::{RefKind, Spanned};
use crate::catalog::Catalog;
use crate::config::Config;
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;
use crate::schema::Reference;
use crate::theme::{Param, ParamKind, Theme};

use super::assets::ICON;

/// What the settings name, for the catalogue to look up with all other ids.
pub(super) fn references(theme: &Theme, config: &Config) -> Vec<Reference> {
    let reference = |(_, id): (&str, &Spanned<String>)| Reference {
        kind: RefKind::Media,
        id: id.clone(),
        list: None,
    };
    media(theme, config).map(reference).collect()
}

/// What is there and cannot be shown: a film as a logo, a photograph as an icon.
pub(super) fn check(theme: &Theme, catalog: &Catalog) -> Vec<Diag> {
    let wrong = |(name, id): (&str, &Spanned<String>)| {
        let entry = catalog.media_entry(id)?;
        let is_shown = match name {
            // What people did not agree to is told of the item.
            ICON => !entry.allowed.site || catalog.icon_file(entry).is_some(),
            _ => !catalog.page_files(entry).is_empty(),
        };
        let kind = if name == ICON { "icon" } else { "picture" };
        let (name, value) = (name.to_owned(), id.value.clone());
        (!is_shown).then(|| Diag::at(id.span, Problem::BadParam { name, value, kind }))
    };
    let set = media(theme, &catalog.config).filter_map(wrong);
    set.chain(defaults(theme, catalog)).collect()
}

/// Pictures that a theme of the site's own shows where the site says nothing, and that are not there.
fn defaults(theme: &Theme, catalog: &Catalog) -> Vec<Diag> {
    let wrong = |(name, param): (&String, &Param)| {
        let (path, line) = param.own.clone()?;
        let is_there = catalog.media_entry(&param.default).is_some();
        if param.kind != ParamKind::Media || param.default.is_empty() || is_there {
            return None;
        }
        let (name, value) = (name.clone(), param.default.clone());
        let problem = Problem::BadDefault { name, value, kind: "picture", line };
        Some(Diag::of_file(path, problem))
    };
    theme.params.iter().filter_map(wrong).collect()
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
