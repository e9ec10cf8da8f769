//! What is the same on all pages, made once.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::Lang;
pub(super) use crate::catalog::section_label;
use crate::catalog::{Catalog, Entry, licence_url, section_of};
use crate::config::Section;
use crate::i18n::Strings;
use crate::media::Colours;
use crate::model::DocKind;
use crate::render::body::Labels;
use crate::render::leaf::chart::ChartColours;
use crate::render::outputs::newsletter::MailTokens;
use crate::render::outputs::policy::InPages;
use crate::render::outputs::templates::{self, Templates};
use crate::render::outputs::view::{Letter, Link, Map, NavEntry, Site};
use crate::theme::Params;

use super::brand::{Brand, picture, settings};
use super::frame::SCRIPTS_OF_SOME_PAGES;
use super::memo::Memo;
use super::search::Named;
use crate::render::outputs::search::Finder;

/// What the pipeline knows of the site's own files.
#[derive(Debug, Clone, Default)]
pub struct SiteFacts {
    /// The address of the stylesheet.
    pub stylesheet: String,
    /// The addresses of the theme's scripts, by name: `filter.js`.
    pub scripts: BTreeMap<String, String>,
    /// The address of the theme's own icon.
    pub favicon: Option<String>,
    /// What the site sets of its own.
    pub brand: Brand,
    /// The settings of the theme, each with its value.
    pub params: Params,
    /// Where browsers find the index that they search in; `None` for no search box.
    pub search: Option<Finder>,
    /// The theme's colours for cards.
    pub card_colours: Colours,
    /// The theme's colours for pictures of charts.
    pub chart_colours: ChartColours,
    /// The look of mail.
    pub mail: MailTokens,
}

/// What is the same on all pages of a language.
#[derive(Debug)]
pub struct PerLang {
    /// The texts.
    pub strings: Strings,
    /// The labels of bodies.
    pub labels: Labels,
    /// What stands around every page.
    pub site: templates::Shared,
}

/// What is the same on all pages.
#[derive(Debug)]
pub struct Shared {
    by_lang: BTreeMap<Lang, PerLang>,
    main: Lang,
    /// Whether the pages are a preview for colleagues.
    pub preview: bool,
    /// The addresses of the theme's scripts, by name.
    pub scripts: BTreeMap<String, String>,
    /// Where browsers find the index that they search in.
    pub search: Option<Finder>,
    /// The theme's colours for cards.
    pub card_colours: Colours,
    /// The theme's colours for pictures of charts.
    pub chart_colours: ChartColours,
    /// The look of mail.
    pub mail: MailTokens,
    /// What pages say themselves of what they may do, where their host does not.
    pub(super) policies: Option<InPages>,
    /// Maps of where something was seen.
    pub(super) seen_maps: Memo<Option<Map>>,
    /// Everything from A to Z, by language.
    pub(super) index: Memo<Arc<Vec<Letter<Named>>>>,
}

impl Shared {
    /// Makes it, once per build.
    pub fn new(catalog: &Catalog, facts: &SiteFacts, preview: bool) -> Self {
        let per_lang = |lang: &Lang| {
            let strings = catalog.strings(lang)?.clone();
            let site = site(catalog, lang, &strings, facts);
            let is_dutch = strings.lang().is_dutch();
            let labels = if is_dutch { Labels::dutch() } else { Labels::english() };
            Some((lang.clone(), PerLang { strings, labels, site: Templates::share(&site) }))
        };
        let by_lang = catalog.config.langs.iter().filter_map(per_lang).collect();
        Self {
            by_lang,
            main: catalog.config.lang.clone(),
            preview,
            scripts: facts.scripts.clone(),
            search: facts.search.clone(),
            card_colours: facts.card_colours,
            chart_colours: facts.chart_colours.clone(),
            mail: facts.mail.clone(),
            policies: InPages::of(catalog, facts.search.is_some()),
            seen_maps: Memo::default(),
            index: Memo::default(),
        }
    }

