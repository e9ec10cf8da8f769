//! Running text of every kind, in HTML, plain text and Markdown.

use super::sample::{link, paragraph, setting, span, text};
use crate::model::Target;
use crate::model::body::{
    AlertKind, Align, Block, Definition, Inline, List, ListItem, Picture, Resolved, Table,
};
use crate::model::component::ChartKind;
use crate::model::drawing::{
    ChartDrawing, ChartRow, Drawing, Medium, MediumForm, Number, Series, Words,
};
use crate::render::leaf::chart::mail_name;
use crate::render::outputs::newsletter::address::Passage;
use crate::render::outputs::newsletter::markup::Markup;
use crate::render::outputs::newsletter::styles::Styles;
use crate::render::outputs::newsletter::tree::picture;
use crate::render::outputs::newsletter::tree_html::tree_html;
use crate::render::outputs::newsletter::tree_markdown::tree_markdown;
use crate::render::outputs::newsletter::tree_text::tree_text;

const WEB: &str = "https://voorbeeld.example/pow/nieuwsbrieven/3/";

/// The three forms; HTML without its styles, and no link is marked.
fn forms(blocks: &[Block<Resolved>]) -> (String, String, String) {
    let setting = crate::render::outputs::newsletter::Setting { utm: None, ..setting() };
    let passage = Passage { setting: &setting, part: "intro", web_url: WEB };
    let mut markup = Markup::default();
    tree_html(&mut markup, passage, &Styles::new(&setting.tokens), blocks);
    let html = markup.finish();
    let bare = html.split(" style=\"").enumerate().map(|(at, piece)| match at {
        0 => piece,
        _ => piece.split_once('"').unwrap().1,
    });
    (bare.collect(), tree_text(passage, blocks).join("\n"), tree_markdown(passage, blocks))
}

fn assert_forms(blocks: &[Block<Resolved>], html: &str, plain: &str, markdown: &str) {
    assert_eq!(forms(blocks), (html.to_owned(), plain.to_owned(), markdown.to_owned()));
}

#[test]
fn words_keep_their_weight() {
    let words = vec![
        text("Een "),
        Inline::Emphasis(vec![text("zachte")]),
        text(" en "),
        Inline::Strong(vec![text("harde "), Inline::Strike(vec![text("zin")])]),
        Inline::LineBreak,
        Inline::Code("a | `b`".to_owned()),
        Inline::SoftBreak,
        Inline::RawHtml("<br>".to_owned()),
        Inline::FootnoteReference { number: 1, occurrence: 1 },
    ];
    assert_forms(
        &[paragraph(words)],
        "<p>Een <em>zachte</em> en <strong>harde <s>zin</s></strong><br>\n<code>a &#124; `b`</code>\n&lt;br&gt;</p>\n",
        "Een zachte en harde zin\na | `b` <br>",
        "Een *zachte* en **harde ~~zin~~**\\\n`` a | `b` ``\n\\<br\\>",
    );
}

#[test]
fn links_without_a_target_keep_their_words() {
    let words = vec![
        text("Zie!"),
        link("hier", Target::Here("kop".to_owned())),
        text(", "),
        link("niets", Target::Nothing),
        text(", "),
        link("https://elders.example/", Target::External("https://elders.example/".to_owned())),
    ];
    assert_forms(
        &[paragraph(words)],
        &format!(
            "<p>Zie!<a href=\"{WEB}#kop\">hier</a>, niets, <a href=\"https://elders.example/\">https://elders.example/</a></p>\n"
        ),
        &format!("Zie!hier, niets, https://elders.example/\nhier:\n{WEB}#kop"),
        &format!(
            "Zie\\![hier]({WEB}#kop), niets, [https://elders.example/](https://elders.example/)"
        ),
    );
}

