//! Dutch words for the area `link`.

use crate::base::RefKind;
use crate::diag::Words;
use crate::diag::problem::{Doubt, Link, NotShown, Unused};

pub(in crate::diag::text) fn link(problem: &Link) -> Words {
    let near = |nearest: &Option<String>| {
        nearest.as_ref().map(|near| format!("misschien bedoeld: `{near}`"))
    };
    match problem {
        Link::Broken { path, nearest } => Words::new(format!("er is geen bestand `{path}`"))
            .help("schrijf het pad vanaf deze map, zoals `../stories/drenthe.md`")
            .maybe_help(near(nearest)),
        Link::BrokenPicture { path, nearest } => Words::new(format!("er is geen beeld `{path}`"))
            .help("zet het bestand in `media/`, beschrijf het met `lerend new media`, en schrijf hier `media:` met de naam, zoals `![](media:koffiegesprek)`")
            .maybe_help(near(nearest)),
        Link::BrokenAnchor { anchor, nearest } => {
            Words::new(format!("daar is geen kop met het anker `#{anchor}`"))
                .help("neem de kop over in kleine letters, met streepjes voor spaties")
                .maybe_help(
                    nearest.as_ref().map(|near| format!("misschien bedoeld: `#{near}`")),
                )
        }
        Link::UnknownId { kind: RefKind::Region, id, .. } if matches!(id.as_str(), "all" | "alle") => {
            Words::new(format!("`{id}` is geen regio: het staat voor alle regio's, en dan alleen"))
                .help(format!("schrijf alleen `{id}`, zonder haken en zonder regio's ernaast, of noem de regio's zelf"))
        }
        Link::UnknownId { kind, id, nearest } => {
            Words::new(format!("{} `{id}` bestaat niet", thing(*kind)))
                .help(where_to_add(*kind))
                .maybe_help(near(nearest))
        }
        Link::Ambiguous { id, choices } => {
            Words::new(format!("`{id}` kan meer dan één ding zijn"))
                .help(format!("schrijf welke je bedoelt: {}", ticked(choices)))
        }
        Link::NotShown { title, why } => {
            Words::new(format!("\"{title}\" is niet te zien op de site: {}", why_words(*why)))
                .help("de woorden blijven staan, de link vervalt; je hoeft nu niets te doen")
        }
        Link::NotListed { title, why, in_mail } => {
            Words::new(format!("\"{title}\" is niet te zien op de site: {}", why_words(*why)))
                .help(if *in_mail {
                    "het staat daarom niet op de pagina van deze nieuwsbrief, en ook niet in de mail; moet het mee, zorg dan dat het te zien is voor je verstuurt"
                } else {
                    "het staat daarom ook hier niet op de pagina; je hoeft nu niets te doen"
                })
        }
        Link::Gone { address, status: Some(status) } => {
            Words::new(format!("`{address}` is er niet meer: die site antwoordt met {status}"))
                .help("zoek het nieuwe adres, of haal de link weg; een bron die verdwenen is, staat vaak nog in een webarchief")
        }
        Link::Gone { address, status: None } => {
            Words::new(format!("`{address}` is er niet: een site met die naam is niet te vinden"))
                .help("kijk of de naam goed geschreven is; bestaat de site niet meer, zoek dan een nieuw adres of haal de link weg")
        }
        Link::Moved { address, to } => {
            Words::new(format!("`{address}` is voorgoed verhuisd naar `{to}`"))
                .help("open het nieuwe adres, en schrijf dat als het klopt")
        }
        Link::NoAnswer { address, doubt, seen } => {
            Words::new(format!("of `{address}` werkt, is niet te zeggen: {}", doubtful(*doubt)))
                .help("open de link zelf in een browser; werkt hij daar, dan hoef je niets te doen")
                .maybe_help(seen.map(|day| format!("op {day} werkte hij nog")))
        }
        Link::Itself => Words::new("dit document noemt hier zichzelf")
            .help("noem het document dat je bedoelt, of haal dit weg"),
        Link::Repeated { id } => {
            Words::new(format!("`{id}` staat al in deze lijst; op de pagina staat het één keer"))
                .help("haal dit weg, of schrijf wat je hier bedoelt")
        }
        Link::SameAddress { url } => {
            Words::new(format!("twee pagina's krijgen hetzelfde webadres: `/{url}`"))
                .help("geef dit bestand een andere naam")
        }
        Link::AliasTaken { url } => {
            Words::new(format!("het oude adres `/{url}` is al van iets anders"))
                .help("haal het weg bij `oude-adressen` (`aliases`)")
        }
        Link::BadAlias { alias, plain } => {
            Words::new(format!("`{alias}` kan geen oud adres zijn")).help(match plain {
                Some(plain) => format!("schrijf de tekens zelf, zonder `%`-codes: `{plain}`"),
                None => "schrijf het pad na de naam van de site, zoals `evaluatie/oud/`".to_owned(),
            })
        }
        Link::AliasAsFile { url, ending } => Words::new(format!(
            "wie het oude adres `/{url}` opent, krijgt misschien een kapot bestand: door `.{ending}` aan het eind geven de meeste hosts de doorverwijzing niet als webpagina"
        ))
        .help(format!("laat de host zelf `/{url}` doorsturen, zoals in het bestand `_redirects` van de site staat; is de host Netlify, Cloudflare, Apache of nginx, zet dan `host` in `site.yaml`: die krijgen de regel van de site")),
        Link::UnknownLanguage { lang } => Words::new(format!(
            "de site heeft geen taal `{lang}`"
        ))
        .help(format!("zet de taal bij `talen` (`languages`) in `site.yaml`, of haal `.{lang}` uit de bestandsnaam")),
        Link::SameId { id } => {
            Words::new(format!("het kenmerk `{id}` is twee keer gegeven"))
                .help("geef een van de twee een ander kenmerk")
        }
        Link::NoList { list, uses } => Words::new(format!(
            "`content/vocabulary/{list}.yaml` is er niet of is leeg, maar {uses} plaatsen noemen iets uit die lijst; dit is de eerste"
        ))
        .help("maak de lijst, met een regel voor alles wat je noemt; staat hij ergens anders, geef hem dan deze naam"),
        Link::NoOpenList { list: (nl, en), uses } => Words::new(format!(
            "de lijst `{nl}` (`{en}`) in `content/vocabulary/lists.yaml` is er niet of is leeg, maar {uses} plaatsen noemen iets uit die lijst; dit is de eerste"
        ))
        .help(format!("zet onder `{nl}:` een regel `- {{id: …, label: …}}` voor alles wat je noemt")),
        Link::LongId { length, limit } => {
            Words::new(format!("dit kenmerk heeft {length} tekens; in een webadres passen er {limit}"))
                .help("kies een korter kenmerk, van een paar woorden; de hele naam staat in `label`")
        }
        Link::BadId { id, suggestion } => {
            Words::new(format!("het kenmerk `{id}` kan geen deel van een webadres zijn")).help(match suggestion {
                Some(better) => format!("schrijf `{better}`: kleine letters, cijfers en streepjes"),
                None => "gebruik kleine letters, cijfers en streepjes".to_owned(),
            })
        }
        Link::Unused { what, id } => Words::new(match what {
            Unused::Topic => format!("niets gaat over het onderwerp `{id}`"),
            Unused::Source => format!("niets gebruikt de bron `{id}`"),
            Unused::Media => format!("niets gebruikt het beeld of bestand `{id}`"),
            Unused::File => format!("niets gebruikt het bestand `{id}`, en er staan geen gegevens bij"),
            Unused::Question => format!("niets beantwoordt de leervraag `{id}`"),
            Unused::Data => format!("niets gebruikt het databestand `{id}`"),
        })
        .help("gebruik het ergens of haal het weg"),
        Link::RegionWithoutStory { region } => {
            Words::new(format!("van {region} is er nog geen verhaal"))
                .help("vraag de regio om een verhaal")
        }
        Link::NoCounterexample => Words::new("deze factsheet heeft geen tegenvoorbeeld")
            .help("noem bij `tegenvoorbeeld` (`counterexample`) een verhaal waar het anders liep, als dat er is"),
        Link::UnlistedEmail { address } => {
            Words::new(format!("het e-mailadres `{address}` mag niet op pagina's staan"))
                .help("zet het bij `e-mailadressen` (`emails`) in `site.yaml`, of verwijs naar de contactpagina")
        }
    }
}

