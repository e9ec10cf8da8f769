//! Fields that are missing, and keys that no field has.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::base::{Span, nearest};
use crate::diag::problem::Field as Wrong;
use crate::diag::{Diag, Language};
use crate::yaml::{self, Entry, Value};

use super::{Data, Field, Need, Record, Table};

/// What the reader of a record knows by the end of it.
pub(super) struct Told<'a> {
    /// What was written.
    pub(super) entries: &'a [Entry],
    /// Fields of which something was said already.
    pub(super) fields: &'a [&'static str],
}

/// What is said of the fields that a record needs and that are not there, besides those of
/// which something else was told. A text of which nothing can be seen is not there either.
pub(super) fn missing(
    table: &Table,
    record: &mut Record,
    told: &Told<'_>,
    place: Span,
) -> Vec<Diag> {
    let is_lacking = |field: &&'static Field| {
        let value = record.values.get(field.key);
        is_needed(field, record)
            && !told.fields.contains(&field.key)
            && value.is_none_or(|own| own.value.is_blank())
    };
    let lacking: Vec<&'static Field> = table.fields().filter(is_lacking).collect();
    let tell = |field: &Field| {
        record.values.remove(field.key);
        let problem = Wrong::Missing {
            key: field.key.to_owned(),
            alias: field.alias.to_owned(),
            example: field.example_in_both(),
            written: language(table, told.entries),
        };
        // A key without a value points at the key.
        Diag::at(record.keys.get(field.key).copied().unwrap_or(place), problem)
    };
    lacking.into_iter().map(tell).collect()
}

/// Whether a field must be there, given what else is.
fn is_needed(field: &Field, record: &Record) -> bool {
    let is = |key: &str, value: &str| match record.values.get(key).map(|own| &own.value) {
        Some(Data::Text(text)) => text == value,
        Some(Data::YesNo(yes)) => *yes == (value == "yes"),
        _ => false,
    };
    match field.need {
        Need::Required => true,
        Need::Optional => false,
        Need::Unless(key, value) => !is(key, value),
        Need::When(key, value) => is(key, value),
        Need::Without(key) => !record.keys.contains_key(key),
    }
}

/// The keys of a record, as far as its table has them.
pub(super) struct Present<'a> {
    keys: BTreeSet<&'a str>,
    is_dutch: bool,
}

impl<'a> Present<'a> {
    pub(super) fn of(table: &Table, entries: &'a [Entry]) -> Self {
        let known = entries.iter().filter(|own| table.field(&own.key).is_some());
        let keys = known.map(|own| own.key.as_str()).collect();
        Self { keys, is_dutch: language(table, entries) == Some(Language::Nl) }
    }

    fn has(&self, field: &Field) -> bool {
        [field.key, field.alias].iter().any(|key| self.keys.contains(key))
    }
}

/// What is said of a key that the table does not have, and the field that it was probably meant
/// for: one that is not there yet, in the language of the other keys.
pub(super) fn unknown_key(
    table: &Table,
    entry: &Entry,
    present: &Present<'_>,
) -> (Diag, Option<&'static str>) {
    if let Some(diag) = glued(entry, |key| table.field(key).is_some()) {
        let field = key_of(entry).and_then(|(key, _)| table.field(key));
        return (diag, field.map(|field| field.key));
    }
    let words = |field: &'static Field| {
        if present.is_dutch { [field.alias, field.key] } else { [field.key, field.alias] }
    };
    let (taken, free): (Vec<_>, Vec<_>) = table.fields().partition(|field| present.has(field));
    let near =
        |fields: Vec<&'static Field>| nearest(&entry.key, fields.into_iter().flat_map(words));
    let word = near(free).or_else(|| near(taken));
    let meant = word.and_then(|word| Some((word, table.field(word)?)));
    let names = meant.map(|(word, field)| {
        let other = if word == field.key { field.alias } else { field.key };
        (word.to_owned(), other.to_owned())
    });
    let problem = Wrong::UnknownKey { key: entry.key.value.clone(), nearest: names };
    (Diag::at(entry.key.span, problem), meant.map(|(_, field)| field.key))
}

/// What is said of a known key between brackets to which its value sticks: `{van:2019}` is one
/// key without a value.
pub(super) fn glued(entry: &Entry, is_known: impl Fn(&str) -> bool) -> Option<Diag> {
    let (key, behind) = key_of(entry).filter(|(key, _)| is_known(key))?;
    let (length, problem) = yaml::glued(key, behind);
    let start = entry.key.span.range().start;
    Some(Diag::at(Span::new(entry.key.span.file, start, start + length), problem))
}

/// What stands before and behind the colon in a key without a value.
fn key_of(entry: &Entry) -> Option<(&str, &str)> {
    entry.key.split_once(':').filter(|_| entry.value.value == Value::Null)
}

/// The language of most keys that differ between the languages.
fn language(table: &Table, entries: &[Entry]) -> Option<Language> {
    let languages: Vec<Language> = entries
        .iter()
        .filter_map(|own| Some((own, table.field(&own.key)?)))
        .filter(|(_, field)| field.key != field.alias)
        .map(|(own, field)| field.language_of(&own.key))
        .collect();
    let dutch = languages.iter().filter(|own| **own == Language::Nl).count();
    match dutch.cmp(&(languages.len() - dutch)) {
        Ordering::Greater => Some(Language::Nl),
        Ordering::Less => Some(Language::En),
        Ordering::Equal => None,
    }
}
