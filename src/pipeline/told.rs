//! Everything that was noted, put in order.

use std::collections::BTreeSet;

use crate::base::FileId;
use crate::diag::{Diag, Place, Policy, Severity};

use super::{Options, Strictness};

/// Of a file whose bytes are no text nothing else is said: it is read as well as can be, so
/// that what names it is not also wrong, but its letters are not what was written.
pub(super) fn forget_what_is_no_text(diags: &mut Vec<Diag>) {
    let is_told = |diag: &Diag| diag.problem.code().name == "tree/not-utf8";
    let file = |diag: &Diag| match diag.place {
        Place::Span(span) => Some(span.file),
        _ => None,
    };
    let unreadable: BTreeSet<FileId> =
        diags.iter().filter(|diag| is_told(diag)).filter_map(file).collect();
    diags.retain(|diag| {
        is_told(diag) || !file(diag).is_some_and(|own| unreadable.contains(&own))
    });
}

/// The same problem at the same place once.
pub(super) fn distinct(mut diags: Vec<Diag>) -> Vec<Diag> {
    diags.sort_by(|a, b| {
        a.place.cmp(&b.place).then_with(|| a.problem.code().cmp(&b.problem.code()))
    });
    // In place: there may be a great many hints.
    let mut kept = 0;
    for at in 0..diags.len() {
        let (before, rest) = diags.split_at(at);
        let is_told = rest.first().is_some_and(|own| {
            let told = before.iter().take(kept).rev();
            let mut at_place = told.take_while(|one| one.place == own.place);
            at_place.any(|one| one.problem == own.problem)
        });
        if !is_told {
            diags.swap(kept, at);
            kept += 1;
        }
    }
    diags.truncate(kept);
    diags
}

/// Whether something is so grave that there is no site.
pub(super) fn refused<'a>(
    diags: impl IntoIterator<Item = &'a Diag>,
    policy: &Policy,
    options: &Options,
) -> bool {
    let bar = match options.strictness {
        Strictness::Errors => Severity::Error,
        Strictness::Warnings => Severity::Warning,
    };
    diags.into_iter().any(|diag| policy.severity(diag.problem.code(), diag.severity) >= bar)
}
