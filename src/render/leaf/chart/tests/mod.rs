use super::*;
use crate::base::{Lang, UrlPath};
use crate::i18n::format_number;
use crate::model::Target;
use crate::model::drawing::{ChartRow, Margin, Number, Series, SourceLink};
use crate::render::leaf::Words;

mod pictures;

const KINDS: [ChartKind; 5] = [
    ChartKind::Bar,
    ChartKind::StackedBar,
    ChartKind::GroupedBar,
    ChartKind::Line,
    ChartKind::Dot,
];

fn number(plain: &str) -> Number {
    Number { plain: plain.to_owned(), shown: format_number(plain, &Lang::nl()) }
}

/// A chart of columns `name` or `*name` (targets) and rows of a label and numbers, `-` for none.
fn chart(kind: ChartKind, series: &[&str], rows: &[(&str, &[&str])]) -> ChartDrawing {
    let series = series.iter().map(|name| Series {
        name: name.trim_start_matches('*').to_owned(),
        is_target: name.starts_with('*'),
    });
    let rows = rows.iter().map(|(label, values)| ChartRow {
        label: (*label).to_owned(),
        values: values.iter().map(|v| (*v != "-").then(|| number(v))).collect(),
        margins: Vec::new(),
    });
    ChartDrawing {
        kind,
        id: "c1".to_owned(),
        title: "Doelen & plannen".to_owned(),
        summary: None,
        category: "regio".to_owned(),
        series: series.collect(),
        panels: false,
        rows: rows.collect(),
        unit: None,
        target: None,
        source: None,
        csv: None,
    }
}

fn html(chart: &ChartDrawing) -> String {
    let words = Words::nl();
    figure(chart, &Frame { root: "../", words: &words, lang: &Lang::nl() })
}

fn summary_of(chart: &ChartDrawing, lang: &Lang) -> String {
    let words = Words::of(lang);
    sentence::summary(chart, &Frame { root: "./", words: &words, lang })
}

/// The texts between two marks, in order.
fn between<'a>(html: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    html.split(open).skip(1).filter_map(|rest| rest.split(close).next()).collect()
}

/// Numbers in the drawing and numbers in the table, each in order.
fn numbers(html: &str) -> (Vec<String>, Vec<String>) {
    let svg = html.split("<details>").next().unwrap();
    let shown = between(svg, "class=\"v\"", "<")
        .into_iter()
        .map(|text| text.split_once('>').unwrap().1.to_owned());
    let cells = between(html, "<td class=\"number\"", "<")
        .into_iter()
        .map(|text| text.split_once('>').unwrap().1.to_owned())
        .filter(|text| text != "geen waarde");
    (shown.collect(), cells.collect())
}

fn sample(kind: ChartKind) -> ChartDrawing {
    chart(
        kind,
        &["geplaatst", "*doel"],
        &[
            ("Twente", &["158", "1450"]),
            ("Midden-Brabant en omstreken", &["-12.5", "40"]),
            ("Zeeland", &["-", "7"]),
        ],
    )
}

#[test]
fn every_number_of_the_drawing_stands_in_the_table_and_the_other_way_round() {
    for kind in KINDS {
        let mut chart = sample(kind);
        let (mut drawn, mut table) = numbers(&html(&chart));
        if kind == ChartKind::Line {
            assert!(!drawn.is_empty() && drawn.iter().all(|n| table.contains(n)), "{drawn:?}");
        } else {
            drawn.sort();
            table.sort();
            assert_eq!(drawn, table, "{kind:?}");
        }
        chart.series.truncate(1);
        chart.rows.iter_mut().for_each(|row| row.values.truncate(1));
        chart.target = Some(number("1000"));
        let (mut drawn, mut table) = numbers(&html(&chart));
        drawn.sort();
        table.sort();
        assert_eq!(drawn, table, "{kind:?}");
    }
}

