//! What an address in a page means, worked out as browsers do.

use std::borrow::Cow;

use crate::base::decode_percent;

/// What an address leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A file or folder of the site and a place in it.
    Inside {
        /// Path from the start of the site, decoded; ends in `/` for a folder, empty for home.
        path: String,
        /// What stands after `#`, decoded; not when it is empty or `top`.
        fragment: Option<String>,
    },
    /// A place on the host of the site, but outside the folder of the site.
    BesideSite,
    /// Another host.
    Elsewhere,
    /// A script.
    Script,
    /// A mail address, a telephone number and other things that are not fetched.
    Other,
}

/// The address of the site, taken apart.
#[derive(Debug, Clone)]
pub(super) struct Site<'a> {
    /// `www.voorbeeld.example`, with its port.
    host: &'a str,
    /// `/evaluatie/`; begins and ends with `/`.
    folder: String,
}

impl<'a> Site<'a> {
    /// Takes a base URL apart. Without one, every whole address leads elsewhere.
    pub(super) fn new(base_url: &'a str) -> Self {
        let rest = base_url.split_once("://").map_or("", |(_, rest)| rest);
        let (host, folder) = rest.split_once('/').unwrap_or((rest, ""));
        let folder = folder.trim_end_matches('/');
        let folder = if folder.is_empty() { "/".to_owned() } else { format!("/{folder}/") };
        Self { host, folder }
    }

    /// What an address means on the page at `from`, a path from the start of the site.
    pub(super) fn resolve(&self, from: &str, address: &str) -> Meaning {
        let address = cleaned(address);
        if let Some((scheme, rest)) = split_scheme(&address) {
            return match scheme.to_ascii_lowercase().as_str() {
                "http" | "https" => self.whole(rest.trim_start_matches(['/', '\\'])),
                "javascript" | "vbscript" => Meaning::Script,
                _ => Meaning::Other,
            };
        }
        let slashes = address.bytes().take_while(|byte| matches!(byte, b'/' | b'\\')).count();
        match slashes {
            0 => relative(from, &address),
            1 => self.on_host(address.get(1..).unwrap_or_default()),
            _ => self.whole(address.trim_start_matches(['/', '\\'])),
        }
    }

    /// Whether an address is one that works anywhere, or a place in the same text.
    pub(super) fn is_whole(address: &str) -> bool {
        let address = cleaned(address);
        address.starts_with('#') || split_scheme(&address).is_some()
    }

    /// `host/path?query#fragment`.
    fn whole(&self, rest: &str) -> Meaning {
        let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
        let (host, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if self.host.is_empty() || !host.eq_ignore_ascii_case(self.host) {
            return Meaning::Elsewhere;
        }
        self.on_host(rest.strip_prefix(['/', '\\']).unwrap_or(rest))
    }

    /// A path from the start of the host.
    fn on_host(&self, rest: &str) -> Meaning {
        let (path, fragment) = parts(rest);
        let Some(path) = joined("", path) else { return Meaning::BesideSite };
        match format!("/{path}").strip_prefix(self.folder.as_str()) {
            Some(inside) => Meaning::Inside { path: inside.to_owned(), fragment },
            // The folder of the site without its slash.
            None if format!("/{path}/") == self.folder => {
                Meaning::Inside { path: String::new(), fragment }
            }
            None => Meaning::BesideSite,
        }
    }
}

/// A path from the folder of a page.
fn relative(from: &str, rest: &str) -> Meaning {
    let (path, fragment) = parts(rest);
    if path.is_empty() {
        return Meaning::Inside { path: from.to_owned(), fragment };
    }
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    joined(folder, path).map_or(Meaning::BesideSite, |path| Meaning::Inside { path, fragment })
}

/// Without the white space that browsers take out.
fn cleaned(address: &str) -> Cow<'_, str> {
    let trimmed = address.trim_matches(|c: char| c <= ' ');
    let is_taken_out = |c: char| matches!(c, '\t' | '\n' | '\r');
    if trimmed.contains(is_taken_out) {
        trimmed.chars().filter(|c| !is_taken_out(*c)).collect()
    } else {
        trimmed.into()
    }
}

fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(allowed))
        .then_some((scheme, rest))
}

