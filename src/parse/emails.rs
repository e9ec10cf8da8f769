//! E-mail addresses that are only typed, in fields and in the text: they stand on pages as links
//! do, and the catalogue is asked the same of them.

use std::ops::Range;

use crate::base::{FileId, Span, find_email};
use crate::model::{Ask, RawLink, To};

/// What the addresses in a file ask. Those of links are asked by the links; those in remarks are
/// on no page.
pub(super) fn asks(file: FileId, source: &str, body: &Range<usize>) -> Vec<Ask> {
    let mut asks = Vec::new();
    if !source.contains('@') {
        return asks;
    }
    let mut start = 0;
    let mut is_remark = false;
    for line in source.split_inclusive('\n') {
        let is_field = start < body.start;
        let mut from = 0;
        while let Some(found) = line.get(from..).and_then(find_email) {
            let place = from + found.start..from + found.end;
            let (before, behind) = (line.get(..place.start), line.get(place.end..));
            let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
            let is_hidden =
                if is_field { is_yaml_remark(before) } else { is_in_remark(before, is_remark) };
            let is_link = before.ends_with("mailto:")
                || (before.ends_with('<') && behind.starts_with('>'));
            if !is_hidden && !is_link {
                let address = line.get(place.clone()).unwrap_or_default();
                let to = To::Contact(format!("mailto:{address}"));
                let span = Span::new(file, start + place.start, start + place.end);
                asks.push(Ask::Link { raw: RawLink { to, span }, words: None });
            }
            from = place.end;
        }
        is_remark = !is_field && is_in_remark(line, is_remark);
        start += line.len();
    }
    asks
}

/// Whether a line of YAML goes on in a remark: behind a `#` that stands in no quotation marks.
fn is_yaml_remark(before: &str) -> bool {
    let is_closed = |value: &str| {
        ['"', '\''].iter().all(|mark| value.matches(*mark).count().is_multiple_of(2))
    };
    let mut marks = before.match_indices(" #").filter_map(|(at, _)| before.get(..at));
    before.trim_start().starts_with('#') || marks.any(is_closed)
}

/// Whether Markdown goes on in a remark of HTML.
fn is_in_remark(before: &str, was_in: bool) -> bool {
    match (before.rfind("<!--"), before.rfind("-->")) {
        (Some(open), Some(close)) => open > close,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => was_in,
    }
}
