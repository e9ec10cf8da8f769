//! Strings, plurals, dates and numbers of the site, per language.

pub mod dates;
mod strings;

pub use strings::{Strings, fill};
