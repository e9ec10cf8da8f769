//! The whole mail: what a reader receives.

mod html;
mod markdown;
mod text;

pub use html::mail_html;
pub use markdown::mail_markdown;
pub use text::mail_text;

use super::address::Passage;
use super::{BlockView, EditionView};

impl EditionView {
    pub(super) fn passage<'a>(&'a self, part: &'a str) -> Passage<'a> {
        Passage { setting: &self.setting, part, web_url: &self.web_url }
    }

    /// The address of a link that belongs to the edition, not to an item.
    fn address(&self, url: &str, part: &str) -> Option<String> {
        self.setting.link(url, part)
    }

    /// "Nummer 3 · 18 maart 2021".
    fn dateline(&self) -> String {
        match &self.number {
            Some(number) => {
                format!("{} {number} · {}", self.setting.words.number, self.date_shown)
            }
            None => self.date_shown.clone(),
        }
    }

    /// The items, each with its rubric where a new one begins.
    fn under_rubrics(&self) -> impl Iterator<Item = (Option<&str>, &BlockView)> {
        let mut current = None;
        self.blocks.iter().map(move |block| {
            let rubric = block.rubric.as_deref().filter(|rubric| !rubric.trim().is_empty());
            let begins = rubric.filter(|_| rubric != current);
            current = rubric;
            (begins, block)
        })
    }
}
