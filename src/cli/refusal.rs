//! What is wrong with a command line, in the words of all other messages.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory as _, ValueEnum};

use super::args::{Cli, ColorArg, FormatArg, Global, LanguageArg};
use crate::diag::problem::{Host, Misuse, Wanted};
use crate::diag::{Diag, Place};

/// What the argument parser refused, as a problem; `None` where it only answers, as it does with
/// help.
pub(super) fn problem(refusal: &clap::Error, args: &[OsString]) -> Option<Diag> {
    let problem = match refusal.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::MissingSubcommand => Host::NoCommand,
        _ => {
            let (command, mut wrong) = (command(refusal, args), misuse(refusal));
            suggest(&mut wrong, args);
            let wrong = misplaced(&command, &wrong, args).unwrap_or(wrong);
            Host::Usage { command, wrong }
        }
    };
    Some(Diag::new(Place::Nowhere, problem))
}

/// The options of every command, as far as they can be read from arguments that are not right:
/// a mistake is told in the language and form that were asked for.
pub(super) fn global(args: &[OsString]) -> Global {
    Global {
        root: said(args, "--root").map(Into::into),
        language: chosen::<LanguageArg>(args, "--language"),
        format: chosen::<FormatArg>(args, "--format").unwrap_or_default(),
        color: chosen::<ColorArg>(args, "--color").unwrap_or_default(),
    }
}

fn chosen<T: ValueEnum>(args: &[OsString], option: &str) -> Option<T> {
    said(args, option).and_then(|word| T::from_str(word, true).ok())
}

/// What stands behind an option.
fn said<'a>(args: &'a [OsString], option: &str) -> Option<&'a str> {
    let words: Vec<&str> = words(args).collect();
    let behind = |(at, word): (usize, &&'a str)| match word.strip_prefix(option)? {
        "" => words.get(at.saturating_add(1)).filter(|own| !own.starts_with('-')).copied(),
        rest => rest.strip_prefix('='),
    };
    words.iter().enumerate().find_map(behind)
}

/// The words that may be options; one that is no text is empty.
fn words(args: &[OsString]) -> impl Iterator<Item = &str> {
    let words = args.iter().skip(1).take_while(|arg| *arg != "--");
    words.map(|arg| arg.to_str().unwrap_or_default())
}

/// The command that the parser was reading, as far as it was one: `lerend media withdraw`.
fn command(refusal: &clap::Error, args: &[OsString]) -> String {
    let usage = texts(refusal, ContextKind::Usage).into_iter().next();
    let Some(usage) = usage else { return named(args).0 };
    // Whatever name the program was called by.
    let words = usage.trim_start_matches("Usage: ").split_whitespace().skip(1);
    let words = words.take_while(|word| !word.starts_with(['-', '<', '[']));
    std::iter::once("lerend").chain(words).collect::<Vec<_>>().join(" ")
}

/// The command that stands among the words.
fn named(args: &[OsString]) -> (String, Command) {
    let (mut path, mut command) = ("lerend".to_owned(), Cli::command());
    let mut last = "";
    for word in words(args) {
        let is_value = matches!(last, "--root" | "--language" | "--format" | "--color");
        let inner = command.find_subcommand(word).filter(|_| !is_value).cloned();
        if let Some(inner) = inner {
            path = format!("{path} {}", inner.get_name());
            command = inner;
        }
        last = word;
    }
    (path, command)
}

/// An option that stands before the command that takes it.
fn misplaced(command: &str, wrong: &Misuse, args: &[OsString]) -> Option<Misuse> {
    let Misuse::Argument { written, .. } = wrong else { return None };
    let long = written.strip_prefix("--")?.split('=').next()?;
    let (path, inner) = named(args);
    let is_its = inner.get_arguments().any(|own| own.get_long() == Some(long));
    let is_misplaced = command == "lerend" && path != command && is_its;
    is_misplaced.then(|| Misuse::Misplaced { option: format!("--{long}"), command: path })
}

/// Names the option that somebody meant who calls it by what it shows.
fn suggest(wrong: &mut Misuse, args: &[OsString]) {
    let Misuse::Argument { written, nearest } = wrong else { return };
    let word = written.trim_start_matches('-').split('=').next().unwrap_or_default();
    let is_meant = matches!(
        word,
        "draft" | "drafts" | "concept" | "concepten" | "future" | "scheduled" | "voorbeeld"
    );
    let is_its = || named(args).1.get_arguments().any(|own| own.get_long() == Some("preview"));
    if is_meant && written.starts_with("--") && is_its() {
        *nearest = Some("--preview".to_owned());
    }
}

fn misuse(refusal: &clap::Error) -> Misuse {
    // The nearest comes last.
    let one = |kind| texts(refusal, kind).pop();
    let text = |kind| one(kind).unwrap_or_default();
    match refusal.kind() {
        ErrorKind::InvalidSubcommand => Misuse::Command {
            written: text(ContextKind::InvalidSubcommand),
            nearest: one(ContextKind::SuggestedSubcommand),
        },
        ErrorKind::UnknownArgument => Misuse::Argument {
            written: text(ContextKind::InvalidArg),
            nearest: one(ContextKind::SuggestedArg),
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let of = text(ContextKind::InvalidArg);
            let known = texts(refusal, ContextKind::ValidValue);
            let expected = expected(&of, known);
            let nearest = one(ContextKind::SuggestedValue);
            Misuse::Value { of, written: text(ContextKind::InvalidValue), nearest, expected }
        }
        ErrorKind::TooManyValues => Misuse::NoValue {
            option: text(ContextKind::InvalidArg),
            written: text(ContextKind::InvalidValue),
        },
        ErrorKind::MissingRequiredArgument => {
            Misuse::Missing { what: texts(refusal, ContextKind::InvalidArg) }
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (text(ContextKind::InvalidArg), text(ContextKind::PriorArg));
            if one == other {
                Misuse::Twice { option: one }
            } else {
                Misuse::Conflict { one, other }
            }
        }
        _ => {
            let said = refusal.render().to_string();
            let first = said.lines().next().unwrap_or_default();
            Misuse::Other { detail: first.trim_start_matches("error: ").to_owned() }
        }
    }
}

/// What the value of an argument has to be, of which the parser knows these.
fn expected(of: &str, known: Vec<String>) -> Wanted {
    let number = |least, most| Wanted::Number { least, most };
    match of.split(' ').next().unwrap_or_default() {
        _ if !known.is_empty() => Wanted::OneOf(known),
        "--jobs" => number(1, super::args::MOST_JOBS.into()),
        "--port" => number(0, u16::MAX.into()),
        "--date" => Wanted::Day,
        "--base-url" => Wanted::Address,
        // The revision of `check` is any word.
        "--since" if of.contains("YYYY") => Wanted::DayOrPrevious,
        _ => Wanted::Anything,
    }
}

/// What the parser says of a side of its refusal.
fn texts(refusal: &clap::Error, kind: ContextKind) -> Vec<String> {
    match refusal.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => {
            texts.iter().map(ToString::to_string).collect()
        }
        _ => Vec::new(),
    }
}
