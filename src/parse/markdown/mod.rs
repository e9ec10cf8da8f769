//! Markdown → the tree of a body. The only place that knows the Markdown parser.

mod address;
mod bare;
mod builder;
mod close;
mod code;
mod count;
mod events;
mod fence;
mod footnotes;
mod frame;
mod headings;
mod link;
mod near;
mod notes;
mod place;
mod prose;
mod raw_html;
mod stars;
mod unfinished;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::base::{Lang, OffsetMap, Span};
use crate::diag::problem::Markdown;
use crate::diag::{Diag, Noted};
use crate::model::body::{Body, Written};
use crate::model::component::Component;
use crate::model::{RawLink, To};

use builder::{Builder, Built};
pub(super) use code::code_places;
pub(super) use count::{first_paragraph, words};
use events::MissingReference;
use notes::Notes;
pub use prose::{Passage, PassageKind, prose};

/// Reads the YAML of a component: its name, the text, and where the text stands.
pub type ReadComponent<'a> = &'a dyn Fn(&str, &str, &OffsetMap) -> Noted<Component>;

/// What reading a text depends on.
pub struct Options<'a> {
    /// The language of the text.
    pub lang: Lang,
    /// The names of the components.
    pub components: &'static [&'static str],
    /// What reads them.
    pub read_component: ReadComponent<'a>,
}

impl fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("lang", &self.lang)
            .field("components", &self.components)
            .finish_non_exhaustive()
    }
}

/// Reads the text of a document, without its front matter. `map` says where the text stands
/// in its file. Any text gives a body.
pub fn parse(text: &str, map: &OffsetMap, options: &Options<'_>) -> Noted<Body<Written>> {
    let text = events::with_line_feeds(text);
    let mut builder = Builder::new(&text, Notes::new(map), options);
    let references = events::read(&text, &options.lang, |event, range, definitions| {
        builder.event(event, range, definitions);
    });
    let Built { blocks, footnotes, mut notes } = builder.finish();
    for MissingReference { label, range } in references.missing {
        let nearest = notes.nearest(&label, references.defined.keys().map(String::as_str));
        notes.add(range, Markdown::UnknownReference { label, nearest });
    }
    let body = footnotes.number(blocks, &mut notes);
    Noted::new(body, notes.finish())
}

/// Reads an address that stands in a field, as it would be read in a Markdown link.
pub fn address(written: &str, span: Span) -> Noted<RawLink> {
    match address::sort(written) {
        Ok(to) => Noted::clean(RawLink { to, span }),
        Err(problem) => {
            Noted::new(RawLink { to: To::Refused, span }, vec![Diag::at(span, problem)])
        }
    }
}
