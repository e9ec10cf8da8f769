//! Whether headings say something, and go down step by step.

use crate::base::Span;
use crate::diag::Diag;
use crate::diag::problem::Prose;
use crate::parse::markdown::{Passage, PassageKind};

/// The level of the title, which stands above every text.
const TITLE: u8 = 1;

/// What is wrong with the headings of a text. `source` is the whole file.
pub(super) fn check(passages: &[Passage], source: &str) -> Vec<Diag> {
    let mut diags = Vec::new();
    let mut above = TITLE;
    for passage in passages {
        let PassageKind::Heading(level) = passage.kind else { continue };
        let heading = passage.text.trim().to_owned();
        let place = marks(passage.span, level, source);
        if level == TITLE {
            let problem = Prose::SecondTitle { heading: heading.clone() };
            diags.push(Diag::at(place, problem));
        } else if level > above + 1 {
            let problem =
                Prose::HeadingJump { heading: heading.clone(), from: above, to: level };
            diags.push(Diag::at(place, problem));
        }
        if heading.is_empty() && passage.pictures.is_empty() {
            diags.push(Diag::at(passage.span, Prose::EmptyHeading));
        }
        above = level;
    }
    diags
}

/// The hashes before a heading; all of it when it is underlined.
fn marks(span: Span, level: u8, source: &str) -> Span {
    let start = span.start as usize;
    let end = start + usize::from(level);
    let is_marked =
        source.get(start..end).is_some_and(|own| own.bytes().all(|byte| byte == b'#'));
    if is_marked { Span::new(span.file, start, end) } else { span }
}
