//! E-mail addresses that are only typed, in fields and in the text: they stand on pages as links
//! do, and the catalogue is asked the same of them.

use std::cell::OnceCell;
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
        let remark = OnceCell::new();
        let mut from = 0;
        while let Some(found) = line.get(from..).and_then(find_email) {
            let place = from + found.start..from + found.end;
            let (before, behind) = (line.get(..place.start), line.get(place.end..));
            let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
            let is_hidden = if is_field {
                let begin: &Option<usize> = remark.get_or_init(|| yaml_remark(line));
                begin.is_some_and(|begin| begin <= place.start)
            } else {
                // What no address is part of, from where the last one ended.
                is_remark = is_in_remark(line.get(from..place.start).unwrap_or(""), is_remark);
                is_remark
            };
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
        is_remark = !is_field && is_in_remark(line.get(from..).unwrap_or(""), is_remark);
        start += line.len();
    }
    asks
}

/// Where a line of YAML goes on in a remark: behind a `#` that stands in no quotation marks.
fn yaml_remark(line: &str) -> Option<usize> {
    if line.trim_start().starts_with('#') {
        return Some(0);
    }
    let (mut double, mut single, mut was_space) = (false, false, false);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'#' if was_space && !double && !single => return Some(at + 1),
            b'"' => double = !double,
            b'\'' => single = !single,
            _ => {}
        }
        was_space = byte == b' ';
    }
    None
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The addresses that are asked for, in a text of which so many bytes are fields.
    fn asked(source: &str, fields: usize) -> Vec<String> {
        let asks = asks(FileId(0), source, &(fields..source.len()));
        let address = |ask: Ask| match ask {
            Ask::Link { raw: RawLink { to: To::Contact(to), .. }, .. } => Some(to),
            _ => None,
        };
        asks.into_iter().filter_map(address).collect()
    }

    #[test]
    fn what_stands_in_a_remark_of_yaml_is_not_asked() {
        for (line, is_asked) in [
            ("by: a@b.nl", true),
            ("# a@b.nl", false),
            ("by: x # a@b.nl", false),
            ("by: x #a@b.nl", false),
            ("by: x#a@b.nl", true),
            ("by: \"x # a@b.nl\"", true),
            ("by: 'x # a@b.nl'", true),
            ("by: \"x # y\" # a@b.nl", false),
            ("by: a@b.nl # x", true),
        ] {
            assert_eq!(asked(line, line.len()).len(), usize::from(is_asked), "{line}");
        }
    }

    #[test]
    fn what_stands_in_a_remark_of_html_is_not_asked() {
        let text = "a@b.nl <!-- c@d.nl e@f.nl --> g@h.nl <!-- i@j.nl\nk@l.nl --> m@n.nl";
        assert_eq!(asked(text, 0), ["mailto:a@b.nl", "mailto:g@h.nl", "mailto:m@n.nl"]);
    }
}
