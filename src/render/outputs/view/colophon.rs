//! What every document says about itself at its end.

use serde::Serialize;

use super::{Choice, Day, Link};

/// What a document says about itself at its end.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Colophon {
    /// Its topics.
    pub topics: Vec<Link>,
    /// The regions it is about.
    pub regions: Vec<Link>,
    /// For whom it is.
    pub audience: Vec<String>,
    /// The same, each with its language where that is not the page's.
    pub audience_words: Vec<Link>,
    /// What it rests on.
    pub sources: Vec<SourceRef>,
    /// What was changed since it was published, newest first.
    pub changes: Vec<Change>,
    /// What it replaces.
    pub replaces: Vec<Link>,
    /// What replaces it.
    pub replaced_by: Vec<Link>,
    /// Who looks after it.
    pub owner: Option<Link>,
    /// Until when it was promised to be checked.
    pub review_by: Option<Day>,
    /// Its licence.
    pub licence: Option<Link>,
    /// How to refer to it.
    pub cite: Option<Citation>,
    /// What can be downloaded.
    pub downloads: Vec<Link>,
}

/// A source that is referred to.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SourceRef {
    /// Its title, leading to the page of sources.
    pub link: Link,
    /// Who made it.
    pub author: String,
    /// When, in words.
    pub when: Option<String>,
    /// Which pages.
    pub pages: Option<String>,
    /// The label of its kind.
    pub kind: String,
    /// The source itself, elsewhere.
    pub original: Option<Link>,
}

/// A change since publication.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Change {
    /// When.
    pub day: Day,
    /// correction, addition, editorial.
    pub kind: Choice,
    /// What was changed.
    pub text: String,
}

/// How to refer to a document.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Citation {
    /// The reference, without the address.
    pub text: String,
    /// The whole address.
    pub url: String,
}
