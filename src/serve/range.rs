//! Parts of a file, which browsers ask for when a film is wound on.

use std::ops::Range;

/// What a `Range` header asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// The whole file: no header, or one that may be passed over.
    Whole,
    /// These bytes.
    Bytes(Range<usize>),
    /// Bytes that the file does not have.
    Beyond,
}

/// Reads a `Range` header for a file of some size. Several ranges at once give the whole file.
pub(super) fn part(header: Option<&str>, size: usize) -> Part {
    let asked = header
        .and_then(|header| header.strip_prefix("bytes="))
        .and_then(|ranges| ranges.split_once('-'));
    let Some((first, last)) = asked else { return Part::Whole };
    let range = match (first.trim().parse::<usize>(), last.trim().parse::<usize>()) {
        // Such a header is to be passed over (RFC 9110, section 14.1.1).
        (Ok(first), Ok(last)) if last < first => return Part::Whole,
        (Ok(first), Ok(last)) => first..last.saturating_add(1).min(size),
        (Ok(first), Err(_)) if last.trim().is_empty() => first..size,
        (Err(_), Ok(count)) if first.trim().is_empty() => size.saturating_sub(count)..size,
        _ => return Part::Whole,
    };
    if range.is_empty() { Part::Beyond } else { Part::Bytes(range) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_file_is_found() {
        assert_eq!(part(None, 10), Part::Whole);
        assert_eq!(part(Some("bytes=2-4"), 10), Part::Bytes(2..5));
        assert_eq!(part(Some("bytes=2-"), 10), Part::Bytes(2..10));
        assert_eq!(part(Some("bytes=-3"), 10), Part::Bytes(7..10));
        assert_eq!(part(Some("bytes=2-99"), 10), Part::Bytes(2..10));
        assert_eq!(part(Some("bytes=10-"), 10), Part::Beyond);
        assert_eq!(part(Some("bytes=4-2"), 10), Part::Whole);
        assert_eq!(part(Some("bytes=1-2,4-5"), 10), Part::Whole);
        assert_eq!(part(Some("regels=1-2"), 10), Part::Whole);
    }
}
