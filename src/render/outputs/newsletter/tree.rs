//! What of a document tree mail can show: words, key figures, quotations; of the rest it says
//! where it stands.

use crate::model::drawing::{ChartDrawing, Drawing, Medium, MediumForm};
use crate::render::leaf::chart::{self, ChartPicture};
use crate::render::leaf::{Frame, Words};

use super::{MailFigure, MailQuote, MailWords, Setting};

/// Blocks nested deeper than this are left out; no edition needs as many.
pub(super) const DEEPEST: usize = 24;

/// The level of a heading: below the edition's one title, at most one deeper than the last.
pub(super) fn heading_level(written: u8, last: u8) -> u8 {
    written.clamp(2, last.saturating_add(1).clamp(2, 4))
}

/// The width at which mail shows a chart, in pixels: its letters are then as large as titles,
/// and on a narrow telephone as large as small print.
const CHART_WIDTH: u32 = 480;

/// A chart in mail.
#[derive(Debug)]
pub(super) struct MailChart {
    /// Its anchor on the web version.
    pub(super) id: String,
    /// The name of its picture, which stands beside the web version.
    pub(super) name: String,
    /// What it shows.
    pub(super) alt: String,
    /// The size of the picture, in pixels.
    pub(super) size: (u32, u32),
    /// The words of the link to the web version, which has the numbers in a table.
    pub(super) words: String,
}

/// What mail shows of a component or a medium.
#[derive(Debug)]
pub(super) enum Part {
    Figures(Vec<MailFigure>),
    Quote(MailQuote),
    Chart(MailChart),
    /// The words of a link to the web version.
    OnWeb(String),
    Nothing,
}

/// What mail shows of a component.
pub(super) fn component(setting: &Setting, drawing: &Drawing) -> Part {
    let words = &setting.words;
    let things = &words.things;
    let on_web = |thing: &str, title: Option<&str>| Part::OnWeb(named(words, thing, title));
    match drawing {
        Drawing::Figures(figures) => {
            Part::Figures(figures.iter().map(MailFigure::from).collect())
        }
        Drawing::Quote { text, by } => Part::Quote(MailQuote {
            text: text.clone(),
            by: by.clone(),
            lang: None,
            needs: Vec::new(),
            social: false,
        }),
        Drawing::Chart(own) => {
            let words = named(words, &things.chart, Some(&own.title));
            match picture(setting, own) {
                Some(drawn) => {
                    let height = drawn.height.saturating_mul(CHART_WIDTH) / drawn.width.max(1);
                    Part::Chart(MailChart {
                        id: own.id.clone(),
                        name: chart::mail_name(&drawn.svg),
                        alt: drawn.alt,
                        size: (CHART_WIDTH, height.max(1)),
                        words,
                    })
                }
                None => Part::OnWeb(words),
            }
        }
        Drawing::Map(map) => on_web(&things.map, map.title.as_deref()),
        Drawing::Gallery { title, .. } => on_web(&things.gallery, title.as_deref()),
        Drawing::Table(table) => on_web(&things.table, Some(&table.title)),
        Drawing::Timeline(_) => on_web(&things.timeline, None),
        Drawing::Items { .. } => on_web(&things.items, None),
        Drawing::Questionnaire { title, .. } => on_web(&things.questionnaire, Some(title)),
        Drawing::Nothing => Part::Nothing,
    }
}

/// The picture of a chart; `None` where there is none.
pub(super) fn picture(setting: &Setting, own: &ChartDrawing) -> Option<ChartPicture> {
    let labels = Words::of(&setting.lang);
    let frame = Frame { root: "", words: &labels, lang: &setting.lang };
    chart::picture(own, &frame, &setting.chart_colours)
}

/// What mail shows of a picture, film or audio in running text; nothing where it may not be
/// shown.
pub(super) fn medium(words: &MailWords, medium: Option<&Medium>) -> Part {
    let Some(medium) = medium else { return Part::Nothing };
    let things = &words.things;
    let thing = match &medium.form {
        MediumForm::Picture { .. } => &things.picture,
        MediumForm::Film { .. } | MediumForm::Elsewhere { .. } => &things.film,
        MediumForm::Audio { .. } => &things.audio,
        MediumForm::Document { .. } => &things.document,
    };
    let title = if medium.caption.is_empty() { &medium.alt } else { &medium.caption };
    // Decoration: who does not see it misses nothing.
    if matches!(medium.form, MediumForm::Picture { .. }) && title.is_empty() {
        return Part::Nothing;
    }
    Part::OnWeb(named(words, thing, Some(&title.text)))
}

fn named(words: &MailWords, thing: &str, title: Option<&str>) -> String {
    match title.map(str::trim).filter(|title| !title.is_empty()) {
        Some(title) => format!("{thing} “{title}” ({})", words.on_web),
        None => format!("{thing} ({})", words.on_web),
    }
}
