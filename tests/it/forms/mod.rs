//! Values for fields, made from the field tables: what an editor could have written.

mod yaml;

use lerend::base::RefKind;
use lerend::diag::Language;
use lerend::schema::{Field, Kind, PERIOD, Rule, Table};

pub use yaml::yaml;

/// A value as it stands in YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// A scalar.
    Word(String),
    /// An empty value.
    Nothing,
    /// A list.
    List(Vec<Form>),
    /// Fields, by key.
    Fields(Vec<(String, Form)>),
}

pub fn word(text: impl Into<String>) -> Form {
    Form::Word(text.into())
}

pub fn fields(of: &[(&str, Form)]) -> Form {
    Form::Fields(of.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect())
}

pub fn list(of: &[&str]) -> Form {
    Form::List(of.iter().map(|own| word(*own)).collect())
}

impl Form {
    /// What stands at a path of positions.
    pub fn at(&self, path: &[usize]) -> Option<&Self> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        match self {
            Self::List(items) => items.get(*first)?.at(rest),
            Self::Fields(entries) => entries.get(*first)?.1.at(rest),
            Self::Word(_) | Self::Nothing => None,
        }
    }

    pub fn at_mut(&mut self, path: &[usize]) -> Option<&mut Self> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        match self {
            Self::List(items) => items.get_mut(*first)?.at_mut(rest),
            Self::Fields(entries) => entries.get_mut(*first)?.1.at_mut(rest),
            Self::Word(_) | Self::Nothing => None,
        }
    }

    /// The same with one text for another in every word.
    pub fn replace(&self, from: &str, to: &str) -> Self {
        match self {
            Self::Word(text) => word(text.replace(from, to)),
            Self::Nothing => Self::Nothing,
            Self::List(items) => {
                Self::List(items.iter().map(|item| item.replace(from, to)).collect())
            }
            Self::Fields(entries) => Self::Fields(
                entries
                    .iter()
                    .map(|(key, value)| (key.clone(), value.replace(from, to)))
                    .collect(),
            ),
        }
    }
}

/// What a site has that fields can name, and what stands in place of a field's example.
pub trait Site {
    /// An id of a kind.
    fn id(&self, kind: RefKind) -> &'static str;

    /// The value of a field of a table, by the table's name and the field's English key;
    /// `None` for the ordinary one.
    fn instead(&self, table: &str, key: &str, language: Language) -> Option<Form>;
}

/// Makes values in a language.
#[derive(Clone, Copy)]
pub struct Maker<'a> {
    pub site: &'a dyn Site,
    pub language: Language,
}

impl Maker<'_> {
    /// Every field of a table but those left out, by English key.
    pub fn fields(self, table: &'static Table, without: &[&str]) -> Form {
        let kept = table.fields().filter(|field| !without.contains(&field.key));
        Form::Fields(
            kept.map(|field| (self.key(field).to_owned(), self.of_field(table, field)))
                .collect(),
        )
    }

    pub fn key(self, field: &Field) -> &'static str {
        match self.language {
            Language::Nl => field.alias,
            Language::En => field.key,
        }
    }

    pub fn of_field(self, table: &Table, field: &'static Field) -> Form {
        let instead = self.site.instead(table.name, field.key, self.language);
        instead.unwrap_or_else(|| self.value(field, &field.kind))
    }

    /// A value of a kind, from the example of its field where it has one.
    pub fn value(self, field: &'static Field, kind: &'static Kind) -> Form {
        let is_group = field.example.starts_with(['[', '{']);
        let example = field.example.trim_matches('"');
        let example = if is_group || example.is_empty() { None } else { Some(example) };
        match kind {
            Kind::Text | Kind::Texts => word(example.unwrap_or("Een tekst")),
            Kind::YesNo => word(match self.language {
                Language::Nl => "nee",
                Language::En => "no",
            }),
            Kind::Number => word(example.unwrap_or("1.5")),
            Kind::Count => word(example.unwrap_or("3")),
            Kind::Date => word(example.unwrap_or("2021-03-18")),
            Kind::When => word(example.unwrap_or("2020-03")),
            Kind::Moment => word(example.unwrap_or("2021-03-15 13:30")),
            Kind::Period => self.fields(&PERIOD, &[]),
            Kind::Choice(choice) => {
                let first = choice.options[0].0;
                let written = example.unwrap_or(first);
                let known = choice.in_language(written, self.language);
                word(known.unwrap_or(first))
            }
            Kind::Ref(kind) => word(self.site.id(*kind)),
            Kind::Regions => Form::List(vec![word(self.site.id(RefKind::Region))]),
            Kind::List(item) => {
                let least = match field.rule {
                    Some(Rule::Items(least, _)) => least.max(1),
                    _ => 1,
                };
                Form::List((0..least).map(|_| self.value(field, item)).collect())
            }
            Kind::Record(table) | Kind::RefOrRecord(table) => self.fields(table, &[]),
            Kind::Map(item) => Form::Fields(vec![("een".to_owned(), self.value(field, item))]),
            Kind::Url => word(example.unwrap_or("https://voorbeeld.example/")),
            Kind::Lang => word(example.unwrap_or("nl")),
            Kind::Cells => Form::List(vec![word("doel")]),
        }
    }
}
