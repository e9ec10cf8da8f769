//! What a site may set of a theme, and what it did set.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::colour::{Rgb, tenths};
use super::minify::minified;
use super::tokens::{Declared, declared};
use super::{Theme, Word};
use crate::base::{SourcePath, nearest};
use crate::diag::problem::Theme as Problem;
use crate::diag::{Diag, Noted};

/// A setting that a theme offers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Param {
    /// What its value is.
    pub kind: ParamKind,
    /// Its value where the site says nothing; empty for none.
    pub default: String,
    /// The custom properties of the stylesheet that take the value.
    pub tokens: Vec<String>,
    /// For a colour: the one it must be readable on.
    pub against: Option<String>,
    /// Whether the tokens are those of dark mode.
    pub dark: bool,
    /// Where the default was written for this site, with its line: then the tokens take it where the
    /// stylesheet does not hold it.
    pub own: Option<(SourcePath, usize)>,
}

/// What the value of a setting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParamKind {
    /// `#0a5a66`
    Colour,
    /// A media id.
    Media,
    /// A short text.
    Text,
    /// Yes or no.
    YesNo,
}

/// The settings of a site, checked: every parameter of the theme with its value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Params(BTreeMap<String, (ParamKind, String)>);

impl Params {
    /// The value of a parameter; empty when it has none.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |(_, value)| value.as_str())
    }

    /// All of them, sorted by name.
    pub fn all(&self) -> impl Iterator<Item = (&str, ParamKind, &str)> {
        self.0.iter().map(|(name, (kind, value))| (name.as_str(), *kind, value.as_str()))
    }
}

impl Param {
    /// The parameters in the facts of a `theme.yaml`, which are keyed `params.<name>.<fact>`.
    pub(super) fn read_all(facts: &BTreeMap<String, String>) -> BTreeMap<String, Self> {
        let names = facts.keys().filter_map(|key| {
            key.strip_prefix("params.")?.strip_suffix(".type").map(ToOwned::to_owned)
        });
        names.map(|name| (name.clone(), Self::read(facts, &name))).collect()
    }

    fn read(facts: &BTreeMap<String, String>, name: &str) -> Self {
        let fact = |fact: &str| facts.get(&format!("params.{name}.{fact}")).map(String::as_str);
        Self {
            kind: fact("type").and_then(ParamKind::named).unwrap_or(ParamKind::Text),
            default: fact("default").unwrap_or_default().to_owned(),
            tokens: fact("tokens")
                .unwrap_or_default()
                .split_whitespace()
                .map(ToOwned::to_owned)
                .collect(),
            against: fact("against").map(ToOwned::to_owned),
            dark: fact("dark").is_some_and(is_yes),
            own: None,
        }
    }
}

impl ParamKind {
    pub(super) const NAMES: [&str; 4] = ["colour", "media", "text", "yes-no"];

    /// The kind that a theme calls so.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "colour" | "color" => Self::Colour,
            "media" => Self::Media,
            "text" => Self::Text,
            "yes-no" => Self::YesNo,
            _ => return None,
        })
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Colour => "colour",
            Self::Media => "media",
            Self::Text => "text",
            Self::YesNo => "yes-no",
        }
    }

    pub(super) fn accepts(self, value: &str) -> bool {
        match self {
            Self::Colour => Rgb::parse(value).is_some(),
            Self::YesNo => is_yes_or_no(value),
            Self::Media | Self::Text => value.len() <= 200,
        }
    }
}

impl Theme {
    /// Checks what a site sets against what the theme offers.
    pub fn params(&self, given: &[Word]) -> Noted<Params> {
        let mut diags = Vec::new();
        let mut values: BTreeMap<String, (ParamKind, String)> = self
            .params
            .iter()
            .map(|(name, param)| (name.clone(), (param.kind, param.default.clone())))
            .collect();
        let mut set = |name: &str, value: &str| {
            if let Some((_, own)) = values.get_mut(name) {
                value.clone_into(own);
            }
        };
        for Word { key, text } in given {
            let problem = match self.params.get(&key.value) {
                None => Some(Problem::UnknownParam {
                    name: key.value.clone(),
                    nearest: nearest(&key.value, self.params.keys().map(String::as_str))
                        .map(ToOwned::to_owned),
                }),
                Some(param) if !param.kind.accepts(text) => Some(Problem::BadParam {
                    name: key.value.clone(),
                    value: text.value.clone(),
                    kind: param.kind.name(),
                }),
                Some(param) => param.too_pale(&key.value, text),
            };
            match problem {
                Some(problem @ Problem::PaleColour { .. }) => {
                    set(key, text);
                    diags.push(Diag::at(text.span, problem));
                }
                Some(problem @ Problem::BadParam { .. }) => {
                    diags.push(Diag::at(text.span, problem));
                }
                Some(problem) => diags.push(Diag::at(key.span, problem)),
                None => {
                    set(key, text);
                }
            }
        }
        Noted::new(Params(values), diags)
    }

