//! Dutch words for the area `host`.

use crate::diag::problem::{Host, NoStore, NotImported};
use crate::diag::{Language, Words, text};

use super::misuse::misuse;
use super::system::system;

pub(in crate::diag::text) fn host(problem: &Host) -> Words {
    match problem {
        Host::Unreadable { detail } => Words::new(format!("dit is niet te lezen: {}", system(detail)))
            .help("kijk of het bestaat en of je het mag lezen"),
        Host::NoFile { file } => Words::new(format!("er is geen bestand `{file}`"))
            .help("kijk of de naam en de map kloppen"),
        Host::Unwritable { detail } => Words::new(format!("hier kan niet geschreven worden: {}", system(detail)))
            .help("kijk of er ruimte op de schijf is en of je hier mag schrijven"),
        Host::NoSite => Words::new("hier staat geen `content/site.yaml`").help(
            "ga naar de map van de site of wijs haar aan met `--root`; een eerste `site.yaml` heeft `title: …`, `language: nl` en `base-url: https://…/`",
        ),
        Host::ForeignOutput { example, count } => Words::new(format!(
            "in de uitvoermap staan bestanden die niet van deze site zijn ({count}, zoals `{example}`); er is niets veranderd"
        ))
        .help("kies met `--output` een andere map of maak deze zelf leeg"),
        Host::StrayOutput { example, count } => Words::new(format!(
            "iemand zette bestanden in de uitvoermap terwijl de site vervangen werd ({count}, zoals `{example}`); er is niets veranderd"
        ))
        .help("zet ze ergens anders neer of haal ze weg, en bouw opnieuw"),
        Host::LinkBeside { path } => Words::new(format!(
            "`{path}` is een koppeling, en daardoor wordt niets geschreven; er is niets veranderd"
        ))
        .help("haal de koppeling weg: wat het programma daar nodig heeft, maakt het zelf"),
        Host::UnsafeOutput { path, holds } => Words::new(format!(
            "`{path}` kan niet de uitvoermap zijn: dan zou `{holds}` vervangen worden"
        ))
        .help("kies met `--output` een eigen map voor de site, zoals `public`"),
        Host::OutputInside { path, inside } => Words::new(format!(
            "`{path}` kan niet de uitvoermap zijn: hij ligt in `{inside}`"
        ))
        .help("kies met `--output` een map daarbuiten, zoals `public`"),
        Host::OutputNoFolder { path } => {
            Words::new(format!("`{path}` kan niet de uitvoermap zijn: het is geen map"))
                .help("kies met `--output` een andere plek")
        }
        Host::Emptied { path, detail } => Words::new(format!(
            "de vorige site is weggehaald en de nieuwe kon er niet komen: het lukte niet bij `{path}` ({})", system(detail)
        ))
        .help("bouw nog eens: de nieuwe site staat klaar en komt er dan alsnog; zet wat een ander in de uitvoermap zette eerst elders"),
        Host::OutputMounted { path } => Words::new(format!(
            "`{path}` kan niet de uitvoermap zijn: daar begint een andere schijf of een ander volume, en zo’n map vervangt het systeem niet"
        ))
        .help(format!("kies een map daarin: `--output {path}/site`")),
        Host::NotAllowed { path, detail } => Words::new(format!(
            "de site is niet gepubliceerd: je mag niet schrijven bij `{path}` ({})", system(detail)
        ))
        .help("naast de uitvoermap houdt het programma een eigen map bij, dus ook in de map eromheen moet je mogen schrijven: kies een map die dieper ligt, zoals `--output public/site`; de vorige site staat er nog"),
        Host::NotPublished { path, detail } => Words::new(format!(
            "de site is niet gepubliceerd: schrijven lukte niet bij `{path}` ({})", system(detail)
        ))
        .help("kijk of er ruimte op de schijf is en of je daar mag schrijven; de vorige site staat er nog"),
        Host::NoSearchIndex { detail } => Words::new(format!(
            "de site is niet gepubliceerd: de zoekindex kon niet gemaakt worden ({detail})"
        ))
        .help("bouw zolang met `--no-search` en meld het aan de makers van het programma; de vorige site staat er nog"),
        Host::Locked { process } => Words::new(match process {
            Some(process) => format!("een andere bouw schrijft al naar deze map (proces {process})"),
            None => "een andere bouw schrijft al naar deze map".to_owned(),
        })
        .help("wacht tot die klaar is en probeer het opnieuw"),
        Host::NoStore { path, why } => Words::new(format!(
            "het werk van eerdere keren in `{path}` is niet te gebruiken of te bewaren ({}); alles wordt opnieuw gemaakt"
        ,
            no_store(why)))
        .help(match why {
            NoStore::Linked(_) => LINKED,
            _ => "kies met `--store` een lege map waarin je mag schrijven, of bouw met `--cold`",
        }),
        Host::NoNextChange { path, why } => Words::new(format!(
            "in `{path}` is niet te bewaren wanneer de site vanzelf verandert ({}); de site zelf staat er"
        ,
            no_store(why)))
        .help(match why {
            NoStore::Linked(_) => LINKED,
            _ => "kies met `--store` een map waarin je mag schrijven",
        }),
        Host::CannotListen { address, is_host, detail } => {
            Words::new(format!("de site kan niet getoond worden op `{address}`: {}", system(detail)))
                .help(if *is_host {
                    "kies met `--host` een adres van deze computer, zoals 127.0.0.1, of laat het weg"
                } else {
                    "kies met `--port` een ander nummer"
                })
        }
        Host::CannotWatch { path, detail } => Words::new(format!(
            "wijzigingen in `{path}` zijn niet te volgen ({})", system(detail)
        ))
        .help("zet `fs.inotify.max_user_watches` hoger, of gebruik `lerend build` na elke wijziging"),
        Host::NoWeb { only: Some(address), .. } => Words::new(format!(
            "geen enkele andere site antwoordt: `{address}` is niet nagekeken"
        ))
        .help("kijk of deze computer internet heeft; achter een proxy helpt het om `HTTPS_PROXY` te zetten; kun je andere sites wel openen in een browser, dan leidt deze link nergens heen"),
        Host::NoWeb { count, only: None } => Words::new(format!(
            "geen enkele andere site antwoordt: {count} adressen zijn niet nagekeken"
        ))
        .help("kijk of deze computer internet heeft; achter een proxy helpt het om `HTTPS_PROXY` te zetten"),
        Host::AlreadyThere => Words::new("dit bestand bestaat al; het is niet veranderd")
            .help("kies een andere naam, of werk in het bestand dat er staat"),
        Host::AlreadyRecorded => {
            Words::new("wat er van deze editie verstuurd is, is al vastgelegd; het is niet veranderd")
                .help("is de editie nog niet verstuurd? Verwijder dan dit bestand, en geef de opdracht opnieuw")
        }
        Host::UnknownCode { code, nearest } => Words::new(format!("onbekende code `{code}`"))
            .help(match nearest {
                Some(nearest) => format!("misschien bedoeld: `{nearest}`"),
                None => "een code staat tussen haken in elke melding, zoals `yaml/tab`".to_owned(),
            }),
        Host::UnknownPath { path, nearest } => {
            Words::new(format!("de site heeft geen pagina of document `{path}`")).help(match nearest {
                Some(nearest) => format!("misschien bedoeld: `{nearest}`"),
                None => "noem een adres zoals `factsheets/vertraging/` of een bestand in `content/`".to_owned(),
            })
        }
        Host::NotAStore { path, is_named } => {
            Words::new(format!("`{path}` is geen map met bewaard werk; er is niets verwijderd"))
                .help(if *is_named {
                    "laat `--store` weg, of noem de map waarmee je bouwde"
                } else {
                    "kijk wat erin staat; bewaar wat van jou is ergens anders en haal de map zelf weg; de volgende keer wordt zij opnieuw gemaakt"
                })
        }
        Host::LinkedStore { path } => {
            Words::new(format!("`{path}` is een koppeling in de site; er is niets verwijderd"))
                .help("haal de koppeling zelf weg, of noem met `--store` de map waar zij heen leidt")
        }
        Host::UnknownConsent { reference, nearest } => {
            Words::new(format!("er is geen toestemming en geen media met het kenmerk `{reference}`")).help(match nearest {
                Some(nearest) => format!("misschien bedoeld: `{nearest}`"),
                None => "`lerend media` laat ze allemaal zien".to_owned(),
            })
        }
        Host::NotImported { why } => not_imported(why),
        Host::NoRevision { revision, detail } => Words::new(match detail.as_str() {
            "" => format!("git kent hier geen `{revision}` om mee te vergelijken"),
            detail if detail.contains("not a git repository") => {
                "hier valt niets te vergelijken: deze map hoort niet bij git".to_owned()
            }
            detail => format!("met `{revision}` kan niet vergeleken worden ({detail})"),
        })
        .help("noem een tak of commit die git hier kent; een bouwdienst moet de hele geschiedenis ophalen"),
        Host::NoHistory { revision } => Words::new(format!(
            "waar deze wijziging van `{revision}` aftakte, is niet te zeggen: de geschiedenis is maar voor een deel opgehaald"
        ))
        .help("haal de hele geschiedenis op, met `git fetch --unshallow` of de instelling die je bouwdienst daarvoor heeft"),
        Host::NotTrusted { folder } => Words::new(format!(
            "git doet niets in `{folder}`: die map is van een andere gebruiker van deze computer"
        ))
        .help(format!("vertrouw je wat daar staat, typ dan `git config --global --add safe.directory {folder}`")),
        Host::NoGit => Words::new("git staat niet op deze computer, of is niet te vinden")
            .help("installeer git: `--since` vraagt daarmee wat er veranderd is"),
        Host::NoEdition { name, known } => {
            Words::new(format!("er is geen nieuwsbrief `{name}`")).help(match known.as_slice() {
                [] => "maak er een: `lerend new newsletter NAAM --since previous`".to_owned(),
                known => format!("kies uit: {}", known.join(", ")),
            })
        }
        Host::EditionNotShown { name } => Words::new(format!(
            "de nieuwsbrief `{name}` is op deze dag niet te zien"
        ))
        .help("kijk naar `datum`, `embargo`, `verloopt` en `ingetrokken` van de nieuwsbrief, of noem met `--date` een andere dag"),
        Host::InsideContent => Words::new("een nieuwe site kan niet in de inhoud van een andere staan")
            .help("kies een map naast die site, of een lege"),
        Host::NoItem { name, known } => {
            Words::new(format!("deze nieuwsbrief heeft geen stuk `{name}`"))
                .help(format!("kies uit: {}", known.join(", ")))
        }
        Host::NoTool { name, known } => {
            Words::new(format!("`{name}` is geen bekend nieuwsbriefprogramma")).help(format!(
                "kies uit: {}; andere zet je in `site.yaml` onder `newsletter: targets:`",
                known.join(", ")
            ))
        }
        Host::NothingToMake => Words::new("zeg wat je wilt maken, en hoe het heet")
            .help("typ bijvoorbeeld `lerend new factsheet vertraging`"),
        Host::NoCommand => Words::new("zeg wat er moet gebeuren").help("`lerend --help` laat alle opdrachten zien"),
        Host::NoMoment { written } => {
            Words::new(format!("`SOURCE_DATE_EPOCH` is geen aantal seconden: `{written}`"))
                .help("haal deze omgevingsvariabele weg, of geef haar een getal")
        }
        Host::Usage { command, wrong } => misuse(command, wrong),
    }
}

