//! Tera's errors as problems with a place.

use tera::{Error, ErrorKind};

use super::{Request, Templates};
use crate::diag::problem::{Named, Slip, Theme as Problem};
use crate::diag::{Diag, Place};
use crate::theme::DEFAULT;

/// Where and what, as tera says it.
pub(super) struct Said {
    /// The template's name; empty when tera names none.
    pub(super) template: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) slip: Slip,
}

/// What an error says. One error may hold several reports.
pub(super) fn said(error: &Error) -> Vec<Said> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![Said {
            template: report.filename().to_owned(),
            line: report.span().start_line,
            column: report.span().start_col + 1,
            slip: slip(report.message()),
        }],
        ErrorKind::MissingParent { current, parent } => {
            let (named, name) = (Named::Template, parent.clone());
            let slip = Slip::Unknown { named, name, known: Vec::new() };
            vec![Said { template: current.clone(), line: 0, column: 0, slip }]
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![whole(tpl, error)]
        }
        ErrorKind::Msg(text) => reports(text),
        _ => vec![whole("", error)],
    }
}

/// A page could not be made.
pub(super) fn failed(templates: &Templates, asked: Request<'_>, error: &Error) -> Diag {
    let mut said = said(error).into_iter().next().unwrap_or_else(|| whole("", error));
    let mut within = None;
    // What the program's own templates stumble over was handed to them.
    if is_ours(&said.template)
        && let Some((template, line, column)) = caller(&error.to_string())
    {
        within = Some((said.template, said.line));
        (said.template, said.line, said.column) = (template, line, column);
    }
    let name = if said.template.is_empty() { asked.template } else { &said.template };
    let place = templates.path(name).cloned().map_or(Place::Nowhere, Place::File);
    Diag::new(
        place,
        Problem::TemplateFailed {
            line: said.line,
            column: said.column,
            slip: said.slip,
            within,
            document: Some(asked.document.to_owned()),
        },
    )
}

fn is_ours(template: &str) -> bool {
    template.strip_prefix(DEFAULT).is_some_and(|rest| rest.starts_with('/'))
}

/// The first template of the site's own among those from which the failing one was called, with the
/// place of the call: tera adds a line `note: called from name:line:column` for each.
fn caller(text: &str) -> Option<(String, usize, usize)> {
    let calls = text.lines().filter_map(|line| line.strip_prefix("note: called from "));
    calls.filter_map(place).find(|(template, _, _)| !is_ours(template))
}

/// `name:line:column`.
fn place(written: &str) -> Option<(String, usize, usize)> {
    let mut parts = written.trim_end().rsplitn(3, ':');
    let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((parts.next()?.to_owned(), line, column))
}

fn whole(template: &str, error: &Error) -> Said {
    let slip = slip(&error.to_string());
    Said { template: template.to_owned(), line: 0, column: 0, slip }
}

/// Tera joins what it finds when it puts templates together into one text: for each a line
/// `error: …` and a line `--> name:line:column`.
fn reports(text: &str) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    for line in text.lines() {
        let line = line.trim_start();
        if let Some(detail) = line.strip_prefix("error: ") {
            found.push(Said {
                template: String::new(),
                line: 0,
                column: 0,
                slip: slip(detail),
            });
        } else if let (Some(at), Some(last)) = (line.strip_prefix("--> "), found.last_mut()) {
            (last.template, last.line, last.column) = place(at).unwrap_or_default();
        }
    }
    if found.is_empty() {
        found.push(Said { template: String::new(), line: 0, column: 0, slip: slip(text) });
    }
    found
}

/// What tera says in English, as a fact: a name that is not there, with those that are.
fn slip(text: &str) -> Slip {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let unknown = UNKNOWN.iter().find_map(|(before, after, named)| {
        let (name, rest) = text.strip_prefix(before)?.split_once('`')?;
        let rest = rest.strip_prefix(after)?;
        let known = rest.split_once(": ").map(|(_, list)| list.split(", "));
        let known = known.into_iter().flatten().map(|own| own.trim_matches('`').to_owned());
        let known = known.collect();
        Some(Slip::Unknown { named: *named, name: name.to_owned(), known })
    });
    unknown.unwrap_or(Slip::Other(text))
}

/// How tera begins to say that a name is not there, up to the name, and how it goes on.
const UNKNOWN: &[(&str, &str, Named)] = &[
    ("Variable `", " is not defined.", Named::Value),
    ("Variable `", " exists but its value is undefined", Named::Value),
    ("Field `", " is not defined", Named::Value),
    ("Unknown filter `", "", Named::Filter),
    ("Unknown test `", "", Named::Test),
    ("Unknown function `", "", Named::Function),
    ("Unknown component `", "", Named::Component),
    ("Unknown template `", "", Named::Template),
    ("Unknown argument(s) `", " in component call", Named::Argument),
    ("Block `", " is not defined in any parent template", Named::Block),
];
