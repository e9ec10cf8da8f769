//! English words for the area `rights`.

use crate::diag::Words;
use crate::diag::problem::Rights;

pub(in crate::diag::text) fn rights(problem: &Rights) -> Words {
    match problem {
        Rights::NoSidecar { sidecar } => Words::new("this picture or file is used, but no file describes it")
            .help(format!("make `{sidecar}` with `kind`, `alt`, `maker`, `licence` and `people`, or type `lerend new media {}`", sidecar.trim_end_matches(".yaml"))),
        Rights::NoFile { file } => Words::new(format!("this describes the file `{file}`, which is not there"))
            .help("put the file next to it, rename this one, or use `embed` for a film on another site"),
        Rights::NotMedia { file, is_companion } => Words::new(format!(
            "`{file}` has no data of its own: it is no photo, drawing, film, sound or file to download"
        ))
        .help(if *is_companion {
            format!("take these data away, and name `{file}` in those of the film or sound, at `captions` or `transcript`")
        } else {
            "take these data away".to_owned()
        }),
        Rights::SameId { id, other: Some(other) } => Words::new(format!(
            "`{other}` and `{id}` differ in capitals only; on many computers that is one file"
        ))
        .help("rename one of the two, with the data beside it"),
        Rights::SameId { id, other: None } => Words::new(format!("two files are called `{id}`; the letters after the dot do not count"))
            .help("rename one of the two, and the file that describes it"),
        Rights::NoAlt => Words::new("this picture has no description for those who cannot see it (`alt`)")
            .help("write `alt:` with what it shows, or `decorative: true` if it is decoration only"),
        Rights::TooLong { written } => Words::new(format!("nothing can last this long: `{written}`"))
            .help("write minutes and seconds, such as `0:16`, or hours, minutes and seconds, such as `1:02:30`"),
        Rights::MissingKey { key, .. } => Words::new(format!("this kind of picture or file needs `{key}`"))
            .help(format!("add a line `{key}: …`")),
        Rights::MissingCompanion { file, nearest } => Words::new(format!("there is no file `{file}` next to this file"))
            .help("put the file in the same folder")
            .maybe_help(nearest.as_ref().map(|near| format!("did you mean `{near}`?"))),
        Rights::NoConsent => Words::new("this needs consent, and none is named")
            .help("write the number of the consent at `consent`, or leave this out"),
        Rights::NotYet { reference, from } => Words::new(format!(
            "the consent `{reference}` is given on {from} and does not hold yet: until that day this is not shown anywhere"
        ))
        .help("look whether year and month are right at `given`: it is the day of the signature"),
        Rights::Expired { reference, until } => Words::new(format!(
            "the consent `{reference}` was valid through {until}: this is no longer shown anywhere"
        ))
        .help("ask for new consent, or remove this"),
        Rights::Withdrawn { reference } => Words::new(format!(
            "the consent `{reference}` was withdrawn: this is no longer shown anywhere"
        ))
        .help("it is gone everywhere, so leave it here; a picture that stood in a mail that was sent has to stay: a grey area comes at its address. What never stood in a mail may be removed"),
        Rights::NotForChannel { reference, and_newsletter: true, .. } => Words::new(format!(
            "the consent `{reference}` does not cover the site, where the newsletter stands too: this is left out of both"
        ))
        .help("ask for the site too and add `site` to `scope`, or leave it out"),
        Rights::NotForChannel { reference, channel: (_, en), .. } => Words::new(format!(
            "the consent `{reference}` does not cover the {en}: this is left out there"
        ))
        .help(format!("ask for that too and add `{en}` to `scope`, or leave it out there")),
        Rights::EndsSoon { reference, until } => Words::new(format!(
            "the consent `{reference}` is valid through {until}; after that, this disappears by itself"
        ))
        .help("ask for new consent in time"),
        Rights::NameWithoutConsent => Words::new("this names a person, without naming a consent")
            .help("write the number of the consent at `consent`, or remove the name"),
        Rights::MinorWithoutParent { reference } => Words::new(format!("`{reference}` is about a minor, and names no consent of a parent"))
            .help("write the number of that consent at `parent-ref`"),
    }
}
