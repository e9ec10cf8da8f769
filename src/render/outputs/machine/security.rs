//! `security.txt` (RFC 9116): where to report a hole in the site.

use crate::base::UrlPath;
use crate::catalog::{Catalog, SECURITY};

use super::whole;

/// The text; `None` when the site names no contact.
pub(super) fn text(catalog: &Catalog) -> Option<String> {
    let config = &catalog.config;
    let written = config.security_contact.as_deref()?;
    let mut contact: String = written.chars().filter(|c| !c.is_control()).collect();
    // The format wants an address with its scheme.
    if !contact.contains(':') && contact.contains('@') {
        contact = format!("mailto:{contact}");
    }
    let expires = catalog.contact_lapses()?;
    let langs: Vec<&str> = config.langs.iter().map(crate::base::Lang::as_str).collect();
    let place = UrlPath::new(SECURITY)?;
    Some(format!(
        "Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: {}\nCanonical: {}\n",
        langs.join(", "),
        whole(catalog, &place)
    ))
}
