//! A theme folder → `Theme`.
//!
//! Files are found, not listed: those of the site's `themes/<name>/` win one by one over the
//! default theme, which is part of the program. Texts win key by key.

mod blanks;
mod colour;
mod embedded;
mod flat;
mod load;
mod minify;
#[cfg(test)]
mod palette_tests;
mod params;
mod remarks;
mod script;
mod styles;
mod tokens;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Lang, SourcePath};
use crate::store::{Key, KeyMaker};

pub use embedded::embedded;
pub use load::OF_SITE;
pub use params::{Param, ParamKind, Params};
pub use words::{Address, Voice, Word};

/// The theme that is part of the program.
pub const DEFAULT: &str = "default";

/// The look of a site: everything of it that is no content.
#[derive(Debug, Clone, Hash)]
pub struct Theme {
    /// Its name: the folder's.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence.
    pub licence: String,
    /// What a site may set, by name.
    pub params: BTreeMap<String, Param>,
    /// The templates, sorted by name.
    pub templates: Vec<TemplateFile>,
    /// The stylesheet, all layers in order.
    pub styles: String,
    /// The scripts, sorted by name.
    pub scripts: Vec<ThemeFile>,
    /// Files that go to the site as they are: icons, logos.
    pub statics: Vec<ThemeFile>,
    /// The texts by language and key.
    pub texts: BTreeMap<Lang, BTreeMap<String, String>>,
}

impl Theme {
    /// The fingerprint of everything in it.
    pub fn key(&self) -> Key {
        KeyMaker::of("theme", "1").value(self).key()
    }
}

/// A template as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TemplateFile {
    /// What other templates call it: `pages/home.html`; the default theme's own ones also go
    /// by `default/pages/home.html`, so that an overriding file can extend them.
    pub name: String,
    /// Where it stands.
    pub path: SourcePath,
    /// Its text.
    pub text: String,
}

/// A file of a theme that goes to the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ThemeFile {
    /// Its path below the theme's folder of its kind: `filter.js`.
    pub name: String,
    /// Where it stands.
    pub path: SourcePath,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}
