//! Registers: sources, glossary, media credits, A to Z.

use serde::Serialize;

use super::{Card, Choice, Group, Head, Html, Letter, Link, Picture};

/// All sources with what rests on them.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Sources {
    /// Its top.
    pub head: Head,
    /// Its introduction.
    pub intro: Option<Html>,
    /// The sources by kind.
    pub groups: Vec<Group<SourceEntry>>,
    /// The site's own data, to be used elsewhere: tables, all in one file, its feed.
    pub open_data: Vec<Link>,
}

/// A source.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SourceEntry {
    /// Its anchor.
    pub id: String,
    /// Its title, leading to the source itself.
    pub title: Link,
    /// Who made it.
    pub author: String,
    /// When, in words.
    pub when: Option<String>,
    /// When it was looked at.
    pub accessed: Option<String>,
    /// primary, secondary, press.
    pub reliability: Option<Choice>,
    /// A kept copy.
    pub archive: Option<Link>,
    /// Its page on this site.
    pub report: Option<Link>,
    /// The sources it rests on.
    pub based_on: Vec<Link>,
    /// What rests on it, the newest first; not all of it when that is much.
    pub used_by: Vec<Link>,
    /// Where all of it is, when that is more.
    pub all_uses: Option<Link>,
}

/// A source with everything that rests on it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SourceUses {
    /// Its top.
    pub head: Head,
    /// The source, on the first page.
    pub source: Option<SourceEntry>,
    /// What rests on it.
    pub used_by: Vec<Card>,
}

/// Words explained.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Glossary {
    /// Its top.
    pub head: Head,
    /// Its introduction.
    pub intro: Option<Html>,
    /// The words by letter.
    pub letters: Vec<Letter<Term>>,
}

/// A word explained.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Term {
    /// Its anchor.
    pub id: String,
    /// The word.
    pub term: String,
    /// The language of the word, where that is not the page's.
    pub lang: Option<String>,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// What it means, in plain words.
    pub plain: String,
    /// The language of that, where it is not the page's.
    pub plain_lang: Option<String>,
    /// Where that comes from.
    pub source: Option<Link>,
}

/// Who made the pictures, films and sound.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Credits {
    /// Its top.
    pub head: Head,
    /// Its introduction.
    pub intro: Option<Html>,
    /// The media.
    pub rows: Vec<CreditRow>,
}

/// A media item with its rights.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreditRow {
    /// Its anchor.
    pub id: String,
    /// A small picture.
    pub picture: Option<Picture>,
    /// What it shows.
    pub title: String,
    /// The language of that, where it is not the page's.
    pub title_lang: Option<String>,
    /// What it is.
    pub kind: String,
    /// Who made it.
    pub maker: String,
    /// Its licence.
    pub licence: Link,
    /// Rights holder, permission.
    pub note: Option<String>,
    /// Where it is used.
    pub used_by: Vec<Link>,
}

/// The page to search; an index from A to Z where scripts do not run.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Search {
    /// Its top.
    pub head: Head,
    /// The folder of the index that browsers search in; `None` for no search box.
    pub index: Option<String>,
    /// The folders below it of an index that is in parts, in the order in which browsers load them.
    pub parts: Vec<String>,
    /// All pages by letter.
    pub letters: Vec<Letter<IndexEntry>>,
}

/// A page in the index.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct IndexEntry {
    /// The page.
    pub link: Link,
    /// What it is.
    pub kind: String,
}
