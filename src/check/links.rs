//! Links that lead nowhere, and requests that leave the site.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::OutPath;
use crate::diag::Diag;
use crate::diag::problem::Output as Problem;
use crate::output::{File, Kind, Link, MANIFEST, Output, Role};

use super::address::{Meaning, Site};
use super::audience::Audience;
use super::kept::{Known, Looked};
use super::{Rules, Subject};

/// Characters that mail tools use around their own placeholders, which are no addresses.
const PLACEHOLDER: &[char] = &['{', '}', '[', ']', '|', '*', '%', '$'];

/// What is wrong with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Fault {
    Dead,
    DeadAnchor,
    Outside,
    Relative,
    ThirdParty,
    Script,
}

/// The faults of a page, each with the address as it stands there first.
pub(super) type Found = BTreeMap<Key, String>;

/// A fault and what is the same for all pages that have it.
type Key = (Fault, String);

/// Checks the addresses of every file: one look-up for each.
pub(super) fn check(
    output: &Output,
    subjects: &[Subject<'_>],
    rules: &Rules<'_>,
    known: Option<Known<'_>>,
) -> (Vec<Diag>, Looked) {
    let site = &Site::new(rules.base_url);
    let looked = Looked::at(output, rules, known.as_ref());
    let known = known.filter(|own| own.looked.leads_as(&looked));
    let look = |subject: &Subject<'_>| -> Found {
        if let Some(found) = known.and_then(|own| own.of(subject.path)) {
            return found;
        }
        let from = from(subject, site);
        let look = Look { output, site, rules, subject: *subject, from: from.as_deref() };
        let mut found = BTreeMap::new();
        let path = subject.path.as_str();
        // Nobody can mend a mail that was sent, nor the frames in which the site shows it. The page of the
        // edition itself is made of the documents as they are.
        let mut folders = rules.kept.iter().filter_map(|folder| path.strip_prefix(folder));
        if folders.any(|rest| rest != INDEX) {
            return found;
        }
        subject.markup.links.each(|link| {
            if let Some(key) = look.fault(&link) {
                found.entry(key).or_insert_with(|| link.address.to_owned());
            }
        });
        found
    };
    let by_subject: Vec<Found> = subjects.par_iter().map(look).collect();
    let paths = subjects.iter().map(|own| own.path.clone());
    let looked = looked.with(paths.zip(by_subject.iter().cloned()));
    let mut first: BTreeMap<Key, (&OutPath, String, usize)> = BTreeMap::new();
    for (subject, found) in subjects.iter().zip(by_subject) {
        for (key, address) in found {
            first.entry(key).and_modify(|(_, _, others)| *others += 1).or_insert((
                subject.path,
                address,
                0,
            ));
        }
    }
    let told = first.into_iter().map(|((fault, _), (path, address, others))| {
        Diag::of_output(path.clone(), problem(fault, address, others))
    });
    (told.collect(), looked)
}

fn problem(fault: Fault, address: String, others: usize) -> Problem {
    match fault {
        Fault::Dead => Problem::DeadLink { address, others },
        Fault::DeadAnchor => Problem::DeadAnchor { address, others },
        Fault::Outside => Problem::OutsideLink { address, others },
        Fault::Relative => Problem::RelativeInMail { address, others },
        Fault::ThirdParty => Problem::ThirdPartyRequest { address, others },
        Fault::Script => Problem::ScriptAddress { address, others },
    }
}

/// All that the judgement of one address needs.
struct Look<'a> {
    output: &'a Output,
    site: &'a Site<'a>,
    rules: &'a Rules<'a>,
    subject: Subject<'a>,
    /// The path that its addresses start from, when that is on the site.
    from: Option<&'a str>,
}

/// The path that a page's addresses start from; `None` when they lead elsewhere. `base` is for
/// pages that are shown elsewhere than where they stand.
fn from<'a>(subject: &Subject<'a>, site: &Site<'_>) -> Option<Cow<'a, str>> {
    let path = subject.path.as_str();
    match &subject.markup.base {
        None => Some(Cow::Borrowed(path)),
        Some(base) => match site.resolve(path, base) {
            Meaning::Inside { path, .. } => Some(Cow::Owned(path)),
            _ => None,
        },
    }
}

impl Look<'_> {
    fn fault(&self, link: &Link<'_>) -> Option<Key> {
        let address = link.address;
        if self.subject.audience == Audience::Mail {
            if address.contains(PLACEHOLDER) && !address.contains("://") {
                return None;
            }
            if !Site::is_whole(address) {
                return Some((Fault::Relative, address.to_owned()));
            }
        }
        match self.site.resolve(self.from?, address) {
            Meaning::Inside { path, fragment } => self.inside(&path, fragment),
            Meaning::BesideSite => Some((Fault::Outside, address.to_owned())),
            Meaning::Elsewhere => {
                (link.role == Role::Load).then(|| (Fault::ThirdParty, address.to_owned()))
            }
            Meaning::Script => Some((Fault::Script, address.to_owned())),
            Meaning::Other => None,
        }
    }

    fn inside(&self, path: &str, fragment: Option<String>) -> Option<Key> {
        let Some((found, file)) = served(self.output, path) else {
            let is_assumed = |known: &&str| match known.strip_suffix('/') {
                Some(_) => path.starts_with(known),
                None => path == *known,
            };
            let present = path == MANIFEST || self.rules.assumed.iter().any(is_assumed);
            return (!present).then(|| (Fault::Dead, path.to_owned()));
        };
        let fragment = fragment?;
        let markup = file.facts.markup.as_deref()?;
        let there = match markup.kind {
            Kind::Page | Kind::Fragment => markup.ids.contains(&fragment),
            // `#svgView(…)` and its kin are views, no places.
            Kind::Svg => fragment.contains(['(', '=']) || markup.ids.contains(&fragment),
            Kind::Css => true,
        };
        // A style sheet's `url(#id)` is about the page that uses it.
        let own = self.subject.markup.kind == Kind::Css;
        (!there && !own).then(|| (Fault::DeadAnchor, format!("{found}#{fragment}")))
    }
}

/// The file that a host serves at a path: the one that stands there or, with its slash or without,
/// the page of that folder.
fn served<'a>(output: &'a Output, path: &str) -> Option<(&'a OutPath, &'a File)> {
    if is_folder(path) {
        return output.get(&format!("{path}{INDEX}"));
    }
    output.get(path).or_else(|| output.get(&format!("{path}/{INDEX}")))
}

/// The page of a folder.
const INDEX: &str = "index.html";

fn is_folder(path: &str) -> bool {
    path.is_empty() || path.ends_with('/')
}
