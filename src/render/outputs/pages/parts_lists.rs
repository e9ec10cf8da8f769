//! Parts that index pages share: their tops, counts, the map of stories, how to take part.

use std::sync::Arc;

use crate::base::{UrlPath, When};
use crate::catalog::{Coverage, Entry, Listing, MapFrame, Subject, TileValue, section_of};
use crate::config::Section;
use crate::i18n::dates;
use crate::model::DocKind;
use crate::model::drawing::Drawing;
use crate::render::outputs::view::{Day, Head, Html, Link, Map};

use super::frame::About;
use super::studio::Studio;

/// The top of an index page.
#[derive(Debug)]
pub struct Opening<'a> {
    /// What it says of itself to its frame.
    pub about: About<'a>,
    /// The head.
    pub head: Head,
    /// What stands before the list.
    pub intro: Option<Html>,
}

/// The type of document that a section lists.
pub(super) fn kind_of(section: Section) -> Option<DocKind> {
    DocKind::FOLDERS.iter().copied().find(|kind| section_of(*kind) == Some(section))
}

/// The word for what a section lists, as in `types/<word>`.
fn word_of(section: Section) -> Option<&'static str> {
    match section {
        Section::Topics => Some("topic"),
        Section::Questions => Some("question"),
        Section::Sources | Section::Glossary | Section::Credits | Section::Search => {
            Some(section.as_str())
        }
        _ => kind_of(section).map(DocKind::as_str),
    }
}

impl<'a> Studio<'a> {
    /// The top of a section's index page: from the page that introduces it, or in the theme's
    /// words.
    pub fn opening(&self, section: Section) -> Opening<'a> {
        let mut about = About::section(section, self);
        let own_words = word_of(section)
            .and_then(|word| self.strings().get(&format!("lead/{word}")))
            .map(str::to_owned);
        about.title = self.section_title(section);
        if self.goes_on() {
            let head =
                Head { kind: self.part_kind(), title: about.title.clone(), ..Head::default() };
            return Opening { about, head, intro: None };
        }
        let lead = match about.entry {
            Some(entry) => entry.document.head.summary.as_ref().map(|text| text.value.clone()),
            None => own_words,
        };
        about.description.clone_from(&lead);
        let intro = about
            .entry
            .map(|entry| self.body(&self.catalog.body(entry)))
            .filter(|html| !html.0.trim().is_empty());
        let head = Head { title: about.title.clone(), lead, ..Head::default() };
        Opening { about, head, intro }
    }

    /// What a section is called: as the page that introduces it, or in the theme's words.
    pub fn section_title(&self, section: Section) -> String {
        self.catalog.section_title(section, self.lang())
    }

    /// The address of a section.
    pub fn section_url(&self, section: Section) -> UrlPath {
        self.catalog.addresses.section(section, self.lang())
    }

    /// A link to a section in words of the theme.
    pub fn section_link(&self, section: Section, key: &str) -> Link {
        Link::site(self.text(key), self.section_url(section).as_str())
    }

    /// A link to the feed at an address.
    pub fn feed_link(&self, url: &UrlPath) -> Link {
        Link::site(self.text("feed"), url.as_str())
    }

    /// A link to the page that says how to take part.
    pub fn take_part_link(&self, key: &str) -> Option<Link> {
        let page = ["meedoen", "take-part"].iter().find_map(|id| {
            self.catalog
                .document(DocKind::Page, id, self.lang())
                .filter(|entry| entry.is_shown())
        })?;
        Some(Link::site(self.text(key), page.url.as_str()))
    }

    /// A moment, for machines and for readers.
    pub fn moment(&self, when: When) -> Day {
        let iso = match when {
            // HTML knows no quarters.
            When::Quarter(year, _) => year.to_string(),
            other => other.to_string(),
        };
        Day { iso, shown: dates::when(when, self.lang()) }
    }

    /// A link with what the document is and where behind it.
    pub fn told_link(&self, entry: &Entry) -> Link {
        let kind = self.marked(entry, self.catalog.kind_line(entry, self.lang()));
        Link { note: Some(kind), ..self.entry_link(entry) }
    }

    /// Whether a page in the studio's language may show this version of a document.
    pub fn is_own_version(&self, entry: &Entry) -> bool {
        let document = &entry.document;
        let own = self.catalog.document(document.kind, &document.id, self.lang());
        own.is_some_and(|own| std::ptr::eq(own, entry))
    }

    /// "3 factsheets", "5 verhalen": what is about something and not made up, of those types that there
    /// are. Each type has the key of its words.
    pub fn counts(&self, about: Subject<'_>, kinds: &[(DocKind, &str)]) -> Vec<String> {
        let count = |(kind, key): &(DocKind, &str)| {
            let list = Listing { kind: *kind, lang: self.lang(), about };
            let n = self.catalog.real_length(list);
            (n > 0).then(|| self.strings().count(key, n))
        };
        kinds.iter().filter_map(count).collect()
    }

    /// The map of how many stories each region has; `None` when no region has a place on it.
    pub fn story_map(&self, id: &str) -> Option<Map> {
        let count = |region: &Entry| self.catalog.stories_of(region);
        self.counted_map(id, "story_map", "stories", count)
    }

    /// How often regions and topics are named together.
    pub(super) fn coverage(&self) -> Arc<Coverage> {
        self.catalog.topic_coverage(self.lang())
    }

    /// The map of how much each region told of a topic.
    pub fn topic_map(&self, topic: &str) -> Option<Map> {
        let coverage = self.coverage();
        let count = |region: &Entry| coverage.count(&region.document.id, topic);
        self.counted_map("s_regions", "topic_map", "items", count)
    }

    /// A map of what is counted of each region; the keys of its texts begin with `texts`.
    fn counted_map(
        &self,
        id: &str,
        texts: &str,
        word: &str,
        count: impl Fn(&Entry) -> usize,
    ) -> Option<Map> {
        let strings = self.strings();
        let frame = MapFrame {
            id,
            title: Some(self.text(&format!("{texts}_title"))),
            measure: self.text(word),
            classes: self.catalog.count_classes(word, self.lang()),
            source: None,
        };
        let tile = |region: &Entry| TileValue::counted(strings, word, count(region));
        let drawing = self.catalog.map(frame, self.lang(), tile);
        if drawing.tiles.is_empty() {
            return None;
        }
        let regions = self.catalog.regions(self.lang());
        let told = regions.iter().filter(|(entry, _)| count(entry) > 0);
        let (n, of) = (told.count().to_string(), regions.len().to_string());
        let note = strings.fill(&format!("{texts}_note"), &[("n", &n), ("of", &of)]);
        Some(Map { html: self.drawing(&Drawing::Map(drawing)), note: Some(note) })
    }
}
