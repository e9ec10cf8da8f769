//! What a page may do in a browser: the same as on the host, which reads that in `_headers`.

use axum::http::HeaderValue;

/// The file of the site that says so.
pub(super) const FILE: &str = "_headers";

const POLICY: &str = "Content-Security-Policy: ";

/// The policy for a file of the site: that of the last rule that its path fits.
pub(super) fn of(rules: &str, path: &str) -> Option<HeaderValue> {
    let folder = path.strip_suffix("index.html").unwrap_or(path);
    // The first rule is that of the whole site, wherever it stands on its host.
    let base = rules.lines().next()?.strip_suffix('*')?;
    let (mut fits, mut policy) = (false, None);
    for line in rules.lines() {
        if !line.starts_with(' ') {
            fits = line.strip_prefix(base).is_some_and(|rule| is_for(rule, folder));
        } else if fits && let Some(found) = line.trim_start().strip_prefix(POLICY) {
            policy = Some(found);
        }
    }
    HeaderValue::from_str(policy?).ok()
}

/// Whether a rule is for a path: `*` stands for anything, `:name` for one part of it.
fn is_for(rule: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    for part in rule.split('/') {
        match parts.next() {
            _ if part == "*" => return true,
            Some(own) if part.starts_with(':') && !own.is_empty() => {}
            Some(own) if own == part => {}
            _ => return false,
        }
    }
    parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_rule_that_fits_counts() {
        let rules = "/evaluatie/*\n  Content-Security-Policy: all\n  X-Robots-Tag: noindex\n\
                     /evaluatie/brieven/:edition/:file\n  ! Content-Security-Policy\n  \
                     Content-Security-Policy: mail\n/evaluatie/zoeken/\n  Content-Security-Policy: search\n\
                     /evaluatie/assets/*\n  Cache-Control: public\n";
        let said = |path: &str| of(rules, path).map(|own| own.to_str().unwrap().to_owned());
        for (path, policy) in [
            ("index.html", "all"),
            ("404.html", "all"),
            ("brieven/1/index.html", "all"),
            ("brieven/1/mail.html", "mail"),
            ("brieven/1/items/a.html", "all"),
            ("zoeken/index.html", "search"),
            ("assets/site.css", "all"),
        ] {
            assert_eq!(said(path).as_deref(), Some(policy), "{path}");
        }
        assert_eq!(of("", "index.html"), None);
    }
}