#[test]
fn a_link_to_a_document_says_what_it_is() {
    let plan = |words: &str| {
        let url = crate::base::UrlPath::new("media/plan.pdf").unwrap();
        link(words, Target::Document { url, facts: "PDF, 12 pagina's, 340 kB".to_owned() })
    };
    let address = "https://voorbeeld.example/pow/media/plan.pdf";
    assert_forms(
        &[paragraph(vec![text("Lees "), plan("het plan"), text("."), plan(" ")])],
        &format!(
            "<p>Lees <a href=\"{address}\">het plan (PDF, 12 pagina's, 340 kB)</a>. </p>\n"
        ),
        &format!("Lees het plan (PDF, 12 pagina's, 340 kB).\n{address}"),
        &format!("Lees [het plan (PDF, 12 pagina's, 340 kB)]({address})."),
    );
}

#[test]
fn lists_quotes_and_definitions_nest() {
    let item = |words: &str, task: Option<bool>| ListItem {
        task,
        blocks: vec![paragraph(vec![text(words)])],
        tight: true,
    };
    let mut first = item("een", None);
    first.blocks.push(Block::List(List { start: None, items: vec![item("af", Some(true))] }));
    let blocks = [
        Block::List(List { start: Some(9), items: vec![first, item("twee", None)] }),
        Block::List(List { start: Some(1), items: vec![item("drie", None)] }),
        Block::Quote(vec![paragraph(vec![text("- citaat")])]),
        Block::Alert { kind: AlertKind::Warning, blocks: vec![paragraph(vec![text("heet")])] },
        Block::Definitions(vec![Definition {
            term: vec![text("UWV")],
            details: vec![vec![paragraph(vec![text("uitvoerder")])]],
        }]),
        Block::Rule,
    ];
    assert_forms(
        &blocks,
        "<ol start=\"9\">\n<li>een<ul>\n<li>☑ af</li>\n</ul>\n</li>\n<li>twee</li>\n</ol>\n<ol>\n<li>drie</li>\n</ol>\n<blockquote>\n<p>- citaat</p>\n</blockquote>\n<p><strong>Waarschuwing</strong></p>\n<blockquote>\n<p>heet</p>\n</blockquote>\n<p><strong>UWV</strong></p>\n<blockquote>\n<p>uitvoerder</p>\n</blockquote>\n<p>* * *</p>\n",
        "9. een\n\n   - [x] af\n10. twee\n\n1. drie\n\n> - citaat\n\nWaarschuwing\n  heet\n\nUWV\n  uitvoerder\n\n* * *",
        "9. een\n\n   - [x] af\n10. twee\n\n1) drie\n\n> \\- citaat\n\n> **Waarschuwing**\n>\n> heet\n\n**UWV**\n\nuitvoerder\n\n***",
    );
}

#[test]
fn tables_are_read_row_by_row_in_plain_text() {
    let cell = |words: &str| vec![text(words)];
    let table = Block::Table(Box::new(Table {
        columns: vec![Align::Start, Align::End],
        head: vec![cell("Regio"), cell("Aantal")],
        rows: vec![vec![cell("Twente"), vec![Inline::Code("1|2".to_owned())]]],
    }));
    let (html, plain, markdown) = forms(&[table]);
    assert!(
        html.contains("<tr><th scope=\"col\">Regio</th><th scope=\"col\">Aantal</th></tr>")
    );
    assert_eq!(plain, "Regio: Twente\nAantal: 1|2");
    assert_eq!(markdown, "| Regio | Aantal |\n| --- | --- |\n| Twente | `1\\|2` |");
}

#[test]
fn code_and_raw_html_are_shown_as_they_are() {
    let blocks = [
        Block::Code { language: Some("rust`".to_owned()), text: "a\n  ```\n".to_owned() },
        Block::RawHtml("<b>x</b>".to_owned()),
    ];
    assert_forms(
        &blocks,
        "<p>a<br>\n\u{a0}\u{a0}```</p>\n<p>&lt;b&gt;x&lt;/b&gt;</p>\n",
        "a\n  ```\n\n<b>x</b>",
        "````rust\na\n  ```\n````\n\n\\<b\\>x\\</b\\>",
    );
}

