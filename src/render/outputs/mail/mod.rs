//! The files beside an edition's web page: the whole mail, and each item as fragments to
//! paste. This folder asks the catalogue; `newsletter` draws.

mod item;
mod words;
mod tools;
mod shelf;
mod rss;
mod desk;
mod edition_source;
mod notes;
mod place;
mod sent;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod item_tests;

use std::collections::BTreeMap;

use crate::base::{Lang, Span, UrlPath, apostrophes};
use crate::catalog::{Catalog, Entry};
use crate::config::{Config, Section};
use crate::diag::{Diag, Noted};
use crate::i18n::Strings;
use crate::model::Front;
use crate::plan::{Page, PageKind};
use crate::render::outputs::newsletter::{
    self, Colour, EditionView, MailTokens, MailWords, Needs, Sender, Setting, Told, Utm,
};
use crate::render::outputs::pages::{Shared, Studio};
use crate::theme::{Params, Theme};

/// How large a mail may be where `site.yaml` says nothing, in bytes: some mail clients cut off
/// at 102 kB.
const MAX_BYTES: u32 = 100_000;

pub use desk::{of_edition, of_newest};
pub use item::is_named;
pub use shelf::{shelf, shelf_files};
pub use tools::{Tool, tools};

/// A finished file: its address and its bytes.
pub type File = (UrlPath, Vec<u8>);

/// What all mail of a site shares.
#[derive(Debug, Clone, Copy)]
pub struct Post<'a> {
    /// Everything that can be shown.
    pub catalog: &'a Catalog,
    /// What is the same on all pages.
    pub shared: &'a Shared,
}

/// The look of mail as a site sets it: the default one with an accent colour of its own.
pub fn tokens(theme: &Theme, params: &Params) -> MailTokens {
    let plain = MailTokens::default();
    let set = params.get("accent");
    // The accent of the default theme has its darker companion in the default look.
    let is_own = theme.params.get("accent").is_some_and(|param| param.default != set);
    let accent = Colour::parse(set).filter(|_| is_own).unwrap_or(plain.accent);
    MailTokens { accent, ..plain }
}

/// The files of one edition, with what is wrong with them at its source; none for a document
/// that is no edition.
pub fn files(post: Post<'_>, entry: &Entry) -> Noted<Vec<File>> {
    let drawn = drawn(post, entry);
    let mut diags = drawn.diags;
    let Some(view) = drawn.value else { return Noted::new(Vec::new(), diags) };
    let (config, addresses) = (&post.catalog.config, &post.catalog.addresses);
    let tools: Vec<_> = tools(config).into_iter().map(|tool| tool.mail).collect();
    diags.extend(problems(post.catalog, entry, &view));
    diags.extend(tools::marked_twice(config));
    let addressed = |(name, bytes): newsletter::File| {
        let name = format!("{}/{name}", entry.document.id);
        (addresses.file(Section::Newsletters, &name, &entry.document.lang), bytes)
    };
    let mut made = newsletter::files(&view, &tools);
    if post.catalog.has_desks() {
        // Two folders up, and one more for each that the site's language adds.
        let page = addresses.file(Section::Newsletters, "x/x", &entry.document.lang);
        made.extend(newsletter::previews(&view, &page.to_start()));
    }
    Noted::new(made.into_iter().map(addressed).collect(), diags)
}

/// What is wrong with the mail of an edition, at its source.
pub fn problems(catalog: &Catalog, entry: &Entry, view: &EditionView) -> Vec<Diag> {
    let limit = catalog.config.newsletter.max_bytes.unwrap_or(MAX_BYTES);
    let problems = newsletter::problems(view, limit as usize).into_iter();
    problems.map(|own| place::placed(catalog, entry, own)).collect()
}

