//! Texts of a site's theme that replace none or stand there twice, and blanks in them that nothing
//! fills in.

use std::collections::BTreeMap;

use super::File;
use crate::base::nearest;
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;
use crate::theme::blanks::{Known, Unfilled};
use crate::theme::flat;

/// Labels of a list that sites make longer.
const OPEN: &str = "licence/";

pub(super) fn check(own: &[File], ours: &[File]) -> Vec<Diag> {
    let mut known = Known::default();
    for file in ours.iter().filter(|file| is_texts(file)) {
        for (_, key, text) in flat::read_lines(&file.path, &file.text, &mut Vec::new()) {
            known.add(key, &text);
        }
    }
    let own_words: Vec<&File> =
        own.iter().filter(|file| file.name.starts_with("templates/")).collect();
    let mut diags = Vec::new();
    for file in own.iter().filter(|file| is_texts(file)) {
        for (line, key, text) in flat::read_lines(&file.path, &file.text, &mut Vec::new()) {
            let plain = key.strip_suffix(".u").unwrap_or(&key);
            let is_known = known.has(&key) || known.has(plain);
            let is_used = || own_words.iter().any(|file| file.text.contains(plain));
            let problem = if is_known {
                known.unfilled(&key, &text).map(|Unfilled { blank, nearest, known }| {
                    Problem::UnknownTextBlank { key: key.clone(), blank, nearest, known, line }
                })
            } else if plain.starts_with(OPEN) || is_used() {
                None
            } else {
                let near = nearest(&key, known.keys());
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
