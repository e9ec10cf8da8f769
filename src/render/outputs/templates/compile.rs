//! Compiles the templates of a theme and says all that is wrong with them at once.

use std::collections::{BTreeMap, BTreeSet};

use tera::{ErrorKind, Tera, Value};

use super::{Templates, error, filters, names};
use crate::base::{Lang, SourcePath, nearest};
use crate::diag::problem::{Named, Slip, Theme as Problem};
use crate::diag::{Diag, Noted, Place};
use crate::i18n::Strings;
use crate::store::KeyMaker;
use crate::theme::{DEFAULT, TemplateFile, Theme};

impl Templates {
    /// Compiles the templates of a theme for the languages of a site. `None` when one of them
    /// cannot be read; every broken template and every text that a template shows and a
    /// language lacks is noted.
    pub fn compile(theme: &Theme, strings: &[Strings]) -> Noted<Option<Self>> {
        let mut diags = missing_texts(theme, strings);
        let paths: BTreeMap<String, SourcePath> =
            theme.templates.iter().map(|t| (t.name.clone(), t.path.clone())).collect();
        let mut tera = empty();
        let sources = theme.templates.iter().map(|t| (t.name.as_str(), t.text.as_str()));
        if let Err(found) = tera.add_raw_templates(sources) {
            diags.extend(broken(&theme.templates, &paths, &found));
            return Noted::new(None, diags);
        }
        let texts: BTreeMap<Lang, Value> = strings
            .iter()
            .map(|strings| {
                let value = Value::try_from_serializable(strings.texts())
                    .unwrap_or_else(|_| Value::none());
                (strings.lang().clone(), value)
            })
            .collect();
        let start = start(theme, strings);
        Noted::new(Some(Self { tera, paths, texts, start }), diags)
    }
}

/// The fingerprint of the program, the templates and the texts: of what a page depends on
/// besides its view.
fn start(theme: &Theme, strings: &[Strings]) -> KeyMaker {
    let mut start = KeyMaker::of("page", env!("LEREND_FINGERPRINT"));
    for template in &theme.templates {
        start = start.part(template.name.as_bytes()).part(template.text.as_bytes());
    }
    for strings in strings {
        start = start.part(strings.lang().as_str().as_bytes());
        for (key, text) in strings.texts() {
            start = start.part(key.as_bytes()).part(text.as_bytes());
        }
    }
    start
}

/// Tera with our filters and the default theme within reach.
fn empty() -> Tera {
    let mut tera = Tera::new();
    tera.set_escape_fn(super::escape::escape);
    filters::register(&mut tera);
    // Cannot fail before there are templates.
    let _ = tera.set_fallback_prefixes([format!("{DEFAULT}/")]);
    tera
}

/// Tera stops at the first template that it cannot read, so each is tried by itself; only
/// when all can be read is what it says about them together worth telling.
fn broken(
    templates: &[TemplateFile],
    paths: &BTreeMap<String, SourcePath>,
    together: &tera::Error,
) -> Vec<Diag> {
    let mut said = Vec::new();
    for template in templates {
        if let Err(found) = empty().add_raw_template(&template.name, &template.text)
            && matches!(found.kind(), ErrorKind::SyntaxError(_))
        {
            said.extend(error::said(&found));
        }
    }
    if said.is_empty() {
        said = error::said(together);
    }
    let told = |said: error::Said| {
        let slip = names::completed(said.slip, &said.template, templates);
        let (mut line, mut column) = (said.line, said.column);
        // Tera has no place for one that is extended and not there.
        if line == 0 && matches!(slip, Slip::Unknown { named: Named::Template, .. }) {
            let own = templates.iter().find(|own| own.name == said.template);
            (line, column) = own
                .and_then(|own| Some(line_and_column(&own.text, names::extended(&own.text)?.0)))
                .unwrap_or_default();
        }
        let path = paths.get(&said.template).cloned();
        let place = path.map_or(Place::Nowhere, Place::File);
        Diag::new(place, Problem::TemplateBroken { line, column, slip })
    };
    said.into_iter().map(told).collect()
}

/// Texts that a template shows and a language does not have.
fn missing_texts(theme: &Theme, strings: &[Strings]) -> Vec<Diag> {
    let mut diags = Vec::new();
    for template in &theme.templates {
        for key in used_keys(&template.text) {
            let (line, column) = place(&template.text, key);
            for strings in strings.iter().filter(|strings| strings.get(key).is_none()) {
                let near = nearest(key, strings.texts().keys().map(String::as_str));
                let problem = Problem::MissingText {
                    key: key.to_owned(),
                    language: strings.lang().to_string(),
                    nearest: near.map(ToOwned::to_owned),
                    line,
                    column,
                };
                diags.push(Diag::of_file(template.path.clone(), problem));
            }
        }
    }
    diags
}

/// Line and column, from 1, of the first `t.key` in a template.
fn place(text: &str, key: &str) -> (usize, usize) {
    let wanted = format!("t.{key}");
    let stands_alone = |at: &usize| {
        let before = text.get(..*at).and_then(|own| own.chars().next_back());
        let after = text.get(at + wanted.len()..).and_then(|own| own.chars().next());
        !before.is_some_and(|c| is_word(c) || c == '.') && !after.is_some_and(is_word)
    };
    let found = text.match_indices(&wanted).map(|(at, _)| at).find(stands_alone);
    line_and_column(text, found.unwrap_or(0))
}

/// Line and column, from 1, of a place in a text.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let in_line = before.get(line_start..).unwrap_or_default();
    (before.matches('\n').count() + 1, in_line.chars().count() + 1)
}

/// The keys in `t.key` within `{{ … }}` and `{% … %}`.
pub(super) fn used_keys(text: &str) -> BTreeSet<&str> {
    let mut keys = BTreeSet::new();
    for (open, close) in [("{{", "}}"), ("{%", "%}")] {
        for part in text.split(open).skip(1) {
            // What follows the end of the expression belongs to the page.
            keys_in(part.split_once(close).map_or(part, |(code, _)| code), &mut keys);
        }
    }
    keys
}

fn keys_in<'a>(code: &'a str, keys: &mut BTreeSet<&'a str>) {
    let mut before = ' ';
    let mut rest = code;
    while let Some((head, tail)) = rest.split_once("t.") {
        before = head.chars().next_back().unwrap_or(before);
        let end = tail.find(|c: char| !is_word(c)).unwrap_or(tail.len());
        let (key, behind) = tail.split_at(end);
        if !is_word(before) && before != '.' && !key.is_empty() {
            keys.insert(key);
        }
        before = key.chars().next_back().unwrap_or('.');
        rest = behind;
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
