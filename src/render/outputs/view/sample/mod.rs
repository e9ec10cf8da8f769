//! A sample of every view, for tests and for the eye: what the tests draw with it stands in
//! `target/theme-sample/` afterwards.

mod documents;
mod lists;

pub(super) use documents::*;
pub(super) use lists::*;

use super::*;
use crate::render::outputs::templates::Templates;

#[expect(clippy::unnecessary_wraps, reason = "the samples fill optional fields with it")]
pub(super) fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub(super) fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

pub(super) fn html(text: &str) -> Html {
    Html(text.to_owned())
}

pub(super) fn choice(id: &str, label: &str) -> Choice {
    Choice { id: id.to_owned(), label: label.to_owned() }
}

pub(super) fn day() -> Day {
    Day { iso: "2026-11-23".to_owned(), shown: "23 november 2026".to_owned() }
}

pub(super) fn regions() -> Vec<Link> {
    vec![Link::site("Twente", "regios/twente/"), Link::site("Drenthe", "regios/drenthe/")]
}

pub(super) fn head(kind: &str, title: &str) -> Head {
    Head {
        kind: some(kind),
        by: vec![Link::words("redactie van deze demonstratie")],
        day: Some(day()),
        updated: Some(day()),
        facts: Vec::new(),
        title: title.to_owned(),
        lang: None,
        lead: some("Wat we weten, in gewone woorden, en hoe zeker dat is."),
        lead_lang: None,
    }
}

/// A page at `bevindingen/x/` with everything around it, or with nothing.
pub(super) fn sheet<V>(section: &str, page: V) -> Sheet<V> {
    let url = if section.is_empty() { String::new() } else { format!("{section}/x/") };

    let frame = Frame {
        policy: some("default-src 'none'"),
        lang: "nl".to_owned(),
        title: "Vertrouwen kostte tijd · Lerende evaluatie".to_owned(),
        description: some("Wat regio’s leren, voor wie verder wil."),
        canonical: Some(format!("https://voorbeeld.example/{url}")),
        url,
        section: section.to_owned(),
        crumbs: if section.is_empty() {
            Vec::new()
        } else {
            vec![Link::site("Home", ""), Link::site("Factsheets", "factsheets/")]
        },
        elsewhere: vec![Alternate {
            lang: "de".to_owned(),
            label: "Deutsch".to_owned(),
            url: "de/factsheets/".to_owned(),
            canonical: None,
        }],
        alternates: ["nl", "en"]
            .map(|lang| Alternate {
                lang: lang.to_owned(),
                label: if lang == "nl" { "Nederlands" } else { "English" }.to_owned(),
                url: format!("{lang}/"),
                canonical: Some(format!("https://voorbeeld.example/{lang}/")),
            })
            .into(),
        feeds: vec![Link::site("Alles", "feed.xml")],
        social: Social {
            kind: "article".to_owned(),
            title: "Vertrouwen kostte tijd".to_owned(),
            locale: "nl_NL".to_owned(),
            image: Some(SocialImage {
                url: "https://voorbeeld.example/beeld/x.png".to_owned(),
                width: 1200,
                height: 630,
                alt: "Vertrouwen kostte tijd".to_owned(),
            }),
            charts: vec![SocialImage::default()],
        },
        citation: vec![Meta {
            name: "citation_title".to_owned(),
            content: "Vertrouwen kostte tijd".to_owned(),
        }],
        linked: Some(html("{}")),
        list_pages: Some(ListPages {
            previous: Some(Link::site("Vorige pagina", "factsheets/")),
            next: Some(Link::site("Volgende pagina", "factsheets/3/")),
            pages: vec![
                ListPage { link: Link::site("1", "factsheets/"), gap: false },
                ListPage { link: Link::words("2"), gap: false },
                ListPage { link: Link::site("9", "factsheets/9/"), gap: true },
            ],
        }),
        previous: Some(Link::site("Een nieuwe functie", "factsheets/nieuw/")),
        next: Some(Link::site("Corona vertraagde", "factsheets/corona/")),
        published: Some(day()),
        updated: Some(day()),
        edit: some("https://git.voorbeeld.example/site/-/edit/main/content/x.md"),
        new: Some(Link::external("Nieuw: factsheet", "https://git.voorbeeld.example/new")),
        feedback: Some(Link::external(
            "Laat het ons weten",
            "mailto:redactie@voorbeeld.example",
        )),
        notices: Vec::new(),
        preview: false,
        noindex: false,
        scripts: vec!["assets/filter.js".to_owned(), "assets/questionnaire.js".to_owned()],
        site: Templates::share(&site()),
    };
    Sheet { root: "../../".to_owned(), frame, page }
}

