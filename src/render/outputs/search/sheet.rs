//! A small page of words for the index.

use crate::base::apostrophes;
use crate::render::leaf::Html;

/// A small page of words, written from the top.
#[derive(Debug)]
pub(super) struct Sheet {
    html: Html,
}

/// The day of what has none: in the order of days it comes last, and is not left out.
pub(super) const NO_DAY: &str = "0000-00-00";

/// How much words count; plain text counts 1.
pub(super) mod weight {
    /// What a page is called.
    pub(in super::super) const TITLE: &str = "10";
    /// What a page says in one sentence, and its key figures.
    pub(in super::super) const GIST: &str = "4";
    /// Other names of what a page is about.
    pub(in super::super) const NAME: &str = "7";
    /// Plain text.
    pub(in super::super) const TEXT: &str = "1";
}

impl Sheet {
    /// A page in a language, with its title.
    pub(super) fn new(lang: &str, title: &str) -> Self {
        let mut html = Html::new();
        html.open("html").attr("lang", lang).open("body").flag("data-pagefind-body");
        html.open("h1")
            .attr("data-pagefind-weight", weight::TITLE)
            .text(&apostrophes(title))
            .close();
        Self { html }
    }

    /// Something that results show: `kind`, `date`.
    pub(super) fn meta(&mut self, name: &str, value: &str) {
        self.note("data-pagefind-meta", name, value);
    }

    /// A value of a facet: `type`, `region`, `topic`, `year`.
    pub(super) fn facet(&mut self, name: &str, value: &str) {
        self.note("data-pagefind-filter", name, value);
    }

    /// What results can be sorted by.
    pub(super) fn sort(&mut self, name: &str, value: &str) {
        self.note("data-pagefind-sort", name, value);
    }

    /// A fact that is not searched in.
    fn note(&mut self, attribute: &'static str, name: &str, value: &str) {
        if !value.is_empty() {
            self.html.open("p").flag("data-pagefind-ignore").attr(attribute, name);
            self.html.text(&apostrophes(value)).close();
        }
    }

    /// A paragraph.
    pub(super) fn text(&mut self, weight: &'static str, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.html.open("p");
        if weight != weight::TEXT {
            self.html.attr("data-pagefind-weight", weight);
        }
        self.html.text(&apostrophes(text)).close();
    }

    /// A paragraph where there is one.
    pub(super) fn maybe(&mut self, weight: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(weight, text);
        }
    }

    /// A heading that results can lead to.
    pub(super) fn heading(&mut self, level: u8, id: &str, text: &str) {
        let name = match level {
            0..=2 => "h2",
            3 => "h3",
            _ => "h4",
        };
        self.html.open(name).attr("id", id).text(text).close();
    }

    /// The HTML.
    pub(super) fn finish(self) -> String {
        self.html.finish()
    }
}
