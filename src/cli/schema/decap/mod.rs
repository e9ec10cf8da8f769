//! The configuration of a content management system in the browser, which Sveltia reads too.

mod form;
mod options;

use serde_json::{Value, json};

use super::{field_language, once, site};
use crate::base::SourcePath;
use crate::cli::run::{Call, Exit};
use crate::config::Config;
use crate::diag::problem::Host;
use crate::diag::{Diag, Fatal, Language};
use crate::model::DocKind;
use crate::schema::yaml_of;
use crate::vfs::{Disk, Files as _, Folder};

use form::Form;
use options::Options;

/// Where it goes, below the root.
const CONFIG: &str = "admin/config.yml";
const PAGE: &str = "admin/index.html";

/// Writes the configuration and the page that loads it.
pub(super) fn write(call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let files = Disk::open(&call.root)?;
    let config = site(&files)?;
    let shown = field_language(config.as_ref(), call.style.language);
    let keys = written(&files, shown)?;
    let options = Options::read(&files, shown)?;
    let form = Form { shown, keys, options: &options };
    let text = yaml_of(&whole(&form, config.as_ref()));
    if !once(&call.root.join(CONFIG), &text)?
        && let Some(path) = SourcePath::new(CONFIG)
    {
        return Err(Fatal(Box::new(Diag::of_file(path, Host::AlreadyThere))));
    }
    // A page that is there may load another program; it stays as it is.
    once(&call.root.join(PAGE), INDEX)?;
    let said = match call.style.language {
        Language::Nl => format!(
            "{CONFIG} en {PAGE} zijn gemaakt. Vul bij `backend` in waar je site staat, en zet \
             `decap-cms.js` of `sveltia-cms.js` ernaast.\n"
        ),
        Language::En => format!(
            "{CONFIG} and {PAGE} were made. Fill in at `backend` where your site is kept, and \
             put `decap-cms.js` or `sveltia-cms.js` beside them.\n"
        ),
    };
    call.report().give(&said);
    Ok(Exit::Done)
}

/// Loads the program from the same place: no other site learns who writes here.
const INDEX: &str = "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"robots\" content=\"noindex\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <title>Redactie</title>\n</head>\n<body>\n<script src=\"decap-cms.js\"></script>\n\
    </body>\n</html>\n";

/// The language in which the documents that are there name their fields. A form writes one
/// name; in a file that has the other the field would stand twice.
fn written(files: &Disk, otherwise: Language) -> Result<Language, Fatal> {
    let (mut dutch, mut english) = (0_usize, 0_usize);
    for path in files.list(&Folder::CONTENT)?.files.iter().filter(|own| own.extension() == "md")
    {
        let bytes = files.read(path)?.unwrap_or_else(|| [].into());
        let text = String::from_utf8_lossy(&bytes);
        let has = |key: &str| text.lines().take(40).any(|line| line.starts_with(key));
        dutch += usize::from(has("titel:"));
        english += usize::from(has("title:"));
    }
    Ok(match dutch.cmp(&english) {
        std::cmp::Ordering::Greater => Language::Nl,
        std::cmp::Ordering::Less => Language::En,
        std::cmp::Ordering::Equal => otherwise,
    })
}

fn whole(form: &Form<'_>, config: Option<&Config>) -> Value {
    let locale = config.map_or("nl", |own| own.lang.as_str());
    let collections: Vec<Value> =
        DocKind::FOLDERS.iter().map(|kind| form.collection(*kind)).collect();
    json!({
        "backend": { "name": "git-gateway", "branch": "main" },
        "locale": locale,
        "media_folder": "content/media",
        "slug": { "encoding": "ascii", "clean_accents": true },
        "collections": collections,
    })
}
