//! English words for the area `markdown`.

use crate::diag::Words;
use crate::diag::problem::{Markdown, Unfinished};

pub(in crate::diag::text) fn markdown(problem: &Markdown) -> Words {
    match problem {
        Markdown::RawHtml { tag } => {
            Words::new(format!("HTML does not work here: readers will see `{tag}` as plain text"))
                .help("write it in Markdown, or remove it")
        }
        Markdown::Unfinished { form } => {
            let (what, help) = unfinished(*form);
            Words::new(what).help(help)
        }
        Markdown::InField { marks } => Words::new(format!(
            "formatting does not work in this field: readers see `{marks}` as it stands here"
        ))
        .help("remove the marks, and leave the words only"),
        Markdown::TooDeep { limit } => Words::new(format!(
            "more than {limit} lists, quotes or emphases are nested here; anything deeper becomes plain text"
        ))
        .help("use fewer levels"),
        Markdown::TooManyColumns { columns, limit } => Words::new(format!(
            "this table has {columns} columns; only the first {limit} are shown"
        ))
        .help("make the table narrower, or move the data to a CSV file"),
        Markdown::UnknownFootnote { label, nearest } => {
            Words::new(format!("footnote `[^{label}]` has no text"))
                .help(format!("add a line `[^{label}]: …` at the end"))
                .maybe_help(nearest.as_ref().map(|near| format!("did you mean `[^{near}]`?")))
        }
        Markdown::UnusedFootnote { label } => {
            Words::new(format!("nothing refers to footnote `[^{label}]`; it is not shown"))
                .help(format!("add `[^{label}]` to the text, or remove the footnote"))
        }
        Markdown::DuplicateFootnote { label } => {
            Words::new(format!("footnote `[^{label}]` is here twice; only the first counts"))
                .help("give one of the two another name")
        }
        Markdown::UnknownReference { label, nearest } => {
            Words::new(format!("this link refers to `[{label}]`, but no line says which address that is"))
                .help(format!("add a line `[{label}]: address` at the end"))
                .maybe_help(nearest.as_ref().map(|near| format!("did you mean `[{near}]`?")))
        }
        Markdown::DuplicateAnchor { id } => {
            Words::new(format!("two headings have the same anchor `#{id}`"))
                .help("choose another anchor for one of the two")
        }
        Markdown::BadAnchor { id, suggestion } => {
            Words::new(format!("the anchor `{id}` has characters that cannot be part of an address"))
                .help(format!("write `{{#{suggestion}}}`"))
        }
        Markdown::RemotePicture { address } => {
            Words::new(format!("this picture is on another site: `{address}`")).help(
                "put the file in `media/` and write `media:name`; pages load nothing from other sites",
            )
        }
        Markdown::NotAPicture { address } => {
            Words::new(format!("`{address}` is not a picture, film or sound"))
                .help("write `media:name`, or the path of a file next to the page")
        }
        Markdown::More { count } => {
            Words::new(format!("{count} more messages about this file, not shown here"))
                .help("solve the first ones and check again")
        }
        Markdown::UnknownComponent { word, nearest } => {
            Words::new(format!("unknown component `{word}`"))
                .help(format!("did you mean `{nearest}`?"))
        }
        Markdown::LinkScheme { scheme } => Words::new(format!(
            "a link with `{scheme}:` can run code in the reader's browser and is not allowed"
        ))
        .help("remove the link, or use an ordinary address"),
        Markdown::UnknownScheme { scheme, nearest } => {
            Words::new(format!("`{scheme}:` is not a known kind of link"))
                .help("write the path of a file, `https://…`, or for example `region:twente`")
                .maybe_help(nearest.map(|near| format!("did you mean `{near}:`?")))
        }
        Markdown::AbsolutePath { address } => {
            Words::new(format!("the link `{address}` starts with a slash")).help(
                "write the path of the file as seen from this page: `../stories/drenthe.md`",
            )
        }
        Markdown::MissingScheme { suggestion } => {
            Words::new("the beginning of this address is missing, so it would be taken for a file")
                .help(format!("write `{suggestion}`"))
        }
        Markdown::LocalPath { suggestion } => {
            Words::new("this link is a path that works on one computer only")
                .help("write the path of the file as seen from this page")
                .maybe_help(suggestion.as_ref().map(|path| format!("write `{path}`")))
        }
        Markdown::LostCharacter => Words::new("a character got lost here: readers see `\u{fffd}`")
            .help("type the character again; what it was stands in the text from which you copied"),
        Markdown::OwnComputer { is_whole } => {
            Words::new("this address works on one computer only: it is that of a preview").help(if *is_whole {
                "write the address at which everybody finds it, or remove the line"
            } else {
                "write the path of the file as seen from this page, such as `../stories/drenthe.md`, or the address at which everybody finds the page"
            })
        }
        Markdown::EmptyLink => Words::new("this link has no address")
            .help("put the address between the brackets, or remove the link"),
        Markdown::NoWords => Words::new("this link has no words, so nobody can click on it")
            .help("write between the square brackets where the link leads"),
    }
}

