//! Where in the source an address stands: the parser tells the place of a whole link only.

use std::ops::Range;

/// The place of the address of `[words](address "title")`. `range` is the whole link,
/// `words_end` where its words end; `address` is what the parser read.
pub(super) fn inline(
    text: &str,
    range: &Range<usize>,
    words_end: usize,
    address: &str,
) -> Option<Range<usize>> {
    let gap = text.get(words_end..range.end)?;
    let open = gap.find("](")? + 2;
    let found = destination(text, words_end + open..range.end.checked_sub(1)?)?;
    fits(text, &found, address).then_some(found)
}

/// The place of the address in a definition `[label]: address "title"`.
pub(super) fn of_definition(
    text: &str,
    range: &Range<usize>,
    address: &str,
) -> Option<Range<usize>> {
    let whole = text.get(range.clone())?;
    let from = range.start + whole.find("]:")? + 2;
    let found = destination(text, from..range.end)?;
    fits(text, &found, address).then_some(found)
}

/// The first address in a range: up to white space, or between `<` and `>`.
fn destination(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let start = range.start + (part.len() - part.trim_start().len());
    let part = text.get(start..range.end)?;
    if let Some(inner) = part.strip_prefix('<') {
        return Some(start + 1..start + 1 + inner.find('>')?);
    }
    Some(start..start + part.find(char::is_whitespace).unwrap_or(part.len()))
}

/// Whether what stands there is what the parser read. With entities or escapes it is not the
/// same to the letter, and then the place is trusted.
fn fits(text: &str, found: &Range<usize>, address: &str) -> bool {
    text.get(found.clone()).is_some_and(|there| {
        !there.is_empty() && (there == address || there.contains(['&', '\\']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(link: &str, words_end: usize, address: &str) -> Option<String> {
        let found = inline(link, &(0..link.len()), words_end, address)?;
        link.get(found).map(str::to_owned)
    }

    #[test]
    fn the_address_is_found_within_its_link() {
        assert_eq!(check("[a](b.md)", 2, "b.md").as_deref(), Some("b.md"));
        assert_eq!(check("[a]( <b c.md> \"t\")", 2, "b c.md").as_deref(), Some("b c.md"));
        assert_eq!(check("[](b(c).md 't')", 1, "b(c).md").as_deref(), Some("b(c).md"));
        assert_eq!(check("[a](b&amp;c)", 2, "b&c").as_deref(), Some("b&amp;c"));
        assert_eq!(check("[a](\n> b.md)", 2, "b.md"), None);
        let definition = "[x y]: <b.md>\n";
        let found = of_definition(definition, &(0..definition.len()), "b.md").unwrap();
        assert_eq!(definition.get(found), Some("b.md"));
    }
}
