//! The logo and the icon that a site sets of its own, in place of those of the theme, and all other
//! settings of it.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::catalog::Catalog;
use crate::render::outputs::view::{Picture, Setting};
use crate::theme::{ParamKind, Params};

/// The media items that a site set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brand {
    /// What stands beside its name.
    pub logo: Option<String>,
    /// The same in dark mode.
    pub logo_dark: Option<String>,
    /// What stands in the browser's tab.
    pub icon: Option<String>,
}

impl Brand {
    /// The address of the icon.
    pub(super) fn icon(&self, catalog: &Catalog) -> Option<String> {
        let entry = catalog.media_entry(self.icon.as_ref()?)?;
        Some(catalog.icon_file(entry)?.encoded())
    }
}

/// A logo as the frame of a page shows it. Its own words are there for themes that show it
/// without the name.
pub(super) fn picture(catalog: &Catalog, id: Option<&str>, lang: &Lang) -> Option<Picture> {
    let entry = catalog.media_entry(id?)?;
    let file = catalog.logo_file(entry)?;
    let alt = catalog.words(&entry.item.record, "alt", lang);
    Some(Picture {
        src: file.url.encoded(),
        width: file.width,
        height: file.height,
        alt: alt.text,
        alt_lang: alt.lang.map(|lang| lang.to_string()),
        ..Picture::default()
    })
}

/// The settings of the theme as templates see them.
pub(super) fn settings(
    catalog: &Catalog,
    params: &Params,
    lang: &Lang,
) -> BTreeMap<String, Setting> {
    let seen = |kind, value: &str| match kind {
        ParamKind::Colour | ParamKind::Text => Setting::Text(value.to_owned()),
        ParamKind::YesNo => Setting::YesNo(matches!(value, "yes" | "true" | "ja")),
        ParamKind::Media => Setting::Picture(picture(catalog, Some(value), lang)),
    };
    params.all().map(|(name, kind, value)| (name.to_owned(), seen(kind, value))).collect()
}
