//! One item as a fragment: a body part to paste, never a document, with no placeholder in it.

mod block;
mod figure;
mod json;
mod markdown;
mod rich;
mod text;

pub(super) use block::{block_html, figure_html};
pub(super) use json::item_json;
pub(super) use markdown::{item_markdown, push_item_markdown};
pub(super) use rich::item_rich;
pub(super) use text::{item_text, push_item_text};

use super::markup::in_language;
use super::{BlockView, Setting};

/// The forms of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fragment {
    /// For editors that show what will be sent.
    Rich,
    /// For blocks that take code.
    Block,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// Data.
    Json,
}

impl Fragment {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Rich, Self::Block, Self::Text, Self::Markdown, Self::Json];

    /// How the name of its file ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Rich => "rich.html",
            Self::Block => "block.html",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }
}

/// The attributes for words in another language than that of the mail.
fn lang(lang: Option<&str>) -> Vec<(&str, &str)> {
    lang.map(in_language).into_iter().flatten().collect()
}

impl BlockView {
    /// The address of the item's links.
    pub fn link(&self, setting: &Setting) -> Option<String> {
        self.address(setting)
    }

    fn address(&self, setting: &Setting) -> Option<String> {
        setting.link(&self.url, &self.item_id)
    }
}

/// The credit of a picture: "Beeld: Maker · CC BY"; empty where there is none.
fn credit(setting: &Setting, credit: &str) -> String {
    match credit.trim() {
        "" => String::new(),
        credit => format!("{}: {credit}", setting.words.picture),
    }
}

/// Kind and strength in one line, for an item that is one.
fn small_print(setting: &Setting, block: &BlockView) -> String {
    let mut parts = vec![block.kind.clone(), strength(setting, block)];
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// How sure the item is, in words; empty where nothing is said of it.
fn strength(setting: &Setting, block: &BlockView) -> String {
    match block.strength.as_deref() {
        Some("") | None => String::new(),
        Some(strength) => format!("{}: {strength}", setting.words.strength),
    }
}
