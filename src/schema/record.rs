//! What was read with a table: values by key, each with its place.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{Date, Lang, Period, Span, Spanned, When};

use super::RefKind;

/// A text with its place.
type Text = Spanned<String>;

/// Fields that were read, by their English key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Record {
    /// Where the fields stand.
    pub span: Span,
    pub(super) values: BTreeMap<&'static str, Spanned<Data>>,
    pub(super) keys: BTreeMap<&'static str, Span>,
    /// Fields whose value could not be read.
    pub(super) unread: BTreeSet<&'static str>,
}

/// A value. One that holds places is not written down: see `FlatRecord`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Data {
    /// A text, number as written, address, choice, or id.
    Text(String),
    /// Texts by language; the empty tag stands for the site's own.
    Texts(Vec<(String, String)>),
    /// Yes or no.
    YesNo(bool),
    /// A count.
    Count(u32),
    /// A moment: as precise as written.
    When(When),
    /// A day with a time, `HH:MM`.
    Moment(Date, Option<(u8, u8)>),
    /// A period.
    Period(Period),
    /// The word `all`.
    All,
    /// A list.
    #[serde(skip)]
    List(Vec<Spanned<Data>>),
    /// Fields.
    #[serde(skip)]
    Record(Record),
    /// Free keys.
    #[serde(skip)]
    Map(Vec<(Text, Spanned<Data>)>),
}

