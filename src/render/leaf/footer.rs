//! What stands below a drawing: the data, the drawing as a picture, and the source.

use crate::base::{UrlPath, escape_attribute, escape_text};
use crate::model::Target;
use crate::model::drawing::SourceLink;

use super::{DOT, Frame};

/// What can be taken along of a drawing, and where its data come from.
#[derive(Debug, Default)]
pub(super) struct Below<'a> {
    /// The CSV file.
    pub(super) csv: Option<&'a UrlPath>,
    /// The name of a picture that stands beside the page.
    pub(super) picture: Option<&'a str>,
    /// The source.
    pub(super) source: Option<&'a SourceLink>,
}

/// Appends the links to these; nothing when there are none.
pub(super) fn footer(out: &mut String, below: &Below<'_>, frame: &Frame<'_>) {
    let mut parts: Vec<String> = Vec::new();
    if let Some(csv) = below.csv {
        let mut part = String::new();
        frame.link(
            &mut part,
            frame.words.csv,
            &Target::Site { url: csv.clone(), fragment: None },
        );
        parts.push(part);
    }
    if let Some(name) = below.picture {
        let mut part = "<a href=\"".to_owned();
        escape_attribute(&mut part, name);
        part.push_str("\">");
        escape_text(&mut part, frame.words.picture);
        part.push_str("</a>");
        parts.push(part);
    }
    if let Some(source) = below.source {
        let mut part = format!("{}: ", frame.words.source);
        frame.link(&mut part, &source.label, &source.target);
        parts.push(part);
    }
    if !parts.is_empty() {
        out.push_str("<p class=\"source\">");
        out.push_str(&parts.join(DOT));
        out.push_str("</p>");
    }
}
