//! Running text of an edition: as the tree that its editor wrote, or as it was when the
//! edition was sent.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::model::body::{Block, Resolved};

use super::MailTokens;
use super::address::{Passage, unmarked};
use super::markup::Markup;
use super::styles::Styles;
use super::tree_html::tree_html;
use super::tree_markdown::tree_markdown;
use super::tree_text::tree_text;

/// Running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Prose {
    /// As its editor wrote it.
    Tree(Vec<Block<Resolved>>),
    /// As it was sent.
    Kept(Written),
}

/// Running text in each form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Written {
    /// For `mail.html`.
    pub html: String,
    /// For `mail.txt`, its lines broken.
    pub text: String,
    /// As Markdown.
    pub markdown: String,
}

impl Prose {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Tree(blocks) => blocks.is_empty(),
            Self::Kept(own) => own.text.trim().is_empty() && own.html.trim().is_empty(),
        }
    }

    /// The text in each form.
    pub(super) fn written(&self, passage: Passage<'_>, tokens: &MailTokens) -> Written {
        let mut html = Markup::default();
        self.push_html(&mut html, passage, &Styles::new(tokens));
        Written {
            html: html.finish(),
            text: self.lines(passage).join("\n"),
            markdown: self.markdown(passage),
        }
    }

    pub(super) fn push_html(&self, markup: &mut Markup, passage: Passage<'_>, styles: &Styles) {
        match self {
            Self::Tree(blocks) => tree_html(markup, passage, styles, blocks),
            Self::Kept(own) => {
                markup.kept(&as_marked(&own.html, passage));
            }
        }
    }

    pub(super) fn lines(&self, passage: Passage<'_>) -> Vec<String> {
        match self {
            Self::Tree(blocks) => tree_text(passage, blocks),
            Self::Kept(own) => {
                as_marked(&own.text, passage).lines().map(str::to_owned).collect()
            }
        }
    }

    pub(super) fn markdown(&self, passage: Passage<'_>) -> String {
        match self {
            Self::Tree(blocks) => tree_markdown(passage, blocks),
            Self::Kept(own) => as_marked(&own.markdown, passage).into_owned(),
        }
    }
}

impl From<Vec<Block<Resolved>>> for Prose {
    fn from(blocks: Vec<Block<Resolved>>) -> Self {
        Self::Tree(blocks)
    }
}

/// What was kept, without marks for a mail tool that sets its own.
fn as_marked<'a>(text: &'a str, passage: Passage<'_>) -> Cow<'a, str> {
    match passage.setting.utm {
        Some(_) => Cow::Borrowed(text),
        None => Cow::Owned(unmarked(text)),
    }
}
