//! Questions on a terminal, in plain words. An empty answer leaves a field to be filled in.

use std::fmt::Write as _;

use super::NewType;
use crate::base::{FileId, OffsetMap};
use crate::cli::run::Call;
use crate::diag::problem::Field as Wrong;
use crate::diag::{Diag, Language, Problem, text};
use crate::schema::{self, Field, Kind, Table, hint};
use crate::yaml;

/// How often a word that means nothing is asked again.
const TRIES: usize = 3;

/// Asks; `None` when nobody is there to answer.
pub(super) fn ask(call: &mut Call<'_, '_>, question: &str) -> Option<String> {
    call.terminal.input.as_ref()?;
    call.report().say(&format!("{question} "));
    let mut answer = String::new();
    let input = call.terminal.input.as_mut()?;
    match input.read_line(&mut answer) {
        Ok(0) | Err(_) => None,
        Ok(_) => Some(answer.trim().to_owned()),
    }
}

/// What to make: by number, or by its word in either language.
pub(super) fn kind(call: &mut Call<'_, '_>) -> Option<NewType> {
    let dutch = call.style.language == Language::Nl;
    let mut question =
        if dutch { "Wat wil je maken?\n" } else { "What do you want to make?\n" }.to_owned();
    for (kind, number) in NewType::ALL.into_iter().zip(1..) {
        let (word, meaning) = about(kind, dutch);
        let _ = writeln!(question, "{number:>3}  {word}: {meaning}");
    }
    question.push_str(if dutch { "Nummer of woord:" } else { "Number or word:" });
    for _ in 0..TRIES {
        let answer = ask(call, &question)?.to_lowercase();
        let chosen = NewType::ALL.into_iter().zip(1..).find(|(kind, number)| {
            answer == number.to_string()
                || [about(*kind, true).0, about(*kind, false).0].contains(&answer.as_str())
        });
        if let Some((kind, _)) = chosen {
            return Some(kind);
        }
    }
    None
}

/// What it is called.
pub(super) fn name(kind: NewType, call: &mut Call<'_, '_>) -> Option<String> {
    let question = match (kind, call.style.language) {
        (NewType::Media, Language::Nl) => "Welk bestand?",
        (NewType::Media, Language::En) => "Which file?",
        (NewType::Region, Language::Nl) => "Hoe heet de regio?",
        (NewType::Region, Language::En) => "What is the region called?",
        (_, Language::Nl) => "Wat is de titel? Zeg in één zin waar het over gaat:",
        (_, Language::En) => "What is the title? Say in one sentence what it is about:",
    };
    for _ in 0..TRIES {
        let answer = ask(call, question)?;
        if !answer.is_empty() {
            return Some(answer);
        }
    }
    None
}

/// The value of a field of a table as it is written in the file; `None` to leave it to be
/// filled in. An answer that does not fit is asked again, with what does.
pub(super) fn field(
    table: &'static Table,
    field: &Field,
    call: &mut Call<'_, '_>,
) -> Option<String> {
    let language = call.style.language;
    let (meaning, later, more) = match language {
        Language::Nl => (
            field.nl,
            "Weet je het nog niet? Druk op Enter.",
            " Meer dan één? Zet er komma's tussen.",
        ),
        Language::En => (
            field.en,
            "Not known yet? Press Enter.",
            " More than one? Put commas between them.",
        ),
    };
    let more = if matches!(field.kind, Kind::List(_) | Kind::Regions) { more } else { "" };
    let mut shown = hint(field, language);
    if !shown.is_empty() && !shown.ends_with('.') {
        shown.push('.');
    }
    let question = format!("{meaning}{shown}{more} {later}\n>");
    for _ in 0..TRIES {
        let answer = ask(call, &question)?;
        if answer.is_empty() {
            return None;
        }
        let value = value(field, &answer);
        match mistake(table, field, value.as_ref().unwrap_or(&answer), language) {
            None => return value,
            Some(words) => call.report().say(&format!("{words}\n")),
        }
    }
    None
}

