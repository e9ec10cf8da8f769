//! Builds the tree from the parser's events. What is open stands on a stack; `close.rs` puts
//! what ended into what it stands in.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, Tag, TagEnd};

use crate::diag::problem::Markdown;
use crate::model::body::{AlertKind, Align, Block, Inline, Table, Written};

use super::Options;
use super::bare;
use super::code::CodeText;
use super::events::Definitions;
use super::footnotes::Footnotes;
use super::frame::{Destination, Frame, Kind};
use super::headings::Anchors;
use super::link::Links;
use super::near::Near;
use super::notes::Notes;
use super::raw_html;
use super::stars::Stars;
use super::unfinished::Brackets;

/// How many elements may stand inside each other. The tree is walked and dropped by
/// recursion, so this is what keeps any text from overflowing the stack.
const DEEPEST: usize = 64;

/// Code beyond so many bytes of one text names no language, so that it is not marked: that
/// takes much longer than all the rest.
const MOST_CODE: usize = 40_000;

/// Builds the tree of one text.
pub(super) struct Builder<'t, 'a> {
    pub(super) text: &'t str,
    pub(super) options: &'a Options<'a>,
    pub(super) notes: Notes<'a>,
    pub(super) stack: Vec<Frame>,
    pub(super) footnotes: Footnotes,
    pub(super) anchors: Anchors,
    pub(super) links: Links<'t>,
    /// The words of the heading that is open, as an anchor is made of them.
    pub(super) heading_words: Option<String>,
    /// How many bytes of code may still name a language.
    pub(super) code_room: usize,
    brackets: Brackets,
    stars: Stars,
    /// How many elements are open that are left out of the tree; their text stays.
    left_out: usize,
    depth_was_told: bool,
}

/// What was built.
pub(super) struct Built<'a> {
    pub(super) blocks: Vec<Block<Written>>,
    pub(super) footnotes: Footnotes,
    pub(super) notes: Notes<'a>,
}

impl<'t, 'a> Builder<'t, 'a> {
    pub(super) fn new(text: &'t str, notes: Notes<'a>, options: &'a Options<'a>) -> Self {
        Self {
            text,
            options,
            notes,
            stack: vec![Frame::new(Kind::Root)],
            footnotes: Footnotes::default(),
            anchors: Anchors::default(),
            links: Links::new(text),
            heading_words: None,
            code_room: MOST_CODE,
            brackets: Brackets::default(),
            stars: Stars::default(),
            left_out: 0,
            depth_was_told: false,
        }
    }

