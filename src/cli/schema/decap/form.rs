//! From a table of fields to the form in which they are filled in.

use serde_json::{Map, Value, json};

use super::options::Options;
use crate::base::RefKind;
use crate::diag::Language;
use crate::model::DocKind;
use crate::schema::{Choice, Field, Kind, Need, PERIOD, Rule, Table};

/// How forms are made.
pub(super) struct Form<'a> {
    /// The language that people read.
    pub(super) shown: Language,
    /// The language of the names that stand in the files.
    pub(super) keys: Language,
    /// What can be chosen.
    pub(super) options: &'a Options,
}

/// Whether what is needed must be filled in at once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Demand {
    /// It must.
    Strict,
    /// Not in a group that as a whole may be left out.
    Lenient,
}

impl Form<'_> {
    /// The form of a type of document, with its folder.
    pub(super) fn collection(&self, kind: DocKind) -> Value {
        let title = kind.table().field("title").map_or("title", |field| self.key(field));
        let mut fields = self.fields(kind.table(), Demand::Strict);
        fields.push(json!({
            "name": "body",
            "label": self.pick("Tekst", "Text"),
            "widget": "markdown",
            "required": false,
        }));
        json!({
            "name": kind.folder(),
            "label": capital(self.pick(plural(kind), kind.folder())),
            "label_singular": capital(self.pick(kind.dutch(), kind.as_str())),
            "folder": format!("content/{}", kind.folder()),
            "create": true,
            "extension": "md",
            "format": "yaml-frontmatter",
            "identifier_field": title,
            "slug": format!("{{{{{title}}}}}"),
            "fields": fields,
        })
    }

    fn pick<'t>(&self, nl: &'t str, en: &'t str) -> &'t str {
        match self.shown {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    fn key(&self, field: &Field) -> &'static str {
        match self.keys {
            Language::Nl => field.alias,
            Language::En => field.key,
        }
    }

    /// A widget for every field; free keys have none, and stay as they are.
    fn fields(&self, table: &Table, demand: Demand) -> Vec<Value> {
        let one = |field: &'static Field| {
            let mut widget = self.widget(field, &field.kind)?;
            let more = json!({
                "name": self.key(field),
                "label": capital(&self.pick(field.alias, field.key).replace('-', " ")),
                "hint": self.pick(field.nl, field.en),
                "required": field.need == Need::Required && demand == Demand::Strict,
            });
            if let Value::Object(more) = more {
                widget.extend(more);
            }
            widget.extend(limits(field, self.shown));
            Some(Value::Object(widget))
        };
        table.fields().filter_map(one).collect()
    }

    fn widget(&self, field: &'static Field, kind: &'static Kind) -> Option<Map<String, Value>> {
        let widget = match kind {
            Kind::Text | Kind::Texts if is_long(field) => json!({ "widget": "text" }),
            Kind::Text | Kind::Texts | Kind::Url | Kind::Lang | Kind::When | Kind::Moment => {
                json!({ "widget": "string" })
            }
            Kind::YesNo => json!({ "widget": "boolean" }),
            Kind::Number => json!({ "widget": "number", "value_type": "float" }),
            Kind::Count => json!({ "widget": "number", "value_type": "int", "min": 0 }),
            Kind::Date => json!({
                "widget": "datetime",
                "format": "YYYY-MM-DD",
                "date_format": "YYYY-MM-DD",
                "time_format": false,
                "default": "",
            }),
            Kind::Period => self.group(&PERIOD),
            Kind::Choice(choice) => self.choice(choice, false),
            Kind::Ref(kind) => self.reference(*kind, false),
            // `all` is written as the only word of the list.
            Kind::Regions => json!({ "widget": "list" }),
            Kind::List(Kind::Choice(choice)) => self.choice(choice, true),
            Kind::List(Kind::Ref(kind)) => self.reference(*kind, true),
            Kind::List(Kind::RefOrRecord(table)) => {
                match table.fields().next().map(|own| &own.kind) {
                    Some(Kind::Ref(kind)) => self.reference(*kind, true),
                    _ => return None,
                }
            }
            Kind::List(Kind::Record(table)) => json!({
                "widget": "list",
                "collapsed": true,
                "fields": self.fields(table, Demand::Strict),
            }),
            Kind::List(_) => json!({
                "widget": "list",
                "field": { "name": "item", "label": "·", "widget": "string" },
            }),
            Kind::Record(table) => self.group(table),
            Kind::RefOrRecord(_) | Kind::Map(_) | Kind::Cells => return None,
        };
        match widget {
            Value::Object(widget) => Some(widget),
            _ => None,
        }
    }

    fn group(&self, table: &Table) -> Value {
        json!({ "widget": "object", "collapsed": true, "fields": self.fields(table, Demand::Lenient) })
    }

    fn choice(&self, choice: &Choice, multiple: bool) -> Value {
        let shown = choice.words_in(self.shown);
        let written = choice.words_in(self.keys);
        let option = |(label, value): (&str, &str)| json!({ "label": capital(&label.replace('-', " ")), "value": value });
        let options: Vec<Value> = shown.zip(written).map(option).collect();
        json!({ "widget": "select", "multiple": multiple, "options": options })
    }

    /// Something that exists: a document, or a line of a list.
    fn reference(&self, kind: RefKind, multiple: bool) -> Value {
        if let Some(options) = self.options.of(kind) {
            return json!({ "widget": "select", "multiple": multiple, "options": options });
        }
        let Some(kind) = document(kind) else {
            return json!({ "widget": if multiple { "list" } else { "string" } });
        };
        let title = kind.table().field("title").map_or("title", |field| self.key(field));
        json!({
            "widget": "relation",
            "collection": kind.folder(),
            "search_fields": [title],
            "display_fields": [title],
            "value_field": "{{slug}}",
            "multiple": multiple,
        })
    }
}

