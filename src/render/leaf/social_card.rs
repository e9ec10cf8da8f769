//! The card that previews elsewhere show of a page: its title, what it is, a key figure, the
//! programme, and the regions it is about.

use std::fmt::Write as _;

use crate::media::{Colours, Face, FlatDrawing, Ink, Line, Patch};

use super::svg::wrap;

/// The width of a card in pixels.
pub const WIDTH: u16 = 1200;
/// The height of a card in pixels.
pub const HEIGHT: u16 = 630;

/// What stands on a card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SocialCard {
    /// The site's name.
    pub site: String,
    /// What the page is: "Factsheet · Onderzocht".
    pub kind: String,
    /// Its title.
    pub title: String,
    /// A key figure: the number with its unit, and what was counted.
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

/// The colours of a card in the default theme.
impl Default for Colours {
    fn default() -> Self {
        Self {
            ink: [0x16, 0x20, 0x2c],
            soft: [0x44, 0x51, 0x5e],
            paper: [0xfc, 0xfb, 0xf8],
            accent: [0x0a, 0x5a, 0x66],
            edge: [0x7b, 0x78, 0x6e],
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
/// Sizes of key figures.
const FIGURE_SIZES: [u16; 3] = [72, 60, 48];

/// Goes up with every change in how a card is drawn: others keep pictures by their address.
const DESIGN: u8 = 3;

impl SocialCard {
    /// Everything that its picture depends on, one thing to a line.
    pub fn identity(&self, colours: &Colours) -> String {
        let Self { site, kind, title, figure, tiles } = self;
        let Colours { paper, ink, soft, accent, edge } = colours;
        let mut out = format!("{DESIGN}\n{site:?}\n{kind:?}\n{title:?}\n{figure:?}\n");
        for [red, green, blue] in [paper, ink, soft, accent, edge] {
            let _ = writeln!(out, "{red} {green} {blue}");
        }
        for CardTile { column, row, on } in tiles {
            let _ = writeln!(out, "{column} {row} {on}");
        }
        out
    }
}

/// The card as it is drawn.
pub fn drawing(card: &SocialCard, colours: Colours) -> FlatDrawing {
    let band = Patch { corner: (0, 0), size: (WIDTH, 18), ink: Ink::Accent };
    let mut patches = vec![band];
    tiles(&mut patches, &card.tiles);
    let mut lines = vec![
        line(94, 30, one_line(&card.site, 30, 1000.0)),
        Line {
            face: Face::SansBold,
            ink: Ink::Accent,
            ..line(168, 27, one_line(&card.kind, 27, 1000.0))
        },
    ];
    let width = if card.tiles.is_empty() { 1056.0 } else { 740.0 };
    let figure = card.figure.as_ref().and_then(|(value, label)| figure(value, label, width));
    let sizes = if figure.is_some() { SIZES } else { LARGE };
    title(&mut lines, &card.title, sizes, width);
    lines.extend(figure.into_iter().flatten());
    FlatDrawing { width: WIDTH, height: HEIGHT, colours, patches, lines }
}

/// The edge of a region that a page is not about.
const EDGE: u16 = 2;

/// A line in the letters of the title.
fn line(y: u16, size: u16, words: String) -> Line {
    Line { start: (LEFT, y), face: Face::Serif, size, spacing: 0, ink: Ink::Ink, words }
}

/// A key figure in the largest size in which all of it fits; none when it never does, for a number
/// without its unit is another number.
fn figure(value: &str, label: &str, width: f64) -> Option<[Line; 2]> {
    let fits = |size: &u16| lines(value, *size, width).len() == 1;
    let size = FIGURE_SIZES.into_iter().find(fits)?;
    let label = one_line(label, 27, width);
    Some([
        line(BASE - 42, size, value.to_owned()),
        Line { face: Face::Sans, ink: Ink::Soft, ..line(BASE, 27, label) },
    ])
}

/// The title in the largest size in which all of it fits; what never fits ends in dots.
fn title(out: &mut Vec<Line>, words: &str, sizes: [(u16, usize); 4], width: f64) {
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
    for words in lines {
        // Large letters stand a little closer.
        out.push(Line { spacing: -2, ..line(y, size, words) });
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

fn one_line(words: &str, size: u16, width: f64) -> String {
    let mut lines = lines(words, size, width).into_iter();
    let first = lines.next().unwrap_or_default();
    if lines.next().is_some() { format!("{first} …") } else { first }
}

fn tiles(out: &mut Vec<Patch>, tiles: &[CardTile]) {
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
    let mut square = |tile: &CardTile, inset: u16, ink| {
        let x = 1128 - side - (columns - tile.column) * step + inset;
        let y = BASE + 4 - side - (rows - tile.row) * step + inset;
        let side = side - 2 * inset;
        out.push(Patch { corner: (x, y), size: (side, side), ink });
    };
    // Regions that share a place are no reason to hide the one that it is about.
    let (on, off): (Vec<_>, Vec<_>) = tiles.iter().partition(|tile| tile.on);
    for tile in off {
        square(tile, 0, Ink::Edge);
        square(tile, EDGE, Ink::Paper);
    }
    for tile in on {
        square(tile, 0, Ink::Accent);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::media::Letters;
    use crate::output::Hash;

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

    fn drawn(card: &SocialCard) -> FlatDrawing {
        drawing(card, Colours::default())
    }

    /// How many lines are set in this size.
    fn lines_of(drawing: &FlatDrawing, size: u16) -> usize {
        drawing.lines.iter().filter(|line| line.size == size).count()
    }

    #[test]
    fn a_card_says_what_the_page_is() {
        let drawn = drawn(&card("Vertrouwen & tijd"));
        let words: Vec<_> = drawn.lines.iter().map(|line| line.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "Lerende evaluatie",
                "Factsheet · Onderzocht",
                "Vertrouwen & tijd",
                "158 mensen",
                "naar werk <in de zorg>"
            ]
        );
        let squares = |ink| {
            let is_one = |own: &&Patch| own.size == (38, 38) && own.ink == ink;
            drawn.patches.iter().filter(is_one).count()
        };
        assert_eq!((squares(Ink::Accent), squares(Ink::Edge)), (1, 1));
        assert_eq!(lines_of(&drawn, 68), 1);
    }

    #[test]
    fn whatever_shows_on_a_card_changes_its_identity() {
        let plain = card("Vertrouwen");
        let of = |own: &SocialCard| own.identity(&Colours::default());
        let mut others = vec![card("Tijd")];
        let mut other = |change: fn(&mut SocialCard)| {
            let mut own = plain.clone();
            change(&mut own);
            others.push(own);
        };
        other(|own| own.site.push('s'));
        other(|own| own.site.push_str("\"\n\""));
        other(|own| own.kind.clear());
        other(|own| own.figure = None);
        other(|own| own.figure = Some(("158".to_owned(), "mensen naar werk".to_owned())));
        other(|own| own.figure = Some((String::new(), String::new())));
        other(|own| own.tiles[0].on = false);
        other(|own| own.tiles[1].row = 1);
        let all: BTreeSet<_> = others.iter().chain([&plain]).map(of).collect();
        assert_eq!(all.len(), others.len() + 1);
        let night = |change: fn(&mut Colours)| {
            let mut own = Colours::default();
            change(&mut own);
            plain.identity(&own)
        };
        let nights = [
            night(|own| own.paper = [0; 3]),
            night(|own| own.ink = [0; 3]),
            night(|own| own.soft = [0; 3]),
            night(|own| own.accent = [0; 3]),
            night(|own| own.edge = [0; 3]),
        ];
        let all: BTreeSet<_> = nights.into_iter().chain([of(&plain)]).collect();
        assert_eq!(all.len(), 6);
    }

    #[test]
    fn a_figure_is_smaller_where_it_has_to_be_and_never_cut() {
        let sizes = |value: &str| {
            let mut card = card("Vertrouwen");
            card.figure = Some((value.to_owned(), "Banen".to_owned()));
            let lines = drawing(&card, Colours::default()).lines;
            lines
                .iter()
                .filter(|line| line.words == value)
                .map(|line| line.size)
                .collect::<Vec<u16>>()
        };
        assert_eq!(sizes("158 mensen"), [72]);
        let long = sizes("minstens 350 werkzoekenden");
        assert!(long == [60] || long == [48], "{long:?}");
        assert!(sizes(&"werkzoekenden ".repeat(5)).is_empty());
    }

    #[test]
    fn another_drawing_of_the_same_card_has_another_design() {
        let png = drawn(&card("Vertrouwen opbouwen kost tijd")).png(&Letters::default());
        let pixels = image::load_from_memory(&png.unwrap()).unwrap().into_rgb8();
        let hash = Hash::of(pixels.as_raw()).short();
        assert_eq!(
            (DESIGN, hash.as_str()),
            (3, "0c8523b068"),
            "whoever changes a card raises DESIGN"
        );
    }

    #[test]
    fn the_region_of_a_page_shows_where_regions_share_a_place() {
        let mut own = card("Samen");
        own.tiles.push(CardTile { on: false, ..own.tiles[0] });
        let last = *drawn(&own).patches.last().unwrap();
        assert_eq!((last.ink, last.size), (Ink::Accent, (38, 38)));
    }

    #[test]
    fn a_long_title_gets_smaller_and_in_the_end_shorter() {
        let long =
            "Vertrouwen opbouwen kostte tijd, en sommige regio’s deden daardoor te weinig";
        let smaller = drawn(&card(long));
        assert!(lines_of(&smaller, 58) + lines_of(&smaller, 50) > 1, "{smaller:?}");
        let endless = drawn(&card(&"woorden ".repeat(80)));
        assert_eq!(lines_of(&endless, 42), 5);
        assert!(endless.lines.iter().any(|line| line.words.ends_with('…')), "{endless:?}");
    }

    #[test]
    fn regions_that_do_not_fit_are_left_out() {
        let band = 1;
        let mut many = card("Veel");
        many.tiles.push(CardTile { column: 40, row: 0, on: true });
        assert_eq!(drawn(&many).patches.len(), band);
        many.tiles.clear();
        assert_eq!(drawn(&many).patches.len(), band);
    }
}
