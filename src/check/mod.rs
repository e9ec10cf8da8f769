//! Looks at the finished site as a reader's browser would: at the facts of `Output` only.

mod address;
mod audience;
mod elsewhere;
mod kept;
mod links;
mod page;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::OutPath;
use crate::diag::Diag;
use crate::diag::problem::Output as Problem;
use crate::output::{Content, Markup, Output};

use self::audience::Audience;

pub use self::elsewhere::elsewhere;
pub use self::kept::{Known, Looked};

/// What the checks need to know besides the output.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// The address of the site: links that begin with it are links inside the site.
    pub base_url: &'a str,
    /// Files that go out by mail and are checked as such: names with one `*`, and folders with
    /// a `/` at the end. An `index.html` is never one.
    pub mail: &'a [&'a str],
    /// Files and folders (with a `/` at the end) that count as present though the output does
    /// not have them.
    pub assumed: &'a [&'a str],
    /// Folders (with a `/` at the end) of mail that was sent: its addresses were right then, and
    /// nobody can change them now.
    pub kept: &'a [&'a str],
    /// Headings of texts that are on a wrong level, sorted: that was told where they are written.
    pub told: &'a [&'a str],
}

impl<'a> Rules<'a> {
    /// The usual rules for a site at an address.
    pub fn new(base_url: &'a str) -> Self {
        Self { base_url, mail: &["mail*.html", "items/"], assumed: &[], kept: &[], told: &[] }
    }
}

/// One file under check.
#[derive(Debug, Clone, Copy)]
struct Subject<'a> {
    path: &'a OutPath,
    markup: &'a Arc<Markup>,
    audience: Audience,
}

/// Every problem of the finished site, by page. What is wrong with one address on many pages
/// is reported once, at the first. Links of pages that an earlier look knew are not looked up
/// again where they lead to the same.
pub fn check(
    output: &Output,
    rules: &Rules<'_>,
    known: Option<Known<'_>>,
) -> (Vec<Diag>, Looked) {
    if let Some(known) = known.as_ref()
        && let Some(said) = known.said(output, rules)
    {
        return (said.to_vec(), known.looked.clone());
    }
    let subjects: Vec<_> = output
        .files()
        .filter_map(|(path, file)| {
            // What is published as it is has no theme that could be mended.
            if matches!(&file.content, Content::Copy(source, _) if source.as_is().is_some()) {
                return None;
            }
            let markup = file.facts.markup.as_ref()?;
            Some(Subject { path, markup, audience: Audience::of(path, rules.mail) })
        })
        .collect();
    let page = |subject: &Subject<'_>| page::check(subject, rules.told);
    let of_pages = || -> Vec<Vec<Problem>> { subjects.par_iter().map(page).collect() };
    let ((mut diags, looked), (of_pages, titles)) = rayon::join(
        || links::check(output, &subjects, rules, known),
        || rayon::join(of_pages, || same_titles(&subjects)),
    );
    let of_pages = subjects.iter().zip(of_pages).flat_map(|(subject, found)| {
        let path = subject.path;
        found.into_iter().map(move |problem| (path, problem))
    });
    diags.extend(page::gathered(of_pages));
    diags.extend(titles);
    diags.sort_by(|a, b| a.place.cmp(&b.place));
    let looked = looked.saying(&diags);
    (diags, looked)
}

/// Pages of one language with one title: a translation may well have that of its original.
fn same_titles(subjects: &[Subject<'_>]) -> Vec<Diag> {
    let pages = subjects.par_iter().filter(|subject| subject.is_page());
    let titled = pages.filter_map(|own| {
        let Markup { title, language, .. } = &**own.markup;
        Some(((title.as_deref()?, language.as_deref()), own.path))
    });
    let mut titled: Vec<((&str, Option<&str>), &OutPath)> = titled.collect();
    // Pages are sorted by path already, and stay so below each title.
    titled.par_sort_by_key(|(title, _)| *title);
    let same = titled.chunk_by(|(one, _), (other, _)| one == other);
    let repeated = same.filter_map(|same| {
        let (((title, _), first), others) = same.split_first()?;
        let problem = Problem::SameTitle { title: (*title).to_owned(), others: others.len() };
        (!others.is_empty()).then(|| Diag::of_output((*first).clone(), problem))
    });
    repeated.collect()
}
