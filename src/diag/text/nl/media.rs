//! Dutch words for the area `media`.

use crate::diag::Words;
use crate::diag::problem::{CaptionFault, Media, SvgDanger, Uncleaned};

pub(in crate::diag::text) fn media(problem: &Media) -> Words {
    match problem {
        Media::NotCleaned { why } => not_cleaned(why),
        Media::EmptyFile => Words::new("dit bestand is leeg: het heeft 0 bytes")
            .help("zet het bestand opnieuw neer, of haal het weg"),
        Media::Misnamed { extension, actual: None, .. } => {
            Words::new(format!("dit bestand heet `.{extension}`, maar de inhoud is iets anders"))
                .help(format!("zet het goede bestand neer, of open dit in een programma en bewaar het opnieuw als `.{extension}`"))
        }
        Media::NotFetched => Words::new("het bestand zelf staat hier niet: er staat een verwijzing van Git LFS")
            .help("haal het op met `git lfs pull`; zet dat in een bouwdienst ook aan"),
        Media::Misnamed { extension, actual: Some(actual), better } => {
            Words::new(format!("dit bestand heet `.{extension}`, maar de inhoud is {actual}"))
                .help(match better {
                    Some(better) => format!("geef het de uitgang `.{better}`, of bewaar het opnieuw als `.{extension}`"),
                    None => format!("open het in een programma en bewaar het opnieuw als `.{extension}`"),
                })
        }
        Media::Truncated => Words::new("dit bestand is niet compleet: het einde ontbreekt")
            .help("zet het bestand opnieuw neer; waarschijnlijk is het kopiëren afgebroken"),
        Media::Damaged { detail } => Words::new("dit bestand is beschadigd en kan niet gelezen worden")
            .help(format!("open het in een programma en bewaar het opnieuw ({detail})")),
        Media::Unsupported { what, instead } => {
            Words::new(format!("een bestand van dit soort kan niet op de site: {what}"))
                .help(format!("bewaar het als {}", instead.join(" of ")))
        }
        Media::TooManyPixels { width, height, side } => Words::new(format!(
            "deze afbeelding is te groot: {width} bij {height} pixels; een zijde is hoogstens {side} pixels, en samen zijn ze hoogstens 100 miljoen"
        ))
        .help("maak de afbeelding kleiner; 2400 pixels breed is genoeg voor de site"),
        Media::Animated => Words::new("deze afbeelding beweegt; op de site staat alleen het eerste beeld")
            .help("maak er een film van als de beweging ertoe doet"),
        Media::PrintColours => Words::new("deze afbeelding staat in drukkleuren (CMYK); op een scherm zien die er anders uit")
            .help("sla haar op als RGB (sRGB)"),
        Media::SixteenBit => Words::new("deze afbeelding heeft 16 bits per kleur; de site toont er 8")
            .help("sla haar op met 8 bits per kleur; het bestand wordt half zo groot"),
        Media::UnsafeSvg { danger, line } => unsafe_svg(danger, *line),
        Media::SvgWithoutSize => Words::new("deze SVG zegt niet hoe groot zij is")
            .help("geef het element `svg` een `viewBox`, zoals `viewBox=\"0 0 400 300\"`"),
        Media::PdfLocked => Words::new("deze PDF is beveiligd; niet iedereen kan haar lezen of laten voorlezen, en wie haar maakte blijft erin staan")
            .help("bewaar de PDF zonder wachtwoord en zonder beperkingen"),
        Media::PdfNotTagged => Words::new("deze PDF heeft geen labels voor koppen en alinea's; een schermlezer kan er weinig mee")
            .help("maak de PDF opnieuw uit het oorspronkelijke document, met de instelling voor toegankelijkheid aan"),
        Media::PdfWithoutTitle => Words::new("deze PDF heeft geen eigen titel")
            .help("vul de titel in bij de eigenschappen van het document, en bewaar de PDF opnieuw"),
        Media::PdfWithoutLanguage => Words::new("deze PDF zegt niet in welke taal zij is; een schermlezer leest haar misschien verkeerd voor")
            .help("stel in het oorspronkelijke document de taal in, en maak de PDF opnieuw"),
        Media::CardWithoutTitle { letter } => Words::new(format!("het plaatje bij een link naar deze pagina toont haar titel niet: ons lettertype heeft geen `{letter}`"))
            .help("geef de pagina een beeld (`beeld`, `image`): dat gaat dan mee met de link"),
        Media::Captions { fault, line } => captions(*fault, *line),
    }
}

