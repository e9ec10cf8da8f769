//! The few pages and words of the server itself.

use crate::diag::Language;

/// The problems with a heading and a button, as the overlay shows them.
pub(super) fn overlay(problems_html: &str, language: Language) -> String {
    let (title, close) = match language {
        Language::Nl => ("Er staat een fout in de inhoud", "Sluiten"),
        Language::En => ("There is a mistake in the content", "Close"),
    };
    let lang = language.as_str();
    format!(
        "<div class=\"box\" lang=\"{lang}\"><h2 role=\"alert\">{title}</h2>\
         <div class=\"problems\" tabindex=\"0\">{problems_html}</div>\
         <button type=\"button\" data-close>{close}</button></div>"
    )
}

/// The page that stands in for the site while there is none yet.
pub(super) fn no_site(problems_html: &str, language: Language) -> String {
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
    let lang = language.as_str();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1><p>{text}</p>{problems_html}</main></body></html>\n"
    )
}

/// What stands at an address where nothing is, when the site has no page for that.
pub(super) fn nothing(language: Language) -> &'static str {
    match language {
        Language::Nl => "Hier staat niets.\n",
        Language::En => "There is nothing here.\n",
    }
}
