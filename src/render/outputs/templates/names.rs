//! The names that a template can use, for one that is nearly right. Tera tells them of values only.

use std::collections::BTreeSet;

use super::filters;
use crate::diag::problem::{Named, Slip};
use crate::theme::{DEFAULT, TemplateFile};

/// Tera's own filters.
pub(super) const FILTERS: [&str; 37] = [
    "safe",
    "default",
    "upper",
    "lower",
    "wordcount",
    "escape",
    "escape_html",
    "escape_xml",
    "newlines_to_br",
    "pluralize",
    "trim",
    "trim_start",
    "trim_end",
    "replace",
    "capitalize",
    "title",
    "truncate",
    "indent",
    "str",
    "int",
    "float",
    "length",
    "reverse",
    "split",
    "abs",
    "round",
    "first",
    "last",
    "nth",
    "join",
    "sort",
    "unique",
    "get",
    "values",
    "keys",
    "pairs",
    "group_by",
];
/// Tera's own tests, behind `is`.
pub(super) const TESTS: [&str; 17] = [
    "string",
    "number",
    "map",
    "bool",
    "array",
    "integer",
    "float",
    "none",
    "iterable",
    "defined",
    "undefined",
    "odd",
    "even",
    "divisible_by",
    "starting_with",
    "ending_with",
    "containing",
];

/// The slip with the names that are there, where tera tells none.
pub(super) fn completed(slip: Slip, template: &str, templates: &[TemplateFile]) -> Slip {
    match slip {
        Slip::Unknown { named, name, known } if known.is_empty() => {
            let known = known_as(named, template, templates).into_iter().collect();
            Slip::Unknown { named, name, known }
        }
        other => other,
    }
}

fn known_as(named: Named, template: &str, templates: &[TemplateFile]) -> BTreeSet<String> {
    let owned = |names: &[&str]| names.iter().map(|own| (*own).to_owned()).collect();
    match named {
        Named::Filter => owned(&[&FILTERS[..], &filters::NAMES].concat()),
        Named::Test => owned(&TESTS),
        Named::Component => {
            let all = templates.iter().flat_map(|own| named_after(&own.text, "component"));
            all.map(str::to_owned).collect()
        }
        // By either name: most templates are written without the theme's.
        Named::Template => {
            let plain = |own: &TemplateFile| {
                own.name.strip_prefix(DEFAULT)?.strip_prefix('/').map(str::to_owned)
            };
            let names = templates.iter().map(|own| own.name.clone());
            names.chain(templates.iter().filter_map(plain)).collect()
        }
        Named::Block => above(template, templates)
            .iter()
            .flat_map(|own| named_after(&own.text, "block"))
            .map(str::to_owned)
            .collect(),
        Named::Value | Named::Function | Named::Argument => BTreeSet::new(),
    }
}

/// The templates that one extends, the nearest first.
fn above<'a>(template: &str, templates: &'a [TemplateFile]) -> Vec<&'a TemplateFile> {
    let called = |name: &str| {
        let by = |wanted: String| templates.iter().find(|own| own.name == wanted);
        by(name.to_owned()).or_else(|| by(format!("{DEFAULT}/{name}")))
    };
    let mut found: Vec<&TemplateFile> = Vec::new();
    let mut last = called(template);
    while let Some(parent) = last.and_then(|own| called(extended(&own.text)?.1)) {
        if found.iter().any(|own| own.name == parent.name) {
            break;
        }
        found.push(parent);
        last = Some(parent);
    }
    found
}

/// The words behind every `{% tag`.
fn named_after<'a>(text: &'a str, tag: &'a str) -> impl Iterator<Item = &'a str> {
    text.split("{%").skip(1).filter_map(move |rest| {
        let rest = rest.trim_start_matches('-').trim_start().strip_prefix(tag)?;
        let rest = rest.strip_prefix(char::is_whitespace)?.trim_start();
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        rest.get(..end).filter(|name| !name.is_empty())
    })
}

/// Where a template names the one that it extends, in bytes, and that name.
pub(super) fn extended(text: &str) -> Option<(usize, &str)> {
    let behind = text.split_once("extends")?.1;
    let name = behind.trim_start();
    let quote = name.chars().next().filter(|own| matches!(own, '"' | '\''))?;
    let at = text.len() - name.len();
    Some((at, name.get(1..)?.split_once(quote)?.0))
}
