//! English words for the area `media`.

use crate::diag::Words;
use crate::diag::problem::Media;

pub(in crate::diag::text) fn media(problem: &Media) -> Words {
    match *problem {}
}
