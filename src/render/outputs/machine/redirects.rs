//! `_redirects`: old addresses, for hosts that read it; others have a page at each.

use crate::catalog::Catalog;
use crate::config::Host;
use crate::plan::{Page, PageKind};

use super::from_host;

/// The text of `_redirects`.
pub(super) fn text(catalog: &Catalog, pages: &[Page]) -> String {
    // One host serves the page at an old address unless told to redirect all the same.
    let status = match catalog.config.host {
        Some(Host::Netlify) => "301!",
        _ => "301",
    };
    let mut out = String::from("# Old addresses of pages\n");
    for page in pages {
        let PageKind::Redirect { of, .. } = page.kind else { continue };
        let Some(entry) = catalog.entry(of) else { continue };
        let (from, to) = (from_host(catalog, &page.url), from_host(catalog, &entry.url));
        for part in [from.as_str(), " ", to.as_str(), " ", status, "\n"] {
            out.push_str(part);
        }
    }
    out
}
