//! The edition as data: `edition.json` for other tools, and with `needs` the record of an
//! edition that was sent. `schema` names the version of the fields.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{Date, Lang};
use crate::output::Hash;
use crate::render::leaf::chart::ChartColours;

use super::eml::Sender;
use super::prose::{Prose, Written};
use super::{BlockView, EditionView, File, MailTokens, MailWords, Needs, Setting, Utm};

/// The version of the fields; a field that changes its meaning makes a new one.
const SCHEMA: &str = "lerend-edition/1";

#[derive(Serialize, Deserialize)]
struct Edition {
    schema: String,
    id: String,
    lang: String,
    #[serde(default)]
    number: Option<String>,
    date: String,
    date_shown: String,
    title: String,
    subject: String,
    #[serde(default)]
    preheader: Option<String>,
    site_title: String,
    base_url: String,
    home_url: String,
    web_url: String,
    #[serde(default)]
    subscribe_url: Option<String>,
    #[serde(default)]
    utm: Option<Utm>,
    #[serde(default)]
    sender: Option<Sender>,
    #[serde(default)]
    intro: Written,
    #[serde(default)]
    items: Vec<BlockView>,
    #[serde(default)]
    closing: Written,
    #[serde(default)]
    colophon: Vec<String>,
    #[serde(default)]
    notices: Vec<String>,
    #[serde(default, skip_serializing_if = "Needs::is_empty")]
    needs: Needs,
    /// The drawings of the charts, by the names of their files.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    charts: BTreeMap<String, String>,
    #[serde(default)]
    look: MailTokens,
    /// The files beside it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    files: BTreeMap<String, FileFacts>,
}

#[derive(Serialize, Deserialize)]
struct FileFacts {
    bytes: usize,
    blake3: String,
}

/// The text of `edition.json`, with what the other files are.
pub(super) fn edition_json(view: &EditionView, files: &[File]) -> String {
    let facts = |(name, bytes): &File| {
        (name.clone(), FileFacts { bytes: bytes.len(), blake3: Hash::of(bytes).to_string() })
    };
    let mut edition = edition(view);
    for item in &mut edition.items {
        item.forget_needs();
    }
    edition.needs = Needs::default();
    edition.charts = BTreeMap::new();
    edition.files = files.iter().map(facts).collect();
    written(&edition)
}

/// The record of an edition that is sent: everything that its mail is made from.
pub fn record(view: &EditionView) -> String {
    written(&edition(view))
}

fn written(edition: &Edition) -> String {
    // Text and numbers alone cannot fail to be written.
    let mut json = serde_json::to_string_pretty(edition).unwrap_or_default();
    json.push('\n');
    json
}

fn edition(view: &EditionView) -> Edition {
    let setting = &view.setting;
    Edition {
        schema: SCHEMA.to_owned(),
        id: view.id.clone(),
        lang: setting.lang.to_string(),
        number: view.number.clone(),
        date: view.date.to_string(),
        date_shown: view.date_shown.clone(),
        title: view.title.clone(),
        subject: view.subject.clone(),
        preheader: view.preheader.clone(),
        site_title: view.site_title.clone(),
        base_url: setting.base_url.clone(),
        home_url: view.home_url.clone(),
        web_url: view.web_url.clone(),
        subscribe_url: view.subscribe_url.clone(),
        utm: setting.utm.clone(),
        sender: view.sender.clone(),
        intro: view.intro.written(view.passage("intro"), &setting.tokens),
        items: view.blocks.clone(),
        closing: view.closing.written(view.passage("closing"), &setting.tokens),
        colophon: view.colophon.clone(),
        notices: view.notices.clone(),
        needs: view.needs.clone(),
        charts: view.charts.clone(),
        look: setting.tokens.clone(),
        files: BTreeMap::new(),
    }
}

/// Why a record cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// What the rest of the site asks of a record.
#[derive(Debug, Default)]
pub struct Recorded {
    /// The media items whose pictures stand in it, and whether there is one for beside a text.
    pub media: BTreeMap<String, bool>,
    /// The corrections that it tells, each with its document.
    pub told: BTreeSet<(String, String)>,
    /// The ids of the consents and media items that stand in it.
    pub needs: BTreeSet<String>,
}

/// What the rest of the site asks of a record; nothing of one that cannot be read.
pub fn recorded(text: &str) -> Recorded {
    let Ok(view) = restored(text) else { return Recorded::default() };
    let mut media = BTreeMap::new();
    let mut needs: BTreeSet<String> = BTreeSet::new();
    for block in view.blocks {
        needs.extend(block.quote.into_iter().flat_map(|own| own.needs));
        // A chart is of no media item.
        for own in block.picture.into_iter().filter(|own| !own.media.is_empty()) {
            needs.extend(own.needs);
            *media.entry(own.media).or_default() |= own.url_beside.is_some();
        }
    }
    needs.extend(view.needs.consents.into_iter().chain(view.needs.media));
    needs.extend(media.keys().cloned());
    let told = view.needs.told.into_iter().map(|own| (own.document, own.text)).collect();
    Recorded { media, told, needs }
}

/// The edition that a record holds.
pub fn restored(text: &str) -> Result<EditionView, Unreadable> {
    let own: Edition = serde_json::from_str(text).map_err(|error| Unreadable {
        line: error.line().max(1),
        column: error.column().max(1),
    })?;
    let wrong = Unreadable { line: 1, column: 1 };
    if own.schema != SCHEMA {
        return Err(wrong);
    }
    let lang = Lang::new(&own.lang).ok_or_else(|| wrong.clone())?;
    let date = Date::parse_iso(&own.date).ok_or(wrong)?;
    Ok(EditionView {
        setting: Setting {
            base_url: own.base_url,
            utm: own.utm,
            words: MailWords::of(&lang),
            lang,
            tokens: own.look,
            // Those of a site stand in the drawings that were kept.
            chart_colours: ChartColours::default(),
        },
        id: own.id,
        number: own.number,
        date,
        date_shown: own.date_shown,
        title: own.title,
        subject: own.subject,
        preheader: own.preheader,
        site_title: own.site_title,
        intro: Prose::Kept(own.intro),
        blocks: own.items,
        closing: Prose::Kept(own.closing),
        web_url: own.web_url,
        home_url: own.home_url,
        subscribe_url: own.subscribe_url,
        sender: own.sender,
        colophon: own.colophon,
        notices: own.notices,
        needs: own.needs,
        charts: own.charts,
    })
}
