//! A filled-in questionnaire, as the page hands it out.

use super::fields::{Fields, is_one_of, place_of};
use super::plain::{as_line, as_text, one_line};
use super::questions::{Part, To, near, said_of, sort};
use super::settle::MARK;
use super::told::Note;
use super::{Desk, Draft, refused};
use crate::base::{Date, nearest};
use crate::catalog::Entry;
use crate::diag::problem::{Field, Import, NotImported};
use crate::diag::{Fatal, Language};
use crate::model::{Asked, DocKind, Front, QuestionKind, Questionnaire};
use crate::schema::starter;

const QUESTIONNAIRE: &[&str] = &["questionnaire", "vragenlijst"];
const REGION: &[&str] = &["region", "regio"];
const DATE: &[&str] = &["date", "datum"];

/// What was handed in.
#[derive(Debug)]
pub(super) struct Answers<'t> {
    questionnaire: String,
    region: Option<String>,
    /// The day as written.
    date: Option<String>,
    fields: Fields<'t>,
    text: &'t str,
}

/// Reads answers; `None` when the text is no filled-in questionnaire.
pub(super) fn read(text: &str) -> Option<Answers<'_>> {
    let fields = Fields::of(text)?;
    Some(Answers {
        questionnaire: fields.text(QUESTIONNAIRE)?,
        region: fields.text(REGION),
        date: fields.text(DATE),
        fields,
        text,
    })
}

/// A report of the region, which stands on its page too.
pub(super) fn draft(answers: &Answers<'_>, desk: &Desk<'_>) -> Result<Draft, Fatal> {
    let (entry, asked) = questionnaire(answers, desk)?;
    // Answers are read and shown in the language in which was asked.
    let lang = &entry.document.lang;
    let language = Language::parse(lang.as_str()).unwrap_or(Language::En);
    let desk = &Desk { language, ..*desk };
    let region = match (desk.region, &answers.region) {
        (Some(name), _) => desk.region(name)?,
        (None, Some(name)) => desk.region(name)?,
        (None, None) => return Err(refused(NotImported::NoRegion)),
    };
    let parts = sort(answers.fields.body, &entry.document.head.title.value, &asked.questions);
    if parts.is_empty() {
        return Err(refused(NotImported::NoAnswers));
    }
    let day = day(answers, desk.today);
    let date = day.date.to_string();
    let of_region = desk.catalog.region(&region, lang);
    let name = of_region.map_or(region.as_str(), |own| own.document.head.title.as_str());
    let title = format!("{name}: {}", entry.document.head.title.value);
    let contact = match of_region.map(|own| &own.document.front) {
        Some(Front::Region(own)) => own.contact.as_ref().map(|id| id.value.clone()),
        _ => None,
    };
    let regions = format!("[{region}]");
    let given = [
        ("title", title.as_str()),
        ("date", date.as_str()),
        ("draft", desk.yes()),
        ("kind", "regional-evaluation"),
        ("author", contact.as_deref().unwrap_or_default()),
        ("regions", regions.as_str()),
        ("questionnaire", answers.questionnaire.as_str()),
    ];
    let fields = starter(DocKind::Report.table(), &given, desk.language);
    let id = format!("{}-{region}-{date}", answers.questionnaire);
    let path = desk.free("reports", &id, lang)?;
    let id = path.stem().strip_suffix(&format!(".{lang}")).unwrap_or(path.stem());
    let source = source(id, &title, name, &date);
    let register = register(desk.language);
    let (others, keys) = others(answers, &region, desk);
    let head = format!("---\n{fields}{register}\n{source}\n{others}---\n\n");
    let line_of = |wanted: &str| head.lines().position(|line| line.starts_with(wanted));
    let mut notes: Vec<Note> = Vec::new();
    for (key, line) in keys {
        let at = line_of(&line).map_or(1, |at| at + 1);
        notes.push(Note::new(at, &line, Import::NoPlace { key }));
    }
    if let Some(problem) = day.problem {
        let stands =
            |line: &str| line.ends_with(&format!(": {date}")) && !line.starts_with('#');
        let at = head.lines().position(stands).map_or(1, |at| at + 1);
        notes.push(Note::new(at, &date, problem));
    }
    let (body, told) = body(&parts, asked, desk.language);
    let above = head.lines().count();
    notes.extend(told.into_iter().map(|note| note.below(above)));
    let handed = day.hint.into_iter().collect();
    Ok(Draft { path, text: format!("{head}{body}"), notes, handed, language })
}

