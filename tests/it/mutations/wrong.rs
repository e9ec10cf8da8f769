//! Ways to be wrong: of a valid value, the values that it must not be.

use lerend::schema::{Field, Kind, Need, PERIOD, Rule, Table};

use super::slips::{slips, slips_of_id};
use super::tree::{File, Shape};
use crate::forms::{Form, fields, word};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    Missing,
    WrongType,
    UnknownValue,
    SlipInKey,
    SlipInValue,
    WrongReference,
}

/// Where it must be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// At the first line of the file.
    Top,
    /// At the first key of the group in which it is missing.
    Group,
    /// At the key.
    Key,
    /// At the value.
    Value,
}

/// A file with one thing wrong.
#[derive(Debug, Clone)]
pub struct Mutation {
    pub change: Change,
    pub form: Form,
    /// The positions of what was changed, from the top.
    pub path: Vec<usize>,
    pub spot: Spot,
    /// The word that was meant.
    pub meant: Option<String>,
    /// The fields on the way, for the report.
    pub name: String,
}

impl Mutation {
    /// The text of the file with it.
    pub fn text(&self, file: &File) -> String {
        File { form: self.form.clone(), ..file.clone() }.text()
    }
}

/// Everything that can be wrong with a file.
pub fn mutations(file: &File) -> Vec<Mutation> {
    if file.share.of == 0 {
        return Vec::new();
    }
    let mut walk = Walk { file, found: Vec::new(), names: Vec::new() };
    match file.shape {
        Shape::Fields(table) | Shape::Component(table) => walk.record(table, &mut Vec::new()),
        Shape::List(table) => {
            let Form::List(items) = &file.form else { return Vec::new() };
            for at in 0..items.len() {
                walk.record(table, &mut vec![at]);
            }
        }
    }
    let mine = |(at, own)| (at % file.share.of == file.share.at).then_some(own);
    walk.found.into_iter().enumerate().filter_map(mine).collect()
}

/// Fields of plain text that name something, by table and English key.
const NAMING: &[(&str, &str)] = &[
    ("media", "captions"),
    ("media", "poster"),
    ("question", "asked-by"),
    ("site", "navigation"),
    ("site", "theme"),
    ("site", "time-zone"),
    ("moment", "link"),
    ("chart", "x"),
    ("chart", "y"),
    ("map", "region"),
    ("map", "value"),
    ("table", "columns"),
];
/// Fields with free keys of which the keys name something.
const NAMING_KEYS: &[&str] = &["paths", "words", "severity", "theme-params"];

struct Walk<'a> {
    file: &'a File,
    found: Vec<Mutation>,
    names: Vec<String>,
}

/// What is put in place, and how that counts.
struct Put {
    change: Change,
    value: Form,
    meant: Option<String>,
}

fn put(change: Change, value: Form) -> Put {
    Put { change, value, meant: None }
}