/// What is wrong with the mail of an edition whose page is not there. It may go out before the page
/// comes, or is kept when that went; nothing of it is published, so nothing of it stops a build.
pub fn unseen(post: Post<'_>, entry: &Entry) -> Vec<Diag> {
    let drawn = drawn(post, entry);
    let mut diags = drawn.diags;
    if let Some(view) = &drawn.value {
        diags.extend(problems(post.catalog, entry, view));
    }
    diags.into_iter().map(Diag::at_most_warning).collect()
}

/// What an edition's mail is made from; `None` for a document that is no edition.
pub fn view(post: Post<'_>, entry: &Entry) -> Option<EditionView> {
    drawn(post, entry).value
}

/// What an edition's mail is made from: what was recorded of it when it was sent, or the
/// documents as they are.
fn drawn(post: Post<'_>, entry: &Entry) -> Noted<Option<EditionView>> {
    let sent = sent::sent(post, entry);
    match sent.value {
        Some(_) => sent,
        None => Noted::new(current(post, entry), sent.diags),
    }
}

/// An edition as its documents are now.
fn current(post: Post<'_>, entry: &Entry) -> Option<EditionView> {
    let Front::Newsletter(own) = &entry.document.front else { return None };
    let Post { catalog, shared } = post;
    let document = &entry.document;
    let page = page_of(entry);
    let studio = Studio::new(&page, catalog, shared);
    let lang = &document.lang;
    let day = document.head.date.as_ref().map_or(catalog.today, |date| date.value);
    let mut view = EditionView {
        setting: setting(post, lang, &document.id),
        id: document.id.clone(),
        number: own.number.clone(),
        date: day,
        date_shown: studio.day(day).shown,
        title: apostrophes(&document.head.title.value).into_owned(),
        // A draft may not have one yet.
        subject: match own.subject.value.trim() {
            "" => apostrophes(&document.head.title.value).into_owned(),
            subject => apostrophes(subject).into_owned(),
        },
        preheader: own.preheader.as_ref().map(|text| apostrophes(&text.value).into_owned()),
        site_title: apostrophes(catalog.config.title(lang)).into_owned(),
        intro: notes::with_notes(&studio.catalog.body(entry), Span::top(document.file)).into(),
        blocks: item::blocks(&studio, entry),
        closing: studio.closing(entry).into(),
        web_url: studio.whole(entry.url.as_str()),
        home_url: studio.whole(catalog.addresses.home(lang).as_str()),
        subscribe_url: catalog.config.newsletter.subscribe_url.clone(),
        sender: sender(catalog),
        colophon: colophon(catalog, lang),
        notices: notices(post, entry, studio.strings()),
        needs: Needs {
            consents: catalog.needs_of_text(entry),
            media: catalog.media_of_text(entry).into_iter().map(str::to_owned).collect(),
            documents: corrected(catalog, entry),
            told: told(catalog, entry),
        },
        charts: BTreeMap::new(),
    };
    view.settle_charts();
    Some(view)
}

/// The drawings of the charts in an edition's mail, with the addresses at which it shows them: beside
/// its web version, and of an edition that was sent where that stood then.
pub fn charts(post: Post<'_>, entry: &Entry) -> Vec<(UrlPath, String)> {
    let Some(view) = view(post, entry) else { return Vec::new() };
    let page = view.web_url.strip_prefix(view.setting.base_url.trim_end_matches('/'));
    let page = page.unwrap_or_default().trim_start_matches('/');
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |(name, svg)| Some((UrlPath::new(&format!("{folder}/{name}"))?, svg));
    view.charts.into_iter().filter_map(beside).collect()
}

/// The documents that are no items of an edition and whose corrections it tells, each once.
fn corrected(catalog: &Catalog, edition: &Entry) -> Vec<String> {
    let told = catalog.corrections_beside(edition);
    let mut documents: Vec<String> = told.iter().map(|own| own.entry.reference()).collect();
    documents.sort_unstable();
    documents.dedup();
    documents
}

