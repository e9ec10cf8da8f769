//! Strings, plurals, dates and numbers of the site, per language.

mod number;

pub use number::{format_number, read_number, same_number};
pub mod dates;
mod strings;

pub use strings::{Strings, fill};
