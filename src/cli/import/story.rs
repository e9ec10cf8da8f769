//! A story that somebody handed in: with the fields of the starter file, or as plain text.

use super::fields::{Fields, Lines, is_one_of};
use super::mail::{self, Mail};
use super::plain::as_text;
use super::settle::MARK;
use super::told::Note;
use super::{Desk, Draft, refused};
use crate::base::{FileId, OffsetMap, Slug};
use crate::diag::problem::{Aside, Import, NotImported};
use crate::diag::{Diag, Fatal, Problem};
use crate::model::DocKind;
use crate::schema::starter;
use crate::yaml;

/// How long a first line may be to be taken for a title.
const LONGEST_TITLE: usize = 120;
/// How long the name of a file becomes.
const LONGEST_NAME: usize = 80;

const TITLE: &[&str] = &["title", "titel"];
const REGION: &[&str] = &["region", "regio"];
const DATE: &[&str] = &["date", "datum"];
const DRAFT: &[&str] = &["draft", "concept"];

/// A draft of the story.
pub(super) fn draft(text: &str, desk: &Desk<'_>) -> Result<Draft, Fatal> {
    if text.trim().is_empty() {
        return Err(refused(NotImported::Empty));
    }
    match Fields::of(text) {
        Some(fields) => with_fields(&fields, desk),
        None => match mail::read(text) {
            // A line `titel: …` above the mail says more than its subject.
            Some(Mail { text, .. }) if told(&text, true).title.is_some() => plain(&text, desk),
            Some(Mail { subject, .. }) if subject.is_empty() => {
                Err(refused(NotImported::NoTitle))
            }
            Some(Mail { subject, text }) => plain(&format!("{subject}\n{text}"), desk),
            None => plain(text, desk),
        },
    }
}

/// A story with fields: they stay as they were written, and it becomes a draft.
fn with_fields(fields: &Fields<'_>, desk: &Desk<'_>) -> Result<Draft, Fatal> {
    let title = fields.text(TITLE).unwrap_or_default();
    let name = name(&title).ok_or_else(|| refused(NotImported::NoTitle))?;
    let region = desk.region.map(|name| desk.region(name)).transpose()?;
    let mut out: Vec<String> = vec!["---".to_owned()];
    let mut notes = Vec::new();
    for group in fields.groups() {
        let (lines, problem) = taken_over(&group, region.as_deref(), fields, desk);
        notes.extend(problem.map(|problem| Note::new(out.len() + 1, "", problem)));
        out.extend(lines);
    }
    out.push(desk.draft_line());
    out.extend(region.map(|region| desk.field("region", &region)));
    if !fields.has(DATE) {
        out.push(desk.field("date", &desk.today.to_string()));
    }
    let body = fields.body.trim_start_matches('\n').trim_end();
    let path = desk.free("stories", &name, &desk.catalog.config.lang)?;
    let text = format!("{}\n---\n\n{body}\n", out.join("\n"));
    Ok(Draft { path, text, notes, handed: Vec::new(), language: desk.language })
}

/// The lines of a field in the draft, and what there is to tell of them.
fn taken_over(
    group: &Lines<'_>,
    region: Option<&str>,
    fields: &Fields<'_>,
    desk: &Desk<'_>,
) -> (Vec<String>, Option<Import>) {
    let set_aside = |from: usize| -> Vec<String> {
        group.lines.iter().skip(from).map(|line| format!("{MARK}{line}")).collect()
    };
    let no_place = |key: &str| Some(Import::NoPlace { key: key.to_owned() });
    let Some(key) = group.key else {
        // What stands below no field would keep all of them from being read.
        let first = group.lines.first().map_or("", |line| line.trim());
        let is_remark = first.is_empty() || first.starts_with('#');
        return if is_remark {
            (group.lines.iter().map(|line| (*line).to_owned()).collect(), None)
        } else {
            (set_aside(0), no_place(first))
        };
    };
    // It is a draft whatever it says itself, and it stays so until somebody has read it.
    if is_one_of(key, DRAFT) {
        let below = set_aside(1);
        let problem = if below.is_empty() { None } else { no_place(key) };
        return (below, problem);
    }
    if let Some(region) = region.filter(|_| is_one_of(key, REGION)) {
        // What another region was named in place of is worth a look.
        let own = fields.text(REGION).filter(|_| group.lines.len() == 1);
        let is_same = own.is_some_and(|own| desk.catalog.region_id(&own) == Some(region));
        return if is_same { (Vec::new(), None) } else { (set_aside(0), no_place(key)) };
    }
    let mut lines: Vec<String> = group.lines.iter().map(|line| (*line).to_owned()).collect();
    if let Some(first) = lines.first_mut() {
        *first = in_small_letters(key, first);
    }
    match mistake(&lines).map(|why| (in_quotes(&lines), why)) {
        None => (lines, None),
        Some((Some(line), _)) => (vec![line], None),
        Some((None, why)) => {
            let why = Box::new(why);
            (set_aside(0), Some(Import::SetAside { why, form: Aside::Field }))
        }
    }
}

