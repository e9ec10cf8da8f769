//! English words for the area `site`.

use crate::diag::Words;
use crate::diag::problem::Site;

pub(in crate::diag::text) fn site(problem: &Site) -> Words {
    let near = |nearest: &Option<String>| {
        nearest.as_ref().map(|near| format!("did you mean `{near}`?"))
    };
    match problem {
        Site::UnknownCode { name, nearest } => {
            Words::new(format!("there is no message with the code `{name}`"))
                .help("copy the code in brackets at the beginning of the message")
                .maybe_help(near(nearest))
        }
        Site::UnknownSeverity { word } => Words::new(format!("`{word}` is not a severity"))
            .help("choose from: off, hint, warning, error"),
        Site::ProtectedCode { name } => {
            Words::new(format!("`{name}` cannot be lowered: it protects people"))
                .help("remove this line")
        }
        Site::UnknownSection { name, nearest } => {
            Words::new(format!("the site has no section `{name}`"))
                .help("choose a section such as `stories` or `findings`")
                .maybe_help(near(nearest))
        }
        Site::BadPath { word, suggestion } => {
            Words::new(format!("`{word}` cannot be part of an address"))
                .help("use lower-case letters, digits and hyphens")
                .maybe_help(suggestion.as_ref().map(|better| format!("write `{better}`")))
        }
        Site::SamePath { word, section, other } => Words::new(format!(
            "`{section}` and `{other}` use the same word in their addresses: `{word}`"
        ))
        .help("choose another word for one of them"),
        Site::FixedPath { word } => {
            Words::new(format!("`{word}` is a folder of the site itself"))
                .help("choose another word for this section")
        }
        Site::UnknownNavigation { name, nearest } => Words::new(format!(
            "`{name}` in the menu is neither a section nor a page"
        ))
        .help("choose a section such as `stories`, or the file name of a page without `.md`")
        .maybe_help(near(nearest)),
        Site::UnknownTimeZone { name } => {
            Words::new(format!("the time zone `{name}` does not exist"))
                .help("write for example `Europe/Amsterdam`")
        }
        Site::UnknownEditor { word, nearest } => {
            Words::new(format!("`{word}` is not a known editor"))
                .help("choose for example `vscode`, `none`, or an address with `{path}` in it")
                .maybe_help(near(nearest))
        }
        Site::BadBaseUrl { sign, suggestion } => {
            Words::new(format!("the site's address cannot hold a `{sign}`: no page fits behind it"))
                .help(format!("write `{suggestion}`"))
        }
        Site::UnknownBlank { name, nearest, known } => {
            let help = match nearest {
                Some(near) => format!("did you mean `{{{near}}}`?"),
                None => format!("choose from {}", blanks(known)),
            };
            Words::new(format!("nothing fills in `{{{name}}}` in this address")).help(help)
        }
        Site::BadContact { value } => {
            Words::new(format!("`{value}` reaches nobody who wants to report a hole in the site"))
                .help("write an address such as `https://voorbeeld.example/report/`, `mailto:safe@voorbeeld.example` or `tel:+31201234567`")
        }
        Site::BadSender { value } => {
            Words::new(format!("the sender `{value}` has no e-mail address: the mail then gets no sender"))
                .help("write name and address: `\"Editors <redactie@voorbeeld.example>\"`")
        }
        Site::WithoutAvif => Words::new(
            "this program cannot make AVIF; pictures are on the site as WebP and JPEG",
        )
        .help(
            "build the program with `cargo build --release --features avif`, or remove `avif`",
        ),
    }
}

fn blanks(known: &[&str]) -> String {
    known.iter().map(|own| format!("`{{{own}}}`")).collect::<Vec<_>>().join(", ")
}
