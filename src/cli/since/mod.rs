//! `check --since`: strict on what a change touches, and on what it breaks elsewhere; the rest
//! only warns, so that one colleague's mistake does not stop another.

mod comment;
mod git;
mod tree;

use std::collections::BTreeSet;
use std::path::Path;

use self::comment::{Before, Comment};
use super::put;
use super::run::Call;
use crate::diag::draw::{self, Format, Style};
use crate::diag::{Diag, Fatal, Language, Place, Severity, SourceMap};
use crate::pipeline::{self, Built, Options, Rebuild, SiteBuilt};
use crate::vfs::Env;

/// A change: what it touches, and the site before it.
pub(super) struct Change {
    /// The files it touches, relative to the root of the site.
    touched: BTreeSet<String>,
    /// The site before it; `None` where there was none.
    before: Option<SiteBuilt>,
}

impl Change {
    /// Finds out what changed since a revision: since the work branched off from it, where
    /// that is known.
    pub(super) fn since(revision: &str, options: &Options, env: &Env) -> Result<Self, Fatal> {
        let repository = git::Repository::open(&options.root, revision)?;
        let touched = repository.touched()?;
        let tree = tree::Tree::of(&repository, &touched)?;
        // The change that makes a site.
        let was_there = pipeline::exists(&tree)?;
        let before = || Rebuild::new(options.clone(), env.clone()).squeezing().site(&tree);
        let before = was_there.then(before).transpose()?;
        Ok(Self { touched, before })
    }

    /// Lowers errors that were there before and that the change does not touch to warnings,
    /// and leaves out what else there is to say of files that it does not touch.
    pub(super) fn judge(&self, built: &mut Built) {
        let known = |before: &SiteBuilt| -> BTreeSet<String> {
            before.diags.iter().map(|diag| key(diag, &before.sources)).collect()
        };
        let known = self.before.as_ref().map(known).unwrap_or_default();
        let sources = &built.sources;
        built.diags.retain_mut(|diag| {
            let places =
                std::iter::once(&diag.place).chain(diag.related.iter().map(|own| &own.place));
            let mut paths = places.filter_map(|place| path(place, sources));
            if paths.any(|path| self.touched.contains(&path)) {
                return true;
            }
            if !diag.is_error() {
                return false;
            }
            if known.contains(&key(diag, sources)) {
                diag.severity = Severity::Warning;
            }
            true
        });
    }

    /// Writes what changes on the site, in plain words, as Markdown for a comment.
    pub(super) fn comment(
        &self,
        file: &Path,
        base_url: Option<&str>,
        built: &Built,
        call: &Call<'_, '_>,
    ) -> Result<(), Fatal> {
        let language = call.style.language;
        let comment = Comment { built, base_url, touched: &self.touched, language };
        let before = match &self.before {
            None => Before::NoSite,
            Some(before) => before.output.as_deref().map_or(Before::Broken, Before::Site),
        };
        let text = comment.text(before);
        put::named(&call.around.folder.join(file), text.as_bytes())
    }
}

/// The file that a place lies in.
fn path(place: &Place, sources: &SourceMap) -> Option<String> {
    match place {
        Place::Span(span) => sources.path(span.file).map(ToString::to_string),
        Place::File(path) => Some(path.to_string()),
        Place::Output(_) | Place::Nowhere => None,
    }
}

/// What a problem says and of which file, without its line: lines move.
fn key(diag: &Diag, sources: &SourceMap) -> String {
    let style =
        Style { format: Format::Json, language: Language::En, colour: false, width: 100 };
    let json = draw::all(std::slice::from_ref(diag), sources, &style);
    let object: serde_json::Value = serde_json::from_str(json.trim()).unwrap_or_default();
    let part = |key: &str| object.get(key).map(ToString::to_string).unwrap_or_default();
    [part("code"), part("path"), part("message")].join(" ")
}