/// The corrections that an edition tells, of its items and of others.
fn told(catalog: &Catalog, edition: &Entry) -> Vec<Told> {
    let all = catalog.edition_corrections(edition).into_iter();
    all.map(|own| Told { document: own.entry.reference(), text: own.text.to_owned() }).collect()
}

/// The folders of editions whose mail comes from a record.
pub fn kept_folders(catalog: &Catalog) -> Vec<UrlPath> {
    let is_kept = |entry: &&Entry| {
        catalog.sent_on(entry).is_some() && catalog.sent_record(entry).is_some()
    };
    let folder = |entry: &Entry| {
        let name = format!("{}/", entry.document.id);
        catalog.addresses.file(Section::Newsletters, &name, &entry.document.lang)
    };
    catalog.entries().iter().filter(is_kept).map(folder).collect()
}

/// The page whose studio makes an edition's parts.
fn page_of(entry: &Entry) -> Page {
    // A studio asks for the language and the address of its page, never for the position.
    let kind = PageKind::Document(usize::MAX);
    Page::new(kind, entry.document.lang.clone(), entry.url.clone())
}

fn setting(post: Post<'_>, lang: &Lang, campaign: &str) -> Setting {
    let config = &post.catalog.config;
    Setting {
        base_url: config.base_url.clone(),
        utm: config.newsletter.utm.then(|| Utm::newsletter(campaign)),
        lang: lang.clone(),
        tokens: post.shared.mail.clone(),
        words: MailWords::of(lang),
        chart_colours: post.shared.chart_colours.clone(),
    }
}

/// Who makes the newsletter and how to reach them.
fn colophon(catalog: &Catalog, lang: &Lang) -> Vec<String> {
    let config = &catalog.config;
    let written = config.newsletter.from.as_ref().map(|from| {
        let (name, address) = name_and_address(from);
        with_email(name, Some(address).filter(|own| !own.is_empty()), config)
    });
    let contact = || {
        let id = config.contact.as_ref()?;
        let organisation = catalog.organisation(id)?;
        let email = organisation.email.as_ref().map(|email| email.value.as_str());
        Some(with_email(&catalog.owner_name(id, lang), email, config))
    };
    written.or_else(contact).into_iter().filter(|line| !line.is_empty()).collect()
}

/// The sender, where its address may be shown.
fn sender(catalog: &Catalog) -> Option<Sender> {
    let (name, address) = name_and_address(catalog.config.newsletter.from.as_ref()?);
    catalog
        .config
        .emails
        .iter()
        .any(|own| own == address)
        .then(|| Sender { name: name.to_owned(), address: address.to_owned() })
}

/// The parts of `Redactie <redactie@voorbeeld.example>`; an address alone has no name.
fn name_and_address(from: &str) -> (&str, &str) {
    match from.split_once('<') {
        Some((name, rest)) => {
            (name.trim().trim_matches('"'), rest.trim_end().trim_end_matches('>').trim())
        }
        None if from.contains('@') => ("", from.trim()),
        None => (from.trim(), ""),
    }
}

/// A name with its mail address, where that may be shown.
fn with_email(name: &str, email: Option<&str>, config: &Config) -> String {
    let listed = |email: &&str| config.emails.iter().any(|own| own == email);
    match email.map(str::trim).filter(listed) {
        Some(email) if name.is_empty() => email.to_owned(),
        Some(email) => format!("{name}, {email}"),
        None => name.to_owned(),
    }
}

/// What every reader must be told.
fn notices(post: Post<'_>, entry: &Entry, strings: &Strings) -> Vec<String> {
    let mut notices = Vec::new();
    let mut tell = |when: bool, key: &str| {
        if when {
            notices.push(strings.text(key).to_owned());
        }
    };
    tell(post.shared.preview, "mail_preview");
    tell(post.catalog.config.demonstration.is_some(), "demonstration");
    tell(entry.document.head.sample, "sample_notice");
    notices
}
