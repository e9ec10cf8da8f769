//! Every template with all it can show and with as little as it may get: the result is
//! well-formed, its headings leave no gap, its ids are unique.

use std::collections::BTreeSet;
use std::path::PathBuf;

use html5gum::{Token, Tokenizer};
use serde::Serialize;

use super::sample::*;
use super::*;
use crate::base::{FileId, Lang, Span, Spanned};
use crate::render::outputs::templates::{Request, Templates};
use crate::theme::{Address, DEFAULT, Theme, Voice};
use crate::vfs::Memory;

fn theme() -> Theme {
    let name = Spanned::new(DEFAULT.to_owned(), Span::top(FileId(0)));
    let theme = Theme::load(&Memory::default(), &name).unwrap();
    assert_eq!(theme.diags, []);
    theme.value
}

fn templates(theme: &Theme) -> Templates {
    let strings: Vec<_> = ["nl", "en"]
        .map(|lang| {
            let lang = Lang::new(lang).unwrap();
            let voice = Voice {
                lang: &lang,
                address: Address::Informal,
                regions: ("", ""),
                words: &[],
            };
            let strings = theme.strings(&voice);
            assert_eq!(strings.diags, []);
            strings.value
        })
        .into();
    let compiled = Templates::compile(theme, &strings);
    assert_eq!(compiled.diags, []);
    compiled.value.unwrap()
}

/// Draws all pages with a template each and hands them over with a name.
struct Press {
    templates: Templates,
    drawn: Vec<(String, String)>,
}

impl Press {
    fn new() -> Self {
        Self { templates: templates(&theme()), drawn: Vec::new() }
    }

    fn view(&mut self, template: &str, view: &impl Serialize) {
        let lang = Lang::nl();
        let asked = Request { template, lang: &lang, document: "content/x.md" };
        let html = self.templates.render(asked, view);
        self.drawn.push((template.to_owned(), html.unwrap_or_else(|diag| panic!("{diag:?}"))));
    }

    /// A page with everything, and the emptiest one there can be.
    fn page<V: Serialize + Default>(&mut self, (template, section): (&str, &str), full: V) {
        self.view(&format!("pages/{template}.html"), &sheet(section, full));
        let mut bare = sheet(section, V::default());
        bare.frame = Frame {
            lang: "nl".to_owned(),
            title: "x".to_owned(),
            site: Templates::share(&Site { name: "x".to_owned(), ..Site::default() }),
            ..Frame::default()
        };
        self.view(&format!("pages/{template}.html"), &bare);
    }
}

fn all() -> Vec<(String, String)> {
    let mut press = Press::new();
    press.page(("home", ""), home());
    press.page(("page", "meedoen"), article());
    press.page(("section", "verhalen"), section("stories"));
    press.page(("section", "factsheets"), section("factsheets"));
    press.page(("findings", "bevindingen"), ledger());
    press.page(("factsheet", "factsheets"), factsheet());
    press.page(("story", "verhalen"), story());
    press.page(("finding", "bevindingen"), finding());
    press.page(("report", "rapporten"), report());
    press.page(("event", "bijeenkomsten"), event());
    press.page(("blueprint", "handreikingen"), blueprint());
    press.page(("questionnaire", "eigen-evaluatie"), questionnaire());
    press.page(("region", "regios"), region());
    press.page(("regions", "regios"), regions_page());
    press.page(("topic", "onderwerpen"), topic());
    press.page(("topics", "onderwerpen"), topics());
    press.page(("question", "leervragen"), learning_question());
    press.page(("questions", "leervragen"), board());
    press.page(("sources", "bronnen"), sources());
    press.page(("source", "bronnen"), source_uses());
    press.page(("glossary", "begrippen"), glossary());
    press.page(("credits", "beeldverantwoording"), credits());
    press.page(("newsletter", "nieuwsbrieven"), edition());
    press.page(("desk", "nieuwsbrieven"), desk());
    press.page(("search", "zoeken"), search());
    press.page(("not_found", "404"), not_found());
    press.page(("withdrawn", "verhalen"), withdrawn());
    press.view("pages/redirect.html", &redirect());
    press.drawn
}

/// What is wrong with a page, as far as a tokenizer can see it.
fn faults(html: &str) -> Vec<String> {
    const VOID: [&str; 7] = ["meta", "link", "img", "input", "br", "hr", "source"];
    let mut faults = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut level = 0;
    let mut empty: Option<String> = None;
    for token in Tokenizer::new(html) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name = String::from_utf8(tag.name.to_vec()).unwrap();
                for (key, value) in &tag.attributes {
                    let (key, value) =
                        (String::from_utf8_lossy(key), String::from_utf8_lossy(value));
                    if key == "style" || key.starts_with("on") {
                        faults.push(format!("inline {key}"));
                    }
                    if key == "id" && !ids.insert(value.clone().into_owned()) {
                        faults.push(format!("id {value} twice"));
                    }
                }
                if let Some(at) = name.strip_prefix('h').and_then(|n| n.parse::<u8>().ok()) {
                    if at > level + 1 || (at == 1 && level > 0) {
                        faults.push(format!("h{at} after h{level}"));
                    }
                    level = at;
                }
                let wants_content = ["ul", "ol", "dl", "p", "h1", "h2", "h3", "section", "nav"];
                empty = wants_content.contains(&name.as_str()).then(|| name.clone());
                if !VOID.contains(&name.as_str()) && !tag.self_closing {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8(tag.name.to_vec()).unwrap();
                if empty.take().is_some_and(|empty| empty == name) {
                    faults.push(format!("empty {name}"));
                }
                if open.pop().as_deref() != Some(&name) {
                    faults.push(format!("</{name}> closes nothing"));
                }
            }
            Token::String(text) if text.iter().any(|byte| !byte.is_ascii_whitespace()) => {
                empty = None;
            }
            Token::Error(error) => faults.push(format!("{error:?}")),
            _ => {}
        }
    }
    faults.extend(open.into_iter().map(|name| format!("<{name}> stays open")));
    if level == 0 {
        faults.push("no h1".to_owned());
    }
    faults
}

