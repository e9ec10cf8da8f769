//! Reading a tree against a table: everything that is wrong with it, in one go.

mod lists;
mod period;

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::base::{Lang, RefKind, Span, Spanned, is_preview};
use crate::diag::problem::{Expected, Field as Wrong, Markdown, Meant, Yaml};
use crate::diag::{Diag, Noted, Severity};
use crate::yaml::{Entry, Node, Value};

use super::field::is_unwritten;
use super::scalar::{self, Order};
use super::{Data, Field, Kind, Record, Reference, Rule, Table};
use super::{lacks, limits, marks, meant};
pub use period::PERIOD;

/// Fields with an address to which readers are led.
const LEADS: &[&str] = &["url", "archive-url"];

/// Reads a mapping with a table. Values that are wrong are reported and left out. The
/// references that were written come back for the catalogue to check.
pub fn read(table: &'static Table, node: &Node) -> (Noted<Record>, Vec<Reference>) {
    let mut reader = Reader::default();
    let record = reader.record(table, node, Absence::AtTop);
    (Noted::new(record, reader.diags), reader.references)
}

/// Reads a mapping that is a part of a file: what it lacks is reported at the given place.
pub fn read_at(
    table: &'static Table,
    node: &Node,
    place: Span,
) -> (Noted<Record>, Vec<Reference>) {
    let mut reader = Reader { key: table.name.to_owned(), ..Reader::default() };
    let record = reader.record(table, node, Absence::At(place));
    (Noted::new(record, reader.diags), reader.references)
}

/// Reads a list of mappings with a table, as vocabularies are. What stands in it is named in
/// Dutch and English.
pub fn read_list(
    table: &'static Table,
    items: (&'static str, &'static str),
    node: &Node,
) -> (Noted<Vec<Record>>, Vec<Reference>) {
    let mut reader = Reader::default();
    let mut records = Vec::new();
    match &node.value {
        Value::List(list) => {
            for item in list {
                if let Value::Mapping(_) = &item.value {
                    records.push(reader.record(table, item, Absence::AtRecord));
                } else {
                    reader.diags.push(Diag::at(item.span, Wrong::BareItem { items }));
                }
            }
        }
        Value::Null => {}
        // The first key is where the first dash belongs.
        Value::Mapping(entries) => {
            let place = entries.first().map_or(node.span, |entry| entry.key.span);
            reader.diags.push(Diag::at(place, Wrong::NoItems { items }));
        }
        Value::Scalar(_) => reader.diags.push(Diag::at(node.span, Wrong::NoItems { items })),
    }
    (Noted::new(records, reader.diags), reader.references)
}

/// Where a missing field is reported.
#[derive(Clone, Copy)]
enum Absence {
    /// At the file's first line.
    AtTop,
    /// At the record's first key.
    AtRecord,
    /// At this place.
    At(Span),
}

#[derive(Default)]
struct Reader {
    diags: Vec<Diag>,
    references: Vec<Reference>,
    /// The field that is read, as the editor wrote it: in English or in Dutch.
    key: String,
    /// Where the list of ids begins that is read.
    list: Option<u32>,
}

impl Reader {
    fn wrong(&mut self, span: Span, expected: Expected) {
        self.wrong_with(span, expected, None);
    }

    fn wrong_with(&mut self, span: Span, expected: Expected, meant: Option<Meant>) {
        let key = self.key.clone();
        self.diags.push(Diag::at(span, Wrong::WrongType { key, expected, meant }));
    }

