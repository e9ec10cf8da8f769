//! A chart as a picture by itself: title, drawing, unit and source on light paper, in one
//! column that stays readable on a telephone. Pixels are made from it, for mails and for
//! readers who take it along.

use crate::base::apostrophes;
use std::fmt::Write;

use crate::model::drawing::ChartDrawing;
use crate::output::Hash;

use super::super::Frame;
use super::super::svg::{coordinate, escaped, wrap};
use super::horizontal::LINE;
use super::{Measure, draw, legend, panels, summary};

/// The width of the picture in its own pixels; text of 15 of them is 12 on a narrow telephone.
const WIDTH: u32 = 360;
/// How many pixels wide its file is: three for each of its own.
pub const PIXELS: u32 = 1080;
/// What is left free around it.
const EDGE: f64 = 16.0;
/// The width of what is drawn in it.
const INNER: f64 = 328.0;
/// How much larger the title is than other text, and the height of its lines.
const TITLE: (f64, f64) = (1.3, 25.0);

/// A chart as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartPicture {
    /// The name of its file, beside the page that shows the chart.
    pub name: String,
    /// The drawing, a whole SVG file.
    pub svg: String,
    /// What it shows, in a sentence.
    pub alt: String,
    /// Its width in pixels of the drawing.
    pub width: u32,
    /// Its height in pixels of the drawing.
    pub height: u32,
}

/// The colours of charts, as SVG has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartColours {
    /// Text.
    pub ink: String,
    /// Text that is less important.
    pub soft: String,
    /// The ground.
    pub paper: String,
    /// Lines of the scale.
    pub edge: String,
    /// The series, in their order.
    pub series: [String; 6],
}

impl Default for ChartColours {
    fn default() -> Self {
        let series = ["#0a5a66", "#94511a", "#7832b8", "#9a8825", "#da5ba3", "#272f32"];
        Self {
            ink: "#16202c".to_owned(),
            soft: "#44515e".to_owned(),
            paper: "#fcfbf8".to_owned(),
            edge: "#7b786e".to_owned(),
            series: series.map(str::to_owned),
        }
    }
}

/// The name of the picture of a chart: there is one where there is something to draw.
pub(super) fn name(chart: &ChartDrawing) -> Option<String> {
    (!chart.rows.is_empty() && !chart.series.is_empty()).then(|| format!("{}.png", chart.id))
}

/// The name of the file of a chart in mail: after what it shows. A mail that was sent names it for
/// ever, whatever charts come before it in its text.
pub fn mail_name(svg: &str) -> String {
    format!("grafiek-{}.png", Hash::of(svg.as_bytes()).short())
}

/// The picture of a chart; `None` where there is nothing to draw.
pub fn picture(
    chart: &ChartDrawing,
    frame: &Frame<'_>,
    colours: &ChartColours,
) -> Option<ChartPicture> {
    let mut column = Column { out: String::new(), y: EDGE };
    column.lines("title", &chart.title, TITLE);
    column.y += 8.0;
    column.unit(chart, frame);
    let is_cut = if chart.panels {
        column.panels(chart, frame)
    } else {
        column.legend(chart);
        let drawn = draw(chart, frame, Measure::of(chart, frame));
        column.drawing(&drawn.body, drawn.height);
        drawn.is_cut
    };
    column.y += 14.0;
    if is_cut {
        column.lines("n", frame.words.cut_axis, (1.0, LINE));
    }
    if let Some(source) = &chart.source {
        let text = format!("{}: {}", frame.words.source, source.label);
        column.lines("n", &text, (1.0, LINE));
    }
    let height = whole(column.y + EDGE);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\"><style>{}</style>\
         <rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>{}</svg>",
        style(colours),
        column.out
    );
    let alt = summary(chart, frame);
    Some(ChartPicture { name: name(chart)?, svg, alt, width: WIDTH, height })
}

/// What stands below each other in the picture.
struct Column {
    out: String,
    y: f64,
}

impl Column {
    /// Text over as many lines as it takes; its size as a multiple of ordinary text, and the
    /// height of its lines.
    fn lines(&mut self, class: &str, text: &str, (size, line): (f64, f64)) {
        for part in wrap(&apostrophes(text), INNER / size) {
            let y = coordinate(self.y + line * 0.75);
            let _ = write!(
                self.out,
                "<text class=\"{class}\" x=\"{EDGE}\" y=\"{y}\">{}</text>",
                escaped(&part)
            );
            self.y += line;
        }
    }

