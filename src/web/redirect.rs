//! Where a redirect leads to.

/// The whole address that a `Location` means on the page at another (RFC 3986, section 5.2,
/// for what hosts send).
pub(super) fn target(from: &str, location: &str) -> String {
    let location = location.trim();
    if has_scheme(location) {
        return location.to_owned();
    }
    let Some((scheme, rest)) = from.split_once("://") else { return location.to_owned() };
    let rest = rest.split('#').next().unwrap_or_default();
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let path = path.split('?').next().unwrap_or_default();
    let (folder, _) = path.rsplit_once('/').unwrap_or_default();
    match location.as_bytes() {
        [b'/', b'/', ..] => format!("{scheme}:{location}"),
        [b'/', ..] => format!("{scheme}://{host}{location}"),
        [b'?', ..] => format!("{scheme}://{host}{path}{location}"),
        _ => format!("{scheme}://{host}{folder}/{location}"),
    }
}

/// Whether it begins with `https:` or the like; a query may hold a whole address, too.
fn has_scheme(location: &str) -> bool {
    let scheme = location.split_once(':').map_or("", |(scheme, _)| scheme);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn a_location_is_read_from_the_page_that_sends_it() {
        let from = "https://a.nl/b/c.html?d=1#e";
        let cases = [
            ("http://x.nl/", "http://x.nl/"),
            ("//x.nl/y", "https://x.nl/y"),
            ("/y", "https://a.nl/y"),
            ("/y?from=https://a.nl/x", "https://a.nl/y?from=https://a.nl/x"),
            ("y?from=https://a.nl/x", "https://a.nl/b/y?from=https://a.nl/x"),
            ("?y", "https://a.nl/b/c.html?y"),
            ("y", "https://a.nl/b/y"),
        ];
        for (location, expected) in cases {
            assert_eq!(target(from, location), expected);
        }
        assert_eq!(target("https://a.nl", "y"), "https://a.nl/y");
        assert_eq!(target("https://a.nl?q=1/2", "/y"), "https://a.nl/y");
    }
}
