//! The logo and the icon that a site sets of its own, in place of those of the theme.

use crate::catalog::Catalog;
use crate::render::outputs::view::Picture;

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
        Some(catalog.icon_file(entry)?.to_string())
    }
}

/// A logo as the frame of a page shows it. Its own words are there for themes that show it
/// without the name.
pub(super) fn picture(catalog: &Catalog, id: Option<&str>) -> Option<Picture> {
    let entry = catalog.media_entry(id?)?;
    let file = catalog.logo_file(entry)?;
    Some(Picture {
        src: file.url.to_string(),
        width: file.width,
        height: file.height,
        alt: entry.item.alt.as_ref().map(|alt| alt.value.clone()).unwrap_or_default(),
        ..Picture::default()
    })
}