    fn unit(&mut self, chart: &ChartDrawing, frame: &Frame<'_>) {
        if let Some(unit) = &chart.unit {
            self.lines("n", &format!("{}: {unit}", frame.words.unit), (1.0, LINE));
            self.y += 8.0;
        }
    }

    /// Which mark belongs to which series, one below the other.
    fn legend(&mut self, chart: &ChartDrawing) {
        if !legend::is_needed(chart) {
            return;
        }
        for (at, series) in chart.series.iter().enumerate() {
            let mut mark = String::new();
            legend::swatch(&mut mark, chart, at);
            self.group(&mark);
            let names = wrap(&series.name, INNER - 36.0);
            for name in &names {
                let (x, y) = (EDGE + 36.0, coordinate(self.y + LINE * 0.72));
                let _ = write!(self.out, "<text x=\"{x}\" y=\"{y}\">{}</text>", escaped(name));
                self.y += LINE;
            }
            self.y += 2.0;
        }
        self.y += 8.0;
    }

    fn panels(&mut self, chart: &ChartDrawing, frame: &Frame<'_>) -> bool {
        let all = panels::drawings(chart, frame);
        for (at, (panel, drawn)) in all.iter().enumerate() {
            if at > 0 {
                self.y += LINE;
            }
            self.lines("v", &panel.title, (1.06, LINE));
            self.y += 6.0;
            self.drawing(&drawn.body, drawn.height);
        }
        all.iter().any(|(_, drawn)| drawn.is_cut)
    }

    fn drawing(&mut self, body: &str, height: f64) {
        self.group(&in_pixels(body));
        self.y += height;
    }

    fn group(&mut self, body: &str) {
        let y = coordinate(self.y);
        let _ = write!(self.out, "<g transform=\"translate({EDGE} {y})\">{body}</g>");
    }
}

/// A drawing with its places in pixels: what per cents are of is known here.
fn in_pixels(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    for (at, tag) in body.split('<').enumerate() {
        if at > 0 {
            out.push('<');
        }
        let (tag, text) = tag.split_once('>').map_or(("", tag), |(tag, text)| (tag, text));
        for part in tag.split_inclusive('"') {
            let place = part.strip_suffix("%\"").and_then(|place| place.parse::<f64>().ok());
            match place {
                Some(place) => {
                    out.push_str(&coordinate(place / 100.0 * INNER));
                    out.push('"');
                }
                None => out.push_str(part),
            }
        }
        if at > 0 {
            out.push('>');
        }
        out.push_str(text);
    }
    out
}

/// What `styles/parts/chart.css` of the theme says, for programs that know no variables.
fn style(colours: &ChartColours) -> String {
    let ChartColours { ink, soft, paper, edge, series } = colours;
    let mut css = format!(
        "text{{font-family:'Public Sans',sans-serif;font-size:15px;fill:{ink}}}\
         .title{{font-family:'Source Serif 4',serif;font-weight:700;font-size:{}px}}\
         .v{{font-weight:700;fill:{ink}}}.n,text.none,.r{{fill:{soft};font-weight:400}}\
         .paper{{fill:{paper}}}line{{stroke:{edge}}}\
         .goal{{stroke:{ink};stroke-width:2;stroke-dasharray:5 3}}\
         .h{{stroke:{paper};stroke-width:1.5;fill:none}}\
         .range,.range line{{stroke:{ink};stroke-width:2;fill:none}}.l{{stroke-width:3}}",
        coordinate(15.0 * TITLE.0),
    );
    for at in 0..8_usize {
        // Themes draw the seventh and the eighth series as the second and the third.
        let Some(colour) = series.get(if at < 6 { at } else { at - 5 }) else { continue };
        let _ = write!(css, ".s{at}{{fill:{colour}}}.l.s{at}{{stroke:{colour}}}");
        let _ = write!(css, ".t.s{at}{{stroke:{colour}}}");
    }
    css.push_str(".t{fill:none;stroke-width:2;stroke-dasharray:5 3}.over{stroke:none}");
    css
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between 1 and 100 000"
)]
fn whole(height: f64) -> u32 {
    height.ceil().clamp(1.0, 100_000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_places_become_pixels() {
        let drawn = "<text x=\"50%\" y=\"3\">=\"50%\" 50%</text><rect width=\"12.5%\"/>";
        let fixed = "<text x=\"164\" y=\"3\">=\"50%\" 50%</text><rect width=\"41\"/>";
        assert_eq!(in_pixels(drawn), fixed);
        assert_eq!(in_pixels("100% zeker"), "100% zeker");
    }
}
