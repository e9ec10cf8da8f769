//! What a site's theme says of itself and of its settings in a way that nothing comes of.

use std::collections::BTreeSet;

use super::File;
use crate::base::nearest;
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;
use crate::theme::params::is_yes_or_no;
use crate::theme::{ParamKind, Theme, flat};

/// What a theme says of itself.
const KEYS: [&str; 4] = ["name", "version", "licence", "params"];
/// What it says of a setting.
const FACTS: [&str; 6] = ["type", "default", "tokens", "against", "dark", "help"];

pub(super) fn check(theme: &Theme, own: &[File]) -> Vec<Diag> {
    let mut diags = Vec::new();
    for file in own.iter().filter(|file| file.name == "theme.yaml") {
        let lines = flat::read_lines(&file.path, &file.text, &mut Vec::new());
        let mut problems = Vec::new();
        // A key with lines below it is told once.
        let mut told = BTreeSet::new();
        for (line, key, value) in lines {
            let place = Place { theme, line, told: &mut told };
            problems.extend(place.problem(&key, value));
        }
        problems.extend(unquoted(&file.text));
        problems.sort_by_key(|(line, _)| *line);
        let of_file = |(_, own)| Diag::of_file(file.path.clone(), own);
        diags.extend(problems.into_iter().map(of_file));
    }
    diags
}

/// A line of a `theme.yaml`.
struct Place<'a> {
    theme: &'a Theme,
    line: usize,
    /// Keys and settings that something was told of.
    told: &'a mut BTreeSet<String>,
}

impl Place<'_> {
    fn problem(self, key: &str, value: String) -> Option<(usize, Problem)> {
        let line = self.line;
        let (top, rest) = key.split_once('.').unwrap_or((key, ""));
        let problem = if top != "params" {
            let is_known = KEYS.contains(&top) && rest.is_empty();
            (!is_known && self.told.insert(top.to_owned())).then(|| unknown(top, &KEYS, line))
        } else {
            let (name, fact) = rest.split_once('.').unwrap_or((rest, ""));
            self.of_setting(name, fact, value)
        };
        problem.map(|problem| (line, problem))
    }

    fn of_setting(self, name: &str, fact: &str, value: String) -> Option<Problem> {
        let line = self.line;
        let setting = format!("params.{name}");
        if !fact.is_empty() && !FACTS.contains(&fact) {
            self.told.insert(setting);
            return Some(unknown(fact, &FACTS, line));
        }
        let Some(param) = self.theme.params.get(name).filter(|_| !fact.is_empty()) else {
            // A slip in a key above may well be the type.
            let problem = Problem::UnknownType {
                name: name.to_owned(),
                written: String::new(),
                nearest: None,
                line,
            };
            return self.told.insert(setting).then_some(problem);
        };
        match fact {
            "type" => unknown_type(name, value, line),
            "default" if !value.is_empty() && !param.kind.accepts(&value) => {
                let (name, kind) = (name.to_owned(), param.kind.name());
                Some(Problem::BadDefault { name, value, kind, line })
            }
            "default" => {
                let tenths = param.too_little_contrast(&value)?;
                Some(Problem::PaleDefault { name: name.to_owned(), value, tenths, line })
            }
            _ => {
                let (fact, kind) = wrong_fact(fact, &value)?;
                Some(Problem::BadFact { name: name.to_owned(), fact, value, kind, line })
            }
        }
    }
}

fn unknown(key: &str, known: &[&'static str], line: usize) -> Problem {
    let nearest = nearest(key, known.iter().copied()).map(str::to_owned);
    Problem::UnknownKey { key: key.to_owned(), nearest, known: known.to_vec(), line }
}

fn unknown_type(name: &str, written: String, line: usize) -> Option<Problem> {
    if ParamKind::named(&written).is_some() {
        return None;
    }
    let nearest = nearest(&written, ParamKind::NAMES).map(str::to_owned);
    Some(Problem::UnknownType { name: name.to_owned(), written, nearest, line })
}

/// The fact with what it must be, where it is something else.
fn wrong_fact(fact: &str, value: &str) -> Option<(&'static str, &'static str)> {
    match fact {
        "against" if !ParamKind::Colour.accepts(value) => Some(("against", "colour")),
        "dark" if !is_yes_or_no(value) => Some(("dark", "yes-no")),
        "tokens" if !value.split_whitespace().all(is_token) => Some(("tokens", "tokens")),
        _ => None,
    }
}

/// Whether it is the name of a custom property.
fn is_token(name: &str) -> bool {
    let is_part = |own: char| own.is_alphanumeric() || matches!(own, '-' | '_');
    name.strip_prefix("--").is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_part))
}

/// Colours that are comments, because nothing stands around them.
fn unquoted(text: &str) -> Vec<(usize, Problem)> {
    let mut problems = Vec::new();
    for (line, written) in (1..).zip(text.lines()) {
        let Some((key, behind)) = written.trim().split_once(':') else { continue };
        let value = behind.split_whitespace().next().unwrap_or_default();
        let is_colour = value.strip_prefix('#').is_some_and(|digits| {
            matches!(digits.len(), 3 | 4 | 6 | 8)
                && digits.chars().all(|c| c.is_ascii_hexdigit())
        });
        if FACTS.contains(&key) && is_colour {
            let (key, value) = (key.to_owned(), value.to_owned());
            problems.push((line, Problem::UnquotedColour { key, value, line }));
        }
    }
    problems
}
