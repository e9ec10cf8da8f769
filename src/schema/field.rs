//! One field of a type, and the table of all of them.

use super::Choice;
use super::scalar;
use super::write::example_of;
pub use crate::base::RefKind;
use crate::diag::Language;
use crate::diag::problem::Expected;
use crate::yaml::{Node, Value};

/// The fields of a type, in groups that types share.
#[derive(Debug)]
pub struct Table {
    /// The English word for the type.
    pub name: &'static str,
    /// The fields, group after group.
    pub groups: &'static [&'static [Field]],
}

impl Table {
    /// Every field in order.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.groups.iter().flat_map(|group| group.iter())
    }

    /// The field with a key or alias.
    pub fn field(&self, word: &str) -> Option<&'static Field> {
        let word = scalar::seen(word);
        self.fields().find(|field| field.key == word || field.alias == word)
    }
}

/// One field.
#[derive(Debug)]
pub struct Field {
    /// The English key.
    pub key: &'static str,
    /// The Dutch key.
    pub alias: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be there.
    pub need: Need,
    /// A limit on what it holds.
    pub rule: Option<Rule>,
    /// What it is, in Dutch.
    pub nl: &'static str,
    /// What it is, in English.
    pub en: &'static str,
    /// A value as an editor would write it.
    pub example: &'static str,
}

impl Field {
    /// A field that may be left out.
    pub const fn new(key: &'static str, alias: &'static str, kind: Kind) -> Self {
        Self { key, alias, kind, need: Need::Optional, rule: None, nl: "", en: "", example: "" }
    }

    /// The same field, which must be there.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.need = Need::Required;
        self
    }

    /// The same field, needed under a condition.
    #[must_use]
    pub const fn need(mut self, need: Need) -> Self {
        self.need = need;
        self
    }

    /// The same field with a limit.
    #[must_use]
    pub const fn rule(mut self, rule: Rule) -> Self {
        self.rule = Some(rule);
        self
    }

    /// The same field with what it means, in Dutch and English.
    #[must_use]
    pub const fn means(mut self, nl: &'static str, en: &'static str) -> Self {
        self.nl = nl;
        self.en = en;
        self
    }

    /// The language in which the field's name was written.
    pub fn language_of(&self, written: &str) -> Language {
        if written == self.alias && written != self.key { Language::Nl } else { Language::En }
    }

    /// Its key in a language.
    pub(super) fn key_in(&self, language: Language) -> &'static str {
        match language {
            Language::Nl => self.alias,
            Language::En => self.key,
        }
    }

    /// Whether it must be there always.
    pub(super) fn is_required(&self) -> bool {
        self.need == Need::Required
    }

    /// The example, Dutch and English: names of fields and words of closed lists differ. Empty
    /// when there is none.
    pub fn example_in_both(&self) -> (String, String) {
        let example = |language| example_of(self, language).unwrap_or_default();
        (example(Language::Nl), example(Language::En))
    }

    /// Whether a value says nothing: the field might as well not be there. Editing programs
    /// write fields that nobody filled in.
    pub(super) fn is_empty(&self, node: &Node) -> bool {
        let may_be_missing = self.need == Need::Optional;
        match (&node.value, &self.kind) {
            // What is counted says how many are needed.
            (Value::List(items), _) => {
                let is_counted = matches!(self.rule, Some(Rule::Items(..)));
                items.is_empty() && (may_be_missing || !is_counted)
            }
            (Value::Mapping(entries), Kind::Record(table)) => {
                let mut all = entries.iter();
                let says_nothing =
                    all.all(|own| table.field(&own.key).is_some() && is_hollow(&own.value));
                may_be_missing && !entries.is_empty() && says_nothing
            }
            _ => is_hollow(node),
        }
    }

    /// The same field with an example.
    #[must_use]
    pub const fn example(mut self, example: &'static str) -> Self {
        self.example = example;
        self
    }
}

/// Whether nothing stands behind a key. Editing programs write `null` or quotation marks.
pub(super) fn is_unwritten(node: &Node) -> bool {
    node.value == Value::Null && node.span.range().is_empty()
}

/// Whether nothing of a value can be seen.
fn is_hollow(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Scalar(scalar) => scalar.text.trim().is_empty(),
        Value::List(items) => items.is_empty(),
        Value::Mapping(_) => false,
    }
}

/// Whether a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    /// Always.
    Required,
    /// Never.
    Optional,
    /// Unless another field has this value.
    Unless(&'static str, &'static str),
    /// When another field has this value.
    When(&'static str, &'static str),
    /// When another field is not there.
    Without(&'static str),
}

/// What a field holds.
#[derive(Debug)]
pub enum Kind {
    /// Text: any scalar as written.
    Text,
    /// Text per language, or one text for the site's own.
    Texts,
    /// Yes or no.
    YesNo,
    /// A number, with a point before decimals.
    Number,
    /// A whole number from 0.
    Count,
    /// A day.
    Date,
    /// A year, quarter, month or day.
    When,
    /// A day with or without a time.
    Moment,
    /// A year, quarter, month, or `{from, to}`.
    Period,
    /// A value of a closed list.
    Choice(&'static Choice),
    /// The id of something else, or a word of one of the site's open lists.
    Ref(RefKind),
    /// Region ids, or the word `all`.
    Regions,
    /// A list.
    List(&'static Kind),
    /// A mapping with fields of its own.
    Record(&'static Table),
    /// An id, or a mapping in which the id is the first field.
    RefOrRecord(&'static Table),
    /// A mapping with free keys.
    Map(&'static Kind),
    /// A web address, `https://…`.
    Url,
    /// A language tag.
    Lang,
    /// A list of cells: the rows of a table written in place.
    Cells,
}

impl Kind {
    /// The closed list that it takes its value or values from.
    pub fn choice(&self) -> Option<&'static Choice> {
        match self {
            Self::Choice(choice) => Some(choice),
            Self::List(item) => item.choice(),
            _ => None,
        }
    }

    /// What was expected where such a value could not be read.
    pub(super) fn expected(&self) -> Expected {
        match self {
            Self::YesNo => Expected::YesNo,
            Self::Number => Expected::Number,
            Self::Count => Expected::Count,
            Self::Date => Expected::Date,
            Self::When => Expected::When,
            Self::Moment => Expected::Moment,
            Self::Period => Expected::Period,
            Self::Regions => Expected::Regions,
            Self::List(_) | Self::Cells => Expected::List,
            Self::Record(_) | Self::RefOrRecord(_) | Self::Map(_) => Expected::Fields,
            Self::Url => Expected::Url,
            Self::Lang => Expected::Lang,
            Self::Ref(_) | Self::Choice(_) => Expected::Word,
            Self::Text | Self::Texts => Expected::Text,
        }
    }
}

/// A limit on a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// At most so many characters; more is an error.
    MaxChars(usize),
    /// A number of characters outside of which is a warning.
    BetweenChars(usize, usize),
    /// At most so many words; more is an error.
    MaxWords(usize),
    /// A number of items outside of which is an error.
    Items(usize, usize),
    /// A number that lies between 0 and 1.
    Fraction,
    /// The SPDX id of a licence; one that was probably meant for another is a warning.
    Licence,
    /// Where a link of a mail leads: the placeholder of a mail tool, or a whole address.
    MailLink,
    /// What keeps a document from being seen: without a value it keeps nothing, which is a warning.
    Hides,
}
