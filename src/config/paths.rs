//! The words in addresses.

use crate::base::Lang;
use crate::schema::choices;

choices! {
    /// A part of the site with an address of its own. The words are the default addresses in
    /// English and Dutch.
    Section {
        /// Factsheets.
        Factsheets = "factsheets" "factsheets",
        /// Stories.
        Stories = "stories" "verhalen",
        /// Findings.
        Findings = "findings" "bevindingen",
        /// Reports.
        Reports = "reports" "rapporten",
        /// Meetings.
        Events = "events" "bijeenkomsten",
        /// Blueprints.
        Blueprints = "blueprints" "handreikingen",
        /// Questionnaires.
        OwnEvaluation = "own-evaluation" "eigen-evaluatie",
        /// Regions.
        Regions = "regions" "regios",
        /// Topics.
        Topics = "topics" "onderwerpen",
        /// Learning questions.
        Questions = "questions" "leervragen",
        /// Sources.
        Sources = "sources" "bronnen",
        /// Glossary.
        Glossary = "glossary" "begrippen",
        /// Media credits.
        Credits = "credits" "beeldverantwoording",
        /// Newsletters.
        Newsletters = "newsletters" "nieuwsbrieven",
        /// Copy desk.
        Copy = "copy" "kopieren",
        /// Search.
        Search = "search" "zoeken",
        /// Pictures.
        Images = "images" "beeld",
    }
}

/// Folders that every site has, whatever its sections are called: of the theme, of open data, of
/// search, of pieces of mail, and what `serve` keeps for itself. What hosts are told of them would
/// go for a section too.
const FIXED: &[&str] = &["assets", "data", "items", "pagefind", "_lerend"];

/// Whether a word is a folder that a site has besides its sections, or begins the addresses of one
/// of its languages.
pub(super) fn is_fixed(word: &str, langs: &[Lang]) -> bool {
    FIXED.contains(&word) || langs.iter().skip(1).any(|lang| lang.as_str() == word)
}

/// The word of a section in addresses: Dutch on a Dutch site, English elsewhere.
pub fn default_path(section: Section, lang: &Lang) -> &'static str {
    let english = section.as_str();
    if !lang.is_dutch() {
        return english;
    }
    Section::CHOICE
        .options
        .iter()
        .find(|(key, _)| *key == english)
        .map_or(english, |(_, dutch)| dutch)
}
