//! A filled-in questionnaire, as the page hands it out.

use std::fmt::Write as _;

use super::{Desk, Draft, refused};
use crate::base::{Date, FileId, OffsetMap, nearest};
use crate::catalog::Entry;
use crate::diag::problem::NotImported;
use crate::diag::{Fatal, Language};
use crate::model::{Asked, DocKind, Front, QuestionKind, Questionnaire};
use crate::schema::starter;
use crate::yaml;

/// What was handed in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Answers {
    questionnaire: String,
    region: Option<String>,
    date: Option<Date>,
    /// The id of each question, its heading and its answer.
    given: Vec<(String, String, String)>,
}

/// Reads answers; `None` when the text is no filled-in questionnaire.
pub(super) fn read(text: &str) -> Option<Answers> {
    let parts = yaml::front_matter(text, FileId(0)).value?;
    let map = OffsetMap::whole(FileId(0), parts.yaml.start);
    let node = yaml::read(text.get(parts.yaml)?, &map).value?;
    let field = |key: &str, alias: &str| {
        let entry = node.entry(key).or_else(|| node.entry(alias))?;
        let value = entry.value.as_text()?.value.trim().to_owned();
        (!value.is_empty()).then_some(value)
    };
    Some(Answers {
        questionnaire: field("questionnaire", "vragenlijst")?,
        region: field("region", "regio"),
        date: field("date", "datum").and_then(|date| Date::parse_iso(&date)),
        given: given(text.get(parts.body)?),
    })
}

