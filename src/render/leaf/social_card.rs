//! The card that previews elsewhere show of a page: its title, what it is, a key figure, the
//! programme, and the regions it is about. Drawn as SVG; the pixels are made from it.

use std::fmt::Write as _;

use super::svg::{escaped, wrap};

/// The width of a card in pixels.
pub const WIDTH: u32 = 1200;
/// The height of a card in pixels.
pub const HEIGHT: u32 = 630;

/// What stands on a card.
#[derive(Debug, Clone, Default)]
pub struct SocialCard {
    /// The site's name.
    pub site: String,
    /// What the page is: "Factsheet · Onderzocht".
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its first key figure: the number with its unit, and what was counted.
    pub figure: Option<(String, String)>,
    /// The regions of the programme.
    pub tiles: Vec<CardTile>,
}

/// A region on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardTile {
    /// From the left, from 0.
    pub column: u16,
    /// From above, from 0.
    pub row: u16,
    /// Whether the page is about it.
    pub on: bool,
}

/// The colours of a card, as SVG has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardColours {
    /// Titles and figures.
    pub ink: String,
    /// Small print.
    pub soft: String,
    /// The ground.
    pub paper: String,
    /// The band at the top, and regions.
    pub accent: String,
    /// The edges of other regions.
    pub edge: String,
}

impl Default for CardColours {
    fn default() -> Self {
        Self {
            ink: "#16202c".to_owned(),
            soft: "#44515e".to_owned(),
            paper: "#fcfbf8".to_owned(),
            accent: "#0a5a66".to_owned(),
            edge: "#7b786e".to_owned(),
        }
    }
}

/// Where text begins, from the left.
const LEFT: u16 = 72;
/// The lowest line of text, and of the regions.
const BASE: u16 = 560;
/// From one region to the next, on a map that is small.
const STEP: u16 = 40;
/// The same on a map that is not.
const SMALL_STEP: u16 = 34;
/// Sizes of titles, and how many lines of each fit above a key figure.
const SIZES: [(u16, usize); 4] = [(68, 3), (58, 3), (50, 4), (42, 5)];
/// The same where there is no figure.
const LARGE: [(u16, usize); 4] = [(84, 3), (70, 4), (58, 5), (48, 6)];

/// The card as SVG.
pub fn svg(card: &SocialCard, colours: &CardColours) -> String {
    let CardColours { ink, paper, accent, .. } = colours;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\"><g{CRISP}><rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{paper}\"/><rect width=\"{WIDTH}\" height=\"18\" fill=\"{accent}\"/></g>"
    );
    text(&mut out, (94, 30), (SERIF, ink), &card.site);
    text(&mut out, (168, 27), (SANS_BOLD, accent), &card.kind);
    let width = if card.tiles.is_empty() { 1056.0 } else { 740.0 };
    let sizes = if card.figure.is_some() { SIZES } else { LARGE };
    title(&mut out, &card.title, sizes, (width, ink));
    if let Some((value, label)) = &card.figure {
        figure(&mut out, (value, label), (width, colours));
    }
    tiles(&mut out, &card.tiles, colours);
    out.push_str("</svg>");
    out
}

/// The edge of a region that a page is not about.
const EDGE: u16 = 2;
/// Edges that lie between pixels: nothing has to be mixed, which is most of the work.
const CRISP: &str = " shape-rendering=\"crispEdges\"";
const SERIF: &str = " font-family=\"'Source Serif 4', serif\" font-weight=\"700\"";
const SANS: &str = " font-family=\"Public Sans, sans-serif\" font-weight=\"400\"";
const SANS_BOLD: &str = " font-family=\"Public Sans, sans-serif\" font-weight=\"700\"";

fn text(out: &mut String, (y, size): (u16, u16), (font, colour): (&str, &str), words: &str) {
    let words = one_line(words, f64::from(size), 1000.0);
    let _ = write!(
        out,
        "<text x=\"{LEFT}\" y=\"{y}\"{font} font-size=\"{size}\" fill=\"{colour}\">{}</text>",
        escaped(&words)
    );
}

/// The title in the largest size in which all of it fits; what never fits ends in dots.
fn title(
    out: &mut String,
    words: &str,
    sizes: [(u16, usize); 4],
    (width, colour): (f64, &str),
) {
    let fitting = sizes.iter().map(|(size, most)| (*size, *most, even(words, *size, width)));
    let mut last = (0, 0, Vec::new());
    for (size, most, lines) in fitting {
        let fits = lines.len() <= most;
        last = (size, most, lines);
        if fits {
            break;
        }
    }
    let (size, most, mut lines) = last;
    if lines.len() > most {
        lines.truncate(most);
        if let Some(line) = lines.last_mut() {
            line.push('…');
        }
    }
    let mut y = 192 + size;
    for line in lines {
        let _ = write!(
            out,
            "<text x=\"{LEFT}\" y=\"{y}\"{SERIF} font-size=\"{size}\" letter-spacing=\"-0.5\" fill=\"{colour}\">{}</text>",
            escaped(&line)
        );
        y += size + size / 6;
    }
}

