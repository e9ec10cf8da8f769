//! `_headers`: what hosts that read it send along with every file.
//!
//! Pages hold no style or script of their own, so the policy allows none. Mail is drawn with
//! inline styles; its files, and the desks that show them, have a rule of their own that
//! allows those. One host joins the values of all rules that match, and two policies joined
//! are as strict as both: there the first is taken back.

use crate::config::{Host, Section};
use crate::render::outputs::search::{FOLDER, Finder};

use super::Press;

/// Nothing but our own files; no frames, no forms.
const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; media-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
/// The same for mail: inline styles, and a desk of the site may show it in a frame.
const MAIL_POLICY: &str = "default-src 'none'; img-src 'self' https:; style-src 'self' 'unsafe-inline'; font-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
/// The same for the search page: what looks words up is compiled in the browser.
const SEARCH_POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self' 'wasm-unsafe-eval'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// None of what a browser can do for a site is needed.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";
/// The name of such a file changes with its bytes.
const FOREVER: &str = "Cache-Control: public, max-age=31536000, immutable";

/// A picture whose consent ended makes place for a grey area at the same address, or goes: no
/// browser may show it from what it kept for longer than a day.
const FOR_A_DAY: &str = "Cache-Control: public, max-age=86400";

/// The text of `_headers`.
pub(super) fn text(press: Press<'_>) -> String {
    let base = press.catalog.config.base_path();
    let mut rules = Rules::default();
    everywhere(press, &mut rules);
    own_policies(press, &mut rules);
    how_long(press, &mut rules);
    // Open data may be read by the pages of others.
    rules.add(&format!("{base}data/*"), &["Access-Control-Allow-Origin: *"]);
    rules.0
}

/// What holds for every file.
fn everywhere(press: Press<'_>, rules: &mut Rules) {
    let players: Vec<&str> = press.catalog.player_origins().into_iter().collect();
    // A film that stands elsewhere gets a frame when somebody asks for it.
    let frames = if players.is_empty() {
        String::new()
    } else {
        format!("; frame-src {}", players.join(" "))
    };
    let policy = format!("Content-Security-Policy: {POLICY}{frames}");
    let permissions = format!("Permissions-Policy: {PERMISSIONS}");
    let mut headers = vec![
        policy.as_str(),
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        &permissions,
        "Cross-Origin-Opener-Policy: same-origin",
    ];
    if press.shared.preview {
        headers.push("X-Robots-Tag: noindex");
    }
    rules.add(&format!("{}*", press.catalog.config.base_path()), &headers);
}

/// Mail with its desks, and the search pages, each under a policy of their own.
fn own_policies(press: Press<'_>, rules: &mut Rules) {
    let config = &press.catalog.config;
    let base = config.base_path();
    let takes_back = config.host == Some(Host::Cloudflare);
    let before = takes_back.then_some("! Content-Security-Policy");
    let mail_policy = format!("Content-Security-Policy: {MAIL_POLICY}");
    let mail = [mail_policy.as_str(), "X-Robots-Tag: noindex"];
    let mail: Vec<&str> = before.into_iter().chain(mail).collect();
    let search_policy = format!("Content-Security-Policy: {SEARCH_POLICY}");
    let search: Vec<&str> = before.into_iter().chain([search_policy.as_str()]).collect();
    for lang in &config.langs {
        let at = if *lang == config.lang { base.to_owned() } else { format!("{base}{lang}/") };
        let news = config.path(Section::Newsletters, lang);
        let copy = config.path(Section::Copy, lang);
        // A placeholder stands for one segment, so an edition's own page keeps the strict
        // rule: nothing stands behind its last slash.
        for path in [
            format!("{at}{news}/:edition/:file"),
            format!("{at}{news}/:edition/items/:file"),
            format!("{at}{news}/:edition/{copy}/"),
            format!("{at}{copy}/"),
            format!("{at}{copy}/:page/"),
            format!("{at}{copy}/items/:file"),
        ] {
            rules.add(&path, &mail);
        }
        if press.shared.search.is_some() {
            let path = config.path(Section::Search, lang);
            rules.add(&format!("{at}{path}/"), &search);
        }
    }
}

/// How long browsers keep files.
fn how_long(press: Press<'_>, rules: &mut Rules) {
    let config = &press.catalog.config;
    let base = config.base_path();
    if let Some(Finder { parts }) = &press.shared.search {
        let parts = if parts.is_empty() { "" } else { ":part/" };
        for kind in ["fragment", "index", "filter"] {
            rules.add(&format!("{base}{FOLDER}{parts}{kind}/*"), &[FOREVER]);
        }
    }
    rules.add(&format!("{base}assets/*"), &[FOREVER]);
    let images = config.path(Section::Images, &config.lang);
    rules.add(&format!("{base}{images}/*"), &[FOR_A_DAY]);
}

#[derive(Default)]
struct Rules(String);

impl Rules {
    fn add(&mut self, path: &str, headers: &[&str]) {
        self.0.push_str(path);
        for header in headers {
            self.0.push_str("\n  ");
            self.0.push_str(header);
        }
        self.0.push('\n');
    }
}
