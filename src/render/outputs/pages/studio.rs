//! What making the view of one page needs, and the small parts that many views share.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt::Display;
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::base::{Date, Lang, UrlPath, When};
use crate::catalog::Catalog;
use crate::config::Section;
use crate::i18n::{Strings, dates};
use crate::model::Target;
use crate::model::body::{Block, Body, Resolved};
use crate::model::drawing::{
    ChartDrawing, Drawing, ItemDrawing, MapDrawing, Medium, TableDrawing,
};
use crate::plan::{Page, PageKind};
use crate::render::body::{self, DrawData, Labels, Loading, Scribe};
use crate::render::leaf::chart::{self, ChartPicture};
use crate::render::leaf::{self, Addresses, Opened};
use crate::render::outputs::view::{Day, Html, Link};
use crate::store::{KeyMaker, Store};

use super::preview_card::PreviewCard;
use super::site::{PerLang, Shared};

/// How a page is opened where there is no host: as one file among others.
const SIZES: &str = "(min-width: 60rem) 42rem, 100vw";

/// What making the view of one page needs.
#[derive(Debug)]
pub struct Studio<'a> {
    /// The page.
    pub page: &'a Page,
    /// Everything that can be shown.
    pub catalog: &'a Catalog,
    /// What is the same on all pages.
    pub shared: &'a Shared,
    /// What is the same on all pages of the language.
    pub per_lang: Option<&'a PerLang>,
    /// What leads from the page to the site's start.
    pub root: String,
    /// Where what is slow to make is kept.
    store: Option<&'a Store>,
    words: leaf::Words<'static>,
    glossary: UrlPath,
    fallback: Strings,
    labels: Labels,
    pub(super) card: OnceLock<Option<PreviewCard>>,
    charts: Mutex<BTreeMap<String, ChartPicture>>,
}

impl<'a> Studio<'a> {
    /// A studio for one page.
    pub fn new(page: &'a Page, catalog: &'a Catalog, shared: &'a Shared) -> Self {
        let root = match page.kind {
            PageKind::NotFound => catalog.config.base_path().to_owned(),
            _ => page.url.to_start(),
        };
        Self {
            page,
            catalog,
            shared,
            per_lang: shared.of(&page.lang),
            root,
            store: None,
            words: leaf::Words::of(&page.lang),
            glossary: catalog.addresses.section(Section::Glossary, &page.lang),
            fallback: Strings::new(page.lang.clone(), BTreeMap::new()),
            labels: Labels::english(),
            card: OnceLock::new(),
            charts: Mutex::default(),
        }
    }

    /// The same studio, with what earlier builds kept.
    #[must_use]
    pub fn with_store(mut self, store: Option<&'a Store>) -> Self {
        self.store = store;
        self
    }

