//! What is known about a finished file without reading it again.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::OutPath;

use super::{Hash, Headings, Ids, Links, markup};

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
    pub language: Option<Box<str>>,
    /// The text of the page's `title`, without double spaces.
    pub title: Option<Box<str>>,
    /// `href` of the `base` element.
    pub base: Option<Box<str>>,
    /// Whether a `meta refresh` sends the reader on at once.
    pub redirects: bool,
    /// Every id, and the names of old-style anchors.
    pub ids: Ids,
    /// Ids that stand there more than once.
    pub repeated_ids: BTreeSet<Box<str>>,
    /// Headings in their order on the page.
    pub headings: Headings,
    /// Addresses in the file. `data:` addresses are left out.
    pub links: Links,
    /// The addresses of pictures without `alt`.
    pub images_without_alt: Box<[Box<str>]>,
    /// Scripts and styles that stand in the page itself, each kind once: `<script>`, `style=""`.
    pub inline_code: Box<[Box<str>]>,
}

/// What kind of file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
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

/// The attribute that holds an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the attribute of that name")]
pub enum Attribute {
    Action,
    Background,
    Content,
    /// `url(…)` and `@import`.
    Css,
    Data,
    FormAction,
    Href,
    Poster,
    Src,
    SrcSet,
    XlinkHref,
}

/// An address in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link<'a> {
    /// What a browser does with it.
    pub role: Role,
    /// The attribute that holds it.
    pub attribute: Attribute,
    /// The address as written, character references resolved.
    pub address: &'a str,
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
        "css" => Some(markup::style_sheet(bytes)),
        _ => None,
    }
}
