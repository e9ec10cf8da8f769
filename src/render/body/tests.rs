use super::*;
use crate::base::{Date, FileId, Lang, OffsetMap, Span, UrlPath, When};
use crate::diag::Noted;
use crate::model::body::{Picture, TermUse, Written};
use crate::model::component::Component;
use crate::model::drawing::{
    ChartDrawing, ItemDrawing, KeyFigureDrawing, MapDrawing, MediumForm, MomentDrawing,
    PictureFile, SourceLink, TableDrawing, Track, Words,
};
use crate::model::{RawLink, Resolver, Target, To};
use crate::parse::markdown::{Options, parse};
use crate::render::leaf::{Addresses, Opened};

struct Named;

impl DrawData for Named {
    fn chart(&self, chart: &ChartDrawing) -> String {
        format!("<p>chart {}</p>", chart.id)
    }

    fn map(&self, map: &MapDrawing) -> String {
        format!("<p>map {}</p>", map.id)
    }

    fn table(&self, table: &TableDrawing) -> String {
        format!("<p>table {}</p>", table.id)
    }

    fn filters(&self, items: &[ItemDrawing]) -> String {
        format!("<p>filters of {}</p>", items.len())
    }
}

/// Finds everything: a link leads to a page named after it, a picture has two files.
struct Finder {
    term_was_marked: bool,
}

impl Resolver for Finder {
    fn link(&mut self, raw: &RawLink) -> Target {
        let page = |path: &str, fragment: &Option<String>| Target::Site {
            url: UrlPath::new(&format!("{}/", path.trim_start_matches("../"))).unwrap(),
            fragment: fragment.clone(),
        };
        match &raw.to {
            To::File { path, fragment } => page(path.trim_end_matches(".md"), fragment),
            To::Known { id, fragment, .. } => page(id, fragment),
            To::Anchor(fragment) => Target::Here(fragment.clone()),
            To::External(address) => Target::External(address.clone()),
            To::Contact(address) => Target::Contact(address.clone()),
            To::Refused => Target::Nothing,
        }
    }

    fn medium(&mut self, picture: &Picture<Written>) -> Option<Box<Medium>> {
        let To::Known { id, .. } = &picture.medium.to else { return None };
        Some(Box::new(medium(id)))
    }

    fn component(&mut self, _: &Component, _: Span) -> Drawing {
        Drawing::Quote { text: "Eén.\n\nTwee.".to_owned(), by: "Een wethouder".to_owned() }
    }

    fn text(&mut self, text: &str) -> Vec<Inline<Resolved>> {
        match text.split_once("SROI").filter(|_| !self.term_was_marked) {
            Some((before, after)) => {
                self.term_was_marked = true;
                let term = Inline::Term(Box::new(TermUse {
                    text: "SROI".to_owned(),
                    plain: "afspraak bij een opdracht".to_owned(),
                    anchor: "sroi".to_owned(),
                }));
                vec![Inline::Text(before.to_owned()), term, Inline::Text(after.to_owned())]
            }
            None => vec![Inline::Text(text.to_owned())],
        }
    }
}

fn medium(id: &str) -> Medium {
    let file = |width, height| PictureFile {
        url: UrlPath::new(&format!("media/{id}-{width}.webp")).unwrap(),
        width,
        height,
        webp: None,
        avif: None,
    };
    Medium {
        id: id.to_owned(),
        form: MediumForm::Picture {
            files: vec![file(480, 320), file(960, 640)],
            large: UrlPath::new(&format!("media/{id}-960.webp")).unwrap(),
        },
        alt: Words::here("Uit de sidecar"),
        caption: Words::here("Een onderschrift"),
        credit: "Foto: A & B · CC0".to_owned(),
        long_text: Words::default(),
    }
}

fn body(text: &str) -> Body<Resolved> {
    let options = Options {
        lang: Lang::nl(),
        components: &["quote"],
        read_component: &|_, _, _| Noted::clean(Component::Broken),
    };
    let parsed = parse(text, &OffsetMap::whole(FileId(0), 0), &options);
    parsed.value.resolve(&mut Finder { term_was_marked: false })
}

