//! Dutch words for the area `site`.

use crate::diag::Words;
use crate::diag::problem::Site;

pub(in crate::diag::text) fn site(problem: &Site) -> Words {
    let near = |nearest: &Option<String>| {
        nearest.as_ref().map(|near| format!("misschien bedoeld: `{near}`"))
    };
    match problem {
        Site::UnknownCode { name, nearest } => Words::new(format!("er is geen melding met de code `{name}`"))
            .help("neem de code over die vooraan de melding tussen haken staat")
            .maybe_help(near(nearest)),
        Site::UnknownSeverity { word } => Words::new(format!("`{word}` kan hier niet staan"))
            .help("kies uit: uit, tip, waarschuwing, fout"),
        Site::ProtectedCode { name } => Words::new(format!("`{name}` kan niet lichter of uit: deze melding beschermt mensen"))
            .help("haal deze regel weg"),
        Site::UnknownSection { name, nearest } => Words::new(format!("de site heeft geen onderdeel `{name}`"))
            .help("kies een onderdeel zoals `stories` of `findings`")
            .maybe_help(near(nearest)),
        Site::BadPath { word, suggestion } => Words::new(format!("`{word}` kan niet in een webadres staan"))
            .help("gebruik kleine letters, cijfers en streepjes")
            .maybe_help(suggestion.as_ref().map(|better| format!("schrijf `{better}`"))),
        Site::SamePath { word, section, other } => Words::new(format!(
            "`{section}` en `{other}` hebben hetzelfde woord in hun adressen: `{word}`"
        ))
        .help("kies voor een van de twee een ander woord"),
        Site::FixedPath { word } => {
            Words::new(format!("`{word}` is al een map van de site zelf"))
                .help("kies voor dit onderdeel een ander woord")
        }
        Site::UnknownNavigation { name, nearest } => Words::new(format!("`{name}` in het menu is geen onderdeel en geen pagina"))
            .help("kies een onderdeel zoals `stories`, of de bestandsnaam van een pagina zonder `.md`")
            .maybe_help(near(nearest)),
        Site::UnknownTimeZone { name } => Words::new(format!("de tijdzone `{name}` bestaat niet"))
            .help("schrijf bijvoorbeeld `Europe/Amsterdam`"),
        Site::UnknownEditor { word, nearest } => Words::new(format!("`{word}` is geen bekende editor"))
            .help("kies bijvoorbeeld `vscode`, `none`, of een adres met `{path}` erin")
            .maybe_help(near(nearest)),
        Site::BadBaseUrl { sign, suggestion } => {
            Words::new(format!("in het adres van de site kan geen `{sign}` staan: daarachter past geen pagina"))
                .help(format!("schrijf `{suggestion}`"))
        }
        Site::UnknownBlank { name, nearest, known } => {
            let help = match nearest {
                Some(near) => format!("misschien bedoeld: `{{{near}}}`"),
                None => format!("kies uit {}", blanks(known)),
            };
            Words::new(format!("niets vult `{{{name}}}` in dit adres in")).help(help)
        }
        Site::BadContact { value } => {
            Words::new(format!("op `{value}` is niemand te bereiken die een lek in de site wil melden"))
                .help("schrijf een adres als `https://voorbeeld.example/melden/`, `mailto:veilig@voorbeeld.example` of `tel:+31201234567`")
        }
        Site::BadSender { value } => {
            Words::new(format!("de afzender `{value}` heeft geen e-mailadres: de mail krijgt dan geen afzender"))
                .help("schrijf naam en adres: `\"Redactie <redactie@voorbeeld.example>\"`")
        }
        Site::WithoutAvif => Words::new("dit programma kan geen AVIF maken; de beelden komen als WebP en JPEG op de site")
            .help("bouw het programma met `cargo build --release --features avif`, of haal `avif` weg"),
    }
}

fn blanks(known: &[&str]) -> String {
    known.iter().map(|own| format!("`{{{own}}}`")).collect::<Vec<_>>().join(", ")
}
