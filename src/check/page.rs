//! What one page has to have.

use crate::diag::Diag;
use crate::diag::problem::Output as Problem;
use crate::output::{Heading, Headings, Kind, Markup};

use super::Subject;
use super::audience::Audience;

/// The problems of one file by itself. Of the headings in `told` something was said before.
pub(super) fn check(subject: &Subject<'_>, told: &[&str]) -> Vec<Diag> {
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
    }
    if subject.is_page() {
        headings(&markup.headings, told, &mut problems);
    }
    problems.into_iter().map(|p| Diag::of_output(subject.path.clone(), p)).collect()
}

fn whole(markup: &Markup, problems: &mut Vec<Problem>) {
    let blank = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().trim().is_empty();
    if blank(&markup.language) {
        problems.push(Problem::NoLanguage);
    }
    if blank(&markup.title) {
        problems.push(Problem::NoTitle);
    }
}

fn headings(headings: &Headings, told: &[&str], problems: &mut Vec<Problem>) {
    let is_news = |heading: &Heading<'_>| told.binary_search(&heading.text).is_err();
    let main = || headings.iter().filter(|heading| heading.level == 1);
    let unheard = main().filter(|heading| is_news(heading)).count();
    match if unheard == 0 { main().count().min(1) } else { unheard } {
        0 => problems.push(Problem::NoMainHeading),
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