#[test]
fn bars_are_as_long_as_their_values() {
    let chart = chart(
        ChartKind::Bar,
        &["aantal"],
        &[("a", &["50"]), ("b", &["100"]), ("c", &["0"]), ("d", &["-50"])],
    );
    let html = html(&chart);
    let widths: Vec<f64> = between(&html, "<rect class=\"s0\"", "/>")
        .iter()
        .map(|rect| between(rect, " width=\"", "%\"")[0].parse().unwrap())
        .collect();
    assert_eq!(widths.len(), 4);
    assert!((widths[1] - 2.0 * widths[0]).abs() < 0.02, "{widths:?}");
    assert!((widths[3] - widths[0]).abs() < 0.02 && widths[2] == 0.0, "{widths:?}");
}

/// A sample of two series in which every value may be off by two.
fn uncertain(kind: ChartKind) -> ChartDrawing {
    let mut chart =
        chart(kind, &["nu", "straks"], &[("a", &["10", "40"]), ("b", &["20", "30"])]);
    for row in &mut chart.rows {
        let margin = |own: &Option<Number>| {
            let value = own.as_ref().unwrap().value();
            let (low, high) = ((value - 2.0).to_string(), (value + 2.0).to_string());
            Some(Margin { low: number(&low), high: number(&high) })
        };
        row.margins = row.values.iter().map(margin).collect();
    }
    chart
}

/// The numbers of an attribute of these elements, in order.
fn places(html: &str, element: &str, attribute: &str) -> Vec<f64> {
    let start = format!(" {attribute}=\"");
    let (_, drawing) = html.split_once("class=\"drawing\"").unwrap();
    between(drawing.split("<details>").next().unwrap(), element, ">")
        .iter()
        .map(|own| between(own, &start, "\"")[0].trim_end_matches('%').parse().unwrap())
        .collect()
}

/// Every place is its value times the same factor.
#[track_caller]
fn assert_in_proportion(places: &[f64], values: &[f64]) {
    assert_eq!(places.len(), values.len(), "{places:?}");
    let factor = places[0] / values[0];
    assert!(factor > 0.1, "{places:?}");
    for (place, value) in places.iter().zip(values) {
        assert!((place - value * factor).abs() < 0.05, "{places:?} for {values:?}");
    }
}

#[test]
fn every_cell_of_the_table_is_drawn_as_large_as_it_is() {
    let by_row = [10.0, 40.0, 20.0, 30.0];
    for kind in [ChartKind::GroupedBar, ChartKind::StackedBar] {
        let html = html(&uncertain(kind));
        assert_in_proportion(&places(&html, "<rect class=\"s", "width"), &by_row);
    }
    let dots = html(&uncertain(ChartKind::Dot));
    let zero = places(&dots, "<line class=\"zero\"", "x1")[0];
    let from_zero = |places: Vec<f64>| places.iter().map(|x| x - zero).collect::<Vec<_>>();
    let (_, drawing) = dots.split_once("class=\"drawing\"").unwrap();
    let marks: Vec<f64> =
        between(drawing.split("<details>").next().unwrap(), "<svg x=\"", "%\"")
            .iter()
            .map(|x| x.parse().unwrap())
            .collect();
    assert_in_proportion(&from_zero(marks), &by_row);
    let lines = html(&uncertain(ChartKind::Line));
    let zero = places(&lines, "<line class=\"zero\"", "y1")[0];
    let heights = |attribute| -> Vec<f64> {
        places(&lines, "<line class=\"l s", attribute).iter().map(|y| zero - y).collect()
    };
    assert_in_proportion(&heights("y1"), &[10.0, 40.0]);
    assert_in_proportion(&[heights("y1"), heights("y2")].concat(), &[10.0, 40.0, 20.0, 30.0]);
}

#[test]
fn how_far_off_a_value_may_be_is_drawn_told_and_in_the_table() {
    for kind in [ChartKind::Bar, ChartKind::GroupedBar, ChartKind::Dot] {
        let html = html(&uncertain(kind));
        let zero = places(&html, "<line class=\"zero\"", "x1")[0];
        let ends = |attribute| -> Vec<f64> {
            places(&html, "<g class=\"range\"><line", attribute)
                .iter()
                .map(|x| x - zero)
                .collect()
        };
        assert_in_proportion(
            &[ends("x1"), ends("x2")].concat(),
            &[8.0, 38.0, 18.0, 28.0, 12.0, 42.0, 22.0, 32.0],
        );
        let told = between(html.split("<details>").next().unwrap(), "class=\"r\">", "<");
        let table = between(&html, "<td class=\"margin\">", "<");
        assert_eq!(told, ["8 tot 12", "38 tot 42", "18 tot 22", "28 tot 32"], "{kind:?}");
        assert_eq!(told, table, "{kind:?}");
    }
    let lines = html(&uncertain(ChartKind::Line));
    assert_eq!(between(&lines, "<path class=\"range\"", "/>").len(), 4);
    assert_eq!(between(&lines, "<td class=\"margin\">", "<").len(), 4);
    assert!(lines.contains("<th scope=\"col\" class=\"number\">nu, marge</th>"), "{lines}");
}

