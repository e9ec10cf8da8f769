//! A starter file of a document.

use super::ask::in_words;
use super::known::Known;
use super::tried::{newsroom, stops};
use super::{NewFile, Wanted, about_comments, already_there, ask, language};
use crate::base::{Lang, Slug, SourcePath};
use crate::cli::propose;
use crate::cli::run::Call;
use crate::config::Config;
use crate::diag::problem::{Link, Tree};
use crate::diag::{Fatal, Language, Place, Problem};
use crate::model::DocKind;
use crate::parse::{Part, classify};
use crate::schema::{Field, Need, starter};
use crate::vfs::{Disk, Files as _};

/// The fields that are known, by English key.
type Given = Vec<(&'static str, String)>;

/// The starter file of a document, with what was asked filled in.
pub(super) fn starter_of(
    kind: DocKind,
    wanted: &Wanted,
    config: &Config,
    call: &mut Call<'_, '_>,
) -> Result<NewFile, Fatal> {
    let date = wanted.date;
    let name = Name::of(&wanted.name, config)?;
    // Before anything is asked.
    let path = free_path(kind, &name, config, call)?;
    let language = name.lang.and_then(|lang| Language::parse(lang.as_str()));
    let language = language.unwrap_or_else(|| self::language(config));
    let draft = match language {
        Language::Nl => "ja",
        Language::En => "yes",
    };
    let mut given: Given = vec![("title", title(name.id)), ("draft", draft.to_owned())];
    // Types that need no date get none.
    if kind.table().field("date").is_some_and(|field| field.need == Need::Required) {
        given.push(("date", call.env(date)?.today(&config.time_zone).to_string()));
    }
    let blocks = match wanted.since {
        Some(since) => {
            let languages = (name.lang.unwrap_or(&config.lang), language);
            Some(propose::blocks(since, languages, &newsroom(date, call)?.catalog))
        }
        None => None,
    };
    let file = |given: &Given, call: &Call<'_, '_>| NewFile {
        path: path.clone(),
        text: text(kind, given, blocks.as_deref(), language),
        next: next(call).to_owned(),
    };
    if wanted.asks {
        // A site that cannot be read says nothing of what it has; the build tells why.
        let room = newsroom(date, call).ok();
        let known =
            Known { catalog: room.as_ref().map(|own| &own.catalog), ..Known::default() };
        let settled: Vec<&str> = given.iter().map(|(key, _)| *key).collect();
        let is_open = |field: &Field| {
            let is_needed = matches!(field.need, Need::Required | Need::Unless(..));
            let is_proposed = field.key == "blocks" && blocks.is_some();
            is_needed && !is_proposed && !settled.contains(&field.key)
        };
        for field in kind.table().fields().filter(|field| is_open(field)) {
            let answer = ask::field(kind.table(), field, &known, call);
            given.extend(answer.map(|value| (field.key, value)));
        }
        if room.is_some() {
            let stops = stops(&file(&given, call), date, call)?;
            leave_open(kind, &stops, &mut given, call);
        }
    }
    Ok(file(&given, call))
}

/// What a document is to be called.
struct Name<'a> {
    /// The same in all languages.
    id: &'a str,
    /// The language of the site that stands at its end, as in `drenthe.en`.
    lang: Option<&'a Lang>,
}

impl<'a> Name<'a> {
    /// A language that the site does not have is refused, as it would be in the name of a file.
    fn of(written: &'a str, config: &'a Config) -> Result<Self, Fatal> {
        // Who types the whole name of the file means that file.
        let written = written.strip_suffix(".md").unwrap_or(written);
        let Some((id, tag)) = written.rsplit_once('.') else {
            return Ok(Self { id: written, lang: None });
        };
        if let Some(lang) = config.langs.iter().find(|lang| lang.as_str() == tag) {
            return Ok(Self { id, lang: Some(lang) });
        }
        match Lang::new(tag) {
            // In a title a point may stand anywhere.
            Some(_) if Slug::new(id).is_some() => {
                let problem = Link::UnknownLanguage { lang: tag.to_owned() };
                Err(Fatal::new(Place::Nowhere, problem))
            }
            _ => Ok(Self { id: written, lang: None }),
        }
    }
}

