//! English words for the area `field`.

use crate::diag::Words;
use crate::diag::problem::Field;

pub(in crate::diag::text) fn field(problem: &Field) -> Words {
    match problem {
        Field::UnknownKey { key, nearest } => Words::new(format!("unknown field `{key}`"))
            .maybe_help(
                nearest
                    .as_ref()
                    .map(|(near, other)| format!("perhaps meant: `{near}` ({other})")),
            ),
    }
}
