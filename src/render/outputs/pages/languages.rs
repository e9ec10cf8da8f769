//! The other languages of the site, as a page leads to them.

use crate::base::{Lang, UrlPath};
use crate::config::Section;
use crate::i18n::own_name;
use crate::plan::{PageKind, source_has_page};
use crate::render::outputs::view::Alternate;

use super::frame::About;
use super::studio::Studio;

impl Studio<'_> {
    /// The page in every language that it is in, its own included, or where its lists begin; none
    /// when there is one.
    pub(super) fn alternates(&self, about: &About<'_>) -> Vec<Alternate> {
        let alternate = |lang: &Lang, url: &UrlPath| Alternate {
            lang: lang.to_string(),
            label: own_name(lang),
            url: url.to_string(),
            // A later page of a list holds other documents in another language.
            canonical: (!self.goes_on()).then(|| self.whole(url.as_str())),
        };
        let found: Vec<Alternate> = match about.entry.filter(|_| !self.is_index()) {
            Some(entry) => {
                let mut all = self.catalog.translations(entry);
                all.push(entry);
                all.sort_by_key(|own| &own.document.lang);
                all.iter().map(|own| alternate(&own.document.lang, &own.url)).collect()
            }
            None => {
                let langs = self.catalog.config.langs.iter();
                let index = |lang: &Lang| Some(alternate(lang, &self.index_in(lang)?));
                langs.filter_map(index).collect()
            }
        };
        if found.len() > 1 { found } else { Vec::new() }
    }

    /// The same index page in a language; `None` for pages that are no index.
    fn index_in(&self, lang: &Lang) -> Option<UrlPath> {
        let (addresses, vocabulary) = (&self.catalog.addresses, &self.catalog.vocabulary);
        let section = match self.page.kind {
            PageKind::Home => return Some(addresses.home(lang)),
            PageKind::Topic(at) => {
                let topic = vocabulary.topics.get(at)?;
                return Some(addresses.below(Section::Topics, &topic.id, lang));
            }
            PageKind::Question(at) => {
                let question = vocabulary.questions.get(at)?;
                return Some(addresses.below(Section::Questions, &question.id, lang));
            }
            PageKind::Source(at) => {
                let id = &vocabulary.sources.get(at)?.id;
                let own = source_has_page(self.catalog, id, lang);
                return own.then(|| addresses.below(Section::Sources, id, lang));
            }
            PageKind::Section(section) => section,
            PageKind::Findings => Section::Findings,
            PageKind::Regions => Section::Regions,
            PageKind::Topics => Section::Topics,
            PageKind::Questions => Section::Questions,
            PageKind::Sources => Section::Sources,
            PageKind::Glossary => Section::Glossary,
            PageKind::Credits => Section::Credits,
            PageKind::Search => Section::Search,
            _ => return None,
        };
        Some(addresses.section(section, lang))
    }

    /// Where a reader of a language goes on that the page is not in: the list of the same kind of
    /// documents, or home.
    pub(super) fn elsewhere(
        &self,
        about: &About<'_>,
        alternates: &[Alternate],
    ) -> Vec<Alternate> {
        let addresses = &self.catalog.addresses;
        let is_there = |lang: &Lang| alternates.iter().any(|own| own.lang == lang.as_str());
        let missing = |lang: &&Lang| *lang != self.lang() && !is_there(lang);
        let way = |lang: &Lang| {
            let section = about.section.map(|section| addresses.section(section, lang));
            Alternate {
                lang: lang.to_string(),
                label: own_name(lang),
                url: section.unwrap_or_else(|| addresses.home(lang)).to_string(),
                canonical: None,
            }
        };
        self.catalog.config.langs.iter().filter(missing).map(way).collect()
    }
}
