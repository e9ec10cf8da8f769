//! What a written address names: a file, a place, something known by id, or elsewhere.

use std::borrow::Cow;

use crate::base::{decode_percent, is_preview, nearest};
use crate::diag::problem::Markdown;
use crate::model::{Known, To};

/// Schemes with which a link runs code in the reader's browser.
const UNSAFE: &[&str] = &["javascript", "vbscript", "data"];
/// Schemes of addresses elsewhere, for suggestions.
const ELSEWHERE: &[&str] = &["https", "http", "mailto", "tel"];

/// Sorts an address, entities and escapes already resolved. What must not be followed is a
/// problem.
pub(super) fn sort(written: &str) -> Result<To, Markdown> {
    let address = as_browsers_read(written);
    if address.is_empty() {
        return Err(Markdown::EmptyLink);
    }
    if let Some(fragment) = address.strip_prefix('#') {
        return match fragment {
            "" => Err(Markdown::EmptyLink),
            _ => Ok(To::Anchor(percent_decode(fragment))),
        };
    }
    match scheme(&address) {
        Some((scheme, rest)) => with_scheme(&scheme.to_ascii_lowercase(), rest, &address),
        None => without_scheme(&address),
    }
}

/// Browsers drop tabs and line ends anywhere in an address, and control characters and
/// spaces around it; so `java\tscript:` is a scheme too.
fn as_browsers_read(written: &str) -> String {
    written
        .trim_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect()
}

/// The word before the first colon, if it can be a scheme, and what stands after it.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let (word, rest) = address.split_once(':')?;
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let starts = word.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
    (starts && word.bytes().all(fits)).then_some((word, rest))
}

fn with_scheme(scheme: &str, rest: &str, address: &str) -> Result<To, Markdown> {
    match scheme {
        "http" | "https" => web(scheme, rest),
        "mailto" | "tel" if rest.trim().is_empty() => Err(Markdown::EmptyLink),
        "mailto" => Ok(To::Contact(format!("mailto:{}", rest.trim()))),
        "tel" => {
            let number: String = rest.chars().filter(|c| !c.is_whitespace()).collect();
            Ok(To::Contact(format!("tel:{number}")))
        }
        _ if UNSAFE.contains(&scheme) => {
            Err(Markdown::LinkScheme { scheme: scheme.to_owned() })
        }
        // A drive: `C:\Users\…`.
        _ if scheme.len() == 1 => Err(Markdown::LocalPath { suggestion: None }),
        "file" => Err(Markdown::LocalPath { suggestion: None }),
        _ => match Known::parse(scheme) {
            Some(kind) => known(kind, rest),
            None => Err(unknown_scheme(scheme, address)),
        },
    }
}

fn web(scheme: &str, rest: &str) -> Result<To, Markdown> {
    let host_on = rest.trim_start_matches('/');
    match rest.strip_prefix("//") {
        _ if host_on.is_empty() => Err(Markdown::EmptyLink),
        Some(after) if after.len() == host_on.len() => {
            if is_preview(&format!("{scheme}:{rest}")) {
                return Err(Markdown::OwnComputer { is_whole: false });
            }
            Ok(To::External(format!("{scheme}:{rest}")))
        }
        _ => Err(Markdown::MissingScheme { suggestion: format!("{scheme}://{host_on}") }),
    }
}

fn known(kind: Known, rest: &str) -> Result<To, Markdown> {
    let (id, fragment) = split_fragment(rest);
    let id = percent_decode(id).trim().to_owned();
    if id.is_empty() {
        return Err(Markdown::EmptyLink);
    }
    Ok(To::Known { kind, id, fragment })
}

fn unknown_scheme(scheme: &str, address: &str) -> Markdown {
    // `www.voorbeeld.nl:8080/pagina`
    if is_host(address) {
        return Markdown::MissingScheme { suggestion: format!("https://{address}") };
    }
    // No known scheme is longer, so a longer word is near to none.
    let short = if scheme.len() <= 20 { scheme } else { "" };
    Markdown::UnknownScheme {
        scheme: scheme.to_owned(),
        nearest: nearest(short, known_schemes()),
    }
}

fn known_schemes() -> impl Iterator<Item = &'static str> {
    Known::ALL
        .iter()
        .flat_map(|(_, english, dutch)| [*english, *dutch])
        .chain(ELSEWHERE.iter().copied())
}

