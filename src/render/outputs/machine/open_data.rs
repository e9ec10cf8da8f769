//! The tables of open data: their names in the site's words, and their texts.
//!
//! Column names and values of closed lists are the keys of the content model, in English and
//! the same in every site, so that programs can rely on them. Made-up samples are left out.

use crate::catalog::{Catalog, DataTable, TableOf};

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
    let strings = catalog.strings(&catalog.config.lang);
    let table = |DataTable { of, path, name }| OpenTable {
        title: strings.map_or_else(|| path.clone(), |strings| strings.text(name).to_owned()),
        path,
        text: match of {
            TableOf::Figures => tables::figures,
            TableOf::Stories => tables::stories,
            TableOf::Factsheets => tables::factsheets,
            TableOf::Findings => tables::findings,
            TableOf::Regions => tables::regions,
        },
    };
    catalog.open_tables().into_iter().map(table).collect()
}