/// What a build would say of a value, in words; `None` when it can be read.
fn mistake(
    table: &'static Table,
    field: &Field,
    value: &str,
    language: Language,
) -> Option<String> {
    let key = match language {
        Language::Nl => field.alias,
        Language::En => field.key,
    };
    let is_text = matches!(field.kind, Kind::Text | Kind::Texts);
    let value =
        if is_text { serde_json::Value::from(value).to_string() } else { value.to_owned() };
    let line = format!("{key}: {value}\n");
    let node = yaml::read(&line, &OffsetMap::whole(FileId(0), 0));
    let read = node.value.map(|node| schema::read(table, &node).0.diags).unwrap_or_default();
    let mut errors = node.diags.into_iter().chain(read).filter(Diag::is_error);
    let wrong = errors.find(|diag| !is_missing(diag))?;
    let words = text::words(&wrong.problem, language);
    Some(
        words
            .help
            .map_or_else(|| words.message.clone(), |help| format!("{}: {help}", words.message)),
    )
}

/// Whether it is about another field, which is asked later.
fn is_missing(diag: &Diag) -> bool {
    matches!(&diag.problem, Problem::Field(Wrong::Missing { .. }))
}

/// An answer as a value of a field; `None` when its closed list does not have it.
fn value(field: &Field, answer: &str) -> Option<String> {
    let item = |text: &str| match field.kind.choice() {
        Some(choice) => choice.key(&text.to_lowercase()).map(str::to_owned),
        None => Some(in_yaml(text)),
    };
    match &field.kind {
        Kind::List(_) | Kind::Regions if answer.starts_with('[') => Some(answer.to_owned()),
        Kind::Regions if ["all", "alle"].contains(&answer) => Some(answer.to_owned()),
        Kind::List(_) | Kind::Regions => {
            let items = answer.split(',').map(str::trim).filter(|text| !text.is_empty());
            let items: Option<Vec<String>> = items.map(item).collect();
            items.map(|items| format!("[{}]", items.join(", ")))
        }
        // These are put in quotes where they need them when the file is made.
        Kind::Text | Kind::Texts => Some(answer.to_owned()),
        Kind::Record(_) | Kind::Map(_) => Some(answer.to_owned()),
        _ => item(answer),
    }
}

/// A word as it may stand in YAML.
fn in_yaml(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_. /".contains(c);
    let is_word = text.chars().all(is_plain) && !text.starts_with(['-', '.', ' ']);
    if is_word { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

/// The word for a type, and what it is for.
fn about(kind: NewType, dutch: bool) -> (&'static str, &'static str) {
    let (nl, en) = match kind {
        NewType::Factsheet => (
            ("factsheet", "één ding dat gezien is, met hoe zeker het is"),
            ("factsheet", "one thing that was seen, and how sure it is"),
        ),
        NewType::Story => (
            ("verhaal", "wat één regio of mens meemaakte"),
            ("story", "what one region or person went through"),
        ),
        NewType::Finding => (
            ("bevinding", "wat werkt, wat niet, en wanneer"),
            ("finding", "what works, what does not, and when"),
        ),
        NewType::Newsletter => (
            ("nieuwsbrief", "een editie, met stukken die er al zijn"),
            ("newsletter", "an edition, of pieces that are there"),
        ),
        NewType::Event => {
            (("bijeenkomst", "met datum en plaats"), ("event", "with day and place"))
        }
        NewType::Report => (
            ("rapport", "een document van een ander, met zijn bestand"),
            ("report", "a document of somebody else, with its file"),
        ),
        NewType::Region => {
            (("regio", "een gebied met een plan"), ("region", "an area with a plan"))
        }
        NewType::Blueprint => (
            ("handreiking", "hoe een ander het ook kan doen"),
            ("blueprint", "how others can do it too"),
        ),
        NewType::Questionnaire => (
            ("vragenlijst", "vragen om je eigen aanpak te bekijken"),
            ("questionnaire", "questions to look at one's own work"),
        ),
        NewType::Page => (("pagina", "iets anders"), ("page", "something else")),
        NewType::Media => (
            ("media", "gegevens bij een foto, film, geluid of document"),
            ("media", "what belongs to a photo, film, sound or document"),
        ),
    };
    if dutch { nl } else { en }
}
