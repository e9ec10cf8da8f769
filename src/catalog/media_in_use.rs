//! Which media items are used: for all of them at once, as there may be as many as there are pages.

use std::collections::BTreeSet;

use super::{Catalog, MediaEntry};

/// Media items that are used, by id.
#[derive(Debug, Clone, Default)]
pub struct MediaInUse<'a> {
    shown: BTreeSet<&'a str>,
    leading: BTreeSet<&'a str>,
    beside: BTreeSet<&'a str>,
}

impl MediaInUse<'_> {
    /// Whether anything that is shown uses it, or a film that has it as its poster.
    pub fn shows(&self, entry: &MediaEntry) -> bool {
        self.shown.contains(entry.item.id.as_str())
    }

    /// Whether some document has it as its picture, or has a film with it as its picture.
    pub(super) fn leads_a_page(&self, entry: &MediaEntry) -> bool {
        self.leading.contains(entry.item.id.as_str())
    }

    /// Whether a newsletter shows it beside a text.
    pub(super) fn stands_beside_text(&self, entry: &MediaEntry) -> bool {
        self.beside.contains(entry.item.id.as_str())
    }
}

impl Catalog {
    /// Which media items are used, all found in one walk.
    pub fn media_in_use(&self) -> MediaInUse<'_> {
        let used = self.media.values().filter(|own| {
            let id = own.item.id.as_str();
            self.dresses_site(id) || self.is_any_shown(self.uses.media.get(id))
        });
        let with_poster = used.flat_map(|own| {
            let poster = own.item.poster.as_ref().map(|id| id.as_str());
            std::iter::once(own.item.id.as_str()).chain(poster)
        });
        let leading = self.entries.iter().filter(|entry| entry.is_shown());
        let leading = leading.filter_map(|entry| entry.document.head.image.as_ref());
        let with_picture = leading.flat_map(|id| {
            let picture = self.pictured(id).map(|own| own.item.id.as_str());
            std::iter::once(id.as_str()).chain(picture)
        });
        MediaInUse {
            shown: with_poster.collect(),
            leading: with_picture.collect(),
            beside: self.media_beside_text(),
        }
    }
}
