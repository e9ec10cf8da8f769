//! Dutch words for the area `rights`.

use crate::diag::Words;
use crate::diag::problem::Rights;

pub(in crate::diag::text) fn rights(problem: &Rights) -> Words {
    match problem {
        Rights::NoSidecar { sidecar } => Words::new("dit beeld of bestand wordt gebruikt, maar er staan geen gegevens bij")
            .help(format!("maak `{sidecar}` met `soort`, `alt`, `maker`, `licentie` en `mensen`, of typ `lerend new media {}`", sidecar.trim_end_matches(".yaml"))),
        Rights::NoFile { file } => Words::new(format!("bij deze gegevens hoort het bestand `{file}`, en dat is er niet"))
            .help("zet het bestand ernaast, hernoem de gegevens, of gebruik `elders` (`embed`) voor een film die op een andere site staat"),
        Rights::NotMedia { file, is_companion } => Words::new(format!(
            "bij `{file}` horen geen eigen gegevens: het is geen foto, tekening, film, geluid of bestand om te downloaden"
        ))
        .help(if *is_companion {
            format!("haal deze gegevens weg, en noem `{file}` in die van de film of het geluid, bij `ondertiteling` (`captions`) of `uitgeschreven` (`transcript`)")
        } else {
            "haal deze gegevens weg".to_owned()
        }),
        Rights::SameId { id, other: Some(other) } => Words::new(format!(
            "`{other}` en `{id}` verschillen alleen in hoofdletters; op veel computers is dat één bestand"
        ))
        .help("hernoem een van de twee, met de gegevens ernaast"),
        Rights::SameId { id, other: None } => Words::new(format!("twee bestanden heten `{id}`; de letters na de punt tellen niet mee"))
            .help("hernoem een van de twee, met de gegevens ernaast"),
        Rights::NoAlt => Words::new("dit beeld heeft geen beschrijving voor wie het niet ziet (`alt`)")
            .help("schrijf `alt:` met wat erop te zien is, of `decoratief: ja` (`decorative: yes`) als het alleen versiering is"),
        Rights::TooLong { written } => Words::new(format!("zo lang kan iets niet duren: `{written}`"))
            .help("schrijf minuten en seconden, zoals `0:16`, of uren, minuten en seconden, zoals `1:02:30`"),
        Rights::MissingKey { key, alias } => {
            let also = if key == alias { String::new() } else { format!(" (`{key}`)") };
            Words::new(format!("bij dit soort beeld of bestand hoort `{alias}`{also}"))
                .help(format!("zet een regel `{alias}: …` bij de gegevens"))
        }
        Rights::MissingCompanion { file, nearest } => Words::new(format!("er is geen bestand `{file}` naast dit bestand"))
            .help("zet het bestand in dezelfde map")
            .maybe_help(nearest.as_ref().map(|near| format!("misschien bedoeld: `{near}`"))),
        Rights::NoConsent => Words::new("hier is toestemming voor nodig, en die staat er niet bij")
            .help("zet bij `toestemming` (`consent`) het nummer van de toestemming, of laat het weg"),
        Rights::NotYet { reference, from } => Words::new(format!(
            "de toestemming `{reference}` is pas gegeven op {from}, en geldt nu nog niet: tot die dag wordt dit nergens getoond"
        ))
        .help("kijk bij `gegeven` (`given`) of jaar en maand kloppen: daar hoort de dag van de handtekening"),
        Rights::Expired { reference, until } => Words::new(format!(
            "de toestemming `{reference}` gold tot en met {until}: dit wordt nergens meer getoond"
        ))
        .help("vraag nieuwe toestemming, of haal het weg"),
        Rights::Withdrawn { reference } => Words::new(format!(
            "de toestemming `{reference}` is ingetrokken: dit wordt nergens meer getoond"
        ))
        .help("het is overal al weg, dus laat het staan; een beeld dat in een verstuurde mail stond, moet blijven staan: op zijn adres komt een grijs vlak. Wat nooit in een mail stond, mag je weghalen"),
        Rights::NotForChannel { reference, and_newsletter: true, .. } => Words::new(format!(
            "de toestemming `{reference}` geldt niet voor de site, en de nieuwsbrief staat ook op de site: dit wordt op beide weggelaten"
        ))
        .help("vraag ook toestemming voor de site en zet `site` bij `bereik` (`scope`), of laat het zo"),
        Rights::NotForChannel { reference, channel: (nl, en), .. } => Words::new(format!(
            "de toestemming `{reference}` geldt niet voor {nl}: daar wordt dit weggelaten"
        ))
        .help(format!(
            "vraag daar ook toestemming voor en zet {} bij `bereik` (`scope`), of laat het zo",
            if *en == "newsletter" { "`nieuwsbrief` (`newsletter`)" } else { "`site`" }
        )),
        Rights::EndsSoon { reference, until } => Words::new(format!(
            "de toestemming `{reference}` geldt nog tot en met {until}; daarna verdwijnt dit vanzelf"
        ))
        .help("vraag op tijd nieuwe toestemming"),
        Rights::NameWithoutConsent => Words::new("hier staat een naam van een persoon, zonder toestemming")
            .help("zet bij `toestemming` (`consent`) het nummer van de toestemming, of haal de naam weg"),
        Rights::MinorWithoutParent { reference } => Words::new(format!("bij `{reference}` gaat het om een minderjarige, zonder toestemming van een ouder"))
            .help("zet bij `ouder-nummer` (`parent-ref`) het nummer van die toestemming"),
    }
}
