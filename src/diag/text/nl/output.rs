//! Dutch words for the area `output`.

use crate::diag::Words;
use crate::diag::problem::Output;

pub(in crate::diag::text) fn output(problem: &Output) -> Words {
    match problem {
        Output::SamePath { path } => {
            Words::new(format!("twee bestanden willen op de site dezelfde plek: `{path}`"))
                .help("geef een van de twee een andere naam of een ander adres")
        }
        Output::AlikePath { path, other } => Words::new(format!(
            "`{path}` en `{other}` zijn op Windows en macOS hetzelfde bestand: ze verschillen alleen in hoofdletters of in hoe een accent is opgeslagen"
        ))
        .help("geef een van de twee een andere naam"),
        Output::FileIsFolder { path, below } => Words::new(format!(
            "`{path}` kan niet tegelijk een bestand zijn en de map van `{below}`"
        ))
        .help("geef een van de twee een andere naam of een ander adres"),
        Output::ReservedPath { path } => {
            Words::new(format!("`{path}` maakt het programma zelf; iets anders kan daar niet staan"))
                .help("kies een andere naam of een ander adres")
        }
        Output::UnportablePath { path } => Words::new(format!(
            "`{}` kan niet op elke computer een bestand zijn",
            cut(path)
        ))
        .help("kies een kortere naam, zonder punt of spatie aan het eind en niet `con`, `prn`, `aux` of `nul`"),
        Output::SourceGone { path } => Words::new(format!(
            "dit bestand is veranderd of verdwenen terwijl de site gemaakt werd; het hoort op de site als `{path}`"
        ))
        .help("begin opnieuw als het bestand weer klaar staat"),
        Output::DeadLink { address, others } => {
            Words::new(format!("de link `{}` leidt nergens heen{}", cut(address), pages(*others)))
                .help("zoek deze link in de tekst; staat hij daar niet, meld het dan bij wie het thema maakt")
        }
        Output::DeadAddress { address } => {
            Words::new(format!("op deze site is er geen pagina `{}`", cut(address)))
                .help("schrijf het pad van het bestand, zoals `../stories/drenthe.md`; dan klopt de link ook als het adres verandert")
        }
        Output::DeadAnchor { address, others } => Words::new(format!(
            "de link `{}` wijst naar een plek die de pagina niet heeft{}",
            cut(address),
            pages(*others)
        ))
        .help("kijk hoe de kop of het onderdeel nu heet en pas de link aan"),
        Output::OutsideLink { address, others } => Words::new(format!(
            "de link `{}` gaat buiten de map van de site om{}",
            cut(address),
            pages(*others)
        ))
        .help("schrijf het pad van het bestand, gezien vanaf deze pagina"),
        Output::RelativeInMail { address, others } => Words::new(format!(
            "het adres `{}` werkt niet in een mail{}",
            cut(address),
            pages(*others)
        ))
        .help("gebruik in een mail hele adressen; die beginnen met `base-url`"),
        Output::ThirdPartyRequest { address, others } => Words::new(format!(
            "deze pagina laat de browser van de lezer iets ophalen bij een andere site: `{}`{}",
            cut(address),
            pages(*others)
        ))
        .help("zet het bestand op de site zelf; een gewone link mag wel"),
        Output::ScriptAddress { address, others } => {
            Words::new(format!("de link `{}` voert een script uit{}", cut(address), pages(*others)))
                .help("haal de link weg")
        }
        Output::RepeatedId { id } => {
            Words::new(format!("de id `{id}` staat meer dan één keer op deze pagina"))
                .help("geef elk onderdeel een eigen id; links en hulpmiddelen vinden anders het verkeerde")
        }
        Output::NoAlt { image } => {
            Words::new(format!("de afbeelding `{}` heeft geen alt-tekst", cut(image)))
                .help("beschrijf wat te zien is, of geef `alt=\"\"` als de afbeelding versiering is")
        }
        Output::InlineCode { what, others } => {
            Words::new(format!("in deze pagina staat `{what}`, en de site staat dat niet toe{}", pages(*others)))
                .help("zet het script in een bestand in `scripts` van het thema, of de stijl in `styles`")
        }
        Output::NoHtml { others } => {
            Words::new(format!("deze pagina is leeg of een los stuk: zij heeft geen `html`{}", pages(*others)))
                .help("laat het sjabloon beginnen met `{% extends \"base.html\" %}`, of haal het weg")
        }
        Output::NoLanguage { others } => Words::new(format!("deze pagina zegt niet in welke taal zij is{}", pages(*others)))
            .help("zet `lang` op het element `html` van het sjabloon"),
        Output::NoTitle { others } => {
            Words::new(format!("deze pagina heeft geen titel{}", pages(*others))).help("zet een `title` in de `head` van het sjabloon")
        }
        Output::NoMainHeading { others } => Words::new(format!("deze pagina heeft geen hoofdkop (`h1`){}", pages(*others)))
            .help("geef de pagina één `h1` met haar titel"),
        Output::ManyMainHeadings { count } => {
            Words::new(format!("deze pagina heeft {count} hoofdkoppen (`h1`)"))
                .help("houd er één en maak van de andere een tussenkop")
        }
        Output::HeadingJump { heading, from, to } => Words::new(format!(
            "de kop “{heading}” springt van niveau {from} naar niveau {to}"
        ))
        .help(format!("maak er niveau {} van", from + 1)),
        Output::SameTitle { title, others } => {
            Words::new(format!("de titel “{title}” is niet uniek{}", pages(*others)))
                .help("geef elke pagina een eigen titel, dan zijn ze in tabbladen en zoekmachines te onderscheiden")
        }
    }
}

fn pages(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => " (en op nog 1 pagina)".to_owned(),
        _ => format!(" (en op nog {others} pagina's)"),
    }
}

/// An address that fits on a line.
fn cut(address: &str) -> String {
    match address.char_indices().nth(120) {
        Some((at, _)) => format!("{}…", address.get(..at).unwrap_or_default()),
        None => address.to_owned(),
    }
}