/// The day of the answers, with what there is to tell of it.
struct Day {
    date: Date,
    problem: Option<Import>,
    /// Told where it was written.
    hint: Option<(std::ops::Range<usize>, Field)>,
}

fn day(answers: &Answers<'_>, today: Date) -> Day {
    let written = answers.date.as_deref();
    if let Some(date) = written.and_then(Date::parse_iso) {
        return Day { date, problem: None, hint: None };
    }
    if let Some((written, date)) = written.and_then(|own| Some((own, Date::parse_dutch(own)?)))
    {
        let place = place_of(answers.text, DATE, written).unwrap_or_default();
        let hint = Some((place, Field::DutchDate { iso: date.to_string() }));
        return Day { date, problem: None, hint };
    }
    let written = written.map(str::to_owned);
    let problem = Import::NoDate { written, today: today.to_string() };
    Day { date: today, problem: Some(problem), hint: None }
}

/// The fields that a report has no place for, as comments, and the key and first line of each.
fn others(
    answers: &Answers<'_>,
    region: &str,
    desk: &Desk<'_>,
) -> (String, Vec<(String, String)>) {
    let (mut lines, mut keys) = (String::new(), Vec::new());
    for group in answers.fields.groups() {
        let Some(key) = group.key else { continue };
        // A region that another one was named in place of is worth a look.
        let other = || {
            let own = answers.region.as_deref();
            own.is_some_and(|own| desk.catalog.region_id(own) != Some(region))
        };
        let is_used = is_one_of(key, QUESTIONNAIRE)
            || is_one_of(key, DATE)
            || (is_one_of(key, REGION) && !other());
        if is_used {
            continue;
        }
        let set_aside: Vec<String> =
            group.lines.iter().map(|line| format!("{MARK}{line}")).collect();
        keys.extend(set_aside.first().map(|line| (key.to_owned(), line.clone())));
        lines.push_str(&set_aside.join("\n"));
        lines.push('\n');
    }
    (lines, keys)
}

/// The questionnaire in the language in which it was filled in: that of most of its words.
fn questionnaire<'a>(
    answers: &Answers<'_>,
    desk: &Desk<'a>,
) -> Result<(&'a Entry, &'a Questionnaire), Fatal> {
    let id = answers.questionnaire.as_str();
    let all: Vec<(&Entry, &Questionnaire)> = desk
        .catalog
        .entries()
        .iter()
        .filter_map(|entry| match &entry.document.front {
            Front::Questionnaire(own) => Some((entry, &**own)),
            _ => None,
        })
        .collect();
    let fits = |(entry, own): &&(&Entry, &Questionnaire)| {
        let document = &entry.document;
        let words = said_of(answers.fields.body, &document.head.title.value, &own.questions);
        (words, document.lang == desk.catalog.config.lang)
    };
    let versions = all.iter().filter(|(entry, _)| entry.document.id == id);
    match versions.max_by_key(fits) {
        Some(found) => Ok(*found),
        None => {
            let all = all.iter().map(|(entry, _)| entry);
            let known = all.map(|entry| entry.document.id.as_str());
            let nearest = nearest(id, known).map(str::to_owned);
            let id = id.to_owned();
            Err(refused(NotImported::UnknownQuestionnaire { id, nearest }))
        }
    }
}

/// What to do with the line below.
fn register(language: Language) -> &'static str {
    match language {
        Language::Nl => {
            "# Mag een factsheet zich hierop beroepen? Zet dit dan in content/vocabulary/sources.yaml:"
        }
        Language::En => {
            "# May a factsheet rest on this? Then put this into content/vocabulary/sources.yaml:"
        }
    }
}

/// What to write into the register of sources, so that others can rest on the answers.
fn source(id: &str, title: &str, region: &str, date: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    format!(
        "# - {{id: {id}, kind: report, title: {}, author: {}, date: {date}, report: {id}}}",
        quoted(title),
        quoted(region)
    )
}

