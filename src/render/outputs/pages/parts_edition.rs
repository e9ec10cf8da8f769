//! What the web page and the mail of an edition share.

use crate::base::Span;
use crate::catalog::{EditionItem, Entry};
use crate::model::body::{self, Block, Heading, Inline, List, ListItem, Resolved};
use crate::model::{Front, Target};
use crate::render::outputs::view::{Certainty, Link};

use super::studio::Studio;

impl Studio<'_> {
    /// How sure a document is, in one line; `None` for those that claim nothing.
    pub fn certainty_of(&self, entry: &Entry) -> Option<Certainty> {
        let (judgement, seen_in) = match &entry.document.front {
            Front::Factsheet(own) => (&own.judgement, &own.seen_in),
            Front::Finding(own) => (&own.judgement, &own.seen_in),
            _ => return None,
        };
        Some(self.certainty(judgement.strength, seen_in, None))
    }

    /// The corrections of an item that its edition tells.
    pub fn item_corrections(&self, edition: &Entry, item: &EditionItem<'_>) -> Vec<String> {
        let all = self.catalog.edition_corrections(edition);
        let own = all.iter().filter(|own| std::ptr::eq(own.entry, item.entry));
        own.map(|own| format!("{} ({})", own.text, self.day(own.date).shown)).collect()
    }

    /// Where to subscribe to the newsletter.
    pub fn subscribe(&self) -> Option<Link> {
        let url = self.catalog.config.newsletter.subscribe_url.as_ref()?;
        Some(Link::external(self.text("subscribe"), url))
    }

    /// What stands below the items of an edition: corrections of documents that are none of
    /// its items, and its last word.
    pub fn closing(&self, edition: &Entry) -> Vec<Block<Resolved>> {
        let span = edition.document.head.title.span;
        let mut blocks = self.other_corrections(edition, span);
        if let Front::Newsletter(own) = &edition.document.front {
            let text = own.closing.as_deref().unwrap_or_default();
            let paragraphs = text.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
            blocks.extend(paragraphs.map(|text| paragraph(vec![words(text)], span)));
        }
        blocks
    }

    fn other_corrections(&self, edition: &Entry, span: Span) -> Vec<Block<Resolved>> {
        let line = |own: &crate::catalog::Correction<'_>| {
            let link = Inline::Link(Box::new(body::Link {
                target: Target::Site { url: own.entry.url.clone(), fragment: None },
                content: vec![words(&own.entry.document.head.title)],
                span,
            }));
            let text = format!(": {} ({})", own.text, self.day(own.date).shown);
            let blocks = vec![paragraph(vec![link, words(&text)], span)];
            ListItem { task: None, blocks, tight: true }
        };
        let lines: Vec<ListItem<Resolved>> =
            self.catalog.corrections_beside(edition).iter().map(line).collect();
        if lines.is_empty() {
            return Vec::new();
        }
        let heading = Heading {
            level: 2,
            id: "_corrections".to_owned(),
            content: vec![words(self.strings().text("corrections"))],
            span,
        };
        vec![Block::Heading(heading), Block::List(List { start: None, items: lines })]
    }
}

fn words(text: &str) -> Inline<Resolved> {
    Inline::Text(text.to_owned())
}

fn paragraph(content: Vec<Inline<Resolved>>, span: Span) -> Block<Resolved> {
    Block::Paragraph { content, span }
}