#[test]
fn a_chart_is_a_picture_that_says_what_it_shows() {
    let number = |text: &str| Number { plain: text.to_owned(), shown: text.to_owned() };
    let row = |label: &str, value: &str| ChartRow {
        label: label.to_owned(),
        values: vec![Some(number(value))],
        margins: Vec::new(),
    };
    let chart = ChartDrawing {
        kind: ChartKind::Bar,
        id: "grafiek-1".to_owned(),
        title: "Wie er werk vond".to_owned(),
        summary: None,
        category: "regio".to_owned(),
        series: vec![Series { name: "mensen".to_owned(), is_target: false }],
        panels: false,
        rows: vec![row("Twente", "158"), row("Drenthe", "40")],
        unit: None,
        target: None,
        source: None,
        csv: None,
    };
    let block =
        Block::Component { component: Box::new(Drawing::Chart(chart.clone())), span: span() };
    let words = "Grafiek “Wie er werk vond” (in de webversie)";
    let alt = "De hoogste waarde is 158 (Twente), de laagste 40 (Drenthe).";
    let marked = format!("{WEB}#grafiek-1");
    // Wherever it stands in a text, its file is named after what it shows.
    let name = mail_name(&picture(&setting(), &chart).unwrap().svg);
    let (html, plain, markdown) = forms(&[block]);
    let (start, rest) = html.split_once(" height=\"").unwrap();
    assert_eq!(start, format!("<p><img src=\"{WEB}{name}\" width=\"480\""));
    let (height, rest) = rest.split_once('"').unwrap();
    assert!((150..400).contains(&height.parse::<u32>().unwrap()), "{height}");
    assert_eq!(
        rest,
        format!(" alt=\"{alt}\" border=\"0\"></p>\n<p><a href=\"{marked}\">{words}</a></p>\n")
    );
    assert_eq!(plain, format!("{words}:\n{marked}\n{alt}\n{WEB}{name}"));
    assert_eq!(
        markdown,
        format!(
            "![De hoogste waarde is 158 (Twente), de laagste 40 (Drenthe).]({WEB}{name})\n\n[{words}]({marked})"
        )
    );
    // Of a chart without data there is no picture.
    let empty = ChartDrawing { rows: Vec::new(), ..chart };
    let block = Block::Component { component: Box::new(Drawing::Chart(empty)), span: span() };
    assert_eq!(forms(&[block]).0, format!("<p><a href=\"{WEB}\">{words}</a></p>\n"));
}

#[test]
fn what_mail_cannot_show_is_a_link_and_what_may_not_be_shown_is_nothing() {
    let picture = |medium: Option<Medium>| {
        Block::Figure(Box::new(Picture {
            medium: medium.map(Box::new),
            alt: "koffie".to_owned(),
            title: String::new(),
            span: span(),
        }))
    };
    let film = Medium {
        id: "film".to_owned(),
        form: MediumForm::Elsewhere {
            address: "https://films.example/1".to_owned(),
            service: "Films".to_owned(),
            player: String::new(),
            poster: None,
            transcript: Words::here("…"),
        },
        alt: Words::here("Twee mensen in gesprek"),
        caption: Words::default(),
        credit: "A. Maker".to_owned(),
        long_text: Words::default(),
    };
    let component =
        |component: Drawing| Block::Component { component: Box::new(component), span: span() };
    let blocks = [
        picture(None),
        component(Drawing::Nothing),
        picture(Some(film)),
        component(Drawing::Quote {
            text: "Het werkte".to_owned(),
            by: "een deelnemer".to_owned(),
        }),
    ];
    let words = "Film “Twee mensen in gesprek” (in de webversie)";
    assert_forms(
        &blocks,
        &format!(
            "<p><a href=\"{WEB}\">{words}</a></p>\n<p>“Het werkte”</p>\n<p>— een deelnemer</p>\n"
        ),
        &format!("{words}:\n{WEB}\n\n“Het werkte”\n— een deelnemer"),
        &format!("[{words}]({WEB})\n\n> “Het werkte”\n>\n> — een deelnemer"),
    );
}
