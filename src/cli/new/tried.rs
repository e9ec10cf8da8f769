//! A new document on the site before it is written: what would stop the site is left to be
//! filled in.

use super::NewFile;
use crate::base::Date;
use crate::cli::run::Call;
use crate::diag::{Diag, Fatal, Place, Problem};
use crate::pipeline::{self, Newsroom, Options, Purpose, Task};
use crate::vfs::{Disk, Files, Memory, Overlay};

/// Everything that there is, on the day of the new document.
pub(super) fn newsroom(date: Option<Date>, call: &Call<'_, '_>) -> Result<Newsroom, Fatal> {
    room(&Disk::open(&call.root)?, date, call)
}

fn room(files: &dyn Files, date: Option<Date>, call: &Call<'_, '_>) -> Result<Newsroom, Fatal> {
    let options = Options::new(&call.root, Purpose::Check);
    let env = call.env(date)?;
    pipeline::newsroom(files, Task { options: &options, env: &env }, None)
}

/// What would stop the site if a file stood there: the field, as it is written in the file, and
/// what is wrong with it.
pub(super) fn stops(
    file: &NewFile,
    date: Option<Date>,
    call: &Call<'_, '_>,
) -> Result<Vec<(String, Problem)>, Fatal> {
    let mut new = Memory::default();
    new.insert(file.path.clone(), file.text.as_bytes());
    let room = room(&Overlay::new(new, Disk::open(&call.root)?), date, call)?;
    let field = |diag: Diag| {
        let is_error = diag.is_error();
        let Place::Span(span) = diag.place else { return None };
        let is_own = room.sources.path(span.file) == Some(&file.path);
        let line = room.sources.line(span.file, room.sources.positions(span).0.line);
        let (key, _) = line.split_once(':')?;
        (is_own && is_error).then(|| (key.to_owned(), diag.problem))
    };
    let errors = room.diags.iter().cloned();
    Ok(errors.filter_map(field).collect())
}
