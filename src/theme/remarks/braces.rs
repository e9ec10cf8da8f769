//! Styles of a site's theme with a block that nobody closes, or a brace too many: a browser then
//! takes what follows for a part of that block, in other files too.

use super::File;
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;
use crate::theme::styles::without_comments;

pub(super) fn check(own: &[File]) -> Vec<Diag> {
    let styles = own.iter().filter(|file| file.name.starts_with("styles/"));
    let styles = styles.filter(|file| file.path.extension() == "css");
    let told = |file: &File| Some(Diag::of_file(file.path.clone(), uneven(&file.text)?));
    styles.filter_map(told).collect()
}

/// The first brace that closes nothing, or the last that nothing closes.
fn uneven(css: &str) -> Option<Problem> {
    let css = without_comments(css);
    let mut open = Vec::new();
    for (at, text) in css.lines().enumerate() {
        let line = at + 1;
        for brace in braces(text) {
            if brace == '{' {
                open.push(line);
            } else if open.pop().is_none() {
                return Some(Problem::UnevenBraces { is_open: false, line });
            }
        }
    }
    open.pop().map(|line| Problem::UnevenBraces { is_open: true, line })
}

/// The braces of a line that stand in no quoted text, which ends with its line.
fn braces(line: &str) -> Vec<char> {
    let mut found = Vec::new();
    let mut quote = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (_, '\\') => {
                chars.next();
            }
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '{' | '}') => found.push(c),
            _ => {}
        }
    }
    found
}