/// What keeps a field from being read by itself.
fn mistake(lines: &[String]) -> Option<Problem> {
    let read = yaml::read(&lines.join("\n"), &OffsetMap::whole(FileId(0), 0));
    read.diags.into_iter().find(Diag::is_error).map(|diag| diag.problem)
}

/// A field on one line with its value in quotes, when that is all it lacks.
fn in_quotes(lines: &[String]) -> Option<String> {
    let [line] = lines else { return None };
    let (key, value) = line.split_once(':')?;
    let value = value.trim();
    if value.starts_with(['[', '{', '"', '\'', '&', '*', '|', '>']) {
        return None;
    }
    let quoted = format!("{key}: {}", serde_json::Value::from(value));
    mistake(std::slice::from_ref(&quoted)).is_none().then_some(quoted)
}

/// The first line of a field, its key as it has to be written where that is known.
fn in_small_letters(key: &str, line: &str) -> String {
    let small = key.to_lowercase();
    match line.strip_prefix(key) {
        Some(rest) if DocKind::Story.table().field(&small).is_some() => {
            format!("{small}{rest}")
        }
        _ => line.to_owned(),
    }
}

/// The name of a file for a title: as much of it as a name can hold.
fn name(title: &str) -> Option<String> {
    let whole = Slug::from_text(title)?;
    let mut name = String::new();
    for word in whole.as_str().split('-') {
        if !name.is_empty() && name.chars().count() + word.chars().count() >= LONGEST_NAME {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.extend(word.chars().take(LONGEST_NAME));
    }
    Some(name)
}

/// Whether a text was written as Markdown: it has headings.
fn is_markdown(text: &str) -> bool {
    text.lines().any(|line| {
        let words = line.trim_start_matches('#');
        words.len() < line.len() && words.starts_with(' ')
    })
}

/// A story without fields, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told<'t> {
    /// Its first line.
    first: &'t str,
    /// What stands at `titel:`.
    title: Option<&'t str>,
    /// What stands at `regio:`.
    region: Option<&'t str>,
    /// The other lines.
    body: Vec<&'t str>,
}

/// A value without the quotation marks around it; those within it stay.
fn unquoted(value: &str) -> &str {
    let inside = |mark: char| {
        value.strip_prefix(mark)?.strip_suffix(mark).filter(|own| !own.contains(mark))
    };
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

/// Takes a text apart: its first line, and above the text lines as `titel: …` and `regio: …`.
fn told(text: &str, takes_region: bool) -> Told<'_> {
    let mut told = Told::default();
    let mut is_head = true;
    for line in text.lines() {
        let named = line.split_once(':').map(|(key, value)| {
            let is_mark = |c: char| matches!(c, '*' | '#' | ' ' | '\t');
            (key.trim_matches(is_mark), unquoted(value.trim_matches(['*', ' ', '\t'])))
        });
        match named.filter(|(_, value)| is_head && !value.is_empty()) {
            Some((key, value)) if told.title.is_none() && is_one_of(key, TITLE) => {
                told.title = Some(value);
                continue;
            }
            Some((key, value))
                if takes_region && told.region.is_none() && is_one_of(key, REGION) =>
            {
                told.region = Some(value.trim_end_matches('.'));
                continue;
            }
            _ => {}
        }
        let has_words = line.chars().any(char::is_alphanumeric);
        if has_words && told.first.is_empty() && told.title.is_none() {
            told.first = line;
            continue;
        }
        // Fields of another kind stay in the text, and more of ours may stand below them.
        let is_field = named.is_some_and(|(key, _)| key.chars().all(char::is_alphabetic));
        is_head = is_head && (!has_words || is_field);
        if has_words || !told.first.is_empty() || told.title.is_some() {
            told.body.push(line);
        }
    }
    // Beside a title that is called so, the first line belongs to the text.
    if told.title.is_some() && !told.first.is_empty() {
        told.body.insert(0, std::mem::take(&mut told.first));
    }
    told
}

