//! The drawings of the charts that the mail of an edition shows. Mail names a chart by its drawing, and
//! the record of an edition keeps that: what was sent is drawn again, whatever became of its document.

use std::mem;

use crate::model::body::{Block, Resolved};
use crate::model::drawing::{ChartDrawing, Drawing};
use crate::render::leaf::chart;

use super::tree::{DEEPEST, picture};
use super::{EditionView, Prose};

impl EditionView {
    /// Keeps the drawings of the charts that the mail names, and no others: with those that a record
    /// kept the ones of texts and items that were made now.
    pub fn settle_charts(&mut self) {
        let mut charts = mem::take(&mut self.charts);
        charts.retain(|name, _| self.names(name));
        let mut in_texts = Vec::new();
        for text in [&self.intro, &self.closing] {
            if let Prose::Tree(blocks) = text {
                charts_of(blocks, 0, &mut in_texts);
            }
        }
        let in_texts = in_texts.into_iter().filter_map(|own| picture(&self.setting, own));
        let items = self.blocks.iter().filter_map(|block| block.picture.as_ref());
        let in_items = items.filter_map(|own| own.drawing.clone());
        let drawn = in_texts.map(|own| own.svg).chain(in_items);
        charts.extend(drawn.map(|svg| (chart::mail_name(&svg), svg)));
        self.charts = charts;
    }

    /// Whether an item or a text that was kept shows the file with this name.
    fn names(&self, name: &str) -> bool {
        let is_kept = |text: &Prose| match text {
            Prose::Kept(own) => own.html.contains(name),
            Prose::Tree(_) => false,
        };
        let mut pictures = self.blocks.iter().filter_map(|block| block.picture.as_ref());
        pictures.any(|own| own.url.ends_with(name))
            || is_kept(&self.intro)
            || is_kept(&self.closing)
    }
}

/// Adds the charts among blocks, as deep as mail shows them.
fn charts_of<'a>(
    blocks: &'a [Block<Resolved>],
    depth: usize,
    found: &mut Vec<&'a ChartDrawing>,
) {
    if depth >= DEEPEST {
        return;
    }
    for block in blocks {
        match block {
            Block::Component { component, .. } => {
                if let Drawing::Chart(own) = component.as_ref() {
                    found.push(own);
                }
            }
            Block::Quote(inner) | Block::Alert { blocks: inner, .. } => {
                charts_of(inner, depth + 1, found);
            }
            Block::List(list) => {
                list.items.iter().for_each(|item| charts_of(&item.blocks, depth + 1, found));
            }
            Block::Definitions(all) => {
                let details = all.iter().flat_map(|own| &own.details);
                details.for_each(|inner| charts_of(inner, depth + 1, found));
            }
            Block::Heading(_)
            | Block::Paragraph { .. }
            | Block::Table(_)
            | Block::Code { .. }
            | Block::Figure(_)
            | Block::RawHtml(_)
            | Block::Rule => {}
        }
    }
}