    fn record(&mut self, table: &'static Table, node: &Node, absence: Absence) -> Record {
        let mut record = Record::empty(node.span);
        let Value::Mapping(entries) = &node.value else {
            match absence {
                Absence::AtTop => self.diags.push(Diag::at(node.span, Yaml::NotAMapping)),
                _ => self.wrong(node.span, Expected::Fields),
            }
            return record;
        };
        // Fields that are not right, and those that an unknown key was probably meant for: they
        // are not also said to be missing.
        let mut told = Vec::new();
        let present = OnceCell::new();
        for entry in entries {
            let Some(field) = table.field(&entry.key) else {
                let (diag, meant) = {
                    let present = present.get_or_init(|| lacks::Present::of(table, entries));
                    lacks::unknown_key(table, entry, present)
                };
                self.diags.push(diag);
                // A slip in `id` is one mistake: what refers to the thing still finds it.
                if let Some(id) = meant.filter(|key| *key == "id")
                    && let Some(field) = table.field(id)
                    && let Some(value) = Self::default().value(field, &field.kind, &entry.value)
                {
                    record.values.insert(id, value);
                }
                told.extend(meant);
                continue;
            };
            if let Some(first) = record.keys.get(field.key).copied() {
                let key = entry.key.value.clone();
                self.diags
                    .push(Diag::at(entry.key.span, Wrong::SameKey { key }).related(first));
                continue;
            }
            record.keys.insert(field.key, entry.key.span);
            if field.is_empty(&entry.value) {
                if field.rule == Some(Rule::Hides) && is_unwritten(&entry.value) {
                    let problem = Wrong::NoValue {
                        key: entry.key.value.clone(),
                        expected: field.kind.expected(),
                    };
                    self.diags.push(Diag::at(entry.key.span, problem));
                }
                continue;
            }
            let outer = std::mem::replace(&mut self.key, entry.key.value.clone());
            match self.value(field, &field.kind, &entry.value) {
                Some(value) => {
                    let written = entry.value.items();
                    self.diags.extend(limits::breach(field.rule, &self.key, &value, written));
                    record.values.insert(field.key, value);
                }
                None => {
                    record.unread.insert(field.key);
                    told.push(field.key);
                }
            }
            self.key = outer;
        }
        let place = match absence {
            Absence::AtTop => Span::top(node.span.file),
            Absence::At(place) => place,
            Absence::AtRecord => entries.first().map_or(node.span, |entry| entry.key.span),
        };
        let told = lacks::Told { entries, fields: &told };
        self.diags.extend(lacks::missing(table, &mut record, &told, place));
        record
    }

    fn value(
        &mut self,
        field: &Field,
        kind: &'static Kind,
        node: &Node,
    ) -> Option<Spanned<Data>> {
        let span = node.span;
        let data = match kind {
            Kind::List(item) => {
                let Value::List(items) = &node.value else {
                    self.no_list(kind, node);
                    return None;
                };
                self.items(field, item, items, span)
            }
            Kind::Record(table) => {
                let Value::Mapping(_) = &node.value else {
                    self.wrong_with(span, Expected::Fields, meant::of_node(kind, node));
                    return None;
                };
                Data::Record(self.record(table, node, Absence::AtRecord))
            }
            Kind::RefOrRecord(table) => self.reference_or_record(field, table, node)?,
            Kind::Map(item) => {
                let Value::Mapping(entries) = &node.value else {
                    self.wrong(span, Expected::Fields);
                    return None;
                };
                let value = |entry: &Entry| {
                    Some((entry.key.clone(), self.value(field, item, &entry.value)?))
                };
                Data::Map(entries.iter().filter_map(value).collect())
            }
            Kind::Texts => self.texts(node)?,
            Kind::Period => self.period(field, node)?,
            Kind::Regions => self.regions(field, node)?,
            Kind::Cells => self.cells(field, node)?,
            _ => {
                let Some(text) = node.as_text() else {
                    self.wrong(span, kind.expected());
                    return None;
                };
                let is_shown = matches!(kind, Kind::Text) && field.rule != Some(Rule::MailLink);
                self.diags.extend(marks::told(node).filter(|_| is_shown));
                self.scalar(field, kind, &text)?
            }
        };
        Some(Spanned::new(data, span))
    }

    /// The items of a list. An id that stands in it twice is read once; the catalogue tells it.
    fn items(
        &mut self,
        field: &Field,
        item: &'static Kind,
        nodes: &[Node],
        place: Span,
    ) -> Data {
        let names = matches!(item, Kind::Ref(_));
        self.list = names.then_some(place.start);
        let mut items: Vec<Spanned<Data>> = Vec::with_capacity(nodes.len());
        for own in nodes.iter().filter_map(|node| self.value(field, item, node)) {
            if !names || items.iter().all(|other| other.value != own.value) {
                items.push(own);
            }
        }
        self.list = None;
        Data::List(items)
    }

