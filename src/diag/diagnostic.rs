//! A problem with its place.

use crate::base::{Conflict, FileId, OffsetMap, OutPath, SourcePath, Span};

use super::problem::Tree;
use super::{Problem, Severity};

/// Where a problem is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A range in a source file.
    Span(Span),
    /// An input file as a whole, also one that is no text or is not there.
    File(SourcePath),
    /// A file of the output.
    Output(OutPath),
    /// No file: the command line, the machine.
    Nowhere,
}

/// Another place that belongs to the problem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Related {
    /// Where.
    pub place: Place,
}

/// A problem with its place: what is wrong and where, without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diag {
    /// The fact.
    pub problem: Problem,
    /// Where it is.
    pub place: Place,
    /// The other culprits of a collision.
    pub related: Vec<Related>,
    /// How grave it is: the code's own severity unless a rule or the site changed it.
    pub severity: Severity,
}

impl Diag {
    /// A problem at a place, with the severity of its code.
    pub fn new(place: Place, problem: impl Into<Problem>) -> Self {
        let problem = problem.into();
        let severity = problem.code().severity;
        Self { problem, place, related: Vec::new(), severity }
    }

    /// A problem in a range of a source file.
    pub fn at(span: Span, problem: impl Into<Problem>) -> Self {
        Self::new(Place::Span(span), problem)
    }

    /// What git left of a conflict, in a text of which the map knows the place.
    pub fn conflict(own: &Conflict, map: &OffsetMap) -> Self {
        let is_whole = own.to.is_some();
        let diag = Self::at(map.span(own.from.clone()), Tree::Conflict { is_whole });
        match &own.to {
            Some(to) => diag.related(map.span(to.clone())),
            None => diag,
        }
    }

    /// Something missing from a file: shown at its first line.
    pub fn missing_from(file: FileId, problem: impl Into<Problem>) -> Self {
        Self::at(Span::top(file), problem)
    }

    /// A problem of an input file as a whole.
    pub fn of_file(path: SourcePath, problem: impl Into<Problem>) -> Self {
        Self::new(Place::File(path), problem)
    }

    /// A problem of a file of the output.
    pub fn of_output(path: OutPath, problem: impl Into<Problem>) -> Self {
        Self::new(Place::Output(path), problem)
    }

    /// Points at another place too; nothing new where it is the place itself.
    #[must_use]
    pub fn related(mut self, span: Span) -> Self {
        let place = Place::Span(span);
        if place != self.place {
            self.related.push(Related { place });
        }
        self
    }

    /// Points at another whole file too.
    #[must_use]
    pub fn related_file(mut self, path: SourcePath) -> Self {
        self.related.push(Related { place: Place::File(path) });
        self
    }

    /// The same with another severity.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same as something that stops nothing.
    #[must_use]
    pub fn at_most_warning(mut self) -> Self {
        self.severity = self.severity.min(Severity::Warning);
        self
    }

    /// Whether nothing may be published because of it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// A problem that leaves nothing to go on with: exit status 2.
#[derive(Debug, Clone)]
pub struct Fatal(pub Box<Diag>);

impl Fatal {
    /// A fatal problem at a place.
    pub fn new(place: Place, problem: impl Into<Problem>) -> Self {
        Self(Box::new(Diag::new(place, problem)))
    }
}
