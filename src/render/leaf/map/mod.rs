//! Tile maps: `<figure class="map">` with a tile per region that is a link, a legend, and the
//! same as a list.
//!
//! A tile says its class by colour (`.c0` … `.c9`), by `.half` and `.on` (some and most), and
//! by a row of small squares, one per step of the legend, so that no colour is needed.

use std::fmt::Write;

use crate::base::{escape_attribute, escape_text};
use crate::model::drawing::{MapDrawing, Tile};

use super::Frame;
use super::footer::{Below, footer};
use super::svg::escaped;

/// Side of a tile.
const TILE: u32 = 48;
/// From tile to tile.
const STEP: u32 = 52;
/// More columns than this do not fit a phone: the map scrolls.
const MAX_COLUMNS: u32 = 6;
/// A tile has no room for more squares.
const MAX_MARKS: usize = 6;

/// Draws a tile map as a figure that is complete without its picture.
pub fn figure(map: &MapDrawing, frame: &Frame<'_>) -> String {
    let mut id = String::new();
    escape_attribute(&mut id, &map.id);
    let title = map.title.as_deref().unwrap_or(&map.measure);
    let mut out = format!(
        "<figure class=\"map\" id=\"{id}\"><figcaption><p class=\"title\" id=\"{id}-title\">{}</p></figcaption>",
        escaped(title)
    );
    if map.tiles.is_empty() {
        let _ = write!(out, "<p class=\"none\">{}</p>", escaped(frame.words.no_data));
    } else {
        picture(&mut out, map, frame, &id);
        legend(&mut out, map);
        list(&mut out, map, frame, &id);
    }
    footer(&mut out, &Below { source: map.source.as_ref(), ..Below::default() }, frame);
    out.push_str("</figure>");
    out
}

fn picture(out: &mut String, map: &MapDrawing, frame: &Frame<'_>, id: &str) {
    let spread = |places: Vec<u16>| {
        let first = places.iter().min().copied().unwrap_or(0);
        let last = places.iter().max().copied().unwrap_or(0);
        (first, u32::from(last - first) + 1)
    };
    let (left, columns) = spread(map.tiles.iter().map(|tile| tile.column).collect());
    let (top, rows) = spread(map.tiles.iter().map(|tile| tile.row).collect());
    let (width, height) = (columns * STEP, rows * STEP);
    let class = if columns > MAX_COLUMNS { "drawing wide" } else { "drawing" };
    let _ = write!(
        out,
        "<div class=\"scroll\"><svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"group\" aria-labelledby=\"{id}-name\">\
         <title id=\"{id}-name\">{}: {}</title>",
        escaped(frame.words.map),
        escaped(map.title.as_deref().unwrap_or(&map.measure)),
    );
    for tile in &map.tiles {
        let x = u32::from(tile.column.saturating_sub(left)) * STEP + 2;
        let y = u32::from(tile.row.saturating_sub(top)) * STEP + 2;
        let href = frame.href(&tile.target);
        draw_tile(out, map, tile, Spot { x, y, href });
    }
    out.push_str("</svg></div>");
}

/// Where a tile stands and leads.
struct Spot {
    x: u32,
    y: u32,
    href: Option<String>,
}

fn draw_tile(out: &mut String, map: &MapDrawing, tile: &Tile, at: Spot) {
    let Spot { x, y, href } = at;
    let class = classes(tile.class, map.classes.len());
    match &href {
        Some(href) => {
            let _ = write!(out, "<a class=\"{class}\" href=\"");
            escape_attribute(out, href);
            out.push_str("\">");
        }
        None => {
            let _ = write!(out, "<g class=\"{class}\">");
        }
    }
    // Who speaks to the page says what it shows.
    let short = Some(&tile.short).filter(|short| !tile.name.contains(*short));
    let short = short.map(|short| format!(" ({short})")).unwrap_or_default();
    let _ = write!(
        out,
        "<title>{}{}: {}</title><rect x=\"{x}\" y=\"{y}\" width=\"{TILE}\" height=\"{TILE}\"/>\
         <text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
        escaped(&tile.name),
        escaped(&short),
        escaped(&value_with_measure(map, tile)),
        x + TILE / 2,
        y + 26,
        escaped(&tile.short),
    );
    marks(out, tile.class, (x + TILE / 2, y + 36));
    out.push_str(if href.is_some() { "</a>" } else { "</g>" });
}

/// The value with what it is, unless the words of the class say it already.
fn value_with_measure(map: &MapDrawing, tile: &Tile) -> String {
    let is_number = tile.value.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    if is_number { format!("{} {}", tile.value, map.measure) } else { tile.value.clone() }
}

/// `c2 half`: the class, and whether it is some or most.
fn classes(class: usize, count: usize) -> String {
    let grade = match class {
        0 => "",
        _ if class + 1 >= count => " on",
        _ => " half",
    };
    format!("tile c{}{grade}", class.min(9))
}

/// One small square per step of the legend, centred at a place.
fn marks(out: &mut String, class: usize, (x, y): (u32, u32)) {
    let count = u32::try_from(class.min(MAX_MARKS)).unwrap_or(0);
    if count == 0 {
        return;
    }
    let start = x.saturating_sub(count * 7 / 2).saturating_add(1);
    out.push_str("<path class=\"mark\" d=\"");
    for at in 0..count {
        let _ = write!(out, "M{} {y}h5v5h-5z", start + at * 7);
    }
    out.push_str("\"/>");
}

fn legend(out: &mut String, map: &MapDrawing) {
    out.push_str("<ul class=\"legend\">");
    for (class, words) in map.classes.iter().enumerate() {
        let _ = write!(
            out,
            "<li><svg class=\"swatch\" viewBox=\"0 0 {TILE} 24\" width=\"{TILE}\" height=\"24\" \
             aria-hidden=\"true\"><g class=\"{}\"><rect x=\"1\" y=\"1\" width=\"46\" height=\"22\"/>",
            classes(class, map.classes.len())
        );
        marks(out, class, (TILE / 2, 10));
        let _ = write!(out, "</g></svg> {}</li>", escaped(words));
    }
    out.push_str("</ul>");
}

fn list(out: &mut String, map: &MapDrawing, frame: &Frame<'_>, id: &str) {
    let _ = write!(
        out,
        "<details><summary>{}</summary><div class=\"scroll\" role=\"group\" tabindex=\"0\" \
         aria-labelledby=\"{id}-title\"><table aria-labelledby=\"{id}-title\"><thead><tr>\
         <th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>",
        escaped(frame.words.list),
        escaped(frame.words.region),
        escaped(&map.measure),
    );
    let mut tiles: Vec<&Tile> = map.tiles.iter().collect();
    tiles.sort_by_cached_key(|tile| tile.name.to_lowercase());
    for tile in tiles {
        out.push_str("<tr><th scope=\"row\">");
        frame.link(out, &tile.name, &tile.target);
        out.push_str("</th><td>");
        escape_text(out, &tile.value);
        out.push_str("</td></tr>");
    }
    out.push_str("</tbody></table></div></details>");
}

#[cfg(test)]
mod tests;