#[test]
#[expect(clippy::disallowed_methods, reason = "leaves the pages where people can look at them")]
fn every_page_is_well_formed_with_all_and_with_nothing() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/target/theme-sample"));
    let theme = theme();
    let mut files = vec![
        ("assets/style.css".to_owned(), theme.styles.clone()),
        ("assets/picture.svg".to_owned(), PICTURE.to_owned()),
    ];
    for file in theme.scripts.iter().chain(&theme.statics) {
        let text = String::from_utf8(file.bytes.to_vec()).unwrap();
        files.push((format!("assets/{}", file.name), text));
    }
    let mut wrong = Vec::new();
    for (at, (name, html)) in all().into_iter().enumerate() {
        let bare = html.contains("<title>x</title>");
        // An h1 without a title is what a view without a title asks for.
        let found: Vec<_> =
            faults(&html).into_iter().filter(|fault| !(bare && fault == "empty h1")).collect();
        if !found.is_empty() {
            wrong.push(format!("{name} {}: {found:?}", if bare { "bare" } else { "full" }));
        }
        let name = name.trim_start_matches("pages/").trim_end_matches(".html");
        let kind = if bare { "bare" } else { "full" };
        files.push((format!("{kind}/{at:02}-{name}/index.html"), html));
    }
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1440 960\">\
<rect width=\"1440\" height=\"960\" fill=\"#8aa\"/><circle cx=\"720\" cy=\"480\" r=\"300\" \
fill=\"#477\"/></svg>";

#[test]
fn a_page_says_what_its_view_says() {
    let mut press = Press::new();
    press.page(("factsheet", "factsheets"), factsheet());
    let html = &press.drawn[0].1;
    for part in [
        "<html lang=\"nl\">",
        "<link rel=\"stylesheet\" href=\"../../assets/style.css\">",
        "<a href=\"../../factsheets/\" aria-current=\"true\">Factsheets</a>",
        "<span class=\"verdict verdict-does-not-work\">Werkt niet</span>",
        "<a href=\"../../en/\" lang=\"en\" hreflang=\"en\">English</a>",
        "<dt>Hoe zeker is dit?</dt>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
}

#[test]
fn a_preview_says_so_and_hides_from_search_engines() {
    let mut press = Press::new();
    let mut page = sheet("meedoen", article());
    page.frame.preview = true;
    page.frame.noindex = true;
    press.view("pages/page.html", &page);
    let html = &press.drawn[0].1;
    assert!(
        html.contains("<p class=\"preview\">Voorbeeld: deze pagina is nog niet openbaar.</p>")
    );
    assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
}

#[test]
fn files_for_machines_are_escaped_and_whole() {
    let mut press = Press::new();
    press.view("xml/atom.xml", &feed());
    press.view("xml/sitemap.xml", &sitemap());
    let robots =
        Robots { sitemap: "https://x.example/sitemap.xml".to_owned(), ..Robots::default() };
    press.view("text/robots.txt", &robots);
    press.view("text/robots.txt", &Robots { closed: true, ..robots });
    let drawn: Vec<&str> = press.drawn.iter().map(|(_, text)| text.as_str()).collect();
    assert!(drawn[0].contains("<title>A &lt; B</title>"));
    assert!(drawn[0].contains("<content type=\"html\">&lt;p&gt;Lang&lt;/p&gt;</content>"));
    assert!(drawn[0].starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed "));
    assert!(drawn[1].contains("<lastmod>2026-11-23</lastmod>"));
    assert_eq!(
        drawn[2],
        "User-agent: *\nDisallow:\n\nSitemap: https://x.example/sitemap.xml\n"
    );
    assert_eq!(drawn[3], "User-agent: *\nDisallow:\n");
}

#[test]
fn every_language_has_every_text_and_the_same_blanks() {
    let theme = theme();
    let (nl, en) = (&theme.texts[&Lang::nl()], &theme.texts[&Lang::en()]);
    let keys = |texts: &std::collections::BTreeMap<String, String>| -> BTreeSet<String> {
        texts.keys().filter(|key| key.strip_suffix(".u").is_none()).cloned().collect()
    };
    assert_eq!(keys(nl), keys(en));
    let blanks = |text: &str| -> BTreeSet<String> {
        let parts = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
        parts
            .map(|(name, _)| name.to_lowercase())
            .filter(|name| !name.starts_with("region"))
            .collect()
    };
    for (key, text) in nl {
        let other = en.get(key.trim_end_matches(".u")).unwrap();
        assert_eq!(blanks(text), blanks(other), "{key}");
    }
}
