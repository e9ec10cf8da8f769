//! Files for machines: feeds, the sitemap, robots.txt. They have no frame.

use serde::Serialize;

use super::{Alternate, Choice};

/// An Atom feed. All addresses are whole.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Feed {
    /// The language.
    pub lang: String,
    /// Its title.
    pub title: String,
    /// What it holds.
    pub subtitle: Option<String>,
    /// Its permanent id: its own address.
    pub id: String,
    /// The page it belongs to.
    pub home: String,
    /// When anything in it last changed, RFC 3339.
    pub updated: String,
    /// Who makes it.
    pub author: String,
    /// The entries, newest first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FeedEntry {
    /// Its permanent id.
    pub id: String,
    /// Its address.
    pub url: String,
    /// Its title.
    pub title: String,
    /// The language of all that is said in it, where that is not the feed's.
    pub lang: Option<String>,
    /// When it was published, RFC 3339.
    pub published: String,
    /// When it was last changed, RFC 3339.
    pub updated: String,
    /// Its summary.
    pub summary: Option<String>,
    /// Its body as HTML with whole addresses.
    pub html: Option<String>,
    /// Topics and regions.
    pub categories: Vec<Choice>,
}

/// The sitemap.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Sitemap {
    /// All pages that may be found.
    pub urls: Vec<SitemapUrl>,
}

/// A page of the sitemap.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SitemapUrl {
    /// Its whole address.
    pub url: String,
    /// When it last changed: `2021-03-18`.
    pub updated: Option<String>,
    /// The page in other languages, itself included; `canonical` is shown.
    pub alternates: Vec<Alternate>,
}

/// robots.txt
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Robots {
    /// The whole address of the sitemap.
    pub sitemap: String,
    /// Whether nothing may be indexed: a preview. Its pages say so themselves, so a crawler has to be
    /// allowed to fetch them.
    pub closed: bool,
    /// Paths of files that cannot say themselves that they should not be indexed, from `/`.
    pub hidden: Vec<String>,
}
