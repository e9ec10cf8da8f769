//! Tables of data: `<figure class="data-table">` with title, rows and source.

use std::fmt::Write;

use crate::base::{escape_attribute, escape_text};
use crate::model::drawing::TableDrawing;

use super::Frame;
use super::footer::{Below, footer};
use super::svg::escaped;

/// Draws a table as a figure. Where it is wider than the page it scrolls by itself, also by
/// keyboard. The first column names the row, unless it holds numbers.
pub fn figure(table: &TableDrawing, frame: &Frame<'_>) -> String {
    let mut id = String::new();
    escape_attribute(&mut id, &table.id);
    let mut out = format!(
        "<figure class=\"data-table\" id=\"{id}\"><figcaption><p class=\"title\" id=\"{id}-title\">{}</p></figcaption>",
        escaped(&table.title)
    );
    if table.rows.is_empty() || table.columns.is_empty() {
        let _ = write!(out, "<p class=\"none\">{}</p>", escaped(frame.words.no_data));
    } else {
        let _ = write!(
            out,
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}-title\">\
             <table aria-labelledby=\"{id}-title\"><thead><tr>"
        );
        let classes: Vec<&str> = (0..table.columns.len()).map(|at| class(table, at)).collect();
        for (column, class) in table.columns.iter().zip(&classes) {
            let name = escaped(&column.name);
            let _ = write!(out, "<th scope=\"col\"{class}>{name}</th>");
        }
        out.push_str("</tr></thead><tbody>");
        for row in &table.rows {
            out.push_str("<tr>");
            for (at, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                let names_row = at == 0 && !column.is_number;
                let class = classes.get(at).copied().unwrap_or_default();
                let (tag, scope) =
                    if names_row { ("th", " scope=\"row\"") } else { ("td", "") };
                let _ = write!(out, "<{tag}{scope}{class}>");
                match &cell.target {
                    Some(target) => frame.link(&mut out, &cell.text, target),
                    None => escape_text(&mut out, &cell.text),
                }
                let _ = write!(out, "</{tag}>");
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody></table></div>");
    }
    let below =
        Below { csv: table.csv.as_ref(), source: table.source.as_ref(), ..Below::default() };
    footer(&mut out, &below, frame);
    out.push_str("</figure>");
    out
}

/// So many letters have a date in words.
const SHORT: usize = 18;

/// The class of a column: of numbers, or of texts so short that they stay on one line.
fn class(table: &TableDrawing, at: usize) -> &'static str {
    if table.columns.get(at).is_some_and(|column| column.is_number) {
        return " class=\"number\"";
    }
    let mut cells = table.rows.iter().filter_map(|row| row.get(at));
    let is_short = cells.all(|cell| cell.text.chars().count() <= SHORT);
    if is_short { " class=\"short\"" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Lang, UrlPath};
    use crate::model::Target;
    use crate::model::drawing::{SourceLink, TableCell, TableColumn};
    use crate::render::leaf::Words;

    #[test]
    fn a_table_has_scopes_links_numbers_and_its_source() {
        let cell = |text: &str| TableCell { text: text.to_owned(), target: None };
        let to = |url: &str| Target::Site { url: UrlPath::new(url).unwrap(), fragment: None };
        let twente = TableCell { target: Some(to("regios/twente/")), ..cell("Twente") };
        let column = |name: &str, is_number| TableColumn { name: name.to_owned(), is_number };
        let table = TableDrawing {
            id: "t1".to_owned(),
            title: "Doelen & <plannen>".to_owned(),
            columns: vec![column("regio", false), column("doel", true)],
            rows: vec![vec![twente, cell("1.450")]],
            source: Some(SourceLink { label: "KplusV".to_owned(), target: Target::Nothing }),
            csv: UrlPath::new("data/doelen.csv"),
        };
        let words = Words::nl();
        let frame = Frame { root: "../", words: &words, lang: &Lang::nl() };
        assert_eq!(
            figure(&table, &frame),
            "<figure class=\"data-table\" id=\"t1\"><figcaption><p class=\"title\" id=\"t1-title\">\
             Doelen &amp; &lt;plannen&gt;</p></figcaption><div class=\"scroll\" role=\"region\" \
             tabindex=\"0\" aria-labelledby=\"t1-title\"><table aria-labelledby=\"t1-title\">\
             <thead><tr><th scope=\"col\" class=\"short\">regio</th><th scope=\"col\" class=\"number\">doel</th>\
             </tr></thead><tbody><tr><th scope=\"row\" class=\"short\"><a href=\"../regios/twente/\">Twente</a></th>\
             <td class=\"number\">1.450</td></tr></tbody></table></div><p class=\"source\">\
             <a href=\"../data/doelen.csv\">Gegevens (CSV)</a>\u{a0}· Bron: KplusV</p></figure>"
        );
        // A long text in a column lets all of it break.
        let long = cell("Stedendriehoek en Noordwest Veluwe");
        let rows = vec![vec![long, cell("3")], vec![cell("Twente"), cell("4")]];
        let broken = figure(&TableDrawing { rows, ..table.clone() }, &frame);
        assert!(!broken.contains("class=\"short\""), "{broken}");
        let empty = figure(&TableDrawing { rows: Vec::new(), ..table }, &frame);
        assert!(empty.contains("<p class=\"none\">Er zijn nog geen gegevens.</p>"), "{empty}");
    }
}
