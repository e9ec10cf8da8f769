//! Views through templates to text. The only place that knows tera.
//!
//! A template sees the fields of its view and `t`, the texts of its language; it looks
//! nothing else up. Filters format and refuse arguments they do not know.

mod compile;
mod error;
mod escape;
mod filters;
mod shared;

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::base::{Lang, SourcePath};
use crate::diag::Diag;

pub use shared::Shared;

/// All templates of a theme, compiled once and used from many threads.
pub struct Templates {
    tera: tera::Tera,
    /// Where each template stands, by the name tera knows it by.
    paths: BTreeMap<String, SourcePath>,
    /// The texts by language.
    texts: BTreeMap<Lang, tera::Value>,
}

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
        view: &impl Serialize,
    ) -> Result<String, Box<Diag>> {
        let failed = |error: &tera::Error| Box::new(error::failed(self, asked, error));
        let mut context =
            tera::Context::from_serialize(view).map_err(|error| failed(&error))?;
        if let Some(texts) = self.texts.get(asked.lang) {
            context.insert_value("t", texts.clone());
        }
        self.tera.render(asked.template, &context).map_err(|error| failed(&error))
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
