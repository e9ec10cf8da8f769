//! Diagnostics: what is wrong is a fact with a place; words and drawing come last.
//!
//! A station notes `Diag`s beside its value (`Noted`). `text/` says each fact in Dutch and in
//! English, `draw/` puts it on a terminal or into a file, one format each.

mod diagnostic;
pub mod draw;
mod noted;
pub mod problem;
mod severity;
mod source_map;
pub mod text;

pub use diagnostic::{Diag, Fatal, Place, Related};
pub use noted::Noted;
pub use problem::{Code, Problem};
pub use severity::{Asks, Policy, Severity, Strictness};
pub use source_map::{Position, SourceMap};
pub use text::{Language, Words};
