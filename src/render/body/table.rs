//! Tables as written in Markdown.

use crate::model::body::{Align, Inline, Resolved, Table, plain_text};
use crate::render::leaf::Html;

use super::{Scribe, inline};

/// Draws a table in a box of its own that scrolls where the screen is narrow.
pub(super) fn table(html: &mut Html, table: &Table<Resolved>, scribe: &Scribe<'_>) {
    // A group, not a region: two tables with the same columns may stand on one page.
    html.open("div").class("table-scroll").attr("tabindex", "0").attr("role", "group");
    html.attr("aria-label", &name(table, scribe)).line();
    html.open("table").line();
    html.open("thead").line().open("tr");
    for (cell, align) in cells(&table.head, table) {
        if cell.is_empty() {
            html.open("td").maybe_attr("class", class(align)).close();
        } else {
            html.open("th").attr("scope", "col").maybe_attr("class", class(align));
            inline::inlines(html, cell, scribe);
            html.close();
        }
    }
    html.close().line().close().line();
    if !table.rows.is_empty() {
        html.open("tbody").line();
        for row in &table.rows {
            html.open("tr");
            for (cell, align) in cells(row, table) {
                html.open("td").maybe_attr("class", class(align));
                inline::inlines(html, cell, scribe);
                html.close();
            }
            html.close().line();
        }
        html.close().line();
    }
    html.close().line().close().line();
}

type Cell = Vec<Inline<Resolved>>;

fn cells<'a>(
    row: &'a [Cell],
    table: &'a Table<Resolved>,
) -> impl Iterator<Item = (&'a Cell, Align)> {
    row.iter().zip(table.columns.iter().copied().chain(std::iter::repeat(Align::Start)))
}

/// What the table is called for those who do not see it: its first columns.
fn name(table: &Table<Resolved>, scribe: &Scribe<'_>) -> String {
    let heads = table.head.iter().map(|cell| plain_text(cell));
    let named: Vec<String> = heads.filter(|head| !head.trim().is_empty()).take(4).collect();
    format!("{} {}", scribe.labels.table, named.join(", ")).trim_end().to_owned()
}

fn class(align: Align) -> Option<&'static str> {
    match align {
        Align::Start => None,
        Align::Center => Some("align-center"),
        Align::End => Some("align-end"),
    }
}
