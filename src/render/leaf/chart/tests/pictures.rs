//! Charts as pictures by themselves.

use super::*;
use crate::media::{Raster, rasterise};

fn drawn(chart: &ChartDrawing) -> ChartPicture {
    let words = Words::nl();
    let frame = Frame { root: "../", words: &words, lang: &Lang::nl() };
    picture(chart, &frame, &ChartColours::default()).unwrap()
}

fn pixels(chart: &ChartDrawing) -> Raster {
    let own = drawn(chart);
    rasterise(own.svg.as_bytes(), own.width).unwrap()
}

/// The pixels of a column that are not the ground, in the colours of the default theme.
fn inked(raster: &Raster, columns: std::ops::Range<u32>) -> usize {
    let width = raster.width() as usize;
    let pixels = raster.pixels().iter().enumerate();
    let inside = pixels
        .filter(|(at, _)| columns.contains(&u32::try_from(at % width).unwrap_or_default()));
    inside.filter(|(_, pixel)| **pixel != [0xfc, 0xfb, 0xf8, 0xff]).count()
}

/// A chart with everything that can stand in one.
fn full(kind: ChartKind) -> ChartDrawing {
    let mut chart = uncertain(kind);
    chart.unit = Some("mensen die werk vonden".to_owned());
    chart.target = Some(number("25"));
    chart.rows[0].label = "Stedendriehoek en Noordwest-Veluwe en omstreken".to_owned();
    chart.title = "Hoeveel mensen er werk vonden in de regio's die meededen".to_owned();
    chart.source =
        Some(SourceLink { label: "KplusV, 2021".to_owned(), target: Target::Nothing });
    chart
}

#[test]
fn a_picture_shows_every_number_of_the_table_and_says_what_it_is_about() {
    for kind in KINDS {
        for panels in [false, true] {
            let chart = ChartDrawing { panels, ..full(kind) };
            let svg = drawn(&chart).svg;
            let text: Vec<&str> = between(&svg, "<text", "</text>");
            let text = text.join(" ");
            let words = Words::nl();
            let frame = Frame { root: "../", words: &words, lang: &Lang::nl() };
            let shown = figure(&chart, &frame);
            let figures = between(shown.split("<details>").next().unwrap(), "class=\"v\"", "<");
            assert!(!figures.is_empty());
            for own in figures {
                let number = own.split_once('>').unwrap().1;
                assert!(text.contains(&format!(">{number}")), "{kind:?}: {number} in {text}");
            }
            for part in ["Hoeveel mensen", "mensen die werk", "Bron: KplusV, 2021", "doel"] {
                assert!(text.contains(part), "{kind:?}: {part} in {text}");
            }
        }
    }
}

#[test]
fn nothing_of_a_picture_is_cut_off_and_it_is_the_same_every_time() {
    for kind in KINDS {
        for panels in [false, true] {
            let chart = ChartDrawing { panels, ..full(kind) };
            let raster = pixels(&chart);
            assert_eq!(raster.png().unwrap(), pixels(&chart).png().unwrap());
            let width = raster.width();
            assert_eq!(inked(&raster, 0..8), 0, "{kind:?} at its start");
            assert_eq!(inked(&raster, width - 4..width), 0, "{kind:?} at its end");
            // The text of title, rows and values takes more than this many pixels.
            assert!(inked(&raster, 16..width - 16) > 3_000, "{kind:?}");
        }
    }
}

#[test]
fn the_colours_of_a_picture_are_those_of_the_theme() {
    let chart = chart(ChartKind::Bar, &["aantal"], &[("a", &["5"])]);
    let words = Words::nl();
    let frame = Frame { root: "", words: &words, lang: &Lang::nl() };
    let mut colours = ChartColours::default();
    colours.series[0] = "#123456".to_owned();
    let own = picture(&chart, &frame, &colours).unwrap();
    let raster = rasterise(own.svg.as_bytes(), own.width).unwrap();
    let is_bar = |pixel: &&[u8; 4]| **pixel == [0x12, 0x34, 0x56, 0xff];
    assert!(raster.pixels().iter().filter(is_bar).count() > 1_000);
}

#[test]
fn where_there_is_nothing_to_draw_there_is_no_picture_and_no_link_to_one() {
    let words = Words::nl();
    let frame = Frame { root: "", words: &words, lang: &Lang::nl() };
    let empty = chart(ChartKind::Bar, &["aantal"], &[]);
    assert_eq!(picture(&empty, &frame, &ChartColours::default()), None);
    assert!(!html(&empty).contains(".png"));
    assert!(html(&sample(ChartKind::Bar)).contains("<a href=\"c1.png\">Afbeelding (PNG)</a>"));
}
