//! Addresses of other sites.

use std::collections::BTreeMap;

use crate::base::OutPath;
use crate::output::{Output, Role};

use super::Rules;
use super::address::{Meaning, Site};
use super::audience::Audience;

/// Every address of another site that a reader can go to from a page, with the first page that
/// has it. Those that begin with one of `unless` are left out.
pub fn elsewhere<'a>(
    output: &'a Output,
    rules: &Rules<'_>,
    unless: &[&str],
) -> BTreeMap<String, &'a OutPath> {
    let site = Site::new(rules.base_url);
    let mut found = BTreeMap::new();
    for (path, file) in output.files() {
        let Some(markup) = &file.facts.markup else { continue };
        if Audience::of(path, rules.mail) != Audience::Site {
            continue;
        }
        markup.links.each(|link| {
            let address = link.address.trim();
            let is_wanted = link.role == Role::Follow
                && is_web(address)
                && !unless.iter().any(|start| address.starts_with(start))
                && !found.contains_key(address)
                && site.resolve(path.as_str(), address) == Meaning::Elsewhere;
            if is_wanted {
                found.insert(address.to_owned(), path);
            }
        });
    }
    found
}

fn is_web(address: &str) -> bool {
    let scheme = address.split_once("://").map_or("", |(scheme, _)| scheme);
    ["http", "https"].iter().any(|own| scheme.eq_ignore_ascii_case(own))
}
