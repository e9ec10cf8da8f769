//! English words for the area `output`.

use crate::diag::Words;
use crate::diag::problem::Output;

pub(in crate::diag::text) fn output(problem: &Output) -> Words {
    match *problem {}
}
