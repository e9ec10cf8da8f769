//! Samples of documents: a page for one thing.

use super::*;

pub(in super::super) fn home() -> Home {
    let mut sheet = cards(false).remove(0);
    sheet.title =
        "Vertrouwen opbouwen kostte tijd, en die ging af van de uitvoering".to_owned();
    sheet.certainty = Some(certainty());
    Home {
        title: "Wat 35 regio’s van elkaar kunnen leren".to_owned(),
        lead: some("Hier staat wat werkte, wat niet, en hoe zeker we dat weten."),
        lead_lang: None,
        lang: None,
        actions: vec![
            Link::site("Wat we leren", "bevindingen/"),
            Link::site("Zoek je regio", "regios/"),
        ],
        tallies: vec![Tally {
            count: 7,
            label: "factsheets".to_owned(),
            url: "factsheets/".to_owned(),
        }],
        map: Some(map("m1")),
        map_list: Some(Link::site("Als lijst", "regios/")),
        factsheet: Some(LeadFactsheet { card: sheet, figure: figures().pop() }),
        findings: finding_rows(),
        all_findings: Some(Link::site("Alle bevindingen", "bevindingen/")),
        questions: question_rows(),
        all_questions: Some(Link::site("Alle leervragen", "leervragen/")),
        stories: cards(true),
        all_stories: Some(Link::site("Alle verhalen", "verhalen/")),
        event: Some(EventRow {
            url: "bijeenkomsten/x/".to_owned(),
            title: "Leersessie over matching".to_owned(),
            lang: None,
            when: "18 maart 2027, 10.00 uur".to_owned(),
            start: "2027-03-18T10:00".to_owned(),
            place: some("Utrecht"),
        }),
        all_events: Some(Link::site("Alle bijeenkomsten", "bijeenkomsten/")),
        newsletter: Some(Link::site("Lees de nieuwste: november", "nieuwsbrieven/nov/")),
        all_newsletters: Some(Link::site("Alle nieuwsbrieven", "nieuwsbrieven/")),
        subscribe: Some(Link::external("Abonneer je", "https://voorbeeld.example/abonneer")),
        band: Some(Band { title: "Meedoen".to_owned(), ..band("meedoen") }),
        body: None,
    }
}

fn toc() -> Vec<Choice> {
    vec![choice("kop", "Wat we vragen"), choice("kop-2", "Wie je helpt")]
}

pub(in super::super) fn article() -> Article {
    Article {
        head: head("Pagina", "Meedoen"),
        picture: None,
        toc: toc(),
        body: body(),
        cards: cards(false),
        colophon: Some(colophon()),
    }
}

pub(in super::super) fn factsheet() -> Factsheet {
    let section = |id: &str, title: &str| BodySection {
        id: id.to_owned(),
        title: title.to_owned(),
        html: html(
            "<p>Veel regio’s waren lang bezig met inrichten: wie doet mee, wie besluit?</p>",
        ),
    };
    let title = "Vertrouwen opbouwen kostte tijd, en die ging af van de uitvoering";
    let mut cards = cards(false);
    Factsheet {
        head: head("Factsheet", title),
        number: some("3"),
        certainty: certainty(),
        sample: some("Opgesteld uit openbare bronnen."),
        picture: None,
        figures: figures(),
        answers: answers(),
        questions: vec![Link::site("Wat is zinvol om voort te zetten?", "leervragen/a/")],
        sections: vec![
            section("wat-zien-we", "Wat zien we"),
            section("voor-wie-en-waar", "Voor wie en waar"),
        ],
        findings: finding_rows(),
        map: Some(map("m1")),
        examples: vec![cards.remove(0)],
        counterexample: Some(cards.remove(0)),
        actions: Some(band("wat-kun-je-doen")),
        how: Some(section("zo-weten-we-dit", "Zo weten we dit")),
        method: vec![
            Fact::text("Aanpak", "gesprekken, documenten"),
            Fact::text("Beperkingen", "geen"),
        ],
        footnotes: Some(html("<ol><li id=\"fn1\">Een noot.</li></ol>")),
        related: cards,
        colophon: colophon(),
    }
}