impl Walk<'_> {
    fn push(&mut self, path: &[usize], change: Change, spot: Spot, edit: impl Fn(&mut Form)) {
        let mut form = self.file.form.clone();
        edit(&mut form);
        let name = self.names.join(".");
        let path = path.to_vec();
        self.found.push(Mutation { change, form, path, spot, meant: None, name });
    }

    fn record(&mut self, table: &'static Table, path: &mut Vec<usize>) {
        let Some(Form::Fields(entries)) = self.file.form.at(path).cloned() else { return };
        for (at, (key, value)) in entries.iter().enumerate() {
            let field = table.field(key).unwrap_or_else(|| panic!("no field `{key}`"));
            let only = self.file.only;
            if path.is_empty() && !only.is_empty() && !only.contains(&field.key) {
                continue;
            }
            self.names.push(key.clone());
            path.push(at);
            self.missing(table, field, path, &entries);
            for (slip, meant) in slips(key, path.len() + at) {
                // A slip that hits another field's name is that field.
                if table.field(&slip).is_some() {
                    continue;
                }
                let group = path[..path.len() - 1].to_vec();
                self.push(path, Change::SlipInKey, Spot::Key, |form| {
                    if let Some(Form::Fields(entries)) = form.at_mut(&group) {
                        entries[at].0.clone_from(&slip);
                    }
                });
                self.found.last_mut().unwrap().meant = Some(meant);
            }
            self.value(field, &field.kind, value, path);
            self.names_of(table, field, value, path);
            path.pop();
            self.names.pop();
        }
    }

    /// What a plain text names, and keys that name something.
    fn names_of(&mut self, table: &Table, field: &Field, form: &Form, path: &[usize]) {
        let nobody = || word("heel-iets-anders-dan-dit");
        if NAMING.contains(&(table.name, field.key)) {
            let mut own = path.to_vec();
            if let Form::List(_) = form {
                own.push(0);
            }
            self.push(&own, Change::WrongReference, Spot::Value, |form| {
                if let Some(value) = form.at_mut(&own) {
                    *value = nobody();
                }
            });
        }
        let (true, Form::Fields(entries)) = (NAMING_KEYS.contains(&field.key), form) else {
            return;
        };
        let group = path.to_vec();
        for (at, (key, _)) in entries.iter().enumerate() {
            let own = [path, &[at]].concat();
            for (slip, meant) in slips(key, at) {
                self.push(&own, Change::SlipInKey, Spot::Key, |form| {
                    if let Some(Form::Fields(entries)) = form.at_mut(&group) {
                        entries[at].0.clone_from(&slip);
                    }
                });
                self.found.last_mut().unwrap().meant = Some(meant);
            }
        }
    }

    /// A field that has to be there, left out, left empty, and with nothing in it.
    fn missing(
        &mut self,
        table: &Table,
        field: &Field,
        path: &[usize],
        entries: &[(String, Form)],
    ) {
        let is_top = path.len() == 1;
        let own = is_top && self.file.needs.contains(&field.key);
        let is = |key: &str, value: &str| {
            let other = table.field(key)?;
            let (_, form) =
                entries.iter().find(|(own, _)| own == other.key || own == other.alias)?;
            let Form::Word(text) = form else { return Some(false) };
            let written = match &other.kind {
                Kind::Choice(choice) => choice.key(text)?,
                _ => text,
            };
            Some(written == value)
        };
        let has = |key: &str| {
            let other = table.field(key);
            entries
                .iter()
                .any(|(own, _)| other.is_some_and(|f| *own == f.key || *own == f.alias))
        };
        let by_table = match field.need {
            Need::Required => true,
            Need::Optional => false,
            Need::Unless(key, value) => is(key, value) != Some(true),
            Need::When(key, value) => is(key, value) == Some(true),
            Need::Without(key) => !has(key),
        };
        if !by_table && !own {
            return;
        }
        let at = path[path.len() - 1];
        let group = path[..path.len() - 1].to_vec();
        let gone = match (self.file.shape, is_top) {
            (Shape::Fields(_), true) => Spot::Top,
            _ => Spot::Group,
        };
        if entries.len() > 1 {
            self.push(&group, Change::Missing, gone, |form| {
                if let Some(Form::Fields(entries)) = form.at_mut(&group) {
                    entries.remove(at);
                }
            });
        }
        // What a sidecar needs for its kind is told at its top whatever stands there.
        let empty = if own { Spot::Top } else { Spot::Key };
        let path = path.to_vec();
        self.push(&path, Change::Missing, empty, |form| {
            if let Some(value) = form.at_mut(&path) {
                *value = Form::Nothing;
            }
        });
        if matches!(field.kind, Kind::Text | Kind::Texts | Kind::Ref(_)) {
            let blank = if own { Spot::Top } else { Spot::Key };
            self.push(&path, Change::Missing, blank, |form| {
                if let Some(value) = form.at_mut(&path) {
                    *value = word("");
                }
            });
        }
    }

    fn value(
        &mut self,
        field: &Field,
        kind: &'static Kind,
        form: &Form,
        path: &mut Vec<usize>,
    ) {
        let seed = path.iter().sum::<usize>() + self.found.len();
        for put in wrong(field, kind, form, seed) {
            let own = path.clone();
            self.push(path, put.change, Spot::Value, |form| {
                if let Some(value) = form.at_mut(&own) {
                    *value = put.value.clone();
                }
            });
            self.found.last_mut().unwrap().meant = put.meant;
        }
        match (kind, form) {
            (Kind::List(item), Form::List(items)) => {
                for (at, inner) in items.iter().enumerate() {
                    path.push(at);
                    self.value(field, item, inner, path);
                    path.pop();
                }
            }
            (Kind::Regions, Form::List(items)) => {
                const REGION: Kind = Kind::Ref(lerend::base::RefKind::Region);
                for (at, inner) in items.iter().enumerate() {
                    path.push(at);
                    self.value(field, &REGION, inner, path);
                    path.pop();
                }
            }
            (Kind::Record(table) | Kind::RefOrRecord(table), Form::Fields(_)) => {
                self.record(table, path);
            }
            (Kind::RefOrRecord(table), Form::Word(_)) => {
                let first = table.fields().next().unwrap();
                let reference: Vec<Put> = wrong(first, &first.kind, form, seed);
                for put in reference.into_iter().filter(|put| put.change != Change::WrongType) {
                    let own = path.clone();
                    self.push(path, put.change, Spot::Value, |form| {
                        if let Some(value) = form.at_mut(&own) {
                            *value = put.value.clone();
                        }
                    });
                    self.found.last_mut().unwrap().meant = put.meant;
                }
            }
            (Kind::Cells, Form::List(items)) => {
                for (at, inner) in items.iter().enumerate() {
                    path.push(at);
                    self.value(field, &Kind::Text, inner, path);
                    path.pop();
                }
            }
            (Kind::Cells, Form::Fields(entries)) => {
                for (at, (_, inner)) in entries.iter().enumerate() {
                    path.push(at);
                    self.value(field, &Kind::Text, inner, path);
                    path.pop();
                }
            }
            (Kind::Period, Form::Fields(_)) => self.record(&PERIOD, path),
            (Kind::Map(item), Form::Fields(entries)) => {
                for (at, (_, inner)) in entries.iter().enumerate() {
                    path.push(at);
                    self.value(field, item, inner, path);
                    path.pop();
                }
            }
            _ => {}
        }
    }
}

