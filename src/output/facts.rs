//! What is known about a finished file without reading it again.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::OutPath;

use super::{Hash, css, markup};

/// The facts of a finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The fingerprint of its bytes.
    pub hash: Hash,
    /// Its size in bytes.
    pub bytes: u64,
    /// What a browser finds in it, when it is HTML, SVG or CSS.
    pub markup: Option<Arc<Markup>>,
}

/// What a browser finds in a file of HTML, SVG or CSS.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Markup {
    /// What kind of file it is.
    pub kind: Kind,
    /// `lang` of the root element.
    pub language: Option<String>,
    /// The text of the page's `title`, without double spaces.
    pub title: Option<String>,
    /// `href` of the `base` element.
    pub base: Option<String>,
    /// Whether a `meta refresh` sends the reader on at once.
    pub redirects: bool,
    /// Every id, and the names of old-style anchors.
    pub ids: BTreeSet<Box<str>>,
    /// Ids that stand there more than once.
    pub repeated_ids: BTreeSet<Box<str>>,
    /// Headings in their order on the page.
    pub headings: Vec<Heading>,
    /// Addresses in the file, each once, sorted. `data:` addresses are left out.
    pub links: Vec<Link>,
    /// The addresses of pictures without `alt`.
    pub images_without_alt: Vec<Box<str>>,
}

/// What kind of file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Kind {
    /// A whole page, with an `html` element.
    #[default]
    Page,
    /// A piece of HTML.
    Fragment,
    /// A drawing.
    Svg,
    /// A style sheet.
    Css,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Its level, 1 to 6.
    pub level: u8,
    /// Its text, without double spaces.
    pub text: String,
}

/// The name of an attribute that is known to the program.
pub(super) type Attribute = &'static str;

/// An address in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Link {
    /// What a browser does with it.
    pub role: Role,
    /// The attribute that holds it; `css` for `url(…)` and `@import`.
    #[serde(deserialize_with = "super::facts_kept::attribute")]
    pub attribute: Attribute,
    /// The address as written, character references resolved.
    pub address: Box<str>,
}

/// What a browser does with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// Fetches it while showing the page.
    Load,
    /// Goes there when the reader asks for it.
    Follow,
    /// Nothing: it is for search engines, feed readers and previews.
    Mention,
}

impl Facts {
    /// The facts of these bytes at a path. `known` are the facts of the same path earlier,
    /// whose markup is used again when the bytes are the same.
    pub fn of(path: &OutPath, bytes: &[u8], known: Option<&Self>) -> Self {
        let hash = Hash::of(bytes);
        let size = bytes.len() as u64;
        let markup = match known {
            Some(known) if known.hash == hash => known.markup.clone(),
            _ => read(path, bytes).map(Arc::new),
        };
        Self { hash, bytes: size, markup }
    }
}

fn read(path: &OutPath, bytes: &[u8]) -> Option<Markup> {
    match path.as_str().rsplit_once('.')?.1 {
        "html" | "htm" => Some(markup::read(bytes, Kind::Fragment)),
        "svg" => Some(markup::read(bytes, Kind::Svg)),
        "css" => Some(style_sheet(bytes)),
        _ => None,
    }
}

fn style_sheet(bytes: &[u8]) -> Markup {
    let text = String::from_utf8_lossy(bytes);
    let mut found = Markup { kind: Kind::Css, ..Markup::default() };
    css::addresses(&text, |address| found.add_link(Role::Load, "css", address));
    found.settle();
    found
}

impl Markup {
    /// Notes an address, unless it carries its own content or is empty of meaning.
    pub(super) fn add_link(&mut self, role: Role, attribute: &'static str, address: &str) {
        let starts_data =
            address.trim_start().get(..5).is_some_and(|s| s.eq_ignore_ascii_case("data:"));
        if !starts_data {
            self.links.push(Link { role, attribute, address: address.into() });
        }
    }

    /// Brings the links in their order, each once, and gives back room that is not needed:
    /// what is known of every page stays in memory.
    pub(super) fn settle(&mut self) {
        self.links.sort_unstable();
        self.links.dedup();
        self.links.shrink_to_fit();
        self.headings.shrink_to_fit();
    }
}
