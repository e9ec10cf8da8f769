//! Files among the content that nothing names: whoever put them there thinks that they are shown.

use std::collections::BTreeSet;

use crate::base::SourcePath;
use crate::diag::problem::{Link, Rights, Tree, Unused, UnusedForm};
use crate::diag::{Diag, Problem};
use crate::model::MediaItem;

use super::{Catalog, Input};

/// The endings of what word processors write.
const WORD_PROCESSORS: &[&str] = &["docx", "odt"];

/// Media files without a sidecar, of which nothing else was told: one that is used lacks a
/// sidecar, and that is said where it is used.
pub(super) fn media(catalog: &Catalog, others: &[Diag]) -> Vec<Diag> {
    let lacking: BTreeSet<&str> = others
        .iter()
        .filter_map(|diag| match &diag.problem {
            Problem::Rights(Rights::NoSidecar { sidecar }) => sidecar.strip_suffix(".yaml"),
            _ => None,
        })
        .collect();
    let is_told = |path: &SourcePath| lacking.contains(path.name());
    let unused = catalog.unmarked.iter().filter(|path| !is_told(path));
    unused.map(|path| told(path, form(path))).collect()
}

/// Captions and transcripts that no sidecar names.
pub(super) fn companions(input: &Input) -> Vec<Diag> {
    let named: BTreeSet<SourcePath> = input.media.iter().flat_map(named_by).collect();
    let unnamed = input.companions.keys().filter(|path| !named.contains(*path));
    unnamed.map(|path| told(path, UnusedForm::Companion)).collect()
}

/// The files beside it that a sidecar names, in whatever language.
fn named_by(item: &MediaItem) -> Vec<SourcePath> {
    let Some(file) = &item.file else { return Vec::new() };
    let keys = ["captions", "transcript"].into_iter();
    let names = keys.flat_map(|key| item.record.by_language(key));
    names.filter_map(|(_, name)| file.join(name)).collect()
}

fn form(path: &SourcePath) -> UnusedForm {
    let ending = path.extension().to_ascii_lowercase();
    if WORD_PROCESSORS.contains(&ending.as_str()) {
        UnusedForm::WordProcessor
    } else {
        UnusedForm::Medium
    }
}

/// Among the media a file may wait until somebody needs it; beside texts it was meant to be shown.
fn told(path: &SourcePath, form: UnusedForm) -> Diag {
    if path.as_str().starts_with("content/media/") {
        let problem = Link::Unused { what: Unused::File, id: path.name().to_owned() };
        return Diag::of_file(path.clone(), problem);
    }
    Diag::of_file(path.clone(), Tree::UnusedFile { path: path.to_string(), form })
}
