//! English words for the area `link`.

use crate::diag::Words;
use crate::diag::problem::Link;

pub(in crate::diag::text) fn link(problem: &Link) -> Words {
    match *problem {}
}