fn ticked(words: &[String]) -> String {
    let ticked: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    ticked.join(" of ")
}

pub(super) fn why_words(why: NotShown) -> String {
    match why {
        NotShown::Draft => "het is nog een concept".to_owned(),
        NotShown::Scheduled(date) => format!("pas vanaf {date}"),
        NotShown::Expired(date) => format!("het was te zien tot en met {date}"),
        NotShown::Withdrawn => "het is ingetrokken".to_owned(),
    }
}

fn thing(kind: RefKind) -> &'static str {
    match kind {
        RefKind::Region => "de regio",
        RefKind::Topic => "het onderwerp",
        RefKind::Question => "de leervraag",
        RefKind::Source => "de bron",
        RefKind::Organisation => "de organisatie",
        RefKind::Person => "de persoon",
        RefKind::Owner => "de organisatie of persoon",
        RefKind::Consent => "de toestemming",
        RefKind::Media => "het beeld of bestand",
        RefKind::Factsheet => "de factsheet",
        RefKind::Story => "het verhaal",
        RefKind::Finding => "de bevinding",
        RefKind::Report => "het rapport",
        RefKind::Event => "de bijeenkomst",
        RefKind::Questionnaire => "de vragenlijst",
        RefKind::Blueprint => "de handreiking",
        RefKind::Document => "het document",
        RefKind::Evidence => "de bron of het document",
        RefKind::Figure => "het kerncijfer",
        RefKind::Wave => "de meetronde",
        RefKind::Activity => "de activiteit",
        RefKind::Data => "het databestand",
        RefKind::Newsletter => "de nieuwsbrief",
        RefKind::Page => "de pagina",
        RefKind::Term => "het begrip",
        RefKind::Audience => "de lezer",
        RefKind::Perspective => "het perspectief",
        RefKind::Domain => "het gebied",
    }
}

