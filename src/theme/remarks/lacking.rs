//! Names that the styles use and that a site's own `tokens.css` does not give.

use std::collections::BTreeSet;

use super::{File, styles};
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;
use crate::theme::Theme;
use crate::theme::styles::without_comments;
use crate::theme::tokens::declared;

const TOKENS: &str = "styles/tokens.css";
/// So many of them are named.
const FIRST: usize = 3;

pub(super) fn check(theme: &Theme, own: &[File], ours: &[File]) -> Option<Diag> {
    let file = own.iter().find(|file| file.name == TOKENS)?;
    let original = ours.iter().find(|file| file.name == TOKENS)?;
    let used: Vec<String> =
        styles(own, ours).iter().map(|(file, _)| without_comments(&file.text)).collect();
    let settings = theme.params.values().filter(|param| param.own.is_some());
    let given: BTreeSet<&str> =
        settings.flat_map(|own| &own.tokens).map(String::as_str).collect();
    let is_lacking = |name: &&String| {
        let wanted = format!("var({name})");
        let gives = [format!("{name}:"), format!("{name} :")];
        used.iter().any(|css| css.contains(&wanted))
            && !used.iter().any(|css| gives.iter().any(|own| css.contains(own)))
            && !given.contains(name.as_str())
    };
    let mut seen = BTreeSet::new();
    let names: Vec<String> = declared(&original.text).into_iter().map(|own| own.name).collect();
    let lacking: Vec<&String> =
        names.iter().filter(|name| seen.insert(*name)).filter(is_lacking).collect();
    let first = lacking.iter().take(FIRST).map(|own| (*own).clone()).collect();
    let problem = Problem::MissingTokens { first, count: lacking.len() };
    (!lacking.is_empty()).then(|| Diag::of_file(file.path.clone(), problem))
}
