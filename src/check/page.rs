//! What one page has to have.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::base::OutPath;
use crate::diag::Diag;
use crate::diag::problem::Output as Problem;
use crate::output::{Heading, Headings, Kind, Markup};

use super::Subject;
use super::audience::Audience;

/// The problems of one file by itself. Of the headings in `told` something was said before.
pub(super) fn check(subject: &Subject<'_>, told: &[&str]) -> Vec<Problem> {
    let markup = subject.markup;
    let mut problems = Vec::new();
    for image in &markup.images_without_alt {
        problems.push(Problem::NoAlt { image: image.to_string() });
    }
    if subject.audience == Audience::Site {
        for id in &markup.repeated_ids {
            problems.push(Problem::RepeatedId { id: id.to_string() });
        }
    }
    if markup.kind == Kind::Page {
        whole(markup, &mut problems);
    } else if subject.should_be_page() {
        problems.push(Problem::NoHtml { others: 0 });
    }
    if subject.is_page() {
        for what in &markup.inline_code {
            problems.push(Problem::InlineCode { what: what.to_string(), others: 0 });
        }
        headings(&markup.headings, told, &mut problems);
    }
    problems
}

fn whole(markup: &Markup, problems: &mut Vec<Problem>) {
    let blank = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().trim().is_empty();
    if blank(&markup.language) {
        problems.push(Problem::NoLanguage { others: 0 });
    }
    if blank(&markup.title) {
        problems.push(Problem::NoTitle { others: 0 });
    }
}

fn headings(headings: &Headings, told: &[&str], problems: &mut Vec<Problem>) {
    let is_news = |heading: &Heading<'_>| told.binary_search(&heading.text).is_err();
    let main = || headings.iter().filter(|heading| heading.level == 1);
    let unheard = main().filter(|heading| is_news(heading)).count();
    match if unheard == 0 { main().count().min(1) } else { unheard } {
        0 => problems.push(Problem::NoMainHeading { others: 0 }),
        1 => {}
        count => problems.push(Problem::ManyMainHeadings { count }),
    }
    for (before, heading) in headings.iter().zip(headings.iter().skip(1)) {
        if heading.level > before.level + 1 && is_news(&heading) {
            problems.push(Problem::HeadingJump {
                heading: heading.text.to_owned(),
                from: before.level,
                to: heading.level,
            });
        }
    }
}

/// What a template does to all its pages is told once, at the first of them.
pub(super) fn gathered<'a>(
    found: impl IntoIterator<Item = (&'a OutPath, Problem)>,
) -> impl Iterator<Item = Diag> {
    let mut told: Vec<(&OutPath, Problem)> = Vec::new();
    let mut first = BTreeMap::new();
    for (path, problem) in found {
        let known = of_all(&problem).and_then(|key| match first.entry(key) {
            Entry::Occupied(place) => told.get_mut(*place.get()),
            Entry::Vacant(place) => {
                place.insert(told.len());
                None
            }
        });
        match known.and_then(|(_, known)| others(known)) {
            Some(others) => *others += 1,
            None => told.push((path, problem)),
        }
    }
    told.into_iter().map(|(path, problem)| Diag::of_output(path.clone(), problem))
}

/// What is the same for all pages of a template that is wrong.
fn of_all(problem: &Problem) -> Option<(&'static str, String)> {
    let what = match problem {
        Problem::InlineCode { what, .. } => what.clone(),
        Problem::NoHtml { .. }
        | Problem::NoLanguage { .. }
        | Problem::NoTitle { .. }
        | Problem::NoMainHeading { .. } => String::new(),
        _ => return None,
    };
    Some((problem.code().name, what))
}

fn others(problem: &mut Problem) -> Option<&mut usize> {
    match problem {
        Problem::InlineCode { others, .. }
        | Problem::NoHtml { others }
        | Problem::NoLanguage { others }
        | Problem::NoTitle { others }
        | Problem::NoMainHeading { others } => Some(others),
        _ => None,
    }
}
