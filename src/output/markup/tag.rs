//! One start tag, and what it says about its page.

use std::borrow::Cow;

use crate::output::css;
use crate::output::facts::{Attribute, Kind, Role};
use crate::output::srcset;

use super::draft::Draft;

/// Words of `rel` that make a browser fetch the address, or connect to its host.
const FETCHED: &[&str] = &[
    "stylesheet",
    "icon",
    "apple-touch-icon",
    "apple-touch-icon-precomposed",
    "mask-icon",
    "manifest",
    "preload",
    "modulepreload",
    "prefetch",
    "prerender",
    "preconnect",
    "dns-prefetch",
];

/// Names of `meta` whose content is an address.
const META_ADDRESSES: &[&str] = &[
    "og:url",
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "og:audio",
    "og:video",
    "twitter:image",
];

/// Values of `type` of a script that browsers run or load by; anything else is data.
const RUN: &[&str] = &[
    "",
    "module",
    "importmap",
    "speculationrules",
    "text/javascript",
    "application/javascript",
    "text/ecmascript",
    "application/ecmascript",
    "application/x-ecmascript",
    "application/x-javascript",
    "text/javascript1.0",
    "text/javascript1.1",
    "text/javascript1.2",
    "text/javascript1.3",
    "text/javascript1.4",
    "text/javascript1.5",
    "text/jscript",
    "text/livescript",
    "text/x-ecmascript",
    "text/x-javascript",
];

/// A start tag: its name and attributes, in small letters. The list is used again for the next.
#[derive(Debug, Default)]
pub(super) struct Tag<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) attributes: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

/// The level of a heading element.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    match name {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}

impl<'a> Tag<'a> {
    pub(super) fn open(&mut self, name: impl Into<Cow<'a, str>>) {
        self.name = name.into();
        self.attributes.clear();
    }

    pub(super) fn attribute(&mut self, name: impl Into<Cow<'a, str>>) {
        self.attributes.push((name.into(), Cow::Borrowed("")));
    }

    /// The value of the last attribute.
    pub(super) fn value(&mut self, value: impl Into<Cow<'a, str>>) {
        if let Some((_, place)) = self.attributes.last_mut() {
            *place = value.into();
        }
    }

    /// The first attribute of a name, as browsers do.
    fn get(&self, name: &str) -> Option<&Cow<'a, str>> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// Notes what the tag says. `drawing`: it stands in an SVG.
    pub(super) fn note(&self, found: &mut Draft<'a>, drawing: bool) {
        self.note_ids(found);
        self.note_styles(found, drawing);
        self.note_inline_code(found);
        if drawing {
            return self.note_drawing(found);
        }
        self.note_addresses(found);
        match self.name.as_ref() {
            "html" => {
                found.kind = Kind::Page;
                found.language = self.get("lang").cloned();
            }
            "base" => {
                found.base = found.base.take().or_else(|| self.get("href").cloned());
            }
            "meta" => self.note_meta(found),
            "link" => self.note_link(found),
            "svg" => {
                found.language = found.language.take().or_else(|| self.svg_language(found));
            }
            name => {
                if let Some(level) = heading_level(name) {
                    found.headings.push((level, String::new()));
                }
            }
        }
    }

    fn svg_language(&self, found: &Draft<'_>) -> Option<Cow<'a, str>> {
        (found.kind == Kind::Svg).then(|| self.get("lang").cloned()).flatten()
    }

    fn note_ids(&self, found: &mut Draft<'a>) {
        let id = self.get("id").filter(|id| !id.is_empty());
        found.ids.extend(id.cloned());
        if self.name == "a" {
            found.names.extend(self.get("name").filter(|name| Some(*name) != id).cloned());
        }
    }

    fn note_styles(&self, found: &mut Draft<'a>, drawing: bool) {
        for (key, value) in &self.attributes {
            // In a drawing `fill`, `mask`, `filter` and others hold addresses too.
            if (key == "style" || drawing) && value.contains('(') {
                css::addresses(value, |address| {
                    found.add_link(Role::Load, Attribute::Css, address.to_owned());
                });
            }
        }
    }

    fn note_inline_code(&self, found: &mut Draft<'a>) {
        let is_run = || {
            let kind = self.get("type").map_or("", |kind| kind.trim());
            RUN.iter().any(|known| known.eq_ignore_ascii_case(kind))
        };
        match self.name.as_ref() {
            "script" if self.get("src").is_none() && is_run() => {
                found.inline_code.insert("<script>".into());
            }
            "style" => {
                found.inline_code.insert("<style>".into());
            }
            _ => {}
        }
        for (key, _) in &self.attributes {
            if key == "style" || (key.len() > 2 && key.starts_with("on")) {
                found.inline_code.insert(format!("{key}=\"\"").into());
            }
        }
    }

    fn note_addresses(&self, found: &mut Draft<'a>) {
        let name = self.name.as_ref();
        for (key, value) in &self.attributes {
            let (role, attribute) = match (key.as_ref(), name) {
                ("href", "a" | "area") => (Role::Follow, Attribute::Href),
                ("action", "form") => (Role::Follow, Attribute::Action),
                ("formaction", "button" | "input") => (Role::Follow, Attribute::FormAction),
                ("src", _) => (Role::Load, Attribute::Src),
                ("poster", "video") => (Role::Load, Attribute::Poster),
                ("data", "object") => (Role::Load, Attribute::Data),
                ("background", _) => (Role::Load, Attribute::Background),
                ("srcset", _) | ("imagesrcset", "link") => {
                    for address in srcset::addresses(value) {
                        let address = address.to_owned();
                        found.add_link(Role::Load, Attribute::SrcSet, address);
                    }
                    continue;
                }
                _ => continue,
            };
            found.add_link(role, attribute, value.clone());
        }
        let image_button = name == "input"
            && self.get("type").is_some_and(|kind| kind.eq_ignore_ascii_case("image"));
        if (name == "img" || image_button) && self.get("alt").is_none() {
            found
                .images_without_alt
                .push(Box::from(self.get("src").map_or("", |src| src.as_ref())));
        }
    }

    fn note_drawing(&self, found: &mut Draft<'a>) {
        for (key, value) in &self.attributes {
            let attribute = match key.as_ref() {
                "href" => Attribute::Href,
                "xlink:href" => Attribute::XlinkHref,
                "src" => Attribute::Src,
                _ => continue,
            };
            let role = if self.name == "a" { Role::Follow } else { Role::Load };
            found.add_link(role, attribute, value.clone());
        }
    }

    fn note_link(&self, found: &mut Draft<'a>) {
        let Some(address) = self.get("href") else { return };
        let fetched = self
            .get("rel")
            .map_or("", |rel| rel.as_ref())
            .split_ascii_whitespace()
            .any(|word| FETCHED.iter().any(|known| known.eq_ignore_ascii_case(word)));
        let role = if fetched { Role::Load } else { Role::Mention };
        found.add_link(role, Attribute::Href, address.clone());
    }

    fn note_meta(&self, found: &mut Draft<'a>) {
        let Some(content) = self.get("content") else { return };
        let name = self.get("property").or_else(|| self.get("name"));
        if name.is_some_and(|name| META_ADDRESSES.contains(&name.as_ref())) {
            found.add_link(Role::Mention, Attribute::Content, content.clone());
        }
        if self.get("http-equiv").is_some_and(|what| what.eq_ignore_ascii_case("refresh"))
            && let Some((_, address)) = content.split_once('=')
        {
            found.redirects = true;
            let address = address.trim().trim_matches(['"', '\'']).to_owned();
            found.add_link(Role::Follow, Attribute::Content, address);
        }
    }
}