    /// What is the same on all pages of a language; the main language's for others.
    pub fn of(&self, lang: &Lang) -> Option<&PerLang> {
        self.by_lang.get(lang).or_else(|| self.by_lang.get(&self.main))
    }
}

fn site(catalog: &Catalog, lang: &Lang, strings: &Strings, facts: &SiteFacts) -> Site {
    let config = &catalog.config;
    let links = Links { catalog, lang, strings };
    Site {
        name: config.title(lang).to_owned(),
        tagline: config.tagline(lang).map(str::to_owned),
        name_lang: config.title.other_lang(lang).map(str::to_owned),
        tagline_lang: config.tagline.other_lang(lang).map(str::to_owned),
        words_lang: links.words_lang(),
        home: catalog.addresses.home(lang).as_str().to_owned(),
        logo: picture(catalog, facts.brand.logo.as_deref(), lang),
        logo_dark: picture(catalog, facts.brand.logo_dark.as_deref(), lang),
        params: settings(catalog, &facts.params, lang),
        favicon: facts.brand.icon(catalog).or_else(|| facts.favicon.clone()),
        stylesheet: facts.stylesheet.clone(),
        scripts: scripts(facts),
        nav: nav(catalog, lang, strings),
        search: Some(links.section(Section::Search, "search")),
        owner: links.owner(),
        licence: config
            .licence
            .as_ref()
            .map(|id| Link { lang: links.words_lang(), ..licence(id, strings) }),
        accessibility: links.accessibility(),
        privacy: links.page("privacy", "privacy"),
        footer: links.footer(),
        demonstration: config
            .demonstration
            .as_ref()
            .map(|_| strings.text("demonstration").to_owned()),
        demonstration_mark: links.demonstration_mark(),
        version: None,
    }
}

/// The links that stand around every page of a language.
struct Links<'a> {
    catalog: &'a Catalog,
    lang: &'a Lang,
    strings: &'a Strings,
}

impl Links<'_> {
    /// The language of the words, where they stand in for those of the page's.
    fn words_lang(&self) -> Option<String> {
        self.strings.instead().map(ToString::to_string)
    }

    fn said(&self, key: &str, url: &str) -> Link {
        Link { lang: self.words_lang(), ..Link::site(self.strings.text(key), url) }
    }

    fn page(&self, id: &str, key: &str) -> Option<Link> {
        let entry = self.catalog.document(DocKind::Page, id, self.lang);
        entry.filter(|own| own.is_shown()).map(|own| self.said(key, own.url.as_str()))
    }

    fn section(&self, section: Section, key: &str) -> Link {
        self.said(key, self.catalog.addresses.section(section, self.lang).as_str())
    }

    /// A translation is called as the page that it translates.
    fn accessibility(&self) -> Option<Link> {
        let mut names = ["toegankelijkheid", "accessibility"].into_iter();
        names.find_map(|id| self.page(id, "accessibility"))
    }

    /// Who is to be asked, with the page that says how.
    fn owner(&self) -> Option<Link> {
        let id = self.catalog.config.contact.as_ref()?;
        let page = self.catalog.document(DocKind::Page, "contact", self.lang);
        let page = page.filter(|entry| entry.is_shown());
        let url = page.map(|entry| entry.url.to_string());
        Some(Link { url, ..Link::from(self.catalog.owner(id, self.lang)) })
    }

    fn footer(&self) -> Vec<Link> {
        let (catalog, lang) = (self.catalog, self.lang);
        let mut footer = vec![
            self.section(Section::Topics, "topics"),
            self.section(Section::Questions, "learning_questions"),
            self.section(Section::Reports, "reports"),
        ];
        // Not every site has these.
        let kinds = [DocKind::Event, DocKind::Blueprint, DocKind::Questionnaire];
        let filled =
            kinds.into_iter().filter(|kind| catalog.documents(*kind, lang).next().is_some());
        footer.extend(filled.filter_map(|kind| {
            let section = section_of(kind)?;
            let lang = self.words_lang();
            let url = catalog.addresses.section(section, self.lang);
            Some(Link {
                lang,
                ..Link::site(section_label(section, self.strings), url.as_str())
            })
        }));
        footer.extend([
            self.section(Section::Sources, "sources"),
            self.section(Section::Glossary, "glossary"),
            self.section(Section::Credits, "credits"),
            self.section(Section::Newsletters, "types/newsletter"),
        ]);
        if catalog.has_desks() {
            footer.push(self.section(Section::Copy, "copy_desk"));
        }
        footer.extend(self.page("contact", "contact"));
        footer.extend(self.demonstration().map(|entry| Link {
            lang: other_language(entry, lang),
            ..Link::site(entry.document.head.title.as_str(), entry.url.as_str())
        }));
        footer
    }

    /// The page that tells that the site is a demonstration.
    fn demonstration(&self) -> Option<&Entry> {
        let id = self.catalog.config.demonstration.as_ref()?;
        self.catalog.any(id, self.lang).filter(|own| own.is_shown())
    }

    fn demonstration_mark(&self) -> Option<Link> {
        self.catalog.config.demonstration.as_ref()?;
        let url = self.demonstration().map(|entry| entry.url.to_string());
        Some(Link { url, ..self.said("demonstration_mark", "") })
    }
}

