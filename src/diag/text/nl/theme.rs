//! Dutch words for the area `theme`.

use crate::diag::Words;
use crate::diag::problem::Theme;

pub(in crate::diag::text) fn theme(problem: &Theme) -> Words {
    match *problem {}
}
