//! Places in files that are not kept as text while the site is made: a line of a drawing, of
//! captions, of a template. Their text is read again, only when there is something to say.
//! And places of whole addresses, which are looked up on the finished pages: somebody wrote them
//! in a text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{FileId, SourcePath, Span};
use crate::diag::problem::Output;
use crate::diag::{Diag, Place, Problem, SourceMap};
use crate::theme;
use crate::vfs::{Files, Overlay};

/// Browsers and hosts take no addresses that are longer, in bytes.
const LONGEST_ADDRESS: usize = 2048;

/// Gives problems that know their line that line as their place.
pub(super) fn of_lines(diags: &mut [Diag], files: &dyn Files, sources: &mut SourceMap) {
    for diag in diags {
        let Place::File(path) = &diag.place else { continue };
        let Some((line, column)) = diag.problem.line() else { continue };
        if let Some(file) = source(path, files, sources) {
            diag.place = Place::Span(span(sources, file, (line, column)));
        }
    }
}

/// Tells of a whole address that leads nowhere where it was written, and not of the pages that
/// were made of it. One that stands in no text comes from a template and keeps its page.
pub(super) fn of_addresses(diags: &mut Vec<Diag>, sources: &SourceMap) {
    let wanted: BTreeSet<String> = diags.iter().filter_map(dead_address).cloned().collect();
    if wanted.is_empty() {
        return;
    }
    let written = written(&wanted, sources);
    let mut moved = Vec::new();
    diags.retain(|diag| {
        let spans = dead_address(diag).and_then(|address| written.get(address));
        let at = |span: &Span| Diag {
            place: Place::Span(*span),
            problem: as_written(&diag.problem),
            ..diag.clone()
        };
        moved.extend(spans.into_iter().flatten().map(at));
        spans.is_none()
    });
    diags.append(&mut moved);
}

/// Where the wanted addresses were written.
pub(super) fn written(
    wanted: &BTreeSet<String>,
    sources: &SourceMap,
) -> BTreeMap<String, Vec<Span>> {
    let mut written: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for (file, text) in sources.texts() {
        for (start, address) in addresses(text, wanted) {
            let span = Span::new(file, start, start + address.len());
            written.entry(address.to_owned()).or_default().push(span);
        }
    }
    written
}

/// The whole address of the site's own that leads nowhere.
fn dead_address(diag: &Diag) -> Option<&String> {
    let Problem::Output(
        Output::DeadLink { address, .. }
        | Output::DeadAnchor { address, .. }
        | Output::OutsideLink { address, .. },
    ) = &diag.problem
    else {
        return None;
    };
    address.contains("://").then_some(address)
}

/// The same of one place: on how many pages it stands is no news there.
fn as_written(problem: &Problem) -> Problem {
    match problem {
        Problem::Output(Output::DeadLink { address, .. }) => {
            Output::DeadAddress { address: address.clone() }.into()
        }
        Problem::Output(Output::DeadAnchor { address, .. }) => {
            Output::DeadAnchor { address: address.clone(), others: 0 }.into()
        }
        Problem::Output(Output::OutsideLink { address, .. }) => {
            Output::OutsideLink { address: address.clone(), others: 0 }.into()
        }
        other => other.clone(),
    }
}

/// Those of the wanted addresses that stand in a text, each with where it begins.
fn addresses<'t>(
    text: &'t str,
    wanted: &BTreeSet<String>,
) -> impl Iterator<Item = (usize, &'t str)> {
    text.match_indices("://").filter_map(|(colon, _)| {
        let before = text.get(..colon)?;
        let scheme = before.trim_end_matches(|own: char| own.is_ascii_alphabetic());
        let start = scheme.len();
        let rest = text.get(start..)?;
        let is_end = |own: char| own.is_whitespace() || matches!(own, '<' | '>' | '"' | '`');
        let run = rest.get(..rest.find(is_end).unwrap_or(rest.len()))?;
        let run = run.get(..run.floor_char_boundary(LONGEST_ADDRESS))?;
        let ends = run.char_indices().map(|(at, _)| at).chain([run.len()]).rev();
        let found = ends.filter(|end| !goes_on(run.get(*end..).unwrap_or_default()));
        let address =
            found.filter_map(|end| run.get(..end)).find(|own| wanted.contains(*own))?;
        Some((start, address))
    })
}

/// Whether an address goes on with a text, so that it does not end before it.
fn goes_on(rest: &str) -> bool {
    let is_part = |own: char| own.is_alphanumeric() || "/-_%#?=&~+".contains(own);
    rest.trim_start_matches(['.', ',', ';', ':', '!']).starts_with(is_part)
}

/// The file, with its text in the map; `None` when it is no text.
fn source(path: &SourcePath, files: &dyn Files, sources: &mut SourceMap) -> Option<FileId> {
    if let Some(file) = sources.find(path.as_str()) {
        return Some(file);
    }
    // The default theme stands in the program.
    let bytes = Overlay::new(files, theme::embedded()).read(path).ok().flatten()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    Some(sources.add(path.clone(), Arc::from(text)))
}

/// What stands at a column, in characters: a word, or a text with its quotes; else the rest of
/// the line. The whole line without the white space around it when the column is 0.
fn span(sources: &SourceMap, file: FileId, (line, column): (usize, usize)) -> Span {
    let start = sources.line_start(file, line);
    let text = sources.line(file, line);
    let skipped = match column {
        0 => text.len() - text.trim_start().len(),
        _ => text.char_indices().nth(column - 1).map_or(text.len(), |(at, _)| at),
    };
    let rest = text.get(skipped..).unwrap_or_default();
    let length = match column {
        0 => None,
        _ => thing(rest),
    };
    let length = length.unwrap_or(rest.trim_end().len());
    Span::new(file, start + skipped, start + skipped + length)
}

/// How many bytes the word or the quoted text is with which a text begins.
fn thing(text: &str) -> Option<usize> {
    if let Some(quote) = text.chars().next().filter(|own| matches!(own, '"' | '\'')) {
        return Some(text.get(1..)?.find(quote)? + 2);
    }
    let is_other = |own: char| !own.is_alphanumeric() && !matches!(own, '_' | '-');
    Some(text.find(is_other).unwrap_or(text.len())).filter(|length| *length > 0)
}
