//! What a page says of itself to others: previews elsewhere and managers of references.

use serde::Serialize;

/// What a preview elsewhere shows of a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Social {
    /// `article` or `website`.
    pub kind: String,
    /// The title, without the site's name.
    pub title: String,
    /// The language with its country: `nl_NL`.
    pub locale: String,
    /// The picture.
    pub image: Option<SocialImage>,
    /// The charts of the page, which previews may offer too.
    pub charts: Vec<SocialImage>,
}

/// The picture of a preview elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SocialImage {
    /// Its whole address.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What is on it.
    pub alt: String,
}

/// A line for managers of references.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Meta {
    /// `citation_title`
    pub name: String,
    /// What it says.
    pub content: String,
}