fn without_scheme(address: &str) -> Result<To, Markdown> {
    if let Some(rest) = address.strip_prefix("//") {
        return Err(Markdown::MissingScheme { suggestion: format!("https://{rest}") });
    }
    if address.starts_with('/') {
        return Err(Markdown::AbsolutePath { address: address.to_owned() });
    }
    if address.contains('\\') {
        // A share of an organisation is no folder of the site.
        let is_inside = !address.starts_with('\\');
        let suggestion = is_inside.then(|| address.replace('\\', "/"));
        return Err(Markdown::LocalPath { suggestion });
    }
    if is_host(address) {
        return Err(Markdown::MissingScheme { suggestion: format!("https://{address}") });
    }
    if is_mail(address) {
        return Err(Markdown::MissingScheme { suggestion: format!("mailto:{address}") });
    }
    let (path, fragment) = split_fragment(address);
    Ok(To::File { path: percent_decode(path), fragment })
}

fn is_host(address: &str) -> bool {
    address.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

fn is_mail(address: &str) -> bool {
    address.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !name.contains('/') && host.contains('.') && !host.contains('/')
    })
}

fn split_fragment(address: &str) -> (&str, Option<String>) {
    match address.split_once('#') {
        Some((before, "")) => (before, None),
        Some((before, fragment)) => (before, Some(percent_decode(fragment))),
        None => (address, None),
    }
}

/// Percent-decoded; as written when that is no UTF-8.
fn percent_decode(text: &str) -> String {
    decode_percent(text).map_or_else(|| text.to_owned(), Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, fragment: Option<&str>) -> To {
        To::File { path: path.to_owned(), fragment: fragment.map(str::to_owned) }
    }

    #[test]
    fn addresses_are_sorted_by_what_they_name() {
        let known = |kind, id: &str, fragment: Option<&str>| {
            Ok(To::Known { kind, id: id.to_owned(), fragment: fragment.map(str::to_owned) })
        };
        assert_eq!(sort("../a%20b.md#le%C3%A9r"), Ok(file("../a b.md", Some("leér"))));
        assert_eq!(sort("foto.jpg#"), Ok(file("foto.jpg", None)));
        assert_eq!(sort("#leren"), Ok(To::Anchor("leren".to_owned())));
        assert_eq!(sort("region:twente#plan"), known(Known::Region, "twente", Some("plan")));
        assert_eq!(sort("Regio:twente"), known(Known::Region, "twente", None));
        assert_eq!(sort("bron:kplusv-2021"), known(Known::Source, "kplusv-2021", None));
        assert_eq!(sort("HTTPS://a.nl/x"), Ok(To::External("https://a.nl/x".to_owned())));
        assert_eq!(sort("mailto:a@b.nl"), Ok(To::Contact("mailto:a@b.nl".to_owned())));
        assert_eq!(sort("tel:+31 6 12"), Ok(To::Contact("tel:+31612".to_owned())));
        assert_eq!(sort("100%.md"), Ok(file("100%.md", None)));
        assert_eq!(sort("a/b:c.md"), Ok(file("a/b:c.md", None)));
    }

    #[test]
    fn schemes_that_run_code_are_refused_however_they_are_dressed() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:x",
            "java\tscr\nipt:x",
            "vbscript:x",
            "data:text/html,x",
        ] {
            let refused = sort(address);
            assert!(matches!(refused, Err(Markdown::LinkScheme { .. })), "{address:?}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_told_with_what_to_write_instead() {
        let missing = |suggestion: &str| {
            Err(Markdown::MissingScheme { suggestion: suggestion.to_owned() })
        };
        assert_eq!(sort("www.a.nl/x"), missing("https://www.a.nl/x"));
        assert_eq!(sort("www.a.nl:80/x"), missing("https://www.a.nl:80/x"));
        assert_eq!(sort("//a.nl"), missing("https://a.nl"));
        assert_eq!(sort("https:a.nl"), missing("https://a.nl"));
        assert_eq!(sort("info@a.nl"), missing("mailto:info@a.nl"));
        assert_eq!(sort("/a/"), Err(Markdown::AbsolutePath { address: "/a/".to_owned() }));
        assert_eq!(sort(""), Err(Markdown::EmptyLink));
        assert_eq!(sort("#"), Err(Markdown::EmptyLink));
        assert_eq!(sort("region:"), Err(Markdown::EmptyLink));
        let unknown =
            Markdown::UnknownScheme { scheme: "regoin".to_owned(), nearest: Some("region") };
        assert_eq!(sort("regoin:twente"), Err(unknown));
        assert_eq!(
            sort("http://127.0.0.1:4000/x/"),
            Err(Markdown::OwnComputer { is_whole: false })
        );
        let slashes = Markdown::LocalPath { suggestion: Some("../a.md".to_owned()) };
        assert_eq!(sort("..\\a.md"), Err(slashes));
        assert_eq!(sort("C:\\a.md"), Err(Markdown::LocalPath { suggestion: None }));
    }
}
