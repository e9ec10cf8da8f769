//! English words for the area `evidence`.

use crate::diag::Words;
use crate::diag::problem::Evidence;

pub(in crate::diag::text) fn evidence(problem: &Evidence) -> Words {
    match *problem {}
}
