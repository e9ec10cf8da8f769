//! Dutch words for the area `markdown`.

use crate::diag::Words;
use crate::diag::problem::{Markdown, Unfinished};

pub(in crate::diag::text) fn markdown(problem: &Markdown) -> Words {
    match problem {
        Markdown::RawHtml { tag } => Words::new(format!(
            "HTML werkt hier niet: lezers zien straks `{tag}` als gewone tekst"
        ))
        .help("schrijf het in Markdown, of haal het weg"),
        Markdown::Unfinished { form } => {
            let (what, help) = unfinished(*form);
            Words::new(what).help(help)
        }
        Markdown::InField { marks } => Words::new(format!(
            "in dit veld werkt geen opmaak: lezers zien `{marks}` zoals het hier staat"
        ))
        .help("haal de tekens weg, en laat alleen de woorden staan"),
        Markdown::TooDeep { limit } => Words::new(format!(
            "hier zijn meer dan {limit} lijsten, citaten of nadrukken in elkaar gezet; wat dieper zit, wordt gewone tekst"
        ))
        .help("zet minder in elkaar"),
        Markdown::TooManyColumns { columns, limit } => Words::new(format!(
            "deze tabel heeft {columns} kolommen; alleen de eerste {limit} worden getoond"
        ))
        .help("maak de tabel smaller, of zet de gegevens in een CSV-bestand"),
        Markdown::UnknownFootnote { label, nearest } => {
            Words::new(format!("voetnoot `[^{label}]` heeft geen tekst"))
                .help(format!("schrijf onderaan een regel `[^{label}]: …`"))
                .maybe_help(nearest.as_ref().map(|near| format!("misschien bedoeld: `[^{near}]`")))
        }
        Markdown::UnusedFootnote { label } => Words::new(format!(
            "naar voetnoot `[^{label}]` wordt nergens verwezen; hij wordt niet getoond"
        ))
        .help(format!("zet `[^{label}]` in de tekst, of haal de voetnoot weg")),
        Markdown::DuplicateFootnote { label } => {
            Words::new(format!("voetnoot `[^{label}]` staat er twee keer; alleen de eerste telt"))
                .help("geef een van de twee een andere naam")
        }
        Markdown::UnknownReference { label, nearest } => {
            Words::new(format!("deze link verwijst naar `[{label}]`, maar dat adres staat er niet"))
                .help(format!("schrijf onderaan een regel `[{label}]: adres`"))
                .maybe_help(nearest.as_ref().map(|near| format!("misschien bedoeld: `[{near}]`")))
        }
        Markdown::DuplicateAnchor { id } => {
            Words::new(format!("twee koppen hebben hetzelfde anker `#{id}`"))
                .help("kies voor een van de twee een ander anker")
        }
        Markdown::BadAnchor { id, suggestion } => {
            Words::new(format!("het anker `{id}` heeft tekens die niet in een adres passen"))
                .help(format!("schrijf `{{#{suggestion}}}`"))
        }
        Markdown::RemotePicture { address } => {
            Words::new(format!("deze foto staat op een andere site: `{address}`")).help(
                "zet het bestand in `media/` en schrijf `media:naam`; de pagina laadt niets van elders",
            )
        }
        Markdown::NotAPicture { address } => {
            Words::new(format!("`{address}` is geen beeld, film of geluid"))
                .help("schrijf `media:naam`, of het pad van een bestand naast de pagina")
        }
        Markdown::More { count } => {
            Words::new(format!("nog {count} meldingen in dit bestand, hier niet getoond"))
                .help("los de eerste op en kijk dan opnieuw")
        }
        Markdown::UnknownComponent { word, nearest } => {
            Words::new(format!("onbekend onderdeel `{word}`"))
                .help(format!("misschien bedoeld: `{nearest}`"))
        }
        Markdown::LinkScheme { scheme } => Words::new(format!(
            "een link met `{scheme}:` kan iets uitvoeren in de browser van de lezer en mag niet"
        ))
        .help("haal de link weg, of verwijs naar een gewoon adres"),
        Markdown::UnknownScheme { scheme, nearest } => {
            Words::new(format!("`{scheme}:` is geen bekend soort link"))
                .help("schrijf het pad van een bestand, `https://…`, of bijvoorbeeld `regio:twente`")
                .maybe_help(nearest.map(|near| format!("misschien bedoeld: `{near}:`")))
        }
        Markdown::AbsolutePath { address } => {
            Words::new(format!("de link `{address}` begint met een schuine streep")).help(
                "schrijf het pad van het bestand, gezien vanaf deze pagina: `../stories/drenthe.md`",
            )
        }
        Markdown::MissingScheme { suggestion } => {
            Words::new("het begin van dit adres ontbreekt, dus het lijkt een bestand")
                .help(format!("schrijf `{suggestion}`"))
        }
        Markdown::LocalPath { suggestion } => {
            Words::new("deze link is een pad dat maar op één computer werkt")
                .help("schrijf het pad van het bestand, gezien vanaf deze pagina")
                .maybe_help(suggestion.as_ref().map(|path| format!("schrijf `{path}`")))
        }
        Markdown::LostCharacter => Words::new("hier ging een teken verloren: lezers zien `\u{fffd}`")
            .help("typ het teken opnieuw; wat het was, staat in de tekst waar je het uit kopieerde"),
        Markdown::OwnComputer { is_whole } => {
            Words::new("dit adres werkt maar op één computer: het is dat van een voorvertoning").help(if *is_whole {
                "schrijf het adres waarop iedereen het vindt, of haal de regel weg"
            } else {
                "schrijf het pad van het bestand, gezien vanaf deze pagina, zoals `../stories/drenthe.md`, of het adres waarop iedereen de pagina vindt"
            })
        }
        Markdown::EmptyLink => Words::new("deze link heeft geen adres")
            .help("zet het adres tussen de haakjes, of haal de link weg"),
        Markdown::NoWords => Words::new("deze link heeft geen woorden, dus niemand kan erop klikken")
            .help("zet tussen de rechte haken waar de link heen gaat"),
    }
}

