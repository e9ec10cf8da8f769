//! Markdown and HTML in a field that shows its text as it is.

use std::ops::Range;

use crate::base::Span;
use crate::diag::Diag;
use crate::diag::problem::Markdown;
use crate::yaml::{Node, Scalar, Value};

/// Names of HTML that people type for the look of a text.
const TAGS: &[&str] =
    &["a", "b", "br", "div", "em", "font", "i", "li", "p", "span", "strong", "u", "ul"];
/// The most characters of a tag.
const LONGEST_TAG: usize = 300;
/// The most characters that are repeated.
const LONGEST_SHOWN: usize = 60;

/// What is said of the first marks in the text of a value.
pub(super) fn told(node: &Node) -> Option<Diag> {
    let Value::Scalar(scalar) = &node.value else { return None };
    let text = scalar.text.as_str();
    if !text.contains(['*', ']', '<']) {
        return None;
    }
    let all = bold(text).into_iter().chain(link(text)).chain(tag(text));
    let range = all.min_by_key(|own| own.start)?;
    let marks = text.get(range.clone())?.chars().take(LONGEST_SHOWN).collect();
    let problem = Markdown::InField { marks };
    Some(Diag::at(place(scalar, &range, node.span), problem))
}

/// `**words**`.
fn bold(text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(start) = text.get(from..)?.find("**").map(|at| from + at) {
        let words = text.get(start + 2..)?;
        let end = words.find("**");
        if let Some(end) = end.filter(|_| words.starts_with(char::is_alphanumeric))
            && words.get(..end)?.ends_with(|c: char| !c.is_whitespace())
        {
            return Some(start..start + end + 4);
        }
        from = start + 2;
    }
    None
}

/// `[words](address)`.
fn link(text: &str) -> Option<Range<usize>> {
    let middle = text.find("](")?;
    let start = text.get(..middle)?.rfind('[')?;
    let address = text.get(middle + 2..)?;
    let end = address.find([')', ' ', '\n'])?;
    let is_link = end > 0 && address.get(end..)?.starts_with(')') && middle > start + 1;
    is_link.then_some(start..middle + 2 + end + 1)
}

/// `<b>`, `</b>`, `<a href="…">`.
fn tag(text: &str) -> Option<Range<usize>> {
    for (start, _) in text.match_indices('<') {
        let inside = text.get(start + 1..)?;
        let near =
            inside.char_indices().take(LONGEST_TAG).find(|(_, c)| matches!(c, '<' | '>'));
        let Some((end, '>')) = near else { continue };
        let name = inside.get(..end)?.trim_start_matches('/');
        let name = name.split([' ', '/']).next().unwrap_or_default().to_lowercase();
        if TAGS.contains(&name.as_str()) {
            return Some(start..start + end + 2);
        }
    }
    None
}

/// Where a part of the text stands: the whole value where it was written otherwise than it reads.
fn place(scalar: &Scalar, range: &Range<usize>, value: Span) -> Span {
    let whole = value.range();
    let quotes = match (scalar.quoted, whole.len().checked_sub(scalar.text.len())) {
        (_, Some(0)) => 0,
        (true, Some(2)) => 1,
        _ => return value,
    };
    let start = whole.start + quotes;
    Span::new(value.file, start + range.start, start + range.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::FileId;
    use crate::diag::Problem;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let scalar = Scalar { text: text.to_owned(), quoted: false };
        let span = Span::new(FileId(0), 10, 10 + text.len());
        let found =
            told(&Node::new(Value::Scalar(scalar), span)).map(|diag| match diag.problem {
                Problem::Markdown(Markdown::InField { marks }) => marks,
                other => panic!("{other:?}"),
            });
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn marks_are_found_and_other_signs_are_left_alone() {
        check("Het **grote** succes", Some("**grote**"));
        check("Lees [de site](https://x.nl) en **meer**", Some("[de site](https://x.nl)"));
        check("<B>meer</b>", Some("<B>"));
        check("a<br/>b", Some("<br/>"));
        for text in [
            "2 ** 3 ** 4",
            "[sic] (zie boven)",
            "[1](",
            "< 5 en > 3",
            "<naam>",
            "*|UNSUB|*",
            "a ** b",
            "bedrag** en 12**",
            "lijst[0](a b)",
        ] {
            check(text, None);
        }
    }
}
