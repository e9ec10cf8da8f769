//! What `--help` says in Dutch. In English it stands at the options themselves, in `args`.

use std::fmt::Write as _;

use clap::builder::PossibleValue;
use clap::{Arg, Command};

/// The same command with its help in Dutch.
pub(super) fn in_dutch(mut command: Command) -> Command {
    // What the parser adds by itself, such as `--help`, is there from now on.
    command.build();
    translated(command, "")
}

fn translated(command: Command, path: &str) -> Command {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").replace("[OPTIONS]", "[OPTIES]");
    let usage = usage.replace("COMMAND", "OPDRACHT");
    let about = about(path).unwrap_or_default();
    command
        .about(about)
        .long_about(about)
        .override_usage(usage)
        .help_template("{about-with-newline}\nGebruik: {usage}\n\n{all-args}")
        .subcommand_help_heading("Opdrachten")
        .mut_args(|own| argument(own, path))
        .mut_subcommands(|own| {
            let path = format!("{path} {}", own.get_name());
            translated(own, path.trim_start())
        })
}

fn argument(arg: Arg, path: &str) -> Arg {
    let heading = if arg.is_positional() { "Wat erachter staat" } else { "Opties" };
    let arg = arg.help_heading(heading);
    let id = arg.get_id().as_str();
    let Some(words) = words(path, id) else { return arg };
    let mut words = words.to_owned();
    if arg.get_action().takes_values() {
        if let Some(default) = arg.get_default_values().first() {
            let _ = write!(words, " [standaard: {}]", default.to_string_lossy());
        }
        let values = arg.get_possible_values();
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        let explained = explained(path, id);
        for (value, meaning) in explained {
            let _ = write!(words, "\n- {value}: {meaning}");
        }
        if explained.is_empty() && !names.is_empty() {
            let _ = write!(words, " [kies uit: {}]", names.join(", "));
        }
    }
    arg.help(words.clone()).long_help(words).hide_default_value(true).hide_possible_values(true)
}

/// What a command does.
fn about(path: &str) -> Option<&'static str> {
    Some(match path.replace("help ", "").as_str() {
        "" => "Maakt van één map met teksten een evaluatiesite en stukken voor nieuwsbrieven",
        "build" => "Maak de site in `public/`",
        "check" => "Kijk alles na en schrijf niets",
        "serve" => "Laat de site zien, en na elke wijziging de nieuwe",
        "new" => "Schrijf een eerste bestand, met uitleg bij elk veld",
        "import" => "Maak een concept van een ingevulde vragenlijst of een ingestuurd verhaal",
        "init" => "Maak een nieuwe site met een paar bestanden om mee te beginnen",
        "clean" => "Gooi weg wat tussen twee keer bouwen bewaard wordt",
        "why" => {
            "Zeg waar een pagina van gemaakt is, of waarom een document niet op de site staat"
        }
        "media" => "Het register van beeld en geluid: rechten, toestemming, waar gebruikt",
        "media withdraw" => {
            "Wat er verdwijnt als een toestemming wordt ingetrokken, en wat er te doen is"
        }
        "newsletter" => {
            "Druk een nieuwsbrief of een van haar stukken af, of leg vast wat verstuurd wordt"
        }
        "schema" => {
            "Geef JSON-schema’s van alle velden, of de instellingen van een schrijfprogramma"
        }
        "explain" => "Leg de code van een melding uit",
        "help" | "media help" => "Laat deze uitleg zien, of die van een opdracht",
        _ => return None,
    })
}

