//! What a site says of itself.

use crate::base::{Lang, Period, Span, Spanned};
use crate::diag::Policy;

pub use super::table::{
    AddressWord as Address, HostWord as Host, PasteWord as Paste, PhaseWord as Phase,
};
use super::{EditorLink, Section, Worded};

/// A text with its place.
type Text = Spanned<String>;

/// What a site says of itself, checked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Config {
    /// Its name.
    pub title: Worded,
    /// A line below it.
    pub tagline: Worded,
    /// Its main language.
    pub lang: Lang,
    /// All its languages, the main one first.
    pub langs: Vec<Lang>,
    /// Where each was written.
    pub lang_places: Vec<(Lang, Span)>,
    /// Its address, with a last slash.
    pub base_url: String,
    /// The time zone of "today".
    pub time_zone: Text,
    /// The theme's name.
    pub theme: Text,
    /// The theme's settings as written.
    pub theme_params: Vec<(Text, Text)>,
    /// The programme.
    pub programme: Programme,
    /// The word for one region.
    pub region_word: Worded,
    /// The word for many regions.
    pub regions_word: Worded,
    /// How a Dutch reader is addressed.
    pub address: Address,
    /// SPDX id of the texts' licence.
    pub licence: Option<String>,
    /// The words in addresses, where the site sets its own.
    pub paths: Vec<(Section, String)>,
    /// The main menu: sections or page ids.
    pub navigation: Vec<Text>,
    /// The site's own words for labels.
    pub words: Vec<(Text, Spanned<Worded>)>,
    /// The newsletter.
    pub newsletter: NewsletterConfig,
    /// Warn so many days before a consent ends.
    pub consent_warn_days: i32,
    /// The site's own severities.
    pub policy: Policy,
    /// Address to edit a page, with `{path}`.
    pub edit_url: Option<String>,
    /// Address to make a page, with `{folder}`, `{name}` and `{content}`.
    pub new_url: Option<String>,
    /// Organisation id.
    pub contact: Option<Text>,
    /// Where the site is a demonstration, the document that tells so: its type and id.
    pub demonstration: Option<Text>,
    /// The only mail addresses that may appear on pages.
    pub emails: Vec<String>,
    /// For `security.txt`.
    pub security_contact: Option<String>,
    /// What a message in the browser opens.
    pub editor_link: EditorLink,
    /// Where the site is hosted.
    pub host: Option<Host>,
    /// How many items of a list stand on one page; 0 for all.
    pub per_page: usize,
    /// Whether pages get a drawn card for previews elsewhere.
    pub social_cards: bool,
    /// Whether photographs are made as AVIF too.
    pub avif: bool,
    /// How many megabytes the store of earlier work may have.
    pub store_max_mb: u32,
    /// Ids that its fields name.
    pub references: Vec<crate::schema::Reference>,
    /// Whether its fields could be read; if not, what it lacks says nothing.
    pub is_readable: bool,
    /// The whole file.
    pub span: Span,
}

/// The programme that is evaluated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Programme {
    /// Its name; the site's title when none was written.
    pub name: Option<String>,
    /// From when to when.
    pub period: Option<Period>,
    /// Whether it still runs.
    pub phase: Option<Phase>,
    /// Organisation ids.
    pub partners: Vec<Text>,
}

/// The newsletter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NewsletterConfig {
    /// Whether links get campaign codes.
    pub utm: bool,
    /// The sender.
    pub from: Option<Text>,
    /// How large a mail may be, in bytes.
    pub max_bytes: Option<u32>,
    /// Where to subscribe.
    pub subscribe_url: Option<String>,
    /// Whether the copy desks are on the site and not in previews only.
    pub public_desk: bool,
    /// The mail tools.
    pub targets: Vec<Target>,
}

impl Default for NewsletterConfig {
    fn default() -> Self {
        Self {
            utm: false,
            from: None,
            max_bytes: None,
            subscribe_url: None,
            public_desk: true,
            targets: Vec::new(),
        }
    }
}

/// A mail tool.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Target {
    /// Its name, part of a file name.
    pub name: Text,
    /// Whether links get campaign codes; the newsletter's own setting when not written.
    pub utm: Option<bool>,
    /// The placeholder of the unsubscribe link.
    pub unsubscribe: Option<String>,
    /// The placeholder of the web version.
    pub web_version: Option<String>,
    /// The placeholder of the sender's postal address.
    pub postal_address: Option<String>,
    /// What is pasted into it.
    pub paste: Option<Paste>,
}

impl Config {
    /// Where a language was written; the whole file when it was not.
    pub fn lang_place(&self, lang: &Lang) -> Span {
        let written = self.lang_places.iter().find(|(known, _)| known == lang);
        written.map_or(self.span, |(_, span)| *span)
    }

    /// The word of a section in addresses, in a language of the site.
    pub fn path(&self, section: Section, lang: &Lang) -> &str {
        let own = (*lang == self.lang)
            .then(|| self.paths.iter().find(|(known, _)| *known == section))
            .flatten();
        own.map_or_else(|| super::default_path(section, lang), |(_, word)| word)
    }

    /// Whether a mail address may stand on pages.
    pub fn allows_email(&self, address: &str) -> bool {
        !self.is_readable || self.emails.iter().any(|own| own == address)
    }

    /// Its name in a language; in the main one where it has none.
    pub fn title(&self, lang: &Lang) -> &str {
        self.title.of(lang).unwrap_or_default()
    }

    /// The line below it, in the same way.
    pub fn tagline(&self, lang: &Lang) -> Option<&str> {
        self.tagline.of(lang)
    }

    /// The words for one region and for many, where they are written in a language; else empty.
    pub fn region_words(&self, lang: &Lang) -> (&str, &str) {
        let one = self.region_word.only_of(lang).unwrap_or_default();
        (one, self.regions_word.only_of(lang).unwrap_or_default())
    }

    /// The path of `base-url`: `/` or `/evaluatie/`.
    pub fn base_path(&self) -> &str {
        let rest = self.base_url.split_once("://").map_or("", |(_, rest)| rest);
        rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/")
    }
}
