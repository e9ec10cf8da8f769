//! What the rest of the site needs of a text, which is known again as long as it is the same.

use serde::{Deserialize, Serialize};

use crate::base::FileId;
use crate::model::Ask;
use crate::schema::{FlatRecord, Reference};
use crate::store::Key;

/// The gist of a text of which nothing is wrong: all that a document says but for the tree of its
/// text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gist {
    /// Its fields; `None` when something is wrong with them, which is said every time.
    pub fields: Option<FlatRecord>,
    /// How many words the text of a factsheet has.
    pub words: Option<usize>,
    /// The first paragraph, as plain text.
    pub first_paragraph: Option<String>,
    /// The anchors of the headings.
    pub anchors: Vec<String>,
    /// The ids that the fields and the components of the text name, each with its place.
    pub references: Vec<Reference>,
    /// What the text asks of the catalogue.
    pub asks: Vec<Ask>,
}

/// The gists of texts that were read in earlier builds. A key stands for everything that a gist
/// depends on, but for the number of the file: other files may have come or gone.
pub trait Gists: Sync {
    /// The gist of this key, its places in this file.
    fn find(&self, key: &Key, file: FileId) -> Option<Gist>;

    /// Keeps a gist.
    fn keep(&self, key: &Key, gist: &Gist);
}
