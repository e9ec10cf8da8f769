//! A made-up edition with an item in every style and running text of every kind.

use std::collections::BTreeMap;

use crate::base::{Date, FileId, Lang, Span, UrlPath};
use crate::model::Target;
use crate::model::body::{Block, Heading, Inline, Link, List, ListItem, Resolved};
use crate::model::drawing::{Drawing, KeyFigureDrawing, SourceLink};
use crate::render::leaf::chart::ChartColours;
use crate::render::outputs::newsletter::{
    BlockStyle, BlockView, EditionView, MailFigure, MailPicture, MailQuote, MailTokens,
    MailTool, MailWords, Needs, Placeholders, Sender, Setting, Utm,
};

const SITE: &str = "https://voorbeeld.example/pow/";

pub(super) fn setting() -> Setting {
    Setting {
        base_url: SITE.to_owned(),
        utm: Some(Utm::newsletter("2021-03")),
        lang: Lang::nl(),
        tokens: MailTokens::default(),
        words: MailWords::nl(),
        chart_colours: ChartColours::default(),
    }
}

pub(super) fn edition() -> EditionView {
    EditionView {
        setting: setting(),
        id: "2021-03".to_owned(),
        number: Some("3".to_owned()),
        date: Date::new(2021, 3, 18).unwrap(),
        date_shown: "18 maart 2021".to_owned(),
        title: "Wat regio's leren: maart 2021".to_owned(),
        subject: "Vertraging, en wat een regio ermee deed".to_owned(),
        preheader: Some(
            "Een factsheet, een verhaal uit Drenthe en de cijfers van dit jaar".to_owned(),
        ),
        site_title: "Lerende evaluatie".to_owned(),
        intro: intro().into(),
        blocks: vec![factsheet(), story(), finding(), figure(), quote()],
        closing: vec![paragraph(vec![text("Tot de volgende keer!")])].into(),
        web_url: format!("{SITE}nieuwsbrieven/2021-03/"),
        home_url: SITE.to_owned(),
        subscribe_url: Some("https://aanmelden.example/lijst?naam=pow&bron=mail".to_owned()),
        sender: Some(Sender {
            name: "Redactie Lerende evaluatie".to_owned(),
            address: "redactie@voorbeeld.example".to_owned(),
        }),
        colophon: vec!["Redactie Lerende evaluatie, redactie@voorbeeld.example".to_owned()],
        notices: vec!["Dit is een demonstratie; de inhoud is verzonnen.".to_owned()],
        needs: Needs::default(),
        charts: BTreeMap::new(),
    }
}

pub(super) fn mailchimp() -> MailTool {
    MailTool {
        name: "mailchimp".to_owned(),
        placeholders: Placeholders {
            unsubscribe: Some("*|UNSUB|*".to_owned()),
            web_version: Some("*|ARCHIVE|*".to_owned()),
            postal_address: Some("*|LIST:ADDRESSLINE|*".to_owned()),
        },
        marks: true,
    }
}

pub(super) fn factsheet() -> BlockView {
    BlockView {
        item_id: "factsheet-vertraging".to_owned(),
        document: "factsheet:vertraging".to_owned(),
        rubric: Some("Nieuw".to_owned()),
        style: BlockStyle::Large,
        kind: "Factsheet".to_owned(),
        note: None,
        title: "Plannen begonnen later dan afgesproken".to_owned(),
        title_lang: None,
        text: "In twee van de drie regio's begon de uitvoering een half jaar later. Regio's die met één gemeente begonnen, liepen de achterstand in.".to_owned(),
        text_lang: None,
        url: format!("{SITE}factsheets/vertraging/"),
        link_words: "Lees de factsheet over vertraging".to_owned(),
        picture: Some(picture("vertraging", "Twee medewerkers bij een planbord")),
        strength: Some("Onderzocht · 12 van 35 regio's".to_owned()),
        figures: vec![MailFigure {
            value: "158".to_owned(),
            unit: Some("functies".to_owned()),
            label: "aangeboden op de Mooie Dag".to_owned(),
            lang: None,
            kind: "resultaat".to_owned(),
            period: Some("2020".to_owned()),
            coverage: Some("1 van 35 regio's".to_owned()),
            source: Some("Voortgangsrapport 2020".to_owned()),
        }],
        quote: None,
        corrections: vec!["op 2 maart stond hier 185 in plaats van 158".to_owned()],
    }
}

pub(super) fn story() -> BlockView {
    BlockView {
        item_id: "story-drenthe".to_owned(),
        document: "story:drenthe".to_owned(),
        rubric: Some("Uit de praktijk".to_owned()),
        style: BlockStyle::Small,
        kind: "Verhaal · Drenthe".to_owned(),
        note: None,
        title: "Eerst kennismaken, dan pas solliciteren".to_owned(),
        title_lang: None,
        text: "Een koffiegesprek werkte beter dan een brief.".to_owned(),
        text_lang: None,
        url: format!("{SITE}verhalen/drenthe/#leren"),
        link_words: "Lees het verhaal uit Drenthe".to_owned(),
        picture: Some(MailPicture {
            url_beside: Some(format!("{SITE}beeld/mail/drenthe-320.jpg")),
            ..picture("drenthe", "Een tafel met koffie")
        }),
        strength: Some("Ervaring · 1 regio".to_owned()),
        figures: Vec::new(),
        quote: Some(MailQuote {
            text: "Niemand vroeg om mijn diploma".to_owned(),
            by: "deelnemer".to_owned(),
            lang: None,
            needs: vec!["C1".to_owned()],
            social: true,
        }),
        corrections: Vec::new(),
    }
}