    /// Takes in the next event.
    pub(super) fn event(
        &mut self,
        event: Event<'t>,
        range: Range<usize>,
        definitions: &Definitions,
    ) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end, range, definitions),
            Event::Text(text) => self.words(&text, range),
            Event::Code(code) => {
                self.add_heading_words(&code);
                self.push(Inline::Code(code.into_string()), range);
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.words(&text, range),
            Event::Html(html) => self.html_line(&html, range),
            Event::InlineHtml(html) => {
                match raw_html::keep(&html, self.text, range.clone(), &mut self.notes) {
                    Some(kept) => self.push(Inline::RawHtml(kept), range),
                    None => self.see(range),
                }
            }
            Event::FootnoteReference(label) => {
                let reference = self.footnotes.reference(&label);
                self.push(reference, range);
            }
            Event::SoftBreak => {
                self.add_heading_words(" ");
                self.push(Inline::SoftBreak, range);
            }
            Event::HardBreak => self.push(Inline::LineBreak, range),
            Event::Rule => self.add_block(Block::Rule),
            Event::TaskListMarker(done) => self.mark_task(done),
        }
    }

    /// What was built, once the events have ended.
    pub(super) fn finish(mut self) -> Built<'a> {
        self.end_text();
        let blocks = self.stack.into_iter().next().map(|root| root.blocks).unwrap_or_default();
        Built { blocks, footnotes: self.footnotes, notes: self.notes }
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        if self.left_out > 0 || self.is_too_deep(&tag) {
            self.leave_out(tag.to_end(), range);
            return;
        }
        let Some(kind) = self.kind(tag) else {
            self.left_out += 1;
            return;
        };
        if matches!(kind, Kind::Heading { .. }) {
            self.heading_words = Some(String::new());
        }
        if !kind.is_inline() {
            self.end_marks();
            self.end_text();
        }
        self.stack.push(Frame::new(kind));
    }

    fn end(&mut self, end: TagEnd, range: Range<usize>, definitions: &Definitions) {
        if self.left_out > 0 {
            self.left_out -= 1;
            if !is_inline(end) {
                self.end_text();
            }
            return;
        }
        if !is_inline(end) {
            self.end_marks();
        }
        self.end_text();
        if self.stack.len() > 1
            && let Some(frame) = self.stack.pop()
        {
            self.close(frame, range, definitions);
        }
    }

    /// A list brings its items and a table its rows and cells, so they need more room.
    fn is_too_deep(&self, tag: &Tag<'_>) -> bool {
        match tag {
            Tag::List(_) | Tag::DefinitionList | Tag::Table(_) => {
                self.stack.len() + 3 > DEEPEST
            }
            Tag::Item
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell => false,
            _ => self.stack.len() >= DEEPEST,
        }
    }

    fn leave_out(&mut self, tag: TagEnd, range: Range<usize>) {
        self.left_out += 1;
        if !is_inline(tag) {
            self.end_text();
        }
        if !self.depth_was_told {
            self.depth_was_told = true;
            let line = self.text.get(range.clone()).and_then(|text| text.lines().next());
            let place = range.start..range.start + line.map_or(0, str::len);
            self.notes.add(place, Markdown::TooDeep { limit: DEEPEST });
        }
    }

    fn kind(&self, tag: Tag<'t>) -> Option<Kind> {
        let destination = |form, address: &str, label: &str| Destination {
            form,
            address: address.to_owned(),
            label: label.to_owned(),
        };
        Some(match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { level, id, .. } => {
                Kind::Heading { level: level as u8, id: id.map(CowStr::into_string) }
            }
            Tag::BlockQuote(None) => Kind::Quote,
            Tag::BlockQuote(Some(kind)) => Kind::Alert(alert(kind)),
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Indented => None,
                    CodeBlockKind::Fenced(info) => Some(info.into_string()),
                };
                Kind::Code(CodeText::new(info, &self.notes))
            }
            Tag::HtmlBlock => Kind::Html(String::new()),
            Tag::List(start) => Kind::List { start, items: Vec::new() },
            Tag::Item => Kind::Item { task: None, tight: false },
            Tag::FootnoteDefinition(label) => Kind::Footnote(label.into_string()),
            Tag::DefinitionList => Kind::Definitions(Vec::new()),
            Tag::DefinitionListTitle => Kind::Term,
            Tag::DefinitionListDefinition => Kind::Detail,
            Tag::Table(columns) => Kind::Table(Table {
                columns: columns.into_iter().map(align).collect(),
                head: Vec::new(),
                rows: Vec::new(),
            }),
            Tag::TableHead => Kind::Head(Vec::new()),
            Tag::TableRow => Kind::Row(Vec::new()),
            Tag::TableCell => Kind::Cell,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strike,
            Tag::Link { link_type, dest_url, id, .. } => {
                Kind::Link(destination(link_type, &dest_url, &id))
            }
            Tag::Image { link_type, dest_url, title, id } => Kind::Picture {
                destination: destination(link_type, &dest_url, &id),
                title: title.into_string(),
            },
            // Their extensions are switched off.
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => return None,
        })
    }

    fn words(&mut self, text: &str, range: Range<usize>) {
        if let Some(Frame { kind: Kind::Code(code), .. }) = self.stack.last_mut() {
            code.push(text, &range, &self.notes);
            return;
        }
        let source = self.text.get(range.clone()).unwrap_or_default();
        // An anchor is made of the marks as typed: `--` is two hyphens on code hosts.
        let typed = source.bytes().all(|byte| matches!(byte, b'-' | b'.' | b'\'' | b'"'));
        self.add_heading_words(if typed { source } else { text });
        self.footnotes.look_for_unknown(self.text, range.clone());
        self.brackets.see(self.text, &range, &mut self.notes);
        self.stars.see(self.text, &range, &mut self.notes);
        self.push(Inline::Text(text.to_owned()), range);
    }

    /// What opened in a block does not close in the next.
    fn end_marks(&mut self) {
        self.brackets.end_block(self.text, &mut self.notes);
        self.stars.end_block(&mut self.notes);
    }

    fn html_line(&mut self, html: &str, range: Range<usize>) {
        match self.stack.last_mut() {
            Some(Frame { kind: Kind::Html(text), .. }) => text.push_str(html),
            _ => self.push(Inline::Text(html.to_owned()), range),
        }
    }

    fn add_heading_words(&mut self, words: &str) {
        if let Some(heading) = &mut self.heading_words {
            heading.push_str(words);
        }
    }

    fn mark_task(&mut self, done: bool) {
        for frame in self.stack.iter_mut().rev() {
            if let Kind::Item { task, .. } = &mut frame.kind {
                *task = Some(done);
                return;
            }
        }
    }

    /// Adds running text to what is open.
    pub(super) fn push(&mut self, inline: Inline<Written>, range: Range<usize>) {
        if let Some(top) = self.stack.last_mut() {
            top.push(inline, range);
        }
    }

    fn see(&mut self, range: Range<usize>) {
        if let Some(top) = self.stack.last_mut() {
            top.saw(range);
        }
    }

    /// Adds a block to what is open.
    pub(super) fn add_block(&mut self, block: Block<Written>) {
        self.end_text();
        if let Some(top) = self.stack.last_mut() {
            top.blocks.push(block);
        }
    }

    /// Text that stands directly among blocks becomes a paragraph when something else begins
    /// or ends.
    fn end_text(&mut self) {
        let Some(top) = self.stack.last_mut().filter(|top| top.holds_blocks()) else { return };
        if let Some((content, words)) = top.take_text() {
            if let Kind::Item { tight, .. } = &mut top.kind {
                *tight = true;
            }
            let near = Near { source: self.text, components: self.options.components };
            let block = paragraph(content, near, words, &mut self.notes);
            top.blocks.extend(block);
        }
    }
}

/// A paragraph; a figure when a picture stands alone in it; nothing when only a comment did.
pub(super) fn paragraph(
    mut content: Vec<Inline<Written>>,
    near: Near<'_>,
    words: Range<usize>,
    notes: &mut Notes<'_>,
) -> Option<Block<Written>> {
    let is_break = |inline: &Inline<Written>| matches!(inline, Inline::SoftBreak);
    while content.last().is_some_and(is_break) {
        content.pop();
    }
    let breaks = content.iter().take_while(|inline| is_break(inline)).count();
    content.drain(..breaks);
    match content.as_mut_slice() {
        [] => None,
        [Inline::Picture(_)] => match content.pop() {
            Some(Inline::Picture(picture)) => Some(Block::Figure(picture)),
            _ => None,
        },
        _ => {
            near.look_at_lines(&words, notes);
            let content = bare::link(content, near.source, &words, notes);
            Some(Block::Paragraph { content, span: notes.span(words) })
        }
    }
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::End,
    }
}

fn alert(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}
