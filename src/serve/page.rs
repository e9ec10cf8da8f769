//! The few pages and words of the server itself.

use crate::base::{escape_attribute, escape_text};
use crate::diag::Language;

use super::item::Item;

/// Where what asks for attention is listed.
pub(super) const DESK: &str = "/_lerend/";

/// A text that may stand between tags.
pub(super) fn text(text: &str) -> String {
    let mut out = String::new();
    escape_text(&mut out, text);
    out
}

/// A text that may stand in an attribute with double quotes.
pub(super) fn attribute(text: &str) -> String {
    let mut out = String::new();
    escape_attribute(&mut out, text);
    out
}

/// The errors with a heading and a button, as the overlay shows them.
pub(super) fn overlay(items: &[Item], language: Language) -> String {
    let (title, close, desk) = match language {
        Language::Nl => ("Er staat een fout in de inhoud", "Sluiten", "Alle meldingen"),
        Language::En => ("There is a mistake in the content", "Close", "All messages"),
    };
    let lang = language.as_str();
    format!(
        "<section class=\"box\" lang=\"{lang}\" aria-label=\"{title}\">\
         <h2 role=\"alert\">{title}</h2>\
         <div class=\"problems\" role=\"group\" aria-label=\"{title}\" tabindex=\"0\">{}</div>\
         <p><button type=\"button\" data-close>{close}</button> \
         <a href=\"{DESK}\">{desk}</a></p></section>",
        errors(items, language)
    )
}

/// The errors, each as the terminal shows it and with a link that opens its file.
fn errors(items: &[Item], language: Language) -> String {
    items
        .iter()
        .map(|item| format!("<pre>{}</pre>{}", text(&item.text), opens(item, language)))
        .collect::<Vec<_>>()
        .concat()
}

/// A link that opens the file of an item in the editor, or its name.
pub(super) fn opens(item: &Item, language: Language) -> String {
    let Some(file) = &item.file else { return String::new() };
    let name = text(file);
    let Some(editor) = &item.editor else { return format!("<p><code>{name}</code></p>") };
    let open = match language {
        Language::Nl => "Open in je editor:",
        Language::En => "Open in your editor:",
    };
    format!("<p><a href=\"{}\">{open} {name}</a></p>", attribute(editor))
}

/// The page that stands in for the site while there is none yet.
pub(super) fn no_site(items: &[Item], language: Language) -> String {
    let (title, text) = match language {
        Language::Nl => (
            "Er is nog geen site om te tonen",
            "Deze pagina ververst zichzelf zodra de fouten verbeterd zijn.",
        ),
        Language::En => (
            "There is no site to show yet",
            "This page reloads by itself as soon as the mistakes are mended.",
        ),
    };
    whole(title, &format!("<h1>{title}</h1><p>{text}</p>{}", errors(items, language)), language)
}

/// A whole page of the server.
pub(super) fn whole(title: &str, main: &str, language: Language) -> String {
    let lang = language.as_str();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"{DESK}desk.css\"></head>\
         <body><main>{main}</main></body></html>\n"
    )
}

/// What stands at an address where nothing is, when the site has no page for that.
pub(super) fn nothing(language: Language) -> &'static str {
    match language {
        Language::Nl => "Hier staat niets.\n",
        Language::En => "There is nothing here.\n",
    }
}
