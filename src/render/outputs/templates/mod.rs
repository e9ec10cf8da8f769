//! Views through templates to text. The only place that knows tera.
//!
//! A template sees the fields of its view and `t`, the texts of its language; it looks
//! nothing else up. Filters format and refuse arguments they do not know.

mod compile;
mod error;
mod escape;
mod filters;
mod fingerprint;
mod names;
mod shared;

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::base::{Lang, SourcePath};
use crate::diag::Diag;
use crate::store::{Key, KeyMaker};

pub use shared::Shared;

/// All templates of a theme, compiled once and used from many threads.
pub struct Templates {
    tera: tera::Tera,
    /// Where each template stands, by the name tera knows it by.
    paths: BTreeMap<String, SourcePath>,
    /// The texts by language.
    texts: BTreeMap<Lang, tera::Value>,
    /// The fingerprint of all this.
    start: KeyMaker,
}

/// What became of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The fingerprint of everything that the text depends on, where it was asked for.
    pub key: Option<Key>,
    /// The text; `None` when it is known already.
    pub text: Option<String>,
}

/// Whether the text of a fingerprint is known already.
pub type IsKnown<'a> = &'a dyn Fn(&Key) -> bool;

/// What is asked for: a template in a language, for a document.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The template: `pages/factsheet.html`.
    pub template: &'a str,
    /// The language of the texts.
    pub lang: &'a Lang,
    /// The document or page that is made, for messages.
    pub document: &'a str,
}

impl Templates {
    /// Converts a value that many views show, once. See [`Shared`].
    pub fn share<T: Serialize + ?Sized>(value: &T) -> Shared {
        Shared::new(value)
    }

    /// Renders a view, which must be a struct.
    ///
    /// # Errors
    /// What is wrong with the template, at its file.
    pub fn render(
        &self,
        asked: Request<'_>,
        view: impl Serialize,
    ) -> Result<String, Box<Diag>> {
        let failed = |error: &tera::Error| Box::new(error::failed(self, asked, error));
        let mut context =
            tera::Context::from_serialize(&view).map_err(|error| failed(&error))?;
        // A list of thousands is large in every form.
        drop(view);
        if let Some(texts) = self.texts.get(asked.lang) {
            context.insert_value("t", texts.clone());
        }
        self.tera.render(asked.template, &context).map_err(|error| failed(&error))
    }

    /// Renders a view whose text is not known already.
    ///
    /// # Errors
    /// What is wrong with the template, at its file.
    pub fn draw(
        &self,
        asked: Request<'_>,
        view: impl Serialize,
        is_known: Option<IsKnown<'_>>,
    ) -> Result<Drawn, Box<Diag>> {
        let key = is_known.and_then(|_| {
            let start = self.start.clone().part(asked.template.as_bytes());
            fingerprint::of(start.part(asked.lang.as_str().as_bytes()), &view)
        });
        if is_known.zip(key.as_ref()).is_some_and(|(is_known, key)| is_known(key)) {
            return Ok(Drawn { key, text: None });
        }
        let text = self.render(asked, view)?;
        Ok(Drawn { key, text: Some(text) })
    }

    /// Where a template stands, by its name with or without `default/`.
    fn path(&self, name: &str) -> Option<&SourcePath> {
        self.paths.get(name).or_else(|| self.paths.get(&format!("default/{name}")))
    }
}

impl fmt::Debug for Templates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Templates").field("paths", &self.paths).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