fn unfinished(form: Unfinished) -> (&'static str, &'static str) {
    match form {
        Unfinished::Link => (
            "dit wordt geen link: lezers zien de haken",
            "schrijf `[woorden](adres)`, met een haakje aan het eind en zonder spatie in het adres",
        ),
        Unfinished::SpacedLink => (
            "dit wordt geen link: er staat een spatie tussen `]` en `(`",
            "haal de spatie weg: `[woorden](adres)`",
        ),
        Unfinished::Heading => (
            "dit wordt geen kop: achter `##` hoort een spatie",
            "schrijf `## Kop`, of `\\##` als lezers de hekjes moeten zien",
        ),
        Unfinished::OddSpace => (
            "dit wordt geen kop: achter de hekjes staat een harde spatie",
            "haal haar weg en typ een gewone spatie: `## Kop`",
        ),
        Unfinished::Number => {
            ("dit wordt geen lijst: achter het nummer hoort een spatie", "schrijf `1. Eerste`")
        }
        Unfinished::Dash => (
            "dit wordt geen lijst: achter het streepje hoort een spatie",
            "begin elke regel van de lijst met `- `",
        ),
        Unfinished::Task => (
            "dit wordt geen vakje om af te vinken: er hoort een streepje voor",
            "schrijf `- [ ] taak`",
        ),
        Unfinished::Alert => (
            "dit wordt geen kader: lezers zien de haken",
            "schrijf op een eigen regel `> [!NOTE]`, `> [!TIP]`, `> [!IMPORTANT]`, `> [!WARNING]` of `> [!CAUTION]`",
        ),
        Unfinished::Strong => (
            "dit wordt niet vet: lezers zien de sterretjes, want er staan er geen achter de woorden",
            "schrijf `**woorden**`, of `\\*\\*` als lezers de sterretjes moeten zien",
        ),
        Unfinished::SpacedStrong => (
            "dit wordt niet vet: er staat een spatie tussen de sterretjes en de woorden",
            "haal die spatie weg: `**woorden**`",
        ),
        Unfinished::GluedStrong => (
            "dit wordt niet vet: het volgende woord staat tegen de sterretjes aan",
            "zet er een spatie tussen: `**Woorden:** tekst`",
        ),
        Unfinished::ShortFence => (
            "dit wordt geen onderdeel: er horen drie accenttekens voor",
            "begin met drie accenttekens, en zet er ook drie op een eigen regel onder het blok",
        ),
        Unfinished::OddItem => (
            "dit wordt geen lijst: achter het streepje of nummer staat een harde spatie",
            "haal haar weg en typ een gewone spatie: `- een` of `1. een`",
        ),
        Unfinished::Tabs => (
            "dit wordt geen tabel: de tabs vallen weg, en de regels lopen in elkaar over",
            "zet strepen tussen de cellen, `| Partij | Rol |`, en onder de kop een regel `| --- | --- |`",
        ),
        Unfinished::Indented => (
            "dit wordt een blok met code: de regel begint met een tab of met vier spaties",
            "haal weg wat ervoor staat; hoort de regel bij een lijst, zet hem dan recht onder de woorden erboven; moet het een blok blijven, zet er dan een regel met drie accenttekens boven en een eronder",
        ),
        Unfinished::Bullet => (
            "dit wordt geen lijst: lezers zien het teken in een gewone alinea",
            "begin elke regel van de lijst met `- `",
        ),
        Unfinished::Table => (
            "dit wordt geen tabel: lezers zien de strepen",
            "zet onder de kop een regel met voor elke kolom een streep: `| --- | --- |`",
        ),
        Unfinished::Row => (
            "deze rij heeft meer cellen dan de kop: wat te veel is, valt weg",
            "geef de kop er een kolom bij, of haal de cel weg; een `|` in een cel schrijf je als `\\|`",
        ),
        Unfinished::Remark => (
            "deze opmerking wordt niet gesloten: wat erop volgt, komt niet op de pagina",
            "zet `-->` achter de opmerking",
        ),
        Unfinished::ShownRemark => (
            "deze opmerking wordt niet gesloten: lezers zien haar op de pagina",
            "zet `-->` achter de opmerking, in dezelfde alinea",
        ),
        Unfinished::Fence => (
            "dit blok wordt niet gesloten: wat erop volgt, hoort er ook bij",
            "zet onder het blok een regel met alleen dezelfde tekens als waarmee het begint",
        ),
    }
}
