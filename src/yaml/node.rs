//! The tree.

use crate::base::{Span, Spanned};

/// A value with its place.
pub type Node = Spanned<Value>;

/// One key with its value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The key as written.
    pub key: Spanned<String>,
    /// Its value.
    pub value: Node,
}

/// A value of any shape. Scalars keep the text as written: what it means depends on the field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// A text, number, date, yes or no.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// Keys with values, in the order written; no key stands in it twice.
    Mapping(Vec<Entry>),
}

/// A scalar as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Scalar {
    /// The text, quotes and escapes resolved.
    pub text: String,
    /// Whether it stood in quotes or in a block, and so is text for certain.
    pub quoted: bool,
}

impl Spanned<Value> {
    /// The text of a scalar.
    pub fn as_text(&self) -> Option<Spanned<&str>> {
        match &self.value {
            Value::Scalar(scalar) => Some(Spanned::new(scalar.text.as_str(), self.span)),
            _ => None,
        }
    }

    /// How many items a list has.
    pub fn items(&self) -> usize {
        match &self.value {
            Value::List(items) => items.len(),
            _ => 0,
        }
    }

    /// The entry of a key in a mapping.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.value {
            Value::Mapping(entries) => entries.iter().find(|entry| entry.key.value == key),
            _ => None,
        }
    }

    /// A mapping without entries, where one is needed and none was written.
    pub fn empty_mapping(span: Span) -> Self {
        Self::new(Value::Mapping(Vec::new()), span)
    }
}