fn site() -> Site {
    let entry = |id: &str, label: &str| NavEntry {
        id: id.to_owned(),
        label: label.to_owned(),
        lang: None,
        url: format!("{id}/"),
    };
    Site {
        name: "Lerende evaluatie".to_owned(),
        tagline: some("Perspectief op Werk · demonstratie"),
        favicon: some("assets/icon.svg"),
        stylesheet: "assets/style.css".to_owned(),
        scripts: vec!["assets/print.js".to_owned()],
        nav: vec![
            entry("bevindingen", "Wat we leren"),
            entry("factsheets", "Factsheets"),
            entry("verhalen", "Verhalen"),
            entry("regios", "Regio’s"),
            entry("meedoen", "Meedoen"),
        ],
        search: Some(Link::site("Zoeken", "zoeken/")),
        owner: Some(Link::site("Redactie", "contact/")),
        licence: Some(Link::external("CC0-1.0", "https://spdx.org/licenses/CC0-1.0.html")),
        accessibility: Some(Link::site("Toegankelijkheid", "toegankelijkheid/")),
        privacy: Some(Link::site("Privacy", "privacy/")),
        footer: vec![
            Link::site("Bronnen", "bronnen/"),
            Link::site("Begrippen", "begrippen/"),
            Link::site("Open data", "data/"),
            Link::site("Contact", "contact/"),
        ],
        demonstration: some("Dit is een demonstratie met openbare bronnen."),
        demonstration_mark: Some(Link::site("demonstratie", "over-deze-demonstratie/")),
        version: some("2026-11-23"),
        ..Site::default()
    }
}

pub(super) fn colophon() -> Colophon {
    Colophon {
        topics: vec![Link::site("Samenwerking", "onderwerpen/samenwerking/")],
        regions: regions(),
        audience: texts(&["gemeente", "werkgever"]),
        audience_words: vec![Link::words("gemeente"), Link::words("werkgever")],
        sources: vec![SourceRef {
            link: Link::site("Tussenevaluatie Perspectief op Werk", "bronnen/#kplusv-2021"),
            author: "KplusV".to_owned(),
            when: some("maart 2021"),
            pages: some("p. 12–14"),
            kind: "rapport".to_owned(),
            original: Some(Link::external("origineel", "https://voorbeeld.example/r.pdf")),
        }],
        changes: vec![Change {
            day: day(),
            kind: choice("correction", "Verbetering"),
            text: "Het aantal regio’s is hersteld van 11 naar 12.".to_owned(),
        }],
        replaces: vec![Link::site("Samenwerken, eerste versie", "factsheets/oud/")],
        replaced_by: Vec::new(),
        owner: Some(Link::words("redactie")),
        review_by: Some(day()),
        licence: Some(Link::external("CC0-1.0", "https://spdx.org/licenses/CC0-1.0.html")),
        cite: Some(Citation {
            text: "Redactie (2026). Vertrouwen opbouwen kostte tijd.".to_owned(),
            url: "https://voorbeeld.example/factsheets/vertrouwen/".to_owned(),
        }),
        downloads: vec![Link {
            note: some("CSV, 2 kB"),
            ..Link::site("Cijfers", "data/doelen.csv")
        }],
    }
}

