//! Samples of lists, registers and files for machines.

use super::*;

fn filters() -> Vec<Filter> {
    vec![Filter {
        id: "region".to_owned(),
        label: "Regio".to_owned(),
        choices: vec![
            FilterChoice {
                id: "twente".to_owned(),
                label: "Twente".to_owned(),
                lang: None,
                count: 2,
                page: Some(Link::site("Twente", "regios/twente/")),
                items: Vec::new(),
            },
            FilterChoice {
                id: "drenthe".to_owned(),
                label: "Drenthe".to_owned(),
                lang: None,
                count: 1,
                page: None,
                items: vec![Link::site("Een dag", "verhalen/dag/")],
            },
        ],
    }]
}

pub(in super::super) fn balance() -> Vec<BalanceRow> {
    let part = |id: &str, label: &str, count: usize| BalancePart {
        id: id.to_owned(),
        label: label.to_owned(),
        count,
        items: vec![true; count],
    };
    vec![BalanceRow {
        label: Link::site("Samenwerking", "onderwerpen/samenwerking/"),
        parts: vec![
            part("positive", "positief", 4),
            part("mixed", "wisselend", 2),
            part("no-change", "geen verandering", 1),
            part("negative", "negatief", 3),
        ],
        total: 10,
    }]
}

pub(in super::super) fn section(id: &str) -> Section {
    Section {
        head: head("Overzicht", "Verhalen uit de praktijk"),
        id: id.to_owned(),
        intro: Some(body()),
        filters: filters(),
        ways: filters(),
        groups: vec![
            Group { id: "g1".to_owned(), title: None, items: cards(true) },
            Group { id: "g2".to_owned(), title: some("2020"), items: cards(false) },
        ],
        empty: None,
        feed: Some(Link::site("Volg met een feed", "verhalen/feed.xml")),
        subscribe: Some(Link::external("Aanmelden", "https://voorbeeld.example/aanmelden")),
    }
}

pub(in super::super) fn ledger() -> Ledger {
    Ledger {
        head: head("Bevindingen", "Wat werkt, en wat niet"),
        intro: Some(body()),
        balance: balance(),
        filters: filters(),
        ways: filters(),
        groups: vec![
            Group { id: "werkt".to_owned(), title: some("Werkt"), items: finding_rows() },
            Group {
                id: "werkt-niet".to_owned(),
                title: some("Werkt niet"),
                items: finding_rows(),
            },
        ],
        empty: None,
        feed: Some(Link::site("Volg met een feed", "bevindingen/feed.xml")),
    }
}

pub(in super::super) fn regions_page() -> Regions {
    let cell = |id: &str, text: &str| MatrixCell { id: id.to_owned(), text: text.to_owned() };
    let row = |label: Link| MatrixRow {
        label,
        cells: vec![cell("full", "3"), cell("half", "verwacht"), cell("none", "–")],
    };
    Regions {
        head: head("Regio’s", "Alle regio’s"),
        intro: Some(html("<p>Wat we van elke regio weten.</p>")),
        map: Some(map("m1")),
        columns: texts(&["Verhalen", "Bevindingen"]),
        rows: regions()
            .into_iter()
            .map(|region| RegionRow { region, cells: texts(&["3", "0"]) })
            .collect(),
        matrices: vec![Matrix {
            id: "onderwerpen".to_owned(),
            title: "Over welke regio weten we iets, per onderwerp?".to_owned(),
            note: some("Leeg: daarover weten we nog niets."),
            columns: vec![
                Link::site("Samenwerking", "onderwerpen/samenwerking/"),
                Link::site("Matching", "onderwerpen/matching/"),
                Link::words("Leren"),
            ],
            rows: regions().into_iter().map(row).collect(),
            empty: vec![Link::words("Werving")],
            gaps: some("Van 2 regio’s weten we nog helemaal niets:"),
            silent: regions(),
        }],
        municipalities: vec![Letter {
            id: "s_a".to_owned(),
            letter: "A".to_owned(),
            url: None,
            items: vec![Municipality {
                name: "Almelo".to_owned(),
                region: regions().remove(0),
            }],
        }],
    }
}

pub(in super::super) fn topic() -> Topic {
    Topic {
        head: head("Onderwerp", "Samenwerking"),
        parent: Some(Link::site("Organisatie", "onderwerpen/organisatie/")),
        children: regions(),
        synonyms: texts(&["samen optrekken"]),
        synonyms_lang: None,
        balance: balance().pop(),
        map: Some(map("m1")),
        findings: finding_rows(),
        factsheets: cards(false),
        stories: cards(true),
        blueprints: cards(false),
        reports: cards(false),
        questions: question_rows(),
        empty: some("Hierover is nog niets."),
        feed: Some(Link::site("Volg met een feed", "feed.xml")),
    }
}