/// The path and the decoded fragment of what follows a host; the query goes.
fn parts(rest: &str) -> (&str, Option<String>) {
    let (before, fragment) = match rest.split_once('#') {
        Some((before, fragment)) => (before, Some(fragment)),
        None => (rest, None),
    };
    let path = before.split('?').next().unwrap_or_default();
    // A browser takes `:~:text=…` out before it looks for the place.
    let fragment = fragment
        .and_then(|f| decode_percent(f.split(":~:").next().unwrap_or_default()))
        .filter(|f| !f.is_empty() && !f.eq_ignore_ascii_case("top"))
        .map(Cow::into_owned);
    (path, fragment)
}

/// What `joined` gives for the paths that most links have: up first, then down, and nothing
/// encoded. `None` for others.
fn simply_joined(mut folder: &str, mut path: &str) -> Option<String> {
    while let Some(rest) = path.strip_prefix("../").filter(|_| !folder.is_empty()) {
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        path = rest;
    }
    let down = path.strip_suffix('/').unwrap_or(path);
    let is_plain = |segment: &str| !matches!(segment, "" | "." | "..");
    let is_simple = down.is_empty() || down.split('/').all(is_plain);
    if !is_simple || path == "/" || path.contains(['%', '\\']) {
        return None;
    }
    let slash = if folder.is_empty() { "" } else { "/" };
    Some([folder, slash, path].concat())
}

/// Follows a path from a folder without its slash. `None` when it leaves the start or is no
/// UTF-8.
fn joined(folder: &str, path: &str) -> Option<String> {
    if let Some(joined) = simply_joined(folder, path) {
        return Some(joined);
    }
    let mut joined = String::with_capacity(folder.len() + path.len() + 2);
    // How long it was before each of its segments: one may hold a slash that was encoded.
    let mut lengths = Vec::with_capacity(8);
    let add = |joined: &mut String, lengths: &mut Vec<usize>, segment: &str| {
        lengths.push(joined.len());
        if !joined.is_empty() {
            joined.push('/');
        }
        joined.push_str(segment);
    };
    for segment in folder.split('/').filter(|segment| !segment.is_empty()) {
        add(&mut joined, &mut lengths, segment);
    }
    let mut is_folder = true;
    for segment in path.split(['/', '\\']) {
        let segment = decode_percent(segment)?;
        is_folder = matches!(segment.as_ref(), "" | "." | "..");
        match segment.as_ref() {
            "" | "." => {}
            ".." => joined.truncate(lengths.pop()?),
            segment => add(&mut joined, &mut lengths, segment),
        }
    }
    if is_folder && !joined.is_empty() {
        joined.push('/');
    }
    Some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(path: &str, fragment: Option<&str>) -> Meaning {
        Meaning::Inside { path: path.to_owned(), fragment: fragment.map(str::to_owned) }
    }

    #[test]
    fn addresses_mean_what_they_mean_to_a_browser() {
        let site = Site::new("https://www.x.nl/eval/");
        let from = "regios/twente/index.html";
        let cases = [
            ("../drenthe/", inside("regios/drenthe/", None)),
            ("../../", inside("", None)),
            (" foto%20a.jpg?v=1#x ", inside("regios/twente/foto a.jpg", Some("x"))),
            ("#caf%C3%A9", inside(from, Some("café"))),
            ("#top", inside(from, None)),
            ("?q=1", inside(from, None)),
            ("#kop:~:text=iets", inside(from, Some("kop"))),
            (".", inside("regios/twente/", None)),
            ("%2e%2e/", inside("regios/", None)),
            ("../", inside("regios/", None)),
            ("..", inside("regios/", None)),
            ("a", inside("regios/twente/a", None)),
            ("a/./b/", inside("regios/twente/a/b/", None)),
            ("a//b", inside("regios/twente/a/b", None)),
            ("a/..", inside("regios/twente/", None)),
            ("../../a/../..", Meaning::BesideSite),
            (".//", inside("regios/twente/", None)),
            ("../../../a", Meaning::BesideSite),
            ("a%2Fb/../c", inside("regios/twente/c", None)),
            ("../../../", Meaning::BesideSite),
            ("/eval/feed.xml", inside("feed.xml", None)),
            ("/eval", inside("", None)),
            ("/ander/", Meaning::BesideSite),
            ("HTTPS://WWW.X.NL/eval/a/", inside("a/", None)),
            ("//www.x.nl/eval/a/", inside("a/", None)),
            ("//cdn.example/a.js", Meaning::Elsewhere),
            ("https:/\\cdn.example", Meaning::Elsewhere),
            ("java\nscript:alert(1)", Meaning::Script),
            ("mailto:a@b.nl", Meaning::Other),
        ];
        for (address, expected) in cases {
            assert_eq!(site.resolve(from, address), expected, "{address}");
        }
    }
}
