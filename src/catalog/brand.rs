//! The media items that the settings name: the logo and the icon of the site.

use crate::base::{RefKind, SourcePath, UrlPath};
use crate::model::drawing::PictureFile;
use crate::schema::Reference;

use super::{Catalog, MediaEntry};

impl Catalog {
    /// Whether the settings name a media item.
    pub fn dresses_site(&self, id: &str) -> bool {
        let is_it = |own: &Reference| own.kind == RefKind::Media && own.id.value == id;
        self.config.references.iter().any(is_it)
    }

    /// The file of a logo: the smallest there is, as it stands no larger than a line or two.
    pub fn logo_file(&self, entry: &MediaEntry) -> Option<PictureFile> {
        let files = self.page_files(entry);
        files.into_iter().next().filter(|_| entry.allowed.site)
    }

    /// The file of an icon; `None` for what browsers show in no tab.
    pub fn icon_file(&self, entry: &MediaEntry) -> Option<UrlPath> {
        let ending = entry.item.file.as_ref().map_or("", SourcePath::extension);
        let fits = ["svg", "png"].iter().any(|own| own.eq_ignore_ascii_case(ending));
        self.logo_file(entry).filter(|_| fits).map(|file| file.url)
    }
}
