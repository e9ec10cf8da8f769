//! What was found in a file so far.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::output::facts::{Attribute, Kind, Link, Markup, Role};
use crate::output::{Headings, Ids, Links};

/// Facts of a file that is still being read; what it can it borrows from the file.
#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    pub(super) kind: Kind,
    pub(super) language: Option<Cow<'a, str>>,
    pub(super) title: Option<String>,
    pub(super) base: Option<Cow<'a, str>>,
    pub(super) redirects: bool,
    pub(super) ids: Vec<Cow<'a, str>>,
    /// Names of old-style anchors, which may be those of ids too.
    pub(super) names: Vec<Cow<'a, str>>,
    pub(super) headings: Vec<(u8, String)>,
    pub(super) links: Vec<(Role, Attribute, Cow<'a, str>)>,
    pub(super) images_without_alt: Vec<Box<str>>,
    pub(super) inline_code: BTreeSet<Box<str>>,
}

impl<'a> Draft<'a> {
    /// Notes an address, unless it carries its own content or is empty of meaning.
    pub(super) fn add_link(
        &mut self,
        role: Role,
        attribute: Attribute,
        address: impl Into<Cow<'a, str>>,
    ) {
        let address = address.into();
        let start = address.trim_start().get(..5);
        if !start.is_some_and(|start| start.eq_ignore_ascii_case("data:")) {
            self.links.push((role, attribute, address));
        }
    }

    /// The facts, packed.
    pub(super) fn finish(mut self) -> Markup {
        self.ids.sort_unstable();
        let pairs = self.ids.iter().zip(self.ids.iter().skip(1));
        let twice = pairs.filter(|(own, next)| own == next);
        let repeated_ids: BTreeSet<Box<str>> =
            twice.map(|(own, _)| Box::from(own.as_ref())).collect();
        let heading = |(level, text): &(u8, String)| (*level, spaced(text));
        let headings: Vec<_> = self.headings.iter().map(heading).collect();
        Markup {
            kind: self.kind,
            language: self.language.map(|own| Box::from(own.as_ref())),
            title: self.title.map(|text| spaced(&text)),
            base: self.base.map(|own| Box::from(own.as_ref())),
            redirects: self.redirects,
            ids: Ids::of(self.ids.iter().chain(&self.names).map(AsRef::as_ref).collect()),
            repeated_ids,
            headings: Headings::of(&headings),
            links: Links::of(self.links.iter().map(as_link).collect()),
            images_without_alt: self.images_without_alt.into_boxed_slice(),
            inline_code: self.inline_code.into_iter().collect(),
        }
    }
}

fn as_link<'a>((role, attribute, address): &'a (Role, Attribute, Cow<'_, str>)) -> Link<'a> {
    Link { role: *role, attribute: *attribute, address }
}

fn spaced(text: &str) -> Box<str> {
    text.split_whitespace().collect::<Vec<_>>().join(" ").into_boxed_str()
}
