//! Which addresses are taken: no two documents on one, and old addresses that are free.

use std::borrow::Cow;

use crate::base::{Span, UrlPath};
use crate::config::{Host, Section};
use crate::diag::Diag;
use crate::diag::problem::Link;
use crate::model::DocKind;

use super::address::indexes;
use super::availability::Availability;
use super::{Catalog, Entry};

/// The addresses that are taken, with the place of what takes them; `None` when the site makes
/// the page by itself.
#[expect(clippy::disallowed_types, reason = "it is looked up in, and never walked")]
type Taken<'a> = std::collections::HashMap<Cow<'a, str>, Option<Span>>;

/// Reports every address that two want.
pub(super) fn check(catalog: &Catalog, diags: &mut Vec<Diag>) {
    let mut taken = made(catalog);
    for entry in &catalog.entries {
        let url = folder(&entry.url);
        let same = || {
            let problem = Link::SameAddress { url: url.to_owned() };
            Diag::missing_from(entry.document.file, problem)
        };
        match taken.get(url) {
            Some(Some(first)) => diags.push(same().related(*first)),
            Some(None) if !is_text_of_made(catalog, entry) => diags.push(same()),
            _ => {
                let place = Span::top(entry.document.file);
                taken.insert(Cow::Borrowed(url), Some(place));
            }
        }
    }
    let shown = catalog.entries.iter().filter(|entry| entry.is_shown());
    // These will be shown without anybody doing anything: what is wrong then is told now.
    let will_be = |entry: &&Entry| matches!(entry.availability, Availability::Scheduled(_));
    for entry in shown.chain(catalog.entries.iter().filter(will_be)) {
        for alias in &entry.document.head.aliases {
            let Some(url) = alias_url(alias) else {
                let (alias, span) = (alias.value.clone(), alias.span);
                let plain = plain(&alias);
                diags.push(Diag::at(span, Link::BadAlias { alias, plain }));
                continue;
            };
            let url = url.as_str().to_owned();
            if let Some(ending) = file_ending(&url).filter(|_| !redirects(catalog)) {
                let (url, ending) = (url.clone(), ending.to_owned());
                diags.push(Diag::at(alias.span, Link::AliasAsFile { url, ending }));
            }
            let diag = Diag::at(alias.span, Link::AliasTaken { url: url.clone() });
            match taken.get(url.as_str()) {
                Some(Some(first)) => diags.push(diag.related(*first)),
                Some(None) => diags.push(diag),
                None => {
                    taken.insert(Cow::Owned(url), Some(alias.span));
                }
            }
        }
    }
}

impl Catalog {
    /// The document that has an address among its old ones, shown or not.
    pub fn moved_from(&self, url: &UrlPath) -> Option<&Entry> {
        let has = |own: &&Entry| {
            let mut aliases = own.document.head.aliases.iter();
            aliases.any(|alias| alias_url(alias).as_ref() == Some(url))
        };
        self.entry(self.entries.iter().find(has)?.at)
    }
}

/// Whether a document is the text of a page that the site makes: home, or an introduction.
fn is_text_of_made(catalog: &Catalog, entry: &Entry) -> bool {
    let document = &entry.document;
    let introduces = || catalog.addresses.introduced_by(&document.id, &document.lang).is_some();
    match document.kind {
        DocKind::Home => true,
        DocKind::Page => introduces(),
        _ => false,
    }
}

/// The addresses of pages that the site makes by itself.
fn made(catalog: &Catalog) -> Taken<'_> {
    let addresses = &catalog.addresses;
    let lists = &catalog.vocabulary;
    let mut made = Taken::default();
    for lang in &catalog.config.langs {
        let sections = indexes().map(|section| addresses.section(section, lang));
        let topics = lists.topics.iter();
        let topics = topics.map(|own| addresses.below(Section::Topics, &own.id, lang));
        let questions = lists.questions.iter();
        let questions = questions.map(|own| addresses.below(Section::Questions, &own.id, lang));
        let all = sections.chain(topics).chain(questions).chain([addresses.home(lang)]);
        made.extend(all.map(|url| (Cow::Owned(folder(&url).to_owned()), None)));
    }
    made
}

/// An address without the file name that it may end in.
fn folder(url: &UrlPath) -> &str {
    url.as_str().strip_suffix("index.html").unwrap_or(url.as_str())
}

/// An old address as an address: without a first slash, with a last one.
pub fn alias_url(alias: &str) -> Option<UrlPath> {
    let path = alias.trim().trim_start_matches('/');
    let path = path.strip_suffix("index.html").unwrap_or(path);
    // A star stands for any address where hosts read redirects.
    let fits = !path.is_empty() && !path.contains(['?', '#', ':', '\\', '%', '*']);
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let whole =
        if path.ends_with('/') || is_file { path.to_owned() } else { format!("{path}/") };
    fits.then(|| UrlPath::new(&whole)).flatten()
}

/// What an address ends in that names a file which is no page.
fn file_ending(url: &str) -> Option<&str> {
    let (_, ending) = url.rsplit('/').next()?.rsplit_once('.')?;
    let is_page = ["html", "htm"].iter().any(|own| ending.eq_ignore_ascii_case(own));
    (!is_page).then_some(ending)
}

/// Whether the host of a site sends readers of old addresses on by itself, whatever stands there.
fn redirects(catalog: &Catalog) -> bool {
    let host = catalog.config.host;
    matches!(host, Some(Host::Netlify | Host::Cloudflare | Host::Apache | Host::Nginx))
}

/// An old address in which signs are written as codes, with the signs themselves; `None` where it
/// could not be one either.
fn plain(alias: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(alias.len());
    let mut parts = alias.split('%');
    bytes.extend(parts.next()?.bytes());
    for part in parts {
        let code =
            part.get(..2).filter(|code| code.bytes().all(|own| own.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(code, 16).ok()?);
        bytes.extend(part.get(2..)?.bytes());
    }
    let plain = String::from_utf8(bytes).ok().filter(|plain| plain != alias)?;
    alias_url(&plain).is_some().then_some(plain)
}
