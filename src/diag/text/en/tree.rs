//! English words for the area `tree`.

use crate::diag::Words;
use crate::diag::problem::Tree;

pub(in crate::diag::text) fn tree(problem: &Tree) -> Words {
    match problem {
        Tree::UnknownFile { expected, nearest } => {
            Words::new("this file does not belong here: the build does not know what it is")
                .help(match nearest {
                    Some(near) => format!("perhaps meant: `{near}`"),
                    None => format!(
                        "what belongs here: {}; move or rename the file",
                        expected.join(", ")
                    ),
                })
        }
        Tree::UnknownFolder { folder, nearest } => Words::new(format!(
            "unknown folder `{folder}`"
        ))
        .help(nearest.as_ref().map_or_else(
            || {
                "put the file into one of the content folders, such as `factsheets` or `pages`"
                    .to_owned()
            },
            |near| format!("perhaps meant: `{near}`"),
        )),
        Tree::NotUtf8 { offset, guess } => {
            let message =
                format!("this file is not UTF-8: byte {offset} (counted from 0) is wrong");
            Words::new(message).help(match guess {
                Some(guess) => format!("it looks like {guess}; save the file again as UTF-8"),
                None => "save the file again as UTF-8".to_owned(),
            })
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
        Tree::OutsideLink => {
            Words::new("this link leads out of the site, or to a folder; it is not followed")
                .help("put the file itself in this place")
        }
        Tree::NotAFile => Words::new("this is no ordinary file and is not read")
            .help("remove it from the site's folder"),
        Tree::TooLarge { bytes, limit } => Words::new(format!(
            "this file is too large to read: {bytes} bytes, and the limit is {limit}"
        ))
        .help("make the file smaller or split it"),
    }
}
