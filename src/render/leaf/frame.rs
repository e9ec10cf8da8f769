//! What a drawing knows of the page it stands on.

use crate::base::{Lang, escape_attribute, escape_text};
use crate::model::Target;

use super::Words;

/// The page around a drawing.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// What leads from the page to the site's start: `../../`.
    pub root: &'a str,
    /// The labels.
    pub words: &'a Words<'a>,
    /// The language of the page.
    pub lang: &'a Lang,
}

impl Frame<'_> {
    /// The address to put into `href`, not yet escaped for HTML; `None` for no target.
    pub fn href(&self, target: &Target) -> Option<String> {
        match target {
            Target::Site { url, fragment } => {
                let mut address = self.root.to_owned();
                push_encoded(&mut address, url.as_str());
                if let Some(fragment) = fragment {
                    address.push('#');
                    push_encoded(&mut address, fragment);
                }
                Some(address)
            }
            Target::Document { url, .. } => {
                let mut address = self.root.to_owned();
                push_encoded(&mut address, url.as_str());
                Some(address)
            }
            Target::Here(fragment) => {
                let mut address = "#".to_owned();
                push_encoded(&mut address, fragment);
                Some(address)
            }
            Target::External(address) | Target::Contact(address) => Some(address.clone()),
            Target::Nothing => None,
        }
    }

    /// Appends text as a link, or as it is where there is nothing to follow.
    pub(super) fn link(&self, out: &mut String, text: &str, target: &Target) {
        let Some(href) = self.href(target) else { return escape_text(out, text) };
        out.push_str("<a href=\"");
        escape_attribute(out, &href);
        out.push_str("\">");
        escape_text(out, text);
        out.push_str("</a>");
    }
}

/// Encodes what an address cannot hold; letters of every script stay, as in `UrlPath`.
fn push_encoded(out: &mut String, path: &str) {
    use std::fmt::Write;
    for c in path.chars() {
        if c.is_control()
            || matches!(
                c,
                ' ' | '"' | '#' | '%' | '<' | '>' | '?' | '\\' | '^' | '`' | '{' | '|' | '}'
            )
        {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::UrlPath;

    #[test]
    fn addresses_lead_from_the_page_to_the_start_and_on() {
        let words = Words::nl();
        let frame = Frame { root: "../../", words: &words, lang: &Lang::nl() };
        let site = |url: &str, fragment: Option<&str>| Target::Site {
            url: UrlPath::new(url).unwrap(),
            fragment: fragment.map(str::to_owned),
        };
        let href = |target: &Target| frame.href(target).unwrap();
        assert_eq!(href(&site("", None)), "../../");
        assert_eq!(href(&site("regios/één twee/", Some("a"))), "../../regios/één%20twee/#a");
        assert_eq!(href(&site("data/50%.csv", None)), "../../data/50%25.csv");
        assert_eq!(href(&Target::Here("x".to_owned())), "#x");
        assert_eq!(frame.href(&Target::Nothing), None);
    }
}
