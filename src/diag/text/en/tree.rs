//! English words for the area `tree`.

use crate::diag::Words;
use crate::diag::problem::{Tree, UnusedForm};

pub(in crate::diag::text) fn tree(problem: &Tree) -> Words {
    match problem {
        Tree::UnknownFile { expected, nearest } => Words::new(
            "this file does not belong here: it is not clear what it is",
        )
        .help(match nearest {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                format!("these belong here: {}; move or rename the file", expected.join(", "))
            }
        }),
        Tree::NoDataOfItsOwn => {
            Words::new("captions and transcripts have no data of their own")
                .help("put the file next to the film or sound, and name it in the data of that, at `captions` or `transcript`")
        }
        Tree::NotAsIs { is_text: true } => {
            Words::new("what stands in `files` comes on the site as it is, and a text becomes no page there")
                .help("put the text in a folder for pages, such as `pages`")
        }
        Tree::NotAsIs { is_text: false } => {
            Words::new("pictures, films, sound and documents are not published as they are: whose they are and who agreed belongs to them")
                .help("put the file in `media`, with a file of data next to it (`lerend new media`)")
        }
        Tree::UnknownFolder { folder, nearest } => Words::new(format!(
            "unknown folder `{folder}`"
        ))
        .help(nearest.as_ref().map_or_else(
            || {
                "put the file in one of the content folders, such as `factsheets` or `pages`"
                    .to_owned()
            },
            |near| format!("did you mean `{near}`?"),
        )),
        Tree::NotUtf8 { offset, guess } => {
            let at = format!(
                "save the file again as UTF-8 (it goes wrong at byte {offset}, counted from 0)"
            );
            Words::new("this file is not saved as UTF-8, and cannot be read").help(
                match guess {
                    Some(guess) => format!("it looks like {guess}; {at}"),
                    None => at,
                },
            )
        }
        Tree::Conflict { is_whole: true } => Words::new(
            "here stand two versions of one text: two people changed it, and git could not choose",
        )
        .help("choose one of the two, or make one text of both, and remove the three lines with `<<<<<<<`, `=======` and `>>>>>>>`"),
        Tree::Conflict { is_whole: false } => {
            Words::new("this line comes from git and is no part of the text: there were two versions here")
                .help("remove the line, and look whether the text above and below stands here only once and no line `=======` is left")
        }
        Tree::DuplicateId { id } => {
            Words::new(format!("the name `{id}` is used twice for the same kind of document"))
                .help("rename one of the two files")
        }
        Tree::BadName { name, suggestion } => Words::new(format!(
            "the file name `{name}` cannot become an address"
        ))
        .help(match suggestion {
            Some(better) => {
                format!("call the file `{better}`: lower-case letters, digits and hyphens")
            }
            None => "use lower-case letters, digits and hyphens".to_owned(),
        }),
        Tree::BadPictureName { name, better } => Words::new(format!(
            "the file name `{name}` has a space or a character that does not fit in an address"
        ))
        .help(better.as_ref().map_or_else(
            || "use lower-case letters, digits and hyphens".to_owned(),
            |better| {
                let id = better.rsplit_once('.').map_or(better.as_str(), |(id, _)| id);
                format!("call the file `{better}` and the data beside it `{better}.yaml`; texts then name it `media:{id}`")
            },
        )),
        Tree::UnusedFile { path, form } => {
            Words::new("nothing uses this file, and it does not come onto the site").help(match form {
                UnusedForm::WordProcessor => format!("is there a text in it? Save that as `.md`, see `lerend new`; if it is to be downloaded, describe it with `lerend new media {path}` and name it in a text"),
                UnusedForm::Companion => "is it a text for the site? Save that as `.md`; if it goes with a film or sound, name it in the data of that, at `captions` or `transcript`".to_owned(),
                UnusedForm::Medium => format!("describe it with `lerend new media {path}` and name it in a text, or remove it"),
            })
        }
        Tree::LongName { length, limit } => Words::new(format!(
            "this file name is too long: {length} bytes; the most is {limit}"
        ))
        .help("choose a shorter name; a few words will do"),
        Tree::OutsideLink => Words::new(
            "this shortcut leads to nothing, out of the site or to a folder; it is not followed",
        )
        .help("put the file itself in this place"),
        Tree::NotAFile => Words::new("this is not an ordinary file, so it is not read")
            .help("remove it from the site's folder"),
        Tree::TooLarge { bytes, limit } => Words::new(format!(
            "this file is too large to read: {bytes} bytes; the most is {limit}"
        ))
        .help("make the file smaller or split it"),
    }
}
