//! What stands below a drawing: the data and their source.

use crate::base::{UrlPath, escape_text};
use crate::model::Target;
use crate::model::drawing::SourceLink;

use super::Frame;

/// Appends the links to the CSV file and to the source; nothing when there is neither.
pub(super) fn footer(
    out: &mut String,
    csv: Option<&UrlPath>,
    source: Option<&SourceLink>,
    frame: &Frame<'_>,
) {
    if csv.is_none() && source.is_none() {
        return;
    }
    out.push_str("<p class=\"source\">");
    if let Some(csv) = csv {
        let target = Target::Site { url: csv.clone(), fragment: None };
        frame.link(out, frame.words.csv, &target);
    }
    if csv.is_some() && source.is_some() {
        out.push_str(" · ");
    }
    if let Some(source) = source {
        escape_text(out, frame.words.source);
        out.push_str(": ");
        frame.link(out, &source.label, &source.target);
    }
    out.push_str("</p>");
}
