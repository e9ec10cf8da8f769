//! Strings, plurals, dates and numbers of the site, per language.

pub mod dates;
mod languages;
mod number;
mod strings;

pub use languages::own_name;
pub use number::{format_number, read_number, same_number};
pub use strings::{Strings, fill};
