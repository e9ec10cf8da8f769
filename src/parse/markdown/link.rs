//! Links and pictures: the address with its place, sorted and checked.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::LinkType;

use crate::diag::problem::Markdown;
use crate::model::body::{Inline, Link, Picture, Written, plain_text};
use crate::model::{Known, RawLink, To};

use super::events::Definitions;
use super::frame::{Destination, Frame};
use super::notes::Notes;
use super::{address, place};

/// Makes links of what the parser read.
#[derive(Debug)]
pub(super) struct Links<'t> {
    text: &'t str,
    /// The places of addresses that were refused, so that a definition that is used often is
    /// told once.
    refused: BTreeSet<usize>,
}

/// A link or picture that ended.
pub(super) struct Ended {
    pub(super) frame: Frame,
    pub(super) destination: Destination,
    /// The whole of it.
    pub(super) range: Range<usize>,
}

impl<'t> Links<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, refused: BTreeSet::new() }
    }

    /// A link.
    pub(super) fn link(
        &mut self,
        ended: Ended,
        definitions: &Definitions,
        notes: &mut Notes<'_>,
    ) -> Inline<Written> {
        let target = self.raw(&ended, definitions, notes);
        let content = ended.frame.inlines;
        if target.to != To::Refused && !has_words(&content) {
            notes.add(ended.range.clone(), Markdown::NoWords);
        }
        let span = notes.span(ended.frame.words.unwrap_or(ended.range));
        Inline::Link(Box::new(Link { target, content, span }))
    }

    /// A picture.
    pub(super) fn picture(
        &mut self,
        ended: Ended,
        title: String,
        definitions: &Definitions,
        notes: &mut Notes<'_>,
    ) -> Inline<Written> {
        let mut medium = self.raw(&ended, definitions, notes);
        let address = || ended.destination.address.clone();
        let problem = match &medium.to {
            To::File { .. } | To::Known { kind: Known::Media, .. } | To::Refused => None,
            To::External(_) => Some(Markdown::RemotePicture { address: address() }),
            To::Anchor(_) | To::Known { .. } | To::Contact(_) => {
                Some(Markdown::NotAPicture { address: address() })
            }
        };
        if let Some(problem) = problem {
            notes.add(self.place(&ended, definitions), problem);
            medium.to = To::Refused;
        }
        let alt = plain_text(&ended.frame.inlines);
        let span = notes.span(ended.range);
        Inline::Picture(Box::new(Picture { medium, alt: alt.trim().to_owned(), title, span }))
    }

    fn raw(
        &mut self,
        ended: &Ended,
        definitions: &Definitions,
        notes: &mut Notes<'_>,
    ) -> RawLink {
        let place = self.place(ended, definitions);
        let span = notes.span(place.clone());
        let destination = &ended.destination;
        let sorted = match destination.form {
            LinkType::Email => Ok(To::Contact(format!("mailto:{}", destination.address))),
            _ => address::sort(&destination.address),
        };
        let to = sorted.unwrap_or_else(|problem| {
            if self.refused.insert(place.start) {
                notes.add(place, problem);
            }
            To::Refused
        });
        RawLink { to, span }
    }

    /// Where the address stands; the whole link when that cannot be told.
    fn place(&self, ended: &Ended, definitions: &Definitions) -> Range<usize> {
        let Destination { form, address, label } = &ended.destination;
        let range = &ended.range;
        let found = match form {
            LinkType::Inline => {
                let words_end =
                    ended.frame.words.as_ref().map_or(range.start, |words| words.end);
                place::inline(self.text, range, words_end, address)
            }
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => definitions
                .get(&label.to_lowercase())
                .and_then(|definition| place::of_definition(self.text, definition, address)),
            LinkType::Autolink | LinkType::Email => {
                range.end.checked_sub(1).map(|end| (range.start + 1).min(end)..end)
            }
            _ => None,
        };
        found.unwrap_or_else(|| range.clone())
    }
}

/// Whether there is something to read or see, so that the link can be followed.
fn has_words(content: &[Inline<Written>]) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) | Inline::RawHtml(text) => {
            !text.trim().is_empty()
        }
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
            has_words(inner)
        }
        // Its alternative text may stand in the sidecar.
        Inline::Picture(_) | Inline::Link(_) | Inline::Term { .. } => true,
        Inline::FootnoteReference { .. } | Inline::SoftBreak | Inline::LineBreak => false,
    })
}
