//! The components that an editor writes as fenced YAML blocks, as written.

use crate::base::Spanned;

/// A text with its place.
pub type Text = Spanned<String>;

/// A component with its fields. References are ids still to be looked up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Component {
    /// `chart`
    Chart(Chart),
    /// `map`
    Map(Map),
    /// `figures`: ids of key figures.
    Figures(Vec<Text>),
    /// `quote`
    Quote {
        /// The words.
        text: Text,
        /// Who said them: person id.
        by: Text,
        /// Consent id.
        consent: Text,
    },
    /// `gallery`
    Gallery {
        /// Media ids.
        items: Vec<Text>,
        /// Its title.
        title: Option<Text>,
    },
    /// `table`
    Table {
        /// Path of the CSV file, relative to the document.
        data: Text,
        /// The columns to show, in this order; all when empty.
        columns: Vec<Text>,
        /// Its title.
        title: Text,
        /// Source id.
        source: Option<Text>,
    },
    /// `timeline`
    Timeline(Vec<Moment>),
    /// `items`
    Items(Items),
    /// `questionnaire`: the id of one.
    Questionnaire(Text),
    /// A component whose fields are wrong, already reported; nothing is drawn.
    Broken,
}

/// A chart as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Chart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// Path of the CSV file, relative to the document.
    pub data: Option<Text>,
    /// Inline data instead: the first row holds the column names.
    pub rows: Vec<Vec<Text>>,
    /// The column of the categories.
    pub x: Text,
    /// The columns of the values.
    pub y: Vec<Text>,
    /// The columns of the lowest values that may be, one per column of values; or none.
    pub low: Vec<Text>,
    /// The columns of the highest values that may be.
    pub high: Vec<Text>,
    /// Whether every column of values has a drawing of its own, on one scale.
    pub panels: bool,
    /// Its title.
    pub title: Text,
    /// One sentence that says what it shows, in place of the one made from the data.
    pub summary: Option<Text>,
    /// The unit of the values.
    pub unit: Option<Text>,
    /// A value to be reached, drawn as a line.
    pub target: Option<Text>,
    /// Source id.
    pub source: Option<Text>,
    /// How the categories are ordered.
    pub sort: ChartSort,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChartKind {
    /// One bar per category.
    Bar,
    /// The values of a category on top of each other.
    StackedBar,
    /// The values of a category beside each other.
    GroupedBar,
    /// A line over time.
    Line,
    /// Dots on a line.
    Dot,
}

/// How the categories of a chart are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ChartSort {
    /// As in the data.
    #[default]
    Data,
    /// Largest value first.
    Descending,
    /// Smallest value first.
    Ascending,
    /// By name.
    Name,
}

/// A map as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Map {
    /// What is counted.
    pub measure: MapMeasure,
    /// Its title.
    pub title: Option<Text>,
    /// Source id.
    pub source: Option<Text>,
}

/// What a map shows of each region.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MapMeasure {
    /// How many stories it has.
    Stories,
    /// To how many findings it contributed.
    Findings,
    /// Through how many kinds of sources it was heard.
    Coverage,
    /// A column of a CSV file.
    Data {
        /// Path of the file.
        data: Text,
        /// The column that names the region.
        region: Text,
        /// The column of the value.
        value: Text,
    },
}

/// One moment of a timeline as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Moment {
    /// The id of an event.
    Event(Text),
    /// A date with a text.
    Written {
        /// Year, month or day.
        date: Spanned<crate::base::When>,
        /// What happened.
        text: Text,
        /// Where to read more: an address as in a Markdown link.
        link: Option<Text>,
    },
}

/// A list of documents as asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Items {
    /// The type of document, a word of the content model.
    pub kind: Text,
    /// Only those about this topic.
    pub topic: Option<Text>,
    /// Only those about this region.
    pub region: Option<Text>,
    /// Only those for this audience.
    pub audience: Option<Text>,
    /// At most so many.
    pub limit: Option<usize>,
    /// How they are ordered.
    pub sort: ItemSort,
    /// Whether the reader can filter.
    pub filters: bool,
}

/// How a list of documents is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ItemSort {
    /// Newest first.
    #[default]
    Date,
    /// By title.
    Title,
}
