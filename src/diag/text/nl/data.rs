//! Dutch words for the area `data`.

use crate::diag::Words;
use crate::diag::problem::Data;

pub(in crate::diag::text) fn data(problem: &Data) -> Words {
    match *problem {}
}