fn where_to_add(kind: RefKind) -> &'static str {
    match kind {
        RefKind::Region => {
            "gebruik de bestandsnaam uit `regions/` zonder `.md`, of een naam van de regio"
        }
        RefKind::Topic => "zet dat eerst in `vocabulary/topics.yaml`",
        RefKind::Question => "zet die eerst in `vocabulary/questions.yaml`",
        RefKind::Source => "zet die eerst in `vocabulary/sources.yaml`",
        RefKind::Organisation | RefKind::Owner => {
            "zet die eerst in `vocabulary/organisations.yaml`"
        }
        RefKind::Person => "zet die eerst in `vocabulary/people.yaml`",
        RefKind::Consent => "zet die eerst in `vocabulary/consents.yaml`",
        RefKind::Media => "gebruik de bestandsnaam uit `media/` zonder de letters na de punt",
        RefKind::Wave => "zet die eerst in `vocabulary/waves.yaml`",
        RefKind::Term => "zet dat eerst in `vocabulary/glossary.yaml`",
        RefKind::Audience | RefKind::Perspective | RefKind::Domain => {
            "zet dat eerst in `vocabulary/lists.yaml`"
        }
        RefKind::Figure => "gebruik het `id` van een kerncijfer, of `factsheet/id`",
        RefKind::Activity => "gebruik het `id` van een activiteit uit het plan van een regio",
        RefKind::Data => "schrijf het pad vanaf deze map, zoals `../data/doelen.csv`",
        _ => "gebruik de bestandsnaam zonder `.md`",
    }
}

fn doubtful(doubt: Doubt) -> String {
    match doubt {
        Doubt::Status(status @ (401 | 403)) => {
            format!("die site laat alleen mensen of ingelogde lezers toe ({status})")
        }
        Doubt::Status(429) => "die site kreeg te veel vragen achter elkaar (429)".to_owned(),
        Doubt::Status(status @ 500..) => format!("die site heeft een storing ({status})"),
        Doubt::Status(status) => format!("die site antwoordt met {status}"),
        Doubt::TooSlow => "er kwam binnen 20 seconden geen antwoord".to_owned(),
        Doubt::NoConnection => "er kwam geen verbinding met die site".to_owned(),
        Doubt::Certificate => {
            "de verbinding is niet veilig, want het certificaat klopt niet".to_owned()
        }
        Doubt::Redirects => "die site blijft doorverwijzen".to_owned(),
        Doubt::Other => "dit adres is niet op te vragen".to_owned(),
    }
}
