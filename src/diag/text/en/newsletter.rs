//! English words for the area `newsletter`.

use crate::diag::Words;
use crate::diag::problem::Newsletter;

pub(in crate::diag::text) fn newsletter(problem: &Newsletter) -> Words {
    match *problem {}
}