pub(in super::super) fn story() -> Story {
    Story {
        head: Head {
            facts: vec![Link::site("Twente", "regios/twente/"), Link::words("film, 2 minuten")],
            ..head("Verhaal", "Een nieuwe functie: Medewerker Mooie Dag")
        },
        form: choice("film", "film"),
        direction: Some(choice("mixed", "wisselend")),
        media: Some(html(
            "<figure><img src=\"../../assets/picture.svg\" width=\"1440\" height=\"960\" alt=\"Een \
             medewerker\"><figcaption>Aan het werk. <span class=\"credit\">Foto: V · CC0</span>\
             </figcaption></figure>",
        )),
        points: vec![
            Fact::text("Wat veranderde er?", "158 mensen gingen aan het werk."),
            Fact::text("Wat kunnen anderen hiervan leren?", "Begin bij wat iemand wil."),
        ],
        share: some("mede hierdoor"),
        other_causes: some("Er was ook ander geld."),
        body: body(),
        quotes: vec![Quote {
            text: "Ik maak mensen blij.".to_owned(),
            by: some("Sam"),
            by_lang: None,
            lang: None,
        }],
        transfer: vec![Fact::text("Wat heb je nodig", "Een zorginstelling die durft.")],
        people: texts(&["Sam, medewerker"]),
        speakers: vec![Link::words("Sam, medewerker")],
        selected: some("het liet iets nieuws zien"),
        activity: Some(Link::site("Nieuwe functies", "regios/twente/#functies")),
        findings: finding_rows(),
        factsheets: cards(false),
        related: cards(true),
        colophon: colophon(),
    }
}

pub(in super::super) fn finding() -> Finding {
    Finding {
        head: head("Bevinding", "In de crisis raakte het programma zijn mensen kwijt"),
        verdict: choice("does-not-work", "Werkt niet"),
        certainty: certainty(),
        picture: None,
        answers: answers(),
        conditions: some("alleen met vaste mensen"),
        course: vec![
            Fact::text("Verwacht", "Uitvoeren in 2020."),
            Fact::text("Gezien", "Mensen gingen naar de crisisdienstverlening."),
        ],
        advice: Some(choice("adjust", "Bijsturen")),
        follow_up: vec![Fact::text("Wie", "het programma")],
        about: vec![Link::site("Werkgeversteam", "regios/twente/#team")],
        body: body(),
        evidence: vec![EvidenceRow {
            link: Link::site("Projecten die overeind bleven", "verhalen/x/"),
            kind: some("Verhaal · Rivierenland"),
            supports: choice("contradicts", "Spreekt tegen"),
        }],
        map: Some(map("m1")),
        questions: vec![Link::site("Wat is zinvol?", "leervragen/a/")],
        factsheets: cards(false),
        colophon: colophon(),
    }
}

pub(in super::super) fn report() -> Report {
    Report {
        head: head("Tussenrapport", "Tussenevaluatie Perspectief op Werk"),
        picture: None,
        facts: vec![Fact::text("Auteur", "KplusV"), Fact::links("In opdracht van", regions())],
        main_points: texts(&["Regio’s werken beter samen.", "Uitvoeren bleef achter."]),
        contents: texts(&["Aanleiding", "Uitvoering", "Impuls"]),
        files: vec![Link {
            note: some("PDF, 48 pagina’s, 1,2 MB"),
            ..Link::site("Rapport", "r.pdf")
        }],
        materials: Some(html("<p>Beeld.</p>")),
        toc: toc(),
        body: body(),
        used_in: cards(false),
        all_uses: Some(Link::site("Alle 12 stukken", "bronnen/rapport/")),
        colophon: colophon(),
    }
}

pub(in super::super) fn event() -> Event {
    Event {
        head: head("Leersessie", "Leersessie over matching"),
        picture: None,
        start: "2027-03-18T10:00".to_owned(),
        when: "18 maart 2027, 10.00 uur".to_owned(),
        places: texts(&["Utrecht"]),
        online: Some(Link::external("Meekijken", "https://voorbeeld.example/live")),
        organiser: Some(Link::external("Bureau", "https://bureau.example/")),
        calendar: Some(Link::site("Zet in je agenda", "bijeenkomsten/x/x.ics")),
        programme: texts(&["Welkom", "In gesprek"]),
        results: finding_rows(),
        materials: None,
        body: body(),
        colophon: colophon(),
    }
}

pub(in super::super) fn blueprint() -> Blueprint {
    Blueprint {
        head: head("Draaiboek", "Zo begin je een Mooie Dag-team"),
        picture: None,
        facts: vec![Fact::text("Kosten", "€ 9.000")],
        steps: texts(&["Zoek een instelling", "Werf mensen"]),
        roles: texts(&["een coach"]),
        conditions: some("een vaste contactpersoon"),
        used_in: regions(),
        stories: cards(true),
        toc: toc(),
        body: body(),
        colophon: colophon(),
    }
}

