//! Strings, plurals, dates and numbers of the site, per language.

pub mod dates;
mod languages;
mod number;
mod strings;

pub use languages::own_name;
pub use number::{
    Point, format_number, is_group_space, may_lead_groups, point_of, read_number, same_number,
};
pub use strings::{Strings, fill};
