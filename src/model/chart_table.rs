//! The fields of a chart, and reading them.

use crate::base::Spanned;
use crate::schema::{Choice, Data, Field, Kind, Need, Record, RefKind, Table};

use super::component::{Chart, ChartKind, ChartSort, Text};
use super::component_tables::{SOURCE, TITLE};

const CHART_KINDS: Choice = Choice {
    options: &[
        ("bar", "staaf"),
        ("stacked-bar", "gestapelde-staaf"),
        ("grouped-bar", "gegroepeerde-staaf"),
        ("line", "lijn"),
        ("dot", "punt"),
    ],
};
const CHART_SORTS: Choice = Choice {
    options: &[
        ("data", "data"),
        ("descending", "aflopend"),
        ("ascending", "oplopend"),
        ("name", "naam"),
    ],
};
/// The fields of a chart.
pub(super) const CHART: Table = Table {
    name: "chart",
    groups: &[&[
        Field::new("type", "soort", Kind::Choice(&CHART_KINDS))
            .required()
            .means("Hoe het getekend wordt.", "How it is drawn.")
            .example("bar"),
        Field::new("data", "data", Kind::Ref(RefKind::Data))
            .need(Need::Without("rows"))
            .means("Het CSV-bestand.", "The CSV file.")
            .example("../data/doelen.csv"),
        Field::new("rows", "rijen", Kind::List(&Kind::Cells)).means(
            "De gegevens, als ze niet in een bestand staan.",
            "The data, when not in a file.",
        ),
        Field::new("x", "x", Kind::Text)
            .required()
            .means("De kolom met namen.", "The column of names.")
            .example("regio"),
        Field::new("y", "y", Kind::Cells)
            .required()
            .means("De kolom met getallen, of meer.", "The column of numbers, or several.")
            .example("doel"),
        Field::new("low", "laag", Kind::Cells).means(
            "Bij onzekere getallen: de kolom met de laagste waarde die het kan zijn, een per kolom van `y`.",
            "For uncertain numbers: the column of the lowest value it may be, one per column of `y`.",
        ),
        Field::new("high", "hoog", Kind::Cells).means(
            "De kolom met de hoogste waarde die het kan zijn, een per kolom van `y`.",
            "The column of the highest value it may be, one per column of `y`.",
        ),
        Field::new("panels", "naast-elkaar", Kind::YesNo)
            .means(
                "Of elke kolom van `y` een eigen tekening krijgt, op dezelfde schaal.",
                "Whether every column of `y` gets a drawing of its own, on the same scale.",
            )
            .example("ja"),
        TITLE.required(),
        Field::new("summary", "samenvatting", Kind::Text)
            .means("Eén zin die zegt wat je ziet.", "One sentence that says what one sees."),
        Field::new("unit", "eenheid", Kind::Text)
            .means("De eenheid.", "The unit.")
            .example("mensen"),
        Field::new("target", "doel", Kind::Number)
            .means("Een waarde die gehaald moet worden.", "A value to be reached.")
            .example("350"),
        SOURCE,
        Field::new("sort", "volgorde", Kind::Choice(&CHART_SORTS))
            .means("De volgorde.", "The order.")
            .example("descending"),
    ]],
};

/// Makes a chart of its fields.
pub(super) fn chart(record: &Record) -> Option<Chart> {
    let kind = match record.plain("type").as_str() {
        "bar" => ChartKind::Bar,
        "stacked-bar" => ChartKind::StackedBar,
        "grouped-bar" => ChartKind::GroupedBar,
        "line" => ChartKind::Line,
        "dot" => ChartKind::Dot,
        _ => return None,
    };
    let sort = match record.plain("sort").as_str() {
        "descending" => ChartSort::Descending,
        "ascending" => ChartSort::Ascending,
        "name" => ChartSort::Name,
        _ => ChartSort::Data,
    };
    Some(Chart {
        kind,
        data: record.text("data"),
        rows: rows(record),
        x: record.text("x")?,
        y: names(record, "y"),
        low: names(record, "low"),
        high: names(record, "high"),
        panels: record.yes("panels"),
        title: record.text("title")?,
        summary: record.text("summary"),
        unit: record.text("unit"),
        target: record.text("target"),
        source: record.text("source"),
        sort,
    })
}

/// The name of a column, or several.
fn names(record: &Record, key: &str) -> Vec<Text> {
    record.text(key).map_or_else(|| record.texts(key), |one| vec![one])
}

/// Rows written in place: lists of cells, of which the first holds the names of the columns, or
/// mappings from column to cell.
fn rows(record: &Record) -> Vec<Vec<Text>> {
    let mut out: Vec<Vec<Text>> = Vec::new();
    for row in record.list("rows") {
        match &row.value {
            Data::List(cells) => {
                out.push(cells.iter().filter_map(cell).collect());
            }
            Data::Map(entries) => {
                if out.is_empty() {
                    out.push(entries.iter().map(|(key, _)| key.clone()).collect());
                }
                let names: Vec<String> = out
                    .first()
                    .map(|head| head.iter().map(|name| name.value.clone()).collect())
                    .unwrap_or_default();
                let value = |name: &String| {
                    let found = entries.iter().find(|(key, _)| key.value == *name);
                    found
                        .and_then(|(_, value)| cell(value))
                        .unwrap_or_else(|| Spanned::new(String::new(), row.span))
                };
                out.push(names.iter().map(value).collect());
            }
            _ => {}
        }
    }
    out
}

fn cell(value: &Spanned<Data>) -> Option<Text> {
    value.as_text().map(|text| Spanned::new(text.to_owned(), value.span))
}
