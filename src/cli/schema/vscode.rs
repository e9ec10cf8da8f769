//! The configuration of an editor that reads `.vscode/`: schemas for YAML files, and snippets
//! for documents.

use serde_json::{Map, Value, json};

use super::{field_language, once, pretty, site, write_all};
use crate::cli::put::replace;
use crate::cli::run::{Call, Exit};
use crate::diag::{Fatal, Language};
use crate::model::DocKind;
use crate::parse::Part;
use crate::schema::{Field, Need, Table};
use crate::vfs::Disk;

/// Where everything goes, below the root.
const FOLDER: &str = ".vscode";

/// Writes schemas, settings and snippets.
pub(super) fn write(call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let config = site(&Disk::open(&call.root)?)?;
    let language = field_language(config.as_ref(), call.style.language);
    let all = write_all(&call.root, &format!("{FOLDER}/lerend/"), call)?;
    let schemas: Map<String, Value> = all
        .iter()
        .filter(|own| !own.files.is_empty())
        .map(|own| (format!("./{FOLDER}/lerend/{}", own.file()), json!(own.files)))
        .collect();
    let own = format!("{FOLDER}/lerend.code-snippets");
    replace(&call.root, &own, pretty(&snippets(language)).as_bytes())?;
    let settings = pretty(&json!({ "yaml.schemas": schemas }));
    let is_new = once(&call.root.join(FOLDER).join("settings.json"), &settings)?;
    let said = match (call.style.language, is_new) {
        (Language::Nl, true) => format!(
            "De instellingen staan in {FOLDER}/. Zet de extensie `redhat.vscode-yaml` aan.\n"
        ),
        (Language::En, true) => {
            format!("The settings are in {FOLDER}/. Switch on `redhat.vscode-yaml`.\n")
        }
        (Language::Nl, false) => {
            format!("{FOLDER}/settings.json was er al. Zet dit erin:\n{settings}")
        }
        (Language::En, false) => {
            format!("{FOLDER}/settings.json was there already. Add this:\n{settings}")
        }
    };
    call.report().give(&said);
    Ok(Exit::Done)
}

/// A snippet for each type of document, by its name in the language.
fn snippets(language: Language) -> Value {
    let one = |kind: &DocKind| {
        let (name, about) = match language {
            Language::Nl => (kind.dutch(), "Nieuw document: vul in en ga met Tab verder"),
            Language::En => (kind.as_str(), "New document: fill in and go on with Tab"),
        };
        let mut body = vec!["---".to_owned()];
        body.extend(fields(kind.table(), language));
        body.extend(["---".to_owned(), String::new()]);
        for part in Part::of_body(*kind) {
            body.extend([format!("## {}", part.heading(language)), String::new()]);
        }
        body.push("$0".to_owned());
        let snippet =
            json!({ "scope": "markdown", "prefix": name, "body": body, "description": about });
        (name.to_owned(), snippet)
    };
    Value::Object(DocKind::FOLDERS.iter().map(one).collect())
}

/// The fields that a document needs, each a place to stop at.
fn fields(table: &Table, language: Language) -> Vec<String> {
    let needed =
        |field: &&'static Field| matches!(field.need, Need::Required | Need::Unless(..));
    let line = |(at, field): (usize, &'static Field)| {
        let (dutch, english) = field.example_in_both();
        let (key, example) = match language {
            Language::Nl => (field.alias, dutch),
            Language::En => (field.key, english),
        };
        let at = at + 1;
        match field.kind.choice() {
            Some(choice) => {
                let words: Vec<&str> = choice.words_in(language).collect();
                format!("{key}: ${{{at}|{}|}}", words.join(","))
            }
            None => format!("{key}: ${{{at}:{}}}", escape(&example)),
        }
    };
    table.fields().filter(needed).enumerate().map(line).collect()
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}
