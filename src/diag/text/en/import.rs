//! English words for the area `import`.

use crate::diag::problem::{Aside, Import, Letters};
use crate::diag::{Language, Words, text};

pub(in crate::diag::text) fn import(problem: &Import) -> Words {
    match problem {
        Import::SetAside { why, form } => {
            let why = text::words(why, Language::En);
            let (what, then) = aside(*form);
            let help = why.help.map_or_else(String::new, |help| format!("{help}; "));
            Words::new(format!("{what} now stands in a comment: {}", why.message))
                .help(format!("{help}{then}"))
        }
        Import::NoPlace { key } => {
            Words::new(format!("the field `{key}` was not taken over and now stands in a comment"))
                .help("put what it says elsewhere where it is needed, or take the line away")
        }
        Import::TextBefore => {
            Words::new("this text stands above the first question and belongs to none")
                .help("put it below the question that it belongs to, or take it away")
        }
        Import::NoQuestion { heading, nearest } => Words::new(format!(
            "`{heading}` is no question of the questionnaire; it now stands with the answer above it"
        ))
        .help("put this line and what stands below it with the right question, or leave it")
        .maybe_help(near(nearest.as_ref())),
        Import::OtherQuestion { heading, nearest } => Words::new(format!(
            "the questionnaire has no question `{heading}`; the answer now stands below a heading of its own"
        ))
        .help("put the answer with the right question, or leave it")
        .maybe_help(near(nearest.as_ref())),
        Import::AnsweredTwice => Words::new(
            "this question was answered more than once; the answers now stand below each other",
        )
        .help("see whether all of them are needed"),
        Import::NoDate { written, today } => {
            let what = match written {
                Some(written) => format!("`{written}` is no date"),
                None => "the answers have no date".to_owned(),
            };
            Words::new(format!("{what}; today, {today}, now stands here")).help(
                "do you know when they were given? Write that day here, and in the line for `sources.yaml` too: year-month-day",
            )
        }
        Import::UnseenCharacters { count, first } => Words::new(match count {
            1 => format!("this file holds a character that nobody sees ({first}); it was left out"),
            _ => format!("this file holds {count} characters that nobody sees, such as {first}; they were left out"),
        })
        .help("see whether nothing is missing in the draft"),
        Import::NotUtf8 { letters: Letters::Windows1252 } => Words::new(
            "this file is no UTF-8 and was read as Windows-1252; see whether letters such as é and signs such as € are right",
        ),
        Import::NotUtf8 { letters: Letters::Utf16 } => {
            Words::new("this file is no UTF-8 and was read as UTF-16")
        }
    }
}

/// What was set aside, and what to do when it is mended.
fn aside(form: Aside) -> (&'static str, &'static str) {
    match form {
        Aside::Field => ("this field", "then take `# ?` away"),
        Aside::Words => ("this", "then put back what stands between `<!--` and `-->`"),
        Aside::Text => {
            ("the whole text", "then take `<!--` at its top and `-->` at its end away")
        }
    }
}

fn near(nearest: Option<&String>) -> Option<String> {
    nearest.map(|near| format!("did you mean `{near}`?"))
}
