//! The tables of open data: their names in the site's words, and their texts.
//!
//! Column names and values of closed lists are the keys of the content model, in English and
//! the same in every site, so that programs can rely on them. Made-up samples are left out.

use crate::catalog::Catalog;
use crate::config::Section;

use super::tables;

/// A table of open data.
#[derive(Debug, Clone)]
pub(super) struct OpenTable {
    /// Where it stands: `data/alle-verhalen.csv`.
    pub(super) path: String,
    /// What it holds, in words: "Verhalen".
    pub(super) title: String,
    /// Makes the table.
    pub(super) text: fn(&Catalog) -> String,
}

/// All tables.
pub(super) fn tables(catalog: &Catalog) -> Vec<OpenTable> {
    let config = &catalog.config;
    let lang = &config.lang;
    let section = |section: Section| config.path(section, lang).to_owned();
    // A data file of the content may well be called `regios.csv`: these are all of them.
    let (all, figures) = match lang.as_str() {
        "nl" => ("alle", "kerncijfers"),
        _ => ("all", "figures"),
    };
    let strings = catalog.strings(lang);
    let table = |word: String, key: &str, text: fn(&Catalog) -> String| OpenTable {
        path: format!("data/{all}-{word}.csv"),
        title: strings.map_or_else(|| word.clone(), |strings| strings.text(key).to_owned()),
        text,
    };
    vec![
        table(figures.to_owned(), "data_figures", tables::figures),
        table(section(Section::Stories), "types/story", tables::stories),
        table(section(Section::Factsheets), "types/factsheet", tables::factsheets),
        table(section(Section::Findings), "types/finding", tables::findings),
        table(section(Section::Regions), "types/region", tables::regions),
    ]
}
