//! What hosts send along with every file, and `_headers`, in which some read it.

use crate::config::{Host, Section};
use crate::render::outputs::policy;
use crate::render::outputs::search::{FOLDER, Finder};

use super::Press;

/// None of what a browser can do for a site is needed.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

const POLICY: &str = "Content-Security-Policy";

/// The name of such a file changes with its bytes.
const FOREVER: Header = ("Cache-Control", "public, max-age=31536000, immutable");

/// A picture whose consent ended makes place for a grey area at the same address, or goes: no
/// browser may show it from what it kept for longer than a day.
const FOR_A_DAY: Header = ("Cache-Control", "public, max-age=86400");

/// Its name and its value.
type Header = (&'static str, &'static str);

/// The headers of some files; of two rules that name the same one, the later counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    /// The path from the host: `:name` stands for one part of it, `*` at the end for anything.
    pub path: String,
    pub headers: Vec<(&'static str, String)>,
}

impl Rule {
    fn new(path: String, headers: &[Header]) -> Self {
        let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned()));
        Self { path, headers: headers.collect() }
    }

    /// The path as a regular expression that all of a path has to fit.
    pub(super) fn pattern(&self) -> String {
        let part = |part: &str| match part {
            "*" => ".*".to_owned(),
            part if part.starts_with(':') => "[^/]+".to_owned(),
            part => escaped(part),
        };
        let parts: Vec<String> = self.path.split('/').map(part).collect();
        let all = parts.join("/");
        // Servers ask themselves for the page of a folder by its name.
        match all.strip_suffix("[^/]+") {
            Some(folder) => format!(r"^{folder}(?!index\.html$)[^/]+$"),
            None if all.ends_with('/') => format!(r"^{all}(?:index\.html)?$"),
            None => format!("^{all}$"),
        }
    }
}

/// A text as a regular expression that fits it alone.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if !letter.is_alphanumeric() && !matches!(letter, '/' | '-' | '_') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// The rules of a site: first that of all files.
pub(super) fn rules(press: Press<'_>) -> Vec<Rule> {
    let config = &press.catalog.config;
    let base = config.base_path();
    let mut rules = vec![everywhere(press)];
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
            let headers = [(POLICY, policy::MAIL), ("X-Robots-Tag", "noindex")];
            rules.push(Rule::new(path, &headers));
        }
        if press.shared.search.is_some() {
            let path = config.path(Section::Search, lang);
            rules.push(Rule::new(format!("{at}{path}/"), &[(POLICY, policy::SEARCH)]));
        }
    }
    if let Some(Finder { parts }) = &press.shared.search {
        let parts = if parts.is_empty() { "" } else { ":part/" };
        for kind in ["fragment", "index", "filter"] {
            rules.push(Rule::new(format!("{base}{FOLDER}{parts}{kind}/*"), &[FOREVER]));
        }
    }
    rules.push(Rule::new(format!("{base}assets/*"), &[FOREVER]));
    let images = config.path(Section::Images, &config.lang);
    rules.push(Rule::new(format!("{base}{images}/*"), &[FOR_A_DAY]));
    // Open data may be read by the pages of others.
    rules.push(Rule::new(format!("{base}data/*"), &[("Access-Control-Allow-Origin", "*")]));
    rules
}

fn everywhere(press: Press<'_>) -> Rule {
    let fixed = [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", PERMISSIONS),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ];
    let mut rule = Rule::new(format!("{}*", press.catalog.config.base_path()), &fixed);
    rule.headers.insert(0, (POLICY, policy::of_site(press.catalog)));
    if press.shared.preview {
        rule.headers.push(("X-Robots-Tag", "noindex".to_owned()));
    }
    rule
}

/// The text of `_headers`. One host joins the values of all rules that match, and two policies
/// joined are as strict as both: there the first is taken back.
pub(super) fn text(rules: &[Rule], host: Option<Host>) -> String {
    let mut out = String::new();
    for (at, rule) in rules.iter().enumerate() {
        out.push_str(&rule.path);
        out.push('\n');
        for (name, value) in &rule.headers {
            if host == Some(Host::Cloudflare) && at > 0 && *name == POLICY {
                out.push_str("  ! Content-Security-Policy\n");
            }
            for part in ["  ", name, ": ", value, "\n"] {
                out.push_str(part);
            }
        }
    }
    out
}
