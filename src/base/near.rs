//! "Misschien bedoeld": the known word nearest to one that is not known.

/// The candidate nearest to what was written: at most one letter off for one or two letters, two
/// for up to five, three for more. Of equally near ones the first in the order given.
pub fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    nearest_within(allowed(written), written, candidates)
}

/// How many letters a word may be off to be the one that was meant.
pub fn allowed(written: &str) -> usize {
    match written.chars().count() {
        0..=2 => 1,
        3..=5 => 2,
        _ => 3,
    }
}

/// What something is called now that had another name: one that is a letter off; else the shortest
/// that goes on where the old name ends; else the nearest in spelling; else the longest that the old
/// name goes on from. Names go on by whole words.
pub fn renamed<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let all = || candidates.iter().copied();
    let goes_on =
        |from: &str, to: &str| to.strip_prefix(from).is_some_and(|rest| rest.starts_with('-'));
    let longer =
        || all().filter(|own| goes_on(written, own)).min_by_key(|own| own.chars().count());
    let shorter = || {
        all()
            .filter(|own| !own.is_empty() && goes_on(own, written))
            .max_by_key(|own| own.chars().count())
    };
    nearest_within(1, written, all())
        .or_else(longer)
        .or_else(|| nearest(written, all()))
        .or_else(shorter)
}

/// The candidate nearest to what was written, at most so many letters off. Of equally near
/// ones the first in the order given.
pub fn nearest_within<'a>(
    limit: usize,
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let folded = written.to_lowercase();
    let shape = Shape::of(written);
    candidates
        .into_iter()
        .filter(|own| shape.may_be_near(limit, own) && !is_another_number(&folded, own))
        .map(|candidate| (strsim::osa_distance(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .reduce(|best, next| if next.0 < best.0 { next } else { best })
        .map(|(_, candidate)| candidate)
}

/// Whether words differ in their numbers only: `magazine-5` is no slip for `magazine-1`, as `magazine-01`
/// may be.
fn is_another_number(word: &str, other: &str) -> bool {
    let is_digit = |own: char| own.is_ascii_digit();
    let letters = |own: &str| own.to_lowercase().replace(is_digit, "");
    let numbers = |own: &str| -> Vec<String> {
        let all = own.split(|own| !is_digit(own)).filter(|own| !own.is_empty());
        all.map(|own| own.trim_start_matches('0').to_owned()).collect()
    };
    let (one, two) = (numbers(word), numbers(other));
    !one.is_empty() && one.len() == two.len() && one != two && letters(word) == letters(other)
}

/// What tells quickly, of most words, that they are far from another one.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    length: usize,
    /// A bit for each letter that is in it; some letters share one.
    letters: u64,
}

impl Shape {
    /// The shape of a word.
    pub fn of(word: &str) -> Self {
        let letters = word.chars().flat_map(char::to_lowercase);
        let add = |own: Self, letter: char| Self {
            length: own.length + 1,
            letters: own.letters | 1 << (u32::from(letter) % u64::BITS),
        };
        letters.fold(Self { length: 0, letters: 0 }, add)
    }

    /// Whether a word may be so many letters off, or fewer. Each letter that is off makes one letter
    /// come and one go at most.
    pub fn may_be_near(self, limit: usize, word: &str) -> bool {
        let other = Self::of(word);
        let differ = (self.letters ^ other.letters).count_ones() as usize;
        self.length.abs_diff(other.length) <= limit && differ <= 2 * limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_found_and_far_ones_are_not() {
        assert_eq!(nearest("sterkste", ["titel", "sterkte", "soort"]), Some("sterkte"));
        assert_eq!(nearest("twnete", ["drenthe", "twente"]), Some("twente"));
        assert_eq!(nearest("xy", ["ab", "cd"]), None);
        assert_eq!(nearest("magazine-5", ["magazine-1"]), None);
        assert_eq!(nearest("magazine-01", ["magazine-1"]), Some("magazine-1"));
        assert_eq!(nearest("twente2", ["twente"]), Some("twente"));
        assert_eq!(nearest("magasine-5", ["magazine-1", "magazine-5"]), Some("magazine-5"));
    }

    #[test]
    fn a_shape_never_leaves_out_what_is_near() {
        let words = [
            "", "a", "twente", "twnete", "Twente", "twentes", "wtene", "één", "een", "drenthe",
        ];
        for (one, other) in words.iter().flat_map(|one| words.map(|other| (one, other))) {
            let far = strsim::osa_distance(&one.to_lowercase(), &other.to_lowercase());
            for limit in far..4 {
                assert!(Shape::of(one).may_be_near(limit, other), "{one} {other} {limit}");
            }
        }
        assert!(!Shape::of("twente").may_be_near(2, "zeelan"));
    }

    #[test]
    fn a_longer_or_shorter_name_may_be_the_one_that_something_has_now() {
        let now = ["drenthe-leert", "drenthe-leert-door", "twente"];
        assert_eq!(renamed("drenthe", now), Some("drenthe-leert"));
        assert_eq!(renamed("twente-mooie-dag", now), Some("twente"));
        assert_eq!(
            renamed("drenthe-leerde", ["drenthe", "drenthe-leert"]),
            Some("drenthe-leert")
        );
        assert_eq!(renamed("drent", now), None);
        assert_eq!(renamed("twnete", now), Some("twente"));
    }
}
