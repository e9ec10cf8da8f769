use super::*;
use crate::base::{Lang, UrlPath};
use crate::model::Target;
use crate::render::leaf::Words;

fn tile((column, row): (u16, u16), name: &str, (value, class): (&str, usize)) -> Tile {
    let url = UrlPath::new(&format!("regios/{}/", name.to_lowercase())).unwrap();
    Tile {
        column,
        row,
        name: name.to_owned(),
        short: name.chars().take(3).collect(),
        target: Target::Site { url, fragment: None },
        value: value.to_owned(),
        class,
    }
}

fn drawn(tiles: Vec<Tile>) -> String {
    let map = MapDrawing {
        id: "kaart".to_owned(),
        title: Some("Waar is dit gezien?".to_owned()),
        measure: "verhalen".to_owned(),
        tiles,
        classes: vec!["geen".to_owned(), "1 of 2".to_owned(), "3 of meer".to_owned()],
        source: None,
    };
    let words = Words::nl();
    figure(&map, &Frame { root: "./", words: &words, lang: &Lang::nl() })
}

#[test]
fn every_tile_is_a_link_with_name_value_and_marks() {
    let html = drawn(vec![tile((5, 3), "Twente", ("3", 2)), tile((4, 3), "Drenthe", ("0", 0))]);
    assert!(
        html.contains(
            "<a class=\"tile c2 on\" href=\"./regios/twente/\"><title>Twente: 3 verhalen</title>\
             <rect x=\"54\" y=\"2\" width=\"48\" height=\"48\"/>\
             <text x=\"78\" y=\"28\" text-anchor=\"middle\">Twe</text>\
             <path class=\"mark\" d=\"M72 38h5v5h-5zM79 38h5v5h-5z\"/></a>"
        ),
        "{html}"
    );
    assert!(html.contains("viewBox=\"0 0 104 52\""), "{html}");
    assert!(!html.contains("style="));
}

#[test]
fn the_list_names_every_region_by_name_with_its_value() {
    let mut lost = tile((2, 1), "Achterhoek", ("1", 1));
    lost.target = Target::Nothing;
    let html = drawn(vec![tile((0, 0), "Twente", ("3", 2)), lost]);
    let (_, list) = html.split_once("<tbody>").unwrap();
    assert_eq!(
        list,
        "<tr><th scope=\"row\">Achterhoek</th><td>1</td></tr>\
         <tr><th scope=\"row\"><a href=\"./regios/twente/\">Twente</a></th><td>3</td></tr>\
         </tbody></table></div></details></figure>"
    );
    assert!(html.contains("<g class=\"tile c1 half\"><title>Achterhoek: 1 verhalen</title>"));
}

#[test]
fn text_stays_readable_on_a_phone_and_a_wide_map_scrolls() {
    let row = |count: u16| (0..count).map(|x| tile((x, 0), "Zee", ("0", 0))).collect();
    // 15 units of text, drawn in the 284 pixels that a phone of 320 leaves.
    assert!(15.0 * 284.0 / f64::from(MAX_COLUMNS * STEP) >= 12.0);
    assert!(drawn(row(6)).contains("<svg class=\"drawing\""));
    assert!(drawn(row(7)).contains("<svg class=\"drawing wide\""));
}

#[test]
fn a_map_of_nothing_says_so() {
    let html = drawn(Vec::new());
    assert!(html.contains("<p class=\"none\">Er zijn nog geen gegevens.</p>"));
    assert!(!html.contains("<svg"));
}
