//! Dutch words for mistakes in a command.

use crate::diag::Words;
use crate::diag::problem::{Misuse, Wanted};

pub(super) fn misuse(command: &str, wrong: &Misuse) -> Words {
    let near = |nearest: &Option<String>| match nearest {
        Some(nearest) => format!("misschien bedoeld: `{nearest}`"),
        None => what_can_be(command),
    };
    match wrong {
        Misuse::Command { written, nearest } => {
            Words::new(format!("`{written}` is geen opdracht")).help(near(nearest))
        }
        Misuse::Argument { written, nearest } => {
            let words = if written.starts_with('-') {
                format!("`{command}` kent geen optie `{written}`")
            } else {
                format!("`{written}` is een woord te veel achter `{command}`")
            };
            Words::new(words).help(near(nearest))
        }
        Misuse::Misplaced { option, command } => {
            Words::new(format!("`{option}` hoort bij `{command}`"))
                .help(format!("zet het daarachter: `{command} {option}`"))
        }
        Misuse::Value { of, written, nearest: _, expected } if written.is_empty() => {
            let words = if of.starts_with('-') {
                format!("`{of}` heeft een waarde nodig")
            } else {
                format!("`{of}` is leeg")
            };
            Words::new(words).help(self::expected(command, expected))
        }
        Misuse::Value { of, written, nearest, expected } => {
            let words = Words::new(format!("`{written}` past niet bij `{of}`"));
            let expected = self::expected(command, expected);
            words.help(match nearest {
                Some(nearest) => format!("misschien bedoeld: `{nearest}`; {expected}"),
                None => expected,
            })
        }
        Misuse::NoValue { option, written } => {
            Words::new(format!("`{option}` krijgt geen waarde"))
                .help(format!("laat `={written}` weg"))
        }
        Misuse::Missing { what } => {
            Words::new(format!("achter `{command}` ontbreekt {}", quoted(what)))
                .help(what_can_be(command))
        }
        Misuse::Conflict { one, other } => {
            Words::new(format!("`{one}` en `{other}` gaan niet samen"))
                .help("laat een van de twee weg")
        }
        Misuse::Twice { option } => {
            Words::new(format!("`{option}` staat er meer dan één keer"))
                .help("laat het één keer staan")
        }
        Misuse::DataThemselves { of } => {
            Words::new(format!("dit zijn zelf de gegevens, van `{of}`"))
                .help("verander ze in dit bestand; `lerend check` kijkt ze na")
        }
        Misuse::NoMedia { expected } => Words::new(
            "bij dit bestand horen geen gegevens: het is geen foto, tekening, film, geluid of bestand om te downloaden",
        )
        .help(format!("noem een bestand als {}", expected.join(", "))),
        Misuse::Other { detail } => {
            Words::new(format!("de opdracht klopt niet: {detail}")).help(what_can_be(command))
        }
    }
}

fn what_can_be(command: &str) -> String {
    match command {
        "lerend" => "`lerend --help` laat alle opdrachten zien".to_owned(),
        _ => format!("`{command} --help` laat zien wat er kan"),
    }
}

fn expected(command: &str, expected: &Wanted) -> String {
    match expected {
        Wanted::OneOf(known) => format!("kies uit: {}", known.join(", ")),
        Wanted::Day => "geef een dag die bestaat, zoals 2026-03-18".to_owned(),
        Wanted::DayOrPrevious => {
            "geef `vorige`, of een dag die bestaat, zoals 2026-03-18".to_owned()
        }
        Wanted::Number { least, most } => {
            format!("geef een heel getal van {least} tot en met {most}")
        }
        Wanted::Address => {
            "geef het hele adres, zoals https://voorbeeld.nl/evaluatie/".to_owned()
        }
        Wanted::Anything => what_can_be(command),
    }
}

fn quoted(what: &[String]) -> String {
    let quoted: Vec<String> = what.iter().map(|own| format!("`{own}`")).collect();
    quoted.join(" en ")
}
