//! What a picture, a data file or a list is for: the documents that use it.

use std::fmt::Write as _;

use super::Asked;
use crate::base::SourcePath;
use crate::catalog::Ingredients;
use crate::config;
use crate::diag::{Fatal, Language};
use crate::vfs::Files;

impl Asked<'_> {
    /// The documents that use a file of the content tree; `None` when there is no such file.
    pub(super) fn of_part(&self, path: &str) -> Result<Option<String>, Fatal> {
        let Some(source) = SourcePath::new(path).filter(|_| path.starts_with("content/"))
        else {
            return Ok(None);
        };
        if self.files.read(&source)?.is_none() {
            return Ok(None);
        }
        if path == config::PATH {
            let said = match self.language {
                Language::Nl => "de instellingen: alle pagina's gebruiken ze",
                Language::En => "the settings: all pages use them",
            };
            return Ok(Some(format!("{path}: {said}.\n")));
        }
        let part = Part::new(path);
        let entries = self.made.catalog.entries().iter().enumerate();
        let users: Vec<&SourcePath> = entries
            .filter(|(at, _)| part.is_in(&self.made.catalog.ingredients(*at)))
            .map(|(_, entry)| &entry.document.path)
            .collect();
        let mut said = match (self.language, users.is_empty()) {
            (Language::Nl, true) => format!("{path}: geen enkel document gebruikt dit.\n"),
            (Language::En, true) => format!("{path}: no document uses this.\n"),
            (Language::Nl, false) => format!("{path} wordt gebruikt door:\n"),
            (Language::En, false) => format!("{path} is used by:\n"),
        };
        for user in users {
            let _ = writeln!(said, "  {user}");
        }
        Ok(Some(said))
    }
}

/// A file that documents use.
enum Part<'a> {
    /// A list of the vocabulary, by its name.
    List(&'a str),
    /// A file of media or data. What stands beside a media file belongs to it.
    File(&'a str),
}

impl<'a> Part<'a> {
    fn new(path: &'a str) -> Self {
        let plain = path.strip_suffix(".yaml");
        match plain.and_then(|plain| plain.strip_prefix("content/vocabulary/")) {
            Some(name) => Self::List(name),
            None => Self::File(plain.unwrap_or(path)),
        }
    }

    fn is_in(&self, own: &Ingredients) -> bool {
        match self {
            Self::List(name) => own.lists.contains(name),
            Self::File(path) => {
                own.media.iter().chain(&own.data).any(|at| at.as_str() == *path)
            }
        }
    }
}
