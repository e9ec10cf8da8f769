//! From a body as written to a body with everything looked up.

use crate::base::Span;

use super::body::{
    Block, Body, Definition, Footnote, Heading, Inline, Link, List, ListItem, Picture,
    Resolved, Table, Written,
};
use super::component::Component;
use super::drawing::{Drawing, Medium};
use super::{RawLink, Target};

/// What looks things up for a body: the catalogue.
pub trait Resolver {
    /// Where a link leads.
    fn link(&mut self, raw: &RawLink) -> Target;

    /// What is shown for a picture; `None` when nothing of it may be.
    fn medium(&mut self, picture: &Picture<Written>) -> Option<Box<Medium>>;

    /// What is drawn for the component at a place.
    fn component(&mut self, component: &Component, span: Span) -> Drawing;

    /// Running text, with the glossary's terms marked. Not called for links, headings and
    /// code, in which no term may stand.
    fn text(&mut self, text: &str) -> Vec<Inline<Resolved>> {
        vec![Inline::Text(text.to_owned())]
    }
}

impl Body<Written> {
    /// The same body with everything looked up: blocks first, then footnotes, each in order.
    pub fn resolve(&self, resolver: &mut impl Resolver) -> Body<Resolved> {
        Body {
            blocks: blocks(&self.blocks, resolver),
            footnotes: self
                .footnotes
                .iter()
                .map(|note| Footnote {
                    number: note.number,
                    references: note.references,
                    blocks: blocks(&note.blocks, resolver),
                })
                .collect(),
        }
    }
}

/// Whether terms may be marked in a stretch of text.
#[derive(Clone, Copy)]
enum Terms {
    Marked,
    Plain,
}

fn blocks(written: &[Block<Written>], resolver: &mut impl Resolver) -> Vec<Block<Resolved>> {
    written.iter().map(|one| block(one, resolver)).collect()
}

fn block(written: &Block<Written>, resolver: &mut impl Resolver) -> Block<Resolved> {
    match written {
        Block::Heading(heading) => Block::Heading(Heading {
            level: heading.level,
            id: heading.id.clone(),
            content: inlines(&heading.content, Terms::Plain, resolver),
            span: heading.span,
        }),
        Block::Paragraph { content, span } => {
            Block::Paragraph { content: marked(content, resolver), span: *span }
        }
        Block::Quote(inner) => Block::Quote(blocks(inner, resolver)),
        Block::Alert { kind, blocks: inner } => {
            Block::Alert { kind: *kind, blocks: blocks(inner, resolver) }
        }
        Block::List(list) => Block::List(List {
            start: list.start,
            items: list
                .items
                .iter()
                .map(|item| ListItem {
                    task: item.task,
                    blocks: blocks(&item.blocks, resolver),
                    tight: item.tight,
                })
                .collect(),
        }),
        Block::Definitions(all) => Block::Definitions(
            all.iter()
                .map(|one| Definition {
                    term: inlines(&one.term, Terms::Plain, resolver),
                    details: one.details.iter().map(|inner| blocks(inner, resolver)).collect(),
                })
                .collect(),
        ),
        Block::Table(table) => Block::Table(Box::new(Table {
            columns: table.columns.clone(),
            head: table.head.iter().map(|cell| inlines(cell, Terms::Plain, resolver)).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| row.iter().map(|cell| marked(cell, resolver)).collect())
                .collect(),
        })),
        Block::Code { language, text } => {
            Block::Code { language: language.clone(), text: text.clone() }
        }
        Block::Figure(shown) => Block::Figure(Box::new(picture(shown, resolver))),
        Block::Component { component, span } => Block::Component {
            component: Box::new(resolver.component(component, *span)),
            span: *span,
        },
        Block::RawHtml(text) => Block::RawHtml(text.clone()),
        Block::Rule => Block::Rule,
    }
}

fn marked(written: &[Inline<Written>], resolver: &mut impl Resolver) -> Vec<Inline<Resolved>> {
    inlines(written, Terms::Marked, resolver)
}

