//! Settings whose values can be read and are still of no use.

use crate::base::{Spanned, find_email, nearest};
use crate::diag::Diag;
use crate::diag::problem::{Link, Newsletter, Site};

/// The blanks of the address to edit a page.
pub(super) const EDIT: &[&str] = &["path"];
/// Those of the address to make one.
pub(super) const NEW: &[&str] = &["folder", "name", "content"];

/// How the address of a contact begins (RFC 9116, 2.5.3).
const SCHEMES: [&str; 3] = ["https://", "mailto:", "tel:"];

/// The address of the site as all other addresses begin with it, and what is wrong with it:
/// behind a `?` or `#` no page can stand.
pub(super) fn base_url(written: &Spanned<String>) -> (String, Option<Diag>) {
    let sign = written.find(['?', '#']);
    let start = sign.and_then(|at| written.get(..at)).unwrap_or(written);
    let url = if start.ends_with('/') { start.to_owned() } else { format!("{start}/") };
    let sign = sign.and_then(|at| written.get(at..)?.chars().next());
    let diag = sign
        .map(|sign| Diag::at(written.span, Site::BadBaseUrl { sign, suggestion: url.clone() }));
    (url, diag)
}

/// Blanks in an address that nothing will fill in.
pub(super) fn blanks(pattern: &Spanned<String>, known: &'static [&'static str]) -> Vec<Diag> {
    let behind = pattern.split('{').skip(1);
    let names = behind.filter_map(|rest| rest.split_once('}').map(|(name, _)| name));
    let unknown = names.filter(|name| !known.contains(name));
    unknown
        .map(|name| {
            let nearest = nearest(name, known.iter().copied()).map(str::to_owned);
            let problem = Site::UnknownBlank { name: name.to_owned(), nearest, known };
            Diag::at(pattern.span, problem)
        })
        .collect()
}

/// A contact that nobody can reach, or an address that may not be shown.
pub(super) fn contact(written: &Spanned<String>, emails: &[Spanned<String>]) -> Option<Diag> {
    let text = written.trim();
    let begins = |scheme: &&str| {
        let start = text.get(..scheme.len());
        start.is_some_and(|own| own.eq_ignore_ascii_case(scheme)) && text.len() > scheme.len()
    };
    let is_one = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    if is_one && SCHEMES.iter().any(begins) {
        return None;
    }
    if find_email(text) == Some(0..text.len()) {
        return unlisted(text, written, emails);
    }
    Some(Diag::at(written.span, Site::BadContact { value: written.value.clone() }))
}

/// A sender of mail without an address, or with one that may not be shown.
pub(super) fn sender(written: &Spanned<String>, emails: &[Spanned<String>]) -> Option<Diag> {
    match find_email(written).and_then(|place| written.get(place)) {
        Some(email) => unlisted(email, written, emails),
        None => Some(Diag::at(written.span, Site::BadSender { value: written.value.clone() })),
    }
}

fn unlisted(email: &str, place: &Spanned<String>, emails: &[Spanned<String>]) -> Option<Diag> {
    let is_listed = emails.iter().any(|own| own.value == email);
    let problem = || Link::UnlistedEmail { address: email.to_owned() };
    (!is_listed).then(|| Diag::at(place.span, problem()))
}

/// A placeholder in the address of a link that HTML cannot hold as the mail tool looks for it.
pub(super) fn placeholder(written: &Spanned<String>) -> Option<Diag> {
    // Of a whole address HTML holds the `&` as `&amp;`, and all that read it know.
    let is_address = SCHEMES.iter().any(|scheme| written.starts_with(scheme));
    let sign = written.chars().find(|c| *c == '"' || (*c == '&' && !is_address))?;
    Some(lost(written, sign))
}

/// The same of one that stands in a text.
pub(super) fn placeholder_text(written: &Spanned<String>) -> Option<Diag> {
    let is_tag = |at: usize| {
        let next = written.get(at + 1..).and_then(|rest| rest.chars().next());
        next.is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next))
    };
    let is_lost = |(at, sign): &(usize, char)| match sign {
        '"' | '&' => true,
        '<' => is_tag(*at),
        _ => false,
    };
    let (_, sign) = written.char_indices().find(is_lost)?;
    Some(lost(written, sign))
}

fn lost(written: &Spanned<String>, sign: char) -> Diag {
    let text = written.value.clone();
    Diag::at(written.span, Newsletter::BadPlaceholder { text, sign })
}