pub(super) fn finding() -> BlockView {
    BlockView {
        item_id: "finding-een-loket".to_owned(),
        document: "finding:een-loket".to_owned(),
        style: BlockStyle::Line,
        kind: "Bevinding".to_owned(),
        note: None,
        title: "Eén loket werkt als er één begroting is".to_owned(),
        url: format!("{SITE}bevindingen/een-loket/"),
        link_words: "Lees de bevinding over één loket".to_owned(),
        picture: None,
        strength: Some("Patroon · 4 van 35 regio's".to_owned()),
        ..story()
    }
}

pub(super) fn figure() -> BlockView {
    BlockView {
        item_id: "factsheet-doelen".to_owned(),
        document: "factsheet:doelen".to_owned(),
        style: BlockStyle::Figure,
        kind: "Factsheet".to_owned(),
        note: None,
        title: "Hoeveel mensen de plannen willen bereiken".to_owned(),
        title_lang: None,
        text: "Het doel van alle plannen samen.".to_owned(),
        text_lang: None,
        url: format!("{SITE}factsheets/doelen/?jaar=2020"),
        link_words: "Lees de factsheet over doelen".to_owned(),
        figures: vec![MailFigure {
            value: "ruim 1.450".to_owned(),
            unit: None,
            label: "mensen aan het werk".to_owned(),
            lang: None,
            kind: "doel".to_owned(),
            period: None,
            coverage: None,
            source: Some("Actieplannen".to_owned()),
        }],
        corrections: Vec::new(),
        ..factsheet()
    }
}

pub(super) fn quote() -> BlockView {
    BlockView {
        item_id: "story-twente".to_owned(),
        document: "story:twente".to_owned(),
        style: BlockStyle::Quote,
        kind: "Verhaal · Twente".to_owned(),
        note: None,
        title: "Een dag die banen opleverde".to_owned(),
        url: format!("{SITE}verhalen/twente/"),
        link_words: "Lees het verhaal uit Twente".to_owned(),
        ..story()
    }
}

fn picture(name: &str, alt: &str) -> MailPicture {
    MailPicture {
        url: format!("{SITE}beeld/mail/{name}-552.jpg"),
        url_2x: Some(format!("{SITE}beeld/mail/{name}-1104.jpg")),
        url_beside: None,
        width: 552,
        height: 310,
        alt: alt.to_owned(),
        alt_lang: None,
        credit: "A. Maker · CC BY 4.0".to_owned(),
        media: name.to_owned(),
        needs: Vec::new(),
        social: true,
        drawing: None,
    }
}

fn intro() -> Vec<Block<Resolved>> {
    let site = |path: &str, fragment: Option<&str>| Target::Site {
        url: UrlPath::new(path).unwrap(),
        fragment: fragment.map(str::to_owned),
    };
    let source =
        SourceLink { label: "Rapport 2020".to_owned(), target: site("bronnen/", None) };
    vec![
        paragraph(vec![
            text("Deze maand over "),
            Inline::Strong(vec![text("vertraging")]),
            text(": waarom plannen later begonnen, en wat "),
            link("Súdwest-Fryslân", site("regios/súdwest/", Some("plan"))),
            text(" daaraan deed. Vragen? Mail "),
            link(
                "redactie@voorbeeld.example",
                Target::Contact("mailto:redactie@voorbeeld.example".to_owned()),
            ),
            text(" of kijk "),
            link(
                "bij de onderzoekers",
                Target::External("https://elders.example/onderzoek".to_owned()),
            ),
            text("."),
        ]),
        Block::Heading(Heading {
            level: 4,
            id: "kort".to_owned(),
            content: vec![text("In het kort")],
            span: span(),
        }),
        Block::List(List {
            start: None,
            items: vec![item("1. plannen < 10 regio's"), item("# geen kop")],
        }),
        component(Drawing::Figures(vec![KeyFigureDrawing {
            lang: None,
            id: "gesproken".to_owned(),
            label: "regio's gesproken".to_owned(),
            value: "12".to_owned(),
            unit: None,
            kind: "activiteit".to_owned(),
            is_target: false,
            period: "2020".to_owned(),
            coverage: None,
            definition: None,
            source: Some(source),
        }])),
        component(Drawing::Timeline(Vec::new())),
    ]
}

pub(super) fn paragraph(content: Vec<Inline<Resolved>>) -> Block<Resolved> {
    Block::Paragraph { content, span: span() }
}

pub(super) fn text(words: &str) -> Inline<Resolved> {
    Inline::Text(words.to_owned())
}

pub(super) fn link(words: &str, target: Target) -> Inline<Resolved> {
    Inline::Link(Box::new(Link { target, content: vec![text(words)], span: span() }))
}

fn item(words: &str) -> ListItem<Resolved> {
    ListItem { task: None, blocks: vec![paragraph(vec![text(words)])], tight: true }
}

fn component(component: Drawing) -> Block<Resolved> {
    Block::Component { component: Box::new(component), span: span() }
}

pub(super) fn span() -> Span {
    Span::new(FileId(0), 0, 0)
}
