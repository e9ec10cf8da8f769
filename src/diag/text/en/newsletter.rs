//! English words for the area `newsletter`.

use crate::diag::Words;
use crate::diag::problem::Newsletter;

pub(in crate::diag::text) fn newsletter(problem: &Newsletter) -> Words {
    match problem {
        Newsletter::TooLarge { bytes, limit } => Words::new(format!(
            "this newsletter is too long: {bytes} bytes, and the most is {limit}"
        ))
        .help("mail programs cut off the end: remove items, or give them the style `line`"),
        Newsletter::Large { bytes, limit } => Words::new(format!(
            "this newsletter is nearly too long: {bytes} bytes, and the most is {limit}"
        ))
        .help("give some items the style `line`, or divide them over two newsletters"),
        Newsletter::Placeholder { text } => Words::new(format!(
            "`{text}` in a text: a mail program would put something else there"
        ))
        .help("write the text without these characters"),
        Newsletter::NotAbsolute { item, address } => Words::new(format!(
            "`{address}` of item `{item}` is not a full address and does not work from a mail"
        ))
        .help("let `base-url` in `site.yaml` begin with `https://`"),
        Newsletter::FaintColour { text, ground } => Words::new(format!(
            "text in colour {text} on {ground} is hard to read in mail, as it is or in dark mode"
        ))
        .help("choose a darker colour in `theme-params`"),
        Newsletter::SameItem { item } => {
            Words::new(format!("`{item}` stands in this newsletter twice"))
                .help("remove one of the two blocks")
        }
    }
}
