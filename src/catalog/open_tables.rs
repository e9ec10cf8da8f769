//! Where the tables of open data stand.

use crate::config::Section;

use super::Catalog;

/// A table of open data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataTable {
    /// What it holds.
    pub of: TableOf,
    /// Where it stands: `data/alle-verhalen.csv`.
    pub path: String,
    /// The key of its name among the words of the site.
    pub name: &'static str,
}

/// What a table of open data holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableOf {
    /// Every key figure.
    Figures,
    /// Every story.
    Stories,
    /// Every factsheet.
    Factsheets,
    /// Every finding.
    Findings,
    /// Every region.
    Regions,
}

impl Catalog {
    /// All tables of open data, with names in the words of the site.
    pub fn open_tables(&self) -> [DataTable; 5] {
        let lang = &self.config.lang;
        // A data file of the content may well be called `regios.csv`: these are all of them.
        let (all, figures) =
            if lang.is_dutch() { ("alle", "kerncijfers") } else { ("all", "figures") };
        let table = |of, word: &str, name| {
            let path = format!("data/{all}-{word}.csv");
            DataTable { of, path, name }
        };
        let section = |section| self.config.path(section, lang);
        [
            table(TableOf::Figures, figures, "data_figures"),
            table(TableOf::Stories, section(Section::Stories), "types/story"),
            table(TableOf::Factsheets, section(Section::Factsheets), "types/factsheet"),
            table(TableOf::Findings, section(Section::Findings), "types/finding"),
            table(TableOf::Regions, section(Section::Regions), "types/region"),
        ]
    }
}
