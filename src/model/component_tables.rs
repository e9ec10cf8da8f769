//! The fields of the components, and reading them.

use crate::base::Spanned;
use crate::schema::{Choice, Data, Field, Kind, Need, Record, RefKind, Rule, Table};

use super::component::{
    Chart, ChartKind, ChartSort, Component, ItemSort, Items, Map, MapMeasure, Moment,
};

/// A text with its place.
type Text = Spanned<String>;

/// The names of the components.
pub const COMPONENTS: &[&str] = &[
    "chart",
    "map",
    "figures",
    "quote",
    "gallery",
    "table",
    "timeline",
    "items",
    "questionnaire",
];

/// The fields of a component.
pub fn component_table(name: &str) -> Option<&'static Table> {
    Some(match name {
        "chart" => &CHART,
        "map" => &MAP,
        "figures" => &FIGURES,
        "quote" => &super::story::QUOTE,
        "gallery" => &GALLERY,
        "table" => &TABLE,
        "timeline" => &TIMELINE,
        "items" => &ITEMS,
        "questionnaire" => &QUESTIONNAIRE,
        _ => return None,
    })
}

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
const MEASURES: Choice = Choice {
    options: &[
        ("stories", "verhalen"),
        ("findings", "bevindingen"),
        ("coverage", "dekking"),
        ("data", "data"),
    ],
};
const SORTS: Choice = Choice { options: &[("date", "datum"), ("title", "titel")] };
const ITEM_TYPES: Choice = Choice {
    options: &[
        ("factsheet", "factsheets"),
        ("story", "verhaal"),
        ("finding", "bevinding"),
        ("region", "regio"),
        ("report", "rapport"),
        ("event", "bijeenkomst"),
        ("newsletter", "nieuwsbrief"),
        ("questionnaire", "vragenlijst"),
        ("blueprint", "handreiking"),
        ("page", "pagina"),
    ],
};

const TITLE: Field = Field::new("title", "titel", Kind::Text)
    .means("De titel.", "The title.")
    .example("Doelen in de actieplannen");
const SOURCE: Field = Field::new("source", "bron", Kind::Ref(RefKind::Source))
    .means("De bron.", "The source.")
    .example("venlo-online");

