//! Ordinary pages, and pages that only say where to go.

use serde::Serialize;

use super::{Card, Choice, Colophon, Day, Head, Html, Link};

/// An ordinary page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Article {
    /// Its top.
    pub head: Head,
    /// The picture above the body.
    pub picture: Option<Html>,
    /// The headings of a long body, to choose from.
    pub toc: Vec<Choice>,
    /// The body.
    pub body: Html,
    /// Documents below it.
    pub cards: Vec<Card>,
    /// What it says about itself.
    pub colophon: Option<Colophon>,
}

/// The page for addresses that lead nowhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NotFound {
    /// Its top.
    pub head: Head,
    /// Where to go instead.
    pub links: Vec<Link>,
    /// The same in the other languages of the site.
    pub others: Vec<NotFoundIn>,
}

/// What the page for addresses that lead nowhere says in another language.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NotFoundIn {
    /// The language.
    pub lang: String,
    /// That the page is not there.
    pub title: String,
    /// What a reader can do.
    pub help: String,
    /// Where to go instead.
    pub links: Vec<Link>,
}

/// What is left of a withdrawn document.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Withdrawn {
    /// Its top.
    pub head: Head,
    /// When it was withdrawn.
    pub day: Option<Day>,
    /// Why.
    pub reason: String,
    /// Where to go instead.
    pub links: Vec<Link>,
}

/// A page that moved. It has no frame.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Redirect {
    /// The language.
    pub lang: String,
    /// The title of the new page.
    pub title: String,
    /// Its address, relative to this page or whole.
    pub url: String,
    /// Its whole address.
    pub canonical: String,
}
