//! Dutch words for the area `yaml`.

use crate::diag::Words;
use crate::diag::problem::Yaml;

pub(in crate::diag::text) fn yaml(problem: &Yaml) -> Words {
    match problem {
        Yaml::UnquotedColon { quoted } => Words::new("in deze tekst staat een dubbele punt met een spatie, en er staan geen aanhalingstekens om")
            .help(format!("zet de tekst tussen aanhalingstekens: {quoted}")),
        Yaml::Tab => Words::new("deze regel begint met een tab; hier mogen alleen spaties staan")
            .help("vervang de tab door twee spaties"),
        Yaml::NeedsQuotes { character, quoted } => {
            let words = if *character == '"' {
                Words::new("deze waarde gaat verder na het sluitende aanhalingsteken")
            } else {
                Words::new(format!("een waarde die begint met `{character}` moet tussen aanhalingstekens"))
            };
            let quoted = quoted.as_deref().unwrap_or("\"…\"");
            words.help(format!("zet de hele waarde tussen aanhalingstekens: {quoted}"))
        }
        Yaml::HashInText { lost } => Words::new(format!("`{lost}` telt als opmerking en komt niet op de site"))
            .help("zet de hele waarde tussen aanhalingstekens, of een spatie na het hekje als het een opmerking is"),
        Yaml::Unclosed { what } => Words::new(format!("`{what}` wordt geopend en niet gesloten"))
            .help("zet het sluitteken aan het eind van de waarde"),
        Yaml::StrayComma => Words::new("hier staat een komma te veel: er staat niets voor")
            .help("haal de komma weg, of vul in wat ervoor hoort"),
        Yaml::Indentation => Words::new("deze regel springt anders in dan de regels waar hij bij hoort")
            .help("zet velden die bij elkaar horen recht onder elkaar, met spaties ervoor"),
        Yaml::NotAField { key: Some(key) } => Words::new(format!("na `{key}:` ontbreekt een spatie"))
            .help(format!("schrijf `{key}: waarde`")),
        Yaml::NotAField { key: None } => Words::new("deze regel is geen veld en hoort bij geen tekst erboven")
            .help("schrijf `naam: waarde`, of spring twee spaties in als de regel bij de tekst erboven hoort"),
        Yaml::GluedDash { item } => Words::new("achter het streepje ontbreekt een spatie")
            .help(format!("begin elke regel van de lijst met een streepje en een spatie: `- {item}`")),
        Yaml::OddSpace { key } => Words::new(format!("na `{key}:` staat een harde spatie, en die telt hier niet als spatie"))
            .help(format!("haal haar weg en typ een gewone spatie: `{key}: waarde`")),
        Yaml::OddIndent => Words::new("deze regel begint met een harde spatie, en die telt hier niet als spatie")
            .help("haal haar weg en typ gewone spaties; kijk ook naar de regels eronder"),
        Yaml::Syntax => Words::new("vanaf hier zijn de velden niet meer te lezen")
            .help("kijk naar aanhalingstekens, dubbele punten en inspringen op deze regel en die erboven"),
        Yaml::SecondStart => Words::new("onder deze regel `---` wordt niets meer gelezen")
            .help("haal de regel weg"),
        Yaml::DuplicateKey { key } => Words::new(format!("het veld `{key}` staat er twee keer"))
            .help("houd er één over"),
        Yaml::TooComplex => Words::new("dit zijn te veel velden, of ze zitten te diep in elkaar om te lezen")
            .help("gebruik minder lagen, en geen verwijzingen met `&` en `*`"),
        Yaml::UnclosedFrontMatter => Words::new("de velden beginnen met `---`, maar er staat geen `---` onder")
            .help("zet een regel met alleen `---` tussen de velden en de tekst"),
        Yaml::NoFrontMatter => Words::new("dit document begint niet met velden")
            .help("begin het bestand met een regel `---`, dan de velden, zoals `titel: …`, dan weer `---`"),
        Yaml::NotAMapping => Words::new("hier horen velden te staan, zoals `titel: …`")
            .help("schrijf elk veld als `naam: waarde` op een eigen regel"),
    }
}
