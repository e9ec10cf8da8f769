//! Dutch words for the area `site`.

use crate::diag::Words;
use crate::diag::problem::Site;

pub(in crate::diag::text) fn site(problem: &Site) -> Words {
    match *problem {}
}
