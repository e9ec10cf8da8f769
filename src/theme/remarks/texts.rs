//! Texts of a site's theme that replace none or stand there twice, and blanks in them that nothing
//! fills in.

use std::collections::{BTreeMap, BTreeSet};

use super::File;
use crate::base::nearest;
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;
use crate::theme::flat;

/// Blanks of every text: what the programme calls its regions.
const EVERYWHERE: [&str; 4] = ["region", "regions", "Region", "Regions"];
/// Labels of a list that sites make longer.
const OPEN: &str = "licence/";

/// The blanks of each text of the program's own theme, in all its languages.
type Known = BTreeMap<String, BTreeSet<String>>;

pub(super) fn check(own: &[File], ours: &[File]) -> Vec<Diag> {
    let mut known = Known::new();
    for file in ours.iter().filter(|file| is_texts(file)) {
        for (_, key, text) in flat::read_lines(&file.path, &file.text, &mut Vec::new()) {
            known.entry(key).or_default().extend(blanks(&text).map(str::to_owned));
        }
    }
    let own_words: Vec<&File> =
        own.iter().filter(|file| file.name.starts_with("templates/")).collect();
    let mut diags = Vec::new();
    for file in own.iter().filter(|file| is_texts(file)) {
        for (line, key, text) in flat::read_lines(&file.path, &file.text, &mut Vec::new()) {
            let plain = key.strip_suffix(".u").unwrap_or(&key);
            let is_known = known.contains_key(&key) || known.contains_key(plain);
            let is_used = || own_words.iter().any(|file| file.text.contains(plain));
            let problem = if is_known {
                unknown_blank(&known, &key, &text, line)
            } else if plain.starts_with(OPEN) || is_used() {
                None
            } else {
                let near = nearest(&key, known.keys().map(String::as_str));
                let nearest = near.map(str::to_owned);
                Some(Problem::UnknownText { key: key.clone(), nearest, line })
            };
            diags.extend(problem.map(|problem| Diag::of_file(file.path.clone(), problem)));
        }
        diags.extend(repeated(file));
    }
    diags
}

/// Texts of which there is another of that name further up: the last one counts.
fn repeated(file: &File) -> Vec<Diag> {
    let mut seen = BTreeMap::new();
    let mut diags = Vec::new();
    for (line, key, _) in flat::read_lines(&file.path, &file.text, &mut Vec::new()) {
        if let Some(first) = seen.insert(key.clone(), line) {
            let problem = Problem::RepeatedText { key, first, line };
            diags.push(Diag::of_file(file.path.clone(), problem));
        }
    }
    diags
}

fn is_texts(file: &File) -> bool {
    file.name.starts_with("i18n/") && file.path.extension() == "yaml"
}

/// A blank that the text does not have in any language, nor for another number.
fn unknown_blank(known: &Known, key: &str, text: &str, line: usize) -> Option<Problem> {
    let plain = key.strip_suffix(".u").unwrap_or(key);
    let other = plain.strip_suffix("_one").map(|stem| format!("{stem}_many"));
    let keys = [Some(key.to_owned()), Some(plain.to_owned()), other];
    let filled: BTreeSet<&str> = keys
        .iter()
        .flatten()
        .filter_map(|key| known.get(key))
        .flatten()
        .map(String::as_str)
        .chain(EVERYWHERE)
        .collect();
    let blank = blanks(text).find(|blank| !filled.contains(blank))?;
    let of_text = filled.iter().filter(|own| !EVERYWHERE.contains(own)).copied();
    let all: Vec<String> = of_text.clone().map(str::to_owned).collect();
    let nearest = nearest(blank, of_text).map(str::to_owned);
    Some(Problem::UnknownTextBlank {
        key: key.to_owned(),
        blank: blank.to_owned(),
        nearest,
        known: all,
        line,
    })
}

/// The blanks of a text: `{name}`.
fn blanks(text: &str) -> impl Iterator<Item = &str> {
    let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    names.map(|(name, _)| name).filter(|name| !name.is_empty())
}
