//! Places in files that are not kept as text while the site is made: a line of a drawing, of
//! captions, of a template. Their text is read again, only when there is something to say.

use std::sync::Arc;

use crate::base::{FileId, SourcePath, Span};
use crate::diag::{Diag, Place, SourceMap};
use crate::theme;
use crate::vfs::{Files, Overlay};

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
