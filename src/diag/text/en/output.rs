//! English words for the area `output`.

use crate::diag::Words;
use crate::diag::problem::Output;

pub(in crate::diag::text) fn output(problem: &Output) -> Words {
    match problem {
        Output::SamePath { path } => {
            Words::new(format!("two files want the same place on the site: `{path}`"))
                .help("give one of them another name or another address")
        }
        Output::AlikePath { path, other } => Words::new(format!(
            "`{path}` and `{other}` are one file on Windows and macOS: they differ only in upper and lower case or in how an accent is stored"
        ))
        .help("give one of them another name"),
        Output::FileIsFolder { path, below } => Words::new(format!(
            "`{path}` cannot be a file and the folder of `{below}` at the same time"
        ))
        .help("give one of them another name or another address"),
        Output::ReservedPath { path } => {
            Words::new(format!("the program makes `{path}` itself; nothing else can stand there"))
                .help("choose another name or another address")
        }
        Output::UnportablePath { path } => Words::new(format!(
            "`{}` cannot be a file on every computer",
            cut(path)
        ))
        .help("choose a shorter name, without a dot or space at the end and not `con`, `prn`, `aux` or `nul`"),
        Output::SourceGone { path } => Words::new(format!(
            "this file was changed or removed while the site was being made; it belongs on the site as `{path}`"
        ))
        .help("start again when the file is ready"),
        Output::DeadLink { address, others } => {
            Words::new(format!("the link `{}` leads nowhere{}", cut(address), pages(*others)))
                .help("look for this link in the text; if it is not there, tell the maker of the theme")
        }
        Output::DeadAddress { address } => {
            Words::new(format!("this site has no page `{}`", cut(address)))
                .help("write the path of the file, such as `../stories/drenthe.md`; then the link stays right when the address changes")
        }
        Output::DeadAnchor { address, others } => Words::new(format!(
            "the link `{}` points at a place that the page does not have{}",
            cut(address),
            pages(*others)
        ))
        .help("check what the heading or part is called now, and change the link"),
        Output::OutsideLink { address, others } => Words::new(format!(
            "the link `{}` leads out of the folder of the site{}",
            cut(address),
            pages(*others)
        ))
        .help("make the link relative to the page"),
        Output::RelativeInMail { address, others } => Words::new(format!(
            "the address `{}` does not work in a mailbox{}",
            cut(address),
            pages(*others)
        ))
        .help("use full addresses in mail; they begin with `base-url`"),
        Output::ThirdPartyRequest { address, others } => Words::new(format!(
            "this page makes the reader's browser fetch something from another site: `{}`{}",
            cut(address),
            pages(*others)
        ))
        .help("put the file on the site itself; a plain link is fine"),
        Output::ScriptAddress { address, others } => {
            Words::new(format!("the link `{}` runs a script{}", cut(address), pages(*others)))
                .help("remove the link")
        }
        Output::RepeatedId { id } => {
            Words::new(format!("the id `{id}` is on this page more than once"))
                .help("give each part an id of its own; links and tools find the wrong one otherwise")
        }
        Output::NoAlt { image } => {
            Words::new(format!("the picture `{}` has no alternative text", cut(image)))
                .help("describe what it shows, or write `alt=\"\"` if the picture is only decoration")
        }
        Output::InlineCode { what, others } => {
            Words::new(format!("this page has `{what}` in itself, which the site does not allow{}", pages(*others)))
                .help("put the script into a file in `scripts` of the theme, or the style into `styles`")
        }
        Output::NoHtml { others } => {
            Words::new(format!("this page is empty or a part of one: it has no `html`{}", pages(*others)))
                .help("begin the template with `{% extends \"base.html\" %}`, or remove it")
        }
        Output::NoLanguage { others } => Words::new(format!("this page does not say which language it is in{}", pages(*others)))
            .help("put `lang` on the template's `html` element"),
        Output::NoTitle { others } => {
            Words::new(format!("this page has no title{}", pages(*others))).help("put a `title` in the template's `head`")
        }
        Output::NoMainHeading { others } => Words::new(format!("this page has no main heading (`h1`){}", pages(*others)))
            .help("give the page one `h1` with its title"),
        Output::ManyMainHeadings { count } => {
            Words::new(format!("this page has {count} main headings (`h1`)"))
                .help("keep one and make the others headings below it")
        }
        Output::HeadingJump { heading, from, to } => {
            Words::new(format!("the heading “{heading}” jumps from level {from} to level {to}"))
                .help(format!("make it level {}", from + 1))
        }
        Output::SameTitle { title, others } => {
            Words::new(format!("the title “{title}” is not unique{}", pages(*others)))
                .help("give each page a title of its own, so that tabs and search engines tell them apart")
        }
    }
}

fn pages(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => " (and on 1 more page)".to_owned(),
        _ => format!(" (and on {others} more pages)"),
    }
}

/// An address that fits on a line.
fn cut(address: &str) -> String {
    match address.char_indices().nth(120) {
        Some((at, _)) => format!("{}…", address.get(..at).unwrap_or_default()),
        None => address.to_owned(),
    }
}