fn not_cleaned(why: &Uncleaned) -> Words {
    let (what, help) = match why {
        Uncleaned::Kind => (
            "een bestand van dit soort kan niet schoongemaakt worden".to_owned(),
            "bewaar het als een bestand van een ander soort",
        ),
        Uncleaned::Unreadable => (
            "het bestand is niet goed te lezen".to_owned(),
            "open het in een programma en bewaar het opnieuw, of exporteer het als nieuw bestand",
        ),
        Uncleaned::Locked => {
            ("er zit een wachtwoord op".to_owned(), "bewaar het bestand zonder wachtwoord")
        }
        Uncleaned::Inside(name) => (
            format!("dit zit erin en is niet schoon te maken: `{name}`"),
            "haal dat eruit, of zet het er als JPEG of PNG in, en bewaar het bestand opnieuw",
        ),
        Uncleaned::Author => (
            "wie het maakte staat in een deel van de PDF dat niet te lezen of te veranderen is"
                .to_owned(),
            "maak de PDF opnieuw uit het oorspronkelijke document, of druk haar af naar een nieuwe PDF",
        ),
        Uncleaned::Photo => (
            "er staat een foto in de PDF die niet te lezen of te veranderen is".to_owned(),
            "zet de foto als gewone JPEG in het oorspronkelijke document, en maak de PDF opnieuw",
        ),
    };
    Words::new(format!(
        "wat camera's en programma's in dit bestand schreven kan er niet uit, dus het komt niet op de site: {what}"
    ))
    .help(help)
}

fn unsafe_svg(danger: &SvgDanger, line: usize) -> Words {
    let what = match danger {
        SvgDanger::Element(name) => format!("het element `{name}`"),
        SvgDanger::Handler(name) => format!("het attribuut `{name}`, dat code uitvoert"),
        SvgDanger::Address(address) => format!("een verwijzing naar buiten: `{address}`"),
        SvgDanger::Style => {
            "opmaak die iets van buiten laadt of niet te controleren is".to_owned()
        }
        SvgDanger::Doctype => "een `DOCTYPE` of een eigen entiteit".to_owned(),
    };
    Words::new(format!("deze SVG is niet veilig: op regel {line} staat {what}")).help(
        "haal dit uit de SVG, of bewaar haar opnieuw als ‘gewone’ of ‘geoptimaliseerde’ SVG",
    )
}

fn captions(fault: CaptionFault, line: usize) -> Words {
    match fault {
        CaptionFault::NoHeader => Words::new("deze ondertiteling begint niet met `WEBVTT`")
            .help("zet `WEBVTT` op de eerste regel, en daaronder een lege regel"),
        CaptionFault::BadTimes => Words::new(format!(
            "de tijden van de ondertiteling op regel {line} kunnen niet gelezen worden"
        ))
        .help("schrijf ze als `00:01.000 --> 00:04.000`, met een punt voor de duizendsten"),
        CaptionFault::Backwards => {
            Words::new(format!("de ondertitel op regel {line} stopt voordat hij begint"))
                .help("zet de tweede tijd na de eerste")
        }
        CaptionFault::OutOfOrder => Words::new(format!(
            "de ondertitel op regel {line} begint eerder dan de ondertitel erboven"
        ))
        .help("zet de ondertitels op volgorde van tijd"),
        CaptionFault::AfterEnd => {
            Words::new(format!("de ondertitel op regel {line} staat na het einde van de film"))
                .help("controleer of deze ondertiteling bij deze film hoort")
        }
        CaptionFault::None => Words::new("in dit bestand staat geen enkele ondertitel")
            .help("voeg de ondertitels toe, of haal het bestand weg"),
    }
}
