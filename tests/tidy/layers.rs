//! A module uses lower layers only.

use super::source::Source;
use super::{no_breach, program, source};

/// The layers from the ground up; ARCHITECTURE.md says what lives in each module.
const LAYERS: &[&[&str]] = &[
    &["base"],
    &["diag", "plain"],
    &["vfs", "store", "web", "yaml", "i18n"],
    &["schema"],
    &["config", "model"],
    &["parse", "media", "theme"],
    &["catalog"],
    &["plan", "output", "lint"],
    &["render"],
    &["check", "publish"],
    &["pipeline"],
    &["serve"],
    &["cli"],
];

/// The steps inside `render`, which use lower steps only too.
const STEPS: &[&[&str]] = &[&["leaf"], &["body"], &["outputs"]];

#[test]
fn a_module_uses_lower_layers_only() {
    let mut breaches = Vec::new();
    for source in program() {
        let code = source.code();
        breaches.extend(breaches_of(&source, "src/", &paths_behind(&code, "crate::"), LAYERS));
        let used = paths_behind(&code, "crate::render::");
        breaches.extend(breaches_of(&source, "src/render/", &used, STEPS));
    }
    no_breach("a module uses lower layers only; move what is shared down", &breaches);
}

#[test]
fn every_module_has_a_layer() {
    let mut breaches = Vec::new();
    for line in source::read("src/lib.rs").lines() {
        let name = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';'));
        if let Some(name) = name.filter(|name| layer_of(name, LAYERS).is_none()) {
            breaches.push(format!("`{name}` is not in LAYERS; add it where it belongs"));
        }
    }
    no_breach("every module has a layer", &breaches);
}

fn layer_of(module: &str, layers: &[&[&str]]) -> Option<usize> {
    layers.iter().position(|layer| layer.contains(&module))
}

fn breaches_of(
    source: &Source,
    folder: &str,
    used: &[String],
    layers: &[&[&str]],
) -> Vec<String> {
    let Some(rest) = source.path.strip_prefix(folder) else { return Vec::new() };
    let own = rest.split(['/', '.']).next().unwrap_or_default();
    let Some(own_layer) = layer_of(own, layers) else { return Vec::new() };
    used.iter()
        .filter(|module| *module != own)
        .filter(|module| layer_of(module, layers).is_some_and(|layer| layer >= own_layer))
        .map(|module| format!("{}: {own} may not use {module}", source.path))
        .collect()
}

/// The first names behind a prefix: `crate::a::B` and `crate::{a::B, c}` give `a` and `a`, `c`.
fn paths_behind(code: &str, prefix: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let rest = code.get(at + prefix.len()..).unwrap_or_default();
        match rest.strip_prefix('{') {
            Some(group) => found.extend(names_in_group(group)),
            None => found.push(name(rest)),
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The names on the first level of a group in braces.
fn names_in_group(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut expects_name = true;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => expects_name = true,
            c if c.is_whitespace() => {}
            _ if expects_name => {
                names.push(name(group.get(at..).unwrap_or_default()));
                expects_name = false;
            }
            _ => {}
        }
    }
    names
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn paths_are_found_alone_and_in_groups() {
    let code =
        "use crate::base::{a, b};\nuse crate::{diag::{X, y::Z}, vfs};\ncrate::yaml::read()";
    assert_eq!(paths_behind(code, "crate::"), ["base", "diag", "vfs", "yaml"]);
}