pub(in super::super) fn questionnaire() -> Questionnaire {
    let question = |id: &str, number, kind: &str, choices: Vec<Choice>| FormQuestion {
        id: id.to_owned(),
        number,
        text: format!("Wat leverde de samenwerking op ({kind})?"),
        help: some("Denk aan wat je zelf zag."),
        kind: kind.to_owned(),
        choices,
    };
    let scale = (1..=5).map(|n| choice(&n.to_string(), &n.to_string())).collect();
    Questionnaire {
        head: head("Vragenlijst", "Tien vragen voor je eigen evaluatie"),
        id: "tien-vragen".to_owned(),
        audience: some("regio’s"),
        when: some("aan het eind van het programma"),
        body: html("<p>Beantwoord ze samen.</p>"),
        regions: vec![choice("drenthe", "Drenthe"), choice("twente", "Twente")],
        questions: vec![
            question("v1", 1, "open", Vec::new()),
            question("v2", 2, "scale-5", scale),
            question("v3", 3, "yes-no", vec![choice("yes", "ja"), choice("no", "nee")]),
            question("v4", 4, "number", Vec::new()),
        ],
        hand_in: Some(Link::site("Lever je antwoorden in", "meedoen/")),
        colophon: colophon(),
    }
}

pub(in super::super) fn region() -> Region {
    Region {
        head: head("Regio", "Twente"),
        facts: vec![
            Fact::text("Centrumgemeente", "Enschede"),
            Fact::text("Provincie", "Overijssel"),
        ],
        map: Some(map("m1")),
        plan: Some(Plan {
            title: "Actieplan Twente".to_owned(),
            signed: Some(day()),
            report: Some(Link::site("Lees het plan", "rapporten/plan/")),
            goals: vec![KeyFigure { id: "doel".to_owned(), ..figures().remove(2) }],
            activities: vec![Activity {
                id: "functies".to_owned(),
                title: "Nieuwe functies in de zorg".to_owned(),
                expected: some("100 mensen aan het werk"),
                state: Some(choice("done", "klaar")),
                links: vec![Link::site("Mooie Dag", "verhalen/x/")],
            }],
        }),
        stories: cards(true),
        no_story: None,
        findings: finding_rows(),
        factsheets: cards(false),
        blueprints: cards(false),
        figures: figures(),
        reports: cards(false),
        own_evaluations: vec![OwnEvaluation {
            link: Link::site("Twente: Tien vragen", "rapporten/tien-vragen-twente/"),
            date: Some(day()),
            answers: vec![Answer {
                question: "Wat gaat goed?".to_owned(),
                html: Html("<p>Het contact.</p>".to_owned()),
            }],
        }],
        asks: question_rows()
            .into_iter()
            .map(|question| AskedQuestion { question, answers: regions() })
            .collect(),
        evidence: vec![EvidenceReceived {
            kind: "Voortgangsrapportage".to_owned(),
            wave: some("ronde 1"),
            wave_lang: None,
            method: some("Gesprekken met alle regio's"),
            method_lang: None,
            due: Some(day()),
            adopted: Some(day()),
            received: None,
            state: choice("late", "te laat"),
            source: Some(Link::site("bron", "bronnen/#x")),
        }],
        interview: some("Deze regio is geïnterviewd."),
        neighbours: regions(),
        neighbours_are: "Buren".to_owned(),
        municipalities: texts(&["Almelo", "Enschede", "Hengelo"]),
        body: body(),
        colophon: Some(colophon()),
        feed: Some(Link::site("Volg met een feed", "regios/twente/feed.xml")),
    }
}

pub(in super::super) fn learning_question() -> LearningQuestion {
    LearningQuestion {
        head: head("Leervraag", "Wat is zinvol om voort te zetten?"),
        state: choice("partly", "deels beantwoord"),
        asked_by: regions(),
        since: Some(day()),
        findings: finding_rows(),
        factsheets: cards(false),
        stories: cards(true),
        reports: cards(false),
        missing: some("Het antwoord is nog niet compleet."),
        hand_in: Some(Link::site("Lever een verhaal in", "meedoen/")),
    }
}

pub(in super::super) fn edition() -> Edition {
    let item = |style: &str| EditionItem {
        style: style.to_owned(),
        card: cards(true).remove(0),
        figure: (style == "figure").then(|| figures().remove(0)),
        quote: (style == "quote").then(|| story().quotes.remove(0)),
    };
    Edition {
        head: head("Nieuwsbrief", "Vertrouwen kost tijd"),
        number: some("12"),
        intro: Some(html("<p>Beste lezer,</p>")),
        rubrics: vec![
            Group { id: "a".to_owned(), title: None, items: vec![item("large")] },
            Group {
                id: "kort".to_owned(),
                title: some("Kort"),
                items: ["small", "line", "figure", "quote"].map(item).into(),
            },
        ],
        closing: Some(html("<p>Tot de volgende keer.</p>")),
        older: Some(Link::site("oktober", "nieuwsbrieven/okt/")),
        newer: Some(Link::site("december", "nieuwsbrieven/dec/")),
        subscribe: Some(Link::external("Abonneer je", "https://voorbeeld.example/abonneer")),
        colophon: Some(colophon()),
    }
}
