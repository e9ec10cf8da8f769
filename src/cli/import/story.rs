//! A story that somebody handed in: with the fields of the starter file, or as plain text.

use super::answers::as_text;
use super::{Desk, Draft, refused};
use crate::base::{FileId, OffsetMap, Slug, Span};
use crate::diag::problem::NotImported;
use crate::diag::{Fatal, Language};
use crate::model::DocKind;
use crate::schema::starter;
use crate::yaml::{self, Node};

/// How long a first line may be to be taken for a title.
const LONGEST_TITLE: usize = 120;

/// A draft of the story.
pub(super) fn draft(text: &str, desk: &Desk<'_>) -> Result<Draft, Fatal> {
    match yaml::front_matter(text, FileId(0)).value {
        Some(parts) => {
            let fields = text.get(parts.yaml).unwrap_or_default();
            let body = text.get(parts.body).unwrap_or_default();
            with_fields(fields, body, desk)
        }
        None => plain(text, desk),
    }
}

/// A story with fields: they stay as they were written, and it becomes a draft.
fn with_fields(fields: &str, body: &str, desk: &Desk<'_>) -> Result<Draft, Fatal> {
    let map = OffsetMap::whole(FileId(0), 0);
    let node = yaml::read(fields, &map).value;
    let node = node.unwrap_or_else(|| Node::empty_mapping(Span::top(FileId(0))));
    let table = DocKind::Story.table();
    let written = |key: &str| {
        let alias = table.field(key).map_or(key, |field| field.alias);
        let entry = node.entry(key).or_else(|| node.entry(alias))?;
        Some(entry.value.as_text().map_or_else(String::new, |text| text.value.to_owned()))
    };
    let title = written("title").unwrap_or_default();
    let slug = Slug::from_text(&title).ok_or_else(|| refused(NotImported::NoTitle))?;
    let dutch = desk.language == Language::Nl;
    let mut out = String::new();
    let field = |key: &str, value: &str| {
        let alias = table.field(key).map_or(key, |field| field.alias);
        format!("{}: {value}\n", if dutch { alias } else { key })
    };
    // It is a draft whatever it says itself, and it stays so until somebody has read it.
    for line in fields.lines() {
        let key = line.split_once(':').map(|(key, _)| key.trim_end());
        let is_ours = |key: &str| {
            let names = table.field(key).map(|field| field.key);
            names == Some("draft") || (names == Some("region") && desk.region.is_some())
        };
        if !key.is_some_and(is_ours) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.push_str(&field("draft", if dutch { "ja" } else { "yes" }));
    if let Some(name) = desk.region {
        out.push_str(&field("region", &desk.region(name)?));
    }
    if written("date").is_none() {
        out.push_str(&field("date", &desk.today.to_string()));
    }
    let path = desk.free("stories", slug.as_str())?;
    Ok(Draft { path, text: format!("---\n{out}---\n\n{}\n", body.trim()) })
}

/// Whether a text was written as Markdown: it has headings.
fn is_markdown(text: &str) -> bool {
    text.lines().any(|line| {
        let words = line.trim_start_matches('#');
        words.len() < line.len() && words.starts_with(' ')
    })
}

/// A story without fields: the first line is its title, a line `Regio: …` its region.
fn plain(text: &str, desk: &Desk<'_>) -> Result<Draft, Fatal> {
    let mut lines = text.lines().skip_while(|line| line.trim().is_empty());
    let title = lines.next().unwrap_or_default().trim().trim_start_matches('#').trim();
    let slug = Some(title)
        .filter(|title| title.chars().count() <= LONGEST_TITLE)
        .and_then(Slug::from_text)
        .ok_or_else(|| refused(NotImported::NoTitle))?;
    let mut region = desk.region.map(|name| desk.region(name)).transpose()?;
    let mut body = Vec::new();
    for line in lines {
        let named = line.split_once(':').filter(|(key, _)| {
            ["regio", "region"].contains(&key.trim().to_lowercase().as_str())
        });
        match named {
            Some((_, name)) if region.is_none() => {
                region = Some(desk.region(name.trim_matches(['*', ' ', '.']))?);
            }
            _ => body.push(line),
        }
    }
    let body = body.join("\n");
    let body = if is_markdown(text) { body.trim().to_owned() } else { as_text(&body) };
    if body.is_empty() {
        return Err(refused(NotImported::NoText));
    }
    let date = desk.today.to_string();
    let given = [
        ("title", title),
        ("date", date.as_str()),
        ("draft", if desk.language == Language::Nl { "ja" } else { "yes" }),
        ("region", region.as_deref().unwrap_or_default()),
        ("form", ""),
    ];
    let fields = starter(DocKind::Story.table(), &given, desk.language);
    let path = desk.free("stories", slug.as_str())?;
    Ok(Draft { path, text: format!("---\n{fields}---\n\n{body}\n") })
}
