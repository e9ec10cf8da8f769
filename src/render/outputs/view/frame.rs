//! What stands around every page, and what its `<head>` says.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Day, Html, Link, Meta, Picture, Social};
use crate::render::outputs::templates::Shared;

/// A page with everything around it: what every page template receives.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Sheet<V> {
    /// What leads from the page to the site's start: `./`, `../../`; for the 404 page the path of the base address.
    pub root: String,
    /// What stands around the page.
    pub frame: Frame,
    /// The page.
    pub page: V,
}

/// What differs from page to page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Frame {
    /// The language of the page.
    pub lang: String,
    /// What the page may do in a browser, where its host does not say so: the content of a
    /// `<meta http-equiv="Content-Security-Policy">` before everything that is fetched.
    pub policy: Option<String>,
    /// The whole `<title>`.
    pub title: String,
    /// One or two sentences for search engines and previews.
    pub description: Option<String>,
    /// The page's own address, relative to the site's start.
    pub url: String,
    /// The page's whole address.
    pub canonical: Option<String>,
    /// The id of the menu entry that is current; empty for none.
    pub section: String,
    /// The way to the page, from home; without the page itself.
    pub crumbs: Vec<Link>,
    /// The page in other languages.
    pub alternates: Vec<Alternate>,
    /// For languages that it is not in, the list of the same kind of documents, or home.
    pub elsewhere: Vec<Alternate>,
    /// Feeds for the page, with whole or site addresses.
    pub feeds: Vec<Link>,
    /// What previews elsewhere show.
    pub social: Social,
    /// What managers of references read.
    pub citation: Vec<Meta>,
    /// The page in the words of schema.org, as JSON that is safe inside a script element.
    pub linked: Option<Html>,
    /// The pages of its lists, where they are too long for one.
    pub list_pages: Option<ListPages>,
    /// The document before this one, in the order of its section.
    pub previous: Option<Link>,
    /// The document after it.
    pub next: Option<Link>,
    /// When it was published.
    pub published: Option<Day>,
    /// When it was last changed.
    pub updated: Option<Day>,
    /// Where an editor changes the source.
    pub edit: Option<String>,
    /// "Nieuw verhaal": where an editor adds one to this section.
    pub new: Option<Link>,
    /// "Klopt er iets niet?": the contact, with the page's address in it.
    pub feedback: Option<Link>,
    /// What a reader has to know before reading.
    pub notices: Vec<Notice>,
    /// Whether this is a preview that is not public.
    pub preview: bool,
    /// Whether search engines should leave it out.
    pub noindex: bool,
    /// Scripts of this page alone, relative to the site's start.
    pub scripts: Vec<String>,
    /// A [`Site`], converted once per language.
    pub site: Shared,
}

/// A page in another language.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Alternate {
    /// The language tag.
    pub lang: String,
    /// The language's own name: "English".
    pub label: String,
    /// Its address relative to the site's start.
    pub url: String,
    /// Its whole address; `None` where it is not the same page but where its lists begin.
    pub canonical: Option<String>,
}

/// What a reader has to know before reading.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Notice {
    /// `sample`, `replaced`, `outdated`, `language`, `correction`; also a class.
    pub kind: String,
    /// The sentence.
    pub text: String,
    /// Where to go instead.
    pub link: Option<Link>,
}

/// What is the same on all pages of a language.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Site {
    /// The site's name.
    pub name: String,
    /// What the site is, in a few words.
    pub tagline: Option<String>,
    /// The language of the name, where that is not the page's.
    pub name_lang: Option<String>,
    /// The language of the tagline, where that is not the page's.
    pub tagline_lang: Option<String>,
    /// The language of the theme's own words, where that is not the page's: the theme has none in it.
    pub words_lang: Option<String>,
    /// The address of home relative to the site's start: empty, or `index.html` in a site to be read from disk.
    pub home: String,
    /// A logo beside the name.
    pub logo: Option<Picture>,
    /// The logo of dark mode, where there is another one.
    pub logo_dark: Option<Picture>,
    /// The settings of the theme, by their names in `theme.yaml`, each with a value.
    pub params: BTreeMap<String, Setting>,
    /// The address of the icon relative to the site's start.
    pub favicon: Option<String>,
    /// The address of the stylesheet relative to the site's start.
    pub stylesheet: String,
    /// The addresses of scripts for all pages relative to the site's start.
    pub scripts: Vec<String>,
    /// The menu.
    pub nav: Vec<NavEntry>,
    /// The search page.
    pub search: Option<Link>,
    /// Who is responsible.
    pub owner: Option<Link>,
    /// Under which licence the texts stand.
    pub licence: Option<Link>,
    /// The accessibility statement.
    pub accessibility: Option<Link>,
    /// The privacy page.
    pub privacy: Option<Link>,
    /// Further links at the bottom: sources, glossary, open data.
    pub footer: Vec<Link>,
    /// A sentence that says that this is a demonstration.
    pub demonstration: Option<String>,
    /// The same in one word, for beside the name, with the page that tells more.
    pub demonstration_mark: Option<Link>,
    /// Which version of the content this is.
    pub version: Option<String>,
}

/// The value of a setting of the theme: what the site says, or else the theme.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Setting {
    /// A text or colour; empty for none.
    Text(String),
    /// Yes or no.
    YesNo(bool),
    /// A picture in its smallest size, as beside the name of the site.
    Picture(Option<Picture>),
}

/// An entry of the menu.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NavEntry {
    /// What a page's `section` is compared with.
    pub id: String,
    /// The words.
    pub label: String,
    /// Their language, where that is not the page's.
    pub lang: Option<String>,
    /// The address relative to the site's start.
    pub url: String,
}

/// The pages of a list that is too long for one.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ListPages {
    /// The page before this one.
    pub previous: Option<Link>,
    /// The page after it.
    pub next: Option<Link>,
    /// The first, the last, and those around this one; this one leads nowhere.
    pub pages: Vec<ListPage>,
}

/// A page of a list.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ListPage {
    /// Its number.
    pub link: Link,
    /// Whether there are more between it and the one before.
    pub gap: bool,
}