pub(in super::super) fn topics() -> Topics {
    Topics {
        head: head("Onderwerpen", "Waarover we leren"),
        intro: Some(body()),
        rows: vec![TopicRow {
            link: Link::site("Samenwerking", "onderwerpen/samenwerking/"),
            definition: "Hoe partijen samen optrekken.".to_owned(),
            definition_lang: None,
            facts: texts(&["3 factsheets", "5 verhalen"]),
            children: regions(),
        }],
    }
}

pub(in super::super) fn board() -> Board {
    let group =
        |id: &str, title: &str, items| Group { id: id.to_owned(), title: some(title), items };
    Board {
        head: head("Leervragen", "Wat regio’s willen weten"),
        intro: Some(html("<p>Van wie, en wat we al weten.</p>")),
        filters: filters(),
        groups: vec![
            group("open", "Open", question_rows()),
            group("deels", "Deels beantwoord", question_rows()),
            group("beantwoord", "Beantwoord", Vec::new()),
        ],
    }
}

pub(in super::super) fn sources() -> Sources {
    Sources {
        head: head("Bronnen", "Bronnen"),
        intro: Some(html("<p>Alles wat we gebruikten.</p>")),
        groups: vec![Group {
            id: "rapporten".to_owned(),
            title: some("Rapporten"),
            items: vec![source_entry()],
        }],
        open_data: vec![Link::site("Kerncijfers", "data/alle-kerncijfers.csv")],
    }
}

fn source_entry() -> SourceEntry {
    SourceEntry {
        id: "kplusv-2021".to_owned(),
        title: Link::external("Tussenevaluatie", "https://voorbeeld.example/r.pdf"),
        author: "KplusV".to_owned(),
        when: some("maart 2021"),
        accessed: some("bekeken op 1 november 2026"),
        reliability: Some(choice("primary", "eerste hand")),
        archive: Some(Link::external("bewaarde kopie", "https://voorbeeld.example/k")),
        report: Some(Link::site("rapport", "rapporten/x/")),
        based_on: regions(),
        used_by: vec![Link::site("Vertrouwen kostte tijd", "factsheets/x/")],
        all_uses: Some(Link::site("alle 12 op een rij", "bronnen/kplusv-2021/")),
    }
}

pub(in super::super) fn source_uses() -> SourceUses {
    SourceUses {
        head: head("rapport", "Tussenevaluatie"),
        source: Some(source_entry()),
        used_by: cards(false),
    }
}

pub(in super::super) fn glossary() -> Glossary {
    Glossary {
        head: head("Begrippen", "Begrippen"),
        intro: None,
        letters: vec![Letter {
            id: "s_d".to_owned(),
            letter: "D".to_owned(),
            url: None,
            items: vec![Term {
                id: "doe-agenda".to_owned(),
                term: "doe-agenda".to_owned(),
                lang: None,
                abbreviation: some("DA"),
                plain: "Wat een regio wil doen.".to_owned(),
                plain_lang: None,
                source: Some(Link::site("KplusV", "bronnen/#x")),
            }],
        }],
    }
}

pub(in super::super) fn credits() -> Credits {
    let row = |id: &str, picture: Option<Picture>| CreditRow {
        id: id.to_owned(),
        picture,
        title: "Een medewerker leest voor".to_owned(),
        title_lang: None,
        kind: "foto".to_owned(),
        maker: "Voorbeeld".to_owned(),
        licence: Link::external("CC0-1.0", "https://spdx.org/licenses/CC0-1.0.html"),
        note: some("met toestemming"),
        used_by: vec![Link::site("Mooie Dag", "verhalen/x/")],
    };
    let picture = cards(true).remove(0).picture;
    Credits {
        head: head("Beeld", "Beeldverantwoording"),
        intro: None,
        rows: vec![row("a", picture), row("b", None)],
    }
}

pub(in super::super) fn search() -> Search {
    let entry =
        |text: &str| IndexEntry { link: Link::site(text, "x/"), kind: "Verhaal".to_owned() };
    Search {
        index: Some("pagefind/".to_owned()),
        parts: vec!["nl-1/".to_owned(), "nl-2/".to_owned()],
        head: head("Zoeken", "Zoeken en A tot Z"),
        letters: [("s_a", "A"), ("s_b", "B"), ("s_other", "#")]
            .map(|(id, letter)| Letter {
                id: id.to_owned(),
                letter: letter.to_owned(),
                url: None,
                items: vec![entry("Een pagina"), entry("Nog een pagina")],
            })
            .into(),
    }
}

pub(in super::super) fn not_found() -> NotFound {
    NotFound {
        head: head("404", "Deze pagina is er niet"),
        links: regions(),
        others: vec![NotFoundIn {
            lang: "en".to_owned(),
            title: "This page is not here".to_owned(),
            help: "The address may have changed.".to_owned(),
            links: regions(),
        }],
    }
}

