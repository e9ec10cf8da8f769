//! What is said of a file: by its parser alone where that already knows, by a whole build
//! otherwise.

use lerend::base::{FileId, SourcePath};
use lerend::config;
use lerend::diag::{Diag, Place, Position, SourceMap};
use lerend::parse::{self, Origin, Role, Vocabulary};

use super::tree::File;
use crate::site::Outcome;

/// What is said, and where it starts.
pub type Told = (Position, Diag);

const TOP: Position = Position { line: 1, column: 1 };

/// What the parser of a file says.
pub fn alone(file: &File, text: &str) -> Vec<Told> {
    let path = SourcePath::new(&file.path).unwrap();
    let mut sources = SourceMap::default();
    let id = sources.add(path.clone(), text.into());
    let diags = match parse::classify(&path).unwrap() {
        Role::Site => config::read(id, text).diags,
        Role::Vocabulary(name) => parse::vocabulary(name, id, text, &mut Vocabulary::default()),
        Role::Sidecar(media) => parse::sidecar(id, &media, text).0.diags,
        Role::Document { kind, id: name, .. } => {
            let lang = lerend::base::Lang::nl();
            parse::document(Origin { file: id, path, kind, id: name, lang }, &text.into(), None)
                .diags
        }
        role => panic!("{role:?} has no fields"),
    };
    let at = |diag: Diag| (place(&diag, &sources, id), diag);
    diags.into_iter().map(at).collect()
}

fn place(diag: &Diag, sources: &SourceMap, file: FileId) -> Position {
    match diag.place {
        Place::Span(span) if span.file == file => sources.positions(span).0,
        _ => TOP,
    }
}

/// What a build says of a file.
pub fn in_site(outcome: &Outcome, path: &str) -> Vec<Told> {
    let sources = &outcome.built.sources;
    let file = sources.find(path).unwrap();
    let own = SourcePath::new(path).unwrap();
    let is_here = |diag: &&Diag| match &diag.place {
        Place::Span(span) => span.file == file,
        Place::File(path) => *path == own,
        Place::Output(_) | Place::Nowhere => false,
    };
    let here = outcome.built.diags.iter().filter(is_here);
    here.map(|diag| (place(diag, sources, file), diag.clone())).collect()
}
