//! English words for mistakes in a command.

use crate::diag::Words;
use crate::diag::problem::{Misuse, Wanted};

pub(super) fn misuse(command: &str, wrong: &Misuse) -> Words {
    let near = |nearest: &Option<String>| match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => what_can_be(command),
    };
    match wrong {
        Misuse::Command { written, nearest } => {
            Words::new(format!("`{written}` is not a command")).help(near(nearest))
        }
        Misuse::Argument { written, nearest } => {
            let words = if written.starts_with('-') {
                format!("`{command}` has no option `{written}`")
            } else {
                format!("`{written}` is one word too many after `{command}`")
            };
            Words::new(words).help(near(nearest))
        }
        Misuse::Misplaced { option, command } => {
            Words::new(format!("`{option}` belongs to `{command}`"))
                .help(format!("put it behind that: `{command} {option}`"))
        }
        Misuse::Value { of, written, nearest: _, expected } if written.is_empty() => {
            let words = if of.starts_with('-') {
                format!("`{of}` needs a value")
            } else {
                format!("`{of}` is empty")
            };
            Words::new(words).help(self::expected(command, expected))
        }
        Misuse::Value { of, written, nearest, expected } => {
            let words = Words::new(format!("`{written}` does not fit `{of}`"));
            let expected = self::expected(command, expected);
            words.help(match nearest {
                Some(nearest) => format!("did you mean `{nearest}`? Or {expected}"),
                None => expected,
            })
        }
        Misuse::NoValue { option, written } => Words::new(format!("`{option}` takes no value"))
            .help(format!("leave `={written}` out")),
        Misuse::Missing { what } => {
            Words::new(format!("`{command}` lacks {}", quoted(what))).help(what_can_be(command))
        }
        Misuse::Conflict { one, other } => {
            Words::new(format!("`{one}` and `{other}` do not go together"))
                .help("leave one of the two out")
        }
        Misuse::Twice { option } => {
            Words::new(format!("`{option}` is given more than once")).help("keep one of them")
        }
        Misuse::DataThemselves { of } => {
            Words::new(format!("these are data themselves, those of `{of}`"))
                .help("change them in this file; `lerend check` checks them")
        }
        Misuse::NoMedia { expected } => Words::new(
            "this file has no data of its own: it is no photo, drawing, film, sound or file to download",
        )
        .help(format!("name a file such as {}", expected.join(", "))),
        Misuse::Other { detail } => {
            Words::new(format!("the command is not right: {detail}")).help(what_can_be(command))
        }
    }
}

fn what_can_be(command: &str) -> String {
    match command {
        "lerend" => "`lerend --help` lists all commands".to_owned(),
        _ => format!("`{command} --help` shows what it can take"),
    }
}

fn expected(command: &str, expected: &Wanted) -> String {
    match expected {
        Wanted::OneOf(known) => format!("choose from: {}", known.join(", ")),
        Wanted::Day => "give a day that exists, such as 2026-03-18".to_owned(),
        Wanted::DayOrPrevious => {
            "give `previous`, or a day that exists, such as 2026-03-18".to_owned()
        }
        Wanted::Number { least, most } => {
            format!("give a whole number from {least} through {most}")
        }
        Wanted::Address => {
            "give the whole address, such as https://example.org/site/".to_owned()
        }
        Wanted::Anything => what_can_be(command),
    }
}

fn quoted(what: &[String]) -> String {
    let quoted: Vec<String> = what.iter().map(|own| format!("`{own}`")).collect();
    quoted.join(" and ")
}
