//! Everything that was noted, put in order.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::FileId;
use crate::diag::problem::{Field, Link};
use crate::diag::{Diag, Place, Policy, Problem, Severity};
use crate::lint::Told;
use crate::parse::Vocabulary;

use super::Options;

/// Hints about texts of which nobody has asked yet. A large site has tens of thousands, and while
/// it is served they are wanted less often than made.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    told: Told,
    policy: Policy,
    /// Files of which nothing else is said than that they are no text.
    unreadable: BTreeSet<FileId>,
}

impl Hints {
    /// What was said of texts, for later; what is more than a hint stands among the others.
    pub(super) fn of(told: Told, policy: &Policy, others: &[Diag]) -> Self {
        Self { told, policy: policy.clone(), unreadable: unreadable(others) }
    }

    /// These and other hints, sorted by place.
    pub fn with(&self, mut others: Vec<Diag>) -> Vec<Diag> {
        let severity = |diag: &Diag| self.policy.severity(diag.problem.code(), diag.severity);
        let is_own = |diag: &&Diag| {
            let is_text = !file(diag).is_some_and(|own| self.unreadable.contains(&own));
            is_text && severity(diag) == Severity::Hint
        };
        let own = self.told.each().filter(is_own).cloned();
        others.extend(own.map(|diag| Diag { severity: Severity::Hint, ..diag }));
        distinct(others)
    }
}

/// Of a file whose bytes are no text nothing else is said: it is read as well as can be, so
/// that what names it is not also wrong, but its letters are not what was written.
pub(super) fn forget_what_is_no_text(diags: &mut Vec<Diag>) {
    let unreadable = unreadable(diags);
    diags.retain(|diag| {
        is_no_text(diag) || !file(diag).is_some_and(|own| unreadable.contains(&own))
    });
}

fn unreadable(diags: &[Diag]) -> BTreeSet<FileId> {
    diags.iter().filter(|diag| is_no_text(diag)).filter_map(file).collect()
}

fn is_no_text(diag: &Diag) -> bool {
    diag.problem.code().name == "tree/not-utf8"
}

fn file(diag: &Diag) -> Option<FileId> {
    match diag.place {
        Place::Span(span) => Some(span.file),
        _ => None,
    }
}

/// A list that is not there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Missed {
    /// A file of `vocabulary/`, by its name.
    File(&'static str),
    /// One of the lists in `lists.yaml`, by its names.
    Open((&'static str, &'static str)),
}

impl Missed {
    /// The list that a problem comes from, if that is one without entries.
    fn of(diag: &Diag, vocabulary: &Vocabulary) -> Option<Self> {
        match &diag.problem {
            Problem::Link(Link::UnknownId { kind, .. }) => {
                let mut empty = vocabulary.empty().into_iter();
                let (list, _) = empty.find(|(_, kinds)| kinds.contains(kind))?;
                Some(Self::File(list))
            }
            Problem::Field(Field::UnknownWord { list, .. }) => {
                let has_others = vocabulary.has_open_lists();
                let missed = if has_others { Self::Open(*list) } else { Self::File("lists") };
                vocabulary.is_open_list_empty(list.1).then_some(missed)
            }
            _ => None,
        }
    }

    fn problem(self, uses: usize) -> Link {
        match self {
            Self::File(list) => Link::NoList { list, uses },
            Self::Open(list) => Link::NoOpenList { list, uses },
        }
    }
}

/// Of a list that is not there it is told once that it is needed, and not of every id that could
/// have stood in it.
pub(super) fn tell_missing_lists_once(diags: &mut Vec<Diag>, vocabulary: &Vocabulary) {
    let mut missed: BTreeMap<Missed, Vec<&Diag>> = BTreeMap::new();
    for diag in diags.iter() {
        if let Some(list) = Missed::of(diag, vocabulary) {
            missed.entry(list).or_default().push(diag);
        }
    }
    missed.retain(|_, own| own.len() > 1);
    let once = |(list, own): (&Missed, &Vec<&Diag>)| {
        let first = own.iter().min_by(|a, b| a.place.cmp(&b.place))?;
        let severity = own.iter().map(|diag| diag.severity).max()?;
        Some(Diag { severity, ..Diag::new(first.place.clone(), list.problem(own.len())) })
    };
    let told: Vec<Diag> = missed.iter().filter_map(once).collect();
    let missed: BTreeSet<Missed> = missed.into_keys().collect();
    diags.retain(|diag| !Missed::of(diag, vocabulary).is_some_and(|own| missed.contains(&own)));
    diags.extend(told);
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
    // There may be tens of thousands of hints.
    let may_rise = policy.raises_above(Severity::Hint);
    let mut graver =
        diags.into_iter().filter(|diag| may_rise || diag.severity > Severity::Hint);
    graver.any(|diag| {
        let code = diag.problem.code();
        options.strictness.refuses(code, policy.severity(code, diag.severity))
    })
}