#[test]
fn panels_share_one_scale_and_show_the_same_numbers() {
    for kind in KINDS {
        let mut chart = uncertain(kind);
        chart.panels = true;
        let html = html(&chart);
        assert_eq!(between(&html, "<svg class=\"drawing\"", ">").len(), 2, "{kind:?}");
        assert_eq!(between(&html, "<p class=\"panel\">", "<"), ["nu", "straks"]);
        let (mut drawn, mut table) = numbers(&html);
        drawn.sort();
        table.sort();
        assert_eq!(drawn, table, "{kind:?}");
        if !matches!(kind, ChartKind::Line | ChartKind::Dot) {
            let widths = places(&html, "<rect class=\"s0\"", "width");
            assert_in_proportion(&widths, &[10.0, 20.0, 40.0, 30.0]);
        }
    }
}

#[test]
fn a_figure_is_complete_without_its_picture() {
    let mut chart = chart(ChartKind::Bar, &["aantal"], &[("a", &["5"]), ("b", &["1"])]);
    chart.unit = Some("mensen".to_owned());
    chart.csv = UrlPath::new("data/doelen.csv");
    chart.source = Some(SourceLink {
        label: "KplusV, 2021".to_owned(),
        target: Target::Site {
            url: UrlPath::new("bronnen/").unwrap(),
            fragment: Some("kplusv-2021".to_owned()),
        },
    });
    let html = html(&chart);
    let (head, rest) = html.split_once("<svg").unwrap();
    assert_eq!(
        head,
        "<figure class=\"chart\" id=\"c1\"><figcaption><p class=\"title\">Doelen &amp; plannen</p>\
         <p class=\"summary\">De hoogste waarde is 5 mensen (a), de laagste 1 (b).</p>\
         <p class=\"note\">Eenheid: mensen</p></figcaption>"
    );
    let (_, tail) = rest.split_once("</svg>").unwrap();
    assert_eq!(
        tail,
        "<details><summary>Bekijk de tabel</summary><div class=\"scroll\" role=\"region\" \
         tabindex=\"0\" aria-labelledby=\"c1-table\"><table><caption id=\"c1-table\">Doelen &amp; \
         plannen</caption><thead><tr><th scope=\"col\">regio</th><th scope=\"col\" \
         class=\"number\">aantal, mensen</th></tr></thead><tbody><tr><th scope=\"row\">a</th>\
         <td class=\"number\">5</td></tr><tr><th scope=\"row\">b</th><td class=\"number\">1</td>\
         </tr></tbody></table></div></details><p class=\"source\"><a href=\"../data/doelen.csv\">\
         Gegevens (CSV)</a>\u{a0}· <a href=\"c1.png\">Afbeelding (PNG)</a>\u{a0}· Bron: <a href=\"../bronnen/#kplusv-2021\">KplusV, 2021</a></p></figure>"
    );
}

#[test]
fn targets_are_drawn_and_told_as_targets() {
    for kind in [ChartKind::Bar, ChartKind::GroupedBar, ChartKind::StackedBar] {
        let html = html(&sample(kind));
        let (_, drawing) = html.split_once("</desc>").unwrap();
        assert_eq!(between(drawing, "<rect class=\"s1 t\"", "/>").len(), 3, "{kind:?}");
    }
    assert!(html(&sample(ChartKind::Line)).contains("<line class=\"l s1 t\""));
    assert_eq!(
        summary_of(&sample(ChartKind::GroupedBar), &Lang::nl()),
        "Bij ‘geplaatst’ is de hoogste waarde 158 (Twente), de laagste -12,5 \
         (Midden-Brabant en omstreken). Bij het doel is de hoogste waarde 1.450 (Twente), de \
         laagste 7 (Zeeland)."
    );
}

