//! What holds for every edition, whatever is in it.

use super::sample;
use crate::diag::problem::Newsletter;
use crate::render::outputs::newsletter::{
    BlockStyle, BlockView, EditionView, MailTokens, Placeholders, Setting, files,
    fragment_files, mail_html, mail_text, problems,
};

const OWN: &str = "https://voorbeeld.example/pow";

fn html(view: &EditionView) -> String {
    mail_html(view, &Placeholders::default())
}

fn text(view: &EditionView) -> String {
    mail_text(view, &Placeholders::default())
}

/// The values of an attribute, as a reader of HTML sees them.
fn values(html: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    html.split(start.as_str())
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"))
        .collect()
}

fn fragment(block: &BlockView, ending: &str) -> String {
    let files = fragment_files(block, &sample::setting());
    let (_, bytes) = files.into_iter().find(|(name, _)| name.ends_with(ending)).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn items() -> [BlockView; 5] {
    [sample::factsheet(), sample::story(), sample::finding(), sample::figure(), sample::quote()]
}

#[test]
fn every_address_of_the_html_is_on_a_line_of_the_text() {
    let view = sample::edition();
    let (html, text) = (html(&view), text(&view));
    let mut addresses = values(&html, "href");
    addresses.extend(values(&html, "src"));
    for address in addresses.iter().filter(|address| address.starts_with("http")) {
        assert!(text.lines().any(|line| line == address), "{address}");
    }
    assert!(text.contains("redactie@voorbeeld.example"));
}

#[test]
fn every_address_is_absolute_and_safe() {
    let view = sample::edition();
    let mut pages = vec![html(&view)];
    pages.extend(
        items()
            .iter()
            .flat_map(|item| ["rich.html", "block.html"].map(|ending| fragment(item, ending))),
    );
    for page in pages {
        for address in values(&page, "href").iter().chain(&values(&page, "src")) {
            assert!(
                address.starts_with("https://") || address.starts_with("mailto:"),
                "{address}"
            );
        }
        assert!(!page.contains("http:") && !page.contains("data:") && !page.contains("//pow"));
    }
}

#[test]
fn links_to_the_own_site_are_marked_once_and_others_never() {
    let view = sample::edition();
    for link in values(&html(&view), "href") {
        let marks = usize::from(link.starts_with(OWN));
        for key in ["utm_source=", "utm_medium=", "utm_campaign=", "utm_content="] {
            assert_eq!(link.matches(key).count(), marks, "{link}");
        }
    }
    for picture in values(&html(&view), "src") {
        assert!(!picture.contains("utm_"), "{picture}");
    }
}

#[test]
fn without_marks_no_address_has_one() {
    let mut view = sample::edition();
    view.setting.utm = None;
    for (name, bytes) in files(&view, &[]) {
        assert!(!String::from_utf8(bytes).unwrap().contains("utm_"), "{name}");
    }
}

#[test]
fn lines_of_text_fit_and_only_addresses_are_longer() {
    let view = sample::edition();
    let mut texts = vec![text(&view)];
    texts.extend(items().iter().map(|item| fragment(item, ".txt")));
    for line in texts.iter().flat_map(|text| text.lines()) {
        assert!(line.chars().count() <= 72 || line.starts_with("https://"), "{line}");
    }
}

#[test]
fn mail_has_one_title_and_headings_without_gaps() {
    let page = html(&sample::edition());
    let mut last = 0;
    for (at, _) in page.match_indices("<h") {
        let Some(level) = page.as_bytes().get(at + 2).filter(|b| b.is_ascii_digit()) else {
            continue;
        };
        let level = level - b'0';
        assert!(level <= last + 1, "h{level} after h{last}");
        last = level;
    }
    assert_eq!(page.matches("<h1").count(), 1);
    assert_eq!(page.matches("<h2").count(), 6);
}

#[test]
fn markup_keeps_to_what_mail_clients_do() {
    let mut page = html(&sample::edition());
    for item in items() {
        page.push_str(&fragment(&item, "block.html"));
    }
    for table in page.split("<table").skip(1) {
        assert!(table.starts_with(" role=\"presentation\""), "{table}");
    }
    for picture in page.split("<img").skip(1).map(|rest| rest.split('>').next().unwrap()) {
        for needed in [" width=\"", " height=\"", " alt=\""] {
            assert!(picture.contains(needed), "{picture}");
        }
    }
    for element in page.split('<').filter(|rest| rest.contains("padding:")) {
        assert!(element.starts_with("td "), "{element}");
    }
    for style in values(&page, "style").iter().filter(|style| style.contains("line-height:")) {
        assert!(style.contains("mso-line-height-rule:exactly"), "{style}");
    }
    for unfit in
        ["<style", "<script", "height=\"auto\"", "var(", "rem;", "flex", "grid", "srcset"]
    {
        assert!(!page.contains(unfit), "{unfit}");
    }
    for size in page.split("font-size:").skip(1).map(|rest| rest.split("px").next().unwrap()) {
        assert!(size.parse::<u16>().unwrap() >= 14, "{size}");
    }
}

#[test]
fn the_fragment_for_editors_has_only_what_editors_keep() {
    for item in items() {
        let rich = fragment(&item, "rich.html");
        assert!(rich.starts_with("<div lang=\"nl\">\n") && !rich.contains("style="));
        for tag in rich.split('<').skip(1).filter(|tag| !tag.starts_with('/')) {
            let name = tag.split([' ', '>']).next().unwrap();
            assert!(["div", "p", "h2", "a", "img", "strong"].contains(&name), "{name}");
        }
    }
}

#[test]
fn a_quote_in_another_language_says_so_in_html_and_data() {
    let mut item = BlockView { style: BlockStyle::Quote, ..sample::story() };
    if let Some(quote) = &mut item.quote {
        quote.lang = Some("ar".to_owned());
    }
    assert!(fragment(&item, "rich.html").contains("<p lang=\"ar\" dir=\"rtl\">“"));
    let block = fragment(&item, "block.html");
    assert!(block.contains(" lang=\"ar\" dir=\"rtl\">“"), "{block}");
    assert!(fragment(&item, ".json").contains("\"lang\": \"ar\""));
}

#[test]
fn every_form_of_an_item_shows_what_its_preview_shows() {
    use BlockStyle::{Figure, Large, Line, Quote, Small};
    for style in [Large, Small, Line, Figure, Quote] {
        let mut item = BlockView { style, quote: sample::story().quote, ..sample::factsheet() };
        item.text = "Een korte tekst".to_owned();
        let parts = [
            item.title.clone(),
            item.kind.clone(),
            item.text.clone(),
            item.quote.as_ref().unwrap().text.clone(),
            item.figures[0].label.clone(),
            item.picture.as_ref().unwrap().alt.clone(),
            item.link_words.clone(),
            item.corrections[0].clone(),
        ];
        let holds = |ending: &str| {
            let words = fragment(&item, ending);
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            parts.iter().filter(|part| words.contains(part.as_str())).count()
        };
        let shown = holds("block.html");
        for ending in ["rich.html", ".txt", ".md"] {
            assert_eq!(holds(ending), shown, "{style:?} {ending}");
        }
    }
}

#[test]
fn a_fragment_holds_the_figures_and_the_strength_in_every_form() {
    for item in [sample::factsheet(), sample::figure()] {
        for ending in ["rich.html", "block.html", ".txt", ".md", ".json"] {
            let fragment = fragment(&item, ending);
            assert!(fragment.contains(&item.figures[0].value), "{ending}");
            assert!(fragment.contains("12 van 35 regio's"), "{ending}");
        }
    }
}

#[test]
fn sizes_stay_within_their_budgets() {
    for item in items() {
        let words = fragment(&item, ".txt");
        let words = words
            .lines()
            .filter(|line| !line.starts_with("https://"))
            .map(str::len)
            .sum::<usize>();
        assert!(fragment(&item, "rich.html").len() <= 1024 + words);
        assert!(fragment(&item, "block.html").len() <= 2048 + words);
    }
    let mut view = sample::edition();
    view.blocks.push(BlockView { item_id: "story-zes".to_owned(), ..sample::story() });
    assert!(html(&view).len() <= 16_000);
    view.blocks = (0..20)
        .map(|at| BlockView { item_id: format!("story-{at}"), ..items()[at % 5].clone() })
        .collect();
    assert!(html(&view).len() <= 45_000, "{}", html(&view).len());
}

#[test]
fn placeholders_stand_in_the_mail_of_their_tool_as_they_were_given_and_nowhere_else() {
    let view = sample::edition();
    let tool = Placeholders {
        unsubscribe: Some("*|UNSUB|*".to_owned()),
        web_version: Some("{{ mirror }}".to_owned()),
        postal_address: Some("*|LIST:ADDRESSLINE|*".to_owned()),
    };
    let page = mail_html(&view, &tool);
    assert_eq!(page.matches("href=\"*|UNSUB|*\"").count(), 1);
    assert_eq!(page.matches("href=\"{{ mirror }}\"").count(), 1);
    assert!(
        mail_text(&view, &tool).contains("\n*|UNSUB|*\n")
            || mail_text(&view, &tool).ends_with("\n*|UNSUB|*\n")
    );
    for (name, bytes) in files(&view, &[]) {
        let file = String::from_utf8(bytes).unwrap();
        assert!(
            !file.contains("*|") && !file.contains("{{") && !file.contains("Afmelden"),
            "{name}"
        );
    }
}

#[test]
fn an_edition_that_is_fine_has_no_problems_and_a_long_one_says_so() {
    let mut view = sample::edition();
    let bytes = html(&view).len();
    assert_eq!(problems(&view, 100_000), []);
    assert_eq!(problems(&view, bytes - 1), [Newsletter::TooLarge { bytes, limit: bytes - 1 }]);
    assert_eq!(problems(&view, bytes), [Newsletter::Large { bytes, limit: bytes }]);
    view.blocks[0].text = "Beste *|FNAME|*, lees dit".to_owned();
    view.blocks[1].url = "/verhalen/".to_owned();
    assert_eq!(
        problems(&view, 100_000),
        [
            Newsletter::Placeholder { text: "*|FNAME|*".to_owned() },
            Newsletter::NotAbsolute {
                item: "story-drenthe".to_owned(),
                address: "/verhalen/".to_owned()
            },
        ]
    );
}

#[test]
fn the_look_follows_the_theme() {
    let tokens = MailTokens {
        text_font: "Verdana,sans-serif".to_owned(),
        text_size: 18,
        ..MailTokens::default()
    };
    let setting = Setting { tokens, ..sample::setting() };
    let page = html(&EditionView { setting, ..sample::edition() });
    assert!(page.contains("font-family:Verdana,sans-serif;font-size:18px;line-height:27px"));
    assert!(!page.contains("font-size:16px"));
}
