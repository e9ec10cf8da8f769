//! Addresses as they stand in `href` and `src`: relative, percent-encoded.

use crate::base::{UrlPath, encode_address, encode_fragment, encode_part};
use crate::model::Target;

/// How the pages are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Opened {
    /// Through a host, which finds the `index.html` of a folder.
    #[default]
    FromHost,
    /// From a folder on a disk, where every address must name a file.
    FromDisk,
}

/// Makes the addresses of one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addresses<'a> {
    /// What leads from the page to the site's start, with a last slash: `../../`, or
    /// `https://…/` for what is read elsewhere.
    pub root: &'a str,
    /// How the pages are opened.
    pub opened: Opened,
}

impl Addresses<'_> {
    /// The address of a page or file of this site.
    pub fn site(&self, url: &UrlPath) -> String {
        let mut out = if self.root.is_empty() { "./" } else { self.root }.to_owned();
        out.push_str(&url.encoded());
        if self.opened == Opened::FromDisk && out.ends_with('/') {
            out.push_str("index.html");
        }
        out
    }

    /// The address of a target; `None` when there is nothing to follow.
    pub fn target(&self, target: &Target) -> Option<String> {
        match target {
            Target::Site { url, fragment } => {
                let mut out = self.site(url);
                if let Some(fragment) = fragment {
                    push_fragment(&mut out, fragment);
                }
                Some(out)
            }
            Target::Document { url, .. } => Some(self.site(url)),
            Target::Here(fragment) => {
                let mut out = String::new();
                push_fragment(&mut out, fragment);
                Some(out)
            }
            Target::External(address) | Target::Contact(address) => Some(external(address)),
            Target::Nothing => None,
        }
    }
}

/// An address elsewhere, with what may not stand in an address percent-encoded. What is
/// encoded already stays so.
pub fn external(address: &str) -> String {
    // Brackets may stand around a numeric host, not behind it.
    let after_scheme = address.find("://").map_or(0, |at| at + 3);
    let host_end = address
        .get(after_scheme..)
        .and_then(|rest| rest.find(['/', '?', '#']))
        .map_or(address.len(), |at| after_scheme + at);
    let (host, rest) = address.split_at_checked(host_end).unwrap_or((address, ""));
    let mut out = encode_address(host).into_owned();
    let (path, fragment) = match rest.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (rest, None),
    };
    out.push_str(&encode_part(path));
    if let Some(fragment) = fragment {
        out.push('#');
        out.push_str(&encode_part(fragment));
    }
    out
}

fn push_fragment(out: &mut String, fragment: &str) {
    out.push('#');
    out.push_str(&encode_fragment(fragment));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(root: &str, opened: Opened, url: &str) -> String {
        Addresses { root, opened }.site(&UrlPath::new(url).unwrap())
    }

    #[test]
    fn addresses_lead_from_the_page_to_the_file() {
        assert_eq!(site("../../", Opened::FromHost, "regios/twente/"), "../../regios/twente/");
        assert_eq!(site("../", Opened::FromHost, ""), "../");
        assert_eq!(site("./", Opened::FromDisk, ""), "./index.html");
        assert_eq!(site("../", Opened::FromDisk, "feed.xml"), "../feed.xml");
        assert_eq!(
            site("./", Opened::FromHost, "regios/één 100%/"),
            "./regios/%C3%A9%C3%A9n%20100%25/"
        );
        let target = Target::Site {
            url: UrlPath::new("a/").unwrap(),
            fragment: Some("één \"b\"".to_owned()),
        };
        let addresses = Addresses { root: "../", opened: Opened::FromDisk };
        assert_eq!(
            addresses.target(&target).as_deref(),
            Some("../a/index.html#%C3%A9%C3%A9n%20%22b%22")
        );
        assert_eq!(addresses.target(&Target::Nothing), None);
    }

    #[test]
    fn addresses_elsewhere_are_encoded_once() {
        assert_eq!(
            external("https://a.nl/b c?d=[1]#e|f"),
            "https://a.nl/b%20c?d=%5B1%5D#e%7Cf"
        );
        assert_eq!(external("https://a.nl/b%20c"), "https://a.nl/b%20c");
        assert_eq!(external("http://[::1]:80"), "http://[::1]:80");
        assert_eq!(external("mailto:a@b.nl"), "mailto:a@b.nl");
    }
}