    fn scalar(&mut self, field: &Field, kind: &Kind, text: &Spanned<&str>) -> Option<Data> {
        let seen = match kind {
            Kind::Text if field.key != "id" => Cow::Borrowed(text.value),
            // A file and an address are called what they are called.
            Kind::Url | Kind::Ref(RefKind::Data) => Cow::Borrowed(text.value.trim()),
            _ => scalar::seen(text.value),
        };
        let text = &Spanned::new(&*seen, text.span);
        let read = match kind {
            Kind::Text => Some(Data::Text(text.value.to_owned())),
            Kind::YesNo => scalar::yes_no(text.value).map(Data::YesNo),
            Kind::Number
                if scalar::is_number(text.value) && scalar::has_thousands(text.value) =>
            {
                self.wrong(text.span, Expected::ClearNumber);
                return None;
            }
            Kind::Number => {
                let plain = || scalar::plain_number(text.value).into_owned();
                scalar::is_number(text.value).then(|| Data::Text(plain()))
            }
            Kind::Count => scalar::count(text.value).map(Data::Count),
            Kind::Date => scalar::date(text.value).map(|(date, order)| {
                self.order(order, text.span, &date.to_string());
                Data::Moment(date, None)
            }),
            Kind::When => scalar::when(text.value).map(|(when, order)| {
                self.order(order, text.span, &when.to_string());
                Data::When(when)
            }),
            Kind::Moment => scalar::moment(text.value).map(|(date, time, order)| {
                let clock = time.map(|(hour, minute)| format!(" {hour:02}:{minute:02}"));
                self.order(order, text.span, &format!("{date}{}", clock.unwrap_or_default()));
                Data::Moment(date, time)
            }),
            Kind::Choice(choice) => {
                if let Some(key) = choice.key(text.value) {
                    Some(Data::Text(key.to_owned()))
                } else {
                    let problem = Wrong::UnknownValue {
                        key: self.key.clone(),
                        value: text.value.to_owned(),
                        nearest: choice.nearest(text.value, field.language_of(&self.key)),
                        allowed: choice.options,
                    };
                    self.diags.push(Diag::at(text.span, problem));
                    return None;
                }
            }
            Kind::Ref(_) if text.value.trim().is_empty() => None,
            Kind::Ref(kind) => {
                let id = Spanned::new(text.value.to_owned(), text.span);
                self.references.push(Reference { kind: *kind, id, list: self.list });
                Some(Data::Text(text.value.to_owned()))
            }
            // A site that is only tried out may well stand there itself.
            Kind::Url if LEADS.contains(&field.key) && is_preview(text.value) => {
                self.diags.push(Diag::at(text.span, Markdown::OwnComputer { is_whole: true }));
                return None;
            }
            Kind::Url => scalar::is_url(text.value).then(|| Data::Text(text.value.to_owned())),
            Kind::Lang => {
                Lang::new(text.value).map(|lang| Data::Text(lang.as_str().to_owned()))
            }
            _ => None,
        };
        if read.is_none() {
            let meant = meant::of_text(field, kind, text.value);
            self.wrong_with(text.span, kind.expected(), meant);
        }
        read
    }

    fn order(&mut self, order: Order, span: Span, iso: &str) {
        if order == Order::Dutch {
            self.diags.push(Diag::at(span, Wrong::DutchDate { iso: iso.to_owned() }));
        }
    }

    fn texts(&mut self, node: &Node) -> Option<Data> {
        match &node.value {
            Value::Mapping(entries) => {
                let mut texts = Vec::new();
                for entry in entries {
                    match (Lang::new(&entry.key), entry.value.as_text()) {
                        (Some(lang), Some(text)) => {
                            self.diags.extend(marks::told(&entry.value));
                            texts.push((lang.as_str().to_owned(), text.value.to_owned()));
                        }
                        (None, _) => {
                            match lacks::glued(entry, |key| Lang::new(key).is_some()) {
                                Some(diag) => self.diags.push(diag),
                                None => self.wrong(entry.key.span, Expected::Lang),
                            }
                        }
                        (_, None) => self.wrong(entry.value.span, Expected::Text),
                    }
                }
                Some(Data::Texts(texts))
            }
            _ => {
                if let Some(text) = node.as_text() {
                    self.diags.extend(marks::told(node));
                    Some(Data::Text(text.value.to_owned()))
                } else {
                    self.wrong(node.span, Expected::Text);
                    None
                }
            }
        }
    }

    fn reference_or_record(
        &mut self,
        field: &Field,
        table: &'static Table,
        node: &Node,
    ) -> Option<Data> {
        if let Value::Mapping(_) = &node.value {
            return Some(Data::Record(self.record(table, node, Absence::AtRecord)));
        }
        let first = table.fields().next()?;
        let value = self.value(field, &first.kind, node)?;
        let mut record = Record::empty(node.span);
        record.values.insert(first.key, value);
        Some(Data::Record(record))
    }
}

/// Lowers what a draft may still lack: missing fields only warn.
pub fn lenient(diags: &mut [Diag]) {
    for diag in diags {
        if matches!(&diag.problem, crate::diag::Problem::Field(Wrong::Missing { .. })) {
            diag.severity = Severity::Warning;
        }
    }
}