const CHART: Table = Table {
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

const MAP: Table = Table {
    name: "map",
    groups: &[&[
        Field::new("measure", "maat", Kind::Choice(&MEASURES))
            .need(Need::Optional)
            .means("Wat de kaart laat zien.", "What the map shows.")
            .example("stories"),
        Field::new("data", "data", Kind::Ref(RefKind::Data))
            .need(Need::When("measure", "data"))
            .means("Het CSV-bestand.", "The CSV file.")
            .example("../data/regios.csv"),
        Field::new("region", "regio", Kind::Text)
            .need(Need::When("measure", "data"))
            .means("De kolom met de regio.", "The column that names the region.")
            .example("naam"),
        Field::new("value", "waarde", Kind::Text)
            .need(Need::When("measure", "data"))
            .means("De kolom met de waarde.", "The column of the value.")
            .example("gemeenten"),
        TITLE,
        SOURCE,
    ]],
};

const FIGURES: Table = Table {
    name: "figures",
    groups: &[&[Field::new("items", "kerncijfers", Kind::List(&Kind::Ref(RefKind::Figure)))
        .required()
        .rule(Rule::Items(1, 99))
        .means("De kerncijfers.", "The key figures.")
        .example("[mooie-dag]")]],
};

const GALLERY: Table = Table {
    name: "gallery",
    groups: &[&[
        Field::new("items", "beelden", Kind::List(&Kind::Ref(RefKind::Media)))
            .required()
            .rule(Rule::Items(1, 99))
            .means("De beelden.", "The pictures.")
            .example("[verhaal-twente]"),
        TITLE,
    ]],
};

const TABLE: Table = Table {
    name: "table",
    groups: &[&[
        Field::new("data", "data", Kind::Ref(RefKind::Data))
            .required()
            .means("Het CSV-bestand.", "The CSV file.")
            .example("../data/doelen.csv"),
        Field::new("columns", "kolommen", Kind::List(&Kind::Text))
            .means("Welke kolommen; anders alle.", "Which columns; otherwise all.")
            .example("[regio, doel]"),
        TITLE.required(),
        SOURCE,
    ]],
};

const MOMENT: Table = Table {
    name: "moment",
    groups: &[&[
        Field::new("event", "bijeenkomst", Kind::Ref(RefKind::Event))
            .means("Een bijeenkomst.", "An event.")
            .example("startbijeenkomst-2019"),
        Field::new("date", "datum", Kind::When)
            .need(Need::Without("event"))
            .means("Wanneer.", "When.")
            .example("2019-06"),
        Field::new("text", "tekst", Kind::Text)
            .need(Need::Without("event"))
            .means("Wat er gebeurde.", "What happened.")
            .example("De actieplannen worden ondertekend"),
        Field::new("link", "link", Kind::Text)
            .means("Waar je meer leest.", "Where to read more.")
            .example("report:tussenrapportage-2021"),
    ]],
};

const TIMELINE: Table = Table {
    name: "timeline",
    groups: &[&[Field::new("items", "momenten", Kind::List(&Kind::RefOrRecord(&MOMENT)))
        .required()
        .rule(Rule::Items(1, 99))
        .means(
            "De momenten: bijeenkomsten of `{date, text, link}`.",
            "The moments: events or `{date, text, link}`.",
        )]],
};

const ITEMS: Table = Table {
    name: "items",
    groups: &[&[
        Field::new("type", "soort", Kind::Choice(&ITEM_TYPES))
            .required()
            .means("Welk soort document.", "Which type of document.")
            .example("story"),
        Field::new("topic", "onderwerp", Kind::Ref(RefKind::Topic))
            .means("Alleen over dit onderwerp.", "Only about this topic.")
            .example("matching"),
        Field::new("region", "regio", Kind::Ref(RefKind::Region))
            .means("Alleen over deze regio.", "Only about this region.")
            .example("twente"),
        Field::new("audience", "voor-wie", Kind::Ref(RefKind::Audience))
            .means("Alleen voor deze lezers.", "Only for this audience.")
            .example("gemeente"),
        Field::new("limit", "aantal", Kind::Count)
            .means("Hoogstens zoveel.", "At most so many.")
            .example("3"),
        Field::new("sort", "volgorde", Kind::Choice(&SORTS))
            .means("De volgorde.", "The order.")
            .example("date"),
        Field::new("filters", "filters", Kind::YesNo)
            .means("Of de lezer kan kiezen.", "Whether the reader can filter.")
            .example("nee"),
    ]],
};

const QUESTIONNAIRE: Table = Table {
    name: "questionnaire",
    groups: &[&[Field::new("id", "id", Kind::Ref(RefKind::Questionnaire))
        .required()
        .means("De vragenlijst.", "The questionnaire.")
        .example("tien-vragen")]],
};

/// Makes a component of its fields; `None` when one that it cannot do without is wrong, which
/// was reported.
pub fn read_component(name: &str, record: &Record) -> Option<Component> {
    Some(match name {
        "chart" => Component::Chart(chart(record)?),
        "map" => Component::Map(map(record)?),
        "figures" => Component::Figures(record.texts("items")),
        "quote" => Component::Quote {
            text: record.text("text")?,
            by: record.text("by")?,
            consent: record
                .text("consent")
                .unwrap_or_else(|| Spanned::new(String::new(), record.span)),
        },
        "gallery" => {
            Component::Gallery { items: record.texts("items"), title: record.text("title") }
        }
        "table" => Component::Table {
            data: record.text("data")?,
            columns: record.texts("columns"),
            title: record.text("title")?,
            source: record.text("source"),
        },
        "timeline" => {
            Component::Timeline(record.records("items", moment).into_iter().flatten().collect())
        }
        "items" => Component::Items(items(record)?),
        "questionnaire" => Component::Questionnaire(record.text("id")?),
        _ => return None,
    })
}

fn chart(record: &Record) -> Option<Chart> {
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
        y: record.text("y").map_or_else(|| record.texts("y"), |one| vec![one]),
        title: record.text("title")?,
        summary: record.text("summary"),
        unit: record.text("unit"),
        target: record.text("target"),
        source: record.text("source"),
        sort,
    })
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

fn map(record: &Record) -> Option<Map> {
    let measure = match record.plain("measure").as_str() {
        "findings" => MapMeasure::Findings,
        "coverage" => MapMeasure::Coverage,
        "stories" => MapMeasure::Stories,
        _ if record.has("data") => MapMeasure::Data {
            data: record.text("data")?,
            region: record.text("region")?,
            value: record.text("value")?,
        },
        _ => MapMeasure::Stories,
    };
    Some(Map { measure, title: record.text("title"), source: record.text("source") })
}

fn moment(record: &Record) -> Option<Moment> {
    if let Some(event) = record.text("event") {
        return Some(Moment::Event(event));
    }
    Some(Moment::Written {
        date: record.when("date")?,
        text: record.text("text")?,
        link: record.text("link"),
    })
}

fn items(record: &Record) -> Option<Items> {
    Some(Items {
        kind: record.text("type")?,
        topic: record.text("topic"),
        region: record.text("region"),
        audience: record.text("audience"),
        limit: record.count("limit").map(|count| count as usize),
        sort: if record.plain("sort") == "title" { ItemSort::Title } else { ItemSort::Date },
        filters: record.yes("filters"),
    })
}
