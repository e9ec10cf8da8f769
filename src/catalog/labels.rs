//! What menus call a page or a list, beside the title that it gives itself.

use crate::base::Lang;
use crate::config::Section;
use crate::i18n::Strings;
use crate::model::DocKind;

use super::address::indexes;
use super::{Catalog, Entry};

/// What menus have a word for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Labelled {
    /// A page, by its position in the catalogue.
    Page(usize),
    /// A list.
    Section(Section),
}

/// The pages that menus call by a word of the theme, with its key.
const PAGES: [(&str, &str); 6] = [
    ("contact", "contact"),
    ("privacy", "privacy"),
    ("toegankelijkheid", "accessibility"),
    ("accessibility", "accessibility"),
    ("meedoen", "take_part"),
    ("take-part", "take_part"),
];

impl Catalog {
    /// The page that introduces a section, in a language: the theme has words of its own where that is
    /// not there.
    pub fn introduction(&self, section: Section, lang: &Lang) -> Option<&Entry> {
        let introduces = |entry: &&Entry| {
            let document = &entry.document;
            entry.is_shown()
                && document.lang == *lang
                && self.addresses.introduced_by(&document.id, lang) == Some(section)
        };
        let words = [lang, &self.config.lang].map(|lang| self.config.path(section, lang));
        let named = |id| self.document(DocKind::Page, id, lang).filter(introduces);
        words.into_iter().find_map(named)
    }

    /// The title of a section's page.
    pub fn section_title(&self, section: Section, lang: &Lang) -> String {
        let label = || self.strings(lang).map(|own| section_label(section, own));
        match self.introduction(section, lang) {
            Some(entry) => entry.document.head.title.value.clone(),
            None => label().unwrap_or_default(),
        }
    }

    /// The pages and lists whose title does not begin with what menus call them, with that word: they
    /// are looked up under both. None of them counts as read.
    pub fn labels_of_index(&self, lang: &Lang) -> Vec<(Labelled, String)> {
        let Some(strings) = self.strings(lang) else { return Vec::new() };
        let differs =
            |title: &str, label: &str| !title.to_lowercase().starts_with(&label.to_lowercase());
        let page = |(id, key): (&str, &str)| {
            let entry = self.document(DocKind::Page, id, lang).filter(|own| own.is_shown())?;
            let label = strings.text(key).to_owned();
            let title = &entry.document.head.title.value;
            differs(title, &label).then(|| (Labelled::Page(entry.at()), label))
        };
        let section = |section: Section| {
            let label = section_label(section, strings);
            let title = self.section_title(section, lang);
            differs(&title, &label).then_some((Labelled::Section(section), label))
        };
        self.unread(|| {
            let sections = indexes().filter(|own| *own != Section::Search).filter_map(section);
            PAGES.into_iter().filter_map(page).chain(sections).collect()
        })
    }
}

/// The words for a section in a menu or above its page.
pub fn section_label(section: Section, strings: &Strings) -> String {
    let key = match section {
        Section::Factsheets => "types/factsheet",
        Section::Stories => "types/story",
        Section::Findings => "types/finding",
        Section::Reports => "types/report",
        Section::Events => "types/event",
        Section::Blueprints => "types/blueprint",
        Section::OwnEvaluation => "types/questionnaire",
        Section::Regions => "types/region",
        Section::Topics => "types/topic",
        Section::Questions => "types/question",
        Section::Newsletters => "types/newsletter",
        Section::Sources => "sources",
        Section::Glossary => "glossary",
        Section::Credits => "credits",
        Section::Copy => "copy_desk",
        Section::Search => "search_title",
        Section::Images => "materials",
    };
    strings.text(key).to_owned()
}