/// What an argument of a command is for.
fn words(path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        (_, "root") => "De map waar `content/` in staat [standaard: de map waarin je bent]",
        (_, "language") => "De taal van meldingen [standaard: die van site.yaml, anders LANG]",
        (_, "format") => "De vorm van meldingen",
        (_, "color") => "Wanneer er kleuren zijn",
        ("build", "output") => "De map om in te schrijven [standaard: public]",
        ("schema", "output") => "Schrijf per type een bestand in deze map",
        ("check", "external") => {
            "Volg ook de links naar andere sites, en meld welke nergens heen leiden"
        }
        ("check", "since") => {
            "Wees streng op wat sinds een versie in git veranderde; waarschuw voor de rest"
        }
        ("new", "since") => {
            "Bij een nieuwsbrief: stel voor wat nieuw is sinds de vorige, of sinds deze dag"
        }
        (_, "comment") => "Schrijf in een bestand wat er op de site verandert, als Markdown",
        ("new", "date") => "Geef het deze datum",
        ("newsletter", "date") => {
            "Doe alsof het deze dag is [standaard: vandaag, of de dag van de nieuwsbrief als die later is]"
        }
        (_, "date") => "Bouw alsof het deze dag is",
        (_, "base_url") => "Het adres van de site, in plaats van base-url in site.yaml",
        (_, "preview") => "Ook concepten en wat nog moet verschijnen, met een balk en noindex",
        (_, "strict") => "Ook een waarschuwing die om verbetering vraagt, is een fout",
        (_, "offline") => "Laat verwijzingen eindigen op index.html, om van schijf te lezen",
        (_, "jobs") => "Hoeveel er tegelijk mag [standaard: zoveel als de computer kan]",
        (_, "timings") => "Zeg hoe lang elke stap duurde",
        (_, "trace") => "Schrijf waar de tijd bleef in een bestand voor een kijkprogramma",
        (_, "no_images") => "Maak geen kleinere foto’s",
        ("clean", "output") => {
            "De map van de site, waarnaast de vorige bewaard wordt [standaard: public]"
        }
        (_, "store") => "De map waarin af werk bewaard wordt [standaard: .lerend]",
        (_, "cold") => "Maak alles opnieuw en bewaar niets",
        (_, "no_search") => "Maak geen zoekindex: de zoekpagina is dan een lijst van A tot Z",
        (_, "host") => "Het adres om op te luisteren",
        (_, "port") => "De poort om op te luisteren",
        (_, "open") => "Open de site in de browser",
        ("new", "kind") => "Wat je maakt; in een terminal wordt het gevraagd",
        ("new", "name") => "De naam of de titel; bij media een bestand",
        (_, "file") => "Het bestand dat is ingestuurd",
        (_, "region") => "De regio waar het van komt [standaard: die het bestand noemt]",
        (_, "folder") => "De map van de nieuwe site",
        (_, "path") => "Een adres of bestand van de site, of een bestand in content/",
        ("media", "form") => "Hoe het register eruitziet",
        (_, "reference") => "Het kenmerk van een toestemming, of de id van een medium",
        (_, "edition") => "De naam van haar bestand, zonder .md",
        ("newsletter", "form") => "Wat je afdrukt",
        (_, "item") => "Alleen dit stuk, zoals factsheet-vertraging",
        (_, "target") => "Voor dit programma: zijn invulplekken en campagnecodes",
        (_, "record") => "Bewaar naast de nieuwsbrief wat verstuurd wordt, en druk niets af",
        ("schema", "name") => "Alleen dit type, zoals factsheet, topics, media of site",
        (_, "editor") => {
            "Schrijf de instellingen van een schrijfprogramma: .vscode/, of admin/ voor Decap en Sveltia"
        }
        (_, "code") => "De code tussen haken in een melding, zoals yaml/tab",
        (_, "version") => "Laat de versie zien",
        (_, "subcommand") => "De opdracht",
        (_, "help") => "Laat deze uitleg zien",
        _ => return None,
    })
}

/// The values of an argument that are explained, each with what it means.
fn explained(path: &str, id: &str) -> &'static [(&'static str, &'static str)] {
    match (path, id) {
        ("media", "form") => &[
            ("table", "kolommen om te lezen"),
            ("csv", "voor een rekenblad"),
            ("json", "voor programma’s"),
        ],
        ("newsletter", "form") => &[
            ("mail", "de hele mail als HTML"),
            ("rich", "stukken om te plakken in een veld dat laat zien wat je verstuurt"),
            ("block", "stukken om te plakken in een blok voor code"),
            ("text", "de hele mail of een stuk als platte tekst"),
            ("markdown", "de hele mail of een stuk als Markdown"),
            ("eml", "de hele mail als bericht dat mailprogramma’s openen"),
            ("json", "de nieuwsbrief of een stuk als gegevens"),
            ("social", "berichten voor sociale media"),
        ],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::args::Cli;

    /// Every command that there is, with the words before it.
    fn each(command: &Command, path: &str, look: &mut dyn FnMut(&Command, &str)) {
        look(command, path);
        for own in command.get_subcommands() {
            let path = format!("{path} {}", own.get_name());
            each(own, path.trim_start(), look);
        }
    }

    #[test]
    fn everything_is_explained_in_dutch() {
        let mut command = Cli::command();
        command.build();
        each(&command, "", &mut |own, path| {
            assert_ne!(about(path), None, "{path}");
            for arg in own.get_arguments() {
                let id = arg.get_id().as_str();
                assert_ne!(words(path, id), None, "{path}: {id}");
                let values = arg.get_possible_values();
                let with_help = values.iter().filter(|value| value.get_help().is_some());
                let with_help: Vec<&str> = with_help.map(PossibleValue::get_name).collect();
                let explained: Vec<&str> =
                    explained(path, id).iter().map(|(value, _)| *value).collect();
                if arg.get_action().takes_values() {
                    assert_eq!(explained, with_help, "{path}: {id}");
                }
            }
        });
    }
}
