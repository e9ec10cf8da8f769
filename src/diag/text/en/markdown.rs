//! English words for the area `markdown`.

use crate::diag::Words;
use crate::diag::problem::Markdown;

pub(in crate::diag::text) fn markdown(problem: &Markdown) -> Words {
    match *problem {}
}