/// The scripts of every page, those of the program first: all but those that some pages need.
fn scripts(facts: &SiteFacts) -> Vec<String> {
    const FIRST: [&str; 2] = ["print.js", "found.js"];
    let first = FIRST.iter().filter_map(|name| facts.scripts.get(*name));
    let is_own = |name: &str| !FIRST.contains(&name) && !SCRIPTS_OF_SOME_PAGES.contains(&name);
    let own = facts.scripts.iter().filter(|(name, _)| is_own(name)).map(|(_, url)| url);
    first.chain(own).cloned().collect()
}

/// A licence by its SPDX id, with its text elsewhere where it has one.
pub(super) fn licence(id: &str, strings: &Strings) -> Link {
    let label = strings.label("licence", id);
    let Some(url) = licence_url(id) else { return Link::words(label) };
    let page = if strings.lang().is_dutch() { "deed.nl" } else { "deed.en" };
    Link::external(label, format!("{url}{page}"))
}

/// The menu, as the settings say or the first sections.
pub(super) fn nav(catalog: &Catalog, lang: &Lang, strings: &Strings) -> Vec<NavEntry> {
    let written: Vec<&str> = catalog.config.navigation.iter().map(|own| own.as_str()).collect();
    let entries = if written.is_empty() {
        vec!["findings", "factsheets", "stories", "regions"]
    } else {
        written
    };
    let entry = |name: &str| {
        if let Some(section) = Section::CHOICE.key(name).and_then(Section::parse) {
            let url = catalog.addresses.section(section, lang);
            let label = section_label(section, strings);
            return Some(NavEntry {
                id: section.as_str().to_owned(),
                label,
                lang: strings.instead().map(ToString::to_string),
                url: url.to_string(),
            });
        }
        let page =
            catalog.document(DocKind::Page, name, lang).filter(|entry| entry.is_shown())?;
        let (label, lang) = if name == "meedoen" || name == "take-part" {
            let words_lang = strings.instead().map(ToString::to_string);
            (strings.text("take_part").to_owned(), words_lang)
        } else {
            (page.document.head.title.value.clone(), other_language(page, lang))
        };
        Some(NavEntry { id: name.to_owned(), label, lang, url: page.url.to_string() })
    };
    entries.into_iter().filter_map(entry).collect()
}

/// The language of a document that stands in for one in another.
fn other_language(entry: &Entry, lang: &Lang) -> Option<String> {
    let own = &entry.document.lang;
    (own != lang).then(|| own.as_str().to_owned())
}
