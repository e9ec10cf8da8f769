//! The index itself; the only user of `pagefind`.
//!
//! Of what it makes, the site needs the script that looks things up, the stemmers of its
//! languages and the index; the parts for ready-made search boxes stay behind.

use std::collections::BTreeSet;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use tokio::runtime::Builder;

use crate::base::OutPath;

use super::{FOLDER, File, IndexPart, Searchable};

/// With more pages of a language than this, several share a file: hosts limit how many files a
/// site may have.
const MOST_FRAGMENTS: u32 = 1000;

/// The same of an index that has parts.
const MOST_OF_PART: u32 = 150;

/// What looks up.
const SCRIPT: &str = "pagefind.js";

/// The stemmer for languages that have none.
const NO_STEMMER: &str = "wasm.unknown.pagefind";

/// The files of a part, sorted by path.
pub(super) fn files(part: &IndexPart, pages: &[Searchable]) -> Result<Vec<File>, String> {
    let runtime = Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let most = if part.folder.is_empty() { MOST_FRAGMENTS } else { MOST_OF_PART };
    let made = runtime.block_on(made(pages, most)).map_err(|error| error.to_string())?;
    let names: BTreeSet<&str> = made.iter().map(|(name, _)| name.as_str()).collect();
    let stems = |name: &&&str| name.starts_with("wasm.") && **name != NO_STEMMER;
    let all_stem = names.iter().filter(stems).count() == languages(&names);
    let is_needed = |name: &str| {
        (name == SCRIPT && part.is_very_first)
            || name == "pagefind-entry.json"
            || name.rsplit_once('.').is_some_and(|(_, ending)| ending.starts_with("pf_"))
            || (name.starts_with("wasm.") && part.is_first && !(all_stem && name == NO_STEMMER))
    };
    let path = |name: &str| {
        let folder = if name == SCRIPT { "" } else { part.folder.as_str() };
        OutPath::new(&format!("{FOLDER}{folder}{name}"))
    };
    let needed = made.iter().filter(|(name, _)| is_needed(name));
    let mut files: Vec<File> =
        needed.filter_map(|(name, bytes)| Some((path(name)?, bytes.clone()))).collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(files)
}

/// How many languages the index has: one file of facts each.
fn languages(names: &BTreeSet<&str>) -> usize {
    names.iter().filter(|name| name.ends_with(".pf_meta")).count()
}

/// All files that the indexer makes, by their path below the folder, with `/`.
async fn made(
    pages: &[Searchable],
    most_fragments: u32,
) -> Result<Vec<(String, Vec<u8>)>, Box<dyn std::error::Error + Send + Sync>> {
    let config = PagefindServiceConfig::builder()
        .keep_index_url(true)
        .max_fragments(most_fragments)
        .build();
    let mut index = PagefindIndex::new(Some(config))?;
    for page in pages {
        index.add_html_file(None, Some(page.url.clone()), page.html.clone()).await?;
    }
    let files = index.get_files().await?;
    let named = files.into_iter().map(|file| {
        let segments: Vec<_> = file.filename.iter().map(|own| own.to_string_lossy()).collect();
        (segments.join("/"), file.contents)
    });
    Ok(named.collect())
}
