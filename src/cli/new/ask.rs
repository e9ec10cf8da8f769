//! Questions on a terminal, in plain words. An empty answer leaves a field to be filled in.

use std::fmt::Write as _;

use super::NewType;
use super::known::Known;
use crate::base::{FileId, OffsetMap};
use crate::catalog::Nameable;
use crate::cli::run::Call;
use crate::diag::problem::Field as Wrong;
use crate::diag::{Diag, Language, Problem, text};
use crate::schema::{self, Field, Kind, Table, hint};
use crate::yaml;

/// How often a word that means nothing is asked again.
const TRIES: usize = 3;
/// More than these to choose from are not read.
const MANY: usize = 12;

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
    known: &Known<'_>,
    call: &mut Call<'_, '_>,
) -> Option<String> {
    call.terminal.input.as_ref()?;
    let language = call.style.language;
    let choices = known.choices(field);
    if choices.as_ref().is_some_and(Vec::is_empty) {
        call.report().say(&nothing_to_choose(field, language));
        return None;
    }
    let question = question(field, choices.as_deref(), language);
    for _ in 0..TRIES {
        let answer = ask(call, &question)?;
        if answer.is_empty() {
            return None;
        }
        let value = value(field, &answer, known);
        match known.mistake(table, field, value.as_ref().unwrap_or(&answer), language) {
            None => return value,
            Some(words) => call.report().say(&format!("{words}\n")),
        }
    }
    call.report().say(&match language {
        Language::Nl => format!("`{}` blijft leeg; vul het later in.\n", field.alias),
        Language::En => format!("`{}` stays empty; fill it in later.\n", field.key),
    });
    None
}

/// What a field means, what may be answered, and how to go on without an answer.
fn question(field: &Field, choices: Option<&[Nameable]>, language: Language) -> String {
    let (meaning, later, more) = match language {
        Language::Nl => (
            field.nl,
            "Weet je het nog niet? Druk op Enter.",
            "Meer dan één? Zet er komma's tussen. ",
        ),
        Language::En => (
            field.en,
            "Not known yet? Press Enter.",
            "More than one? Put commas between them. ",
        ),
    };
    let more = if matches!(field.kind, Kind::List(_) | Kind::Regions) { more } else { "" };
    let mut shown = match choices {
        Some(choices) => choose(choices, language),
        None => hint(field, language),
    };
    if !shown.is_empty() && !shown.ends_with(['.', '\n']) {
        shown.push('.');
    }
    let space = if shown.ends_with('\n') { "" } else { " " };
    format!("{meaning}{shown}{space}{more}{later}\n>")
}

/// What the site has to choose from: all of it, or one when there is too much to read.
fn choose(choices: &[Nameable], language: Language) -> String {
    let (choose, word) = match language {
        Language::Nl => ("Kies", "Voorbeeld"),
        Language::En => ("Choose", "Example"),
    };
    if choices.len() > MANY {
        let first = choices.first().map_or("", |own| own.id.as_str());
        return format!(" {word}: {first}");
    }
    let mut out = format!(" {choose}:\n");
    for own in choices {
        let _ = match own.title.as_str() {
            "" => writeln!(out, "  {}", own.id),
            title => writeln!(out, "  {}: {title}", own.id),
        };
    }
    out
}

/// That a field can name nothing yet.
fn nothing_to_choose(field: &Field, language: Language) -> String {
    match language {
        Language::Nl => format!(
            "{} Op de site staat nog niets om uit te kiezen: `{}` blijft leeg.\n",
            field.nl, field.alias
        ),
        Language::En => format!(
            "{} The site has nothing to choose from yet: `{}` stays empty.\n",
            field.en, field.key
        ),
    }
}

impl Known<'_> {
    /// What a build would say of a value, in words; `None` when it can be read and names nothing that
    /// is not there.
    fn mistake(
        &self,
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
        let written =
            if is_text { serde_json::Value::from(value).to_string() } else { value.to_owned() };
        let line = format!("{key}: {written}\n");
        let node = yaml::read(&line, &OffsetMap::whole(FileId(0), 0));
        let (diags, references) = node.value.map_or_else(Default::default, |node| {
            let (record, references) = schema::read(table, &node);
            (record.diags, references)
        });
        let mut errors = node.diags.into_iter().chain(diags).filter(Diag::is_error);
        let wrong = errors.find(|diag| !is_missing(diag)).map(|diag| diag.problem);
        let wrong = wrong.or_else(|| references.iter().find_map(|own| self.unknown(own)));
        let wrong = wrong.or_else(|| self.missing_file(field, value))?;
        Some(in_words(&wrong, language))
    }
}

/// A problem on one line.
pub(super) fn in_words(problem: &Problem, language: Language) -> String {
    let words = text::words(problem, language);
    match words.help {
        Some(help) => format!("{}: {help}", words.message),
        None => words.message,
    }
}

/// Whether it is about another field, which is asked later.
fn is_missing(diag: &Diag) -> bool {
    matches!(&diag.problem, Problem::Field(Wrong::Missing { .. }))
}

/// An answer as a value of a field; `None` when its closed list does not have it.
fn value(field: &Field, answer: &str, known: &Known<'_>) -> Option<String> {
    let item = |text: &str| match field.kind.choice() {
        Some(choice) => choice.key(&text.to_lowercase()).map(str::to_owned),
        None => Some(in_yaml(&known.id(&field.kind, text).unwrap_or_else(|| text.to_owned()))),
    };
    match &field.kind {
        // As somebody writes it who knows YAML.
        Kind::List(_) | Kind::Regions if answer.starts_with('[') && answer.contains('{') => {
            Some(answer.to_owned())
        }
        Kind::Regions if ["all", "alle"].contains(&answer.to_lowercase().as_str()) => {
            Some(answer.to_lowercase())
        }
        Kind::List(_) | Kind::Regions => {
            let items = answer.strip_prefix('[').and_then(|own| own.strip_suffix(']'));
            let items = known.items(&field.kind, items.unwrap_or(answer));
            let items: Option<Vec<String>> = items.iter().map(|own| item(own)).collect();
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
