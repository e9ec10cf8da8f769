//! The files beside an edition's web page: the whole mail, and each item as fragments to
//! paste. This folder asks the catalogue; `newsletter` draws.

mod item;
mod words;
mod place;
#[cfg(test)]
mod tests;

use crate::base::{Lang, UrlPath};
use crate::catalog::{Catalog, Entry};
use crate::config::{Config, Section};
use crate::diag::Noted;
use crate::i18n::Strings;
use crate::model::Front;
use crate::plan::{Page, PageKind};
use crate::render::outputs::newsletter::{
    self, Colour, EditionView, MailTokens, MailWords, Setting, Utm,
};
use crate::render::outputs::pages::{Shared, Studio};
use crate::theme::{Params, Theme};

/// How large a mail may be where `site.yaml` says nothing, in bytes: some mail clients cut off
/// at 102 kB.
const MAX_BYTES: u32 = 100_000;

/// A finished file: its address and its bytes.
pub type File = (UrlPath, Vec<u8>);

/// What all mail of a site shares.
#[derive(Debug, Clone, Copy)]
pub struct Post<'a> {
    /// Everything that can be shown.
    pub catalog: &'a Catalog,
    /// What is the same on all pages.
    pub shared: &'a Shared,
    /// Colours, fonts and sizes.
    pub tokens: &'a MailTokens,
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
    let Some(view) = view(post, entry) else { return Noted::clean(Vec::new()) };
    let Catalog { config, addresses, .. } = post.catalog;
    let limit = config.newsletter.max_bytes.unwrap_or(MAX_BYTES);
    let problems = newsletter::problems(&view, limit as usize);
    let diags = problems.into_iter().map(|own| place::placed(post.catalog, entry, own));
    let addressed = |(name, bytes): newsletter::File| {
        let name = format!("{}/{name}", entry.document.id);
        (addresses.file(Section::Newsletters, &name, &entry.document.lang), bytes)
    };
    Noted::new(newsletter::files(&view).into_iter().map(addressed).collect(), diags.collect())
}

/// What an edition's mail is made from; `None` for a document that is no edition.
pub fn view(post: Post<'_>, entry: &Entry) -> Option<EditionView> {
    let Front::Newsletter(own) = &entry.document.front else { return None };
    let Post { catalog, shared, .. } = post;
    let document = &entry.document;
    let page = page_of(entry);
    let studio = Studio::new(&page, catalog, shared);
    let lang = &document.lang;
    let day = document.head.date.as_ref().map_or(catalog.today, |date| date.value);
    Some(EditionView {
        setting: setting(post, lang, &document.id),
        id: document.id.clone(),
        number: own.number.clone(),
        date: day,
        date_shown: studio.day(day).shown,
        title: document.head.title.value.clone(),
        // A draft may not have one yet.
        subject: match own.subject.value.trim() {
            "" => entry.document.head.title.value.clone(),
            subject => subject.to_owned(),
        },
        preheader: own.preheader.as_ref().map(|text| text.value.clone()),
        site_title: catalog.config.title.clone(),
        intro: document.body.blocks.clone(),
        blocks: item::blocks(&studio, entry),
        closing: studio.closing(entry),
        web_url: studio.whole(entry.url.as_str()),
        home_url: studio.whole(catalog.addresses.home(lang).as_str()),
        subscribe_url: catalog.config.newsletter.subscribe_url.clone(),
        colophon: colophon(catalog, lang),
        notices: notices(post, entry, studio.strings()),
    })
}

/// The page whose studio makes an edition's parts.
fn page_of(entry: &Entry) -> Page {
    // A studio asks for the language and the address of its page, never for the position.
    Page {
        kind: PageKind::Document(usize::MAX),
        lang: entry.document.lang.clone(),
        url: entry.url.clone(),
    }
}

fn setting(post: Post<'_>, lang: &Lang, campaign: &str) -> Setting {
    let config = &post.catalog.config;
    Setting {
        base_url: config.base_url.clone(),
        utm: config.newsletter.utm.then(|| Utm::newsletter(campaign)),
        lang: lang.clone(),
        tokens: post.tokens.clone(),
        words: match lang.as_str().split('-').next() {
            Some("nl") => MailWords::nl(),
            _ => MailWords::en(),
        },
    }
}

/// Who makes the newsletter and how to reach them.
fn colophon(catalog: &Catalog, lang: &Lang) -> Vec<String> {
    let config = &catalog.config;
    let written = config.newsletter.from.as_ref().map(|from| sender(from, config));
    let contact = || {
        let id = config.contact.as_ref()?;
        let organisation = catalog.organisation(id)?;
        let email = organisation.email.as_ref().map(|email| email.value.as_str());
        Some(with_email(&catalog.owner_name(id, lang), email, config))
    };
    written.or_else(contact).into_iter().filter(|line| !line.is_empty()).collect()
}

/// "Redactie, redactie@voorbeeld.example" from `Redactie <redactie@voorbeeld.example>`.
fn sender(from: &str, config: &Config) -> String {
    match from.split_once('<') {
        Some((name, rest)) => {
            with_email(name.trim().trim_matches('"'), Some(rest.trim_end_matches('>')), config)
        }
        None => from.trim().to_owned(),
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
    tell(post.catalog.demonstration(&entry.document.lang).is_some(), "demonstration");
    tell(entry.document.head.sample, "sample_notice");
    notices
}