#[test]
fn the_sentence_follows_the_data() {
    let bars = |rows: &[(&str, &[&str])]| chart(ChartKind::Bar, &["n"], rows);
    let nl = |chart: &ChartDrawing| summary_of(chart, &Lang::nl());
    assert_eq!(nl(&bars(&[("a", &["5"])])), "a: 5.");
    assert_eq!(nl(&bars(&[("a", &["5"]), ("b", &["5.0"])])), "Alle waarden zijn 5.");
    assert_eq!(
        nl(&bars(&[("a", &["5"]), ("b", &["1"]), ("c", &["1"]), ("d", &["1"]), ("e", &["1"])])),
        "De hoogste waarde is 5 (a), de laagste 1 (b, c en 2 andere)."
    );
    let mut line = chart(
        ChartKind::Line,
        &["n"],
        &[("2019", &["12"]), ("2020", &["1600"]), ("2021", &["158"])],
    );
    line.unit = Some("%".to_owned());
    line.target = Some(number("200"));
    assert_eq!(
        nl(&line),
        "Van 12% (2019) naar 158 (2021). De hoogste waarde is 1.600 (2020). Het doel is 200%."
    );
    assert_eq!(
        summary_of(&line, &Lang::en()),
        "From 12% (2019) to 158 (2021). The highest value is 1.600 (2020). The target is 200%."
    );
    line.summary = Some("Het groeide.".to_owned());
    assert_eq!(nl(&line), "Het groeide.");
}

#[test]
fn an_axis_without_zero_is_mentioned() {
    let far = chart(ChartKind::Line, &["n"], &[("2019", &["100"]), ("2020", &["104"])]);
    assert!(html(&far).contains("De schaal begint niet bij nul."));
    let near = chart(ChartKind::Line, &["n"], &[("2019", &["10"]), ("2020", &["104"])]);
    assert!(!html(&near).contains("De schaal begint niet bij nul."));
}

#[test]
fn no_data_break_nothing() {
    let long = "Samenwerkingsverband ".repeat(2000);
    let huge = "9".repeat(400);
    let words = "x".repeat(5000);
    let rows: [&[(&str, &[&str])]; 6] = [
        &[],
        &[("een", &["5", "-"])],
        &[("een", &["-", "-"]), ("twee", &["-", "-"])],
        &[("een", &["0", "0"]), ("twee", &["0", "0"])],
        &[(&long, &[&huge, "-1"]), (&words, &["0.0000001", "5"])],
        &[("een", &["-5", "-6"]), ("twee", &["-7", "-8"])],
    ];
    for kind in KINDS {
        for rows in rows {
            for series in [&["a", "*doel"][..], &["a"], &[long.as_str(), "b"], &[]] {
                let html = html(&chart(kind, series, rows));
                assert!(!html.contains("NaN") && !html.contains("inf%"), "{kind:?}");
                assert!(!html.contains("style=") && !html.contains("<script"));
                let empty = rows.is_empty() || series.is_empty();
                assert_eq!(html.contains("Er zijn nog geen gegevens."), empty);
            }
        }
    }
}

#[test]
fn what_editors_write_is_escaped_everywhere() {
    let evil = "<script>\"'&";
    for kind in KINDS {
        let mut chart = chart(kind, &[evil, evil], &[(evil, &["1", "2"]), (evil, &["-", "2"])]);
        chart.title = evil.to_owned();
        chart.category = evil.to_owned();
        chart.unit = Some(evil.to_owned());
        chart.id = evil.to_owned();
        let html = html(&chart);
        assert!(!html.contains("<script") && !html.contains("\"'&\""), "{html}");
    }
}

#[test]
fn many_rows_are_drawn() {
    let label: Vec<String> = (0..4_000).map(|n| n.to_string()).collect();
    let rows: Vec<(&str, &[&str])> =
        label.iter().map(|l| (l.as_str(), &["5", "7"][..])).collect();
    for kind in KINDS {
        assert!(html(&chart(kind, &["a", "b"], &rows)).len() > 100_000);
    }
}
