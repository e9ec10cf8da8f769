//! "Misschien bedoeld": the known word nearest to one that is not known.

/// The candidate nearest to what was written: at most one letter off for one or two letters, two
/// for up to five, three for more. Of equally near ones the first in the order given.
pub fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let limit = match written.chars().count() {
        0..=2 => 1,
        3..=5 => 2,
        _ => 3,
    };
    nearest_within(limit, written, candidates)
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
    let length = folded.chars().count();
    // No word is nearer than the difference in length; that is quickly told.
    let may_be_near = |own: &&str| own.chars().count().abs_diff(length) <= limit;
    candidates
        .into_iter()
        .filter(may_be_near)
        .map(|candidate| (strsim::osa_distance(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .reduce(|best, next| if next.0 < best.0 { next } else { best })
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_found_and_far_ones_are_not() {
        assert_eq!(nearest("sterkste", ["titel", "sterkte", "soort"]), Some("sterkte"));
        assert_eq!(nearest("twnete", ["drenthe", "twente"]), Some("twente"));
        assert_eq!(nearest("xy", ["ab", "cd"]), None);
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
