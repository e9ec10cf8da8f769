//! An edition of the newsletter as a web page.

use serde::Serialize;

use super::{Card, Colophon, Group, Head, Html, KeyFigure, Link, Quote};

/// An edition of the newsletter as a web page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Edition {
    /// Its top.
    pub head: Head,
    /// Its number.
    pub number: Option<String>,
    /// What stands before the items.
    pub intro: Option<Html>,
    /// The items by rubric.
    pub rubrics: Vec<Group<EditionItem>>,
    /// What stands behind the items.
    pub closing: Option<Html>,
    /// The edition before.
    pub older: Option<Link>,
    /// The edition after.
    pub newer: Option<Link>,
    /// Where to subscribe.
    pub subscribe: Option<Link>,
    /// What it says about itself.
    pub colophon: Option<Colophon>,
}

/// An item of an edition.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EditionItem {
    /// `large`, `small`, `line`, `figure`, `quote`; also a class.
    pub style: String,
    /// The document, with the newsletter's title and text.
    pub card: Card,
    /// For `figure`.
    pub figure: Option<KeyFigure>,
    /// For `quote`.
    pub quote: Option<Quote>,
}
