//! Running text by passage, with the place of every letter: for whoever looks at the words and
//! not at the tree.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::events;
use crate::base::{Lang, OffsetMap, Span};

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    /// A paragraph, also in a list.
    Paragraph,
    /// An item of a tight list.
    Item,
    /// A heading, with its level from 1.
    Heading(u8),
    /// A cell of a table, or a term of a definition list.
    Cell,
}

/// A stretch of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Whether somebody else is quoted.
    pub is_quoted: bool,
    /// The words, without marks; code is left out.
    pub text: String,
    /// Where the passage stands.
    pub span: Span,
    /// Its links: the place of their words in the text, and in the file.
    pub links: Vec<(Range<usize>, Span)>,
    /// The alternative texts of its pictures.
    pub pictures: Vec<(String, Span)>,
    /// Where pieces of the text start: in the text, in the file, and whether letter by letter.
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    at: usize,
    span: Span,
    /// Whether the text is written as it is read, without escapes.
    is_plain: bool,
}

impl Passage {
    /// The place in the file of a range of the text.
    pub fn place(&self, range: Range<usize>) -> Span {
        let piece_of = |at: usize| self.pieces.iter().rev().find(|piece| piece.at <= at);
        let offset = |piece: &Piece, at: usize| {
            let within = u32::try_from(at - piece.at).unwrap_or(u32::MAX);
            (piece.span.start + within).min(piece.span.end)
        };
        let Some(first) = piece_of(range.start) else { return self.span };
        let last = piece_of(range.end.saturating_sub(1)).unwrap_or(first);
        let start = if first.is_plain { offset(first, range.start) } else { first.span.start };
        let end = if last.is_plain { offset(last, range.end) } else { last.span.end };
        Span::new(self.span.file, start as usize, end.max(start) as usize)
    }
}

/// The passages of a text, in order.
pub fn prose(text: &str, map: &OffsetMap, lang: &Lang) -> Vec<Passage> {
    let text = events::with_line_feeds(text);
    let mut reader = Reader { map, open: Vec::new(), done: Vec::new(), quotes: 0, code: 0 };
    events::read(&text, lang, |event, range, _| reader.event(&event, range));
    reader.done
}

struct Reader<'a> {
    map: &'a OffsetMap,
    open: Vec<Open>,
    done: Vec<Passage>,
    /// How many quotations are open; `> [!NOTE]` is none.
    quotes: usize,
    code: usize,
}

struct Open {
    passage: Passage,
    /// Links and pictures that are open: where their words start.
    links: Vec<usize>,
    pictures: Vec<String>,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag, range),
            Event::Text(text) if self.code == 0 => self.text(text, range),
            Event::Code(_) | Event::SoftBreak | Event::HardBreak => self.text(" ", range),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let kind = match tag {
            Tag::Paragraph => PassageKind::Paragraph,
            Tag::Item | Tag::DefinitionListDefinition => PassageKind::Item,
            Tag::Heading { level, .. } => PassageKind::Heading(*level as u8),
            Tag::TableCell | Tag::DefinitionListTitle => PassageKind::Cell,
            Tag::BlockQuote(None) => {
                self.quotes += 1;
                return;
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => {
                self.code += 1;
                return;
            }
            Tag::Link { link_type, .. } => {
                let is_mail = matches!(link_type, LinkType::Email);
                if let (Some(open), false) = (self.open.last_mut(), is_mail) {
                    open.links.push(open.passage.text.len());
                }
                return;
            }
            Tag::Image { .. } => {
                if let Some(open) = self.open.last_mut() {
                    open.pictures.push(String::new());
                }
                return;
            }
            _ => return,
        };
        let passage = Passage {
            kind,
            is_quoted: self.quotes > 0,
            text: String::new(),
            span: self.map.span(range),
            links: Vec::new(),
            pictures: Vec::new(),
            pieces: Vec::new(),
        };
        self.open.push(Open { passage, links: Vec::new(), pictures: Vec::new() });
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::DefinitionListDefinition
            | TagEnd::Heading(_)
            | TagEnd::TableCell
            | TagEnd::DefinitionListTitle => {
                self.done.extend(self.open.pop().map(|open| open.passage));
            }
            TagEnd::BlockQuote(None) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::CodeBlock | TagEnd::HtmlBlock => self.code = self.code.saturating_sub(1),
            TagEnd::Link => {
                let Some(open) = self.open.last_mut() else { return };
                if let Some(start) = open.links.pop() {
                    let words = start..open.passage.text.len();
                    let span = open.passage.place(words.clone());
                    open.passage.links.push((words, span));
                }
            }
            TagEnd::Image => {
                let Some(open) = self.open.last_mut() else { return };
                if let Some(alt) = open.pictures.pop() {
                    open.passage.pictures.push((alt, self.map.span(range)));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let Some(open) = self.open.last_mut() else { return };
        if let Some(alt) = open.pictures.last_mut() {
            alt.push_str(text);
            return;
        }
        let is_plain = range.len() == text.len();
        let at = open.passage.text.len();
        open.passage.pieces.push(Piece { at, span: self.map.span(range), is_plain });
        open.passage.text.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::FileId;

    fn read(text: &str) -> Vec<Passage> {
        prose(text, &OffsetMap::whole(FileId(0), 10), &Lang::nl())
    }

    #[test]
    fn every_passage_knows_where_its_words_stand() {
        let passages = read("# Kop\n\nEen *mooi* woord.\n\n- punt\n\n> citaat\n\n`code`\n");
        let texts: Vec<&str> = passages.iter().map(|own| own.text.as_str()).collect();
        assert_eq!(texts, ["Kop", "Een mooi woord.", "punt", "citaat", " "]);
        let word = passages[1].text.find("mooi").unwrap();
        let place = passages[1].place(word..word + 4);
        assert_eq!((place.start, place.end), (10 + 12, 10 + 16));
        assert!(passages[3].is_quoted);
    }

    #[test]
    fn links_and_pictures_keep_their_words() {
        let passages = read("Zie [lees meer](a.md) en ![foto van x](b.png).\n");
        let (words, span) = &passages[0].links[0];
        assert_eq!(passages[0].text.get(words.clone()), Some("lees meer"));
        assert_eq!((span.start, span.end), (10 + 5, 10 + 14));
        assert_eq!(passages[0].pictures[0].0, "foto van x");
        assert_eq!(passages[0].text, "Zie lees meer en .");
    }
}
