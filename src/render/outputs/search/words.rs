//! The words of a body, without what is drawn.

use crate::model::body::{Block, Body, Inline, Picture, Resolved, plain_text};
use crate::model::drawing::{Drawing, Medium};

use super::sheet::{Sheet, weight};

/// Appends the words of a body.
pub(super) fn body(sheet: &mut Sheet, body: &Body<Resolved>) {
    blocks(sheet, &body.blocks);
    for note in &body.footnotes {
        blocks(sheet, &note.blocks);
    }
}

fn blocks(sheet: &mut Sheet, all: &[Block<Resolved>]) {
    for block in all {
        self::block(sheet, block);
    }
}

fn block(sheet: &mut Sheet, block: &Block<Resolved>) {
    match block {
        Block::Heading(own) => {
            sheet.heading(own.level, &own.id, &plain_text(&own.content));
        }
        Block::Paragraph { content, .. } => inline(sheet, content),
        Block::Quote(inner) | Block::Alert { blocks: inner, .. } => blocks(sheet, inner),
        Block::List(list) => {
            for item in &list.items {
                blocks(sheet, &item.blocks);
            }
        }
        Block::Definitions(all) => {
            for own in all {
                inline(sheet, &own.term);
                for detail in &own.details {
                    blocks(sheet, detail);
                }
            }
        }
        Block::Table(table) => {
            for row in std::iter::once(&table.head).chain(&table.rows) {
                let cells: Vec<String> = row.iter().map(|cell| plain_text(cell)).collect();
                sheet.text(weight::TEXT, &cells.join(" · "));
            }
        }
        Block::Code { text, .. } => sheet.text(weight::TEXT, text),
        Block::Figure(own) => picture(sheet, own),
        Block::Component { component, .. } => drawing(sheet, component),
        Block::RawHtml(_) | Block::Rule => {}
    }
}

fn inline(sheet: &mut Sheet, content: &[Inline<Resolved>]) {
    sheet.text(weight::TEXT, &plain_text(content));
}

/// What is said of a picture that may be shown.
fn picture(sheet: &mut Sheet, own: &Picture<Resolved>) {
    let Some(medium) = &own.medium else { return };
    let alt = if own.alt.is_empty() { &medium.alt.text } else { &own.alt };
    sheet.text(weight::TEXT, alt);
    caption(sheet, medium);
    sheet.text(weight::TEXT, &own.title);
}

fn caption(sheet: &mut Sheet, medium: &Medium) {
    sheet.text(weight::TEXT, &medium.caption.text);
}

fn drawing(sheet: &mut Sheet, drawing: &Drawing) {
    match drawing {
        Drawing::Chart(own) => {
            sheet.text(weight::TEXT, &own.title);
            sheet.maybe(weight::TEXT, own.summary.as_deref());
        }
        Drawing::Map(own) => sheet.maybe(weight::TEXT, own.title.as_deref()),
        Drawing::Figures(all) => {
            for own in all {
                let unit = own.unit.as_deref().unwrap_or_default();
                let text = format!("{} {unit}: {}", own.value, own.label);
                sheet.text(weight::GIST, &text);
            }
        }
        Drawing::Quote { text, .. } => sheet.text(weight::TEXT, text),
        Drawing::Gallery { title, items } => {
            sheet.maybe(weight::TEXT, title.as_deref());
            for own in items {
                sheet.text(weight::TEXT, &own.alt.text);
                caption(sheet, own);
            }
        }
        Drawing::Table(own) => {
            sheet.text(weight::TEXT, &own.title);
            for row in &own.rows {
                let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                sheet.text(weight::TEXT, &cells.join(" · "));
            }
        }
        Drawing::Timeline(all) => {
            for own in all {
                sheet.text(weight::TEXT, &format!("{} {}", own.shown, own.text));
            }
        }
        Drawing::Questionnaire { title, .. } => sheet.text(weight::TEXT, title),
        // Lists name other pages, which are found by their own words.
        Drawing::Items { .. } | Drawing::Nothing => {}
    }
}
