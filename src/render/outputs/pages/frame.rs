//! What stands around a page.

use crate::base::{encode_component, encode_path};
use crate::catalog::{Entry, section_of};
use crate::config::{self, Section};
use crate::diag::Language;
use crate::model::{DocKind, Head};
use crate::parse;
use crate::plan::PageKind;
use crate::render::outputs::view::{Frame, Link, Notice, Sheet};

use super::linked;
use super::site::section_label;
use super::studio::Studio;

/// What a page says of itself to its frame.
#[derive(Debug, Clone, Default)]
pub struct About<'a> {
    /// Its title, without the site's name.
    pub title: String,
    /// What it is about, for previews elsewhere.
    pub description: Option<String>,
    /// The section it belongs to.
    pub section: Option<Section>,
    /// The document it shows.
    pub entry: Option<&'a Entry>,
    /// The feed of what it shows.
    pub feed: Option<Link>,
    /// Whether search engines should leave it out.
    pub noindex: bool,
}

impl<'a> About<'a> {
    /// A page of a document.
    pub fn of(entry: &'a Entry, studio: &Studio<'_>) -> Self {
        Self {
            title: entry.document.head.title.value.clone(),
            description: Some(studio.catalog.summary(entry)).filter(|text| !text.is_empty()),
            section: section_of(entry.kind()),
            entry: Some(entry),
            ..Self::default()
        }
    }

    /// An index page of a section.
    pub fn section(section: Section, studio: &Studio<'a>) -> Self {
        Self {
            title: section_label(section, studio.strings()),
            section: Some(section),
            entry: studio.introduction(section),
            ..Self::default()
        }
    }
}

/// The scripts that the program gives to the pages that need them.
pub(super) const SCRIPTS_OF_SOME_PAGES: [&str; 5] =
    ["filter.js", "search.js", "desk.js", "questionnaire.js", "media.js"];

