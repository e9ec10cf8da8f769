//! What an edition and its fragments are made from, independent of catalogue and theme.

use std::collections::BTreeMap;

use crate::base::{Date, Lang};
use crate::render::leaf::chart::ChartColours;
use serde::{Deserialize, Serialize};

use super::{BlockView, MailTokens, MailWords, Prose, Sender};

/// What all mail of a site shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The start of the site, absolute; a missing last slash is added.
    pub base_url: String,
    /// What is added to links to the own site; `None` where the mail tool does it.
    pub utm: Option<Utm>,
    /// The language of the texts.
    pub lang: Lang,
    /// Colours, fonts and sizes.
    pub tokens: MailTokens,
    /// The fixed words.
    pub words: MailWords,
    /// The colours of the site's charts.
    pub chart_colours: ChartColours,
}

/// Where visitors come from, for the statistics of the site; the item is added per link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utm {
    /// `utm_source`.
    pub source: String,
    /// `utm_medium`.
    pub medium: String,
    /// `utm_campaign`: the id of the edition.
    pub campaign: String,
}

impl Utm {
    /// The newsletter's own: source `nieuwsbrief`, medium `email`.
    pub fn newsletter(campaign: &str) -> Self {
        Self {
            source: "nieuwsbrief".to_owned(),
            medium: "email".to_owned(),
            campaign: campaign.to_owned(),
        }
    }
}

/// One edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionView {
    /// What all mail of the site shares.
    pub setting: Setting,
    /// The id of the edition.
    pub id: String,
    /// Its number, as shown.
    pub number: Option<String>,
    /// The date of the edition.
    pub date: Date,
    /// The date in words.
    pub date_shown: String,
    /// The title, which is the mail's only first heading.
    pub title: String,
    /// The subject of the mail.
    pub subject: String,
    /// What mail clients show beside the subject.
    pub preheader: Option<String>,
    /// The name of the site.
    pub site_title: String,
    /// The text before the items.
    pub intro: Prose,
    /// The items, in order.
    pub blocks: Vec<BlockView>,
    /// The text after the items.
    pub closing: Prose,
    /// The edition as a web page, absolute.
    pub web_url: String,
    /// The start of the site, absolute.
    pub home_url: String,
    /// Where readers subscribe, absolute.
    pub subscribe_url: Option<String>,
    /// Who sends it.
    pub sender: Option<Sender>,
    /// Who makes the newsletter and how to reach them, one line each.
    pub colophon: Vec<String>,
    /// What every reader must be told, such as that this is a demonstration.
    pub notices: Vec<String>,
    /// Without what its running texts could not stand as they do.
    pub needs: Needs,
    /// The drawings of the charts that its mail shows, by the names of their files beside the web
    /// version. Records keep them, and readers see the files.
    pub charts: BTreeMap<String, String>,
}

/// Without what the running texts of an edition could not stand as they do, and what it told. Records keep
/// it, and readers do not see it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Needs {
    /// Consents for what is quoted or shown before the items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<String>,
    /// Media items of which words stand before the items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<String>,
    /// Documents whose corrections are told after the items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// The corrections that it tells, those of its items among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Told>,
}

/// A correction that a mail tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The document.
    pub document: String,
    /// What was wrong.
    pub text: String,
}

impl Needs {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl EditionView {
    /// The address of the web version, with its mark.
    pub fn link_of_web(&self) -> Option<String> {
        self.setting.link(&self.web_url, "web")
    }

    /// The text before the items as Markdown.
    pub fn intro_markdown(&self) -> String {
        self.intro.markdown(self.passage("intro"))
    }

    /// The same edition without marks on its links.
    #[must_use]
    pub fn unmarked(&self) -> Self {
        let mut own = self.clone();
        own.setting.utm = None;
        own
    }
}

/// A tool that sends mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailTool {
    /// Its name, part of a file name.
    pub name: String,
    /// What it replaces.
    pub placeholders: Placeholders,
    /// Whether links bear the site's marks.
    pub marks: bool,
}

/// What a mail tool replaces when it sends; written as it is given, nowhere but in the whole
/// mail.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Placeholders {
    /// In place of the address that unsubscribes; without it there is no such link.
    pub unsubscribe: Option<String>,
    /// In place of the address of the web version.
    pub web_version: Option<String>,
    /// Where the sender lives, which some tools demand in every mail.
    pub postal_address: Option<String>,
}
