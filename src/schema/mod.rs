//! What a field table is, and reading a tree of YAML against it.
//!
//! A table lists the fields of one type: key, Dutch alias, kind, whether it is needed, what it
//! means and an example. Validation, the starter files, the field guide and later the editors'
//! schemas all follow from it.

mod choice;
mod field;
mod flat;
mod guide;
mod json;
mod lacks;
mod limits;
mod marks;
mod meant;
mod read;
mod record;
mod scalar;
mod write;

pub use choice::{Choice, choices};
pub use field::{Field, Kind, Need, RefKind, Rule, Table};
pub use flat::FlatRecord;
pub use guide::guide;
pub use json::{json_schema, json_schema_of_list};
pub use read::{PERIOD, lenient, read, read_at, read_list};
pub use record::{Data, Record, Reference, in_language};
pub use scalar::is_url;
pub use write::{hint, needed, starter, yaml_of};
