//! Settings that a site's theme declares in a way that nothing comes of.

use super::File;
use crate::base::nearest;
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;
use crate::theme::{ParamKind, Theme, flat};

pub(super) fn check(theme: &Theme, own: &[File]) -> Vec<Diag> {
    let mut diags = Vec::new();
    for file in own.iter().filter(|file| file.name == "theme.yaml") {
        for (line, key, value) in flat::read_lines(&file.path, &file.text, &mut Vec::new()) {
            let setting = key.strip_prefix("params.").and_then(|rest| rest.rsplit_once('.'));
            let problem = match setting {
                Some((name, "type")) => unknown_type(name, value, line),
                Some((name, "default")) => bad_default(theme, name, value, line),
                _ => None,
            };
            diags.extend(problem.map(|own| Diag::of_file(file.path.clone(), own)));
        }
    }
    diags
}

fn unknown_type(name: &str, written: String, line: usize) -> Option<Problem> {
    if ParamKind::named(&written).is_some() {
        return None;
    }
    let nearest = nearest(&written, ParamKind::NAMES).map(str::to_owned);
    Some(Problem::UnknownType { name: name.to_owned(), written, nearest, line })
}

fn bad_default(theme: &Theme, name: &str, value: String, line: usize) -> Option<Problem> {
    let kind = theme.params.get(name)?.kind;
    let is_good = value.is_empty() || kind.accepts(&value);
    let name = name.to_owned();
    (!is_good).then(|| Problem::BadDefault { name, value, kind: kind.name(), line })
}