pub(in super::super) fn withdrawn() -> Withdrawn {
    Withdrawn {
        head: head("Verhaal", "Deze pagina is ingetrokken"),
        day: Some(day()),
        reason: "De verteller vroeg erom.".to_owned(),
        links: regions(),
    }
}

pub(in super::super) fn redirect() -> Redirect {
    Redirect {
        lang: "nl".to_owned(),
        title: "Twente".to_owned(),
        url: "../regios/twente/".to_owned(),
        canonical: "https://voorbeeld.example/regios/twente/".to_owned(),
    }
}

pub(in super::super) fn feed() -> Feed {
    let stamp = "2026-11-23T00:00:00Z".to_owned();
    Feed {
        lang: "nl".to_owned(),
        title: "Lerende evaluatie".to_owned(),
        subtitle: some("Alles & meer"),
        id: "https://voorbeeld.example/feed.xml".to_owned(),
        home: "https://voorbeeld.example/".to_owned(),
        updated: stamp.clone(),
        author: "Redactie".to_owned(),
        entries: vec![FeedEntry {
            lang: None,
            id: "https://voorbeeld.example/verhalen/x/".to_owned(),
            url: "https://voorbeeld.example/verhalen/x/".to_owned(),
            title: "A < B".to_owned(),
            published: stamp.clone(),
            updated: stamp,
            summary: some("Kort"),
            html: some("<p>Lang</p>"),
            categories: vec![choice("twente", "Twente")],
        }],
    }
}

pub(in super::super) fn sitemap() -> Sitemap {
    Sitemap {
        urls: vec![SitemapUrl {
            url: "https://voorbeeld.example/".to_owned(),
            updated: some("2026-11-23"),
            alternates: sheet("", ()).frame.alternates,
        }],
    }
}

/// A copy desk with all it can show.
pub(in super::super) fn desk() -> Desk {
    let form = |name: &str| DeskForm {
        name: name.to_owned(),
        label: "Opgemaakt".to_owned(),
        source: "<p>a & b</p>\n".to_owned(),
        file: format!("nieuwsbrieven/3/items/a.{name}"),
    };
    let item = |id: &str, sent: Option<&str>| DeskItem {
        id: id.to_owned(),
        kind: "Verhaal · Drenthe".to_owned(),
        title: "Eerst \"kennismaken\" & dan <solliciteren>".to_owned(),
        picked: sent.is_none(),
        tall: sent.is_none(),
        sent: sent.map(str::to_owned),
        preview: format!("nieuwsbrieven/3/items/{id}.preview.html"),
        block: "  - item: \"story:a\"\n".to_owned(),
        forms: ["formatted", "code", "text", "markdown"].map(form).into(),
        fields: vec![DeskField { label: "Titel".to_owned(), value: "a".to_owned() }],
        picture: Some(Link::site("Download het beeld", "beeld/a-1104.png")),
    };
    Desk {
        head: Head { title: "Nieuwsbrief".to_owned(), ..Head::default() },
        notice: Some("Nog niet online".to_owned()),
        tools: vec![DeskTool {
            name: "mailchimp".to_owned(),
            label: "Mailchimp".to_owned(),
            paste: "code".to_owned(),
            hint: "Plak in een blok voor code.".to_owned(),
            marks: true,
            unsubscribe: Some("*|UNSUB|*".to_owned()),
            web: Some("*|ARCHIVE|*".to_owned()),
            address: Some("*|ADDRESS|*".to_owned()),
            file: Some("nieuwsbrieven/3/mail.mailchimp.html".to_owned()),
        }],
        items: vec![item("story-a", None), item("story-b", Some("Stond in: Nieuwsbrief 1"))],
        unsent: "nog niet verstuurd: 1".to_owned(),
        empty: Some("Er is nog niets.".to_owned()),
        base_bytes: 2_000,
        warn_bytes: 80_000,
        max_bytes: 100_000,
        size: "{size} van 100 kB".to_owned(),
        point: ",".to_owned(),
        mail: Some(DeskMail {
            source: "<p>lerend:web</p>".to_owned(),
            web: "https://voorbeeld.example/".to_owned(),
            files: vec![Link::site("Tekst", "nieuwsbrieven/3/mail.txt")],
            preview: "nieuwsbrieven/3/mail.preview.html".to_owned(),
        }),
        edition: DeskEdition {
            name: "3.md".to_owned(),
            taken: "2026-11 2026-11-2".to_owned(),
            before: "---\n".to_owned(),
            after: "---\n".to_owned(),
            whole: "---\n---\n".to_owned(),
        },
        links: vec![Link::site("De nieuwste stukken", "kopieren/")],
    }
}
