//! What drawing a body depends on besides the body.

use std::fmt;

use crate::base::{Date, UrlPath};
use crate::model::drawing::{ChartDrawing, ItemDrawing, MapDrawing, TableDrawing};
use crate::render::leaf::{Addresses, highlight};

use super::Labels;

/// Draws what takes long or shows data. Returns whole blocks of HTML, but for code.
pub trait DrawData {
    /// The inner HTML of a block of code.
    fn code(&self, language: Option<&str>, text: &str) -> String {
        highlight(language, text)
    }

    /// A chart with its table.
    fn chart(&self, chart: &ChartDrawing) -> String;

    /// A tile map with its table.
    fn map(&self, map: &MapDrawing) -> String;

    /// A table of data.
    fn table(&self, table: &TableDrawing) -> String;

    /// What filters a list of documents; empty for one that is read faster than it is filtered.
    fn filters(&self, items: &[ItemDrawing]) -> String;
}

/// When a reader's browser fetches a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// When it comes near: for all that stands further down.
    Near,
    /// At once, before others: for what is seen first.
    First,
}

/// What drawing the bodies of one page depends on.
#[derive(Clone, Copy)]
pub struct Scribe<'a> {
    /// The addresses seen from the page.
    pub addresses: Addresses<'a>,
    /// The language of the page, as in `lang="…"`.
    pub lang: &'a str,
    /// The labels in that language.
    pub labels: &'a Labels,
    /// The page that explains the terms.
    pub glossary: &'a UrlPath,
    /// How many levels headings stand lower than they were written.
    pub heading_shift: u8,
    /// How wide a picture is shown, as in `sizes="…"`.
    pub sizes: &'a str,
    /// When pictures are fetched.
    pub loading: Loading,
    /// A date in words.
    pub day: &'a (dyn Fn(Date) -> String + Sync),
    /// What draws code, charts, maps and tables of data.
    pub data: &'a (dyn DrawData + Sync),
}

impl fmt::Debug for Scribe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scribe")
            .field("addresses", &self.addresses)
            .field("lang", &self.lang)
            .field("heading_shift", &self.heading_shift)
            .finish_non_exhaustive()
    }
}
