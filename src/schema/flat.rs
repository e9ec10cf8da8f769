//! Records as they are written down: fields by their number in the table, places without the
//! file they are in, which has another number when files come or go.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::{FileId, Span, Spanned};

use super::{Data, Kind, Record, Table};

/// The fields that were read with a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlatRecord {
    place: Place,
    keys: Vec<(u16, Place)>,
    values: Vec<(u16, Flat)>,
}

/// The first byte, and one past the last.
type Place = (u32, u32);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Flat(Place, FlatData);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum FlatData {
    /// What holds no places.
    Leaf(Data),
    List(Vec<Flat>),
    Record(FlatRecord),
    Map(Vec<(Place, String, Flat)>),
}

impl FlatRecord {
    /// A record that was read with a table; `None` when it cannot be written down.
    pub fn of(table: &'static Table, record: &Record) -> Option<Self> {
        let number = |key: &str| {
            let at = table.fields().position(|field| field.key == key)?;
            u16::try_from(at).ok()
        };
        let keys = record.keys.iter();
        let values = record.values.iter();
        Some(Self {
            place: place(record.span),
            keys: keys
                .map(|(key, span)| Some((number(key)?, place(*span))))
                .collect::<Option<_>>()?,
            values: values
                .map(|(key, value)| {
                    let within = table.field(key).and_then(|field| within(&field.kind));
                    Some((number(key)?, Flat::of(within, value)?))
                })
                .collect::<Option<_>>()?,
        })
    }

    /// The record of this table in a file; `None` when the table has other fields.
    pub fn record(self, table: &'static Table, file: FileId) -> Option<Record> {
        let fields: Vec<_> = table.fields().collect();
        let keys = self.keys.into_iter().map(|(number, place)| {
            Some((fields.get(usize::from(number))?.key, span(place, file)))
        });
        let keys = keys.collect::<Option<_>>()?;
        let values = self.values.into_iter().map(|(number, value)| {
            let field = fields.get(usize::from(number))?;
            Some((field.key, value.whole(within(&field.kind), file)?))
        });
        Some(Record {
            span: span(self.place, file),
            keys,
            values: values.collect::<Option<_>>()?,
            unread: BTreeSet::new(),
        })
    }
}

impl Flat {
    fn of(table: Option<&'static Table>, value: &Spanned<Data>) -> Option<Self> {
        let data = match &value.value {
            Data::List(items) => {
                let items = items.iter().map(|item| Self::of(table, item));
                FlatData::List(items.collect::<Option<_>>()?)
            }
            Data::Record(record) => FlatData::Record(FlatRecord::of(table?, record)?),
            Data::Map(entries) => {
                let entries = entries.iter().map(|(key, value)| {
                    Some((place(key.span), key.value.clone(), Self::of(table, value)?))
                });
                FlatData::Map(entries.collect::<Option<_>>()?)
            }
            leaf => FlatData::Leaf(leaf.clone()),
        };
        Some(Self(place(value.span), data))
    }

    fn whole(self, table: Option<&'static Table>, file: FileId) -> Option<Spanned<Data>> {
        let Self(place, data) = self;
        let data = match data {
            FlatData::Leaf(leaf) => leaf,
            FlatData::List(items) => {
                let items = items.into_iter().map(|item| item.whole(table, file));
                Data::List(items.collect::<Option<_>>()?)
            }
            FlatData::Record(record) => Data::Record(record.record(table?, file)?),
            FlatData::Map(entries) => {
                let entries = entries.into_iter().map(|(place, key, value)| {
                    Some((Spanned::new(key, span(place, file)), value.whole(table, file)?))
                });
                Data::Map(entries.collect::<Option<_>>()?)
            }
        };
        Some(Spanned::new(data, span(place, file)))
    }
}

/// The table of the records that stand in a value of a kind, at whatever depth.
fn within(kind: &Kind) -> Option<&'static Table> {
    match kind {
        Kind::Record(table) | Kind::RefOrRecord(table) => Some(table),
        Kind::List(item) | Kind::Map(item) => within(item),
        _ => None,
    }
}

fn place(span: Span) -> Place {
    (span.start, span.end)
}

fn span((start, end): Place, file: FileId) -> Span {
    Span { file, start, end }
}
