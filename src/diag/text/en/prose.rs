//! English words for the area `prose`.

use crate::diag::Words;
use crate::diag::problem::Prose;

pub(in crate::diag::text) fn prose(problem: &Prose) -> Words {
    match problem {
        Prose::LongSentence { words, most } => {
            Words::new(format!("this sentence has {words} words; up to {most} reads well"))
                .help("make two sentences of it")
        }
        Prose::LongParagraph { sentences, most } => Words::new(format!(
            "this paragraph has {sentences} sentences; up to {most} reads well"
        ))
        .help("begin a new paragraph with a new thought"),
        Prose::Jargon { word, plain } => Words::new(if word.contains(' ') {
            format!("`{word}` are difficult words")
        } else {
            format!("`{word}` is a difficult word")
        })
        .help(format!("write instead: {plain}")),
        Prose::Abbreviation { word } => Words::new(format!(
            "the abbreviation `{word}` is not explained anywhere"
        ))
        .help(format!(
            "write the full name the first time, followed by `({word})`, or add it to \
                 `vocabulary/glossary.yaml`"
        )),
        Prose::VagueLink { words } => {
            Words::new(format!("the link text \"{words}\" does not say where it leads"))
                .help("put the link on the words that say what is there")
        }
        Prose::LinkIsAddress => Words::new("the text of this link is a web address")
            .help("write what can be found there, such as `[the report](https://…)`"),
        Prose::AltFileName => Words::new("this description of the picture is a file name")
            .help("say in a sentence what the picture shows"),
        Prose::AltPictureOf { words } => {
            Words::new(format!("this description of the picture begins with \"{words}\""))
                .help("leave those words out: a screen reader says that it is a picture")
        }
        Prose::EmptyHeading => Words::new("this heading is empty")
            .help("write after the hashes what this part is about, or remove the line"),
        Prose::HeadingJump { heading, from, to } => {
            Words::new(format!("the heading \"{heading}\" skips a level: from {from} to {to}"))
                .help(format!("put {} hashes before it: {}", hashes(*from).0, hashes(*from).1))
        }
        Prose::SecondTitle { heading } => Words::new(format!(
            "the heading \"{heading}\" is as large as the title of the page"
        ))
        .help("put two hashes before it: `##`"),
    }
}

/// How many hashes belong before a heading one level below another, and the hashes.
fn hashes(above: u8) -> (&'static str, String) {
    let count = usize::from(above) + 1;
    let words = match count {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        _ => "six",
    };
    (words, format!("`{}`", "#".repeat(count)))
}