/// Wrong values in place of a valid one.
fn wrong(field: &Field, kind: &'static Kind, form: &Form, seed: usize) -> Vec<Put> {
    let group = || fields(&[("iets", word("anders"))]);
    let many = || Form::List(vec![word("dit"), word("dat")]);
    let types = |all: &[Form]| -> Vec<Put> {
        all.iter().map(|value| put(Change::WrongType, value.clone())).collect()
    };
    let mut out = match kind {
        Kind::List(_) => types(&[word("zomaar"), group()]),
        Kind::Regions => types(&[word("zomaar"), group()]),
        Kind::Record(_) | Kind::Map(_) => types(&[word("zomaar"), many()]),
        Kind::RefOrRecord(_) => types(&[many()]),
        Kind::Period => types(&[many(), word("ooit")]),
        Kind::Cells => Vec::new(),
        _ => types(&[group(), many()]),
    };
    let unknown: &[&str] = match kind {
        Kind::YesNo => &["misschien"],
        Kind::Number if field.rule == Some(Rule::Fraction) => &["1.5", "veel"],
        Kind::Number => &["veel", "1,5", "12x"],
        Kind::Count => &["veel", "-3", "1.5", "9999999999"],
        Kind::Date => &["2021-02-30", "volgende week", "2021"],
        Kind::When | Kind::Period => &["2020-13", "2020-Q5", "ooit"],
        Kind::Moment => &["2021-03-15 25:00", "2021-03-15 13:30:xx", "maandag"],
        Kind::Choice(_) => &["heel-iets-anders-dan-dit"],
        Kind::Url => &["voorbeeld", "http://", "mailto:a@voorbeeld.example"],
        Kind::Lang => &["Nederlands", "n"],
        _ => &[],
    };
    out.extend(unknown.iter().map(|text| put(Change::UnknownValue, word(*text))));
    if let (Kind::Text, Some(rule)) = (kind, field.rule) {
        let long = match rule {
            Rule::MaxChars(most) | Rule::BetweenChars(_, most) => Some("a".repeat(most + 1)),
            Rule::MaxWords(most) => Some("woord ".repeat(most + 1).trim_end().to_owned()),
            Rule::Items(..) | Rule::Fraction | Rule::Licence | Rule::Hides => None,
            Rule::MailLink => Some("5".to_owned()),
        };
        out.extend(long.map(|text| put(Change::UnknownValue, word(text))));
    }
    if let Kind::Ref(_) = kind {
        out.push(put(Change::WrongReference, word("heel-iets-anders-dan-dit")));
    }
    let Form::Word(text) = form else { return out };
    if matches!(kind, Kind::Choice(_) | Kind::Ref(_)) {
        for (slip, meant) in slips_of_id(text, seed) {
            let is_another =
                matches!(kind, Kind::Choice(choice) if choice.key(&slip).is_some());
            if !is_another {
                let value = word(slip);
                out.push(Put { change: Change::SlipInValue, value, meant: Some(meant) });
            }
        }
    }
    out
}
