//! The sections and headings of a body.

use super::body::{Block, Body, Heading, Stage};

/// The part of a body under one heading of level 2.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Section<'a, S: Stage> {
    /// The heading; `None` for what stands before the first one.
    pub heading: Option<&'a Heading<S>>,
    /// The blocks under it, without it.
    pub blocks: &'a [Block<S>],
}

impl<S: Stage> Body<S> {
    /// The body split at its headings of level 2. What stands before the first one is a
    /// section of its own, left out when there is nothing.
    pub fn sections(&self) -> Vec<Section<'_, S>> {
        let mut sections = Vec::new();
        let mut rest = self.blocks.as_slice();
        let mut heading = None;
        loop {
            let next = rest.iter().position(|block| as_section_heading(block).is_some());
            let (blocks, after) = rest.split_at(next.unwrap_or(rest.len()));
            if heading.is_some() || !blocks.is_empty() {
                sections.push(Section { heading, blocks });
            }
            let Some((first, below)) = after.split_first() else {
                return sections;
            };
            heading = as_section_heading(first);
            rest = below;
        }
    }

    /// All headings in order, also those inside lists and quotes, and those of footnotes last.
    pub fn headings(&self) -> Vec<&Heading<S>> {
        let mut out = Vec::new();
        push_headings(&mut out, &self.blocks);
        for note in &self.footnotes {
            push_headings(&mut out, &note.blocks);
        }
        out
    }
}

fn as_section_heading<S: Stage>(block: &Block<S>) -> Option<&Heading<S>> {
    match block {
        Block::Heading(heading) if heading.level == 2 => Some(heading),
        _ => None,
    }
}

fn push_headings<'a, S: Stage>(out: &mut Vec<&'a Heading<S>>, blocks: &'a [Block<S>]) {
    for block in blocks {
        match block {
            Block::Heading(heading) => out.push(heading),
            Block::Quote(inner) | Block::Alert { blocks: inner, .. } => {
                push_headings(out, inner);
            }
            Block::List(list) => {
                for item in &list.items {
                    push_headings(out, &item.blocks);
                }
            }
            Block::Definitions(all) => {
                for inner in all.iter().flat_map(|one| &one.details) {
                    push_headings(out, inner);
                }
            }
            Block::Paragraph { .. }
            | Block::Table(_)
            | Block::Code { .. }
            | Block::Figure(_)
            | Block::Component { .. }
            | Block::RawHtml(_)
            | Block::Rule => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, Span};
    use crate::model::body::Written;

    fn heading(level: u8, id: &str) -> Block<Written> {
        let (id, span) = (id.to_owned(), Span::top(FileId(0)));
        Block::Heading(Heading { level, id, content: Vec::new(), span })
    }

    #[test]
    fn a_body_is_split_at_its_headings_of_level_two() {
        let blocks =
            vec![Block::Rule, heading(2, "a"), heading(3, "b"), heading(2, "c"), Block::Rule];
        let body = Body { blocks, footnotes: Vec::new() };
        let seen: Vec<_> = body
            .sections()
            .iter()
            .map(|section| (section.heading.map(|h| h.id.clone()), section.blocks.len()))
            .collect();
        let id = |text: &str| Some(text.to_owned());
        assert_eq!(seen, [(None, 1), (id("a"), 1), (id("c"), 1)]);
        assert_eq!(Body::<Written>::default().sections(), []);
        let ids: Vec<_> = body.headings().iter().map(|h| h.id.as_str()).collect();
        assert_eq!(ids, ["a", "b", "c"]);
    }
}
