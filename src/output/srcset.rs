//! Addresses in `srcset`.

/// The addresses of a `srcset`, without their widths.
pub(super) fn addresses(value: &str) -> impl Iterator<Item = &str> {
    let mut rest = value;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at_checked(end)?;
        if address.is_empty() {
            return None;
        }
        // A comma at the end of an address ends it; elsewhere a comma is part of it.
        if address.ends_with(',') {
            rest = after;
        } else {
            rest = after.split_once(',').map_or("", |(_, next)| next);
        }
        Some(address.trim_end_matches(','))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(value: &str) -> Vec<&str> {
        addresses(value).collect()
    }

    #[test]
    fn each_candidate_gives_one_address() {
        assert_eq!(all("a.webp 480w, b.webp 960w"), ["a.webp", "b.webp"]);
        assert_eq!(all(" a.png , b,c.png 2x,"), ["a.png", "b,c.png"]);
        assert_eq!(all("a.png, b.png"), ["a.png", "b.png"]);
        assert_eq!(all(" , "), Vec::<&str>::new());
    }
}
