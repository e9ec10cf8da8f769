//! What a page may do in a browser (Content Security Policy Level 3).
//!
//! Pages hold no style or script of their own, so the policy allows none. Mail is drawn with
//! inline styles; its files, and the desks that show them, have a policy that allows those.

use crate::catalog::Catalog;
use crate::config::Host;
use crate::plan::PageKind;

/// Nothing but our own files; no frames, no forms.
const SITE: &str = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; media-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
/// The same for mail: inline styles, and a desk of the site may show it in a frame.
pub(super) const MAIL: &str = "default-src 'none'; img-src 'self' https:; style-src 'self' 'unsafe-inline'; font-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
/// The same for the search page: what looks words up is compiled in the browser.
pub(super) const SEARCH: &str = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self' 'wasm-unsafe-eval'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The policy of all pages that have no other.
pub(super) fn of_site(catalog: &Catalog) -> String {
    let players: Vec<&str> = catalog.player_origins().into_iter().collect();
    // A film that stands elsewhere gets a frame when somebody asks for it.
    if players.is_empty() {
        SITE.to_owned()
    } else {
        format!("{SITE}; frame-src {}", players.join(" "))
    }
}

/// The policies of the pages of a host that sends no headers: each page has its own in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct InPages {
    site: String,
    has_search: bool,
}

impl InPages {
    /// Those of a site; `None` where its host sends them.
    pub(super) fn of(catalog: &Catalog, has_search: bool) -> Option<Self> {
        let is_mute =
            matches!(catalog.config.host, Some(Host::Github | Host::Gitlab | Host::Azure));
        is_mute.then(|| Self { site: of_site(catalog), has_search })
    }

    /// That of a page.
    pub(super) fn of_page(&self, kind: &PageKind) -> String {
        let policy = match kind {
            PageKind::Search if self.has_search => SEARCH,
            PageKind::Desk(_) | PageKind::NewestDesk => MAIL,
            _ => &self.site,
        };
        // Browsers take this one from headers only.
        let parts = policy.split("; ").filter(|part| !part.starts_with("frame-ancestors"));
        parts.collect::<Vec<_>>().join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::outputs::trial::Trial;

    fn in_pages(host: &str) -> Option<InPages> {
        let site = format!(
            "title: A\nlanguage: nl\nbase-url: https://voorbeeld.example/\nhost: {host}\n"
        );
        InPages::of(&Trial::of(&[("content/site.yaml", &site)]).catalog, true)
    }

    #[test]
    fn pages_tell_their_policy_where_the_host_sends_none() {
        for host in ["netlify", "cloudflare", "nginx", "apache"] {
            assert_eq!(in_pages(host), None, "{host}");
        }
        for host in ["github", "gitlab", "azure"] {
            let own = in_pages(host).unwrap();
            assert_eq!(
                format!("{}; frame-ancestors 'none'", own.of_page(&PageKind::Home)),
                SITE
            );
            assert!(own.of_page(&PageKind::NewestDesk).contains("'unsafe-inline'"));
            assert!(own.of_page(&PageKind::Search).contains("'wasm-unsafe-eval'"));
        }
    }
}
