//! What was said of a text or of files, written down for a later run of the program.

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::base::Span;
use crate::diag::problem::{Newsletter, Prose};
use crate::diag::{Diag, Place, Problem};

/// Something that was said of a place in the content.
#[derive(Serialize, Deserialize)]
pub(super) struct Saying {
    problem: Said,
    place: Span,
}

/// The areas of which something can be written down.
#[derive(Serialize, Deserialize)]
enum Said {
    Prose(Prose),
    Newsletter(Newsletter),
}

impl Saying {
    /// The same as it is written; `None` when that would not be all of it.
    pub(super) fn of(diag: &Diag) -> Option<Self> {
        let Place::Span(place) = diag.place else { return None };
        let problem = match &diag.problem {
            Problem::Prose(own) => Said::Prose(own.clone()),
            Problem::Newsletter(own) => Said::Newsletter(own.clone()),
            _ => return None,
        };
        let is_all = diag.related.is_empty() && diag.severity == diag.problem.code().severity;
        is_all.then_some(Self { problem, place })
    }

    /// What was said.
    pub(super) fn diag(self) -> Diag {
        match self.problem {
            Said::Prose(own) => Diag::at(self.place, own),
            Said::Newsletter(own) => Diag::at(self.place, own),
        }
    }
}

/// All that was said; `None` when it cannot all be written down.
pub(super) fn all(said: &[Diag]) -> Option<Vec<Saying>> {
    said.iter().map(Saying::of).collect()
}

/// Writes what can all be written down; the rest is an error.
pub(super) fn serialize<S: Serializer>(said: &[Diag], to: S) -> Result<S::Ok, S::Error> {
    all(said).ok_or_else(|| S::Error::custom("more was said"))?.serialize(to)
}

/// Reads what `serialize` wrote.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Diag>, D::Error> {
    let said: Vec<Saying> = Deserialize::deserialize(from)?;
    Ok(said.into_iter().map(Saying::diag).collect())
}