/// Lines of about the same length, so that no word stands alone on the last one.
fn even(words: &str, size: u16, width: f64) -> Vec<String> {
    let at = |step: u8| lines(words, size, width * (1.0 - f64::from(step) * 0.025));
    let mut best = at(0);
    // The narrower, the more lines: the narrowest that needs no more is found by halving.
    let (mut from, mut to) = (1, 21);
    while from < to {
        let middle = u8::midpoint(from, to);
        let narrower = at(middle);
        if narrower.len() > best.len() {
            to = middle;
        } else {
            (best, from) = (narrower, middle + 1);
        }
    }
    best
}

fn lines(words: &str, size: u16, width: f64) -> Vec<String> {
    // Text is measured at 15 pixels.
    wrap(words, width * 15.0 / f64::from(size))
}

fn one_line(words: &str, size: f64, width: f64) -> String {
    let mut lines = wrap(words, width.max(100.0) * 15.0 / size).into_iter();
    let first = lines.next().unwrap_or_default();
    if lines.next().is_some() { format!("{first} …") } else { first }
}

/// The number, and below it what was counted.
fn figure(
    out: &mut String,
    (value, label): (&str, &str),
    (width, colours): (f64, &CardColours),
) {
    let CardColours { ink, soft, .. } = colours;
    let (value, label) = (one_line(value, 72.0, width), one_line(label, 27.0, width));
    let _ = write!(
        out,
        "<text x=\"{LEFT}\" y=\"{}\"{SERIF} font-size=\"72\" fill=\"{ink}\">{}</text>\
         <text x=\"{LEFT}\" y=\"{BASE}\"{SANS} font-size=\"27\" fill=\"{soft}\">{}</text>",
        BASE - 42,
        escaped(&value),
        escaped(&label)
    );
}

fn tiles(out: &mut String, tiles: &[CardTile], colours: &CardColours) {
    let last = |of: fn(&CardTile) -> u16| tiles.iter().map(of).max().unwrap_or(0);
    let first = |of: fn(&CardTile) -> u16| tiles.iter().map(of).min().unwrap_or(0);
    let (columns, rows) = (last(|tile| tile.column), last(|tile| tile.row));
    let (left, top) = (first(|tile| tile.column), first(|tile| tile.row));
    // More than fits is no map that one could read in a preview.
    if columns - left > 8 || rows - top > 11 {
        return;
    }
    let is_small = columns - left <= 6 && rows - top <= 9;
    let step = if is_small { STEP } else { SMALL_STEP };
    let side = step - 2;
    let (mut on, mut off) = (String::new(), String::new());
    for tile in tiles {
        let x = 1128 - side - (columns - tile.column) * step;
        let y = BASE + 4 - side - (rows - tile.row) * step;
        let own = if tile.on { &mut on } else { &mut off };
        square(own, (x, y), side);
        if !tile.on {
            square(&mut off, (x + EDGE, y + EDGE), side - 2 * EDGE);
        }
    }
    for (drawn, colour) in [(off, &colours.edge), (on, &colours.accent)] {
        if !drawn.is_empty() {
            let _ = write!(
                out,
                "<path{CRISP} fill=\"{colour}\" fill-rule=\"evenodd\" d=\"{drawn}\"/>"
            );
        }
    }
}

/// A square, as part of a path.
fn square(path: &mut String, (x, y): (u16, u16), side: u16) {
    let _ = write!(path, "M{x} {y}h{side}v{side}h-{side}z");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(title: &str) -> SocialCard {
        SocialCard {
            site: "Lerende evaluatie".to_owned(),
            kind: "Factsheet · Onderzocht".to_owned(),
            title: title.to_owned(),
            figure: Some(("158 mensen".to_owned(), "naar werk <in de zorg>".to_owned())),
            tiles: vec![
                CardTile { column: 0, row: 0, on: true },
                CardTile { column: 2, row: 3, on: false },
            ],
        }
    }

    #[test]
    fn a_card_says_what_the_page_is_and_escapes_it() {
        let svg = svg(&card("Vertrouwen & tijd"), &CardColours::default());
        for part in ["Lerende evaluatie", "Factsheet · Onderzocht", "Vertrouwen &amp; tijd"] {
            assert!(svg.contains(&format!(">{part}</text>")), "{svg}");
        }
        assert!(svg.contains(">158 mensen</text>"), "{svg}");
        assert!(svg.contains("naar werk &lt;in de zorg&gt;"), "{svg}");
        assert_eq!(svg.matches("h38v38h-38z").count(), 2);
        assert_eq!(svg.matches("font-size=\"68\"").count(), 1);
    }

    #[test]
    fn a_long_title_gets_smaller_and_in_the_end_shorter() {
        let long =
            "Vertrouwen opbouwen kostte tijd, en sommige regio’s deden daardoor te weinig";
        let drawn = svg(&card(long), &CardColours::default());
        assert!(
            drawn.contains("font-size=\"58\"") || drawn.contains("font-size=\"50\""),
            "{drawn}"
        );
        let endless = svg(&card(&"woorden ".repeat(80)), &CardColours::default());
        assert_eq!(endless.matches("font-size=\"42\"").count(), 5);
        assert!(endless.contains("…</text>"), "{endless}");
    }

    #[test]
    fn regions_that_do_not_fit_are_left_out() {
        let mut many = card("Veel");
        many.tiles.push(CardTile { column: 40, row: 0, on: true });
        assert!(!svg(&many, &CardColours::default()).contains("h38v38h-38z"));
        many.tiles.clear();
        assert!(svg(&many, &CardColours::default()).contains(">Veel</text>"));
    }
}