fn with_scribe<T>(draw: impl FnOnce(&Scribe<'_>) -> T) -> T {
    draw(&Scribe {
        addresses: Addresses { root: "../../", opened: Opened::FromHost },
        lang: "nl",
        labels: &Labels::dutch(),
        glossary: &UrlPath::new("begrippen/").unwrap(),
        heading_shift: 0,
        sizes: "100vw",
        loading: Loading::Near,
        day: &|date: Date| date.to_string(),
        data: &Named,
    })
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let body = body(text);
    let drawn =
        with_scribe(|scribe| html(&body.blocks, scribe) + &footnotes_html(&body, scribe));
    assert_eq!(drawn, expected);
}

#[test]
fn text_is_drawn_with_links_terms_and_pictures() {
    check(include_str!("golden/text.md"), include_str!("golden/text.html"));
}

#[test]
fn lists_are_drawn_tight_loose_and_as_tasks() {
    check(include_str!("golden/lists.md"), include_str!("golden/lists.html"));
}

#[test]
fn quotes_alerts_tables_and_code_are_drawn() {
    check(include_str!("golden/blocks.md"), include_str!("golden/blocks.html"));
}

#[test]
fn footnotes_lead_there_and_back() {
    check(include_str!("golden/footnotes.md"), include_str!("golden/footnotes.html"));
}

#[test]
fn media_are_drawn_with_their_words() {
    let url = |path: &str| UrlPath::new(path).unwrap();
    let forms = vec![
        MediumForm::Film {
            file: url("media/f.mp4"),
            mime: "video/mp4",
            size: Some((1280, 720)),
            poster: Some(PictureFile {
                url: url("media/f.webp"),
                width: 640,
                height: 360,
                webp: None,
                avif: None,
            }),
            captions: vec![Track { url: url("media/f.vtt"), lang: Lang::nl() }],
            transcript: Words::here("Zij zegt: ja.\n\nHij zegt: nee."),
            duration: Some("2 minuten".to_owned()),
        },
        MediumForm::Audio {
            file: url("media/a.mp3"),
            mime: "audio/mpeg",
            transcript: Words::here("Ja."),
            duration: None,
        },
        MediumForm::Elsewhere {
            address: "https://voorbeeld.nl/film".to_owned(),
            service: "Voorbeeld".to_owned(),
            player: "https://speler.voorbeeld.nl/film".to_owned(),
            poster: None,
            transcript: Words::here("Ja."),
        },
        MediumForm::Document { file: url("media/d.pdf"), facts: "PDF, 340 kB".to_owned() },
    ];
    let mut drawn = String::new();
    for form in forms {
        let shown = Medium {
            form,
            long_text: Words::here("Lang\n- een\n  en verder\n- twee\n\nSlot"),
            ..medium("m")
        };
        drawn += &with_scribe(|scribe| medium_html(&shown, scribe));
    }
    assert_eq!(drawn, include_str!("golden/media.html"));
}

#[test]
fn components_are_drawn() {
    let target = || Target::Site { url: UrlPath::new("bronnen/").unwrap(), fragment: None };
    let source = || SourceLink { label: "KplusV 2021".to_owned(), target: target() };
    let figure = KeyFigureDrawing {
        lang: None,
        id: "functies".to_owned(),
        label: "functies".to_owned(),
        value: "ruim 158".to_owned(),
        unit: Some("banen".to_owned()),
        kind: "doel".to_owned(),
        is_target: true,
        period: "2020".to_owned(),
        coverage: Some("12 van 35 regio's".to_owned()),
        definition: Some("Alles.".to_owned()),
        source: Some(source()),
    };
    let moment = |when, target| MomentDrawing {
        when: When::parse(when).unwrap(),
        shown: format!("in {when}"),
        text: "Er gebeurde iets".to_owned(),
        target,
    };
    let item = ItemDrawing {
        title: "Een verhaal".to_owned(),
        lang: None,
        kind: "Verhaal · Drenthe".to_owned(),
        summary: "Kort.".to_owned(),
        date: Date::new(2021, 3, 18),
        facets: "region:drenthe".to_owned(),
        target: target(),
    };
    let all = [
        Drawing::Figures(vec![figure]),
        Drawing::Gallery { title: Some("Beelden".to_owned()), items: vec![medium("g")] },
        Drawing::Timeline(vec![moment("2020-03", None), moment("2020-Q4", Some(target()))]),
        Drawing::Items { items: vec![item.clone()], filters: false },
        Drawing::Items { items: vec![item], filters: true },
        Drawing::Items { items: Vec::new(), filters: false },
        Drawing::Questionnaire { title: "Vragen".to_owned(), questions: 1, target: target() },
        Drawing::Nothing,
    ];
    let drawn: String =
        all.iter().map(|one| with_scribe(|scribe| drawing_html(one, scribe))).collect();
    assert_eq!(drawn, include_str!("golden/components.html"));
}

#[test]
fn headings_stand_as_much_lower_as_the_page_asks() {
    let drawn = with_scribe(|scribe| {
        let lower = Scribe { heading_shift: 2, ..*scribe };
        html(&body("# A\n\n###### B\n").blocks, &lower)
    });
    assert_eq!(drawn, "<h3 id=\"a\">A</h3>\n<h6 id=\"b\">B</h6>\n");
}

#[test]
fn words_whose_link_or_picture_may_not_be_shown_stay_alone() {
    check("[a](javascript:x) b ![c](d.jpg)\n\n![e](f.jpg)\n", "<p>a b </p>\n");
}

#[test]
fn what_is_nested_deep_or_long_is_drawn_without_overflow() {
    let deep = [
        format!("{}a\n", "> - ".repeat(5_000)),
        format!("{}a{}", "*a ".repeat(5_000), " b*".repeat(5_000)),
        "```yaml\na: (\n```\n".repeat(5_000),
    ];
    for text in deep {
        let drawn = with_scribe(|scribe| html(&body(&text).blocks, scribe));
        assert!(drawn.len() < 32 * text.len());
    }
}