/// A story without fields: the first line is its title, or a line `titel: …`.
fn plain(text: &str, desk: &Desk<'_>) -> Result<Draft, Fatal> {
    let told = told(text, desk.region.is_none());
    let first = told.first.trim().trim_start_matches('#').trim();
    let length = first.chars().count();
    if told.title.is_none() && length > LONGEST_TITLE {
        let most = LONGEST_TITLE;
        return Err(refused(NotImported::LongTitle { length, most }));
    }
    let title = told.title.unwrap_or(first);
    let name = name(title).ok_or_else(|| refused(NotImported::NoTitle))?;
    let region = match desk.region.or(told.region) {
        Some(name) => desk.region(name)?,
        None => desk.region_within(&told.body).unwrap_or_default(),
    };
    let body = told.body.join("\n");
    let body = if is_markdown(text) { body.trim().to_owned() } else { as_text(&body) };
    if body.is_empty() {
        return Err(refused(NotImported::NoText));
    }
    let date = desk.today.to_string();
    let given = [
        ("title", title),
        ("date", date.as_str()),
        ("draft", desk.yes()),
        ("region", region.as_str()),
        ("form", ""),
    ];
    let fields = starter(DocKind::Story.table(), &given, desk.language);
    let path = desk.free("stories", &name, &desk.catalog.config.lang)?;
    let text = format!("---\n{fields}---\n\n{body}\n");
    let (notes, handed) = (Vec::new(), Vec::new());
    Ok(Draft { path, text, notes, handed, language: desk.language })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, title: &str, region: Option<&str>, body: &str) {
        let told = told(text, true);
        let found = told.title.unwrap_or(told.first);
        assert_eq!((found, told.region), (title, region), "{text}");
        assert_eq!(told.body.join("\n").trim(), body, "{text}");
    }

    #[test]
    fn title_and_region_are_read_above_the_text() {
        let drenthe = Some("Drenthe");
        check("Een start\n\nRegio: Drenthe.\n\nTekst.\n", "Een start", drenthe, "Tekst.");
        check("\n\nTitel: Een start\nregio: Drenthe\nTekst.\n", "Een start", drenthe, "Tekst.");
        check("# titel: 'Een: start'\nTekst.\n", "Een: start", None, "Tekst.");
        check(
            "**Titel:** Een start\nA: b\nREGION: Drenthe\nTekst.",
            "Een start",
            drenthe,
            "A: b\nTekst.",
        );
        check("Kop\ntitle: Een start\nTekst.\n", "Een start", None, "Kop\nTekst.");
        check("====\nKop\n====\nTekst.", "Kop", None, "====\nTekst.");
    }

    #[test]
    fn in_the_text_such_a_line_is_a_line() {
        let text = "Een start\n\nTekst gaat zo.\nTitel: niet deze\nRegio: nergens\n";
        let body = "Tekst gaat zo.\nTitel: niet deze\nRegio: nergens";
        check(text, "Een start", None, body);
        check("Drenthe: een start\nTekst.", "Drenthe: een start", None, "Tekst.");
    }

    #[test]
    fn a_name_holds_as_much_of_a_title_as_it_can() {
        assert_eq!(name("Een nieuwe start!").as_deref(), Some("een-nieuwe-start"));
        assert_eq!(name("woord ".repeat(40).trim()).unwrap().chars().count(), 77);
        assert_eq!(name(&"é".repeat(300)).unwrap().chars().count(), 80);
        assert_eq!(name("?"), None);
    }

    #[test]
    fn only_the_marks_around_a_value_go() {
        for (written, value) in [
            ("Café \"De Brug\"", "Café \"De Brug\""),
            ("\"Café De Brug\"", "Café De Brug"),
            ("\"Café 'De Brug'\"", "Café 'De Brug'"),
            ("'Het kan'", "Het kan"),
            ("\"Ja\" en \"nee\"", "\"Ja\" en \"nee\""),
            ("\"", "\""),
        ] {
            assert_eq!(unquoted(written), value);
        }
    }
}