/// The type of document that a kind of reference names.
fn document(kind: RefKind) -> Option<DocKind> {
    Some(match kind {
        RefKind::Region => DocKind::Region,
        RefKind::Factsheet => DocKind::Factsheet,
        RefKind::Story => DocKind::Story,
        RefKind::Finding => DocKind::Finding,
        RefKind::Report => DocKind::Report,
        RefKind::Event => DocKind::Event,
        RefKind::Questionnaire => DocKind::Questionnaire,
        RefKind::Blueprint => DocKind::Blueprint,
        RefKind::Newsletter => DocKind::Newsletter,
        RefKind::Page => DocKind::Page,
        _ => return None,
    })
}

/// What is checked while somebody types.
fn limits(field: &Field, language: Language) -> Map<String, Value> {
    let mut out = Map::new();
    match field.rule {
        Some(Rule::MaxChars(most)) => {
            let told = match language {
                Language::Nl => format!("Hoogstens {most} tekens"),
                Language::En => format!("At most {most} characters"),
            };
            out.insert("pattern".to_owned(), json!([format!("^[\\s\\S]{{0,{most}}}$"), told]));
        }
        Some(Rule::Items(least, most)) if field.need == Need::Required => {
            out.extend([("min".to_owned(), least.into()), ("max".to_owned(), most.into())]);
        }
        Some(Rule::Fraction) => {
            out.extend([("min".to_owned(), 0.into()), ("max".to_owned(), 1.into())]);
        }
        _ => {}
    }
    out
}

/// Whether what is written there takes more than a line.
fn is_long(field: &Field) -> bool {
    matches!(field.rule, Some(Rule::BetweenChars(..) | Rule::MaxWords(_)))
        || matches!(field.rule, Some(Rule::MaxChars(most)) if most > 100)
        || (field.example.is_empty() && matches!(field.kind, Kind::Text))
}

fn plural(kind: DocKind) -> &'static str {
    match kind {
        DocKind::Home | DocKind::Page => "pagina's",
        DocKind::Factsheet => "factsheets",
        DocKind::Story => "verhalen",
        DocKind::Finding => "bevindingen",
        DocKind::Region => "regio's",
        DocKind::Report => "rapporten",
        DocKind::Event => "bijeenkomsten",
        DocKind::Newsletter => "nieuwsbrieven",
        DocKind::Questionnaire => "vragenlijsten",
        DocKind::Blueprint => "handreikingen",
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
