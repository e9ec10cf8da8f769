//! Colours of a stylesheet that cannot be read on each other, in light and in dark.

use std::collections::{BTreeMap, BTreeSet};

use super::{File, styles};
use crate::base::SourcePath;
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;
use crate::theme::colour::{Rgb, tenths};
use crate::theme::tokens::{Declared, declared};

/// What everything stands on.
const GROUNDS: [&str; 3] = ["paper", "sheet", "wash"];
/// Colours of text.
const TEXT: [&str; 8] =
    ["ink", "ink-soft", "accent-ink", "works", "if", "not", "unknown", "side"];
/// Colours of shapes: lines that are to be seen, parts of charts.
const SHAPES: [&str; 7] = ["edge", "accent", "c2", "c3", "c4", "c5", "c6"];
/// Text that has a ground of its own.
const PAIRS: [(&str, &str); 9] = [
    ("on-accent", "accent"),
    ("on-mark", "mark"),
    ("on-foot", "foot"),
    ("foot-soft", "foot"),
    ("k-ink-0", "k0"),
    ("k-ink-1", "k1"),
    ("k-ink-2", "k2"),
    ("k-ink-3", "k3"),
    ("k-ink-4", "k4"),
];

/// How many colours may name each other in a row: `--c1: var(--accent)`.
const DEEPEST: usize = 8;

/// A colour as it was written last.
#[derive(Debug, Clone)]
struct Token {
    value: String,
    /// Its line, from 1.
    line: usize,
    /// The file, where it is the site's own.
    own: Option<SourcePath>,
}

type Tokens = BTreeMap<String, Token>;

/// The colours of the site's theme that cannot be read. Those of the program's own theme are told
/// by what the site put beside them.
pub(super) fn check(own: &[File], ours: &[File]) -> Vec<Diag> {
    let (mut light, mut dark) = (Tokens::new(), Tokens::new());
    for (file, is_own) in styles(own, ours) {
        let own = is_own.then_some(&file.path);
        read(&file.text, own, &mut light, &mut dark);
    }
    modes(&light, dark)
}

/// The same of one stylesheet, as the site's own.
#[cfg(test)]
pub(in crate::theme) fn faint(path: &SourcePath, css: &str) -> Vec<Diag> {
    let (mut light, mut dark) = (Tokens::new(), Tokens::new());
    read(css, Some(path), &mut light, &mut dark);
    modes(&light, dark)
}

fn modes(light: &Tokens, dark: Tokens) -> Vec<Diag> {
    let mut in_dark = light.clone();
    in_dark.extend(dark);
    let mut diags: Vec<Diag> = faint_in(light, false);
    for diag in faint_in(&in_dark, true) {
        // What dark mode takes from light mode is one mistake.
        let is_news = |known: &Diag| known.place != diag.place || line(known) != line(&diag);
        if diags.iter().all(is_news) {
            diags.push(diag);
        }
    }
    diags
}

fn line(diag: &Diag) -> Option<(usize, usize)> {
    diag.problem.line()
}

fn faint_in(tokens: &Tokens, is_dark: bool) -> Vec<Diag> {
    let on_grounds = |names: &[&'static str], least| -> Vec<Diag> {
        let worst = |name: &&'static str| {
            let on = |ground: &&'static str| Some((ratio(tokens, name, ground)?, *ground));
            let (_, ground) =
                GROUNDS.iter().filter_map(on).min_by(|a, b| a.0.total_cmp(&b.0))?;
            told(tokens, (name, ground), least, is_dark)
        };
        names.iter().filter_map(worst).collect()
    };
    let mut diags = on_grounds(&TEXT, 45);
    diags.extend(on_grounds(&SHAPES, 30));
    let pairs = PAIRS.iter().filter_map(|pair| told(tokens, *pair, 45, is_dark));
    diags.extend(pairs);
    diags.extend(unread(tokens));
    diags
}

fn ratio(tokens: &Tokens, name: &str, ground: &str) -> Option<f64> {
    let (name, ground) = (colour(tokens, name).ok()?, colour(tokens, ground).ok()?);
    Some(name.contrast(ground))
}

/// The problem of a colour on a ground, where the least contrast in tenths is not reached.
fn told(
    tokens: &Tokens,
    (name, ground): (&str, &str),
    least: u32,
    is_dark: bool,
) -> Option<Diag> {
    let found = ratio(tokens, name, ground)?;
    if found >= f64::from(least) / 10.0 {
        return None;
    }
    // Of the two the one that the site wrote.
    let pair = [name, ground].map(|own| tokens.get(own));
    let (path, line) = pair
        .into_iter()
        .flatten()
        .find_map(|own| own.own.as_ref().map(|path| (path.clone(), own.line)))?;
    let problem = Problem::FaintToken {
        name: format!("--{name}"),
        ground: format!("--{ground}"),
        tenths: tenths(found),
        least,
        is_dark,
        line,
    };
    Some(Diag::of_file(path, problem))
}

/// Colours of the site's own that cannot be looked at.
fn unread(tokens: &Tokens) -> Vec<Diag> {
    let pairs = PAIRS.iter().flat_map(|(name, ground)| [*name, *ground]);
    let names: BTreeSet<&str> =
        [&GROUNDS[..], &TEXT, &SHAPES].concat().into_iter().chain(pairs).collect();
    let told = |name: &str| {
        let value = colour(tokens, name).err()?;
        let token = tokens.get(name)?;
        let (path, line) = (token.own.clone()?, token.line);
        let problem = Problem::UnreadColour { name: format!("--{name}"), value, line };
        Some(Diag::of_file(path, problem))
    };
    names.into_iter().filter_map(told).collect()
}

/// The colour behind a name; else what stands there in its place.
fn colour(tokens: &Tokens, name: &str) -> Result<Rgb, String> {
    let mut value = tokens.get(name).map(|own| own.value.as_str()).unwrap_or_default();
    for _ in 0..DEEPEST {
        let inside = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')'));
        let Some(inside) = inside else { break };
        let (other, otherwise) = inside.split_once(',').unwrap_or((inside, ""));
        match tokens.get(other.trim()) {
            Some(other) => value = &other.value,
            None if otherwise.is_empty() => break,
            None => value = otherwise.trim(),
        }
    }
    Rgb::read(value).ok_or_else(|| value.to_owned())
}

/// Takes the custom properties of a stylesheet.
fn read(css: &str, own: Option<&SourcePath>, light: &mut Tokens, dark: &mut Tokens) {
    for Declared { name, value, line, is_dark } in declared(css) {
        let Some(name) = name.strip_prefix("--") else { continue };
        let into = if is_dark { &mut *dark } else { &mut *light };
        into.insert(name.to_owned(), Token { value, line, own: own.cloned() });
    }
}