fn not_imported(why: &NotImported) -> Words {
    let near = |nearest: &Option<String>| {
        nearest.as_ref().map(|near| format!("misschien bedoeld: `{near}`"))
    };
    match why {
        NotImported::NotText => Words::new("dit bestand is geen gewone tekst").help(
            "is het van een tekstverwerker? Bewaar het daar als platte tekst of als Markdown",
        ),
        NotImported::Empty => Words::new("dit bestand is leeg")
            .help("kijk of dit het goede bestand is, of vraag de inzender om het nog eens te sturen"),
        NotImported::LongTitle { length, most } => Words::new(format!(
            "de eerste regel is te lang voor een titel: {length} tekens, en een titel heeft er hoogstens {most}"
        ))
        .help("zet er een regel boven met `titel: …`"),
        NotImported::Unfit { why } => {
            let why = text::words(why, Language::Nl);
            Words::new(format!("dit past niet op de site, ook niet als concept: {}", why.message))
                .help("verbeter dat in dit bestand en probeer het opnieuw; er is niets geschreven")
        }
        NotImported::NoTitle => Words::new("dit bestand heeft geen titel")
            .help("zet de titel op de eerste regel, of vul `titel: …` in"),
        NotImported::NoText => Words::new("onder de titel staat geen tekst")
            .help("vraag de inzender om het hele verhaal"),
        NotImported::NoAnswers => Words::new("geen enkele vraag is beantwoord")
            .help("vraag de inzender om de vragenlijst eerst in te vullen"),
        NotImported::NoRegion => Words::new("dit bestand zegt niet van welke regio het komt")
            .help("noem de regio met `--region`"),
        NotImported::UnknownRegion { name, nearest } => {
            Words::new(format!("de site heeft geen regio `{name}`"))
                .help("noem de goede regio met `--region`")
                .maybe_help(near(nearest))
        }
        NotImported::UnknownQuestionnaire { id, nearest } => {
            Words::new(format!("de site heeft geen vragenlijst `{id}`"))
                .help("verbeter de regel `questionnaire: …` in dit bestand")
                .maybe_help(near(nearest))
        }
    }
}

/// What to do about a link in the way.
const LINKED: &str = "haal de koppeling weg, of noem met `--store` de map waar zij heen leidt";

fn no_store(why: &NoStore) -> String {
    match why {
        NoStore::Taken => "er staan andere dingen in".to_owned(),
        NoStore::Linked(path) => {
            format!("`{path}` is een koppeling, en daardoor wordt niets geschreven")
        }
        NoStore::Inside(folder) => format!("die map ligt in `{folder}`"),
        NoStore::System(detail) => system(detail).into_owned(),
    }
}
