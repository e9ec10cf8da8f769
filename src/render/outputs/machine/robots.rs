//! What crawlers may look at.

use crate::config::Section;
use crate::render::outputs::view::Robots;

use super::{Press, from_host, whole};

/// robots.txt: a page that may not be found, such as a copy desk or any of a preview, says `noindex`
/// itself, and a crawler that may not fetch it would never read that. Only what cannot say it is
/// kept from crawlers: pieces to paste, and the files of a preview.
pub(super) fn view(press: Press<'_>) -> Robots {
    let catalog = press.catalog;
    let addresses = &catalog.addresses;
    let mut hidden = Vec::new();
    for lang in &catalog.config.langs {
        hidden.push(from_host(catalog, &addresses.file(Section::Copy, "items/", lang)));
        // A star stands for the edition.
        let news = from_host(catalog, &addresses.file(Section::Newsletters, "", lang));
        hidden.push(format!("{news}*/items/"));
    }
    if press.shared.preview {
        hidden.push(from_host(
            catalog,
            &addresses.file(Section::Images, "", &catalog.config.lang),
        ));
        hidden.push(from_host(catalog, &addresses.root_file("data/")));
        // Feeds, mail and calendars tell of drafts too.
        let base = catalog.config.base_path();
        let endings = ["xml", "ics", "eml", "txt", "json"];
        hidden.extend(endings.map(|ending| format!("{base}*.{ending}$")));
    }
    Robots {
        sitemap: whole(catalog, &addresses.root_file("sitemap.xml")),
        closed: press.shared.preview,
        hidden,
    }
}