    /// The language of the page.
    pub fn lang(&self) -> &'a Lang {
        &self.page.lang
    }

    /// The texts in the language of the page.
    pub fn strings(&self) -> &Strings {
        self.per_lang.map_or(&self.fallback, |own| &own.strings)
    }

    /// A text of the theme.
    pub fn text(&self, key: &str) -> String {
        self.strings().text(key).to_owned()
    }

    /// A day, for machines and for readers.
    pub fn day(&self, date: Date) -> Day {
        Day { iso: date.to_string(), shown: dates::day(date, self.lang()) }
    }

    /// A moment in words.
    pub fn when(&self, when: When) -> String {
        dates::when(when, self.lang())
    }

    /// A link to what a target names.
    pub fn link(&self, text: impl Into<String>, target: &Target) -> Link {
        match target {
            Target::Site { url, fragment } => {
                Link::site(text, with_fragment(url.encoded(), fragment.as_deref()))
            }
            Target::Document { url, facts } => {
                Link::site(format!("{} ({facts})", text.into()), url.encoded())
            }
            Target::Here(fragment) => {
                Link::site(text, with_fragment(&self.page.url, Some(fragment)))
            }
            Target::External(url) | Target::Contact(url) => Link::external(text, url),
            Target::Nothing => Link::words(text),
        }
    }

    fn scribe<T>(&self, shift: u8, use_it: impl FnOnce(&Scribe<'_>) -> T) -> T {
        let day = |date: Date| dates::day(date, self.lang());
        let scribe = Scribe {
            addresses: Addresses { root: &self.root, opened: Opened::FromHost },
            lang: self.page.lang.as_str(),
            labels: self.per_lang.map_or(&self.labels, |own| &own.labels),
            glossary: &self.glossary,
            heading_shift: shift,
            sizes: SIZES,
            loading: Loading::Near,
            day: &day,
            data: self,
        };
        use_it(&scribe)
    }

    /// Blocks of a body as HTML.
    pub fn blocks(&self, blocks: &[Block<Resolved>]) -> Html {
        Html(self.scribe(0, |scribe| body::html(blocks, scribe)))
    }

    /// A whole body with its footnotes.
    pub fn body(&self, body: &Body<Resolved>) -> Html {
        let mut html = self.blocks(&body.blocks).0;
        html.push_str(&self.footnotes(body).0);
        Html(html)
    }

    /// The footnotes of a body; empty when it has none.
    pub fn footnotes(&self, body: &Body<Resolved>) -> Html {
        Html(self.scribe(0, |scribe| body::footnotes_html(body, scribe)))
    }

    /// Running text as HTML, without an element around it.
    pub fn inline(&self, content: &[crate::model::body::Inline<Resolved>]) -> Html {
        Html(self.scribe(0, |scribe| body::inline_html(content, scribe)))
    }

    /// A figure of a body, or a media item, for the top of a page: fetched at once.
    pub fn at_the_top(&self, draw: impl FnOnce(&Scribe<'_>) -> String) -> Html {
        Html(self.scribe(0, |scribe| draw(&Scribe { loading: Loading::First, ..*scribe })))
    }

    /// A media item as a figure.
    pub fn medium(&self, medium: &Medium) -> Html {
        Html(self.scribe(0, |scribe| body::medium_html(medium, scribe)))
    }

    /// A component.
    pub fn drawing(&self, drawing: &Drawing) -> Html {
        Html(self.scribe(0, |scribe| body::drawing_html(drawing, scribe)))
    }

    /// A chart as a picture; `None` where there is nothing to draw.
    pub fn chart_picture(&self, chart: &ChartDrawing) -> Option<ChartPicture> {
        chart::picture(chart, &self.frame(), &self.shared.chart_colours)
    }

    /// The pictures of the charts that the page shows, which stand beside it.
    pub fn chart_pictures(&self) -> Vec<(UrlPath, ChartPicture)> {
        let shown = self.charts.lock().unwrap_or_else(PoisonError::into_inner);
        let page = self.page.url.as_str();
        let folder = page.rfind('/').and_then(|at| page.get(..=at)).unwrap_or_default();
        let beside = |own: &ChartPicture| {
            let url = UrlPath::new(&format!("{folder}{}", own.name))?;
            Some((url, own.clone()))
        };
        shown.values().filter_map(beside).collect()
    }

    fn frame(&self) -> leaf::Frame<'_> {
        leaf::Frame { root: &self.root, words: &self.words, lang: &self.page.lang }
    }
}

/// An address with its anchor.
pub(super) fn with_fragment(url: impl Display, fragment: Option<&str>) -> String {
    match fragment {
        Some(fragment) => format!("{url}#{fragment}"),
        None => url.to_string(),
    }
}

impl DrawData for Studio<'_> {
    /// Marking code is slow: what was marked once is kept.
    fn code(&self, language: Option<&str>, text: &str) -> String {
        // A feed reader does not have the style sheet that the marks are for.
        if matches!(self.page.kind, PageKind::Feed(_)) {
            return leaf::highlight(None, text);
        }
        let mark = || leaf::highlight(language, text);
        let Some(store) = self.store.filter(|store| store.keeps()) else { return mark() };
        let key = KeyMaker::of("code", env!("LEREND_FINGERPRINT"))
            .part(language.unwrap_or_default().as_bytes())
            .part(text.as_bytes())
            .key();
        let made: Result<_, Infallible> = store.get_or(&key, || Ok(mark().into_bytes()));
        made.ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_else(mark)
    }

    fn chart(&self, chart: &ChartDrawing) -> String {
        if let Some(picture) = self.chart_picture(chart) {
            let mut shown = self.charts.lock().unwrap_or_else(PoisonError::into_inner);
            shown.insert(picture.name.clone(), picture);
        }
        chart::figure(chart, &self.frame())
    }

    fn map(&self, map: &MapDrawing) -> String {
        leaf::map::figure(map, &self.frame())
    }

    fn table(&self, table: &TableDrawing) -> String {
        leaf::data_table::figure(table, &self.frame())
    }

    fn filters(&self, items: &[ItemDrawing]) -> String {
        self.filters_drawn(items)
    }
}