fn inlines(
    written: &[Inline<Written>],
    terms: Terms,
    resolver: &mut impl Resolver,
) -> Vec<Inline<Resolved>> {
    let mut out = Vec::with_capacity(written.len());
    for inline in written {
        let resolved = match inline {
            Inline::Text(text) => match terms {
                Terms::Marked => {
                    out.extend(resolver.text(text));
                    continue;
                }
                Terms::Plain => Inline::Text(text.clone()),
            },
            Inline::Code(text) => Inline::Code(text.clone()),
            Inline::Emphasis(inner) => Inline::Emphasis(inlines(inner, terms, resolver)),
            Inline::Strong(inner) => Inline::Strong(inlines(inner, terms, resolver)),
            Inline::Strike(inner) => Inline::Strike(inlines(inner, terms, resolver)),
            Inline::Link(inner) => Inline::Link(Box::new(link(inner, resolver))),
            Inline::Picture(shown) => Inline::Picture(Box::new(picture(shown, resolver))),
            Inline::FootnoteReference { number, occurrence } => {
                Inline::FootnoteReference { number: *number, occurrence: *occurrence }
            }
            Inline::Term(term) => Inline::Text(term.text.clone()),
            Inline::RawHtml(text) => Inline::RawHtml(text.clone()),
            Inline::SoftBreak => Inline::SoftBreak,
            Inline::LineBreak => Inline::LineBreak,
        };
        out.push(resolved);
    }
    out
}

fn link(written: &Link<Written>, resolver: &mut impl Resolver) -> Link<Resolved> {
    Link {
        target: resolver.link(&written.target),
        content: inlines(&written.content, Terms::Plain, resolver),
        span: written.span,
    }
}

fn picture(written: &Picture<Written>, resolver: &mut impl Resolver) -> Picture<Resolved> {
    Picture {
        medium: resolver.medium(written),
        alt: written.alt.clone(),
        title: written.title.clone(),
        span: written.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::FileId;
    use crate::model::To;
    use crate::model::body::TermUse;

    struct Shouting;

    impl Resolver for Shouting {
        fn link(&mut self, _: &RawLink) -> Target {
            Target::Nothing
        }

        fn medium(&mut self, _: &Picture<Written>) -> Option<Box<Medium>> {
            None
        }

        fn component(&mut self, _: &Component, _: Span) -> Drawing {
            Drawing::Nothing
        }

        fn text(&mut self, text: &str) -> Vec<Inline<Resolved>> {
            vec![Inline::Term(Box::new(TermUse {
                text: text.to_owned(),
                plain: String::new(),
                anchor: String::new(),
            }))]
        }
    }

    #[test]
    fn terms_are_marked_in_text_but_not_in_links_and_headings() {
        let span = Span::top(FileId(0));
        let word = || Inline::<Written>::Text("a".to_owned());
        let link = Inline::Link(Box::new(Link {
            target: RawLink { to: To::Refused, span },
            content: vec![Inline::Strong(vec![word()])],
            span,
        }));
        let body = Body {
            blocks: vec![
                Block::Heading(Heading {
                    level: 2,
                    id: "a".to_owned(),
                    content: vec![word()],
                    span,
                }),
                Block::Paragraph { content: vec![word(), link], span },
            ],
            footnotes: Vec::new(),
        };
        let resolved = body.resolve(&mut Shouting);
        let plain = || Inline::<Resolved>::Text("a".to_owned());
        let [Block::Heading(heading), Block::Paragraph { content, .. }] =
            resolved.blocks.as_slice()
        else {
            panic!("a heading and a paragraph");
        };
        assert_eq!(heading.content, vec![plain()]);
        let [Inline::Term(_), Inline::Link(link)] = content.as_slice() else {
            panic!("a term and a link");
        };
        assert_eq!(link.content, vec![Inline::Strong(vec![plain()])]);
    }
}
