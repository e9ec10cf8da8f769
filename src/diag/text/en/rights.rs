//! English words for the area `rights`.

use crate::diag::Words;
use crate::diag::problem::Rights;

pub(in crate::diag::text) fn rights(problem: &Rights) -> Words {
    match problem {
        Rights::NoSidecar { sidecar } => Words::new("this picture or file is used, but nothing is said about it")
            .help(format!("make `{sidecar}` with `kind`, `alt`, `maker`, `licence` and `people`")),
        Rights::NoFile { file } => Words::new(format!("this is about the file `{file}`, which is not there"))
            .help("put the file beside it, rename this one, or use `embed` for a film that stands elsewhere"),
        Rights::SameId { id } => Words::new(format!("two files are called `{id}`; the letters behind the dot do not count"))
            .help("rename one of the two, with the file about it"),
        Rights::NoAlt => Words::new("this picture has no description for those who cannot see it (`alt`)")
            .help("write `alt:` with what it shows, or `decorative: true` if it is decoration only"),
        Rights::MissingKey { key, .. } => Words::new(format!("this kind of picture or file needs `{key}`"))
            .help(format!("add a line `{key}: …`")),
        Rights::MissingCompanion { file, nearest } => Words::new(format!("there is no file `{file}` beside this file"))
            .help("put the file into the same folder")
            .maybe_help(nearest.as_ref().map(|near| format!("perhaps meant: `{near}`"))),
        Rights::NoConsent => Words::new("this needs consent, and none is given")
            .help("put the number of the consent at `consent`, or leave this out"),
        Rights::Expired { reference, until } => Words::new(format!(
            "the consent `{reference}` held through {until}: this is not shown anywhere any more"
        ))
        .help("ask for new consent, or remove this"),
        Rights::Withdrawn { reference } => Words::new(format!(
            "the consent `{reference}` was withdrawn: this is not shown anywhere any more"
        ))
        .help("remove this from the content"),
        Rights::NotForChannel { reference, channel: (_, en) } => Words::new(format!(
            "the consent `{reference}` does not cover the {en}: this is left out there"
        ))
        .help(format!("ask for that too and add `{en}` to `scope`, or leave it so")),
        Rights::EndsSoon { reference, until } => Words::new(format!(
            "the consent `{reference}` holds through {until}; after that this disappears by itself"
        ))
        .help("ask for new consent in time"),
        Rights::NameWithoutConsent => Words::new("a person's name without consent")
            .help("put the number of the consent at `consent`, or remove the name"),
        Rights::MinorWithoutParent { reference } => Words::new(format!("`{reference}` is about a minor, without the consent of a parent"))
            .help("put the number of that consent at `parent-ref`"),
    }
}
