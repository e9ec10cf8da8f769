//! What crawlers may look at.

use crate::config::Section;
use crate::render::outputs::view::Robots;

use super::{Press, from_host, whole};

/// robots.txt: copy desks are for editors, and a preview is for nobody else.
pub(super) fn view(press: Press<'_>) -> Robots {
    let catalog = press.catalog;
    let mut hidden = Vec::new();
    for lang in &catalog.config.langs {
        hidden.push(from_host(catalog, &catalog.addresses.file(Section::Copy, "", lang)));
        // A star stands for the edition.
        let newsletters =
            from_host(catalog, &catalog.addresses.file(Section::Newsletters, "", lang));
        let copy = catalog.config.path(Section::Copy, lang);
        hidden.push(format!("{newsletters}*/{copy}/"));
    }
    Robots {
        sitemap: whole(catalog, &catalog.addresses.root_file("sitemap.xml")),
        closed: press.shared.preview,
        hidden,
    }
}
