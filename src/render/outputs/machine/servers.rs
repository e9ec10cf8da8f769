//! The same rules for servers of one's own, which read no `_headers` and no `_redirects`: `.htaccess`
//! for Apache httpd 2.4, `_nginx.conf` for nginx.

use std::fmt::Write as _;

use crate::config::Host;
use crate::plan::{Page, PageKind};

use super::headers::{Rule, escaped};
use super::{Press, from_host};

/// The file for the host of a site, by its name; `None` where there is none.
pub(super) fn file(press: Press<'_>, rules: &[Rule]) -> Option<(&'static str, String)> {
    match press.catalog.config.host? {
        Host::Apache => Some((".htaccess", apache(press, rules))),
        Host::Nginx => Some((NGINX, nginx(press, rules))),
        _ => None,
    }
}

const NGINX: &str = "_nginx.conf";

/// Old addresses, each as a regular expression, with the new ones.
fn moved(press: Press<'_>) -> Vec<(String, String)> {
    let base = press.catalog.config.base_path();
    let to = |page: &Page| {
        let PageKind::Redirect { of, .. } = page.kind else { return None };
        let entry = press.catalog.entry(of)?;
        // Servers compare what an address means, and take a `$` for one of their own words.
        let from = format!("^{}$", escaped(&format!("{base}{}", page.url.as_str())));
        Some((from, from_host(press.catalog, &entry.url).replace('$', "%24")))
    };
    press.pages.iter().filter_map(to).collect()
}

/// Whether a header goes with errors too: that a file is not there must not be remembered.
fn is_for_errors(name: &str) -> bool {
    name != "Cache-Control"
}

fn apache(press: Press<'_>, rules: &[Rule]) -> String {
    let mut out = format!("ErrorDocument 404 {}404.html\n", press.catalog.config.base_path());
    let set = |out: &mut String, rule: &Rule| {
        for (name, value) in &rule.headers {
            let always = if is_for_errors(name) { "always " } else { "" };
            let _ = writeln!(out, "  Header {always}set {name} \"{value}\"");
        }
    };
    out.push_str("<IfModule mod_headers.c>\n");
    for (at, rule) in rules.iter().enumerate() {
        if at == 0 {
            set(&mut out, rule);
            continue;
        }
        let _ = writeln!(out, "  <If \"%{{REQUEST_URI}} =~ m#{}#\">", rule.pattern());
        set(&mut out, rule);
        out.push_str("  </If>\n");
    }
    out.push_str("</IfModule>\n<IfModule mod_alias.c>\n");
    for (from, to) in moved(press) {
        let _ = writeln!(out, "  RedirectMatch 301 \"{from}\" \"{to}\"");
    }
    out.push_str("</IfModule>\n");
    out
}

/// To be included in the `server` of the site. A place with headers of its own has none of those around it:
/// each names all of them.
fn nginx(press: Press<'_>, rules: &[Rule]) -> String {
    let base = press.catalog.config.base_path();
    let mut out = format!(
        "# Rules of access, such as auth_basic, belong in the server, not in a location.\n\
         error_page 404 \"{base}404.html\";\n"
    );
    let Some((all, others)) = rules.split_first() else { return out };
    let add = |out: &mut String, name: &str, value: &str| {
        let always = if is_for_errors(name) { " always" } else { "" };
        let _ = writeln!(out, "add_header {name} \"{value}\"{always};");
    };
    all.headers.iter().for_each(|(name, value)| add(&mut out, name, value));
    // Of several places that fit, nginx takes the first.
    for (from, to) in moved(press) {
        let _ = writeln!(out, "location ~ \"{from}\" {{ return 301 \"{to}\"; }}");
    }
    for rule in others {
        let _ = writeln!(out, "location ~ \"{}\" {{", rule.pattern());
        let is_own = |name: &str| rule.headers.iter().any(|(own, _)| *own == name);
        let around = all.headers.iter().filter(|(name, _)| !is_own(name));
        around.chain(&rule.headers).for_each(|(name, value)| add(&mut out, name, value));
        out.push_str("}\n");
    }
    let _ = writeln!(out, "location = \"{base}{NGINX}\" {{ return 404; }}");
    out
}
