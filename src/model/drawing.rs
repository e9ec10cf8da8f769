//! Components and media with everything looked up: what drawing needs and nothing else.

use crate::base::{Date, Lang, UrlPath, When};

use super::Target;
use super::component::ChartKind;

/// A component ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Drawing {
    /// A chart with its data.
    Chart(ChartDrawing),
    /// A tile map.
    Map(MapDrawing),
    /// Key figures.
    Figures(Vec<KeyFigureDrawing>),
    /// A quotation.
    Quote {
        /// The words.
        text: String,
        /// Who said them, as may be shown.
        by: String,
    },
    /// Pictures.
    Gallery {
        /// Its title.
        title: Option<String>,
        /// The pictures.
        items: Vec<Medium>,
    },
    /// A table of data.
    Table(TableDrawing),
    /// Moments in time.
    Timeline(Vec<MomentDrawing>),
    /// Documents.
    Items {
        /// The documents.
        items: Vec<ItemDrawing>,
        /// Whether the reader can filter them.
        filters: bool,
    },
    /// A questionnaire: a link to its page.
    Questionnaire {
        /// Its title.
        title: String,
        /// How many questions it has.
        questions: usize,
        /// Its page.
        target: Target,
    },
    /// Nothing: broken and reported, or not allowed to be shown.
    Nothing,
}

/// A number as it is computed with and as it was written. Numbers are decimals in text, so
/// that a drawing equals its table to the letter and compares without rounding.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number {
    /// Plain decimal notation with a point: `1450`, `-0.5`.
    pub plain: String,
    /// As readers of the page's language see it: `1.450`, `-0,5`.
    pub shown: String,
}

impl Number {
    /// The value; 0 for text that is none.
    pub fn value(&self) -> f64 {
        self.plain.parse().unwrap_or(0.0)
    }
}

/// A chart with its data looked up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ChartDrawing {
    /// How it is drawn.
    pub kind: ChartKind,
    /// A prefix for ids, unique on the page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it shows, where the editor wrote it.
    pub summary: Option<String>,
    /// The name of the category column.
    pub category: String,
    /// The names of the value columns.
    pub series: Vec<Series>,
    /// Whether every series has a drawing of its own, on one scale.
    pub panels: bool,
    /// One row per category, in the order to be drawn.
    pub rows: Vec<ChartRow>,
    /// The unit of the values.
    pub unit: Option<String>,
    /// A value to be reached.
    pub target: Option<Number>,
    /// Where the data come from.
    pub source: Option<SourceLink>,
    /// The CSV file on the site.
    pub csv: Option<UrlPath>,
}

/// A column of values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// Whether its values are targets, which are drawn as such.
    pub is_target: bool,
}

/// The values of one category, one per series; `None` where there is none.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ChartRow {
    /// The category.
    pub label: String,
    /// The values.
    pub values: Vec<Option<Number>>,
    /// How far off each may be; empty when nothing is said of that.
    pub margins: Vec<Option<Margin>>,
}

impl ChartRow {
    /// How far off the value of a series may be.
    pub fn margin(&self, series: usize) -> Option<&Margin> {
        self.margins.get(series)?.as_ref()
    }
}

/// The lowest and the highest value that a number may be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Margin {
    /// The lowest.
    pub low: Number,
    /// The highest.
    pub high: Number,
}

/// A source to be named below a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SourceLink {
    /// Its short name.
    pub label: String,
    /// Its place on the site's page of sources.
    pub target: Target,
}

/// A tile map.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MapDrawing {
    /// A prefix for ids, unique on the page.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// What the value of a region is: "verhalen".
    pub measure: String,
    /// The tiles.
    pub tiles: Vec<Tile>,
    /// The classes of the legend, from low to high; a tile points into it.
    pub classes: Vec<String>,
    /// Where the data come from.
    pub source: Option<SourceLink>,
}

/// One region on a tile map.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Tile {
    /// Column, from 0.
    pub column: u16,
    /// Row, from 0.
    pub row: u16,
    /// The region's whole name.
    pub name: String,
    /// At most four letters that stand in the tile.
    pub short: String,
    /// The region's page.
    pub target: Target,
    /// The value, as shown in the table.
    pub value: String,
    /// The class of the legend it belongs to.
    pub class: usize,
}

