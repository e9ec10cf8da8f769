//! Dutch words for the area `newsletter`.

use crate::diag::Words;
use crate::diag::problem::Newsletter;

pub(in crate::diag::text) fn newsletter(problem: &Newsletter) -> Words {
    match problem {
        Newsletter::TooLarge { bytes, limit } => Words::new(format!(
            "deze nieuwsbrief is te lang: {bytes} bytes, en {limit} is het meeste"
        ))
        .help("mailprogramma's kappen het eind af: haal stukken weg, of geef ze de stijl `regel` (`line`)"),
        Newsletter::Large { bytes, limit } => Words::new(format!(
            "deze nieuwsbrief is bijna te lang: {bytes} bytes, en {limit} is het meeste"
        ))
        .help("geef een paar stukken de stijl `regel` (`line`), of verdeel ze over twee nieuwsbrieven"),
        Newsletter::Placeholder { text } => Words::new(format!(
            "in deze tekst staat `{text}`: een mailprogramma vult daar iets anders in"
        ))
        .help("schrijf de tekst zonder deze tekens"),
        Newsletter::NotAbsolute { item, address } => Words::new(format!(
            "`{address}` van stuk `{item}` is geen volledig adres en werkt niet vanuit een mail"
        ))
        .help("laat `base-url` in `site.yaml` beginnen met `https://`"),
        Newsletter::FaintColour { text, ground } => Words::new(format!(
            "tekst in kleur {text} op {ground} is in een mail slecht te lezen, in lichte of donkere stand"
        ))
        .help("kies in `theme-params` een donkerdere kleur"),
        Newsletter::LargeItem { item, bytes, limit } => Words::new(format!(
            "stuk `{item}` is lang voor een mail: {bytes} bytes; houd het onder {limit}"
        ))
        .help("maak de tekst korter; de rest staat op de pagina"),
        Newsletter::InsecureLink { address } => {
            Words::new(format!("`{address}` in een nieuwsbrief gaat over een onveilige verbinding"))
                .help("begin het adres met `https://`")
        }
        Newsletter::BarePicture { address } => Words::new(format!(
            "beeld `{address}` heeft in de mail geen beschrijving of geen maten"
        ))
        .help("geef het `alt`, en `width` en `height` in hele getallen"),
        Newsletter::PictureFormat { address, format } => Words::new(format!(
            "beeld `{address}` is {format}, en dat toont niet elk mailprogramma"
        ))
        .help("gebruik JPEG of PNG"),
        Newsletter::Unsupported { what, clients } => Words::new(if clients.is_empty() {
            format!("`{what}` hoort niet in een mail")
        } else {
            format!("`{what}` werkt in een mail niet overal: niet in {clients}")
        })
        .help("laat het weg, of leg de nieuwsbrief opnieuw vast"),
        Newsletter::HeadingJump { from, to } => Words::new(format!(
            "in de nieuwsbrief volgt op een kop van niveau {from} een van niveau {to}"
        ))
        .help("sla geen niveau over"),
        Newsletter::TextWithoutLink { address } => Words::new(format!(
            "`{address}` staat in de opgemaakte mail en niet in de tekstversie"
        ))
        .help("zet het adres ook in de tekst, of leg de nieuwsbrief opnieuw vast"),
        Newsletter::DoubleMark { address } => {
            Words::new(format!("`{address}` heeft twee keer meetcodes"))
                .help("haal `utm_…` een keer weg")
        }
        Newsletter::ToolMarks { tool } => Words::new(format!(
            "`{tool}` zet zelf meetcodes op links; met die van de site erbij zijn het er twee"
        ))
        .help("schrijf hier `utm: no`, of zet de codes uit in het programma en deze melding in `site.yaml`"),
        Newsletter::BadPlaceholder { text, sign } => {
            let help = match sign {
                '"' => "schrijf de code met enkele aanhalingstekens, of neem een andere code van het programma",
                '&' => "neem een code van het programma zonder `&`",
                _ => "neem een code van het programma die niet op een HTML-element lijkt",
            };
            Words::new(format!("het mailprogramma herkent de code `{text}` niet: HTML schrijft het teken `{sign}` anders"))
                .help(help)
        }
        Newsletter::NoPreheader => {
            Words::new("deze nieuwsbrief heeft geen `voorregel` (`preheader`)")
                .help("schrijf in 40 tot 100 tekens wat een mailprogramma naast het onderwerp laat zien")
        }
        Newsletter::BadRecord => Words::new(
            "wat van deze nieuwsbrief is vastgelegd, is niet te lezen",
        )
        .help("haal het bestand terug uit de geschiedenis; lukt dat niet, haal het dan weg en leg de nieuwsbrief opnieuw vast, al is dat met de site van nu"),
        Newsletter::LooseRecord { edition, renamed } => {
            Words::new(format!("hier is vastgelegd wat verstuurd is, maar de nieuwsbrief `{edition}` is er niet"))
                .help("heet de nieuwsbrief nu anders, geef dit bestand dan dezelfde naam; is zij weg, zet haar dan terug: wat verstuurd is, staat alleen hier")
                .maybe_help(renamed.as_ref().map(|(file, record)| {
                    format!("heet de nieuwsbrief nu `{file}`? Noem dit bestand dan `{record}`; wat verstuurd is, staat alleen hier")
                }))
        }
        Newsletter::RecordedLate { sent, changed } => Words::new(format!(
            "de mail ging weg op {sent}, en dit legt vast hoe de site nu is{}",
            if changed.is_empty() { String::new() } else { format!("; sindsdien veranderd: {}", ticked(changed)) }
        ))
        .help(format!(
            "stond er iets anders in de mail, haal het bestand dan weg, zet de teksten even terug zoals ze op {sent} waren, en leg dat vast"
        )),
        Newsletter::NotRecorded { edition } => Words::new(
            "deze nieuwsbrief is verstuurd, maar niet vastgelegd: ze verandert mee met de site",
        )
        .help(format!("draai één keer `lerend newsletter {edition} --record`")),
        Newsletter::NotSent { edition } => Words::new(
            "van deze nieuwsbrief is vastgelegd wat verstuurd is, maar niet wanneer",
        )
        .help(format!("zet in `{edition}` de dag: `verzonden: JJJJ-MM-DD` (`sent:`)")),
        Newsletter::LacksPart { item, quote: true } => Words::new(format!(
            "`{item}` heeft geen citaat: het stuk staat er met titel en tekst"
        ))
        .help("kies een andere `stijl` (`style`); citaten staan in een verhaal, bij `citaten` (`quotes`)"),
        Newsletter::LacksPart { item, quote: false } => Words::new(format!(
            "`{item}` heeft geen kerncijfers: het stuk staat er met titel en tekst"
        ))
        .help("kies een andere `stijl` (`style`); kerncijfers staan in een factsheet, bij `kerncijfers` (`figures`)"),
        Newsletter::ConsentRemoved { item, picture } => Words::new(format!(
            "uit deze verstuurde nieuwsbrief is {} van stuk `{item}` weggelaten: de toestemming geldt niet meer",
            if *picture { "het beeld" } else { "het citaat" }
        ))
        .help("je hoeft niets te doen; wie de mail al kreeg, heeft die nog"),
        Newsletter::ItemRemoved { item } => Words::new(format!(
            "uit deze verstuurde nieuwsbrief is stuk `{item}` weggelaten: het is ingetrokken"
        ))
        .help("kijk of het onderwerp, de voorregel en de inleiding van de nieuwsbrief het ook noemen; wie de mail al kreeg, heeft die nog"),
        Newsletter::TextRenewed { is_closing: false } => Words::new(
            "de inleiding van deze verstuurde nieuwsbrief is opnieuw gemaakt, van de tekst van nu: \
             de toestemming voor een citaat of beeld erin geldt niet meer",
        )
        .help("lees de inleiding na; wie de mail al kreeg, heeft die nog"),
        Newsletter::TextRenewed { is_closing: true } => Words::new(
            "de slottekst van deze verstuurde nieuwsbrief is opnieuw gemaakt, van de tekst van nu: \
             een document waarvan er een correctie in stond, is ingetrokken",
        )
        .help("lees de slottekst na; wie de mail al kreeg, heeft die nog"),
        Newsletter::LostPicture { item, address } => Words::new(format!(
            "het beeld van stuk `{item}` in deze verstuurde nieuwsbrief is er niet meer: `{address}`"
        ))
        .help("zet het oude bestand terug, met de gegevens ernaast, en geef een nieuw beeld een eigen naam"),
        Newsletter::SentToCome { day } => Words::new(format!(
            "deze nieuwsbrief is verstuurd op {day}, en die dag moet nog komen"
        ))
        .help("zet bij `verzonden` (`sent`) de dag waarop de mail wegging, of haal het weg tot dan"),
        Newsletter::SentBefore { day, date } => Words::new(format!(
            "deze nieuwsbrief is verstuurd op {day}, vóór haar eigen `datum` (`date`), {date}"
        ))
        .help("verbeter de dag die niet klopt: de pagina is er pas vanaf `datum`"),
        Newsletter::NoPage { is_draft } => Words::new(
            "deze nieuwsbrief is verstuurd, maar haar pagina is er niet: de link in de mail naar de webversie werkt niet",
        )
        .help(if *is_draft {
            "haal `concept` (`draft`) weg"
        } else {
            "haal `verloopt` (`expires`) of `embargo` weg, of zet `datum` (`date`) goed"
        }),
        Newsletter::SameItem { item } => {
            Words::new(format!("`{item}` staat twee keer in deze nieuwsbrief"))
                .help("haal een van de twee blokken weg")
        }
    }
}

fn ticked(paths: &[String]) -> String {
    let all: Vec<String> = paths.iter().map(|own| format!("`{own}`")).collect();
    all.join(", ")
}
