//! Reads HTML and SVG as a browser's tokenizer does; the only user of `html5gum`.

mod tag;
#[cfg(test)]
mod tests;

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Tokenizer};

use self::tag::Tag;
use super::css;
use super::facts::{Kind, Markup, Role};

/// How much of a heading or title is kept, in bytes.
const LONGEST_TEXT: usize = 300;

/// What a browser finds in these bytes. A `Fragment` becomes a `Page` when it has an `html`
/// element.
pub(super) fn read(bytes: &[u8], kind: Kind) -> Markup {
    let mut scan = Scan { found: Markup { kind, ..Markup::default() }, ..Scan::default() };
    scan.run(bytes);
    let mut found = scan.found;
    found.title = found.title.map(|text| spaced(&text));
    for heading in &mut found.headings {
        heading.text = spaced(&heading.text);
    }
    found.settle();
    found
}

/// Where text goes while it is read.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Text {
    #[default]
    Nothing,
    Title,
    Style,
    NoScript,
}

/// Reads without looking for characters that HTML frowns upon, which takes a sixth of the time.
struct Quiet<E>(E);

impl<E: Emitter> ForwardingEmitter for Quiet<E> {
    type Token = E::Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

/// The state of reading one file.
#[derive(Debug, Default)]
pub(super) struct Scan {
    found: Markup,
    tag: Tag,
    text: Text,
    in_heading: bool,
    /// How many `svg` elements are open.
    svg: usize,
    /// Whether this reads what stands in a `noscript` of another.
    inner: bool,
}

impl Scan {
    fn run(&mut self, bytes: &[u8]) {
        let on_event =
            |event: CallbackEvent<'_>, _: html5gum::Span<()>| -> Option<Infallible> {
                self.event(&event);
                None
            };
        let mut emitter = CallbackEmitter::new(on_event);
        emitter.naively_switch_states(true);
        let Ok(()) = Tokenizer::new_with_emitter(bytes, Quiet(emitter)).finish();
    }

    fn event(&mut self, event: &CallbackEvent<'_>) {
        match *event {
            CallbackEvent::OpenStartTag { name } => self.tag.open(name),
            CallbackEvent::AttributeName { name } => self.tag.attribute(name),
            CallbackEvent::AttributeValue { value } => self.tag.value(value),
            CallbackEvent::CloseStartTag { self_closing } => self.start(self_closing),
            CallbackEvent::EndTag { name } => self.end(name),
            CallbackEvent::String { value } => self.string(value),
            CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. }
            | CallbackEvent::Error(_) => {}
        }
    }

    fn start(&mut self, self_closing: bool) {
        let tag = std::mem::take(&mut self.tag);
        let drawing = self.svg > 0 || self.found.kind == Kind::Svg;
        tag.note(&mut self.found, drawing);
        match tag.name() {
            "svg" if !self_closing => self.svg += 1,
            "title" if !drawing && self.found.title.is_none() => {
                self.found.title = Some(String::new());
                self.text = Text::Title;
            }
            "style" => self.text = Text::Style,
            "noscript" => self.text = Text::NoScript,
            name if tag::heading_level(name).is_some() && !drawing => self.in_heading = true,
            _ => {}
        }
        self.tag = tag;
    }

    fn end(&mut self, name: &[u8]) {
        self.text = Text::Nothing;
        match name {
            b"svg" => self.svg = self.svg.saturating_sub(1),
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => self.in_heading = false,
            _ => {}
        }
    }

    fn string(&mut self, value: &[u8]) {
        match self.text {
            Text::Title => append(self.found.title.get_or_insert_default(), value),
            Text::Style => {
                let text = String::from_utf8_lossy(value);
                css::addresses(&text, |address| {
                    self.found.add_link(Role::Load, "css", address);
                });
            }
            // A reader without scripts sees this as any other part of the page. One level
            // only: a `noscript` in a `noscript` ends the first.
            Text::NoScript if !self.inner => {
                let found = std::mem::take(&mut self.found);
                let mut inner = Self { found, inner: true, ..Self::default() };
                inner.run(value);
                self.found = inner.found;
            }
            Text::NoScript => {}
            Text::Nothing if self.in_heading => {
                if let Some(heading) = self.found.headings.last_mut() {
                    append(&mut heading.text, value);
                }
            }
            Text::Nothing => {}
        }
    }
}

fn append(text: &mut String, value: &[u8]) {
    let room = LONGEST_TEXT.saturating_sub(text.len());
    let value = value.get(..room).unwrap_or(value);
    text.push_str(&String::from_utf8_lossy(value));
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
