//! The fields of the components, and reading them.

use crate::base::Spanned;
use crate::schema::{Choice, Field, Kind, Need, Record, RefKind, Rule, Table};

use super::component::{Component, ItemSort, Items, Map, MapMeasure, Moment};

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
        "chart" => &super::chart_table::CHART,
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

pub(super) const TITLE: Field = Field::new("title", "titel", Kind::Text)
    .means("De titel.", "The title.")
    .example("Doelen in de actieplannen");
pub(super) const SOURCE: Field = Field::new("source", "bron", Kind::Ref(RefKind::Source))
    .means("De bron.", "The source.")
    .example("venlo-online");

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
        "chart" => Component::Chart(super::chart_table::chart(record)?),
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
