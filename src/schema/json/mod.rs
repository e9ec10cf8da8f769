//! JSON Schemas (draft 2020-12) from field tables, for editors that complete and check while
//! somebody types. They say what the reading of a table says, except that a period may not run
//! backwards.

mod kind;
mod patterns;

use serde_json::{Map, Value, json};

use crate::base::{FileId, OffsetMap};
use crate::diag::Language;
use crate::yaml::{self, Node, Value as Yaml};

use super::{Field, Kind, Need, Table};

/// The dialect.
const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a file with the fields of a table. In a draft, where the table has them,
/// fields may be missing.
pub fn json_schema(table: &Table, title: &str, language: Language) -> Value {
    let strict = Writer { language, lack: Lack::Refused };
    let body = match table.field("draft") {
        Some(draft) => {
            let lenient = Writer { language, lack: Lack::Allowed };
            json!({
                "if": any_of(&names(draft), |name| {
                    json!({ "required": [name], "properties": { *name: kind::yes() } })
                }),
                "then": lenient.object(table),
                "else": strict.object(table),
            })
        }
        None => strict.object(table),
    };
    whole(title, body)
}

/// The schema of a file that is a list of such groups of fields.
pub fn json_schema_of_list(table: &Table, title: &str, language: Language) -> Value {
    let item = Writer { language, lack: Lack::Refused }.object(table);
    whole(title, json!({ "type": ["array", "null"], "items": item }))
}

fn whole(title: &str, body: Value) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), DRAFT.into());
    schema.insert("title".to_owned(), title.into());
    if let Value::Object(body) = body {
        schema.extend(body);
    }
    Value::Object(schema)
}

/// Whether fields that are needed may be missing, as in a draft.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Lack {
    Refused,
    Allowed,
}

#[derive(Clone, Copy)]
struct Writer {
    language: Language,
    lack: Lack,
}

impl Writer {
    /// A group of fields.
    fn object(self, table: &Table) -> Value {
        let mut properties = Map::new();
        let mut rules = Vec::new();
        for field in table.fields() {
            for name in names(field) {
                properties.insert(name.to_owned(), self.property(field));
            }
            if field.key != field.alias {
                // In one language or in the other.
                rules.push(json!({ "not": { "required": [field.key, field.alias] } }));
            }
            if self.lack == Lack::Refused {
                rules.extend(need(table, field));
            }
        }
        json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
            "allOf": rules,
        })
    }

    /// What may stand at a field, and what it means.
    fn property(self, field: &Field) -> Value {
        let is_needed = self.lack == Lack::Refused && field.need == Need::Required;
        let value = self.value(field, &field.kind);
        let limited = kind::limited(field, value);
        let checked = if is_needed {
            json!({ "allOf": [limited, { "not": kind::empty(field) }] })
        } else {
            json!({ "anyOf": [limited, kind::empty(field)] })
        };
        let Value::Object(mut property) = checked else { return checked };
        let meaning = match self.language {
            Language::Nl => field.nl,
            Language::En => field.en,
        };
        property.insert("description".to_owned(), meaning.into());
        if !field.example.is_empty() {
            let (dutch, english) = field.example_in_both();
            let written = match self.language {
                Language::Nl => dutch,
                Language::En => english,
            };
            property.insert("examples".to_owned(), json!([example(&written)]));
        }
        Value::Object(property)
    }
}

/// The names of a field: Dutch first, as most write it.
fn names(field: &Field) -> Vec<&'static str> {
    if field.key == field.alias { vec![field.key] } else { vec![field.alias, field.key] }
}

/// Any of these, of which there is at least one.
fn any_of<T>(of: &[T], schema: impl Fn(&T) -> Value) -> Value {
    let all: Vec<Value> = of.iter().map(schema).collect();
    json!({ "anyOf": all })
}

/// That a field must be there, where it must.
fn need(table: &Table, field: &Field) -> Option<Value> {
    let there = any_of(&names(field), |name| {
        let filled = json!({ "not": kind::empty(field) });
        json!({ "required": [name], "properties": { *name: filled } })
    });
    let given = |key: &str, value: &str| {
        let other = table.field(key)?;
        let written = match &other.kind {
            Kind::YesNo => kind::yes(),
            kind => {
                let words = kind.choice().map(|choice| choice.both(value)).unwrap_or_default();
                json!({ "enum": words })
            }
        };
        Some(any_of(
            &names(other),
            |name| json!({ "required": [name], "properties": { *name: written } }),
        ))
    };
    Some(match field.need {
        Need::Optional => return None,
        Need::Required => there,
        Need::When(key, value) => json!({ "if": given(key, value)?, "then": there }),
        Need::Unless(key, value) => json!({ "if": given(key, value)?, "else": there }),
        Need::Without(key) => {
            let other = any_of(&names(table.field(key)?), |name| json!({ "required": [name] }));
            json!({ "if": other, "else": there })
        }
    })
}

/// An example as a value.
fn example(written: &str) -> Value {
    let node = yaml::read(written, &OffsetMap::whole(FileId(0), 0)).value;
    node.map_or_else(|| written.into(), |node| of_node(&node))
}

fn of_node(node: &Node) -> Value {
    match &node.value {
        Yaml::Null => Value::Null,
        Yaml::Scalar(scalar) => match scalar.text.parse::<u32>() {
            Ok(count) if !scalar.quoted => count.into(),
            _ => scalar.text.as_str().into(),
        },
        Yaml::List(items) => items.iter().map(of_node).collect(),
        Yaml::Mapping(entries) => Value::Object(
            entries
                .iter()
                .map(|entry| (entry.key.value.clone(), of_node(&entry.value)))
                .collect(),
        ),
    }
}
