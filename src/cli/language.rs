//! The language of messages: `--language`, then `site.yaml`, then `LANG`, then English.

use std::path::Path;

use super::args::Global;
use super::surroundings::Surroundings;
use crate::base::{FileId, OffsetMap, SourcePath};
use crate::diag::Language;
use crate::vfs::{Disk, Files};
use crate::yaml;

/// Chooses it. `site.yaml` is only glanced at: what is wrong with it is told by the build, and
/// that needs a language first.
pub(super) fn language(global: &Global, root: &Path, around: &Surroundings) -> Language {
    global
        .language
        .map(Language::from)
        .or_else(|| of_site(root))
        .or_else(|| around.lang.as_deref().and_then(Language::parse))
        .unwrap_or_default()
}

fn of_site(root: &Path) -> Option<Language> {
    let files = Disk::open(root).ok()?;
    let bytes = files.read(&SourcePath::new("content/site.yaml")?).ok()??;
    let text = std::str::from_utf8(&bytes).ok()?;
    let site = yaml::read(text, &OffsetMap::whole(FileId(0), 0)).value?;
    let entry = site.entry("language").or_else(|| site.entry("taal"))?;
    Language::parse(entry.value.as_text()?.value)
}
