//! The labels around drawings, per language. A site may replace each of them.

use crate::base::Lang;

/// The labels around charts, maps and tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words<'a> {
    /// Opens the table behind a chart.
    pub table: &'a str,
    /// Opens the list behind a map.
    pub list: &'a str,
    /// The link to the data.
    pub csv: &'a str,
    /// The link to a drawing as a picture.
    pub picture: &'a str,
    /// Stands before the name of a source.
    pub source: &'a str,
    /// Stands before a unit.
    pub unit: &'a str,
    /// The word for a value to be reached, in lower case.
    pub target: &'a str,
    /// The head of a column of regions.
    pub region: &'a str,
    /// Stands where a value is missing.
    pub no_value: &'a str,
    /// Stands where there is nothing to draw.
    pub no_data: &'a str,
    /// Stands between the lowest and the highest value that a number may be.
    pub to: &'a str,
    /// The head of a column of such ranges.
    pub margin: &'a str,
    /// Says that an axis is cut off.
    pub cut_axis: &'a str,
    /// What a chart of bars is called.
    pub bar_chart: &'a str,
    /// What a chart of lines is called.
    pub line_chart: &'a str,
    /// What a chart of dots is called.
    pub dot_chart: &'a str,
    /// What a map is called.
    pub map: &'a str,
}

impl Words<'static> {
    /// Dutch.
    pub fn nl() -> Self {
        Self {
            table: "Bekijk de tabel",
            list: "Bekijk als lijst",
            csv: "Gegevens (CSV)",
            picture: "Afbeelding (PNG)",
            source: "Bron",
            unit: "Eenheid",
            target: "doel",
            region: "Regio",
            no_value: "geen waarde",
            no_data: "Er zijn nog geen gegevens.",
            to: "tot",
            margin: "marge",
            cut_axis: "De schaal begint niet bij nul.",
            bar_chart: "Staafdiagram",
            line_chart: "Lijndiagram",
            dot_chart: "Stippendiagram",
            map: "Kaart",
        }
    }

    /// English.
    pub fn en() -> Self {
        Self {
            table: "Show the table",
            list: "Show as a list",
            csv: "Data (CSV)",
            picture: "Picture (PNG)",
            source: "Source",
            unit: "Unit",
            target: "target",
            region: "Region",
            no_value: "no value",
            no_data: "There are no data yet.",
            to: "to",
            margin: "margin",
            cut_axis: "The scale does not begin at zero.",
            bar_chart: "Bar chart",
            line_chart: "Line chart",
            dot_chart: "Dot chart",
            map: "Map",
        }
    }

    /// The labels in a language; English for languages without their own.
    pub fn of(lang: &Lang) -> Self {
        if lang.is_dutch() { Self::nl() } else { Self::en() }
    }
}
