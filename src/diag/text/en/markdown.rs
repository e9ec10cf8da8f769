//! English words for the area `markdown`.

use crate::diag::Words;
use crate::diag::problem::Markdown;

pub(in crate::diag::text) fn markdown(problem: &Markdown) -> Words {
    match problem {
        Markdown::RawHtml { tag } => {
            Words::new(format!("HTML is not carried out: `{tag}` will stand on the page as text"))
                .help("write it in Markdown, or remove it")
        }
        Markdown::TooDeep { limit } => Words::new(format!(
            "more than {limit} lists, quotes or emphases stand inside each other here; what is deeper becomes plain text"
        ))
        .help("nest less"),
        Markdown::TooManyColumns { columns, limit } => Words::new(format!(
            "this table has {columns} columns; only the first {limit} are shown"
        ))
        .help("make the table narrower, or put the data into a CSV file"),
        Markdown::UnknownFootnote { label, nearest } => {
            Words::new(format!("footnote `[^{label}]` has no text"))
                .help(format!("write a line `[^{label}]: …` at the end"))
                .maybe_help(nearest.as_ref().map(|near| format!("did you mean `[^{near}]`?")))
        }
        Markdown::UnusedFootnote { label } => {
            Words::new(format!("nothing refers to footnote `[^{label}]`; it is not shown"))
                .help(format!("put `[^{label}]` into the text, or remove the footnote"))
        }
        Markdown::DuplicateFootnote { label } => {
            Words::new(format!("footnote `[^{label}]` stands here twice; only the first counts"))
                .help("give one of the two another name")
        }
        Markdown::UnknownReference { label, nearest } => {
            Words::new(format!("this link refers to `[{label}]`, but there is no such address"))
                .help(format!("write a line `[{label}]: address` at the end"))
                .maybe_help(nearest.as_ref().map(|near| format!("did you mean `[{near}]`?")))
        }
        Markdown::DuplicateAnchor { id } => {
            Words::new(format!("two headings have the same anchor `#{id}`"))
                .help("choose another anchor for one of the two")
        }
        Markdown::BadAnchor { id, suggestion } => {
            Words::new(format!("the anchor `{id}` has characters that do not fit in an address"))
                .help(format!("write `{{#{suggestion}}}`"))
        }
        Markdown::RemotePicture { address } => {
            Words::new(format!("this picture stands on another site: `{address}`")).help(
                "put the file into `media/` and write `media:name`; a page loads nothing from elsewhere",
            )
        }
        Markdown::NotAPicture { address } => {
            Words::new(format!("`{address}` is no picture, film or sound"))
                .help("write `media:name`, or the path of a file beside the page")
        }
        Markdown::More { count } => {
            Words::new(format!("{count} more messages about this file, not shown here"))
                .help("solve the first ones and look again")
        }
        Markdown::UnknownComponent { word, nearest } => {
            Words::new(format!("unknown component `{word}`"))
                .help(format!("did you mean `{nearest}`?"))
        }
        Markdown::LinkScheme { scheme } => Words::new(format!(
            "a link with `{scheme}:` can run code at the reader's end and is not allowed"
        ))
        .help("remove the link, or lead to an ordinary address"),
        Markdown::UnknownScheme { scheme, nearest } => {
            Words::new(format!("`{scheme}:` is no known kind of link"))
                .help("write the path of a file, `https://…`, or for example `region:twente`")
                .maybe_help(nearest.map(|near| format!("did you mean `{near}:`?")))
        }
        Markdown::AbsolutePath { address } => {
            Words::new(format!("the link `{address}` starts with a slash")).help(
                "write the path of the file, seen from this page: `../stories/drenthe.md`",
            )
        }
        Markdown::MissingScheme { suggestion } => {
            Words::new("this link lacks its beginning and would be looked up as a file")
                .help(format!("write `{suggestion}`"))
        }
        Markdown::LocalPath { suggestion } => {
            Words::new("this link is a path as it works on one computer")
                .help("write the path of the file, seen from this page")
                .maybe_help(suggestion.as_ref().map(|path| format!("write `{path}`")))
        }
        Markdown::EmptyLink => Words::new("this link has no address")
            .help("put the address between the brackets, or remove the link"),
        Markdown::NoWords => Words::new("this link has no words, so nobody can follow it")
            .help("say between the square brackets where the link leads"),
    }
}
