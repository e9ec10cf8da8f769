//! The smallest parts of a view: links, days, facts, HTML that is ready.

use serde::Serialize;

use crate::model::drawing::Words;

/// Words that may lead somewhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Link {
    /// The words.
    pub text: String,
    /// Their language, where that is not the page's.
    pub lang: Option<String>,
    /// Where they lead; `None`: the words stay without a link.
    pub url: Option<String>,
    /// Whether the address is a whole one. Otherwise it is relative to the site's start and the template puts `root` before it.
    pub external: bool,
    /// What stands behind it in small print: "PDF, 340 kB".
    pub note: Option<String>,
}

/// A day, for machines and for readers.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Day {
    /// `2021-03-18`
    pub iso: String,
    /// "18 maart 2021"
    pub shown: String,
}

/// A term with what is to be said about it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Fact {
    /// The term.
    pub term: String,
    /// What is said, as text.
    pub text: String,
    /// The language of that, where it is not the page's.
    pub lang: Option<String>,
    /// Links that follow the text.
    pub links: Vec<Link>,
}

/// A part of a body under its own heading.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct BodySection {
    /// The heading's anchor.
    pub id: String,
    /// The heading.
    pub title: String,
    /// What stands below it.
    pub html: Html,
}

/// A value of a list with its label; the value also serves as a class.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Choice {
    /// The value: `works-if`.
    pub id: String,
    /// The label: "Werkt onder voorwaarden".
    pub label: String,
}

/// What starts with a letter.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Letter<T> {
    /// The anchor: `s_a`, or `s_other`.
    pub id: String,
    /// The letter, or `#` for all that starts with none.
    pub letter: String,
    /// The page it begins on, where that is another one.
    pub url: Option<String>,
    /// What starts with it, as far as it stands on this page.
    pub items: Vec<T>,
}

/// HTML that is ready to be shown: a body, a drawing. Templates mark it `| safe`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(pub String);

impl Link {
    /// A link to a page of this site, by its address relative to the site's start.
    pub fn site(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self { text: text.into(), url: Some(url.into()), ..Self::default() }
    }

    /// A link to somewhere else, or another whole address such as `mailto:`.
    pub fn external(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self { url: Some(url.into()), external: true, ..Self::words(text) }
    }

    /// Words that lead nowhere.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl From<Words> for Link {
    fn from(words: Words) -> Self {
        Self { lang: words.lang.map(|lang| lang.to_string()), ..Self::words(words.text) }
    }
}

impl Fact {
    /// A term with a text.
    pub fn text(term: impl Into<String>, text: impl Into<String>) -> Self {
        Self { term: term.into(), text: text.into(), ..Self::default() }
    }

    /// A term with links.
    pub fn links(term: impl Into<String>, links: Vec<Link>) -> Self {
        Self { term: term.into(), links, ..Self::default() }
    }
}