fn unfinished(form: Unfinished) -> (&'static str, &'static str) {
    match form {
        Unfinished::Link => (
            "this is no link: readers will see the brackets",
            "write `[words](address)`, with a bracket at the end and no space in the address",
        ),
        Unfinished::SpacedLink => (
            "this is no link: there is a space between `]` and `(`",
            "remove the space: `[words](address)`",
        ),
        Unfinished::Heading => (
            "this is no heading: a space belongs behind `##`",
            "write `## Heading`, or `\\##` where readers are to see the hashes",
        ),
        Unfinished::OddSpace => (
            "this is no heading: a no-break space stands behind the hashes",
            "remove it and type an ordinary space: `## Heading`",
        ),
        Unfinished::Number => {
            ("this is no list: the number needs a space behind it", "write `1. First`")
        }
        Unfinished::Dash => (
            "this is no list: the dash needs a space behind it",
            "begin each line of the list with `- `",
        ),
        Unfinished::Task => {
            ("this is no box to tick: a dash belongs before it", "write `- [ ] task`")
        }
        Unfinished::Alert => (
            "this is no frame: readers see the brackets",
            "write on a line of its own `> [!NOTE]`, `> [!TIP]`, `> [!IMPORTANT]`, `> [!WARNING]` or `> [!CAUTION]`",
        ),
        Unfinished::Strong => (
            "this is not bold: readers see the stars, for there are none behind the words",
            "write `**words**`, or `\\*\\*` when readers should see the stars",
        ),
        Unfinished::SpacedStrong => (
            "this is not bold: a space stands between the stars and the words",
            "remove that space: `**words**`",
        ),
        Unfinished::GluedStrong => (
            "this is not bold: the next word sticks to the stars",
            "put a space between them: `**Words:** text`",
        ),
        Unfinished::ShortFence => (
            "this is no component: three backticks belong before it",
            "begin with three, and put three on a line of their own below the block",
        ),
        Unfinished::OddItem => (
            "this is no list: a no-break space stands behind the dash or number",
            "remove it and type an ordinary space: `- one` or `1. one`",
        ),
        Unfinished::Tabs => (
            "this is no table: the tabs go, and the lines run into each other",
            "put lines between the cells, `| Party | Role |`, and below the head a line `| --- | --- |`",
        ),
        Unfinished::Indented => (
            "this becomes a block of code: the line begins with a tab or four spaces",
            "remove what stands before it; if the line belongs to a list, put it straight below the words above; to keep the block, put a line with three backticks above it and one below",
        ),
        Unfinished::Bullet => (
            "this is no list: readers will see the mark in an ordinary paragraph",
            "begin each line of the list with `- `",
        ),
        Unfinished::Table => (
            "this is no table: readers will see the lines",
            "put a line below the head with a dash for each column: `| --- | --- |`",
        ),
        Unfinished::Row => (
            "this row has more cells than the head: what is too much is not shown",
            "give the head one more column, or remove the cell; write a `|` in a cell as `\\|`",
        ),
        Unfinished::Remark => (
            "this remark is not closed: what follows it is not on the page",
            "put `-->` behind the remark",
        ),
        Unfinished::ShownRemark => (
            "this remark is not closed: readers see it on the page",
            "put `-->` behind the remark, in the same paragraph",
        ),
        Unfinished::Fence => (
            "this block is not closed: what follows it belongs to it too",
            "put a line below the block with only the same characters as it begins with",
        ),
    }
}