/// Where the document will stand, when nothing does: beside its other languages.
fn free_path(
    kind: DocKind,
    name: &Name<'_>,
    config: &Config,
    call: &Call<'_, '_>,
) -> Result<SourcePath, Fatal> {
    let Name { id: name, lang } = *name;
    let bad_name = || {
        let problem = Tree::BadName { name: name.to_owned(), suggestion: None };
        Fatal::new(Place::Nowhere, problem)
    };
    let id = Slug::from_text(name).ok_or_else(bad_name)?;
    let stem = format!("content/{}/{id}", kind.folder());
    let files = Disk::open(&call.root)?;
    let places = |lang: Option<&Lang>| {
        let end = lang.map_or_else(String::new, |lang| format!(".{lang}"));
        [format!("{stem}{end}.md"), format!("{stem}/index{end}.md")]
    };
    // In the main language a document may say so in its name, or not.
    let is_main = lang.is_none_or(|lang| *lang == config.lang);
    let mut taken = places(lang).to_vec();
    if is_main {
        taken.extend(places(None).into_iter().chain(places(Some(&config.lang))));
    }
    for there in taken.iter().filter_map(|own| SourcePath::new(own)) {
        if files.read(&there)?.is_some() {
            return Err(already_there(there));
        }
    }
    let [beside, within] = places(lang);
    let has_folder = SourcePath::new(&format!("{stem}/index.md"))
        .is_some_and(|path| files.read(&path).is_ok_and(|found| found.is_some()));
    let path = if has_folder { within } else { beside };
    let path = SourcePath::new(&path).ok_or_else(bad_name)?;
    // A name may be too long.
    classify(&path).map_err(|diag| Fatal(Box::new(diag)))?;
    Ok(path)
}

/// The whole text of the file.
fn text(kind: DocKind, given: &Given, blocks: Option<&str>, language: Language) -> String {
    let given: Vec<(&str, &str)> =
        given.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let mut fields = starter(kind.table(), &given, language);
    if let Some(blocks) = blocks {
        for empty in ["\nblokken:\n", "\nblocks:\n"] {
            fields = fields.replacen(empty, &format!("\n{blocks}"), 1);
        }
    }
    let headings: Vec<String> = Part::of_body(kind)
        .into_iter()
        .map(|part| format!("## {}\n", part.heading(language)))
        .collect();
    format!("---\n{}{fields}---\n\n{}", about_comments(language), headings.join("\n"))
}

/// Answers that do not go together would stop the site: they are left to be filled in.
fn leave_open(
    kind: DocKind,
    stops: &[(String, Problem)],
    given: &mut Given,
    call: &mut Call<'_, '_>,
) {
    let language = call.style.language;
    for (written, problem) in stops {
        let Some(field) = kind.table().field(written) else { continue };
        let was = given.len();
        given.retain(|(key, _)| *key != field.key);
        if given.len() < was {
            let words = in_words(problem, language);
            let said = match language {
                Language::Nl => format!("`{written}` blijft leeg: {words}\n"),
                Language::En => format!("`{written}` stays empty: {words}\n"),
            };
            call.report().say(&said);
        }
    }
}

fn next(call: &Call<'_, '_>) -> &'static str {
    match call.style.language {
        Language::Nl => {
            "Vul de velden in die nog leeg zijn en schrijf je tekst. `lerend check` kijkt alles na.\n\
             Klaar? Haal de regel `concept: ja` (`draft: yes`) weg, dan komt het op de site."
        }
        Language::En => {
            "Fill in the fields that are still empty and write your text. `lerend check` checks it.\n\
             Ready? Take the line `draft: yes` (`concept: ja`) away, and it goes onto the site."
        }
    }
}

/// A name as a title: `samen-in-drenthe` → `Samen in drenthe`; a title stays as it is.
fn title(name: &str) -> String {
    // A line break would be one in the file too.
    let words: Vec<&str> = name.split_whitespace().collect();
    let words = words.join(" ");
    // `2026-12` says more than `2026 12`.
    let is_slug = !words.contains(' ') && words.contains(char::is_alphabetic);
    let words = if is_slug { words.replace('-', " ") } else { words };
    let mut chars = words.trim().chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