/// A key figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct KeyFigureDrawing {
    /// Its anchor on the page that defines it.
    pub id: String,
    /// What was counted.
    pub label: String,
    /// The language of label, unit and definition, where that is not the text's.
    pub lang: Option<Lang>,
    /// The number as shown, with "minstens", "circa" where it is not exact.
    pub value: String,
    /// The unit.
    pub unit: Option<String>,
    /// The word for result, target, input or activity.
    pub kind: String,
    /// Whether it is a target, which is drawn as such.
    pub is_target: bool,
    /// The period in words.
    pub period: String,
    /// "12 van 35 regio's".
    pub coverage: Option<String>,
    /// How it was counted.
    pub definition: Option<String>,
    /// Where it comes from.
    pub source: Option<SourceLink>,
}

/// A table of data; all rows have as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TableDrawing {
    /// A prefix for ids, unique on the page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The columns.
    pub columns: Vec<TableColumn>,
    /// The cells, as shown.
    pub rows: Vec<Vec<TableCell>>,
    /// Where the data come from.
    pub source: Option<SourceLink>,
    /// The CSV file on the site.
    pub csv: Option<UrlPath>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TableColumn {
    /// Its name.
    pub name: String,
    /// Whether all its cells are numbers.
    pub is_number: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TableCell {
    /// As shown.
    pub text: String,
    /// A region or source it names.
    pub target: Option<Target>,
}

/// A moment of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MomentDrawing {
    /// When.
    pub when: When,
    /// In words.
    pub shown: String,
    /// What happened.
    pub text: String,
    /// Where to read more.
    pub target: Option<Target>,
}

/// A document in a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ItemDrawing {
    /// Its title.
    pub title: String,
    /// The language of its title and summary, where that is not the text's.
    pub lang: Option<Lang>,
    /// What it is and where: "Verhaal · Drenthe".
    pub kind: String,
    /// Its summary.
    pub summary: String,
    /// Its date.
    pub date: Option<Date>,
    /// What filters look at: `region:twente topic:matching`.
    pub facets: String,
    /// Its page.
    pub target: Target,
}

/// A media item that may be shown, with what has to stand beside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Medium {
    /// The id.
    pub id: String,
    /// What it is and its files.
    pub form: MediumForm,
    /// The alternative text; empty for decoration.
    pub alt: Words,
    /// The caption.
    pub caption: Words,
    /// "Maker · licence", in words.
    pub credit: String,
    /// The whole description of an infographic, map or chart.
    pub long_text: Words,
}

/// Words, and their language where that is not the text's; empty where nothing was said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Their language.
    pub lang: Option<Lang>,
}

impl Words {
    /// Words in the language of the text.
    pub fn here(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Captions of a film.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Track {
    /// Their file.
    pub url: UrlPath,
    /// Their language.
    pub lang: Lang,
}

/// A media item's kind and files.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MediumForm {
    /// A picture.
    Picture {
        /// The files, narrowest first; the last is the largest. Never empty.
        files: Vec<PictureFile>,
        /// The largest file that may be looked at.
        large: UrlPath,
    },
    /// A film of this site.
    Film {
        /// The film.
        file: UrlPath,
        /// Its media type.
        mime: &'static str,
        /// Width and height in pixels, where the film says them.
        size: Option<(u32, u32)>,
        /// The picture before it plays.
        poster: Option<PictureFile>,
        /// The captions, in every language in which they are there.
        captions: Vec<Track>,
        /// What is seen and said, in words.
        transcript: Words,
        /// How long it lasts, in words.
        duration: Option<String>,
    },
    /// Sound.
    Audio {
        /// The file.
        file: UrlPath,
        /// Its media type.
        mime: &'static str,
        /// What is said, in words.
        transcript: Words,
        /// How long it lasts, in words.
        duration: Option<String>,
    },
    /// A film elsewhere: a link, nothing is loaded.
    Elsewhere {
        /// Its address.
        address: String,
        /// The service's name.
        service: String,
        /// The address of its player, which is loaded when somebody asks for it.
        player: String,
        /// The picture before it plays, a file of this site.
        poster: Option<PictureFile>,
        /// What is seen and said, in words.
        transcript: Words,
    },
    /// A document to download.
    Document {
        /// The file.
        file: UrlPath,
        /// "PDF, 12 pagina's, 340 kB".
        facts: String,
    },
}

/// A picture file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PictureFile {
    /// Its address.
    pub url: UrlPath,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The address of the same in a format that takes less room and that most browsers know.
    pub webp: Option<UrlPath>,
    /// The address of the same in a format that takes less room still; of photographs, where
    /// the site wants it.
    pub avif: Option<UrlPath>,
}