/// The text of the draft, and what there is to tell of its lines, counted from 1.
fn body(parts: &[Part], asked: &Questionnaire, language: Language) -> (String, Vec<Note>) {
    let (mut lines, mut notes) = (Vec::new(), Vec::new());
    for part in parts {
        let mut note =
            |line: usize, mark: &str, problem| notes.push(Note::new(line, mark, problem));
        let at = lines.len() + 1;
        let question = match &part.to {
            To::Question(number) => asked.questions.get(*number),
            _ => None,
        };
        match (&part.to, question) {
            (_, Some(own)) => {
                let words = one_line(&own.text);
                if part.is_again {
                    note(at, &words, Import::AnsweredTwice);
                }
                lines.extend([format!("## {words} {{#{}}}", own.id.value), String::new()]);
            }
            (To::Other(heading), _) => {
                let words = one_line(&as_line(heading));
                let nearest = near(heading, &asked.questions);
                note(at, &words, Import::OtherQuestion { heading: heading.clone(), nearest });
                lines.extend([format!("## {words}"), String::new()]);
            }
            _ => note(at, "", Import::TextBefore),
        }
        for (line, heading) in &part.headings {
            let nearest = near(heading, &asked.questions);
            let problem = Import::NoQuestion { heading: heading.clone(), nearest };
            note(lines.len() + 1 + line, heading, problem);
        }
        lines.extend(answer(part, question, language));
        lines.push(String::new());
    }
    (format!("{}\n", lines.join("\n").trim_end()), notes)
}

/// The lines of an answer. A choice is said in words, also when more was written below it.
fn answer(part: &Part, question: Option<&Asked>, language: Language) -> Vec<String> {
    let mut lines: Vec<String> = part.lines.iter().map(|line| as_line(line)).collect();
    let is_alone = part.lines.get(1).is_none_or(|line| line.trim().is_empty());
    let choice = question.zip(part.lines.first()).filter(|_| is_alone);
    let choice = choice.and_then(|(own, line)| chosen(own, line.trim(), language));
    if let (Some(first), Some(choice)) = (lines.first_mut(), choice) {
        *first = choice;
    }
    lines
}

/// A choice in words.
fn chosen(asked: &Asked, answer: &str, language: Language) -> Option<String> {
    let said = match (asked.kind, answer, language) {
        (QuestionKind::YesNo, "yes", Language::Nl) => "Ja".to_owned(),
        (QuestionKind::YesNo, "no", Language::Nl) => "Nee".to_owned(),
        (QuestionKind::YesNo, "yes", Language::En) => "Yes".to_owned(),
        (QuestionKind::YesNo, "no", Language::En) => "No".to_owned(),
        (QuestionKind::Scale, step, language) => {
            let number: usize = step.parse().ok().filter(|step| (1..=5).contains(step))?;
            let word = (asked.answers.len() == 5).then(|| asked.answers.get(number - 1));
            match (word.flatten(), language) {
                (Some(word), _) => format!("{number}: {}", as_text(word)),
                (None, Language::Nl) => format!("{number} op een schaal van 1 tot 5"),
                (None, Language::En) => format!("{number} on a scale from 1 to 5"),
            }
        }
        _ => return None,
    };
    Some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_the_download_are_read() {
        let text = "---\nquestionnaire: tien-vragen\nregion: drenthe\ndate: 2026-11-23\n---\n\nTekst\n";
        let read = read(text).unwrap();
        assert_eq!(read.questionnaire, "tien-vragen");
        assert_eq!(read.region.as_deref(), Some("drenthe"));
        assert_eq!(read.date.as_deref(), Some("2026-11-23"));
        assert!(super::read("---\ntitle: A\n---\nTekst.\n").is_none());
        assert!(super::read("geen velden").is_none());
    }

    #[test]
    fn a_day_is_read_in_both_orders_and_what_is_none_is_told() {
        let today = Date::new(2026, 11, 23).unwrap();
        let of = |date: &str| {
            let text = format!("---\nvragenlijst: v\n{date}\n---\nTekst\n");
            let day = day(&read(&text).unwrap(), today);
            let hint = day.hint.map(|(place, _)| text.get(place).unwrap().to_owned());
            (day.date.to_string(), day.problem.is_some(), hint)
        };
        let iso = |date: &str| (date.to_owned(), false, None);
        assert_eq!(of("datum: 2026-10-01"), iso("2026-10-01"));
        let hint = Some("01-10-2026".to_owned());
        assert_eq!(of("Datum: '01-10-2026'"), ("2026-10-01".to_owned(), false, hint));
        for date in ["datum: 1 oktober", "datum: 31-02-2026", "datum:", "x: y"] {
            assert_eq!(of(date), ("2026-11-23".to_owned(), true, None), "{date}");
        }
    }
}
