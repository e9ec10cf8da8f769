//! `explain`: the page about a problem code, which is part of the program.

use include_dir::{Dir, include_dir};

use super::run::{Call, Exit};
use crate::base::nearest;
use crate::diag::problem::Host;
use crate::diag::{Code, Fatal, Language, Place};

static PAGES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/docs/problems");

/// Prints the page about a code in the language of messages.
pub(super) fn run(code: &str, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let language = call.style.language;
    let Some(page) = Code::find(code).and_then(|code| page(code, language)) else {
        let problem = Host::UnknownCode { code: code.to_owned(), nearest: near(code) };
        return Err(Fatal::new(Place::Nowhere, problem));
    };
    call.report().give(page);
    Ok(Exit::Done)
}

/// The page about a code; `docs/problems/<area>/<what>.<language>.md`.
fn page(code: Code, language: Language) -> Option<&'static str> {
    PAGES.get_file(format!("{}.{}.md", code.name, language.as_str()))?.contents_utf8()
}

/// The code that was meant: one with the same name in another area, or one that is near.
fn near(code: &str) -> Option<&'static str> {
    let names: Vec<&'static str> = Code::all().iter().map(|code| code.name).collect();
    let what = code.rsplit('/').next().unwrap_or(code);
    let same = |name: &&'static str| name.rsplit('/').next() == Some(what);
    names.iter().copied().find(same).or_else(|| nearest(code, names.iter().copied()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn files(dir: &Dir<'_>, out: &mut BTreeSet<String>) {
        out.extend(dir.files().map(|file| file.path().to_string_lossy().into_owned()));
        dir.dirs().for_each(|dir| files(dir, out));
    }

    #[test]
    fn every_code_has_a_page_in_both_languages_and_no_page_is_left_over() {
        let expected: BTreeSet<String> = Code::all()
            .iter()
            .flat_map(|code| {
                ["nl", "en"].map(|language| format!("{}.{language}.md", code.name))
            })
            .collect();
        let mut found = BTreeSet::new();
        files(&PAGES, &mut found);
        let missing: Vec<_> = expected.difference(&found).collect();
        let left_over: Vec<_> = found.difference(&expected).collect();
        assert!(missing.is_empty(), "write these in docs/problems: {missing:#?}");
        assert!(left_over.is_empty(), "no code has these in docs/problems: {left_over:#?}");
    }

    #[test]
    fn every_page_begins_with_its_code_and_has_all_its_parts() {
        for &code in Code::all() {
            for (language, parts) in [
                (Language::Nl, ["## Waarom dit telt", "## Fout", "## Goed"]),
                (Language::En, ["## Why it matters", "## Wrong", "## Right"]),
            ] {
                let page = page(code, language).unwrap_or_default();
                let first = page.lines().next().unwrap_or_default();
                assert_eq!(first, format!("# `{}`", code.name), "{}", language.as_str());
                for part in parts {
                    let count = page.lines().filter(|line| line.starts_with(part)).count();
                    assert_eq!(count, 1, "{} {}: {part}", code.name, language.as_str());
                }
            }
        }
    }

    #[test]
    fn the_code_that_was_meant_is_found() {
        assert_eq!(near("yaml/tba"), Some("yaml/tab"));
        assert_eq!(near("tab"), Some("yaml/tab"));
        assert_eq!(near("field/unknown-key"), Some("front-matter/unknown-key"));
        assert_eq!(near("nothing-like-it"), None);
    }
}
