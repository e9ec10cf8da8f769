//! The objects of a PDF by their numbers: what stands in one may be said in another.

use super::bytes::from;
use super::pdf::places;

/// The most digits of a number of an object, and how far before `obj` it begins.
const DIGITS: usize = 10;
const HEAD: usize = 40;

/// Where the objects of a file begin.
#[derive(Debug, Default)]
pub(super) struct Objects {
    /// Number, and the place behind `obj`; in order.
    places: Vec<(u64, usize)>,
}

impl Objects {
    /// The objects that are not packed together.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let named = |at: usize| Some((number_before(bytes, at)?, at + 3));
        let mut found: Vec<(u64, usize)> = places(bytes, b"obj").filter_map(named).collect();
        found.sort_unstable();
        Self { places: found }
    }

    /// Where they begin, in order.
    pub(super) fn starts(&self) -> Vec<usize> {
        let mut starts: Vec<usize> = self.places.iter().map(|own| own.1).collect();
        starts.sort_unstable();
        starts
    }

    /// Where the objects of a number begin: in a file that was changed, there are several.
    pub(super) fn named(&self, number: u64) -> impl Iterator<Item = usize> {
        let start = self.places.partition_point(|own| own.0 < number);
        let rest = self.places.get(start..).unwrap_or_default();
        rest.iter().take_while(move |own| own.0 == number).map(|own| own.1)
    }
}

/// The 13 of `13 0 obj`.
fn number_before(bytes: &[u8], at: usize) -> Option<u64> {
    let before = bytes.get(at.saturating_sub(HEAD)..at)?.trim_ascii_end();
    let digits = |own: &[u8]| own.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = before.get(..before.len().checked_sub(digits(before).max(1))?)?;
    let first = rest.trim_ascii_end();
    let own = from(first, first.len().checked_sub(digits(first))?);
    if first.len() == rest.len() || own.len() > DIGITS {
        return None;
    }
    std::str::from_utf8(own).ok()?.parse().ok()
}

/// The 13 of `13 0 R`, where that comes next.
pub(super) fn reference(bytes: &[u8]) -> Option<u64> {
    let value = bytes.get(..bytes.len().min(HEAD))?.trim_ascii_start();
    let digits = |own: &[u8]| own.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, rest) = value.split_at_checked(digits(value))?;
    let generation = rest.trim_ascii_start();
    let behind = from(generation, digits(generation).max(1)).trim_ascii_start();
    if generation.len() == rest.len() || !behind.starts_with(b"R") {
        return None;
    }
    std::str::from_utf8(number).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_found_by_their_numbers() {
        let file =
            b"13 0 obj(a)endobj\r\n 3  0\nobj (b) endobj 113 0 obj(c)endobj 13 1 obj(d) x obj";
        let objects = Objects::of(file);
        let texts = |number| {
            let all = objects.named(number).map(|at| from(file, at).trim_ascii_start()[1]);
            all.collect::<Vec<u8>>()
        };
        assert_eq!((texts(13), texts(3)), (b"ad".to_vec(), b"b".to_vec()));
        assert_eq!((texts(113), texts(1)), (b"c".to_vec(), Vec::new()));
        assert!(Objects::of(b"obj").places.is_empty());
    }

    #[test]
    fn a_reference_is_two_numbers_and_a_letter() {
        assert_eq!(reference(b" 13 0 R/Title"), Some(13));
        assert_eq!(reference(b"13\n0\nR>>"), Some(13));
        for other in ["(13 0 R)", "13 0", "13", "13 R", "R", "", "<<>>", "13 0 obj"] {
            assert_eq!(reference(other.as_bytes()), None, "{other}");
        }
    }
}
