//! One start tag, and what it says about its page.

use crate::output::css;
use crate::output::facts::{Heading, Kind, Markup, Role};
use crate::output::srcset;

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

/// A start tag: its name and attributes. The buffers are used again for the next tag.
#[derive(Debug, Default)]
pub(super) struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    count: usize,
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

impl Tag {
    pub(super) fn open(&mut self, name: &[u8]) {
        fill(&mut self.name, name);
        self.count = 0;
    }

    pub(super) fn attribute(&mut self, name: &[u8]) {
        if self.count == self.attributes.len() {
            self.attributes.push(<_>::default());
        }
        if let Some((key, value)) = self.attributes.get_mut(self.count) {
            fill(key, name);
            value.clear();
            self.count += 1;
        }
    }

    pub(super) fn value(&mut self, value: &[u8]) {
        let last = self.count.checked_sub(1);
        if let Some((_, place)) = last.and_then(|last| self.attributes.get_mut(last)) {
            fill(place, value);
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes
            .iter()
            .take(self.count)
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The first attribute of a name, as browsers do.
    fn get(&self, name: &str) -> Option<&str> {
        self.all().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Notes what the tag says. `drawing`: it stands in an SVG.
    pub(super) fn note(&self, found: &mut Markup, drawing: bool) {
        self.note_ids(found);
        self.note_styles(found, drawing);
        if drawing {
            return self.note_drawing(found);
        }
        self.note_addresses(found);
        match self.name.as_str() {
            "html" => {
                found.kind = Kind::Page;
                found.language = self.get("lang").map(str::to_owned);
            }
            "base" => {
                found.base = found.base.take().or_else(|| self.get("href").map(str::to_owned));
            }
            "meta" => self.note_meta(found),
            "link" => self.note_link(found),
            "svg" => {
                found.language = found.language.take().or_else(|| self.svg_language(found));
            }
            name => {
                if let Some(level) = heading_level(name) {
                    found.headings.push(Heading { level, text: String::new() });
                }
            }
        }
    }

    fn svg_language(&self, found: &Markup) -> Option<String> {
        (found.kind == Kind::Svg).then(|| self.get("lang").map(str::to_owned)).flatten()
    }

    fn note_ids(&self, found: &mut Markup) {
        let id = self.get("id").filter(|id| !id.is_empty());
        if let Some(id) = id
            && !found.ids.insert(id.into())
        {
            found.repeated_ids.insert(id.into());
        }
        if self.name == "a"
            && let Some(name) = self.get("name").filter(|name| Some(*name) != id)
        {
            found.ids.insert(name.into());
        }
    }

    fn note_styles(&self, found: &mut Markup, drawing: bool) {
        for (key, value) in self.all() {
            // In a drawing `fill`, `mask`, `filter` and others hold addresses too.
            if (key == "style" || drawing) && value.contains('(') {
                css::addresses(value, |address| found.add_link(Role::Load, "css", address));
            }
        }
    }

    fn note_addresses(&self, found: &mut Markup) {
        let name = self.name.as_str();
        for (key, value) in self.all() {
            let (role, attribute) = match (key, name) {
                ("href", "a" | "area") => (Role::Follow, "href"),
                ("action", "form") => (Role::Follow, "action"),
                ("formaction", "button" | "input") => (Role::Follow, "formaction"),
                ("src", _) => (Role::Load, "src"),
                ("poster", "video") => (Role::Load, "poster"),
                ("data", "object") => (Role::Load, "data"),
                ("background", _) => (Role::Load, "background"),
                ("srcset", _) | ("imagesrcset", "link") => {
                    for address in srcset::addresses(value) {
                        found.add_link(Role::Load, "srcset", address);
                    }
                    continue;
                }
                _ => continue,
            };
            found.add_link(role, attribute, value);
        }
        let image_button = name == "input"
            && self.get("type").is_some_and(|kind| kind.eq_ignore_ascii_case("image"));
        if (name == "img" || image_button) && self.get("alt").is_none() {
            found.images_without_alt.push(self.get("src").unwrap_or_default().into());
        }
    }

    fn note_drawing(&self, found: &mut Markup) {
        for (key, value) in self.all() {
            let attribute = match key {
                "href" => "href",
                "xlink:href" => "xlink:href",
                "src" => "src",
                _ => continue,
            };
            let role = if self.name == "a" { Role::Follow } else { Role::Load };
            found.add_link(role, attribute, value);
        }
    }

    fn note_link(&self, found: &mut Markup) {
        let Some(address) = self.get("href") else { return };
        let fetched = self
            .get("rel")
            .unwrap_or_default()
            .split_ascii_whitespace()
            .any(|word| FETCHED.iter().any(|known| known.eq_ignore_ascii_case(word)));
        let role = if fetched { Role::Load } else { Role::Mention };
        found.add_link(role, "href", address);
    }

    fn note_meta(&self, found: &mut Markup) {
        let Some(content) = self.get("content") else { return };
        let name = self.get("property").or_else(|| self.get("name")).unwrap_or_default();
        if META_ADDRESSES.contains(&name) {
            found.add_link(Role::Mention, "content", content);
        }
        if self.get("http-equiv").is_some_and(|what| what.eq_ignore_ascii_case("refresh"))
            && let Some((_, address)) = content.split_once('=')
        {
            found.redirects = true;
            found.add_link(Role::Follow, "content", address.trim().trim_matches(['"', '\'']));
        }
    }
}

/// Puts bytes into a buffer that is used again.
fn fill(buffer: &mut String, bytes: &[u8]) {
    buffer.clear();
    buffer.push_str(&String::from_utf8_lossy(bytes));
}
