//! Where everything stands on the site.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::{Lang, UrlPath};
use crate::config::{Config, Section};
use crate::model::DocKind;

use super::Entry;

/// How addresses of pages end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// In a slash, as hosts serve them.
    Folder,
    /// In `index.html`, so that the folder reads from disk.
    File,
}

/// The addresses of pages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Addresses {
    config: Arc<Config>,
    /// How addresses end.
    style: Style,
}

impl Addresses {
    pub(super) fn new(config: Arc<Config>, style: Style) -> Self {
        Self { config, style }
    }

    /// How addresses end.
    pub fn style(&self) -> Style {
        self.style
    }

    /// Home, in a language.
    pub fn home(&self, lang: &Lang) -> UrlPath {
        self.url(lang, "")
    }

    /// The index page of a section.
    pub fn section(&self, section: Section, lang: &Lang) -> UrlPath {
        self.url(lang, &format!("{}/", self.config.path(section, lang)))
    }

    /// A page below a section.
    pub fn below(&self, section: Section, id: &str, lang: &Lang) -> UrlPath {
        self.url(lang, &format!("{}/{id}/", self.config.path(section, lang)))
    }

    /// A file below the section's folder.
    pub fn file(&self, section: Section, name: &str, lang: &Lang) -> UrlPath {
        self.plain(lang, &format!("{}/{name}", self.config.path(section, lang)))
    }

    /// The copy desk of an edition, below its page.
    pub fn desk(&self, edition: &Entry) -> UrlPath {
        let lang = &edition.document.lang;
        let word = self.config.path(Section::Copy, lang);
        self.below(Section::Newsletters, &format!("{}/{word}", edition.document.id), lang)
    }

    /// A page of a list that is cut: the first at the address of the list, others below it.
    pub fn part(&self, list: &UrlPath, at: usize) -> UrlPath {
        if at == 0 {
            return list.clone();
        }
        let folder = list.as_str().trim_end_matches("index.html");
        let below = format!("{folder}{}/{}", at + 1, self.end());
        UrlPath::new(&below).unwrap_or_else(UrlPath::home)
    }

    /// The address of a list by that of one of its pages.
    pub fn first_part(&self, page: &UrlPath, at: usize) -> UrlPath {
        let below = format!("{}/{}", at + 1, self.end());
        match page.as_str().strip_suffix(&below).filter(|_| at > 0) {
            Some(folder) => {
                UrlPath::new(&format!("{folder}{}", self.end())).unwrap_or_else(UrlPath::home)
            }
            None => page.clone(),
        }
    }

    /// The calendar file of a meeting, beside its page.
    pub fn calendar(&self, id: &str, lang: &Lang) -> UrlPath {
        self.file(Section::Events, &format!("{id}/{id}.ics"), lang)
    }

    /// A file at the top of a language's part of the site.
    pub fn top_file(&self, name: &str, lang: &Lang) -> UrlPath {
        self.plain(lang, name)
    }

    /// A file at the top of the whole site.
    pub fn root_file(&self, name: &str) -> UrlPath {
        self.plain(&self.config.lang, name)
    }

    /// A document.
    pub fn document(&self, kind: DocKind, id: &str, lang: &Lang) -> UrlPath {
        match section_of(kind) {
            Some(section) => self.below(section, id, lang),
            None if kind == DocKind::Home => self.home(lang),
            None => self.url(lang, &format!("{id}/")),
        }
    }

    /// The section that a page with this id introduces: one whose index page can show it. A translation
    /// has the id of its original, which is the section's word in the main language.
    pub fn introduced_by(&self, page: &str, lang: &Lang) -> Option<Section> {
        let named =
            |lang: &Lang| indexes().find(|section| self.config.path(*section, lang) == page);
        named(lang).or_else(|| named(&self.config.lang))
    }

    /// A folder address with its style's ending.
    fn url(&self, lang: &Lang, below: &str) -> UrlPath {
        self.plain(lang, &format!("{below}{}", self.end()))
    }

    fn end(&self) -> &'static str {
        match self.style {
            Style::Folder => "",
            Style::File => "index.html",
        }
    }

    fn plain(&self, lang: &Lang, below: &str) -> UrlPath {
        let prefix = if *lang == self.config.lang { String::new() } else { format!("{lang}/") };
        // Ids and section words were checked when they were read.
        UrlPath::new(&format!("{prefix}{below}")).unwrap_or_else(UrlPath::home)
    }

    /// The languages of the site.
    pub fn langs(&self) -> BTreeSet<&Lang> {
        self.config.langs.iter().collect()
    }
}

/// The sections with a page at their own address; pictures and the copy desk have none there.
pub(super) fn indexes() -> impl Iterator<Item = Section> {
    let all = Section::ALL.iter().copied();
    all.filter(|section| !matches!(section, Section::Copy | Section::Images))
}

/// The section that holds documents of a type.
pub fn section_of(kind: DocKind) -> Option<Section> {
    Some(match kind {
        DocKind::Home | DocKind::Page => return None,
        DocKind::Factsheet => Section::Factsheets,
        DocKind::Story => Section::Stories,
        DocKind::Finding => Section::Findings,
        DocKind::Region => Section::Regions,
        DocKind::Report => Section::Reports,
        DocKind::Event => Section::Events,
        DocKind::Newsletter => Section::Newsletters,
        DocKind::Questionnaire => Section::OwnEvaluation,
        DocKind::Blueprint => Section::Blueprints,
    })
}