    /// The stylesheet with a site's settings in it, as small as can be.
    pub fn stylesheet(&self, params: &Params) -> String {
        let written = declared(&self.styles);
        let mut out = self.styles.clone();
        // What dark mode says for itself wins over what both modes have.
        let by_mode = |is_dark| self.params.iter().filter(move |(_, own)| own.dark == is_dark);
        for (name, param) in by_mode(false).chain(by_mode(true)) {
            let value = params.get(name);
            let stands = || param.own.is_none() || param.is_held(&written);
            if value.is_empty() || (value == param.default && stands()) {
                continue;
            }
            let is_known = |token: &&String| written.iter().any(|own| own.name == **token);
            let (known, new): (Vec<&String>, Vec<&String>) =
                param.tokens.iter().partition(is_known);
            let (light, dark) =
                ("not (prefers-color-scheme: dark)", "(prefers-color-scheme: dark)");
            if param.dark {
                set(&mut out, Some(dark), &[known, new].concat(), value);
            } else {
                set(&mut out, Some(light), &known, value);
                set(&mut out, None, &new, value);
            }
        }
        minified(&out)
    }
}

/// Adds a rule that gives tokens a value, for one mode or for both.
fn set(out: &mut String, mode: Option<&str>, tokens: &[&String], value: &str) {
    if tokens.is_empty() {
        return;
    }
    let mut rule = String::from(":root {");
    for token in tokens {
        let _ = write!(rule, " {token}: {value};");
    }
    rule.push_str(" }");
    let _ = match mode {
        Some(mode) => writeln!(out, "@layer tokens {{ @media {mode} {{ {rule} }} }}"),
        None => writeln!(out, "@layer tokens {{ {rule} }}"),
    };
}

impl Theme {
    /// A colour of the stylesheet in light mode, with a site's settings: `--ink`.
    pub fn light_colour(&self, params: &Params, token: &str) -> Option<String> {
        let set = self.params.iter().find(|(_, param)| {
            param.kind == ParamKind::Colour
                && !param.dark
                && param.tokens.iter().any(|own| own == token)
        });
        let set = set.map(|(name, _)| params.get(name)).filter(|value| !value.is_empty());
        let written = || {
            let (_, behind) = self.styles.split_once(&format!("{token}: "))?;
            behind.split(';').next()
        };
        set.or_else(written)
            .map(str::trim)
            .filter(|value| Rgb::parse(value).is_some())
            .map(ToOwned::to_owned)
    }

    /// The same as red, green and blue.
    pub fn light_rgb(&self, params: &Params, token: &str) -> Option<[u8; 3]> {
        Rgb::parse(&self.light_colour(params, token)?).map(|Rgb(parts)| parts)
    }
}

impl Param {
    /// Whether one of its tokens has the default already: the others may differ from it on purpose.
    fn is_held(&self, written: &[Declared]) -> bool {
        written.iter().any(|own| {
            own.is_dark == self.dark
                && self.tokens.contains(&own.name)
                && own.value.eq_ignore_ascii_case(&self.default)
        })
    }

    /// The contrast of a colour with what it must be readable on, in tenths, where that is too little.
    pub(super) fn too_little_contrast(&self, value: &str) -> Option<u32> {
        let ground = Rgb::parse(self.against.as_deref()?)?;
        let ratio = ground.contrast(Rgb::parse(value)?);
        (ratio < 4.5).then(|| tenths(ratio))
    }

    fn too_pale(&self, name: &str, value: &str) -> Option<Problem> {
        let tenths = self.too_little_contrast(value)?;
        Some(Problem::PaleColour { name: name.to_owned(), value: value.to_owned(), tenths })
    }
}

/// Whether it says yes or no.
pub(super) fn is_yes_or_no(value: &str) -> bool {
    is_yes(value) || matches!(value, "no" | "false" | "nee")
}

fn is_yes(value: &str) -> bool {
    matches!(value, "yes" | "true" | "ja")
}