/// A map of a few tiles, as the drawing code makes it.
pub(super) fn map(id: &str) -> Map {
    let tiles = [("Gro", 4, 0, 2), ("Dre", 4, 1, 2), ("Twe", 4, 2, 1), ("Ams", 1, 2, 0)]
        .iter()
        .map(|(name, column, row, class)| {
            let (x, y) = (column * 52 + 2, row * 52 + 2);
            let classes = ["tile c0", "tile c1 half", "tile c2 on"][*class];
            format!(
                "<a class=\"{classes}\" href=\"./regios/{name}/\"><title>{name}: {class} \
                 verhalen</title><rect x=\"{x}\" y=\"{y}\" width=\"48\" height=\"48\"/><text \
                 x=\"{}\" y=\"{}\" text-anchor=\"middle\">{name}</text></a>",
                x + 24,
                y + 26
            )
        })
        .collect::<Vec<_>>()
        .concat();
    Map {
        html: Html(format!(
            "<figure class=\"map\" id=\"{id}\"><figcaption><p class=\"title\" \
             id=\"{id}-title\">Verhalen</p></figcaption><div class=\"scroll\"><svg \
             class=\"drawing\" viewBox=\"0 0 260 156\" width=\"260\" height=\"156\" role=\"group\" \
             aria-labelledby=\"{id}-name\"><title id=\"{id}-name\">Kaart: verhalen</title>{tiles}\
             </svg></div><details><summary>Bekijk als lijst</summary><div class=\"scroll\" \
             role=\"group\" tabindex=\"0\" aria-labelledby=\"{id}-title\"><table \
             aria-labelledby=\"{id}-title\"><thead><tr><th scope=\"col\">Regio</th><th \
             scope=\"col\">verhalen</th></tr></thead><tbody><tr><th scope=\"row\">Twente</th><td>1\
             </td></tr></tbody></table></div></details></figure>"
        )),
        note: some("Gezien in 2 van de 35 regio’s."),
    }
}

pub(super) fn answers() -> Answers {
    let mut sure = StepMeter::of(3, "Onderzocht");
    sure.why = some("Eén onafhankelijk rapport, met gesprekken. Er is niet vergeleken.");
    sure.by = some("Beoordeeld door KplusV, 18 maart 2021.");
    let mut broad = TickMeter::of(12, 35, "12 van 35 regio’s");
    broad.note = some("Gesproken; de andere regio’s via hun rapportages.");
    let recent = Recent {
        label: "Tot eind 2020".to_owned(),
        note: some("Nagekeken op 23 november 2026. Het programma is afgerond."),
    };
    Answers { sure, broad, recent }
}

pub(super) fn certainty() -> Certainty {
    Certainty {
        strength: "Onderzocht".to_owned(),
        rest: texts(&["12 van 35 regio’s gesproken", "tot eind 2020"]),
    }
}

pub(super) fn figures() -> Vec<KeyFigure> {
    let figure = |id: &str, value: &str, unit: &str, kind: Choice| KeyFigure {
        lang: None,
        id: id.to_owned(),
        qualifier: (id == "f3").then(|| "ruim".to_owned()),
        value: value.to_owned(),
        unit: some(unit),
        label: "arbeidsmarktregio’s schreven een actieplan".to_owned(),
        kind,
        period: some("2019"),
        coverage: some("12 van 35 regio’s"),
        definition: None,
        source: Some(Link::site("KplusV", "bronnen/#kplusv")),
    };
    vec![
        figure("f1", "35", "van 35", choice("activity", "activiteit")),
        figure("f2", "€ 2", "miljoen", choice("input", "inzet")),
        figure("f3", "1.450", "mensen aan het werk", choice("target", "doel")),
    ]
}