impl Data {
    /// Whether it is a text of which nothing can be seen.
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Texts(texts) => texts.iter().all(|(_, text)| text.trim().is_empty()),
            _ => false,
        }
    }

    /// A text in every language that it is there in, with their tags; empty for the site's own.
    pub fn by_language(&self) -> Vec<(&str, &str)> {
        match self {
            Self::Text(text) => vec![("", text)],
            Self::Texts(texts) => {
                texts.iter().map(|(tag, text)| (tag.as_str(), text.as_str())).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// An id that was written somewhere and has to exist.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reference {
    /// What it names.
    pub kind: RefKind,
    /// The id as written.
    pub id: Text,
    /// The list that it stands in: the byte of the file at which that begins.
    pub list: Option<u32>,
}

impl Record {
    /// A record without fields.
    pub fn empty(span: Span) -> Self {
        Self { span, values: BTreeMap::new(), keys: BTreeMap::new(), unread: BTreeSet::new() }
    }

    fn value(&self, key: &str) -> Option<&Spanned<Data>> {
        self.values.get(key)
    }

    /// Whether a field is there.
    pub fn has(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    /// Whether a field is there with a value that could not be read, so that nobody knows what
    /// it says.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(key)
    }

    /// Where a field's value stands.
    pub fn value_span(&self, key: &str) -> Option<Span> {
        Some(self.value(key)?.span)
    }

    /// Where a field's key stands; the record's own place when it is not there.
    pub fn key_span(&self, key: &str) -> Span {
        self.keys.get(key).copied().unwrap_or(self.span)
    }

    /// Where the keys of its fields stand, also of fields without a value.
    pub fn keys(&self) -> &BTreeMap<&'static str, Span> {
        &self.keys
    }

    /// A text.
    pub fn text(&self, key: &str) -> Option<Text> {
        let value = self.value(key)?;
        match &value.value {
            Data::Text(text) => Some(Spanned::new(text.clone(), value.span)),
            _ => None,
        }
    }

    /// A text in a language, or the one for the site's own, or the first.
    pub fn text_in(&self, key: &str, lang: &str) -> Option<Text> {
        let value = self.value(key)?;
        let text = match &value.value {
            Data::Text(text) => text,
            Data::Texts(texts) => &in_language(texts, lang)?.1,
            _ => return None,
        };
        Some(Spanned::new(text.clone(), value.span))
    }

    /// The tag of the language that [`Self::text_in`] finds a text in; empty for the site's own.
    pub fn tag_in(&self, key: &str, lang: &str) -> Option<&str> {
        match &self.value(key)?.value {
            Data::Text(_) => Some(""),
            Data::Texts(texts) => Some(&in_language(texts, lang)?.0),
            _ => None,
        }
    }

    /// Puts the text in the main language of the site before those in others: it stands in for what
    /// is not there.
    pub fn put_first(&mut self, main: &Lang) {
        for own in self.values.values_mut() {
            if let Data::Texts(texts) = &mut own.value {
                texts.sort_by_key(|(tag, _)| tag != main.as_str());
            }
        }
    }

    /// A text in every language that it is there in, with their tags; empty for the site's own.
    pub fn by_language(&self, key: &str) -> Vec<(&str, &str)> {
        self.value(key).map(|own| own.value.by_language()).unwrap_or_default()
    }

    /// A text without its place; empty when it is not there.
    pub fn plain(&self, key: &str) -> String {
        self.text(key).map(|text| text.value).unwrap_or_default()
    }

    /// Yes or no; no when it is not there.
    pub fn yes(&self, key: &str) -> bool {
        matches!(self.value(key).map(|v| &v.value), Some(Data::YesNo(true)))
    }

    /// A count.
    pub fn count(&self, key: &str) -> Option<u32> {
        match self.value(key)?.value {
            Data::Count(count) => Some(count),
            _ => None,
        }
    }

    /// A day.
    pub fn date(&self, key: &str) -> Option<Spanned<Date>> {
        let value = self.value(key)?;
        match value.value {
            Data::Moment(date, _) => Some(Spanned::new(date, value.span)),
            Data::When(When::Day(date)) => Some(Spanned::new(date, value.span)),
            _ => None,
        }
    }

    /// A day with the time that was written with it.
    pub fn moment(&self, key: &str) -> Option<(Date, Option<(u8, u8)>)> {
        match self.value(key)?.value {
            Data::Moment(date, time) => Some((date, time)),
            _ => None,
        }
    }

    /// A moment as precise as written.
    pub fn when(&self, key: &str) -> Option<Spanned<When>> {
        let value = self.value(key)?;
        match value.value {
            Data::When(when) => Some(Spanned::new(when, value.span)),
            _ => None,
        }
    }

    /// A period.
    pub fn period(&self, key: &str) -> Option<Spanned<Period>> {
        let value = self.value(key)?;
        match value.value {
            Data::Period(period) => Some(Spanned::new(period, value.span)),
            _ => None,
        }
    }

    /// Whether a field holds the word `all`.
    pub fn is_all(&self, key: &str) -> bool {
        matches!(self.value(key).map(|v| &v.value), Some(Data::All))
    }

    /// A value of a closed list, by its reader.
    pub fn choice<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        match &self.value(key)?.value {
            Data::Text(text) => parse(text),
            _ => None,
        }
    }

    /// A list; empty when it is not there.
    pub fn list(&self, key: &str) -> &[Spanned<Data>] {
        match self.value(key).map(|v| &v.value) {
            Some(Data::List(items)) => items,
            _ => &[],
        }
    }

    /// The texts of a list of texts or ids.
    pub fn texts(&self, key: &str) -> Vec<Text> {
        let text = |item: &Spanned<Data>| match &item.value {
            Data::Text(text) => Some(Spanned::new(text.clone(), item.span)),
            _ => None,
        };
        self.list(key).iter().filter_map(text).collect()
    }

    /// The records of a list, made into something.
    pub fn records<T>(&self, key: &str, make: impl Fn(&Self) -> T) -> Vec<T> {
        let record = |item: &Spanned<Data>| match &item.value {
            Data::Record(record) => Some(make(record)),
            _ => None,
        };
        self.list(key).iter().filter_map(record).collect()
    }

    /// A mapping with fields of its own.
    pub fn record(&self, key: &str) -> Option<&Self> {
        match &self.value(key)?.value {
            Data::Record(record) => Some(record),
            _ => None,
        }
    }

    /// A mapping with free keys; empty when it is not there.
    pub fn map(&self, key: &str) -> &[(Text, Spanned<Data>)] {
        match self.value(key).map(|v| &v.value) {
            Some(Data::Map(entries)) => entries,
            _ => &[],
        }
    }
}

/// The text in a language, or the one for it without its region, for the site's own, or the first,
/// with its tag. One of which nothing can be seen is not there.
pub fn in_language<'t>(
    texts: &'t [(String, String)],
    lang: &str,
) -> Option<&'t (String, String)> {
    let mut said = texts.iter().filter(|(_, text)| !text.trim().is_empty());
    let by_tag = |tag: &str| said.clone().find(|(own, _)| own == tag);
    let primary = lang.split('-').next().unwrap_or_default();
    let own = by_tag(lang).or_else(|| by_tag(primary).filter(|_| !lang.is_empty()));
    own.or_else(|| by_tag("")).or_else(|| said.next())
}

impl Spanned<Data> {
    /// The text of a text.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The fields of a record.
    pub fn as_record(&self) -> Option<&Record> {
        match &self.value {
            Data::Record(record) => Some(record),
            _ => None,
        }
    }
}
