//! Reads HTML and SVG as a browser's tokenizer does; the only user of `html5gum`. `skim` reads the
//! usual, and a test holds both to the same result.

mod draft;
mod skim;
mod tag;
#[cfg(test)]
mod tests;

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Tokenizer};

use self::draft::Draft;
use self::skim::{Piece, Skim, Unusual};
use self::tag::Tag;
use super::css;
use super::facts::{Attribute, Kind, Markup, Role};

/// How much of a heading or title is kept, in bytes.
const LONGEST_TEXT: usize = 300;

/// What a browser finds in these bytes. A `Fragment` becomes a `Page` when it has an `html`
/// element.
pub(super) fn read(bytes: &[u8], kind: Kind) -> Markup {
    let mut scan = Scan::of(kind);
    if scan.skim(bytes).is_err() {
        scan = Scan::of(kind);
        scan.tokenize(bytes);
    }
    scan.found.finish()
}

/// The addresses in a style sheet.
pub(super) fn style_sheet(bytes: &[u8]) -> Markup {
    let mut scan = Scan::of(Kind::Css);
    scan.style(&String::from_utf8_lossy(bytes));
    scan.found.finish()
}

/// The value of an attribute with its character references resolved. There is no double quote
/// in it.
fn value_of(written: &str) -> String {
    let mut read = String::new();
    tokens(format!("<a title=\"{written}\">").as_bytes(), |event| {
        if let CallbackEvent::AttributeValue { value } = event {
            read.push_str(&String::from_utf8_lossy(value));
        }
    });
    read
}

/// A text with its character references resolved. There are no tags in it.
fn text_of(written: &str) -> String {
    let mut read = String::new();
    tokens(written.as_bytes(), |event| {
        if let CallbackEvent::String { value } = event {
            read.push_str(&String::from_utf8_lossy(value));
        }
    });
    read
}

/// Hands over everything that a browser's tokenizer finds.
fn tokens(bytes: &[u8], mut on_event: impl FnMut(&CallbackEvent<'_>)) {
    let hand_over = |event: CallbackEvent<'_>, _: html5gum::Span<()>| -> Option<Infallible> {
        on_event(&event);
        None
    };
    let mut emitter = CallbackEmitter::new(hand_over);
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(bytes, Quiet(emitter)).finish();
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
struct Scan<'a> {
    found: Draft<'a>,
    tag: Tag<'a>,
    text: Text,
    in_heading: bool,
    /// How many `svg` elements are open.
    svg: usize,
    /// Whether this reads what stands in a `noscript` of another.
    inner: bool,
}

impl<'a> Scan<'a> {
    fn of(kind: Kind) -> Self {
        Self { found: Draft { kind, ..Draft::default() }, ..Self::default() }
    }

    /// Reads the usual, quickly.
    fn skim(&mut self, bytes: &'a [u8]) -> Result<(), Unusual> {
        let mut skim = Skim::new(bytes)?;
        while let Some(piece) = skim.next(&mut self.tag)? {
            match piece {
                Piece::Start { closed } => self.start(closed),
                Piece::End(name) => self.end(name),
                Piece::Text(text) if self.is_deaf() || !text.contains('&') => self.string(text),
                // A tokenizer would take it for a tag here, though it is the text of a title.
                Piece::Text(text) if text.contains('<') => return Err(Unusual),
                Piece::Text(text) => self.string(&text_of(text)),
                Piece::Raw(text) if self.text == Text::NoScript && !self.inner => {
                    self.inside(|inner| inner.skim(text.as_bytes()))?;
                }
                Piece::Raw(text) => self.string(text),
            }
        }
        Ok(())
    }

    /// Reads whatever there is.
    fn tokenize(&mut self, bytes: &[u8]) {
        tokens(bytes, |event| self.event(event));
    }

    fn event(&mut self, event: &CallbackEvent<'_>) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match *event {
            CallbackEvent::OpenStartTag { name } => self.tag.open(text(name)),
            CallbackEvent::AttributeName { name } => self.tag.attribute(text(name)),
            CallbackEvent::AttributeValue { value } => self.tag.value(text(value)),
            CallbackEvent::CloseStartTag { self_closing } => self.start(self_closing),
            CallbackEvent::EndTag { name } => self.end(&text(name)),
            CallbackEvent::String { value } if self.text == Text::NoScript && !self.inner => {
                self.inside(|inner| inner.tokenize(value));
            }
            CallbackEvent::String { value } => self.string(&text(value)),
            CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. }
            | CallbackEvent::Error(_) => {}
        }
    }

    fn start(&mut self, closed: bool) {
        let tag = std::mem::take(&mut self.tag);
        let drawing = self.svg > 0 || self.found.kind == Kind::Svg;
        tag.note(&mut self.found, drawing);
        match tag.name.as_ref() {
            "svg" if !closed => self.svg += 1,
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

    fn end(&mut self, name: &str) {
        self.text = Text::Nothing;
        if name.eq_ignore_ascii_case("svg") {
            self.svg = self.svg.saturating_sub(1);
        } else if name.len() == 2 && tag::heading_level(&name.to_ascii_lowercase()).is_some() {
            self.in_heading = false;
        }
    }

    /// Whether text that comes now says nothing.
    fn is_deaf(&self) -> bool {
        self.text == Text::Nothing && !self.in_heading
    }

    fn string(&mut self, text: &str) {
        match self.text {
            Text::Title => append(self.found.title.get_or_insert_default(), text),
            Text::Style => self.style(text),
            Text::Nothing if self.in_heading => {
                if let Some((_, heading)) = self.found.headings.last_mut() {
                    append(heading, text);
                }
            }
            Text::NoScript | Text::Nothing => {}
        }
    }

    fn style(&mut self, text: &str) {
        css::addresses(text, |address| {
            self.found.add_link(Role::Load, Attribute::Css, address.to_owned());
        });
    }

    /// Reads what stands in a `noscript`: a reader without scripts sees it as any other part of
    /// the page. One level only: a `noscript` in a `noscript` ends the first.
    fn inside<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let found = std::mem::take(&mut self.found);
        let mut inner = Self { found, inner: true, ..Self::default() };
        let result = read(&mut inner);
        self.found = inner.found;
        result
    }
}

fn append(text: &mut String, more: &str) {
    let room = LONGEST_TEXT.saturating_sub(text.len());
    text.push_str(more.get(..more.floor_char_boundary(room)).unwrap_or(more));
}
