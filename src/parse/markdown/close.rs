//! Puts an element that ended into the one it stands in.

use std::ops::Range;

use crate::diag::problem::{Markdown, Unfinished};
use crate::model::body::{Block, Definition, Heading, Inline, List, ListItem, Table, Written};

use super::bare;
use super::builder::{Builder, paragraph};
use super::code::without_line_end;
use super::events::Definitions;
use super::frame::{Cell, Frame, Kind};
use super::link::Ended;
use super::near::Near;
use super::raw_html;
use super::unfinished;

/// So many columns of a table are shown.
const WIDEST: usize = 60;

impl Builder<'_, '_> {
    /// Takes in an element that ended.
    pub(super) fn close(
        &mut self,
        mut frame: Frame,
        range: Range<usize>,
        definitions: &Definitions,
    ) {
        // What is built stays in memory until the site stands: no more room than it needs.
        frame.inlines.shrink_to_fit();
        frame.blocks.shrink_to_fit();
        match std::mem::replace(&mut frame.kind, Kind::Root) {
            Kind::Emphasis => self.push(Inline::Emphasis(frame.inlines), range),
            Kind::Strong => self.push(Inline::Strong(frame.inlines), range),
            Kind::Strike => self.push(Inline::Strike(frame.inlines), range),
            Kind::Link(destination) => {
                let ended = Ended { frame, destination, range: range.clone() };
                let link = self.links.link(ended, definitions, &mut self.notes);
                self.push(link, range);
            }
            Kind::Picture { destination, title } => {
                let ended = Ended { frame, destination, range: range.clone() };
                let notes = &mut self.notes;
                let picture = self.links.picture(ended, title, definitions, notes);
                self.push(picture, range);
            }
            kind => self.close_block(kind, frame, range),
        }
    }

    fn close_block(&mut self, kind: Kind, frame: Frame, range: Range<usize>) {
        let Frame { blocks, inlines, words, .. } = frame;
        match kind {
            Kind::Paragraph => {
                let place = words.unwrap_or(range);
                let near = Near { source: self.text, components: self.options.components };
                if let Some(block) = paragraph(inlines, near, place, &mut self.notes) {
                    self.add_block(block);
                }
            }
            Kind::Heading { level, id } => {
                let heading = self.heading(level, id, inlines, range);
                self.add_block(heading);
            }
            Kind::Quote => self.add_block(Block::Quote(blocks)),
            Kind::Alert(kind) => self.add_block(Block::Alert { kind, blocks }),
            Kind::List { start, items } => {
                self.add_block(Block::List(List { start, items }));
            }
            Kind::Footnote(label) => {
                let place = self.label_place(range);
                self.footnotes.define(label, blocks, place, &mut self.notes);
            }
            Kind::Definitions(all) => self.add_block(Block::Definitions(all)),
            Kind::Table(table) => {
                let table = self.narrowed(table, range);
                self.add_block(Block::Table(Box::new(table)));
            }
            Kind::Code(code) => {
                let notes = &mut self.notes;
                let mut block = code.finish(self.text, range, self.options, notes);
                if let Block::Code { language, text } = &mut block {
                    self.code_room = self.code_room.saturating_sub(text.len());
                    *language = language.take().filter(|_| self.code_room > 0);
                }
                self.add_block(block);
            }
            Kind::Html(html) => {
                if let Some(kept) = raw_html::keep(&html, self.text, range, &mut self.notes) {
                    self.add_block(Block::RawHtml(kept.trim_end().to_owned()));
                }
            }
            Kind::Cell => {
                let words = words.unwrap_or(range);
                let inlines = bare::link(inlines, self.text, &words, &self.notes);
                self.close_part(Kind::Cell, blocks, inlines);
            }
            Kind::Row(cells) => {
                self.look_for_lost_cells(range);
                self.close_part(Kind::Row(cells), blocks, inlines);
            }
            part => self.close_part(part, blocks, inlines),
        }
    }

    /// Cells of a row for which the head has no column: they are not shown.
    fn look_for_lost_cells(&mut self, range: Range<usize>) {
        let Some(Kind::Table(table)) = self.stack.last().map(|frame| &frame.kind) else {
            return;
        };
        let row = self.text.get(range.clone()).unwrap_or_default().trim_end();
        let lost =
            unfinished::cells(row).skip(table.columns.len()).find(|cell| !cell.is_empty());
        if lost.is_some() {
            let place = range.start..range.start + row.len();
            self.notes.add(place, Markdown::Unfinished { form: Unfinished::Row });
        }
    }

    /// Items, rows and cells go into what they are a part of.
    fn close_part(&mut self, part: Kind, blocks: Vec<Block<Written>>, inlines: Cell) {
        let Some(parent) = self.stack.last_mut() else { return };
        match (part, &mut parent.kind) {
            (Kind::Item { task, tight }, Kind::List { items, .. }) => {
                items.push(ListItem { task, blocks, tight });
            }
            (Kind::Term, Kind::Definitions(all)) => {
                all.push(Definition { term: inlines, details: Vec::new() });
            }
            (Kind::Detail, Kind::Definitions(all)) => {
                if let Some(last) = all.last_mut() {
                    last.details.push(blocks);
                }
            }
            (Kind::Cell, Kind::Head(cells) | Kind::Row(cells)) => cells.push(inlines),
            (Kind::Head(cells), Kind::Table(table)) => table.head = cells,
            (Kind::Row(mut cells), Kind::Table(table)) => {
                cells.truncate(WIDEST);
                table.rows.push(cells);
            }
            _ => {}
        }
    }

    fn heading(
        &mut self,
        level: u8,
        id: Option<String>,
        content: Vec<Inline<Written>>,
        range: Range<usize>,
    ) -> Block<Written> {
        let words = self.heading_words.take().unwrap_or_default();
        let place = without_line_end(self.text, range);
        let span = self.notes.span(place.clone());
        let id = match id {
            Some(id) => {
                let whole = self.text.get(place.clone()).unwrap_or_default();
                let found = whole.rfind(&format!("#{id}")).map(|at| place.start + at + 1);
                let at = found.map_or(place, |start| start..start + id.len());
                self.anchors.written(&id, at, &mut self.notes)
            }
            None => self.anchors.automatic(&words, span),
        };
        Block::Heading(Heading { level, id, content, span })
    }

    /// The place of `[^label]` at the start of a footnote.
    fn label_place(&self, range: Range<usize>) -> Range<usize> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let end = text.find(']').map_or(text.len(), |at| at + 1);
        range.start..range.start + end
    }

    fn narrowed(&mut self, mut table: Table<Written>, range: Range<usize>) -> Table<Written> {
        let columns = table.columns.len();
        if columns > WIDEST {
            let line = self.text.get(range.clone()).and_then(|text| text.lines().next());
            let place = range.start..range.start + line.map_or(0, str::len);
            self.notes.add(place, Markdown::TooManyColumns { columns, limit: WIDEST });
            table.columns.truncate(WIDEST);
            table.head.truncate(WIDEST);
        }
        table
    }
}
