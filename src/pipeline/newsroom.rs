//! Everything that editions are made from, without making the site.

use std::sync::Arc;

use crate::base::SourcePath;
use crate::catalog::{self, Catalog, Input};
use crate::diag::{Diag, Fatal, SourceMap};
use crate::render::outputs::pages::{Shared, SiteFacts};
use crate::render::outputs::templates::Templates;
use crate::vfs::Files;

use super::loaded_theme::themed_parts;
use super::read::content;
use super::site::{as_asked, input};
use super::{Task, Visibility, assets};

/// What editions are made from.
#[derive(Debug)]
pub struct Newsroom {
    /// All documents.
    pub catalog: Catalog,
    /// What is the same on all pages.
    pub shared: Shared,
    /// What was noted on the way.
    pub diags: Vec<Diag>,
    /// The texts that the diagnostics point into.
    pub sources: SourceMap,
}

/// What a catalogue is made from, with the templates that pages are drawn by.
#[derive(Debug)]
pub struct Gathered {
    /// Everything that was parsed.
    pub input: Input,
    /// The templates of the theme; `None` when they cannot be used.
    pub templates: Option<Templates>,
    facts: SiteFacts,
    diags: Vec<Diag>,
    sources: SourceMap,
}

/// Reads the content and the theme. `Fatal` when there is no site.
pub fn gather(files: &dyn Files, task: Task<'_>) -> Result<Gathered, Fatal> {
    let mut sources = SourceMap::default();
    let mut diags = Vec::new();
    let mut content = content(files, &mut sources, None, None)?.into_value(&mut diags);
    as_asked(&mut content, task, &mut diags);
    let loaded = themed_parts(files, &content.config, &mut diags)?;
    let (_, facts) = assets::assets(&loaded.theme, &loaded.params);
    let input = input(content, task, &loaded);
    Ok(Gathered { input, templates: loaded.templates, facts, diags, sources })
}

/// Reads the content and brings it together; the document at `ready` counts as no draft.
/// `Fatal` when there is no site.
pub fn newsroom(
    files: &dyn Files,
    task: Task<'_>,
    ready: Option<&SourcePath>,
) -> Result<Newsroom, Fatal> {
    let Gathered { mut input, facts, mut diags, sources, .. } = gather(files, task)?;
    for own in &mut input.documents {
        if Some(&own.meta.path) == ready {
            Arc::make_mut(&mut own.meta).head.draft = false;
        }
    }
    let policy = input.config.policy.clone();
    let catalog = catalog::build(input, None).into_value(&mut diags);
    let preview = task.options.visibility == Visibility::Preview;
    let shared = Shared::new(&catalog, &facts, preview);
    policy.apply(&mut diags);
    diags.sort_by(|a, b| a.place.cmp(&b.place));
    Ok(Newsroom { catalog, shared, diags, sources })
}
