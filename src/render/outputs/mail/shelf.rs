//! The newest documents of all kinds, to paste outside any edition: the files below the copy
//! desk, and the feed for tools that make mail of a feed.

use crate::base::{Lang, UrlPath};
use crate::catalog::Entry;
use crate::config::Section;
use crate::plan::{Page, PageKind};
use crate::render::outputs::newsletter::{self, BlockView, Setting, fragment_files};
use crate::render::outputs::pages::Studio;

use super::{File, Post, item, rss, setting};

/// The newest documents with the setting of their fragments.
#[derive(Debug)]
pub struct Shelf<'a> {
    /// What the fragments share.
    pub setting: Setting,
    /// The documents, newest first.
    pub entries: Vec<&'a Entry>,
    /// The same as items.
    pub blocks: Vec<BlockView>,
}

/// The newest documents of a language.
pub fn shelf<'a>(post: Post<'a>, lang: &Lang) -> Shelf<'a> {
    let catalog = post.catalog;
    let entries = catalog.newest(lang);
    let page = page(post, lang);
    let studio = Studio::new(&page, catalog, post.shared);
    Shelf {
        // The word of the folder: visits that come from no edition.
        setting: setting(post, lang, catalog.config.path(Section::Copy, lang)),
        blocks: item::alone(&studio, &entries),
        entries,
    }
}

fn page(post: Post<'_>, lang: &Lang) -> Page {
    let url = post.catalog.addresses.section(Section::Copy, lang);
    Page::new(PageKind::NewestDesk, lang.clone(), url)
}

/// The fragments below the copy desk, and the feed, of every language.
pub fn shelf_files(post: Post<'_>) -> Vec<File> {
    let catalog = post.catalog;
    let mut files = Vec::new();
    for lang in &catalog.config.langs {
        let shelf = shelf(post, lang);
        files.push((feed_url(post, lang), rss::text(post, lang, &shelf).into_bytes()));
        for block in shelf.blocks.iter().filter(|_| catalog.has_desks()) {
            let below = |(name, bytes): newsletter::File| {
                (catalog.addresses.file(Section::Copy, &name, lang), bytes)
            };
            let at = catalog.addresses.file(Section::Copy, "items/x", lang);
            let preview = newsletter::item_preview_file(block, &shelf.setting, &at.to_start());
            let fragments = fragment_files(block, &shelf.setting).into_iter();
            files.extend(fragments.chain([preview]).map(below));
        }
    }
    files
}

/// Where the feed stands.
pub(super) fn feed_url(post: Post<'_>, lang: &Lang) -> UrlPath {
    post.catalog.addresses.file(Section::Newsletters, "mail-feed.xml", lang)
}
