//! Blocks of code, some of which are components.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use crate::base::{Lang, OffsetMap};
use crate::diag::problem::{Markdown, Unfinished};
use crate::diag::{Diag, Severity};
use crate::model::body::{Block, Written};

use super::Options;
use super::events;
use super::fence::{self, Fence};
use super::notes::Notes;

/// The text of a block of code while it is gathered.
#[derive(Debug)]
pub(super) struct CodeText {
    /// The words after the fence; `None` without a fence.
    info: Option<String>,
    text: String,
    /// Where the text stands: inside lists and quotes each line has its own place.
    map: OffsetMap,
    /// Where the last piece ends.
    end: usize,
}

impl CodeText {
    pub(super) fn new(info: Option<String>, notes: &Notes<'_>) -> Self {
        let map = OffsetMap::in_pieces(notes.map().file());
        Self { info, text: String::new(), map, end: 0 }
    }

    /// Adds a piece that stands at a place of the document.
    pub(super) fn push(&mut self, piece: &str, range: &Range<usize>, notes: &Notes<'_>) {
        self.end = range.end;
        let mut at = range.start;
        for part in piece.split_inclusive('\r') {
            let place = notes.span(at..at).range().start;
            self.map.piece(self.text.len(), place);
            self.text.push_str(part.trim_end_matches('\r'));
            at += part.len();
        }
    }

    /// The block, once its end is reached.
    pub(super) fn finish(
        self,
        source: &str,
        range: Range<usize>,
        options: &Options<'_>,
        notes: &mut Notes<'_>,
    ) -> Block<Written> {
        let open = self.unclosed(source, range.clone());
        if self.info.is_none() && is_prose(&self.text) {
            let line = source.get(range.clone()).and_then(|block| block.lines().next());
            let place = range.start..range.start + line.map_or(0, str::len);
            notes.add(place, Markdown::Unfinished { form: Unfinished::Indented });
        }
        let info = self.info.unwrap_or_default();
        let fence = fence::sort(&info, options.components);
        let mut text = self.text;
        if let Some(place) = open {
            let problem = Markdown::Unfinished { form: Unfinished::Fence };
            let mut diag = Diag::at(notes.span(place), problem);
            // What stands below the fields of a component was meant for the page.
            if matches!(fence, Fence::Component(_)) && cut_below_fields(&mut text) {
                diag = diag.with_severity(Severity::Error);
            }
            notes.add_diag(diag);
        }
        let language = match fence {
            Fence::Component(name) => {
                // Where nothing stands in a block, the block itself is the place.
                let is_blank = text.trim().is_empty();
                let fence = || {
                    OffsetMap::whole(self.map.file(), notes.span(range.clone()).range().start)
                };
                let map = if is_blank { fence() } else { self.map };
                let read = (options.read_component)(name, &text, &map);
                let span = notes.span(without_line_end(source, range));
                return Block::Component { component: Box::new(notes.take(read)), span };
            }
            Fence::Slip(nearest) => {
                let word = fence::word(&info).to_owned();
                let place = word_place(source, range, &word);
                notes.add(place, Markdown::UnknownComponent { word: word.clone(), nearest });
                word
            }
            Fence::Code(language) => language,
        };
        Block::Code { language: (!language.is_empty()).then_some(language), text }
    }

    /// Where the fence stands that opened the block, when none closes it: then nothing but white
    /// space and marks of quotes stands behind its last line.
    fn unclosed(&self, source: &str, range: Range<usize>) -> Option<Range<usize>> {
        self.info.as_ref()?;
        let block = source.get(range.clone())?;
        let mark = block.chars().next()?;
        let fence = block.len() - block.trim_start_matches(mark).len();
        let first_line = block.find('\n').unwrap_or(block.len());
        let behind = source.get(self.end.max(range.start + first_line)..range.end)?;
        (!behind.contains(mark)).then_some(range.start..range.start + fence)
    }
}

/// Whether the first line of a block reads as a sentence: it begins with a capital, has some words, and
/// nothing in the block is what code is made of.
fn is_prose(text: &str) -> bool {
    let is_sign = |c: char| "{}[]<>=;$|\\`_".contains(c);
    let line = text.lines().next().unwrap_or_default();
    let words =
        line.split_whitespace().filter(|word| word.chars().all(|c| !c.is_ascii_digit()));
    line.trim_start().starts_with(char::is_uppercase)
        && words.count() >= 3
        && !text.contains(is_sign)
}

/// Where code stands in a text, in its order; the fields of a component are none.
pub(in crate::parse) fn code_places(
    text: &str,
    lang: &Lang,
    components: &'static [&'static str],
) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    events::read(&events::with_line_feeds(text), lang, |event, range, _| {
        let is_code = match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => true,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                !matches!(fence::sort(&info, components), Fence::Component(_))
            }
            _ => false,
        };
        places.extend(is_code.then_some(range));
    });
    places
}

/// Cuts off what stands below the first empty line of fields, and tells whether there was any.
fn cut_below_fields(text: &mut String) -> bool {
    let start = text.len() - text.trim_start().len();
    let below = text.get(start..).and_then(|fields| fields.find("\n\n"));
    let Some(end) = below.map(|at| start + at + 1) else { return false };
    let is_more = text.get(end..).is_some_and(|rest| !rest.trim().is_empty());
    text.truncate(end);
    is_more
}

/// The place of the word after the fence; of the whole first line when it is written with
/// escapes.
fn word_place(source: &str, range: Range<usize>, word: &str) -> Range<usize> {
    let line = source.get(range.clone()).and_then(|text| text.lines().next());
    let line = line.unwrap_or_default();
    match line.find(word) {
        Some(at) => range.start + at..range.start + at + word.len(),
        None => range.start..range.start + line.len(),
    }
}

/// A range without the line ends and spaces after it.
pub(super) fn without_line_end(source: &str, range: Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    range.start..range.start + text.trim_end().len()
}