/// Each `## heading {#id}` with the text below it.
fn given(body: &str) -> Vec<(String, String, String)> {
    let mut all: Vec<(String, String, String)> = Vec::new();
    for line in body.lines() {
        let heading =
            line.strip_prefix("## ").and_then(|rest| rest.trim_end().strip_suffix('}'));
        match heading.and_then(|rest| rest.rsplit_once("{#")) {
            Some((title, id)) => {
                all.push((id.to_owned(), title.trim().to_owned(), String::new()));
            }
            None => {
                if let Some((.., text)) = all.last_mut() {
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
    }
    all.retain(|(.., text)| !text.trim().is_empty());
    all
}

/// A report of the region, which stands on its page too.
pub(super) fn draft(answers: &Answers, desk: &Desk<'_>) -> Result<Draft, Fatal> {
    let (entry, asked) = questionnaire(&answers.questionnaire, desk)?;
    let region = match (desk.region, &answers.region) {
        (Some(name), _) => desk.region(name)?,
        (None, Some(name)) => desk.region(name)?,
        (None, None) => return Err(refused(NotImported::NoRegion)),
    };
    if answers.given.is_empty() {
        return Err(refused(NotImported::NoAnswers));
    }
    let date = answers.date.unwrap_or(desk.today).to_string();
    let lang = &desk.catalog.config.lang;
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
        ("draft", if desk.language == Language::Nl { "ja" } else { "yes" }),
        ("kind", "regional-evaluation"),
        ("author", contact.as_deref().unwrap_or_default()),
        ("regions", regions.as_str()),
        ("questionnaire", answers.questionnaire.as_str()),
    ];
    let fields = starter(DocKind::Report.table(), &given, desk.language);
    let path = desk.free("reports", &format!("{}-{region}-{date}", answers.questionnaire))?;
    let source = source(path.stem(), &title, (name, &date), desk.language);
    let text = format!("---\n{fields}{source}---\n\n{}", body(answers, asked, desk.language));
    Ok(Draft { path, text })
}

fn questionnaire<'a>(
    id: &str,
    desk: &Desk<'a>,
) -> Result<(&'a Entry, &'a Questionnaire), Fatal> {
    let entries = desk.catalog.entries().iter();
    let all: Vec<&Entry> =
        entries.filter(|entry| entry.kind() == DocKind::Questionnaire).collect();
    let found = all.iter().find(|entry| entry.document.id == id);
    match found.map(|entry| (*entry, &entry.document.front)) {
        Some((entry, Front::Questionnaire(own))) => Ok((entry, own)),
        _ => {
            let known = all.iter().map(|entry| entry.document.id.as_str());
            let nearest = nearest(id, known).map(str::to_owned);
            let id = id.to_owned();
            Err(refused(NotImported::UnknownQuestionnaire { id, nearest }))
        }
    }
}

/// What to write into the register of sources, so that others can rest on the answers.
fn source(id: &str, title: &str, (region, date): (&str, &str), language: Language) -> String {
    let what = match language {
        Language::Nl => {
            "# Mag een factsheet zich hierop beroepen? Zet dit dan in content/vocabulary/sources.yaml:"
        }
        Language::En => {
            "# May a factsheet rest on this? Then put this into content/vocabulary/sources.yaml:"
        }
    };
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    format!(
        "{what}\n# - {{id: {id}, kind: report, title: {}, author: {}, date: {date}, report: {id}}}\n",
        quoted(title),
        quoted(region)
    )
}

fn body(answers: &Answers, asked: &Questionnaire, language: Language) -> String {
    let mut body = String::new();
    for (id, heading, text) in &answers.given {
        let question = asked.questions.iter().find(|own| own.id.value == *id);
        let title = question.map_or(heading.as_str(), |own| own.text.as_str());
        let text = question.and_then(|own| chosen(own, text.trim(), language));
        let text = text.unwrap_or_else(|| plain(&answers.given, id));
        let _ = write!(body, "## {} {{#{id}}}\n\n{text}\n\n", one_line(title));
    }
    format!("{}\n", body.trim_end())
}

/// The answer to a question in words of one's own, as plain paragraphs and lists.
fn plain(given: &[(String, String, String)], id: &str) -> String {
    let text = given.iter().find(|(own, ..)| own == id).map_or("", |(.., text)| text.as_str());
    as_text(text)
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

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(['{', '}'], "")
}

/// Text of somebody else as Markdown that says just that: paragraphs and lists stay, headings,
/// pictures, code, components and HTML become the characters they are.
pub(super) fn as_text(text: &str) -> String {
    let mut lines = Vec::new();
    for line in text.trim().lines() {
        let line = line.trim();
        let is_rule = !line.is_empty() && line.chars().all(|c| "-=*_ ".contains(c));
        let acts = is_rule
            || ["#", "```", "~~~", ":::", "|", ">"].iter().any(|own| line.starts_with(own));
        let mut out = String::new();
        if acts {
            out.push('\\');
        }
        for c in line.chars() {
            if matches!(c, '<' | '[' | ']' | '`') && !(acts && out == "\\") {
                out.push('\\');
            }
            out.push(c);
        }
        lines.push(out);
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_download_of_the_page_is_read() {
        let text = "---\nquestionnaire: tien-vragen\nregion: drenthe\ndate: 2026-11-23\n---\n\n\
                    # Tien vragen\n\n## 1. Wat gaat goed? {#goed}\n\nHet contact.\n\n## Echt.\n\n\
                    ## 2. Leeg {#leeg}\n\n\n## 3. Cijfer {#c}\n\n4\n";
        let read = read(text).unwrap();
        assert_eq!(read.questionnaire, "tien-vragen");
        assert_eq!(read.region.as_deref(), Some("drenthe"));
        assert_eq!(read.date, Date::new(2026, 11, 23));
        let ids: Vec<&str> = read.given.iter().map(|(id, ..)| id.as_str()).collect();
        assert_eq!(ids, ["goed", "c"]);
        assert!(read.given[0].2.contains("## Echt."), "a line of the answer");
        assert_eq!(super::read("---\ntitle: A\n---\nTekst.\n"), None);
        assert_eq!(super::read("geen velden"), None);
    }

    #[test]
    fn text_of_somebody_else_stays_text() {
        let said =
            as_text("  # Kop\n<b>vet</b> ![x](y) [a](b)\n- punt\n---\n```\ncode\n\n1. een\n");
        let expected = "\\# Kop\n\\<b>vet\\</b> !\\[x\\](y) \\[a\\](b)\n- punt\n\\---\n\\`\\`\\`\ncode\n\n1. een";
        assert_eq!(said, expected);
    }
}