impl<'a> Studio<'a> {
    /// The page that introduces a section, in the language of this page: the theme has words of its own
    /// where that is not there.
    pub fn introduction(&self, section: Section) -> Option<&'a Entry> {
        self.catalog.introduction(section, self.lang())
    }

    /// A view with everything around it.
    #[expect(clippy::needless_pass_by_value, reason = "every caller makes it on the spot")]
    pub fn sheet<V>(&self, about: About<'_>, page: V) -> Sheet<V> {
        let mut frame = self.frame_of(&about);
        frame.linked = linked::text(self, &about, &frame);
        Sheet { root: self.root.clone(), frame, page }
    }

    fn frame_of(&self, about: &About<'_>) -> Frame {
        let config = &self.catalog.config;
        let head = about.entry.map(|entry| &entry.document.head);
        let home = self.page.url == self.catalog.addresses.home(self.lang());
        let title = if home || about.title.is_empty() {
            config.title(self.lang()).to_owned()
        } else {
            format!("{} – {}", self.title_of_part(&about.title), config.title(self.lang()))
        };
        let own_section = |section: Section| section.as_str().to_owned();
        let menu_page = about
            .entry
            .filter(|entry| entry.kind() == DocKind::Page)
            .map(|entry| entry.document.id.clone());
        let alternates = self.alternates(about);
        let (previous, next) = about.entry.map_or((None, None), |entry| self.beside(entry));
        Frame {
            lang: self.page.lang.to_string(),
            title,
            description: about
                .description
                .clone()
                .or_else(|| home.then(|| config.tagline(self.lang()).map(str::to_owned))?),
            url: self.page.url.to_string(),
            canonical: Some(self.whole(self.page.url.as_str())),
            section: about.section.map(own_section).or(menu_page).unwrap_or_default(),
            crumbs: self.crumbs(about),
            elsewhere: self.elsewhere(about, &alternates),
            alternates,
            feeds: about.feed.iter().cloned().chain([self.site_feed()]).collect(),
            social: self.social(about),
            citation: about.entry.map(|entry| self.citation_lines(entry)).unwrap_or_default(),
            linked: None,
            list_pages: self.list_pages(),
            previous,
            next,
            published: head
                .and_then(|head| head.date.as_ref())
                .map(|date| self.day(date.value)),
            updated: head.and_then(Head::updated_on).map(|date| self.day(date)),
            edit: self.edit(about),
            new: about
                .section
                .filter(|_| self.is_index())
                .and_then(|section| self.new_link(section)),
            feedback: self.feedback(),
            notices: about.entry.map(|entry| self.notices(entry)).unwrap_or_default(),
            preview: self.shared.preview,
            noindex: about.noindex || self.shared.preview,
            policy: self.shared.policies.as_ref().map(|own| own.of_page(&self.page.kind)),
            scripts: self.scripts(about),
            site: self.per_lang.map(|own| own.site.clone()).unwrap_or_default(),
        }
    }

    /// The scripts that only some pages need; every page reads without them.
    fn scripts(&self, about: &About<'_>) -> Vec<String> {
        let name = match self.page.kind {
            PageKind::Section(_) | PageKind::Findings | PageKind::Questions => "filter.js",
            PageKind::Search => "search.js",
            PageKind::Desk(_) | PageKind::NewestDesk => "desk.js",
            PageKind::Document(_) if about.section == Some(Section::OwnEvaluation) => {
                "questionnaire.js"
            }
            _ if about.entry.is_some_and(|entry| self.catalog.filters_a_list(entry)) => {
                "filter.js"
            }
            _ => "",
        };
        let plays = about.entry.is_some_and(|entry| self.catalog.moves(entry));
        let media = if plays { "media.js" } else { "" };
        [name, media]
            .iter()
            .filter_map(|name| self.shared.scripts.get(*name).cloned())
            .collect()
    }

    pub(super) fn is_index(&self) -> bool {
        !matches!(self.page.kind, PageKind::Document(_) | PageKind::Withdrawn(_))
    }

    /// A whole address.
    pub fn whole(&self, url: &str) -> String {
        format!("{}{url}", self.catalog.config.base_url)
    }

    fn site_feed(&self) -> Link {
        let url = self.catalog.addresses.top_file("feed.xml", self.lang());
        Link::site(self.catalog.config.title(self.lang()), url.as_str())
    }

    fn crumbs(&self, about: &About<'_>) -> Vec<Link> {
        let home = self.catalog.addresses.home(self.lang());
        if self.page.url == home {
            return Vec::new();
        }
        let mut crumbs = vec![Link::site(self.text("home"), home.as_str())];
        if let Some(section) = about.section {
            let url = self.catalog.addresses.section(section, self.lang());
            if url != self.page.url {
                crumbs.push(Link::site(section_label(section, self.strings()), url.as_str()));
            }
        }
        let first = self.first_part();
        if self.goes_on()
            && crumbs.last().is_none_or(|own| own.url.as_deref() != Some(first.as_str()))
        {
            crumbs.push(Link::site(about.title.as_str(), first.as_str()));
        }
        crumbs
    }

    /// The documents before and after a document: by date, or by name where there is none.
    fn beside(&self, entry: &Entry) -> (Option<Link>, Option<Link>) {
        let alone = matches!(entry.kind(), DocKind::Home | DocKind::Page | DocKind::Newsletter);
        if alone || self.is_index() || self.goes_on() {
            return (None, None);
        }
        let (before, behind) = self.catalog.beside(entry);
        let link = |own: Option<&Entry>| own.map(|own| self.entry_link(own));
        // The list stands newest first.
        match entry.document.head.date {
            Some(_) => (link(behind), link(before)),
            None => (link(before), link(behind)),
        }
    }

    /// Where an editor changes a document.
    pub(super) fn edit_url(&self, entry: &Entry) -> Option<String> {
        self.edit_link(entry.document.path.as_str())
    }

    fn edit_link(&self, path: &str) -> Option<String> {
        let pattern = self.catalog.config.edit_url.as_ref()?;
        Some(pattern.replace("{path}", &encode_path(path)))
    }

    /// Where an editor changes what the page is made of: a page for addresses that lead nowhere is made
    /// of none.
    fn edit(&self, about: &About<'_>) -> Option<String> {
        if self.page.kind == PageKind::NotFound {
            return None;
        }
        self.edit_link(match about.entry.or_else(|| self.edition()) {
            Some(entry) => entry.document.path.as_str(),
            None => self.list(),
        })
    }

    /// The list of the content tree that a page without a document of its own is made of.
    /// Others follow from the settings.
    fn list(&self) -> &'static str {
        match self.page.kind {
            PageKind::Topics | PageKind::Topic(_) => "content/vocabulary/topics.yaml",
            PageKind::Questions | PageKind::Question(_) => "content/vocabulary/questions.yaml",
            PageKind::Sources | PageKind::Source(_) => "content/vocabulary/sources.yaml",
            PageKind::Glossary => "content/vocabulary/glossary.yaml",
            PageKind::Credits => "content/vocabulary/consents.yaml",
            _ => config::PATH,
        }
    }

    /// The edition that a copy desk is of.
    fn edition(&self) -> Option<&'a Entry> {
        match self.page.kind {
            PageKind::Desk(at) => self.catalog.entry(at),
            _ => None,
        }
    }

    fn new_link(&self, section: Section) -> Option<Link> {
        let pattern = self.catalog.config.new_url.as_ref()?;
        let kind = DocKind::FOLDERS.iter().find(|kind| section_of(**kind) == Some(section))?;
        let folder = format!("content/{}", kind.folder());
        let is_dutch = self.lang().is_dutch();
        let name = if is_dutch { "naam-van-de-pagina.md" } else { "name-of-the-page.md" };
        let language = Language::parse(self.lang().as_str()).unwrap_or(Language::En);
        let content = encode_component(&parse::starter(*kind, language));
        let url = pattern
            .replace("{folder}", &folder)
            .replace("{name}", name)
            .replace("{content}", &content);
        let label = self.strings().label("type", kind.as_str()).to_lowercase();
        Some(Link::external(self.strings().fill("new_item", &[("type", &label)]), url))
    }

    fn feedback(&self) -> Option<Link> {
        let config = &self.catalog.config;
        let organisation =
            config.contact.as_ref().and_then(|id| self.catalog.organisation(id))?;
        let email =
            organisation.email.as_ref().filter(|email| config.emails.contains(&email.value))?;
        let mail = |subject: &str| {
            let url = format!("mailto:{}?subject={}", email.value, encode_component(subject));
            Link::external(self.text("feedback_link"), url)
        };
        if self.page.kind == PageKind::NotFound {
            // Its own address tells nothing: only the reader knows which one led here.
            let note = Some(self.text("not_found_note"));
            return Some(Link { note, ..mail(&self.text("not_found_subject")) });
        }
        let page = self.whole(self.page.url.as_str());
        Some(mail(&self.strings().fill("feedback_subject", &[("page", &page)])))
    }

    fn notices(&self, entry: &Entry) -> Vec<Notice> {
        let head = &entry.document.head;
        let mut notices = Vec::new();
        let mut push = |kind: &str, text: String, link: Option<Link>| {
            notices.push(Notice { kind: kind.to_owned(), text, link });
        };
        if head.sample {
            push("sample", self.text("sample_notice"), None);
        }
        if entry.document.lang != *self.lang() {
            push("language", self.text("language_notice"), None);
        }
        for newer in self.catalog.successors(entry) {
            push("replaced", self.text("replaced_notice"), Some(self.entry_link(newer)));
        }
        if let Some(date) = head.review_by.filter(|date| *date < self.catalog.today) {
            let shown = self.day(date).shown;
            push("outdated", self.strings().fill("outdated_notice", &[("date", &shown)]), None);
        }
        for change in &head.changes {
            if change.kind == crate::model::ChangeKind::Correction
                && let Some(date) = change.day()
            {
                let shown = self.day(date).shown;
                let text = self.strings().fill("correction_notice", &[("date", &shown)]);
                push("correction", format!("{text} {}", change.text), None);
            }
        }
        notices
    }
}
