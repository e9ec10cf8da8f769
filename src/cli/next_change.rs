//! When the site changes by itself: a line on the terminal, and two files in the store.

use std::path::{Path, PathBuf};

use super::args::SiteArgs;
use super::run::Call;
use crate::base::Lang;
use crate::catalog::Catalog;
use crate::diag::problem::{Host, NoStore};
use crate::diag::{Diag, Language, Place};
use crate::output::Hash;
use crate::plain;
use crate::render::outputs::next_change;
use crate::store;

/// Where work and facts that are no part of the site are kept.
pub(super) fn store_folder(site: &SiteArgs, call: &Call<'_, '_>) -> PathBuf {
    let named = site.store.as_ref().map(|folder| call.around.folder.join(folder));
    named.unwrap_or_else(|| call.root.join(".lerend"))
}

/// The two files.
const JSON: &str = "next-change.json";
const CALENDAR: &str = "next-change.ics";

/// The fingerprint of the two files as they stand: another site, or another day, may have written
/// them since. `None` when one is not there.
pub(super) fn standing(folder: &Path) -> Option<String> {
    let read = |name| plain::read(&folder.join(name)).ok();
    let files = [read(JSON)?, read(CALENDAR)?].map(|bytes| Hash::of(&bytes));
    Some(Hash::of(&files.each_ref().map(Hash::as_bytes).concat()).to_string())
}

/// Writes `next-change.json` and `next-change.ics` into a folder, where one is named. Returns the
/// line that says when the site changes by itself, which is empty when it does not, and why the
/// files could not be written. The site stands without them.
pub(super) fn tell(
    catalog: &Catalog,
    root: &Path,
    folder: Option<&Path>,
    language: Language,
) -> (String, Option<Diag>) {
    let turns = catalog.turns();
    let base_url = &catalog.config.base_url;
    let calendar = next_change::calendar(&turns, base_url, &catalog.config.lang);
    let json = next_change::json(&turns, base_url);
    let trouble = folder.and_then(|folder| {
        let why = keep(root, folder, [(JSON, &json), (CALENDAR, &calendar)]);
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
fn keep(root: &Path, folder: &Path, files: [(&str, &String); 2]) -> Result<(), NoStore> {
    if let Some(link) = store::link_within(root, folder) {
        return Err(NoStore::Linked(link.display().to_string()));
    }
    store::look(folder)?;
    files.iter().try_for_each(|(name, text)| write(folder, name, text))
}

/// Writes a file unless it says the same already.
fn write(folder: &Path, name: &str, text: &str) -> Result<(), NoStore> {
    if plain::read(&folder.join(name)).is_ok_and(|known| known == text.as_bytes()) {
        return Ok(());
    }
    Ok(store::note(folder, name, text)?)
}
