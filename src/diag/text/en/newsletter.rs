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
        Newsletter::LargeItem { item, bytes, limit } => Words::new(format!(
            "item `{item}` is long for a mail: {bytes} bytes, and {limit} is enough"
        ))
        .help("shorten the text; the rest is on the page"),
        Newsletter::InsecureLink { address } => {
            Words::new(format!("`{address}` in a newsletter uses a connection that is not safe"))
                .help("begin the address with `https://`")
        }
        Newsletter::BarePicture { address } => Words::new(format!(
            "picture `{address}` has no description or no size in the mail"
        ))
        .help("give it `alt`, and `width` and `height` in whole numbers"),
        Newsletter::PictureFormat { address, format } => Words::new(format!(
            "picture `{address}` is {format}, which not every mail program shows"
        ))
        .help("use JPEG or PNG"),
        Newsletter::Unsupported { what, clients } => Words::new(if clients.is_empty() {
            format!("`{what}` does not belong in a mail")
        } else {
            format!("`{what}` does not work everywhere in a mail: not in {clients}")
        })
        .help("leave it out, or record the newsletter again"),
        Newsletter::HeadingJump { from, to } => Words::new(format!(
            "in the newsletter a heading of level {to} follows one of level {from}"
        ))
        .help("skip no level"),
        Newsletter::TextWithoutLink { address } => Words::new(format!(
            "`{address}` is in the formatted mail and not in its text version"
        ))
        .help("put the address into the text too, or record the newsletter again"),
        Newsletter::DoubleMark { address } => {
            Words::new(format!("`{address}` has campaign codes twice"))
                .help("remove `utm_…` once")
        }
        Newsletter::ToolMarks { tool } => Words::new(format!(
            "`{tool}` puts campaign codes on links itself; with those of the site there are two"
        ))
        .help("write `utm: no` here, or switch them off in the tool, and this message too"),
        Newsletter::NoPreheader => Words::new("this newsletter has no `preheader`").help(
            "write in 40 to 100 characters what a mailbox shows beside the subject",
        ),
        Newsletter::BadRecord { detail } => Words::new(format!(
            "what was recorded of this newsletter cannot be read ({detail})"
        ))
        .help("take the file back from the history, or remove it and record again"),
        Newsletter::NotRecorded { edition } => Words::new(
            "this newsletter was sent, but not recorded: it changes along with the site",
        )
        .help(format!("run `lerend newsletter {edition} --record` once")),
        Newsletter::NotSent { edition } => Words::new(
            "of this newsletter is recorded what was sent, but not when",
        )
        .help(format!("write the day into `{edition}`: `sent: YYYY-MM-DD`")),
        Newsletter::ConsentRemoved { item, picture } => Words::new(format!(
            "{} of item `{item}` was left out of this newsletter that was sent: the consent no longer holds",
            if *picture { "the picture" } else { "the quotation" }
        ))
        .help("nothing needs doing; who has the mail keeps it"),
        Newsletter::SameItem { item } => {
            Words::new(format!("`{item}` stands in this newsletter twice"))
                .help("remove one of the two blocks")
        }
    }
}
