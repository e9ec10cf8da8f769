//! The colours of our themes: each can be read on its ground, and colours that stand
//! beside each other stay apart for readers who see fewer of them.

use std::collections::BTreeMap;

use super::colour::Rgb;
use super::remarks::faint;
use crate::base::SourcePath;
use crate::diag::Problem;
use crate::diag::problem::Theme;

type Colours = BTreeMap<String, Rgb>;

/// The themes of the project by name, with their `tokens.css`.
const THEMES: [(&str, &str); 2] = [
    ("default", include_str!("../../themes/default/styles/tokens.css")),
    ("plain", include_str!("../../themes/plain/styles/tokens.css")),
];

/// The colours of every theme in light and in dark.
fn modes() -> Vec<(String, Colours)> {
    THEMES.iter().flat_map(|(theme, css)| modes_of(theme, css)).collect()
}

fn modes_of(theme: &str, css: &str) -> [(String, Colours); 2] {
    let (light, dark) = css.split_once("@media").unwrap();
    let light = colours(light.split_once('{').unwrap().1);
    let mut all = light.clone();
    all.extend(colours(dark.split_once(":root").unwrap().1.split_once('{').unwrap().1));
    assert!(light.len() > 30 && light != all);
    [(format!("{theme}, light"), light), (format!("{theme}, dark"), all)]
}

fn colours(block: &str) -> Colours {
    let mut all: Colours = block
        .split(';')
        .filter_map(|line| {
            let (name, value) = line.split_once(':')?;
            let name = name.trim().rsplit("--").next()?;
            Some((name.to_owned(), Rgb::parse(value.trim())?))
        })
        .collect();
    // The first series of a chart has the accent.
    if let Some(accent) = all.get("accent").copied() {
        all.insert("c1".to_owned(), accent);
    }
    all
}

#[test]
fn our_themes_can_be_read_in_light_and_dark() {
    for (theme, css) in THEMES {
        let path = SourcePath::new(&format!("themes/{theme}/styles/tokens.css")).unwrap();
        assert_eq!(faint(&path, css), [], "{theme}");
    }
}

#[test]
fn a_pale_colour_is_told_at_its_line_and_what_dark_mode_takes_along_once() {
    let path = SourcePath::new("styles/tokens.css").unwrap();
    let css = "/* a\n */\n:root { --paper: white; --wash: #fff;\n --ink: #dddddd; --c2: var(--ink) }\n\
               @media (prefers-color-scheme: dark) { :root { --paper: #000;\n --wash: #cccccc; } }\n\
               @media print { :root { --ink: #fff; } }\np { --ink: #fff; }\n";
    let problems: Vec<Problem> = faint(&path, css).into_iter().map(|own| own.problem).collect();
    let told = |name: &str, ground: &str, (tenths, least): (u32, u32), line| {
        Problem::Theme(Theme::FaintToken {
            name: name.to_owned(),
            ground: ground.to_owned(),
            tenths,
            least,
            is_dark: false,
            line,
        })
    };
    let light = [told("--ink", "--paper", (13, 45), 4), told("--c2", "--paper", (13, 30), 4)];
    assert_eq!(problems, light);
}

/// How light reaches the eyes of readers without red, green or blue cones (Machado, Oliveira
/// and Fernandes 2009, severity 1), and those of everybody else.
const EYES: [(&str, [[f64; 3]; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "no red",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "no green",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "no blue",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// From light to cones, and from cones to lightness and two axes of colour (Oklab).
const CONES: [[f64; 3]; 3] = [
    [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
    [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
    [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
];
const OKLAB: [[f64; 3]; 3] = [
    [0.210_454_255_3, 0.793_617_785, -0.004_072_046_8],
    [1.977_998_495_1, -2.428_592_205, 0.450_593_709_9],
    [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766],
];

/// A colour as lightness and two axes in which equal steps look equal (Oklab), in per cent.
fn seen(colour: Rgb, eye: &[[f64; 3]; 3]) -> [f64; 3] {
    let own = colour.linear();
    let light =
        eye.map(|row| row.iter().zip(own).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0));
    let mixed = |row: &[f64; 3], of: [f64; 3]| -> f64 {
        row.iter().zip(of).map(|(share, part)| share * part).sum()
    };
    let cones = CONES.map(|row| mixed(&row, light).cbrt());
    OKLAB.map(|row| mixed(&row, cones)).map(|axis| axis * 100.0)
}

fn distance(a: Rgb, b: Rgb, eye: &[[f64; 3]; 3]) -> f64 {
    let pairs = seen(a, eye).into_iter().zip(seen(b, eye));
    pairs.map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// Every pair of a palette, or only neighbours.
fn pairs(names: &[&'static str], all: bool) -> Vec<(&'static str, &'static str)> {
    let mut pairs = Vec::new();
    for (at, a) in names.iter().enumerate() {
        let behind = &names[at + 1..];
        pairs.extend(behind.iter().take(if all { behind.len() } else { 1 }).map(|b| (*a, *b)));
    }
    pairs
}

#[test]
fn three_palettes_stay_apart_for_colour_blind_readers() {
    // Two per cent is about what one can just see when two fields touch.
    let palettes: [(&[&str], bool, f64); 3] = [
        (&["c1", "c2", "c3", "c4", "c5", "c6"], true, 10.0),
        (&["works", "if", "not", "unknown", "side"], true, 6.0),
        (&["k0", "k1", "k2", "k3", "k4"], false, 9.0),
    ];
    for (mode, colours) in modes() {
        for (names, all, least) in palettes {
            for (a, b) in pairs(names, all) {
                for (eyes, eye) in &EYES {
                    let apart = distance(colours[a], colours[b], eye);
                    assert!(apart >= least, "{mode}, {eyes}: {a} and {b}: {apart:.1}");
                }
            }
        }
    }
}

#[test]
fn red_and_green_of_one_lightness_are_one_colour_without_green_cones() {
    let (red, green) = (Rgb::parse("#b4540a").unwrap(), Rgb::parse("#7d6608").unwrap());
    assert!(distance(red, green, &EYES[0].1) > 10.0);
    assert!(distance(red, green, &EYES[1].1) < 2.0);
}
