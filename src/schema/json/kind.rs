//! What may stand at a field, by its kind.

use serde_json::{Map, Value, json};

use super::patterns as pattern;
use super::{Writer, any_of, names};
use crate::schema::read::PERIOD;
use crate::schema::{Field, Kind, Need, Rule};

/// A value of a field that says nothing; see `Field::is_empty`.
pub(super) fn empty(field: &Field) -> Value {
    let no_item = json!({ "type": "array", "maxItems": 0 });
    let mut ways = vec![
        json!({ "type": "null" }),
        json!({ "type": "string", "not": { "pattern": pattern::VISIBLE } }),
    ];
    let may_be_missing = field.need == Need::Optional;
    if let (Kind::Record(table), true) = (&field.kind, may_be_missing) {
        let mut hollow = ways.clone();
        hollow.push(no_item.clone());
        let hollow = json!({ "anyOf": hollow });
        let inner =
            table.fields().flat_map(names).map(|name| (name.to_owned(), hollow.clone()));
        ways.push(json!({
            "type": "object",
            "minProperties": 1,
            "properties": inner.collect::<Map<_, _>>(),
            "additionalProperties": false,
        }));
    }
    if let Kind::Texts = field.kind {
        ways.push(json!({
            "type": "object",
            "propertyNames": { "pattern": pattern::LANG },
            "additionalProperties": { "type": "string", "not": { "pattern": pattern::VISIBLE } },
        }));
    }
    if may_be_missing || !matches!(field.rule, Some(Rule::Items(..))) {
        ways.push(no_item);
    }
    json!({ "anyOf": ways })
}

/// A yes, as the condition of another field.
pub(super) fn yes() -> Value {
    json!({ "anyOf": [{ "const": true }, { "type": "string", "pattern": pattern::YES }] })
}

fn scalar() -> Value {
    json!({ "type": ["string", "number", "boolean"] })
}

/// A text that a pattern describes.
fn text(pattern: impl Into<String>) -> Value {
    json!({ "type": "string", "pattern": pattern.into() })
}

/// A number as YAML reads it, or a text that is one.
fn number(number: &Value, pattern: &str) -> Value {
    json!({ "anyOf": [number, text(pattern)] })
}

impl Writer {
    pub(super) fn value(self, field: &Field, kind: &Kind) -> Value {
        match kind {
            Kind::Text => scalar(),
            Kind::Texts => texts(),
            Kind::YesNo => json!({ "anyOf": [
                { "enum": ["ja", "nee", "yes", "no", true, false] },
                text(pattern::YES),
                text(pattern::NO),
            ] }),
            Kind::Number if field.rule == Some(Rule::Fraction) => {
                let fraction = json!({ "type": "number", "minimum": 0, "maximum": 1 });
                number(&fraction, pattern::FRACTION)
            }
            Kind::Number => number(&json!({ "type": "number" }), pattern::NUMBER),
            Kind::Count => {
                let count = json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX });
                number(&count, pattern::COUNT)
            }
            Kind::Date => text(pattern::date()),
            Kind::When => when(),
            Kind::Moment => text(pattern::moment()),
            Kind::Period => json!({ "anyOf": [when(), self.object(&PERIOD)] }),
            Kind::Choice(choice) => json!({ "enum": choice.words().collect::<Vec<_>>() }),
            Kind::Ref(_) => named(),
            Kind::Regions => json!({ "anyOf": [
                { "enum": ["all", "alle"] },
                { "type": "array", "items": named() },
            ] }),
            Kind::List(item) => {
                json!({ "type": "array", "items": self.value(field, item) })
            }
            Kind::Record(table) => self.object(table),
            Kind::RefOrRecord(table) => {
                let first = table.fields().next();
                let first = first.map(|first| self.value(first, &first.kind));
                any_of(&[first.unwrap_or_else(named), self.object(table)], Value::clone)
            }
            Kind::Map(item) => json!({
                "type": "object",
                "additionalProperties": self.value(field, item),
            }),
            Kind::Url => text(pattern::URL),
            Kind::Lang => text(pattern::LANG),
            Kind::Cells => json!({ "anyOf": [
                scalar(),
                { "type": "null" },
                { "type": "array", "items": scalar() },
                { "type": "object", "additionalProperties": {
                    "type": ["string", "number", "boolean", "null"],
                } },
            ] }),
        }
    }
}

/// The same within the limits of its field.
pub(super) fn limited(field: &Field, value: Value) -> Value {
    let limit = match field.rule {
        Some(Rule::MaxChars(most)) => json!({ "maxLength": most }),
        Some(Rule::MaxWords(most)) => json!({ "pattern": pattern::words(most) }),
        Some(Rule::Items(least, most)) => json!({ "minItems": least, "maxItems": most }),
        // Outside of these a text is published, with a warning.
        Some(Rule::BetweenChars(..) | Rule::Licence | Rule::Hides) | None => return value,
        Some(Rule::Fraction) => return value,
        Some(Rule::MailLink) => json!({ "type": "string", "pattern": pattern::MAIL_LINK }),
    };
    json!({ "allOf": [value, limit] })
}

/// The id of something.
fn named() -> Value {
    json!({ "type": ["string", "number", "boolean"], "pattern": pattern::VISIBLE })
}

fn when() -> Value {
    let year = json!({ "type": "integer", "minimum": 1000, "maximum": 9999 });
    json!({ "anyOf": [year, text(pattern::when())] })
}

/// A text, or one per language.
fn texts() -> Value {
    json!({ "anyOf": [
        scalar(),
        {
            "type": "object",
            "propertyNames": { "pattern": pattern::LANG },
            "additionalProperties": scalar(),
        },
    ] })
}