pub(super) fn finding_rows() -> Vec<FindingRow> {
    let row = |title: &str, verdict: Choice, text: &str| FindingRow {
        url: "bevindingen/vertrouwen/".to_owned(),
        title: title.to_owned(),
        lang: None,
        verdict,
        text: some(text),
        says: some("Dit stuk nuanceert het"),
        strength: "Onderzocht".to_owned(),
        advice: Some(choice("continue", "Voortzetten")),
        facets: "verdict:works topic:samenwerking".to_owned(),
    };
    vec![
        row(
            "Tijd voor vertrouwen betaalt zich uit",
            choice("works-if", "Werkt onder voorwaarden"),
            "Als er daarna nog tijd is om uit te voeren.",
        ),
        row(
            "In de crisis raakte het programma zijn mensen kwijt",
            choice("does-not-work", "Werkt niet"),
            "Verwacht: uitvoeren in 2020. Gezien: mensen gingen naar de crisisdienstverlening.",
        ),
        row(
            "Nieuwe functies trekken veel mensen",
            choice("works", "Werkte in één regio"),
            "158 mensen in de zorg in Twente.",
        ),
        row("Of de vertraging is ingehaald", choice("unknown", "Nog onbekend"), "Onbekend."),
        row("Meer overleg tussen wethouders", choice("side-effect", "Neveneffect"), "Gezien."),
    ]
}

pub(super) fn question_rows() -> Vec<QuestionRow> {
    let row = |question: &str, state: Choice| QuestionRow {
        url: "leervragen/voortzetten/".to_owned(),
        question: question.to_owned(),
        lang: None,
        state,
        facts: texts(&["3 bevindingen", "5 regio’s vragen dit"]),
        facets: "question-state:open region:twente".to_owned(),
    };
    vec![
        row("Wat is zinvol om voort te zetten?", choice("partly", "deels beantwoord")),
        row("Waar leveren activiteiten niet op wat we verwachtten?", choice("open", "open")),
    ]
}

pub(super) fn cards(with_pictures: bool) -> Vec<Card> {
    let picture = Picture {
        src: "assets/picture.svg".to_owned(),
        sources: vec![PictureSource { src: "assets/picture.svg".to_owned(), width: 1440 }],
        webp: Vec::new(),
        avif: Vec::new(),
        width: 1440,
        height: 960,
        alt: "Een medewerker leest een bewoner voor".to_owned(),
        alt_lang: None,
        credit: some("Foto: Voorbeeld · CC0-1.0"),
    };
    let card = |title: &str, kind: &str| Card {
        url: "verhalen/x/".to_owned(),
        title: title.to_owned(),
        kind: some(kind),
        summary: some("158 mensen gingen aan het werk in de zorg, zonder zorgdiploma."),
        day: Some(day()),
        picture: with_pictures.then(|| picture.clone()),
        facets: "region:twente".to_owned(),
        ..Card::default()
    };
    vec![
        card("Een nieuwe functie: Medewerker Mooie Dag", "Twente · film, 2 minuten"),
        card("Vierhonderd korte films in plaats van brieven", "Midden-Brabant · artikel"),
        card("Een frisse blik op het werk in de zorg", "Helmond-De Peel · interview"),
        card("Projecten die overeind bleven", "Rivierenland · ervaring"),
    ]
}

pub(super) fn body() -> Html {
    html(
        "<p>De onderzoekers zijn kritisch op de ‘doe-stand’. Veel regio’s waren lang bezig met \
         inrichten: wie doet mee, wie besluit, wie voert uit.<sup><a class=\"footnote-ref\" \
         href=\"#n1\" id=\"r1\">1</a></sup></p><h2 id=\"lijst\">Een lijst</h2><ul><li>een</li>\
         <li>twee</li></ul><blockquote><p>Eerst vertrouwen, dan doen.</p></blockquote>\
         <div class=\"alert alert-note\"><p class=\"alert-label\">Let op</p><p>Niet overal.</p></div>\
         <p id=\"n1\">Noot.</p>",
    )
}

pub(super) fn band(id: &str) -> Band {
    let entry = |term: &str, text: &str| BandEntry {
        term: term.to_owned(),
        term_lang: None,
        html: html(text),
    };
    Band {
        id: id.to_owned(),
        title: "Wat kun je hiermee?".to_owned(),
        entries: vec![
            entry("Gemeente", "<p>Spreek af hoelang inrichten mag duren.</p>"),
            entry("Werkgever", "<p>Vraag om <a href=\"#x\">één vaste contactpersoon</a>.</p>"),
        ],
    }
}
