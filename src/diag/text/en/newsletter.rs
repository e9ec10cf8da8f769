//! English words for the area `newsletter`.

use crate::diag::Words;
use crate::diag::problem::Newsletter;

pub(in crate::diag::text) fn newsletter(problem: &Newsletter) -> Words {
    match problem {
        Newsletter::TooLarge { bytes, limit } => Words::new(format!(
            "this newsletter is too long: {bytes} bytes; the most is {limit}"
        ))
        .help("mail programs cut off the end: remove items, or give them the style `line`"),
        Newsletter::Large { bytes, limit } => Words::new(format!(
            "this newsletter is nearly too long: {bytes} bytes; the most is {limit}"
        ))
        .help("give some items the style `line`, or split them over two newsletters"),
        Newsletter::Placeholder { text } => Words::new(format!(
            "this text holds `{text}`: a mail tool would put something else in its place"
        ))
        .help("write the text without these characters"),
        Newsletter::NotAbsolute { item, address } => Words::new(format!(
            "`{address}` of item `{item}` is not a full address and does not work from a mail"
        ))
        .help("let `base-url` in `site.yaml` begin with `https://`"),
        Newsletter::FaintColour { text, ground } => Words::new(format!(
            "text in colour {text} on {ground} is hard to read in a mail, in light or in dark mode"
        ))
        .help("choose a darker colour in `theme-params`"),
        Newsletter::LargeItem { item, bytes, limit } => Words::new(format!(
            "item `{item}` is long for a mail: {bytes} bytes; aim for {limit}"
        ))
        .help("shorten the text; the rest is on the page"),
        Newsletter::InsecureLink { address } => {
            Words::new(format!("`{address}` in a newsletter is not a secure address"))
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
        .help("add the address to the text too, or record the newsletter again"),
        Newsletter::DoubleMark { address } => {
            Words::new(format!("`{address}` has campaign codes twice"))
                .help("remove `utm_…` once")
        }
        Newsletter::ToolMarks { tool } => Words::new(format!(
            "`{tool}` adds campaign codes to links itself; with those of the site, links have them twice"
        ))
        .help("write `utm: no` here, or switch the codes off in the tool and this message in `site.yaml`"),
        Newsletter::BadPlaceholder { text, sign } => {
            let help = match sign {
                '"' => "write the placeholder with single quotes, or take another one of the tool",
                '&' => "take a placeholder of the tool without `&`",
                _ => "take a placeholder of the tool that does not look like an HTML element",
            };
            Words::new(format!("the mail tool does not find the placeholder `{text}`: HTML writes the sign `{sign}` in another way"))
                .help(help)
        }
        Newsletter::NoPreheader => Words::new("this newsletter has no `preheader`").help(
            "write in 40 to 100 characters what a mailbox shows next to the subject",
        ),
        Newsletter::BadRecord => Words::new(
            "what was recorded of this newsletter cannot be read",
        )
        .help("restore the file from the history; if you cannot, remove it and record the newsletter again, though that is with the site of now"),
        Newsletter::LooseRecord { edition, renamed } => {
            Words::new(format!("this is what was sent of a newsletter, but there is no newsletter `{edition}`"))
                .help("if the newsletter has another name now, give this file the same name; if it is gone, put it back: what was sent stands here only")
                .maybe_help(renamed.as_ref().map(|(file, record)| {
                    format!("is the newsletter called `{file}` now? Then call this file `{record}`; what was sent stands here only")
                }))
        }
        Newsletter::RecordedLate { sent, changed } => Words::new(format!(
            "the mail went out on {sent}, and this records the site as it is now{}",
            if changed.is_empty() { String::new() } else { format!("; changed since: {}", ticked(changed)) }
        ))
        .help(format!(
            "if the mail said something else, remove the file, put the texts back for a moment as they were on {sent}, and record that"
        )),
        Newsletter::NotRecorded { edition } => Words::new(
            "this newsletter was sent, but not recorded: it changes along with the site",
        )
        .help(format!("run `lerend newsletter {edition} --record` once")),
        Newsletter::NotSent { edition } => Words::new(
            "it is recorded what was sent of this newsletter, but not when",
        )
        .help(format!("add the day to `{edition}`: `sent: YYYY-MM-DD`")),
        Newsletter::LacksPart { item, quote: true } => Words::new(format!(
            "`{item}` has no quotation: it comes with title and text"
        ))
        .help("choose another `style`; quotations stand in a story, at `quotes`"),
        Newsletter::LacksPart { item, quote: false } => Words::new(format!(
            "`{item}` has no key figures: it comes with title and text"
        ))
        .help("choose another `style`; key figures stand in a factsheet, at `figures`"),
        Newsletter::ConsentRemoved { item, picture } => Words::new(format!(
            "{} of item `{item}` is now left out of this sent newsletter: the consent is no longer valid",
            if *picture { "the picture" } else { "the quotation" }
        ))
        .help("you need not do anything; those who received the mail still have it"),
        Newsletter::ItemRemoved { item } => Words::new(format!(
            "item `{item}` is now left out of this sent newsletter: it was withdrawn"
        ))
        .help("look whether the subject, the preheader and the introduction of the newsletter name it too; those who received the mail still have it"),
        Newsletter::TextRenewed { is_closing: false } => Words::new(
            "the introduction of this sent newsletter is made anew, from the text of today: \
             the consent for a quotation or picture in it is no longer valid",
        )
        .help("read the introduction; who got the mail still has it"),
        Newsletter::TextRenewed { is_closing: true } => Words::new(
            "the closing text of this sent newsletter is made anew, from the text of today: \
             a document of which it told a correction was withdrawn",
        )
        .help("read the closing text; who got the mail still has it"),
        Newsletter::LostPicture { item, address } => Words::new(format!(
            "the picture of item `{item}` in this sent newsletter is not there any more: `{address}`"
        ))
        .help("put the old file back, with the data beside it, and give a new picture a name of its own"),
        Newsletter::SentToCome { day } => Words::new(format!(
            "this newsletter was sent on {day}, and that day is still to come"
        ))
        .help("give the day on which the mail went out as `sent`, or remove it until then"),
        Newsletter::SentBefore { day, date } => Words::new(format!(
            "this newsletter was sent on {day}, before its own `date`, {date}"
        ))
        .help("correct the day that is wrong: the page is there from `date` on only"),
        Newsletter::NoPage { is_draft } => Words::new(
            "this newsletter was sent, but its page is not there: the link in the mail to the web version does not work",
        )
        .help(if *is_draft {
            "remove `draft`"
        } else {
            "remove `expires` or `embargo`, or correct `date`"
        }),
        Newsletter::SameItem { item } => {
            Words::new(format!("`{item}` is in this newsletter twice"))
                .help("remove one of the two blocks")
        }
    }
}

fn ticked(paths: &[String]) -> String {
    let all: Vec<String> = paths.iter().map(|own| format!("`{own}`")).collect();
    all.join(", ")
}
