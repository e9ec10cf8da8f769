//! A starter file of a document.

use super::{NewFile, Wanted, about_comments, already_there, ask, language};
use crate::base::{Date, Slug, SourcePath};
use crate::cli::propose;
use crate::cli::run::Call;
use crate::config::Config;
use crate::diag::problem::Tree;
use crate::diag::{Fatal, Language, Place};
use crate::model::DocKind;
use crate::parse::Part;
use crate::schema::{Need, starter};
use crate::vfs::{Disk, Files as _};

/// The starter file of a document, with what was asked filled in.
pub(super) fn starter_of(
    kind: DocKind,
    wanted: &Wanted,
    date: Option<Date>,
    (config, call): (&Config, &mut Call<'_, '_>),
) -> Result<NewFile, Fatal> {
    let bad_name = || {
        let problem = Tree::BadName { name: wanted.name.clone(), suggestion: None };
        Fatal::new(Place::Nowhere, problem)
    };
    let id = Slug::from_text(&wanted.name).ok_or_else(bad_name)?;
    let folder = format!("content/{}", kind.folder());
    let path = SourcePath::new(&format!("{folder}/{id}.md")).ok_or_else(bad_name)?;
    let own_folder =
        SourcePath::new(&format!("{folder}/{id}/index.md")).ok_or_else(bad_name)?;
    let files = Disk::open(&call.root)?;
    // Before anything is asked.
    for there in [&path, &own_folder] {
        if files.read(there)?.is_some() {
            return Err(already_there(there.clone()));
        }
    }
    let language = language(config);
    let today = call.env(date)?.today(&config.time_zone).to_string();
    let draft = match language {
        Language::Nl => "ja",
        Language::En => "yes",
    };
    let mut given = vec![("title", title(&wanted.name)), ("draft", draft.to_owned())];
    // Types that need no date get none.
    if kind.table().field("date").is_some_and(|field| field.need == Need::Required) {
        given.push(("date", today));
    }
    if wanted.asks {
        for field in kind.table().fields() {
            let is_known = given.iter().any(|(key, _)| *key == field.key);
            let is_needed = matches!(field.need, Need::Required | Need::Unless(..));
            if is_needed
                && !is_known
                && let Some(value) = ask::field(kind.table(), field, call)
            {
                given.push((field.key, value));
            }
        }
    }
    let given: Vec<(&str, &str)> =
        given.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let mut fields = starter(kind.table(), &given, language);
    if let Some(since) = wanted.since.filter(|_| kind == DocKind::Newsletter) {
        let blocks = propose::blocks(since, (date, language), call)?;
        for empty in ["\nblokken:\n", "\nblocks:\n"] {
            fields = fields.replacen(empty, &format!("\n{blocks}"), 1);
        }
    }
    let headings: Vec<String> = Part::of_body(kind)
        .into_iter()
        .map(|part| format!("## {}\n", part.heading(language)))
        .collect();
    let text =
        format!("---\n{}{fields}---\n\n{}", about_comments(language), headings.join("\n"));
    Ok(NewFile { path, text, next: next(call).to_owned() })
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
    let words = if name.contains(' ') { name.to_owned() } else { name.replace('-', " ") };
    let mut chars = words.trim().chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
