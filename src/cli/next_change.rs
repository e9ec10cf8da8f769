//! When the site changes by itself: a line on the terminal, and two files in the store.

use std::path::{Path, PathBuf};

use super::args::SiteArgs;
use super::run::Call;
use crate::base::Lang;
use crate::catalog::Catalog;
use crate::diag::problem::{Host, NoStore};
use crate::diag::{Diag, Language, Place};
use crate::render::outputs::next_change;
use crate::store;

/// Where work and facts that are no part of the site are kept.
pub(super) fn store_folder(site: &SiteArgs, call: &Call<'_, '_>) -> PathBuf {
    let named = site.store.as_ref().map(|folder| call.around.folder.join(folder));
    named.unwrap_or_else(|| call.root.join(".lerend"))
}

/// Whether the two files are there.
#[expect(clippy::disallowed_methods, reason = "the store is no part of content or output")]
pub(super) fn is_told(folder: &Path) -> bool {
    ["next-change.json", "next-change.ics"].iter().all(|name| folder.join(name).exists())
}

/// Writes `next-change.json` and `next-change.ics` into a folder, where one is named. Returns the
/// line that says when the site changes by itself, which is empty when it does not, and why the
/// files could not be written. The site stands without them.
pub(super) fn tell(
    catalog: &Catalog,
    folder: Option<&Path>,
    language: Language,
) -> (String, Option<Diag>) {
    let turns = catalog.turns();
    let base_url = &catalog.config.base_url;
    let calendar = next_change::calendar(&turns, base_url, &catalog.config.lang);
    let json = next_change::json(&turns, base_url);
    let trouble = folder.and_then(|folder| {
        let why = keep(folder, [("next-change.json", &json), ("next-change.ics", &calendar)]);
        let path = folder.display().to_string();
        let told = |why| Diag::new(Place::Nowhere, Host::NoNextChange { path, why });
        why.err().map(told)
    });
    let lang = Lang::new(language.as_str()).unwrap_or_else(Lang::nl);
    let line = next_change::line(&turns, &lang);
    (line.map_or_else(String::new, |line| format!("{line}\n")), trouble)
}

/// Writes files where nothing else stands: what is under embargo is told to nobody else who uses
/// that folder.
fn keep(folder: &Path, files: [(&str, &String); 2]) -> Result<(), NoStore> {
    if !store::is_free(folder) {
        return Err(NoStore::Taken);
    }
    files.iter().try_for_each(|(name, text)| write(folder, name, text))
}

/// Writes a file unless it says the same already.
#[expect(clippy::disallowed_methods, reason = "the store is no part of content or output")]
fn write(folder: &Path, name: &str, text: &str) -> Result<(), NoStore> {
    let path = folder.join(name);
    if std::fs::read(&path).is_ok_and(|known| known == text.as_bytes()) {
        return Ok(());
    }
    let ignored = folder.join(".gitignore");
    std::fs::create_dir_all(folder)
        .and_then(|()| match std::fs::File::create_new(&ignored) {
            // What is kept here tells what is under embargo: it is nobody else's.
            Ok(mut new) => std::io::Write::write_all(&mut new, b"*\n"),
            Err(_) => Ok(()),
        })
        .and_then(|()| std::fs::write(&path, text))
        .map_err(|error| NoStore::System(error.to_string()))
}
